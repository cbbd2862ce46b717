/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-heights.h"
#include "cog-long-list.h"

G_BEGIN_DECLS

/* Where a row is that has no place yet. */
#define OUT_OF_SIGHT (G_MAXINT16 * 8)

typedef struct
{
  guint position;
  GtkWidget *widget;
  int y; /* from the top of the view */
  gboolean is_needed;
} CogLongListRow;

struct _CogLongList
{
  GtkWidget parent_instance;
  GListModel *model;
  const CogLongListRows *funcs;
  gpointer user_data;
  CogHeights *heights;
  GPtrArray *rows;               /* of CogLongListRow, by position */
  GPtrArray *spare;              /* of GtkWidget: hidden children */
  GtkAdjustment *adjustments[2]; /* by orientation */
  guint anchor;                  /* the row at the top of the view */
  int anchor_offset;             /* pixels of it above the view */
  int width;                     /* for which heights are measured */
  int ahead;                     /* pixels beyond the view that are built, above and below */
  guint ahead_source;
  guint tick;        /* that will build what is missing; 0: none */
  int height;        /* of the view, for which was built */
  GtkWidget *wanted; /* weak (nullable): a part of a row that is to be in sight */
  guint look;        /* idle: whether the keyboard is in sight */
  gboolean is_configuring;
};

/* For cog-long-list.c: the rows that are built, and the heights that are known. */
guint cog_long_list_get_n (CogLongList *self);
/* Index of the first row at or after a position. */
guint cog_long_list_find_index (CogLongList *self, guint position);
/* (nullable): it is not built */
CogLongListRow *cog_long_list_find_row (CogLongList *self, guint position);
/* The row of a position, built where it is not. */
CogLongListRow *cog_long_list_ensure_row (CogLongList *self, guint position);
gboolean cog_long_list_row_has_focus (const CogLongListRow *row);
/* Takes row, which is in the list no more. */
void cog_long_list_release (CogLongList *self, CogLongListRow *row);
/* Those from a position to before another. */
void cog_long_list_release_range (CogLongList *self, guint from, guint to);
/* Pixels, for the list's width; they are remembered. */
int cog_long_list_measure_row (CogLongList *self, CogLongListRow *row);
/* The same for a row that is needed now. */
int cog_long_list_measure_at (CogLongList *self, guint position);
/* Heights of rows that are not built. */
void cog_long_list_estimate_range (CogLongList *self, guint from, guint n);

G_END_DECLS
