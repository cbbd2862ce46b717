/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The spacing form of a mark that combines with a letter: it is what stands in the mo of an accent,
 * where there is no letter to combine with, and what browsers place and stretch (MathML Core, B.1).
 * mark: all that the mo holds. The same where it is no such mark. (transfer none), static or mark
 */
const char *cog_math_mark_get_spacing (const char *mark);

G_END_DECLS
