/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* What is done with one finding. */
typedef struct
{
  const CogPlacedFinding *placed;
  CogChoice choice;   /* OPEN: the answer is taken back; the text stays as it is now */
  const char *words;  /* what stands there then, where the choice changes text; "": nothing */
  const char *math;   /* the equation with it (nullable) */
  const char *reason; /* (nullable) */
} CogLensAction;

/**
 * cog_lens_apply:
 * @n_done: (out) (optional): how many of the actions
 *
 * Carries them out as one step of the history. Words are put into the adaptation where the same
 * thing stands in it; where a unit is not translated yet, and both sides are of one language, into
 * its source; where there is no such place, the answer alone is kept, and reminded of when the unit
 * is written. A unit whose text changed has the decision "adapted", and why. A name, place or word
 * that was swapped is agreed on for the book (CogAgreement), unless it is already. An action whose
 * unit was edited meanwhile is skipped.
 */
gboolean cog_lens_apply (CogProject *project,
                         const CogLensAction *actions,
                         gsize n_actions,
                         guint *n_done,
                         GError **error);

G_END_DECLS
