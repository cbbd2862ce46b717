/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

/* What the command line says of how a file is to be read. */
typedef struct
{
  char *tracked_changes;
  char *language;
  gboolean use_ocr;
  char *ocr_languages;
} CogReadingOption;

/* clang-format off */
#define COG_READING_OPTION_ENTRIES(option)                                                         \
  { "tracked-changes", 0, 0, G_OPTION_ARG_STRING, &(option)->tracked_changes,                      \
    N_ ("What becomes of tracked changes in Word and OpenDocument files: accept (the text as it "  \
        "would be) or reject (as it was)"), "accept|reject" },                                        \
  { "source-language", 0, 0, G_OPTION_ARG_STRING, &(option)->language,                             \
    N_ ("Which language to take of a file that holds its text in several, as a BCP 47 tag"),       \
    "TAG" },                                                                                       \
  { "ocr", 0, 0, G_OPTION_ARG_NONE, &(option)->use_ocr,                                            \
    N_ ("Recognize the text of scanned pages of a PDF (with Tesseract, where it is installed)"),   \
    NULL },                                                                                        \
  { "ocr-languages", 0, 0, G_OPTION_ARG_STRING, &(option)->ocr_languages,                          \
    N_ ("The languages of scanned pages (“ar,en”), where the file does not tell them; with --ocr"), \
    N_ ("TAGS") }
/* clang-format on */

/* COG_ERROR_USAGE where there is no such choice. */
gboolean cog_reading_option_parse (const CogReadingOption *option,
                                   CogReadingOptions *options,
                                   GError **error);
void cog_reading_option_clear (CogReadingOption *option);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogReadingOption, cog_reading_option_clear)
