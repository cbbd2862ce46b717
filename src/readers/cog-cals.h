/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* Tables in the model of CALS, as CNXML and JATS (OASIS exchange table model) have them: columns
 * have names, and a cell spans from one to another. */

/* The names of the columns of a tgroup or entrytbl, "" for one without. (transfer full) */
char **cog_cals_list_columns (const xmlNode *group);
/* Gives the cell of XHTML the colspan and rowspan of an entry. */
void cog_cals_copy_spans (const xmlNode *entry, char **columns, xmlNode *cell);

G_END_DECLS
