/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_inspect (CliFixture *f, gconstpointer data)
{
  static const char *const keys[] = { "title",     "creators", "language", "format",  "sections",
                                      "units",     "words",    "figures",  "tables",  "equations",
                                      "footnotes", "links",    "licence",  "credits", "dropped",
                                      "warnings",  "report" };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  g_assert_cmpint (cli_run (f, "--json inspect rivers.md"), ==, 0);
  node = cli_parse (f);
  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (object, keys[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "River Book");
  g_assert_cmpint (json_object_get_int_member (object, "footnotes"), ==, 1);
  object = json_object_get_object_member (object, "licence");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "CC-BY-4.0");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "evidence")), >=,
                    1);
}

/* What the import said is kept in the project. */
static void
test_report (CliFixture *f, gconstpointer data)
{
  static const char *const groups[] = { "kept", "simplified", "dropped", "unsure" };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *source;
  JsonArray *dropped;

  cli_write_file (f, "page.html",
                  "<html lang='en'><title>Page</title><body><h1>Page</h1><p>Words.</p>"
                  "<script>1</script></body></html>");
  g_assert_cmpint (cli_run (f, "inspect page.html"), ==, 0);
  g_assert_nonnull (strstr (f->out, "Dropped\n  page.html: Scripts were left out"));
  g_assert_cmpint (cli_run (f, "new p.cognate --from page.html --to ar"), ==, 0);
  g_assert_cmpint (cli_run (f, "report p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "Dropped\n  page.html: Scripts were left out"));
  g_assert_cmpint (cli_run (f, "--json report p.cognate"), ==, 0);
  node = cli_parse (f);
  source = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (node), "sources"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_true (json_object_has_member (source, groups[i]));
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (source, "kept"), "sections"), ==,
      1);
  dropped = json_object_get_array_member (source, "dropped");
  g_assert_cmpuint (json_array_get_length (dropped), ==, 1);
  g_assert_nonnull (
      json_object_get_string_member (json_array_get_object_element (dropped, 0), "section"));
}

static void
test_set (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;

  cli_make_project (f);
  unit = cli_dup_unit (f, "paragraph");
  words = g_strdup_printf ("set p.cognate %s --target <b>no --state translated", unit);
  g_assert_cmpint (cli_run (f, words), ==, 1);
  g_free (words);
  words = g_strdup_printf ("set p.cognate %s", unit);
  g_assert_cmpint (cli_run (f, words), ==, 2);
  lines = g_strdup_printf ("{\"id\":\"%s\",\"target\":\"ماء\"}\n\n{\"id\":5}\n", unit);
  g_assert_cmpint (cli_run_with_input (f, lines, "set p.cognate --batch"), ==, 1);
  g_assert_nonnull (strstr (f->err, "line 3"));
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 1);
  *strstr (lines, "\n\n") = '\0';
  g_assert_cmpint (cli_run_with_input (f, lines, "set p.cognate --batch"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"target\":\"ماء\""));
  g_assert_cmpint (cli_run (f, "undo p.cognate 9"), ==, 0);
  g_assert_cmpstr (f->out, ==, "1\n");
  g_assert_cmpint (cli_run (f, "undo p.cognate 0"), ==, 2);
}

static void
test_status (CliFixture *f, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  gint64 words;

  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "status p.cognate --json"), ==, 0);
  node = cli_parse (f);
  object = json_node_get_object (node);
  words = json_object_get_int_member (object, "words");
  g_assert_cmpint (words, >, 0);
  g_assert_cmpint (json_object_get_int_member (
                       json_object_get_object_member (object, "words_by_state"), "initial"),
                   ==, words);
  g_assert_cmpint (json_object_get_int_member (
                       json_object_get_object_member (object, "words_by_decision"), "none"),
                   ==, words);
}

/* Each passage that was translated is followed by its original, in its own language. */
static void
test_bilingual (CliFixture *f, gconstpointer data)
{
  static const char *const targets[] = { "b.epub", "b.pdf",   "site",       "site.zip",
                                         "b.docx", "b.odt",   "b.md",       "b.md.zip",
                                         "b.txt",  "b.imscc", "b.scorm.zip" };
  g_autofree char *page = NULL;

  cli_make_project (f);
  cli_translate (f, "heading", "أنهار");
  cli_translate (f, "item", "واحد");
  cli_translate (f, "cell", "ج");
  g_assert_cmpint (cli_run (f, "licence choose p.cognate CC-BY-4.0"), ==, 0);
  g_assert_cmpint (cli_run (f, "export p.cognate b.html --bilingual"), ==, 0);
  page = cli_dup_page (f, "b.html");
  g_assert_nonnull (strstr (page, ">أنهار</h"));
  g_assert_nonnull (strstr (page, "<p class=\"original\" lang=\"en\" dir=\"ltr\""));
  g_assert_nonnull (strstr (page, ">Rivers</p>"));
  g_assert_null (strstr (page, ">Rivers</h"));
  g_assert_nonnull (strstr (page, ">one</p>"));
  g_assert_nonnull (strstr (page, ">c</p>"));
  /* What is not translated stands once. */
  g_assert_nonnull (strstr (page, ">two<"));
  g_assert_null (strstr (strstr (page, ">two<") + 1, ">two<"));
  g_assert_cmpint (cli_run (f, "validate b.html"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *words = g_strdup_printf ("export p.cognate %s --bilingual -q", targets[i]);

      g_assert_cmpint (cli_run (f, words), ==, 0);
      g_assert_cmpstr (f->err, ==, "");
      g_assert_true (cli_has_file (f, targets[i]));
    }
  g_assert_cmpint (cli_run (f, "validate b.epub"), ==, 0);
}

static void
test_sections (CliFixture *f, gconstpointer data)
{
  g_autofree char *page = NULL;

  g_assert_cmpint (g_mkdir (g_build_filename (f->dir, "book", NULL), 0777), ==, 0);
  cli_write_file (f, "book/1.md",
                  "# First\n\nCC BY 4.0 license: licensed under CC BY 4.0.\n\nalpha\n");
  cli_write_file (f, "book/2.md", "# Second\n\nbeta\n");
  cli_write_file (f, "book/3.md", "# Third\n\ngamma\n");
  g_assert_cmpint (cli_run (f, "new p.cognate --from book --to en-GB"), ==, 0);
  g_assert_cmpint (cli_run (f, "export p.cognate o.html --draft --section text-1 --section text-3"),
                   ==, 0);
  page = cli_dup_page (f, "o.html");
  g_assert_nonnull (strstr (page, "alpha"));
  g_assert_null (strstr (page, "beta"));
  g_assert_nonnull (strstr (page, "gamma"));
}

/* Each further format is read back as a book with what was translated, its original and the licence
 * that was chosen. */
static void
test_further_formats (CliFixture *f, gconstpointer data)
{
  static const char *const targets[] = { "b.docx",   "b.odt",   "b.md",
                                         "b.md.zip", "b.imscc", "b.scorm.zip" };

  cli_make_project (f);
  cli_translate (f, "heading", "أنهار");
  g_assert_cmpint (cli_run (f, "licence choose p.cognate CC-BY-4.0"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *out = g_strdup_printf ("export p.cognate %s --bilingual -q", targets[i]);
      g_autofree char *back = g_strdup_printf ("convert %s back-%u.html -q", targets[i], i);
      g_autofree char *name = g_strdup_printf ("back-%u.html", i);
      g_autofree char *page = NULL;

      g_assert_cmpint (cli_run (f, out), ==, 0);
      g_assert_cmpint (cli_run (f, back), ==, 0);
      page = cli_dup_page (f, name);
      if (strstr (page, "أنهار") == NULL || strstr (page, "Rivers") == NULL ||
          strstr (page, "creativecommons.org/licenses/by/4.0") == NULL)
        g_error ("%s lost what it says: %s", targets[i], page);
    }
}

static void
test_large_print (CliFixture *f, gconstpointer data)
{
  g_autofree char *small_path = g_build_filename (f->dir, "s.epub", NULL);
  g_autofree char *large_path = g_build_filename (f->dir, "l.epub", NULL);
  g_autofree char *small = NULL, *large = NULL;
  gsize n_small, n_large;

  cli_write_file (f, "a.md", "# First\n\nalpha beta gamma\n");
  g_assert_cmpint (cli_run (f, "convert a.md s.epub -q"), ==, 0);
  g_assert_cmpint (cli_run (f, "convert a.md l.epub --large-print -q"), ==, 0);
  g_assert_cmpint (cli_run (f, "convert a.md l.pdf --large-print -q"), ==, 0);
  g_assert_true (cli_has_file (f, "l.pdf"));
  g_assert_true (g_file_get_contents (small_path, &small, &n_small, NULL));
  g_assert_true (g_file_get_contents (large_path, &large, &n_large, NULL));
  g_assert_cmpuint (n_large, >, n_small);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "inspect", test_inspect },
    { "report", test_report },
    { "set", test_set },
    { "status", test_status },
    { "bilingual", test_bilingual },
    { "sections", test_sections },
    { "further-formats", test_further_formats },
    { "large-print", test_large_print },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
