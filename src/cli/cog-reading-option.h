/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

/* What the command line says of how a file is to be read. */
typedef struct
{
  char *tracked_changes;
} CogReadingOption;

/* clang-format off */
#define COG_READING_OPTION_ENTRIES(option)                                                         \
  { "tracked-changes", 0, 0, G_OPTION_ARG_STRING, &(option)->tracked_changes,                      \
    N_ ("What becomes of tracked changes in Word and OpenDocument files: accept (the text as it "  \
        "would be) or reject (as it was)"), "accept|reject" }
/* clang-format on */

/* COG_ERROR_USAGE where there is no such choice. */
gboolean cog_reading_option_parse (const CogReadingOption *option,
                                   CogReadingOptions *options,
                                   GError **error);
void cog_reading_option_clear (CogReadingOption *option);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogReadingOption, cog_reading_option_clear)
