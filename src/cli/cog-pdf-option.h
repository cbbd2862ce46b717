/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

/* What the command line says of a PDF. */
typedef struct
{
  char *paper, *purpose, *sides;
  gboolean is_grey, is_archive, is_large, answers_at_end, no_index;
} CogPdfOption;

/* clang-format off */
#define COG_PDF_OPTION_ENTRIES(option)                                                             \
  { "paper", 0, 0, G_OPTION_ARG_STRING, &(option)->paper,                                          \
    N_ ("A4, A5, Letter or B5; of a booklet, the sheet that is folded"), "PAPER" },                \
  { "for", 0, 0, G_OPTION_ARG_STRING, &(option)->purpose,                                          \
    N_ ("What a PDF is for: screen; print (bound, chapters open on the right); print-shop (the "   \
        "same with bleed and crop marks); booklet (two pages beside each other, to be folded)"),   \
    N_ ("PURPOSE") },                                                                              \
  { "grey", 0, 0, G_OPTION_ARG_NONE, &(option)->is_grey,                                           \
    N_ ("A PDF without colours, for printing in black"), NULL },                                   \
  { "large-print", 0, 0, G_OPTION_ARG_NONE, &(option)->is_large,                                   \
    N_ ("A PDF, EPUB or HTML in large print: 18 points at least, lines not filled"), NULL },             \
  { "answers-at-end", 0, 0, G_OPTION_ARG_NONE, &(option)->answers_at_end,                          \
    N_ ("With the answers to exercises in a chapter at the end"), NULL },                          \
  { "no-index", 0, 0, G_OPTION_ARG_NONE, &(option)->no_index,                                      \
    N_ ("Without an index of terms at the end of a PDF"), NULL },                                  \
  { "archive", 0, 0, G_OPTION_ARG_NONE, &(option)->is_archive,                                     \
    N_ ("A PDF for long keeping (PDF/A-2u)"), NULL }
/* clang-format on */

/* COG_ERROR_USAGE where there is no such paper, purpose or arrangement. */
gboolean
cog_pdf_option_parse (const CogPdfOption *option, CogWriterOptions *options, GError **error);
void cog_pdf_option_clear (CogPdfOption *option);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogPdfOption, cog_pdf_option_clear)
