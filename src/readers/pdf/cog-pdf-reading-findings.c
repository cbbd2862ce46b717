/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-findings.h"

#include "cog-pdf-scan.h"

#include <glib/gi18n-lib.h>

#define MAX_RUNS 12 /* of pages that are told one by one */

const CogFindingKind cog_finding_pages_scanned = {
  "pages-scanned",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("These pages are pictures without text, and were kept as pictures: %1. Text recognition can "
      "be asked for."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_pages_unreadable = {
  "pages-unreadable",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("The text of these pages looks right but cannot be read, because the file does not tell its "
      "letters; they were kept as pictures: %1. Text recognition can be asked for."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_contents_pages = {
  "contents-pages",
  COG_SEVERITY_INFO,
  TRUE,
  N_ ("The table of contents was left out: each edition gets a new one."),
  COG_EFFECT_DROPPED,
};

const CogFindingKind cog_finding_formulas_drawn = {
  "formulas-drawn",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("Formulas on these pages were kept as pictures, with their signs as alternative text: %1."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_formulas_in_line = {
  "formulas-in-line",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("Formulas on these pages, with fractions or roots, were written in a line of text: %1."),
  COG_EFFECT_SIMPLIFIED,
};

const CogFindingKind cog_finding_pages_recognized = {
  "pages-recognized",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("The text of these pages was recognized from their pictures: %1. Compare it with the pages."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_pages_recognized_badly = {
  "pages-recognized-badly",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("The text of these pages was hard to recognize, and many words may be wrong: %1. Compare "
      "each "
      "with the page."),
  COG_EFFECT_UNSURE,
};

const CogFindingKind cog_finding_pages_not_recognized = {
  "pages-not-recognized",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("On these pages no text could be recognized; they were kept as pictures: %1."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_recognition_missing = {
  "recognition-missing",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: “Tesseract” is a program, “tesseract-ocr” the package that it comes in. */
  N_ ("To recognize text, the program Tesseract is needed, and it is not installed on this "
      "computer. Install it (the package is called “tesseract-ocr”), then read the file again."),
  COG_EFFECT_KEPT,
};

const CogFindingKind cog_finding_recognition_data_missing = {
  "recognition-data-missing",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: 1 is a language or a script, 2 ends the name of a package: "ara". “Tesseract” is a
   * program. */
  N_ ("Tesseract has no data for this language or script on this computer: %1. Install it (the "
      "package is called “tesseract-ocr-%2”), then read the file again."),
  COG_EFFECT_UNSURE,
};

static guint
find_end (const GArray *numbers, guint first)
{
  guint end = first + 1;

  while (end < numbers->len &&
         g_array_index (numbers, guint, end) == g_array_index (numbers, guint, first) + end - first)
    end++;
  return end;
}

static guint
count_runs (const GArray *numbers)
{
  guint n = 0;

  for (guint i = 0; i < numbers->len; i = find_end (numbers, i))
    n++;
  return n;
}

void
cog_pdf_report_pages (CogReport *report, const CogFindingKind *kind, const GArray *numbers)
{
  gboolean is_one = count_runs (numbers) > MAX_RUNS;

  for (guint i = 0, end; i < numbers->len; i = end)
    {
      g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *place = cog_report_dup_page (g_array_index (numbers, guint, i));
      g_autofree char *pages = NULL;

      end = is_one ? numbers->len : find_end (numbers, i);
      g_array_append_vals (run, &g_array_index (numbers, guint, i), end - i);
      pages = cog_pdf_pages_to_string (run);
      cog_report_add (report, kind, place, pages, NULL);
    }
}
