/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogShelfPage:
 *
 * The projects in the shelf's folder: the last one used first, then all as covers; an inviting page
 * where there are none. Its window has its actions as "shelf.…": open, open-view, rename,
 * duplicate, export, bin, undo-bin. It opens projects by the window's win.open-at (path, view), and
 * tells news by win.toast, win.toast-with and win.show-error.
 *
 * Signal: "loaded" when the folder was listed (in a thread), and when a project came or went.
 * Property: "search-mode".
 */
#define COG_TYPE_SHELF_PAGE (cog_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (CogShelfPage, cog_shelf_page, COG, SHELF_PAGE, GtkWidget)

void cog_shelf_page_set_folder (CogShelfPage *self, const char *folder);
void cog_shelf_page_reload (CogShelfPage *self);
gboolean cog_shelf_page_is_empty (CogShelfPage *self);

/* A project's file, given by its path: one on the shelf is opened. One from elsewhere (a stick, a
 * mail's folder) is copied to the shelf, and the copy is opened, now and whenever the same file is
 * given again; where the file has changed since, the person is asked which of both is meant. */
void cog_shelf_page_bring_in (CogShelfPage *self, const char *path);

G_END_DECLS
