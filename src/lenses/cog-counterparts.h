/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a place has of a kind ("central-bank", "city", "sport"): data/lenses/counterparts.tsv. One
 * of them, as it is written in the language; which chooses among several, so that two cities do not
 * become one. NULL: the table does not say. (transfer full) (nullable) */
char *cog_counterpart_dup (const char *class, const char *place, const char *language, guint which);

G_END_DECLS
