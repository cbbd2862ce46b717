/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edit-run.h"
#include "cog-history-window.h"
#include "cog-project-steps.h"
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

typedef struct
{
  CogWindow *window;
  gint64 to;
  gint64 from; /* the step that stood last */
  int n;       /* how many were redone; below 0: undone */
} Journey;

static void
journey_free (gpointer data)
{
  g_object_unref (((Journey *)data)->window);
  g_free (data);
}

static gint64
find_now (CogProject *project)
{
  g_autoptr (GPtrArray) steps = cog_project_list_steps (project, NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (((const CogStep *)g_ptr_array_index (steps, i))->is_now)
      return ((const CogStep *)g_ptr_array_index (steps, i))->number;
  return 0;
}

static gboolean
travel (CogProject *project, gpointer data, GError **error)
{
  Journey *journey = data;

  journey->from = find_now (project);
  return cog_project_go_to_step (project, journey->to, &journey->n, error);
}

static void
travelled_cb (gpointer data, const GError *error)
{
  const Journey *journey = data;
  guint n = (guint)ABS (journey->n);
  g_autofree char *words = NULL;
  g_autofree char *back = NULL;

  journey->window->is_stepping = FALSE;
  journey->window->n_steps = 0; /* they were meant for where the book was */
  if (journey->window->project == NULL)
    return;
  if (error != NULL)
    {
      cog_window_toast (journey->window, error->message);
      return;
    }
  if (n == 0)
    return;
  words = journey->n < 0
              ? g_strdup_printf (ngettext ("%'u step taken back", "%'u steps taken back", n), n)
              : g_strdup_printf (ngettext ("%'u step done again", "%'u steps done again", n), n);
  back = g_strdup_printf ("win.go-to-step(int64 %" G_GINT64_FORMAT ")", journey->from);
  cog_window_toast_with (journey->window, words, _ ("Undo"), back);
}

void
cog_window_go_to_step (CogWindow *self, gint64 number)
{
  Journey *journey;

  if (self->project == NULL || self->is_stepping)
    return;
  cog_workbench_page_flush (self->workbench);
  self->is_stepping = TRUE;
  journey = g_new0 (Journey, 1);
  journey->window = g_object_ref (self);
  journey->to = number;
  cog_edit_run (GTK_WIDGET (self->views), self->project, travel, travelled_cb, journey,
                journey_free);
}

void
cog_window_show_history (CogWindow *self)
{
  if (self->project == NULL)
    return;
  cog_workbench_page_flush (self->workbench);
  if (self->history == NULL)
    g_set_weak_pointer (&self->history, cog_history_window_new (GTK_WINDOW (self), self->project));
  gtk_window_present (GTK_WINDOW (self->history));
}
