/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-workbench-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogRowStore:
 *
 * A list of CogWorkbenchRow over the plain rows of a section. An object is made when somebody asks
 * for it and lives while somebody holds it: of 20,000 rows, those in sight and the one in hand.
 * Until a filter is set it shows all rows.
 */
#define COG_TYPE_ROW_STORE (cog_row_store_get_type ())
G_DECLARE_FINAL_TYPE (CogRowStore, cog_row_store, COG, ROW_STORE, GObject)

typedef gboolean (*CogRowMatch) (const CogRow *row, gpointer user_data);

CogRowStore *cog_row_store_new (CogRowMatch match, gpointer user_data);
/**
 * cog_row_store_take:
 * @rows: (element-type CogRow): taken over
 * @by_unit: id of a unit → its row, both of @rows; taken over
 *
 * Other rows. Where they begin or end as those before did, the list does not move there, what is
 * shown stays shown, and the objects stay the same, with the units as they are now.
 */
void cog_row_store_take (CogRowStore *self, GPtrArray *rows, GHashTable *by_unit);
/* FALSE: all are shown; else match() is asked, anew. */
void cog_row_store_filter (CogRowStore *self, gboolean is_filtered);
/* A row that is shown, as plain value. (transfer none) */
const CogRow *cog_row_store_peek (CogRowStore *self, guint position);
/* Also where it is not shown. (transfer full) (nullable) */
CogWorkbenchRow *cog_row_store_find (CogRowStore *self, const char *unit);
/* The same where somebody holds it. (transfer full) (nullable) */
CogWorkbenchRow *cog_row_store_find_live (CogRowStore *self, const char *unit);
/* Where it is shown; else G_MAXUINT. */
guint cog_row_store_find_position (CogRowStore *self, CogWorkbenchRow *row);
/* Another value of a unit; taken over. */
void cog_row_store_set_unit (CogRowStore *self, CogUnit *unit);
/* All that somebody holds. (transfer full) (element-type CogWorkbenchRow) */
GPtrArray *cog_row_store_list_live (CogRowStore *self);

G_END_DECLS
