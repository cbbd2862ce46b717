/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-workbench-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The menu on the fold of a row, of what can be done with it now: actions of the row ("row.…").
 * unit: the one that is meant (nullable). cell: a unit in a cell of its table; NULL: it is none.
 * (transfer full) */
GMenuModel *cog_unit_menu_new (CogProject *project,
                               CogWorkbenchRow *row,
                               const CogUnit *unit,
                               const CogUnit *cell);

G_END_DECLS
