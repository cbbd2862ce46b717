/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-row.h"

G_BEGIN_DECLS

/* What the workbench shows of a section. */
typedef struct
{
  char *section;
  GPtrArray *rows;     /* (element-type CogRow) */
  GHashTable *by_unit; /* id → CogRow; both borrowed from rows */
  GHashTable *credits; /* id of a figure, table or picture → CogCredit: as it is now */
  GHashTable *found;   /* the same: as it was found in the source */
} CogSectionRows;

/* Reads it from the project; takes its lock for short times. Slow for long sections: not for the
 * main thread. (transfer full) */
CogSectionRows *cog_section_rows_load (CogProject *project, const char *section, GError **error);
void cog_section_rows_free (CogSectionRows *self);
/* The same in a thread. */
void cog_section_rows_load_async (CogProject *project,
                                  const char *section,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
CogSectionRows *
cog_section_rows_load_finish (CogProject *project, GAsyncResult *result, GError **error);
/* Of the credits in the list, that of a row's picture, or of the row. (transfer none) (nullable) */
const CogCredit *
cog_section_rows_find_credit (GHashTable *credits, const CogRow *row, const CogRowPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSectionRows, cog_section_rows_free)

G_END_DECLS
