/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-change.h"
#include "cog-project-answers.h"

G_BEGIN_DECLS

/* What was decided about the findings of a unit and stands in its text now: counted by what the
 * statement of changes calls it. answers: (element-type CogLensAnswer) of the unit. source,
 * language: BCP 47, of its original ("": not known) and of the adaptation. Returns whether
 * there is any, also of kinds that the statement has no word of its own for. */
gboolean cog_answered_changes_add (GPtrArray *changes,
                                   const CogUnit *unit,
                                   GPtrArray *answers,
                                   const char *source,
                                   const char *language);

G_END_DECLS
