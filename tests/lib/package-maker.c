/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "package-maker.h"

#include "epub-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _PackageMaker
{
  GPtrArray *names; /* utf8 */
  GPtrArray *data;  /* GBytes */
};

PackageMaker *
package_maker_new (void)
{
  PackageMaker *self = g_new0 (PackageMaker, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  return self;
}

void
package_maker_add (PackageMaker *self, const char *name, const char *text)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->data, g_bytes_new (text, strlen (text)));
}

void
package_maker_add_picture (PackageMaker *self, const char *name)
{
  static const char gif[] = "GIF89a\001\000\001\000\200\000\000\377\377\377\000\000\000,\000\000"
                            "\000\000\001\000\001\000\000\002\002D\001\000;";

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->data, g_bytes_new (gif, sizeof gif - 1));
}

static void
maker_free (PackageMaker *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->data);
  g_free (self);
}

GBytes *
package_maker_end (PackageMaker *self)
{
  GBytes *zip;

  g_ptr_array_add (self->names, NULL);
  zip = epub_zip ((const char *const *)self->names->pdata, self->data);
  maker_free (self);
  return zip;
}

GBytes *
package_maker_end_tar (PackageMaker *self)
{
  gsize capacity = 4 << 20, used = 0;
  char *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_ustar (archive);
  archive_write_add_filter_gzip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < self->names->len; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize size;
      const void *bytes = g_bytes_get_data (g_ptr_array_index (self->data, i), &size);

      archive_entry_set_pathname (entry, g_ptr_array_index (self->names, i));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, size);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, bytes, size), ==, size);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
  maker_free (self);
  return g_bytes_new_take (buffer, used);
}

CogBook *
package_try_read (GBytes *bytes, const char *reader_id, CogReport *report, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  const CogReader *used = NULL;
  CogBook *book = cog_reader_read (source, report, NULL, NULL, &used, error);

  g_bytes_unref (bytes);
  if (book == NULL)
    return NULL;
  g_assert_cmpstr (used->id, ==, reader_id);
  g_assert_true (cog_book_validate (book, report));
  return book;
}

CogBook *
package_read (GBytes *bytes, const char *reader_id, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  CogBook *book = package_try_read (bytes, reader_id, report, &error);

  g_assert_no_error (error);
  return book;
}

char *
package_dup_content (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *part =
          cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;

      g_string_append (text, part != NULL ? part : "");
    }
  return g_string_free (text, FALSE);
}
