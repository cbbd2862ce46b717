/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* Items (figures, tables, quotations) as they stand in the adaptation. For this folder only; the
 * caller holds the project's lock. */

/* The section that was read last: items that follow each other mostly stand in the same one. Begins
 * as { NULL }. */
typedef struct
{
  char *section;
  xmlDoc *document;
} CogProjectItem;
void cog_project_item_clear (CogProjectItem *item);

/* Valid until the next call. (transfer none) (nullable) */
const xmlNode *
cog_project_item_find (CogProject *self, CogProjectItem *item, const char *section, const char *id);
/* The first unit in an element. (transfer full) (nullable) */
char *cog_project_item_dup_unit (CogProject *self, const xmlNode *element);
/* Sets label, unit and picture of a component that is an item. Its label is what a teacher knows it
 * by: number and caption, else its alternative text, else "Picture in “Youth”"; what it was before
 * stays where nothing is found. element (nullable): it is no more in the structure. */
void cog_project_item_describe (CogProject *self,
                                const char *section,
                                const xmlNode *element,
                                CogComponent *component);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogProjectItem, cog_project_item_clear)

G_END_DECLS
