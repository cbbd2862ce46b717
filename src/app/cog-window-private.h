/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-compat.h"
#include "cog-fault-bar.h"
#include "cog-project.h"
#include "cog-publish-page.h"
#include "cog-rights-page.h"
#include "cog-save-status.h"
#include "cog-shelf-page.h"
#include "cog-window.h"
#include "cog-workbench-page.h"

G_BEGIN_DECLS

/* Tools that have a window of their own. */
#define COG_WINDOW_TOOLS 5

struct _CogWindow
{
  AdwApplicationWindow parent_instance;
  char *folder;          /* of the shelf */
  char *sample;          /* (nullable) */
  CogProject *project;   /* NULL: the shelf is shown */
  char *path;            /* of the project that is open, or being opened (nullable) */
  GCancellable *opening; /* (nullable) */
  char *view;            /* where to, once it is open (nullable) */
  AdwToastOverlay *toasts;
  AdwToast *last_toast; /* weak */
  GtkStack *stack;
  AdwHeaderBar *header;
  CogTitleSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwWindowTitle *title;
  GtkWidget *back, *outline, *panel, *original, *undo, *redo, *import, *search, *find;
  CogSaveStatus *status;
  CogFaultBar *fault_bar;
  CogShelfPage *shelf;
  AdwViewStack *views; /* of the project (nullable) */
  CogWorkbenchPage *workbench;
  CogRightsPage *rights;   /* NULL before it was shown */
  CogPublishPage *publish; /* NULL before it was shown */
  gboolean is_stepping;    /* undoing, or redoing, in a thread */
  int n_steps;             /* to undo after that; below 0: to redo */
  GtkWidget *history;      /* weak (nullable): the window with the list of what was done */
  GtkWidget *memory;       /* weak (nullable): the one that searches the translation memory */
  GtkWidget *culture;      /* weak (nullable): the one with what the lenses found */
  GtkWidget *tools[COG_WINDOW_TOOLS]; /* weak (nullable): in the order of cog-window-tools.c */
  GtkWidget *report;                  /* weak (nullable): the one with what became of the sources */
  int width;
  guint resize_idle, draft_idle;
  GSignalGroup *typing; /* of the text that has the keyboard */
};

/* Actions: what menus, buttons and keys ask of the window. */
void cog_window_install_actions (GtkWidgetClass *klass);

/* The menu Translation Tools (cog-window-tools.c): its actions; whether they can be used; its
 * windows, which go with the project. */
void cog_window_install_tools (GtkWidgetClass *klass);
void cog_window_enable_tools (CogWindow *self, gboolean is_open);
void cog_window_close_tools (CogWindow *self);
void cog_window_forget_tools (CogWindow *self);
void cog_window_add_shortcuts (CogWindow *self);

void cog_window_open_project (CogWindow *self, const char *path);
/* view: "workbench", "rights", "publish"; "" where one was. */
void cog_window_open_project_at (CogWindow *self, const char *path, const char *view);
/* Back to the shelf; what is typed is stored. */
void cog_window_close_project (CogWindow *self);
/* The same without a question. */
void cog_window_leave_project (CogWindow *self);
/* Something is not stored, or a run is going on: the person is asked, and closes again if they
 * will.
 */
gboolean cog_window_may_not_close (CogWindow *self);
void cog_window_toast (CogWindow *self, const char *text);
/* The same with a button that does something: a detailed action. */
void
cog_window_toast_with (CogWindow *self, const char *text, const char *label, const char *action);
/* A fault that must be read: a dialog, with what it is about as heading. */
void cog_window_tell_fault (CogWindow *self, const char *heading, const char *text);

/* Whether a place can be read only; then a copy elsewhere is offered, and opened. */
gboolean cog_window_is_read_only (const GError *error);
void cog_window_offer_copy (CogWindow *self, const char *path);

/* A copy of the project that is open, kept before it was updated, takes its place, and is opened.
 */
void cog_window_put_back (CogWindow *self, const char *copy);

/* What is remembered: see cog-window-memory.c. */
void cog_window_restore_size (CogWindow *self);
/* Of the project that was just opened. */
void cog_window_restore_place (CogWindow *self);
/* What stands beside the pages came or went: the buttons follow. */
void cog_window_panes_changed (CogWindow *self);

/* The window of the program in which that project is open. (transfer none) (nullable) */
CogWindow *cog_window_find_with (GtkApplication *application, const char *path);
/* A window beside this one, with the shelf. (transfer none) */
CogWindow *cog_window_open_another (CogWindow *self);

/* Undo and redo say what they do. */
void cog_window_name_steps (CogWindow *self);
/* The list of what was done. */
void cog_window_show_history (CogWindow *self);
/* Takes the book back or forward to after a step, in a thread, and tells it. */
void cog_window_go_to_step (CogWindow *self, gint64 number);

G_END_DECLS
