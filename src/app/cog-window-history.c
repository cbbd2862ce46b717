/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tooltip.h"
#include "cog-window-private.h"

#include <glib/gi18n-lib.h>

#define LOOKED_AT 60 /* steps: more are rarely undone in a row */

static void
name_button (GtkWidget *button, const char *words, const char *label, const char *keys)
{
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;

  /* Translators: "Undo" or "Redo", and the step of the history: "Undo: Left out 3 passages". */
  name = label != NULL ? g_strdup_printf (_ ("%s: %s"), words, label) : g_strdup (words);
  /* Translators: what a button does, and its keys. */
  tooltip = g_strdup_printf (_ ("%s (%s)"), name, keys);
  cog_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label != NULL ? label : "",
                                  -1);
}

/* The newest step that stands is the one to undo; the oldest of those above it the one to redo. */
void
cog_window_name_steps (CogWindow *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  const char *undo = NULL, *redo = NULL;

  if (self->project != NULL)
    steps = cog_project_list_history (self->project, LOOKED_AT);
  for (guint i = 0; steps != NULL && i < steps->len && undo == NULL; i++)
    {
      const CogHistoryStep *step = g_ptr_array_index (steps, i);

      if (step->is_undone)
        redo = step->label;
      else
        undo = step->label;
    }
  /* All that was looked at is undone: which one is next stands further back. */
  if (undo == NULL && steps != NULL && steps->len == LOOKED_AT)
    redo = NULL;
  name_button (self->undo, _ ("Undo"), undo, _ ("Ctrl+Z"));
  name_button (self->redo, _ ("Redo"), redo, _ ("Ctrl+Shift+Z"));
}
