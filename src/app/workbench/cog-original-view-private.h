/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-original-view.h"

#include "cog-paper-fit.h"
#include "cog-paper-sheet.h"
#include "cog-project-places.h"

G_BEGIN_DECLS

struct _CogOriginalView
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  char *source;               /* whose file is shown, or being read (nullable) */
  GCancellable *reading;      /* (nullable) */
  CogPaperDocument *document; /* (nullable) */
  guint page;                 /* that is shown, or will be, from 1; 0: none */
  GPtrArray *places;          /* (element-type CogProjectPlace): of the unit in hand */
  CogPaperFit fit;
  double beyond; /* steps of the wheel */
  guint reveal_idle, n_looks;
  gboolean is_stale; /* what is in hand changed while the view was hidden */
  GtkWidget *root;
  GtkLabel *number, *fault;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkScrolledWindow *scroll;
  CogPaperSheet *sheet;
};

/* Pages of the document; 0: none is open. */
guint cog_original_view_get_n_pages (CogOriginalView *self);
/* Pixels of the interface a point of the page that is shown. */
double cog_original_view_get_scale (CogOriginalView *self);
void cog_original_view_apply_scale (GtkWidget *widget);
/* page: from 1; one that is not there is passed over. */
void cog_original_view_turn_to (CogOriginalView *self, guint page);

/* What a person does with it: cog-original-input.c. */
void cog_original_view_install_actions (GtkWidgetClass *klass);
void cog_original_view_watch_sheet (CogOriginalView *self);
/* Which actions there are now. */
void cog_original_view_update_actions (CogOriginalView *self);

G_END_DECLS
