/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogLongList:
 *
 * A list of rows of very different heights, for a scrolled window. It builds the rows in sight,
 * and a screenful around them in idle time; GtkListView (4.8) builds and measures two hundred
 * before each jump. What is in sight stays where it is while rows elsewhere turn out higher or
 * lower than estimated. Arrow keys go from row to row; rows must be focusable.
 */
#define COG_TYPE_LONG_LIST (cog_long_list_get_type ())
G_DECLARE_FINAL_TYPE (CogLongList, cog_long_list, COG, LONG_LIST, GtkWidget)

typedef struct
{
  GtkWidget *(*create) (gpointer user_data);
  /* item NULL: the row waits for another one. */
  void (*bind) (GtkWidget *row, gpointer item, gpointer user_data);
  /* Roughly how high it will be, pixels: cheap, as it is asked for every row. */
  int (*estimate) (guint position, int width, gpointer user_data);
  void (*activate) (guint position, gpointer user_data); /* by Enter */
  void (*focused) (guint position, gpointer user_data);  /* it, or something in it */
  /* The list has another width, in pixels. It is being laid out: change no widget at once.
   * (nullable) */
  void (*resized) (int width, gpointer user_data);
} CogLongListRows;

/* Once. The struct must stay. */
void cog_long_list_set_rows (CogLongList *self, const CogLongListRows *rows, gpointer user_data);
void cog_long_list_set_model (CogLongList *self, GListModel *model); /* (nullable) */
/* Shows a row, at the top of the page if it was out of sight. */
void cog_long_list_show (CogLongList *self, guint position);
/* Whether any part of it can be seen. */
gboolean cog_long_list_is_in_sight (CogLongList *self, guint position);
/* Shows it and gives it the keyboard. */
void cog_long_list_focus (CogLongList *self, guint position);
/* The row of a position, built where it is not. NULL before the list has a size. (transfer none)
 * (nullable) */
GtkWidget *cog_long_list_get_row (CogLongList *self, guint position);
/* The row that has the keyboard or is at the top; GTK_INVALID_LIST_POSITION in an empty list. */
guint cog_long_list_get_current (CogLongList *self);
/* Shows a part of a row that is built, with as little movement as there can be, once it has its
 * place. */
void cog_long_list_show_widget (CogLongList *self, GtkWidget *widget);
/* To the very beginning. */
void cog_long_list_rewind (CogLongList *self);

G_END_DECLS
