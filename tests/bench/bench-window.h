/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-long-list.h"
#include "cog-spread.h"
#include "cog-window.h"

/* What bench-window.c and bench-window-edits.c share. */

typedef enum
{
  OPENING,
  GOING_TO_SECTION,
  JUMPING,
  JUMPING_BOOK,
  TURNING,
  TYPING_OPENS,
  TYPING,
  EDITING, /* bench-window-edits.c */
  DONE,
} Step;

/* The longest time for which the main loop served nothing, in milliseconds. */
typedef struct
{
  double wall, cpu;
} Block;

typedef struct
{
  const char *path;
  GtkWidget *window;
  CogSpread *spread;
  CogLongList *list;
  CogProject *project;           /* the window's (borrowed) */
  char *first, *last;            /* units of the section with most units */
  char *last_of_book, *homes[6]; /* the first units of some sections, NULL at the end */
  Step step;
  double begun, beat;
  double begun_cpu, beat_cpu; /* of the main thread's processor time */
  Block block;                /* since the step began */
  double first_row, first_row_cpu, jump, jump_cpu, jump_book, memory;
  Block open, scroll, sections, undo, picture, close; /* wall below 0: not measured */
  GArray *keys;
  gboolean is_key_typed;
  guint n_pages;
  GCancellable *cancellable; /* of the export */
  gboolean is_exporting;
} Bench;

double bench_now (void);
void bench_start (Bench *bench, Step step);
/* Prints the figures, and ends the program. */
void bench_finish (Bench *bench);
/* The first widget of that type in a tree, or NULL. */
GtkWidget *bench_find_widget (GtkWidget *widget, GType type);

/* Switching sections, undoing what was replaced everywhere, storing a large picture, closing; ends
 * with bench_finish(). */
void bench_run_edits (Bench *bench);
