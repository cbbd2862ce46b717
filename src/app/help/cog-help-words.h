/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-help-manual.h"

G_BEGIN_DECLS

/* What stands in a line of the manual, as Pango's markup: words of the window are bold, keys as on
 * a keyboard, links lead to "help:PAGE#SECTION". Returns: (transfer full) */
char *cog_help_words_dup_markup (CogHelpManual *manual, const CogHelpNode *node);

G_END_DECLS
