/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-rules.h"

#include "cog-vocabulary.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_printed (const xmlNode *root, const xmlNode *text)
{
  for (const xmlNode *up = text->parent; up != NULL && up != root; up = up->parent)
    if (cog_xml_is (up, COG_NS_MATHML, "math") || cog_xml_is (up, COG_NS_SVG, "svg") ||
        cog_xml_is (up, COG_NS_XHTML, "ruby") || cog_xml_is (up, COG_NS_XHTML, "audio") ||
        cog_xml_is (up, COG_NS_XHTML, "video"))
      return FALSE;
  return TRUE;
}

static gboolean
is_seam (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "ruby") || cog_xml_is (node, COG_NS_XHTML, "br") ||
         cog_vocabulary_is_block_node (node);
}

/* Also where a block ends: text may follow it that is its parent's. */
static void
append_section (GString *text, const xmlNode *root)
{
  const xmlNode *block = root;

  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    {
      const xmlNode *around = node;

      while (around != root && !is_seam (around))
        around = around->parent;
      if (around != block)
        g_string_append_c (text, '\n');
      block = around;
      if (node->type == XML_TEXT_NODE && is_printed (root, node))
        g_string_append (text, (const char *)node->content);
      /* A picture is read aloud where it stands in the line. */
      else if (node->type == XML_TEXT_NODE || cog_xml_is (node, COG_NS_XHTML, "img"))
        g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

char *
pdf_rules_dup_text (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    append_section (text, cog_section_get_root (g_ptr_array_index (sections, i)));
  return g_string_free (text, FALSE);
}

static char *
run (const char *path, const char *text)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *script =
      g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "tests", "lib", "pdf_rules.py", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *out = NULL;

  if (python == NULL || qpdf == NULL)
    return NULL;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                              &error, python, "-B", script, path, text, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  return out;
}

void
pdf_rules_check (const char *path, const CogBook *book, double share, const char *place)
{
  g_autofree char *text = pdf_rules_dup_text (book);
  g_autofree char *name = g_strconcat (path, ".txt", NULL);
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;
  double found;

  g_assert_true (g_file_set_contents (name, text, -1, NULL));
  out = run (path, name);
  g_unlink (name);
  if (out == NULL)
    {
      g_test_message ("%s: not checked, python3 or qpdf is not installed", place);
      return;
    }
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_test_message ("%s: %s", place, lines[i]);
  found = g_str_has_prefix (out, "order ") ? g_ascii_strtod (out + 6, NULL) : 0;
  if (found < share || strstr (out, "\nfault ") != NULL)
    g_test_fail ();
}
