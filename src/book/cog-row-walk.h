/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-row.h"

/* How a section's structure becomes rows; for the files cog-row-*.c, and who asks what a box is.
 * One walk goes over the structure in document order, and takes each unit into a row where its
 * element stands. */

/* Lists and boxes in one another, beyond which nothing is indented or labelled any more. */
#define COG_ROW_MAX_NESTING 64

typedef struct
{
  CogMarker marker;
  int next;
  gboolean has_item; /* its item's first row has had the marker */
} CogRowNestedList;

typedef struct
{
  CogRowContext context;
  guint first; /* row */
} CogRowNestedContext;

typedef struct
{
  GPtrArray *rows;
  GPtrArray *units;    /* taken one by one: NULL where it is in a row */
  GHashTable *by_id;   /* unit's id → index + 1 */
  GHashTable *row_of;  /* unit's id → its row */
  GHashTable *sources; /* img's id → its asset in the source */
  CogRowNestedList lists[COG_ROW_MAX_NESTING];
  guint n_lists;
  CogRowNestedContext contexts[COG_ROW_MAX_NESTING];
  guint n_contexts;
  guint n_quotes;
} CogRowWalk;

/* Whether a node is one of the units; that one, taken. */
CogUnit *cog_row_walk_steal (CogRowWalk *walk, const char *id);
/* Puts a taken unit into a row. */
void cog_row_walk_take (CogRowWalk *walk, CogRow *row, CogUnit *unit);
/* A finished row, with the marker and the context of where the walk is. */
void cog_row_walk_add (CogRowWalk *walk, CogRow *row);

/* Lists and boxes: told of each element's beginning and end. */
void cog_row_walk_set_marker (CogRowWalk *walk, CogRow *row);
void cog_row_walk_enter_list (CogRowWalk *walk, const xmlNode *node);
void cog_row_walk_leave_list (CogRowWalk *walk, const xmlNode *node);
/* What an element is to all that stands in it. */
CogRowContext cog_row_walk_find_context (const xmlNode *node);
void cog_row_walk_enter_context (CogRowWalk *walk, const xmlNode *node);
void cog_row_walk_leave_context (CogRowWalk *walk, const xmlNode *node);

/* Pictures, drawings, sounds and films. */
gboolean cog_row_walk_is_picture (const xmlNode *node);
/* All units and pictures of a block, in one row; what is beyond all measure gets rows of its own.
 * cell: of the row's table, or -1. */
void cog_row_walk_gather (CogRowWalk *walk, CogRow *row, const xmlNode *block, int cell);
/* A figure is one row where it holds pictures and words about them, and nothing else. */
gboolean cog_row_walk_is_plain_figure (const xmlNode *figure);
void cog_row_walk_add_figure (CogRowWalk *walk, const xmlNode *node);
/* Many books set their pictures in paragraphs of their own. Once such a paragraph has a text in the
 * adaptation, it is one. */
gboolean cog_row_walk_holds_only_pictures (const xmlNode *block, const CogUnit *unit);
void cog_row_walk_add_carried_pictures (CogRowWalk *walk, const xmlNode *block, CogUnit *unit);

/* A table is one row, a long one several. */
void cog_row_walk_add_table (CogRowWalk *walk, const xmlNode *node);
