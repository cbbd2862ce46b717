/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-app-state.h"
#include "cog-window-private.h"

/* What a window remembers from one start to the next: its size, the place in each book, and what
 * stands beside the pages. */

#define OUTLINE "outline-shown"
#define PANEL "panel-shown"
#define ORIGINAL "original-shown"

static void
size_cb (CogWindow *self)
{
  int width, height;

  /* While it is maximised GTK keeps the size that it will have after. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    cog_app_state_set_window (cog_app_state_get_default (), width, height,
                              gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
cog_window_restore_size (CogWindow *self)
{
  int width, height;
  gboolean is_maximised;

  if (cog_app_state_get_window (cog_app_state_get_default (), &width, &height, &is_maximised))
    {
      gtk_window_set_default_size (GTK_WINDOW (self), width, height);
      if (is_maximised)
        gtk_window_maximize (GTK_WINDOW (self));
    }
  g_signal_connect (self, "notify::default-width", G_CALLBACK (size_cb), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (size_cb), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (size_cb), NULL);
}

static void
place_cb (CogPlace *place, GParamSpec *pspec, CogWindow *self)
{
  if (self->project != NULL)
    cog_app_state_set_place (cog_app_state_get_default (), cog_project_get_path (self->project),
                             cog_place_get_section (place), cog_place_get_unit (place));
}

static gboolean
is_wanted (const char *question)
{
  g_autofree char *answer = cog_app_state_dup_choice (cog_app_state_get_default (), question);

  return g_strcmp0 (answer, "no") != 0;
}

/* The outline goes in and out with the width: only what the person chose where there is room for
 * both counts. */
static void
panes_cb (CogWorkbenchPage *workbench, CogWindow *self)
{
  CogAppState *state = cog_app_state_get_default ();

  if (cog_workbench_page_has_original (workbench))
    cog_app_state_set_choice (state, ORIGINAL,
                              cog_workbench_page_get_original_shown (workbench) ? "yes" : "no");
  if (!cog_workbench_page_is_narrow (workbench))
    {
      cog_app_state_set_choice (state, OUTLINE,
                                cog_workbench_page_get_outline_shown (workbench) ? "yes" : "no");
      cog_app_state_set_choice (state, PANEL,
                                cog_workbench_page_get_panel_shown (workbench) ? "yes" : "no");
    }
  cog_window_panes_changed (self);
}

static void
restore_place (CogWindow *self)
{
  CogPlace *place = cog_workbench_page_get_place (self->workbench);
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  g_autoptr (CogUnit) there = NULL;

  if (!cog_app_state_get_place (cog_app_state_get_default (), cog_project_get_path (self->project),
                                &section, &unit))
    return;
  /* Either may be gone: the book can be edited elsewhere. */
  there = unit != NULL ? cog_project_dup_unit (self->project, unit, NULL) : NULL;
  if (there != NULL)
    cog_workbench_page_show (self->workbench, unit);
  else if (section != NULL && cog_workbench_page_has_section (self->workbench, section))
    cog_place_set_section (place, section);
}

void
cog_window_restore_place (CogWindow *self)
{
  CogPlace *place = cog_workbench_page_get_place (self->workbench);

  restore_place (self);
  g_signal_connect_object (place, "notify::section", G_CALLBACK (place_cb), self, 0);
  g_signal_connect_object (place, "notify::unit", G_CALLBACK (place_cb), self, 0);
  cog_workbench_page_set_wanted (self->workbench, is_wanted (OUTLINE), is_wanted (PANEL));
  cog_workbench_page_set_original_shown (self->workbench, is_wanted (ORIGINAL));
  g_signal_connect_object (self->workbench, "panes-changed", G_CALLBACK (panes_cb), self, 0);
  cog_window_panes_changed (self);
}
