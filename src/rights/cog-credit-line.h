/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/**
 * cog_credit_line_parse:
 * @caption: plain text of a caption or paragraph
 * @start: (out): byte where the credit begins, with its bracket
 * @end: (out): byte after it
 *
 * Finds the line that credits somebody, as textbooks write it: "(credit: modification of work by
 * X/Flickr, CC BY 2.0)", "credit a: …; credit b: …", "(źródło: …)". Names stay as they stand; what
 * cannot be told apart is left in one piece. "credit cards" are no credit.
 *
 * Returns: (transfer full) (element-type CogCredit): empty where there is none; start and end are
 * then not set.
 */
GPtrArray *cog_credit_line_parse (const char *caption, gsize *start, gsize *end);

G_END_DECLS
