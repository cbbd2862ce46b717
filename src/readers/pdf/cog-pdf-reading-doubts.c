/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-findings.h"

#include "cog-layout-doubt.h"

#include <glib/gi18n-lib.h>

/* In the words of somebody who looks at the page and at the text, not of how it was read. */
static const CogFindingKind kinds[COG_LAYOUT_N_DOUBTS] = {
  [COG_LAYOUT_DOUBT_LETTERS] = { "pages-with-unknown-letters", COG_SEVERITY_WARNING, FALSE,
                                 /* Translators: numbers of pages, such as "1–4, 7". */
                                 N_ ("Some letters or signs on these pages could not be read, and "
                                     "are missing or wrong in the text: %1. Compare it with the "
                                     "page."),
                                 COG_EFFECT_UNSURE },
  [COG_LAYOUT_DOUBT_ORDER] = { "pages-in-doubtful-order", COG_SEVERITY_WARNING, FALSE,
                               /* Translators: numbers of pages, such as "1–4, 7". */
                               N_ ("On these pages it was not clear what is read first; some text "
                                   "may stand in the wrong place: %1. Compare it with the page."),
                               COG_EFFECT_UNSURE },
  [COG_LAYOUT_DOUBT_CELLS] = { "pages-with-doubtful-columns", COG_SEVERITY_WARNING, FALSE,
                               /* Translators: numbers of pages, such as "1–4, 7". */
                               N_ ("On these pages texts stand side by side, and lines of one may "
                                   "have been mixed with lines of the other, or a table with its "
                                   "cells: %1. Compare it with the page."),
                               COG_EFFECT_UNSURE },
  [COG_LAYOUT_DOUBT_STACKED] = { "pages-with-doubtful-formulas", COG_SEVERITY_WARNING, FALSE,
                                 /* Translators: numbers of pages, such as "1–4, 7". */
                                 N_ ("On these pages formulas, or words that stand over each "
                                     "other, may have been read in the wrong order: %1. Compare "
                                     "them with the page."),
                                 COG_EFFECT_UNSURE },
  [COG_LAYOUT_DOUBT_PIECES] = { "pages-with-cut-sentences", COG_SEVERITY_WARNING, FALSE,
                                /* Translators: numbers of pages, such as "1–4, 7". */
                                N_ ("On these pages some sentences were cut into several "
                                    "paragraphs: %1. Compare them with the page."),
                                COG_EFFECT_UNSURE },
};

static const CogFindingKind text_turned = {
  "text-turned-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: numbers of pages, such as "1–4, 7". */
  N_ ("Text that runs up or down these pages was left out: %1."),
  COG_EFFECT_DROPPED,
};

static void
report_kind (CogReport *report, const GArray *doubts, CogLayoutDoubtKind kind)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < doubts->len; i++)
    {
      const CogLayoutDoubt *doubt = &g_array_index (doubts, CogLayoutDoubt, i);

      if (cog_layout_doubt_tells (doubt, kind))
        g_array_append_val (pages, doubt->page);
    }
  cog_pdf_report_pages (report, &kinds[kind], pages);
}

static void
report_turned (CogReport *report, const GArray *doubts)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < doubts->len; i++)
    {
      const CogLayoutDoubt *doubt = &g_array_index (doubts, CogLayoutDoubt, i);

      if (doubt->n_turned > 0)
        g_array_append_val (pages, doubt->page);
    }
  cog_pdf_report_pages (report, &text_turned, pages);
}

void
cog_pdf_report_doubts (CogReport *report, const GArray *doubts)
{
  g_return_if_fail (doubts != NULL);

  for (int kind = 0; kind < COG_LAYOUT_N_DOUBTS; kind++)
    report_kind (report, doubts, (CogLayoutDoubtKind)kind);
  report_turned (report, doubts);
}
