/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-helper-run.h"
#include "cog-reader.h"
#include "cog-tex-folder.h"
#include "cog-tex-mend.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *reader;
  const char *text;
} samples[] = {
  { "latex", "% A book\n\\documentclass{book}\n\\title{Tides}\\begin{document}\\maketitle\n"
             "\\chapter{One}Text\\footnote{A note.} and $x^2$. See \\ref{two}.\n"
             "\\chapter{Two}\\label{two}\\begin{itemize}\\item a\\item b\\end{itemize}\n"
             "\\end{document}\n" },
  { "mediawiki", "= One =\nText<ref>A note.</ref> and '''bold''' with [[Link|words]].\n\n"
                 "= Two =\n* a\n* b\n" },
  { "docbook", "<?xml version='1.0'?><book xmlns='http://docbook.org/ns/docbook' version='5.0'>"
               "<chapter><title>One</title><para>Text<footnote><para>A note.</para></footnote>"
               "</para></chapter><chapter><title>Two</title><itemizedlist><listitem><para>a</para>"
               "</listitem><listitem><para>b</para></listitem></itemizedlist></chapter></book>" },
  { "rst", "One\n===\n\nText [1]_ and :math:`x^2`.\n\n.. [1] A note.\n\nTwo\n===\n\n- a\n- b\n" },
  { "org", "#+TITLE: Tides\n* One\nText[fn:1] here.\n[fn:1] A note.\n* Two\n- a\n- b\n" },
};

static gboolean
has_pandoc (void)
{
  g_autofree char *path = g_find_program_in_path ("pandoc");

  if (path == NULL)
    g_test_skip ("no pandoc");
  return path != NULL;
}

static CogSource *
source_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cog_source_new_for_bytes (bytes, "made.txt");
}

/* What a text is written in is seen in it, whatever it is called. */
static void
test_bids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (CogSource) source = source_of (samples[i].text);
      g_autoptr (GError) error = NULL;
      const CogReader *reader = cog_reader_find (source, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (reader->id, ==, samples[i].reader);
    }
}

/* Text that shows signs of a format is not written in it. */
static void
test_no_bids (void)
{
  static const char *const texts[] = { "Plain words.\n\nMore words.\n",
                                       "A page on \\LaTeX{} and \\section.\n",
                                       "Title\n=====\n\nWords with *stars*.\n",
                                       "* one\n* two\n* three\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CogSource) source = source_of (texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (cog_reader_find (source, &error));
      g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
    }
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples) && has_pandoc (); i++)
    {
      g_autoptr (CogSource) source = source_of (samples[i].text);
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
      CogBookCounts counts;

      g_assert_no_error (error);
      g_assert_true (cog_book_validate (book, report));
      cog_book_count (book, &counts);
      g_assert_cmpuint (counts.sections, ==, 2);
      g_assert_cmpuint (counts.footnotes, ==, 1);
      g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 1))->title, ==, "Two");
      g_assert_true (cog_report_has (report, "converted-by"));
    }
}

static void
write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Files are brought in as far as they are in the folder; a ring ends. */
static void
test_folder (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogContainer) container = NULL;
  g_autofree char *text = NULL;

  write_file ("secret.tex", "SECRET");
  write_file ("book/a-part.tex", "\\documentclass{subfiles}\\begin{document}Part A.\n"
                                 "% \\input{ring}\n\\input{ring}\\end{document}\n");
  write_file ("book/main.tex",
              "\\documentclass{book}\\begin{document}\\subfile{a-part} and \\import{sub/}{b} "
              "\\myinclude{sub/b}\\input{../secret}\\input{/etc/passwd}\\includegraphics{x}"
              "\\end{document}\n");
  write_file ("book/sub/b.tex", "Part B.");
  write_file ("book/ring.tex", "Ring.\\input{main}");
  container = cog_container_new_for_folder ("book", report, NULL, NULL);
  g_assert_cmpstr (cog_tex_folder_find_main (container), ==, "main.tex");
  text = cog_tex_folder_expand (container, "main.tex", report);
  g_assert_nonnull (strstr (text, "Part A."));
  g_assert_nonnull (strstr (text, "Part B."));
  g_assert_nonnull (strstr (strstr (text, "Part B.") + 1, "Part B."));
  g_assert_nonnull (strstr (text, "Ring."));
  g_assert_null (strstr (strstr (text, "Ring.") + 1, "Ring."));
  g_assert_nonnull (strstr (text, "% \\input{ring}"));
  g_assert_nonnull (strstr (text, "\\includegraphics{x}"));
  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strstr (text, "root:"));
  g_assert_true (cog_report_has (report, "missing-file"));
}

static void
test_mend (void)
{
  guint mended = 0, once = 0, left_out = 0;
  g_autofree char *balanced = cog_tex_balance (
      "%\\begin{a}\n\\begin{b}x\\begin{c}y\\end{b}\\end{a}\\begin{verbatim}\\end{z}\\end{verbatim}"
      "\\begin{d}",
      &mended);
  g_autofree char *joined = cog_tex_balance ("\\end{do\\end{x}cument}", &left_out);
  g_autofree char *after_comment = cog_tex_balance ("\\begin{a} % end", &once);
  g_autofree char *named = cog_tex_name_headings (
      "\\newcommand{\\mysection}[1]{#1}\\mysection{A}\\olsection[x]{id}{Title}\\subsection{B}");

  g_assert_cmpstr (balanced, ==,
                   "%\\begin{a}\n\\begin{b}x\\begin{c}y\\end{c}\\end{b}\\begin{verbatim}\\end{z}"
                   "\\end{verbatim}\\begin{d}\\end{d}");
  g_assert_cmpuint (mended, ==, 3);
  /* What is put in at the end must not stand in a comment. */
  g_assert_cmpstr (after_comment, ==, "\\begin{a} % end\n\\end{a}");
  /* What is taken out leaves no new mark behind. */
  g_assert_cmpstr (joined, ==, "\\end{do{}cument}");
  g_assert_cmpstr (named, ==,
                   "\\newcommand{\\mysection}[1]{#1}\\mysection{A}\\section{Title}\\subsection{B}");
}

static void
test_rights (void)
{
  g_autoptr (CogSource) source =
      source_of ("\\documentclass{article}\\usepackage[type={CC},modifier={by-nc},version={4.0}]"
                 "{doclicense}\\begin{document}Words.\\end{document}\n");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  if (!has_pandoc ())
    return;
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-NC-4.0");
}

static void
test_rtf (void)
{
  g_autoptr (CogSource) source = source_of ("{\\rtf1\\ansi{\\b Bold} words.\\par More.\\par}");
  g_autofree char *path = g_find_program_in_path ("soffice");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_reader_read (source, report, NULL, NULL, NULL, &error);

  if (path == NULL)
    {
      g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, report));
  g_assert_true (cog_report_has (report, "converted-by"));
}

/* A program that hangs is ended, with what it began; one that is not there is told. */
static void
test_helper (void)
{
  static const char *const slow[] = { "sh", "-c", "sleep 60 & sleep 60", NULL };
  static const char *const none[] = { "no-such-program-here", NULL };
  static const char *const bad[] = { "sh", "-c", "echo wrong >&2; exit 3", NULL };
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) failed = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_assert_false (cog_helper_run (slow, NULL, 1, NULL, NULL, NULL, &late));
  g_assert_error (late, COG_ERROR, COG_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
  g_assert_false (cog_helper_run (none, NULL, 1, NULL, NULL, NULL, &missing));
  g_assert_error (missing, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_assert_false (cog_helper_run (bad, NULL, 9, NULL, NULL, NULL, &failed));
  g_assert_error (failed, COG_ERROR, COG_ERROR_INPUT);
  g_assert_nonnull (strstr (failed->message, "wrong"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-pandoc/bids", test_bids);
  g_test_add_func ("/reader-pandoc/no-bids", test_no_bids);
  g_test_add_func ("/reader-pandoc/read", test_read);
  g_test_add_func ("/reader-pandoc/folder", test_folder);
  g_test_add_func ("/reader-pandoc/mend", test_mend);
  g_test_add_func ("/reader-pandoc/rights", test_rights);
  g_test_add_func ("/reader-pandoc/rtf", test_rtf);
  g_test_add_func ("/reader-pandoc/helper", test_helper);
  return g_test_run ();
}
