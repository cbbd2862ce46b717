/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-table.h"

G_BEGIN_DECLS

/* What part of a table's width each of its columns asks for, by the words in them; together 1.
 * Office programs take it as a beginning. (transfer full) */
double *cog_office_table_dup_shares (const CogTable *table);

G_END_DECLS
