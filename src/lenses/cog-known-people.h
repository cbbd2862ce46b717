/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* Whether the given name in these tokens is that of a real person whom the text itself tells of:
 * one of data/lenses/known-people.tsv whose surname stands in it too, or one that it calls by the
 * whole name elsewhere ("Mary Brown … Mary"), or says the years of. */
gboolean cog_known_person_is (const CogLensText *text, guint first, guint last);

G_END_DECLS
