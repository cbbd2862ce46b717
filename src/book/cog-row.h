/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-row-table.h"
#include "cog-unit.h"

G_BEGIN_DECLS

/* A picture, drawing, sound or film of a row; a plain value. */
typedef struct
{
  char *id;
  char *asset;   /* name in the book (nullable): a drawing stands in the text */
  char *drawing; /* SVG (nullable) */
  char *before;  /* the source's asset, where the adaptation has another one (nullable) */
  char *title;   /* of a sound or film (nullable) */
  gboolean is_media;
  gboolean is_film; /* media that is seen, too */
  gboolean is_decorative;
  int alt;  /* index of the unit of its alternative text; -1: it has none */
  int cell; /* index of the table's cell that it stands in; -1: in none */
} CogRowPicture;

typedef enum
{
  COG_ROW_TEXT,     /* one unit, by its kind; with the pictures that stand in it */
  COG_ROW_EQUATION, /* on a line of its own */
  COG_ROW_TABLE,    /* some lines of a table: long ones are several rows */
  COG_ROW_FIGURE,   /* pictures with what is said about them */
} CogRowKind;

/* What a row stands in, the innermost. */
typedef enum
{
  COG_CONTEXT_NONE,
  COG_CONTEXT_NOTE, /* a box: asides of every sort that has no word of its own here */
  COG_CONTEXT_TIP,
  COG_CONTEXT_WARNING,
  COG_CONTEXT_EXAMPLE,
  COG_CONTEXT_EXERCISE,
  COG_CONTEXT_ANSWER,
  COG_CONTEXT_OBJECTIVES,
  COG_CONTEXT_SUMMARY,
  COG_CONTEXT_DEFINITION,
  COG_CONTEXT_FOOTNOTE,
  COG_CONTEXT_QUOTATION,
  COG_CONTEXT_DETAILS,
  COG_CONTEXT_FIGURE, /* of several blocks */
} CogRowContext;

typedef enum
{
  COG_MARKER_NONE,
  COG_MARKER_BULLET,
  COG_MARKER_NUMBER,
  COG_MARKER_LOWER_ALPHA,
  COG_MARKER_UPPER_ALPHA,
  COG_MARKER_LOWER_ROMAN,
  COG_MARKER_UPPER_ROMAN,
} CogMarker;

/**
 * CogRow:
 *
 * A row of the workbench: a block of the adaptation as it stands in the book, with all units that
 * are handled with it. A plain value.
 */
typedef struct
{
  CogRowKind kind;
  char *id;            /* of the block; unique in the section's rows */
  GPtrArray *units;    /* (element-type CogUnit), at least one but for pictures without any */
  GPtrArray *pictures; /* (element-type CogRowPicture) (nullable) */
  int carrier;         /* index of the unit that holds the pictures and says nothing; -1: none */
  CogRowTable *table;  /* (nullable) */
  guint level;         /* of a heading: 1…6; else 0 */
  guint indent;        /* steps from the margin: lists and quotations, at most COG_ROW_MAX_INDENT */
  CogMarker marker;    /* of a list item, with its first row */
  int number;          /* that the marker shows */
  gboolean is_tight;   /* it follows closely on the row before: items of a list */
  CogRowContext context;
  gboolean is_first, is_last; /* of the innermost context */
  guint n_characters;         /* of the longer side, roughly: for an estimate of its height */
} CogRow;

#define COG_ROW_MAX_INDENT 6

CogRow *cog_row_new (CogRowKind kind, const char *id);
void cog_row_free (CogRow *row);
/* The marker as the book would print it in that language: "•", "3.", "٣.", "b)"; NULL: none.
 * (transfer full) (nullable) */
char *cog_row_dup_marker (const CogRow *row, const char *language);
/* GTK-free test for the index of a unit in a row; -1 where it is not in it. */
int cog_row_find_unit (const CogRow *row, const char *id);

/**
 * cog_row_list_new:
 * @source: (nullable): skeleton of the source
 * @target: skeleton of the adaptation
 * @units: (element-type CogUnit): of the section, in the adaptation's order; taken over
 *
 * The rows of a section, in the adaptation's order. Every unit is in exactly one row, also where
 * the skeleton does not know it. A skeleton that cannot be read gives one row for each unit. Time
 * and memory are linear in what comes in, whatever depth and spans it claims.
 *
 * Returns: (transfer full) (element-type CogRow)
 */
GPtrArray *cog_row_list_new (const char *source, const char *target, GPtrArray *units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogRow, cog_row_free)

G_END_DECLS
