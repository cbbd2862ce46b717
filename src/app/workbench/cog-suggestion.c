/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-suggestion.h"

static void
action_free (CogSuggestionAction *action)
{
  g_free (action->label);
  g_free (action->target);
  g_free (action->step);
  g_free (action->engine);
  g_free (action->action);
  g_clear_pointer (&action->argument, g_variant_unref);
  g_free (action);
}

CogSuggestion *
cog_suggestion_new (const char *kind, const char *why)
{
  CogSuggestion *self = g_new0 (CogSuggestion, 1);

  self->kind = g_strdup (kind);
  self->why = g_strdup (why);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify)action_free);
  return self;
}

void
cog_suggestion_free (CogSuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self->why);
  g_free (self->known);
  g_free (self->wanted);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

CogSuggestionAction *
cog_suggestion_add_action (CogSuggestion *self, const char *label)
{
  CogSuggestionAction *action = g_new0 (CogSuggestionAction, 1);

  g_return_val_if_fail (self != NULL, NULL);

  action->label = g_strdup (label);
  g_ptr_array_add (self->actions, action);
  return action;
}
