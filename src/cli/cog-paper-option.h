/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

/* "A4", "A5", "Letter"; NULL: A4. COG_ERROR_USAGE. */
gboolean cog_paper_option_parse (const char *text, CogPaper *paper, GError **error);
