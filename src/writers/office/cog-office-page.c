/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-page.h"

#define MM (72 / 25.4)

void
cog_office_page_get (const CogWriterOptions *options, double *width, double *height, double *margin)
{
  static const struct
  {
    double width, height, margin; /* mm */
  } papers[] = {
    [COG_PAPER_A4] = { 210, 297, 25 },
    [COG_PAPER_A5] = { 148, 210, 18 },
    [COG_PAPER_LETTER] = { 215.9, 279.4, 25.4 },
    [COG_PAPER_B5] = { 176, 250, 20 },
  };
  CogPaper paper = options != NULL ? options->paper : COG_PAPER_A4;

  g_return_if_fail (width != NULL && height != NULL && margin != NULL);

  *width = papers[paper].width * MM;
  *height = papers[paper].height * MM;
  *margin = papers[paper].margin * MM;
}
