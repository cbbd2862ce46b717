/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogAppState:
 *
 * What the application remembers between two starts, and can do without: the window's size, when a
 * project was opened last and at which place, the last choices. A small key file in the user's
 * state folder ($COGNATE_STATE_DIR, else $XDG_STATE_HOME/cognate). A damaged or missing file counts
 * as empty, and a place that cannot be written is no fault: nothing of a book is in it.
 *
 * Setters return at once and are written shortly after, in a thread, over what another instance of
 * the application wrote meanwhile. To be used in the main thread.
 */
#define COG_TYPE_APP_STATE (cog_app_state_get_type ())
G_DECLARE_FINAL_TYPE (CogAppState, cog_app_state, COG, APP_STATE, GObject)

/* file: NULL for the user's own. */
CogAppState *cog_app_state_new (const char *file);
/* The one of this process; for the user's own file. (transfer none) */
CogAppState *cog_app_state_get_default (void);

/* FALSE where nothing is remembered. Pixels. */
gboolean
cog_app_state_get_window (CogAppState *self, int *width, int *height, gboolean *is_maximised);
void cog_app_state_set_window (CogAppState *self, int width, int height, gboolean is_maximised);

/* project: its path. Unix time in seconds; 0: never opened here. */
gint64 cog_app_state_get_opened (CogAppState *self, const char *project);
void cog_app_state_set_opened (CogAppState *self, const char *project, gint64 time);

/* Where the person was in the book: ids, each (transfer full) (nullable). FALSE: not known. */
gboolean
cog_app_state_get_place (CogAppState *self, const char *project, char **section, char **unit);
/* section, unit: (nullable): none */
void cog_app_state_set_place (CogAppState *self,
                              const char *project,
                              const char *section,
                              const char *unit);

/* A project that was copied from elsewhere: the path that it came from, and its mark then (time and
 * size, or whatever tells that it changed). */
void cog_app_state_set_origin (CogAppState *self,
                               const char *project,
                               const char *origin,
                               const char *mark);
/* The project that was copied from there last; mark: (out): as it was. (transfer full) (nullable)
 */
char *cog_app_state_dup_copy_of (CogAppState *self, const char *origin, char **mark);

/* A project that is gone, or that has another path now (nullable). */
void cog_app_state_move_project (CogAppState *self, const char *project, const char *to);

/* The last answer to a question that is asked often, such as "language". (transfer full) (nullable)
 */
char *cog_app_state_dup_choice (CogAppState *self, const char *question);
/* answer NULL: forgets it. */
void cog_app_state_set_choice (CogAppState *self, const char *question, const char *answer);

/* Writes now what is not written yet. */
void cog_app_state_flush (CogAppState *self);

G_END_DECLS
