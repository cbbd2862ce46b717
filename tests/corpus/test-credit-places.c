/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-writer.h"
#include "book-reading.h"
#include "corpus.h"
#include "pdf-words.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every credit that was read in a book of the corpus stands where a reader looks for it: under its
 * figure in EPUB and web page, and in the PDF. What is missed is told, with its share. */

static const char *const books[] = { "openstax/microeconomics-en", "openstax/microeconomics-pl",
                                     "openstax/university-physics-en",
                                     "openstax/university-physics-pl" };

typedef struct
{
  const char *name;
  guint n_credits, n_named, n_licensed, n_linked; /* what the credits say */
  guint n_missed;
} Tally;

/* The words by which a reader knows whose it is. (nullable) */
static const char *
get_name (const CogCredit *credit)
{
  if (credit->agents->len > 0)
    return ((const CogAgent *)g_ptr_array_index (credit->agents, 0))->name;
  return credit->source_name;
}

static void
count (Tally *tally, const CogCredit *credit)
{
  tally->n_credits++;
  tally->n_named += get_name (credit) != NULL;
  tally->n_licensed += credit->licence != NULL;
  tally->n_linked += credit->source_url != NULL;
}

/* The item's own words, and below a table the line after it. (transfer full) (nullable) */
static char *
dup_words (const xmlNode *item)
{
  const xmlNode *next = item != NULL ? cog_xml_next_element (item) : NULL;
  g_autofree char *class_name = next != NULL ? cog_xml_dup_attribute (next, "class") : NULL;
  g_autofree char *own = item != NULL ? cog_xml_dup_folded_text (item) : NULL;
  g_autofree char *line =
      g_strcmp0 (class_name, "credit") == 0 ? cog_xml_dup_folded_text (next) : NULL;

  return own != NULL ? g_strconcat (own, "\n", line, NULL) : NULL;
}

/* In the edition, from which every writer takes it: the element's own words name whose it is. */
static void
check_place (Tally *tally, GHashTable *elements, const CogCredit *credit)
{
  const xmlNode *item = g_hash_table_lookup (elements, credit->item);
  g_autofree char *words = dup_words (item);
  const char *name = get_name (credit);

  if (name == NULL || (words != NULL && strstr (words, name) != NULL))
    return;
  /* A picture within a line has its credit in the list. */
  if (item != NULL && cog_xml_is (item, NULL, "img"))
    return;
  tally->n_missed++;
  g_test_message ("%s: %s (%s) is not under it", tally->name, credit->item, name);
}

static char *
write_text (const CogBook *book, const char *file)
{
  const CogWriterOptions options = { COG_PAPER_A4 };
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  cog_writer_write (cog_writer_find (file, NULL), book, &options, file, report, NULL, NULL, &error);
  g_assert_no_error (error);
  if (g_str_has_suffix (file, ".pdf"))
    text = pdf_words_extract (file);
  else
    g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_remove (file);
  return text;
}

static guint
count_of (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

/* Under the figure, and in the list. */
static void
check_file (Tally *tally, const CogBook *book, const char *file)
{
  g_autofree char *text = write_text (book, file);

  for (guint i = 0; text != NULL && i < book->credits->len; i++)
    {
      const char *name = get_name (g_ptr_array_index (book->credits, i));
      g_auto (GStrv) words = g_strsplit_set (name != NULL ? name : "", " \xC2\xA0", 2);

      /* A line may end within a name: its first word tells. */
      if (name == NULL || strlen (words[0]) < 3)
        continue;
      if (count_of (text, words[0]) < 2)
        {
          tally->n_missed++;
          g_test_message ("%s: %s stands only once, or nowhere", file, name);
        }
    }
}

static void
test_book (gconstpointer data)
{
  Tally tally = { data, 0 };
  g_autofree char *path = corpus_dup_path (tally.name);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GHashTable) elements = NULL;

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  book = book_read (path);
  cog_edition_complete_unchanged (book);
  elements = cog_book_index_elements (book);
  for (guint i = 0; i < book->credits->len; i++)
    {
      count (&tally, g_ptr_array_index (book->credits, i));
      check_place (&tally, elements, g_ptr_array_index (book->credits, i));
    }
  check_file (&tally, book, "places.html");
  check_file (&tally, book, "places.pdf");
  g_test_message (
      "%s: %u credits, %u with a name, %u with a licence, %u with an address; %u missed",
      tally.name, tally.n_credits, tally.n_named, tally.n_licensed, tally.n_linked, tally.n_missed);
  g_assert_cmpuint (tally.n_credits, >, 0);
  g_assert_cmpuint (tally.n_named, ==, tally.n_credits);
  g_assert_cmpuint (tally.n_missed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *name =
          g_strdup_printf ("/corpus/credit-places/%s", strrchr (books[i], '/') + 1);

      g_test_add_data_func (name, books[i], test_book);
    }
  return g_test_run ();
}
