/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a button of a suggestion does: makes a text the unit's, or asks by an action. */
typedef struct
{
  char *label;        /* "Apply"; translated */
  char *target;       /* what the unit's text becomes, as one step (nullable) */
  char *step;         /* what that step is called in the history (nullable): with target */
  char *engine;       /* who wrote the target, where that is no person (nullable) */
  char *action;       /* else: an action of the window or workbench (nullable) */
  GVariant *argument; /* of the action (nullable) */
  gboolean is_primary;
} CogSuggestionAction;

/* Something that could be done with a unit, from whichever provider. */
typedef struct
{
  char *kind;         /* id of what was found: "piece-lost" */
  char *title;        /* what it is about, small: "Unit of speed" (nullable) */
  char *before;       /* words that stand there (nullable) */
  char *after;        /* what they could become (nullable) */
  char *why;          /* one sentence */
  gboolean must;      /* it stops publishing */
  int score;          /* of a known translation, 1 … 100; 0: it is none */
  guint number;       /* of a known translation: Ctrl and this takes it */
  char *known;        /* of a known translation: what was translated, plain (nullable) */
  char *wanted;       /* and what is to be (nullable) */
  GPtrArray *actions; /* (element-type CogSuggestionAction), at most three */
} CogSuggestion;

/* kind and why are copied. (transfer full) */
CogSuggestion *cog_suggestion_new (const char *kind, const char *why);
void cog_suggestion_free (CogSuggestion *self);
/* Adds a button; its fields are the caller's to fill. (transfer none) */
CogSuggestionAction *cog_suggestion_add_action (CogSuggestion *self, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSuggestion, cog_suggestion_free)

G_END_DECLS
