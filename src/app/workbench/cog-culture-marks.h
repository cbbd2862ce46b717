/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"
#include "cog-place.h"
#include "cog-spread.h"

G_BEGIN_DECLS

/**
 * CogCultureMarks:
 *
 * Marks in the pages what the lenses found and nobody has decided yet: of the section that is
 * shown, in both languages, and anew when a unit changes. It looks in a thread.
 */
#define COG_TYPE_CULTURE_MARKS (cog_culture_marks_get_type ())
G_DECLARE_FINAL_TYPE (CogCultureMarks, cog_culture_marks, COG, CULTURE_MARKS, GObject)

CogCultureMarks *cog_culture_marks_new (CogLensIndex *index, CogPlace *place, CogSpread *spread);

G_END_DECLS
