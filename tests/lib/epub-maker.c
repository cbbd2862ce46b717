/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "epub-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _EpubMaker
{
  GPtrArray *names; /* utf8 */
  GPtrArray *data;  /* GBytes */
  GString *manifest;
  GString *spine;
  char *metadata;
  char *contents;
  char *guide;
  char *attributes;
  guint n_pages;
};

EpubMaker *
epub_maker_new (void)
{
  EpubMaker *self = g_new0 (EpubMaker, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  self->manifest = g_string_new (NULL);
  self->spine = g_string_new (NULL);
  self->metadata = g_strdup ("<dc:title>Tides</dc:title><dc:language>en</dc:language>");
  self->guide = g_strdup ("");
  self->attributes = g_strdup ("");
  epub_maker_add_file (self, "mimetype", "application/epub+zip", -1);
  epub_maker_add_file (self, "META-INF/container.xml",
                       "<container version='1.0' "
                       "xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                       "<rootfile full-path='OPS/book.opf' "
                       "media-type='application/oebps-package+xml'/></rootfiles></container>",
                       -1);
  return self;
}

void
epub_maker_add_file (EpubMaker *self, const char *name, const void *data, gssize length)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->data, g_bytes_new (data, length < 0 ? strlen (data) : (gsize)length));
}

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

void
epub_maker_set_metadata (EpubMaker *self, const char *xml)
{
  replace (&self->metadata, xml);
}

void
epub_maker_set_contents (EpubMaker *self, const char *items)
{
  replace (&self->contents, items);
}

void
epub_maker_set_guide (EpubMaker *self, const char *xml)
{
  replace (&self->guide, xml);
}

void
epub_maker_set_spine (EpubMaker *self, const char *attributes)
{
  replace (&self->attributes, attributes);
}

void
epub_maker_add_spine (EpubMaker *self, const char *xml)
{
  g_string_append (self->spine, xml);
}

void
epub_maker_add_item (
    EpubMaker *self, const char *name, const char *attributes, const void *data, gssize length)
{
  g_autofree char *path = g_strconcat ("OPS/", name, NULL);

  g_string_append_printf (self->manifest, "<item href='%s' %s/>", name, attributes);
  epub_maker_add_file (self, path, data, length);
}

void
epub_maker_add_picture (EpubMaker *self, const char *name)
{
  static const char gif[] = "GIF89a\001\000\001\000\200\000\000\000\000\000\377\377\377,"
                            "\000\000\000\000\001\000\001\000\000\002\002D\001\000;";
  g_autofree char *attributes =
      g_strdup_printf ("id='i-%.*s' media-type='image/gif'", (int)strcspn (name, "."), name);

  epub_maker_add_item (self, name, attributes, gif, sizeof gif - 1);
}

void
epub_maker_add_document (EpubMaker *self, const char *name, const char *type, const char *text)
{
  g_autofree char *attributes = NULL;

  self->n_pages++;
  attributes = g_strdup_printf ("id='p%u' media-type='%s'", self->n_pages, type);
  epub_maker_add_item (self, name, attributes, text, -1);
  g_string_append_printf (self->spine, "<itemref idref='p%u'/>", self->n_pages);
}

void
epub_maker_add_page (EpubMaker *self, const char *name, const char *body)
{
  g_autofree char *text =
      g_strconcat ("<?xml version='1.0' encoding='UTF-8'?>"
                   "<html xmlns='http://www.w3.org/1999/xhtml' "
                   "xmlns:epub='http://www.idpf.org/2007/ops'><head><title>Page</title></head>",
                   g_str_has_prefix (body, "<body") ? "" : "<body>", body,
                   g_str_has_prefix (body, "<body") ? "" : "</body>", "</html>", NULL);

  epub_maker_add_document (self, name, "application/xhtml+xml", text);
}

static void
add_nav (EpubMaker *self)
{
  g_autofree char *text = g_strconcat (
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
      "<head><title>Contents</title></head><body><nav epub:type='toc'><ol>",
      self->contents, "</ol></nav></body></html>", NULL);

  epub_maker_add_item (self, "nav.xhtml",
                       "id='nav' properties='nav' media-type='application/xhtml+xml'", text, -1);
}

GBytes *
epub_zip (const char *const *names, GPtrArray *data)
{
  gsize capacity = 4 << 20, used = 0;
  char *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; names[i] != NULL; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize size;
      const void *bytes = g_bytes_get_data (g_ptr_array_index (data, i), &size);

      archive_entry_set_pathname (entry, names[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, size);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, bytes, size), ==, size);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
  return g_bytes_new_take (buffer, used);
}

GBytes *
epub_maker_end (EpubMaker *self)
{
  g_autofree char *package = NULL;
  GBytes *zip;

  if (self->contents != NULL)
    add_nav (self);
  package = g_strconcat (
      "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='own' "
      "prefix='cc: http://creativecommons.org/ns#'>"
      "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:opf='http://www.idpf.org/2007/opf'>",
      self->metadata, "</metadata><manifest>", self->manifest->str, "</manifest><spine ",
      self->attributes, ">", self->spine->str, "</spine>", self->guide, "</package>", NULL);
  epub_maker_add_file (self, "OPS/book.opf", package, -1);
  g_ptr_array_add (self->names, NULL);
  zip = epub_zip ((const char *const *)self->names->pdata, self->data);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->data);
  g_string_free (self->manifest, TRUE);
  g_string_free (self->spine, TRUE);
  g_free (self->metadata);
  g_free (self->contents);
  g_free (self->guide);
  g_free (self->attributes);
  g_free (self);
  return zip;
}
