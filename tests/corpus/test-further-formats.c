/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer.h"
#include "book-reading.h"
#include "corpus.h"
#include "folder.h"

#include <locale.h>

/* Books of the corpus → Word, OpenDocument, Markdown → read back: what those formats have true
 * forms for comes back in the same number. */

typedef struct
{
  guint letters, formulas, cells, notes, pictures, items;
} Counts;

static void
count_letters (const xmlNode *node, Counts *counts)
{
  for (const char *c = (const char *)node->content; c != NULL && *c != '\0';
       c = g_utf8_next_char (c))
    counts->letters += g_unichar_isalpha (g_utf8_get_char (c));
}

static Counts
count (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  Counts counts = { 0 };

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL;)
        {
          gboolean is_math = cog_xml_is (n, COG_NS_MATHML, "math");

          if (n->type == XML_TEXT_NODE)
            count_letters (n, &counts);
          counts.formulas += is_math;
          counts.cells += cog_xml_is (n, NULL, "td") || cog_xml_is (n, NULL, "th");
          counts.items += cog_xml_is (n, NULL, "li") &&
                          !cog_xml_has_word (n, "role", "doc-endnote") &&
                          !cog_xml_has_word (n, "epub:type", "endnote");
          counts.pictures += cog_xml_is (n, NULL, "img");
          counts.notes +=
              n->type == XML_ELEMENT_NODE && cog_xml_has_word (n, "role", "doc-noteref");
          n = is_math ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
        }
    }
  return counts;
}

static void
assert_near (const char *file, const char *what, guint found, guint expected, double share)
{
  if (found < expected * share || found > expected * (2 - share) + 2)
    g_error ("%s: %u %s, not %u", file, found, what, expected);
}

static void
check (const CogBook *book, const char *name, const char *ending)
{
  g_autofree char *target = g_strconcat (name, ".", ending, NULL);
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  g_autoptr (CogBook) again = NULL;
  Counts before = count (book), after;

  cog_writer_write (cog_writer_find (target, NULL), book, &options, target, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  again = book_read (target);
  g_assert_true (cog_book_validate (again, NULL));
  after = count (again);
  /* The title page says the title again, and who wrote it. */
  assert_near (target, "letters", MIN (after.letters, before.letters), before.letters, .97);
  g_assert_cmpuint (after.letters, <, before.letters * 1.03 + 200);
  assert_near (target, "formulas", after.formulas, before.formulas, .99);
  assert_near (target, "cells", after.cells, before.cells, .99);
  assert_near (target, "notes", after.notes, before.notes, .99);
  assert_near (target, "items", after.items, before.items, .95);
  assert_near (target, "pictures", after.pictures, before.pictures, .95);
}

static void
test_book (gconstpointer data)
{
  static const char *const endings[] = { "docx", "odt", "md.zip" };
  const char *relative = data;
  g_autofree char *path = corpus_dup_path (relative);
  g_autofree char *name = g_path_get_basename (relative);
  g_autoptr (CogBook) book = NULL;

  if (path == NULL)
    {
      g_test_skip ("the corpus is not there");
      return;
    }
  book = book_read (path);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    check (book, name, endings[i]);
}

int
main (int argc, char **argv)
{
  static const char *const books[] = {
    "epub/regime-anticancer-arabic.epub",
    "epub/childrens-literature.epub",
    "docx/equations-inline.docx",
    "docx/tables.docx",
    "docx/notes.docx",
    "jats/jats-reader.xml",
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strconcat ("/further-formats/", books[i], NULL);

      g_test_add_data_func (path, books[i], test_book);
    }
  return g_test_run ();
}
