/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reader.h"

#include <glib/gstdio.h>
#include <string.h>

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static CogBook *
read_in (const char *folder, const char *name, CogReport *report, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, error);

  return source != NULL ? cog_reader_read (source, report, NULL, NULL, NULL, error) : NULL;
}

static char *
dup_agents (const CogBook *book)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      g_string_append_printf (out, "%s%s %s", i > 0 ? "; " : "", cog_role_to_relator (agent->role),
                              agent->name);
    }
  return g_string_free (out, FALSE);
}

/* Front matter as people write it, with lines as Windows ends them. */
static void
test_front_matter (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *agents = NULL;
  g_autofree char *content = NULL;

  write_file (folder, "a.md",
              "---\r\ntitle: \"Change\"\r\nauthor:\r\n- Ann Lee\r\n- Bo Kim\r\nlanguage: "
              "English\r\npublisher and license: World Bank, Creative Commons Attribution 3.0 "
              "IGO\r\n---\r\n\r\n# One\r\n\r\nText with a note[^1].\r\n\r\n[^1]: The note.\r\n");
  book = read_in (folder, "a.md", report, &error);
  g_assert_no_error (error);
  agents = dup_agents (book);
  g_assert_cmpstr (book->credit->title, ==, "Change");
  g_assert_cmpstr (agents, ==, "aut Ann Lee; aut Bo Kim");
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-3.0-IGO");
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_null (strstr (content, "Ann Lee"));
  g_assert_nonnull (strstr (content, "role=\"doc-noteref\""));
  g_assert_null (strstr (content, "↩"));
}

static void
test_story (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *agents = NULL;
  g_autofree char *content = NULL;

  write_file (folder, "0001_upepo.md",
              "# Upepo\n\n##\nUpepo unavuma.\n\n##\nTunapenda upepo.\n\n##\n* License: [CC-BY]\n"
              "* Text: Ursula Nafula\n* Illustration: Marion Drew\n* Translation: Aisha Noor\n"
              "* Language: sw\n");
  book = read_in (folder, "0001_upepo.md", report, &error);
  g_assert_no_error (error);
  agents = dup_agents (book);
  g_assert_cmpstr (book->credit->title, ==, "Upepo");
  g_assert_cmpstr (agents, ==, "aut Ursula Nafula; ill Marion Drew; trl Aisha Noor");
  g_assert_cmpstr (book->language, ==, "sw");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY");
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_nonnull (strstr (content, "Tunapenda upepo."));
  g_assert_null (strstr (content, "Nafula"));
}

/* A picture in a folder of figures near by; and nothing from further away. */
static void
test_neighbours (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/>"
                            "</svg>";
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  write_file (folder, "secret.svg", svg);
  write_file (folder, "book/figures/18333fig0101.svg", svg);
  write_file (folder, "book/en/01/chapter.md",
              "# Start\n\nInsert 18333fig0101.svg\nFigure 1-1. A box.\n\n"
              "![s](../../../secret.svg) and ![p](file:///etc/passwd)\n");
  book = read_in (folder, "book/en/01/chapter.md", report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->assets->len, ==, 1);
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_true (cog_report_has (report, "missing-file"));
}

static void
test_languages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  write_file (folder, "book/ar/1.md", "# واحد\n\nنص\n");
  write_file (folder, "book/fr/1.md", "# Un\n\nTexte\n");
  write_file (folder, "book/en/1.md", "# One\n\nText\n");
  book = read_in (folder, "book", report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->title, ==, "One");
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpuint (book->sections->len, ==, 1);
  g_assert_true (cog_report_has (report, "other-languages"));
}

/* The Carpentries: a challenge with its solution is an exercise. */
static void
test_challenge (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const char *exercise, *question, *answer;

  write_file (folder, "a.md",
              "# One\n\n::::: objectives\n\n- Learn it\n\n:::::\n\n::::: challenge\n\n## Try\n\n"
              "What is 2 + 2?\n\n::: solution\n\n4\n\n:::\n\n:::::\n\nAfter it.\n");
  book = read_in (folder, "a.md", report, &error);
  g_assert_no_error (error);
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_nonnull (strstr (content, "epub:type=\"learning-objectives\""));
  exercise = strstr (content, "class=\"exercise\"");
  question = strstr (content, "class=\"problem\"");
  answer = strstr (content, "class=\"solution\"");
  g_assert_true (exercise != NULL && exercise < question && question < answer);
  g_assert_true (strstr (content, "What is 2") < answer);
}

static void
test_binary (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cognate-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "b.md", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  g_assert_true (g_file_set_contents (path, "a\0b\0c", 5, NULL));
  book = read_in (folder, "b.md", report, &error);
  g_assert_null (book);
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-markdown/front-matter", test_front_matter);
  g_test_add_func ("/reader-markdown/story", test_story);
  g_test_add_func ("/reader-markdown/neighbours", test_neighbours);
  g_test_add_func ("/reader-markdown/languages", test_languages);
  g_test_add_func ("/reader-markdown/challenge", test_challenge);
  g_test_add_func ("/reader-markdown/binary", test_binary);
  return g_test_run ();
}
