/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-private.h"

#include "cog-book-metadata.h"
#include "cog-markup.h"
#include "cog-xml-write.h"

static void
append_title (GString *out, const char *title)
{
  g_string_append (out, "<title>");
  cog_xml_append_escaped (out, title, -1);
  g_string_append (out, "</title>");
}

static void
begin_item (GString *out, const char *kind, const CogSection *section, gboolean is_page)
{
  g_string_append_printf (out, "<item identifier=\"%s-%s\"", kind, section->id);
  if (is_page)
    g_string_append_printf (out, " identifierref=\"page-%s\"", section->id);
  g_string_append_c (out, '>');
}

/* What leads to a page holds no others (Common Cartridge 1.3, 3.5): a chapter with sections is a
 * folder, whose first entry is its own page. */
static void
append_items (GString *out, const CogBook *book, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const char *title = cog_markup_get_title (book, section);
      gboolean is_folder = section->children->len > 0;

      begin_item (out, "item", section, !is_folder);
      append_title (out, title);
      if (is_folder && section->content != NULL)
        {
          begin_item (out, "own", section, TRUE);
          append_title (out, title);
          g_string_append (out, "</item>\n");
        }
      if (is_folder)
        append_items (out, book, section->children);
      g_string_append (out, "</item>\n");
    }
}

static void
append_organization (GString *out, const CogBook *book, const CogCourseDialect *dialect)
{
  if (dialect->is_scorm)
    {
      g_string_append (out, "<organizations default=\"course\"><organization "
                            "identifier=\"course\">");
      append_title (out, cog_book_get_title (book));
    }
  else
    g_string_append (out, "<organizations><organization identifier=\"course\" "
                          "structure=\"rooted-hierarchy\"><item identifier=\"root\">\n");
  append_items (out, book, book->sections);
  g_string_append_printf (out, "%s</organization></organizations>\n",
                          dialect->is_scorm ? "" : "</item>");
}

static void
append_file (GString *out, const char *name)
{
  g_string_append (out, "<file");
  cog_xml_append_attribute (out, "href", name);
  g_string_append (out, "/>\n");
}

static void
append_page (GString *out, const CogSection *section, const char *file, gboolean is_scorm)
{
  g_string_append_printf (out, "<resource identifier=\"page-%s\" type=\"webcontent\"%s",
                          section->id, is_scorm ? " adlcp:scormtype=\"sco\"" : "");
  cog_xml_append_attribute (out, "href", file);
  g_string_append (out, ">\n");
  append_file (out, file);
  g_string_append (out, "<dependency identifierref=\"files\"/></resource>\n");
}

void
cog_course_append_manifest (GString *out,
                            const CogBook *book,
                            GHashTable *files,
                            const GPtrArray *extra,
                            const CogCourseDialect *dialect)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *identifier = NULL;

  g_return_if_fail (out != NULL && book != NULL && files != NULL && dialect != NULL);

  sections = cog_book_dup_section_list (book);
  identifier = cog_book_metadata_dup_identifier (book);
  g_strcanon (identifier, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.", '-');
  g_string_append_printf (out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest "
                          "identifier=\"book-%s\" %s>\n<metadata>%s",
                          identifier, dialect->root, dialect->schema);
  cog_course_append_lom (out, book, dialect);
  g_string_append (out, "</metadata>\n");
  append_organization (out, book, dialect);
  g_string_append (out, "<resources>\n");
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      append_page (out, section, g_hash_table_lookup (files, section), dialect->is_scorm);
    }
  g_string_append_printf (out, "<resource identifier=\"files\" type=\"webcontent\"%s>\n",
                          dialect->is_scorm ? " adlcp:scormtype=\"asset\"" : "");
  for (guint i = 0; i < extra->len; i++)
    append_file (out, g_ptr_array_index (extra, i));
  g_string_append (out, "</resource>\n</resources>\n</manifest>\n");
}
