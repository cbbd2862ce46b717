/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-reader.h"
#include "folder.h"

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
  g_autofree char *folder = folder_make ();
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
  g_autofree char *folder = folder_make ();
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
  g_autofree char *folder = folder_make ();
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

/* A caption that is all credit, with its address; and a description that holds what looks like an
 * id. */
static void
test_caption_that_is_a_credit (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/>"
                            "</svg>";
  g_autofree char *folder = folder_make ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogCredit *credit;

  write_file (folder, "c.svg", svg);
  write_file (folder, "a.md",
              "# One\n\n![\"Final\" by Jo Chan, <https://example.org/c>](c.svg){alt='A file named "
              "42.#@$%WHY.doc'}\n\nText.\n");
  book = read_in (folder, "a.md", report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_cmpstr (credit->title, ==, "Final");
  g_assert_cmpstr (credit->source_url, ==, "https://example.org/c");
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_null (strstr (content, "figcaption"));
  g_assert_null (strstr (content, "id=\"text-1-"
                                  "___WHY"));
  g_assert_null (strstr (content, "<a "));
}

static void
test_languages (void)
{
  g_autofree char *folder = folder_make ();
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
  g_autofree char *folder = folder_make ();
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
assert_has (const char *text, const char *const *pieces)
{
  for (guint i = 0; pieces[i] != NULL; i++)
    if (strstr (text, pieces[i]) == NULL)
      {
        g_test_message ("no “%s” in %s", pieces[i], text);
        g_test_fail ();
      }
}

/* YAML as Quarto, Pandoc and Hugo have it. */
static void
test_front_matter_maps (void)
{
  g_autofree char *folder = folder_make ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *agents = NULL;

  write_file (folder, "a.md",
              "---\ntitle: 'Rain: a book'\nauthor:\n  - name: Ann Lee\n    affiliation: River "
              "School\n  - given: Bo\n    family: Kim\neditor: Cy Day\nlang: en-GB\nkeywords: "
              "[water, rain]\nlicense:\n  text: CC BY-SA\n  url: "
              "https://creativecommons.org/licenses/by-sa/4.0/\nabstract: |\n  One.\n  "
              "Two.\n---\n\nText.\n");
  book = read_in (folder, "a.md", report, &error);
  g_assert_no_error (error);
  agents = dup_agents (book);
  g_assert_cmpstr (book->credit->title, ==, "Rain: a book");
  g_assert_cmpstr (agents, ==, "aut Ann Lee; aut Bo Kim; edt Cy Day");
  g_assert_cmpstr (book->language, ==, "en-GB");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (book->description, ==, "One. Two.");
  g_assert_cmpuint (book->subjects->len, ==, 2);
}

/* What Pandoc, kramdown, MkDocs, MyST and GitHub add to Markdown. */
static void
test_dialects (void)
{
  static const char text[] =
      "# Rain {#rain .unnumbered}\n\nSee [above](#rain){.x} H~2~O, x^2^, ==marked==, ~~gone~~, "
      "$5 and $6, `$code$`, $a_1 * b_1$ and $\\foo$.^[Told *here*.]\n\n$$\nx \\, y\n$$\n\n"
      "Term\n:   One *meaning*.\n\nOther\n: Two\n: Three\n\n- [x] done\n- [ ] to do\n\n"
      "| a | b |\n|---|--:|\n| 1 | 2 |\n\nTable: Numbers {#tbl-n}\n\n"
      "![A *cat*](cat.svg \"Tip\"){#fig-cat fig-alt='Grey cat'}\n\n"
      "!!! warning \"Mind\"\n    Hot.\n\n> [!TIP]\n> Cold.\n\n```{note} Named\nLukewarm.\n```\n\n"
      "::: {.callout-tip}\nBoxed.\n:::\n\n[TOC]\n\n```{r, echo=FALSE}\nplot (x ~ y)\n```\n";
  static const char *const pieces[] = {
    ">Rain</h1>",
    "<a href=\"#text-1-rain\">above</a> H",
    "<sub>2</sub>",
    "<sup>2</sup>",
    "<mark>marked</mark>",
    "<s>gone</s>",
    "$5 and $6",
    "<code>$code$</code>",
    "<msub><mi>a</mi><mrow><mn>1</mn></mrow></msub><mo>∗</mo>",
    "<code>\\foo</code>",
    "Told <em>here</em>.",
    "display=\"block\"",
    ">Term</dt>",
    ">One <em>meaning</em>.</dd>",
    ">Three</dd>",
    "☑ done",
    "☐ to do",
    ">Numbers</caption>",
    "id=\"text-1-fig-cat\"",
    "alt=\"Grey cat\"",
    "A <em>cat</em>",
    "class=\"warning\"",
    "<strong>Mind</strong>",
    "class=\"tip\"",
    "Cold.",
    "<strong>Named</strong>",
    "Boxed.",
    "plot (x ~ y)",
    NULL,
  };
  g_autofree char *folder = folder_make ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  write_file (folder, "a.md", text);
  write_file (folder, "cat.svg",
              "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/></svg>");
  book = read_in (folder, "a.md", report, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, report));
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  assert_has (content, pieces);
  g_assert_null (strstr (content, "[TOC]"));
  g_assert_null (strstr (content, "{"));
  g_assert_null (strstr (content, "formula:"));
  g_assert_true (cog_report_has (report, "tex-kept"));
}

/* A book's own list of chapters gives their order, its settings the record. */
static void
test_chapter_lists (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *title;
  } lists[] = {
    { "SUMMARY.md", "# Summary\n\n* [Z](z.md)\n  * [A](sub/a.md)\n", "Zed" },
    { "_quarto.yml",
      "project:\n  type: book\nbook:\n  title: \"The Q\"\n  author: Ann Lee\n  chapters:\n    - "
      "z.md\n    - part: P\n      chapters:\n        - sub/a.md\n",
      "The Q" },
    { "mkdocs.yml", "site_name: The M\nnav:\n  - Home: ../z.md\n  - A: ../sub/a.md\n", "The M" },
    { "_toc.yml", "format: jb-book\nroot: z\nchapters:\n- file: sub/a\n", "Zed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *folder = folder_make ();
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = NULL;

      g_test_message ("%s", lists[i].name);
      write_file (folder, "book/z.md", "---\ntitle: Zed\n---\n\nLast letter.\n");
      write_file (folder, "book/sub/a.md", "# Aye\n\nFirst letter.\n");
      write_file (folder, "book/draft.md", "# Draft\n");
      if (g_str_equal (lists[i].name, "mkdocs.yml"))
        write_file (folder, "book/docs/none.txt", "-");
      {
        g_autofree char *name = g_build_filename ("book", lists[i].name, NULL);

        write_file (folder, name, lists[i].text);
      }
      book = read_in (folder, "book", report, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (book->credit->title, ==, lists[i].title);
      g_assert_cmpuint (book->sections->len, ==, 2);
      g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 0))->title, ==, "Zed");
      g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 1))->title, ==, "Aye");
      g_assert_true (cog_report_has (report, "not-listed"));
    }
}

/* Without a list, by name; the first page of a folder comes first. */
static void
test_folder_order (void)
{
  static const char *const titles[] = { "Book", "One", "Part", "Two", "Ten" };
  g_autofree char *folder = folder_make ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  write_file (folder, "book/index.Rmd", "# Book\n\nx\n");
  write_file (folder, "book/1-one.Rmd", "# One\n\nx\n");
  write_file (folder, "book/2/2-two.Rmd", "# Two\n\nx\n");
  write_file (folder, "book/2/10-ten.Rmd", "# Ten\n\nx\n");
  write_file (folder, "book/2/index.Rmd", "# Part\n\nx\n");
  write_file (folder, "book/3-empty.Rmd", "");
  book = read_in (folder, "book", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->sections->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, i))->title, ==, titles[i]);
}

static void
test_binary (void)
{
  g_autofree char *folder = folder_make ();
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
  g_test_add_func ("/reader-markdown/front-matter-maps", test_front_matter_maps);
  g_test_add_func ("/reader-markdown/dialects", test_dialects);
  g_test_add_func ("/reader-markdown/chapter-lists", test_chapter_lists);
  g_test_add_func ("/reader-markdown/folder-order", test_folder_order);
  g_test_add_func ("/reader-markdown/story", test_story);
  g_test_add_func ("/reader-markdown/neighbours", test_neighbours);
  g_test_add_func ("/reader-markdown/caption-credit", test_caption_that_is_a_credit);
  g_test_add_func ("/reader-markdown/languages", test_languages);
  g_test_add_func ("/reader-markdown/challenge", test_challenge);
  g_test_add_func ("/reader-markdown/binary", test_binary);
  return g_test_run ();
}
