/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an adapter may do with a place that is bound to a culture: never only one thing. Nicks are
 * words of the command line and the project file. */
typedef enum
{
  COG_CHOICE_OPEN,     /* "open": nothing was decided */
  COG_CHOICE_KEEP,     /* "keep": it is the point, or known there, too */
  COG_CHOICE_EXPLAIN,  /* "explain": kept, with a word of explanation */
  COG_CHOICE_DROP,     /* "drop": the bracket, the second unit, the aside */
  COG_CHOICE_CONVERT,  /* "convert": the same, in the place's measure, calendar, notation */
  COG_CHOICE_SWAP,     /* "swap": the place's own counterpart */
  COG_CHOICE_RECHOOSE, /* "rechoose": another example, in words of the adapter's own */
  COG_CHOICE_NOTE,     /* "note": left for later, with a note */
  COG_CHOICE_DISMISS,  /* "dismiss": it is no finding, with a reason */
} CogChoice;
const char *cog_choice_to_nick (CogChoice choice);
gboolean cog_choice_from_nick (const char *nick, CogChoice *choice);
/* Whether it puts other words into the text. */
gboolean cog_choice_changes_text (CogChoice choice);

G_END_DECLS
