/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

G_BEGIN_DECLS

/* What a person reads of a licence in the program. A name, "CC BY 4.0", is the same everywhere;
 * what only says how matters stand, "By permission", is said in the program's language. Files that
 * others read have cog_licence_dup_expression_name(), or the words of the edition's language
 * (cog-attribution.h). */

/* (transfer none) */
const char *cog_licence_get_label (const CogLicence *licence);

/* Of an expression: "CC BY 4.0 / Public domain". (transfer full) */
char *cog_licence_dup_label (const char *expression);

G_END_DECLS
