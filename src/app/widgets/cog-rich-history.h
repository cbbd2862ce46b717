/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/**
 * CogRichHistory:
 *
 * What was done to a text since it was opened, to be taken back step by step: a word typed, a
 * stretch deleted, a style set, a piece moved. A change replaces one stretch by another, both raw
 * (cog-rich-raw.h) with their codes, so that back and forth are the same thing.
 */
typedef struct _CogRichHistory CogRichHistory;

typedef struct
{
  guint at;     /* characters */
  CogText *old; /* raw: what stood there */
  CogText *new; /* raw: what stands there now */
} CogRichChange;

CogRichHistory *cog_rich_history_new (void);
void cog_rich_history_free (CogRichHistory *self);
void cog_rich_history_clear (CogRichHistory *self);
/* Between these, changes are one step. */
void cog_rich_history_begin (CogRichHistory *self);
void cog_rich_history_end (CogRichHistory *self);
/* Between them. */
gboolean cog_rich_history_is_in_step (const CogRichHistory *self);
/* Takes old and new. now: microseconds; typing goes on in the same step until a new word begins or
 * a pause. */
void cog_rich_history_add (CogRichHistory *self, guint at, CogText *old, CogText *new, gint64 now);
/* The next typing begins a step of its own. */
void cog_rich_history_break (CogRichHistory *self);
/* The changes of the last step, in the order in which they were made: to be undone from the last
 * to the first. NULL: there is none. (transfer none) (element-type CogRichChange) (nullable) */
GPtrArray *cog_rich_history_undo (CogRichHistory *self);
GPtrArray *cog_rich_history_redo (CogRichHistory *self);
gboolean cog_rich_history_can_undo (const CogRichHistory *self);
gboolean cog_rich_history_can_redo (const CogRichHistory *self);

G_END_DECLS
