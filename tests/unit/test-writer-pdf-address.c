/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edition-fixture.h"
#include "folder.h"
#include "pdf-words.h"

#include "cog-edition-job.h"

#include <locale.h>
#include <string.h>

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

/* What pdftotext gives, without the ends of lines: addresses are broken behind a slash. */
static char *
dup_words (const char *path, const char *gap)
{
  g_autofree char *text = pdf_words_extract (path);
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \n", -1) : NULL;

  return words != NULL ? g_strjoinv (gap, words) : NULL;
}

static CogBook *
make_book (const char *language)
{
  CogBook *book = edition_fixture_new_bare (language);

  book->credit->source_url = g_strdup ("https://example.org/water");
  cog_edition_complete_unchanged (book);
  return book;
}

/* Written out where it can be typed, and once: the two items come from one address, and each
 * licence's stands in the list of licences. */
static void
test_once (gconstpointer data)
{
  static const char *const licences[] = { "https://creativecommons.org/licenses/by/4.0/",
                                          "https://creativecommons.org/licenses/by-sa/4.0/",
                                          "https://creativecommons.org/licenses/by/3.0/" };
  const char *language = data;
  g_autoptr (CogBook) book = make_book (language);
  g_autofree char *text = NULL;

  edition_fixture_write (book, "rights.pdf");
  text = dup_words ("rights.pdf", "");
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_cmpuint (count (text, "https://example.org/water"), ==, 1);
  g_assert_cmpuint (count (text, "https://example.org/picture"), ==, 1);
  /* An address in two lines is taken apart where the others run from right to left. */
  for (guint i = 0; !g_str_equal (language, "ar") && i < G_N_ELEMENTS (licences); i++)
    g_assert_cmpuint (count (text, licences[i]), ==, 1);
  /* No link of the text itself. */
  g_assert_null (strstr (text, "a=1"));
}

/* Behind the marks that close the title. */
static void
test_place (void)
{
  g_autoptr (CogBook) book = make_book ("de");
  g_autofree char *text = NULL;

  edition_fixture_write (book, "place.pdf");
  text = dup_words ("place.pdf", " ");
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_nonnull (strstr (text, "more\"“ (https://example.org/water) von"));
  g_assert_nonnull (strstr (text, "By the water (https://example.org/picture) –"));
  /* On its page, and not in the contents. */
  g_assert_cmpuint (count (text, "Lizenzen"), ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_data_func ("/writer-pdf-address/en", "en", test_once);
  g_test_add_data_func ("/writer-pdf-address/ar", "ar", test_once);
  g_test_add_data_func ("/writer-pdf-address/zh", "zh-Hans", test_once);
  g_test_add_func ("/writer-pdf-address/place", test_place);
  return g_test_run ();
}
