/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-marks.h"
#include "cog-project.h"
#include "cog-spread.h"
#include "cog-workbench-row.h"

G_BEGIN_DECLS

/**
 * CogRowModel:
 *
 * The rows of one section as a list, read in a thread. Where the section is read again, what is the
 * same stays the same object: nothing moves under the reader.
 *
 * Signals: "loaded" when the rows of the section that was asked for last are there; "failed"
 * (string: why) otherwise.
 */
#define COG_TYPE_ROW_MODEL (cog_row_model_get_type ())
G_DECLARE_FINAL_TYPE (CogRowModel, cog_row_model, COG, ROW_MODEL, GObject)

/* marks must outlive it. */
CogRowModel *cog_row_model_new (CogProject *project, CogMarks *marks);
/* Of CogWorkbenchRow: the rows that match the filter. (transfer none) */
GListModel *cog_row_model_get_list (CogRowModel *self);
void cog_row_model_load (CogRowModel *self, const char *section);
gboolean cog_row_model_is_loading (CogRowModel *self);
/* Units were edited; NULL: the structure was. */
void cog_row_model_update (CogRowModel *self, const char *const *units);
/* Also where the filter hides it. (transfer full) (nullable) */
CogWorkbenchRow *cog_row_model_find (CogRowModel *self, const char *unit);
/* GTK_INVALID_LIST_POSITION where it is not in the list. */
guint cog_row_model_find_position (CogRowModel *self, CogWorkbenchRow *row);
/* The row at a position of the list, without an object for it. (transfer none) */
const CogRow *cog_row_model_peek (CogRowModel *self, guint position);
void cog_row_model_set_filter (CogRowModel *self, CogRowFilter filter);
/* Shows a row whatever the filter says, until that is set anew. */
void cog_row_model_reveal (CogRowModel *self, CogWorkbenchRow *row);
/* Rows that have a credit line are to be shown anew. */
void cog_row_model_tell_credits (CogRowModel *self);
/* Other parts are marked in a unit; NULL: in all. */
void cog_row_model_tell_marks (CogRowModel *self, const char *unit);
/* id → CogCredit: as found in the sources, or as it is in the adaptation. (transfer none)
 * (nullable) */
GHashTable *cog_row_model_get_credits (CogRowModel *self, gboolean of_source);

G_END_DECLS
