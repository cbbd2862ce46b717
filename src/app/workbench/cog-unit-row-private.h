/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-page-cell.h"
#include "cog-stitch.h"
#include "cog-unit-editor.h"
#include "cog-unit-row.h"

G_BEGIN_DECLS

struct _CogUnitRow
{
  GtkWidget parent_instance;
  CogProject *project;
  CogWorkbenchRow *item;
  GSignalGroup *item_signals;
  GtkWidget *source, *target; /* boxes: the two cells */
  CogPageCell *source_page, *target_page;
  GtkWidget *decision; /* label (nullable) */
  GtkWidget *slip;     /* of what is left out (nullable) */
  GtkWidget *begin;    /* the ways to begin (nullable) */
  GtkMenuButton *state;
  CogStitch *stitch;
  CogUnitEditor *editor; /* NULL: closed */
  int writing;           /* index of its unit, or of what was written last; -1: none */
  int caret;             /* characters before it when the editor closed; -1: not known */
  guint near_idle;       /* the pointer came */
  guint far_idle;        /* the pointer left */
  guint go;              /* of this opening: what it stores is one step of the history */
  char *begun;           /* its target when it was opened (nullable) */
  gboolean is_saving;    /* what changes now is what was typed here */
};

/* The unit in hand, else that which stands for the row. NULL: no item is bound, or it has no words.
 * (transfer none) (nullable) */
const CogUnit *cog_unit_row_get_unit (CogUnitRow *self);
/* Sets texts, state and decision as the units have them. */
void cog_unit_row_show (CogUnitRow *self);
/* Whether the panel speaks of it. */
void cog_unit_row_show_here (CogUnitRow *self);
/* Stores what is typed, if it differs from what is stored. */
void cog_unit_row_flush (CogUnitRow *self);
/* One step of the history; a fault is shown. */
gboolean cog_unit_row_edit (CogUnitRow *self, const CogUnitEdit *edits, gsize n, const char *label);
/* Of the row, on the class. */
void cog_unit_row_install_actions (GtkWidgetClass *widget_class);
/* Characters before the caret, a piece is one: now, or when the editor closed. -1: not known. */
int cog_unit_row_get_caret (CogUnitRow *self);
/* Of a table, the unit that was written last, else the last one. NULL: the row is no table.
 * (transfer none) (nullable) */
const CogUnit *cog_unit_row_get_cell (CogUnitRow *self);
/* The ways to begin, where nothing is there yet. */
void cog_unit_row_show_begin (CogUnitRow *self, gboolean is_near);

G_END_DECLS
