/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-last-book.h"
#include "cog-shelf-book.h"
#include "cog-shelf-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _CogShelfPage
{
  GtkWidget parent_instance;
  char *folder, *cache;
  GCancellable *loading; /* (nullable) */
  gboolean is_listed;
  GListStore *books;
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  char *query; /* casefolded (nullable) */
  CogShelfOrder order;
  GHashTable *binned; /* number (utf8) → CogBinned */
  guint n_binned;
  guint grow_idle, near_idle, resize_idle;
  int width;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  CogLastBook *last;
  GtkFlowBox *covers;
  GtkLabel *heading;
  GtkWidget *nothing_found, *list_head;
  GtkMenuButton *order_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
};

/* What is done with a project; in cog-shelf-actions.c. */
GActionGroup *cog_shelf_page_create_actions (CogShelfPage *self);

/* The book with that path. (transfer none) (nullable) */
CogShelfBook *cog_shelf_page_find (CogShelfPage *self, const char *path);
/* Order and filter anew, after a book's facts changed. */
void cog_shelf_page_rearrange (CogShelfPage *self);
/* A dialog with one button. */
void cog_shelf_page_tell (CogShelfPage *self, const char *heading, const char *text);
/* Says what is wrong with a damaged project, and offers to recover what can be read of it; in
 * cog-shelf-recover.c. */
void cog_shelf_page_offer_recovery (CogShelfPage *self,
                                    const char *path,
                                    const char *heading,
                                    const char *text);
void cog_shelf_page_open (CogShelfPage *self, const char *path, const char *view);

G_END_DECLS
