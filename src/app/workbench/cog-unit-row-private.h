/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-stitch.h"
#include "cog-unit-editor.h"
#include "cog-unit-row.h"

G_BEGIN_DECLS

struct _CogUnitRow
{
  GtkWidget parent_instance;
  CogProject *project;
  CogWorkbenchUnit *item;
  GSignalGroup *item_signals;
  GtkTextDirection direction; /* of the adaptation */
  char *script;               /* its style class */
  GtkWidget *source, *target; /* boxes: the two cells */
  GtkLabel *source_text, *target_text, *decision;
  GtkWidget *source_alt, *target_alt;
  GtkMenuButton *state;
  CogStitch *stitch;
  CogUnitEditor *editor; /* NULL: closed */
  gboolean is_saving;    /* what changes now is what was typed here */
};

/* NULL: no item is bound. (transfer none) (nullable) */
const CogUnit *cog_unit_row_get_unit (CogUnitRow *self);
/* Sets texts, sizes, state and decision as the unit has them. */
void cog_unit_row_show (CogUnitRow *self);

G_END_DECLS
