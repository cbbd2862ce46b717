/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Seconds between two steps of the same kind up to which they are one entry. */
#define COG_UNIT_STEP_PAUSE 120

/* What was done to one unit, as the history of the project has it. What was typed in one go, and
 * stored as often as the person paused, is one entry. */
typedef struct
{
  gint64 number; /* of the newest step in it */
  gint64 time;   /* of that step: Unix, seconds */
  char *label;   /* "Edited a passage" */
  /* The unit as it was, and as it was made: of these only target, state, decision, reason and note
   * are set. before (nullable): the unit was added; after (nullable): it was removed. */
  CogUnit *before, *after;
} CogUnitStep;
void cog_unit_step_free (CogUnitStep *step);

/* Steps that touched the unit and were not undone, newest first, at most so many. Looks through the
 * whole history: not for the main thread. (transfer full) (element-type CogUnitStep) */
GPtrArray *
cog_project_list_unit_history (CogProject *self, const char *unit, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogUnitStep, cog_unit_step_free)

G_END_DECLS
