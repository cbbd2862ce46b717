/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-changes.h"

G_BEGIN_DECLS

/**
 * cog_change_log_new:
 * @has_links: each title leads to its chapter ("#id")
 *
 * The log of changes at the back (rules.md §3.4): for each chapter what was done in it, counted, so
 * that a reader can look it up. A part is taken apart into its chapters; what is below a chapter
 * counts with it. That it was translated is said on the copyright page and not again for each.
 *
 * Returns: (transfer full) (element-type CogCreditText): empty where nothing was changed but the
 * language, and where there would be too many entries for anybody to read
 */
GPtrArray *cog_change_log_new (const CogBook *book,
                               const CogChanges *changes,
                               const char *language,
                               gboolean has_links);

G_END_DECLS
