/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Licence expressions as SPDX writes them: ids, AND, OR, brackets; AND binds closer. */

/**
 * cog_expression_list_alternatives:
 *
 * The ways in which an expression can be met: "(A OR B) AND C" → { A, C }, { B, C }. Each
 * alternative is a NULL-ended array of ids, of which all bind. At most 64 are listed, the first
 * ones.
 *
 * Returns: (transfer full) (element-type GStrv) (nullable): NULL where it is no expression
 */
GPtrArray *cog_expression_list_alternatives (const char *expression);

/* Whether it is an expression of ids that are in the catalogue; COG_ERROR_USAGE says which is not.
 */
gboolean cog_expression_check (const char *expression, GError **error);

G_END_DECLS
