/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window-private.h"

#include <sys/stat.h>

/* Several windows of one program: each with the shelf, or with a project of its own. */

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first, second;

  if (g_str_equal (a, b))
    return TRUE;
  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

CogWindow *
cog_window_find_with (GtkApplication *application, const char *path)
{
  for (GList *w = gtk_application_get_windows (application); w != NULL; w = w->next)
    {
      CogWindow *window = COG_IS_WINDOW (w->data) ? w->data : NULL;

      if (window != NULL && window->path != NULL && is_same_file (window->path, path))
        return window;
    }
  return NULL;
}

CogWindow *
cog_window_open_another (CogWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GtkWidget *window = cog_window_new (ADW_APPLICATION (application), self->folder, self->sample);

  gtk_window_present (GTK_WINDOW (window));
  return COG_WINDOW (window);
}

gboolean
cog_window_is_free (CogWindow *self)
{
  g_return_val_if_fail (COG_IS_WINDOW (self), FALSE);
  return self->path == NULL;
}
