/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-evidence-place.h"

#include <string.h>

static CogEvidencePlace *
place_of (const char *content, gssize size, const char *words, const char *url, GError **error)
{
  g_autoptr (CogStatement) statement =
      cog_statement_new (COG_EVIDENCE_TEXT, "page.html", NULL, words, url);

  g_assert_true (g_file_set_contents ("page.html", content, size, NULL));
  return cog_evidence_place_new ("page.html", statement, NULL, error);
}

/* Words are found again through tags, references and other white space. */
static void
test_words (void)
{
  const char *page =
      "<html><body><p>First.</p><p>This  book\nis <b>licensed &amp; shared</b> under "
      "CC&#160;BY 4.0.</p><p>Last.</p></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CogEvidencePlace) place =
      place_of (page, -1, "This book is licensed & shared under CC BY 4.0.", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (place->words, "This  book\nis <b>licensed"));
  g_assert_true (g_str_has_suffix (place->words, "BY 4.0."));
  g_assert_true (g_str_has_suffix (place->before, "<p>First.</p><p>"));
  g_assert_true (g_str_has_prefix (place->after, "</p><p>Last.</p>"));
  g_assert_true (place->is_start && place->is_end);
}

static void
test_address (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogEvidencePlace) place =
      place_of ("<a rel='license' href='http://x.org/?a=1&amp;b=2'>CC</a>", -1, NULL,
                "http://x.org/?a=1&b=2", &error);
  g_autoptr (CogEvidencePlace) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (place->words, ==, "http://x.org/?a=1&amp;b=2");
  none = place_of ("<p>Nothing of the kind</p>", -1, "Quite other words", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (none->words, ==, "");
  g_assert_true (g_str_has_prefix (none->after, "<p>Nothing"));
}

/* A page of a million words shows a window of it; what is no text, and what is not there, is said.
 */
static void
test_bounds (void)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogEvidencePlace) place = NULL;
  g_autoptr (CogStatement) absent =
      cog_statement_new (COG_EVIDENCE_TEXT, "other.html", NULL, "words", NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (page, "<p>word</p>\n");
  g_string_insert (page, (gssize)page->len / 2, "<p>under CC BY</p>");
  place = place_of (page->str, -1, "under CC BY", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (place->before) + strlen (place->after), <, 8000);
  g_assert_false (place->is_start || place->is_end);
  g_assert_null (place_of ("GIF\0\1", 5, "x", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (cog_evidence_place_new ("page.html", absent, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* Broken markup and half a character. */
  g_clear_pointer (&place, cog_evidence_place_free);
  place = place_of ("<p <p under &#99999999; CC <\xC3", -1, "under", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-place/words", test_words);
  g_test_add_func ("/evidence-place/address", test_address);
  g_test_add_func ("/evidence-place/bounds", test_bounds);
  return g_test_run ();
}
