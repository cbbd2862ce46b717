/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"
#include "records.h"

#include <string.h>

/* What Cognate wrote for office programs and course systems, read again: the same record of rights,
 * the same sections, and nothing of what the edition added. */

static const char *const targets[] = { "own.docx", "own.odt", "own.imscc", "own.scorm.zip" };

/* The kind of thing that a credit is of. */
static const char *
get_kind (const CogBook *book, const CogCredit *credit)
{
  g_autoptr (GHashTable) elements = cog_book_index_elements (book);
  const xmlNode *item = g_hash_table_lookup (elements, credit->item);

  return item != NULL                                         ? (const char *)item->name
         : cog_book_find_section (book, credit->item) != NULL ? "section"
                                                              : "nothing";
}

/* Documents have no ids of the book's: only which thing is meant must come back. */
static void
rename_items (const CogBook *before, CogBook *after)
{
  g_assert_cmpuint (before->credits->len, ==, after->credits->len);
  for (guint i = 0; i < before->credits->len; i++)
    {
      const CogCredit *left = g_ptr_array_index (before->credits, i);
      CogCredit *right = g_ptr_array_index (after->credits, i);

      g_assert_cmpstr (get_kind (before, left), ==, get_kind (after, right));
      g_free (right->item);
      right->item = g_strdup (left->item);
    }
}

/* Whose pictures are large enough to be put on a page. (transfer full) */
static CogBook *
new_edition (const char *language)
{
  CogBook *book = edition_fixture_new_recorded (language);

  for (guint i = 0; i < book->assets->len; i++)
    {
      CogAsset *asset = g_ptr_array_index (book->assets, i);

      asset->width = 40;
      asset->height = 20;
    }
  return book;
}

static void
test_record (void)
{
  static const char *const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (CogBook) before = new_edition (languages[l]);
        g_autoptr (CogBook) written = new_edition (languages[l]);
        g_autoptr (CogBook) after = NULL;

        cog_edition_complete_unchanged (written);
        after = office_book_read_back (written, targets[i]);
        rename_items (before, after);
        records_compare (targets[i], before, after);
        g_assert_cmpstr (after->language, ==, languages[l]);
      }
}

/* (transfer full) titles with a dot before each for each level */
static char *
dup_outline (const GPtrArray *sections, const char *dots)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *deeper = g_strconcat (dots, ".", NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *inner = dup_outline (section->children, deeper);

      g_string_append_printf (out, "%s%s\n%s", dots, section->title, inner);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_outline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (CogBook) written = edition_fixture_new ("en");
      g_autoptr (CogBook) after = office_book_read_back (written, targets[i]);
      g_autofree char *outline = dup_outline (after->sections, ".");
      const char *chapters = strstr (outline, ".All about water");

      g_assert_nonnull (chapters);
      g_assert_cmpstr (chapters, ==, ".All about water\n..Rivers & lakes\n..Tables\n");
    }
}

/* The pages of the edition are made anew at each export: none of them is text now. */
static void
test_nothing_added (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (CogBook) written = edition_fixture_new ("en");
      g_autoptr (CogBook) after = office_book_read_back (written, targets[i]);
      g_autofree char *content = office_book_dup_content (after);

      office_book_assert_has (content, "Look closely.");
      g_assert_null (strstr (content, "Lindqvist"));
      g_assert_null (strstr (content, "Ben Brook"));
      g_assert_null (strstr (content, "Ada Example"));
      g_assert_null (strstr (content, "Example Press"));
      g_assert_null (strstr (content, "All about water</h1><h1"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/own-documents/record", test_record);
  g_test_add_func ("/own-documents/outline", test_outline);
  g_test_add_func ("/own-documents/nothing-added", test_nothing_added);
  return g_test_run ();
}
