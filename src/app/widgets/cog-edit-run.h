/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An edit of a project that may take long, in a thread: undoing what was replaced in the whole
 * book, storing a large picture. */

/* In the thread. The edit is told of in the thread of the project's home. */
typedef gboolean (*CogEditFunc) (CogProject *project, gpointer data, GError **error);
/* In the main thread, after that: error NULL, it is stored. */
typedef void (*CogEditDone) (gpointer data, const GError *error);

/**
 * cog_edit_run:
 * @widget: what edits or shows the project; where it takes longer, nobody can use it meanwhile
 * @data: for both functions, let go of by @free_data when it is done, in the main thread
 *
 * Starts the edit. The project stays open, and the widget where it is, until it is done.
 */
void cog_edit_run (GtkWidget *widget,
                   CogProject *project,
                   CogEditFunc func,
                   CogEditDone done,
                   gpointer data,
                   GDestroyNotify free_data);

G_END_DECLS
