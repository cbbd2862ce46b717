/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A step of the book's history as a person would tell it. */
typedef struct
{
  gint64 number; /* 0: the book as it came in, before the first step */
  gint64 time;   /* Unix, seconds; of 0: 0 */
  char *label;   /* "Edited a passage" (nullable) */
  char *subject; /* the first words of the passage, or the section's title (nullable) */
  gboolean is_undone;
  gboolean is_now; /* the last one that stands */
} CogStep;
void cog_step_free (CogStep *step);

/* All of them, newest first, and 0 at the end. Looks through the whole history: not for the main
 * thread. (transfer full) (element-type CogStep) */
GPtrArray *cog_project_list_steps (CogProject *self, GError **error);

/* Undoes or redoes until that step is the last that stands; 0: until none does. All at once, as one
 * transaction: the book is there, or where it was. n: (out) (optional): how many were redone, or,
 * below 0, undone. May take a second for thousands of steps: not for the main thread.
 * COG_ERROR_NOT_FOUND: there is no such step any more. */
gboolean cog_project_go_to_step (CogProject *self, gint64 number, int *n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogStep, cog_step_free)

G_END_DECLS
