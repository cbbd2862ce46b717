/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-unit.h"

G_BEGIN_DECLS

/* What a unit was when it left, in a few characters: source, target, state, decision, reason and
 * note. Whether the project or the other side has changed it since is told by comparing. White
 * space counts as in XHTML: that a tool broke a line anew is no change. (transfer full) */
char *cog_exchange_record_dup (const CogExchangeUnit *unit);

/* Parts of two records that say the same. */
gboolean cog_exchange_record_same_source (const char *a, const char *b);
gboolean cog_exchange_record_same_target (const char *a, const char *b);
gboolean cog_exchange_record_same_work (const char *a, const char *b); /* all but the note */
gboolean cog_exchange_record_same_note (const char *a, const char *b);
/* Whether it is one of ours, and not something that happens to stand in its place. */
gboolean cog_exchange_record_is_valid (const char *record);

G_END_DECLS
