/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogProgress:
 *
 * Told by long runs how far they are. fraction is 0..1, or below 0 when it is not known; sentence
 * is translated, and says what is being done. Called in the thread of the run: the receiver
 * brings it to its own thread and coalesces.
 */
typedef void (*CogProgressFunc) (double fraction, const char *sentence, gpointer user_data);

typedef struct
{
  CogProgressFunc func;
  gpointer user_data;
  double from, to; /* the part of the whole run that this run is; 0, 1 for all of it */
} CogProgress;

/* progress may be NULL. */
void cog_progress_tell (const CogProgress *progress, double fraction, const char *sentence);

/* The progress of a part of a run: its 0..1 lie between from and to of the parent. */
CogProgress cog_progress_part (const CogProgress *progress, double from, double to);

G_END_DECLS
