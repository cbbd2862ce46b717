/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "made-reading.h"

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0'/></svg>"
#define FIELD(key, language, text) "<div data-book=\"" key "\" lang=\"" language "\">" text "</div>"
#define EDITABLE(language, text)                                                                   \
  "<div class=\"bloom-editable normal-style\" lang=\"" language "\"><p>" text "</p></div>"
#define GROUP(inside) "<div class=\"bloom-translationGroup\">" inside "</div>"
#define CHOICE(more, text)                                                                         \
  "<div class=\"checkbox-and-textbox-choice" more                                                  \
  "\"><input type=\"checkbox\"/>" GROUP (EDITABLE ("sw", text)) "</div>"

/* clang-format off: what stands in each other on lines of its own */
static const char book_page[] =
    "\xEF\xBB\xBF<!doctype html><html><head><title>x</title></head><body><div "
    "id=\"bloomDataDiv\">" FIELD ("contentLanguage1", "*", "sw") FIELD (
        "bookTitle", "en", "<p>The Sea</p>") FIELD ("bookTitle",
                                                    "sw",
                                                    "<p>Bahari</p>") FIELD ("copyright",
                                                                            "*",
                                                                            "Copyright © 2020, Ana")
        FIELD ("licenseUrl", "*", "http://creativecommons.org/licenses/by-nc/4.0/") FIELD (
            "licenseNotes", "*", "Ask before printing.") FIELD ("originalCopyright",
                                                                "*",
                                                                "Copyright © 2007, Pratham Books")
            FIELD ("originalLicenseUrl", "*", "http://creativecommons.org/licenses/by/4.0/") FIELD (
                "originalTitle",
                "*",
                "The Cap") FIELD ("originalContributions",
                                  "en",
                                  "<p>Written by Noni Illustrations by Angie and Upesh</p>")
                FIELD ("versionAcknowledgments", "sw", "<p>Translated by Juma</p>") FIELD (
                    "versionAcknowledgments", "fr", "<p>Traduit par Marie</p>")
                    FIELD ("outside-back-cover-branding-bottom-html", "*", "<p>The contents do not necessarily reflect the views of USAID.</p>") "</div><div class=\"bloom-page cover bloom-frontMatter\">" GROUP (
                        EDITABLE (
                            "sw",
                            "Jalada")) "</div>"
                                       "<div class=\"bloom-page numberedPage\" id=\"p1\">"
                                       "<div class=\"pageLabel\" lang=\"en\">Basic Text</div><div "
                                       "class=\"bloom-canvas\">"
                                       "<img src=\"a%20moon.svg\" alt=\"This image, a moon.svg, is "
                                       "missing or was loading too slowly.\" "
                                       "data-license=\"cc-by-sa\" data-creator=\"Luna\" "
                                       "data-copyright=\"© Luna\"/>"
                                       "<div class=\"bloom-translationGroup "
                                       "bloom-imageDescription\">" EDITABLE ("en", "A moon")
                                           EDITABLE ("sw", "Mwezi") "</div></div>" GROUP (
                                               EDITABLE ("en", "English words") EDITABLE (
                                                   "sw",
                                                   "<span class=\"audio-sentence\" "
                                                   "id=\"i\">Maneno</span>")
                                                   EDITABLE (
                                                       "z",
                                                       "")) "</div><div class=\"bloom-page "
                                                            "numberedPage "
                                                            "simple-comprehension-quiz\"><div "
                                                            "class=\"quiz\">" GROUP (EDITABLE ("sw",
                                                                                               "Swa"
                                                                                               "li"
                                                                                               "?"))
                                                                CHOICE ("", "Hapana") CHOICE (
                                                                    " correct-answer",
                                                                    "Ndiyo") "</div></div></body></"
                                                                             "html>";
/* clang-format on */

typedef struct
{
  CogReport *report;
  CogBook *book;
  char *content;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = made_zip ("Bahari.htm", book_page, "meta.json",
                                       "{\"license\":\"cc-by-nc\"}", "a moon.svg", SVG, NULL);

  f->report = cog_report_new ();
  f->book = made_read (bytes, "bloom", f->report);
  f->content = made_dup_content (f->book);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cog_report_free (f->report);
  cog_book_free (f->book);
  g_free (f->content);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (f->book->language, ==, "sw");
  g_assert_cmpstr (f->book->credit->title, ==, "Bahari");
  made_assert_has (f->content, "Maneno");
  made_assert_has (f->content, "alt=\"Mwezi\"");
  made_assert_lacks (f->content, "English words");
  made_assert_lacks (f->content, "Basic");
  made_assert_lacks (f->content, "Jalada");
  made_assert_lacks (f->content, "loading");
  g_assert_true (cog_report_has (f->report, "bloom-languages"));
  g_assert_true (cog_report_has (f->report, "bloom-recordings"));
}

/* Another of its languages can be had for the asking. */
static void
test_language (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = made_zip ("Bahari.htm", book_page, "meta.json",
                                       "{\"license\":\"cc-by-nc\"}", "a moon.svg", SVG, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  CogReadingOptions options = { 0 };

  g_assert_cmpuint (f->book->languages->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (f->book->languages, 0), ==, "en");
  g_assert_cmpstr (g_ptr_array_index (f->book->languages, 1), ==, "sw");
  g_assert_true (cog_reading_options_set_language (&options, "en-GB"));
  book = made_read_as (bytes, "bloom", &options, report);
  content = made_dup_content (book);
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpstr (book->credit->title, ==, "The Sea");
  made_assert_has (content, "English words");
  made_assert_has (content, "alt=\"A moon\"");
  made_assert_lacks (content, "Maneno");
  g_assert_false (cog_report_has (report, "language-not-held"));
}

static void
test_quiz (Fixture *f, gconstpointer data)
{
  g_assert_true (
      g_regex_match_simple ("problem.*Swali.*Hapana.*Ndiyo.*solution.*value=\"2\".*Ndiyo",
                            f->content, G_REGEX_DOTALL, 0));
}

static void
test_rights (Fixture *f, gconstpointer data)
{
  const CogCredit *credit = f->book->credit;
  const CogCredit *original = g_ptr_array_index (credit->upstream, 0);
  const CogCredit *moon = g_ptr_array_index (f->book->credits, 0);
  g_autofree char *authors = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);
  g_autofree char *artists = cog_credit_dup_names (credit, COG_ROLE_ILLUSTRATOR);
  g_autofree char *translators = cog_credit_dup_names (credit, COG_ROLE_TRANSLATOR);

  made_assert_has (credit->licence, "CC-BY-NC-4.0");
  g_assert_cmpstr (credit->copyright, ==, "Copyright © 2020, Ana");
  g_assert_cmpstr (original->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (original->title, ==, "The Cap");
  g_assert_cmpstr (original->copyright, ==, "Copyright © 2007, Pratham Books");
  g_assert_cmpstr (authors, ==, "Noni");
  g_assert_cmpstr (artists, ==, "Angie and Upesh");
  g_assert_cmpstr (translators, ==, "Juma");
  /* The terms, who is thanked, and that somebody does not answer for the book. */
  g_assert_cmpuint (credit->notices->len, ==, 3);
  g_assert_cmpuint (f->book->credits->len, ==, 1);
  g_assert_cmpstr (moon->licence, ==, "CC-BY-SA");
  g_assert_cmpstr (moon->copyright, ==, "© Luna");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reader-bloom/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/reader-bloom/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/reader-bloom/quiz", Fixture, NULL, set_up, test_quiz, tear_down);
  g_test_add ("/reader-bloom/rights", Fixture, NULL, set_up, test_rights, tear_down);
  return g_test_run ();
}
