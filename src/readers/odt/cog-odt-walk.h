/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-odt-lists.h"
#include "cog-odt-package.h"
#include "cog-odt-styles.h"
#include "cog-prose-line.h"
#include "cog-prose.h"

G_BEGIN_DECLS

/* A whole document on its way to XHTML, for the normalizer. */
typedef struct
{
  CogOdtPackage *package;
  CogOdtStyles *styles;
  CogOdtLists *lists;
  CogReport *report;
  CogProse *prose;
  CogTrackedChanges choice;
  GHashTable *changes; /* id → const xmlNode: text:insertion, text:deletion, text:format-change */
  char *dropped;       /* the insertion in which the walk is and which is rejected (nullable) */
  char *label;         /* what a list counts the next heading as (nullable) */
  guint depth;
  guint n_repeated; /* cells and rows that the file has but once */
  gboolean is_in_note;
  gboolean is_in_deletion;
} CogOdtWalk;

/* Where blocks go: a piece, an item, a cell, a note, a box. */
typedef struct
{
  xmlNode *parent;
  xmlNode *joined;  /* a paragraph whose end is not there: the next one is its rest (nullable) */
  gboolean is_main; /* headings may begin a piece */
} CogOdtFlow;

/* What stands in one paragraph on its way into one block. */
typedef struct
{
  CogOdtWalk *walk;
  CogOdtFlow *flow;
  xmlNode *block;
  CogProseLine runs;
  const CogOdtLook *whole, *own; /* of the paragraph (nullable) */
  GPtrArray *looks;  /* (element-type CogOdtLook): of the spans around, innermost last */
  const char *style; /* of the paragraph (nullable) */
  const char *href;  /* of the link around (nullable) */
  CogOdtKind kind;
  guint level;      /* of the heading; 0: none */
  GPtrArray *boxes; /* (element-type xmlNode): what is anchored here and holds blocks */
} CogOdtLine;

/* report, prose, choice: borrowed or copied. */
CogOdtWalk *cog_odt_walk_new (CogOdtPackage *package, CogReport *report, CogTrackedChanges choice);
void cog_odt_walk_free (CogOdtWalk *walk);
/* All of the text, into pieces. */
void cog_odt_walk_run (CogOdtWalk *walk);

/* cog-odt-walk.c */
void cog_odt_convert_block (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node);
void cog_odt_convert_blocks (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node);
void cog_odt_convert_into (CogOdtWalk *walk, const xmlNode *node, xmlNode *parent);

/* cog-odt-list.c */
void cog_odt_convert_list (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *list);

/* cog-odt-paragraph.c */
guint cog_odt_get_level (CogOdtWalk *walk, const xmlNode *p);
void cog_odt_convert_paragraph (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *p);
/* What stands between paragraphs is one of its own: a frame that is anchored to a page. */
void cog_odt_convert_loose (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *drawing);
/* The line's block is finished, and a new one like it begun. */
void cog_odt_line_break (CogOdtLine *line);

/* cog-odt-inline.c */
void cog_odt_convert_inline (CogOdtLine *line, const xmlNode *node);
/* Where the next thing that is no text stands; text (nullable): what will stand there. */
xmlNode *cog_odt_line_open (CogOdtLine *line, const char *text);

/* cog-odt-field.c: FALSE: it is no field and no reference. */
gboolean cog_odt_convert_field (CogOdtLine *line, const xmlNode *node);

/* cog-odt-frame.c */
gboolean cog_odt_is_drawing (const xmlNode *node);
void cog_odt_convert_drawing (CogOdtLine *line, const xmlNode *node);
void cog_odt_add_boxes (CogOdtLine *line);

/* cog-odt-object.c: FALSE: it is no formula. */
gboolean cog_odt_convert_formula (CogOdtLine *line, const xmlNode *object);
/* A formula that is alone in its block stands on a line of its own. */
void cog_odt_settle_formulas (xmlNode *block);

/* cog-odt-table.c */
void cog_odt_convert_table (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *table);

/* cog-odt-changes.c */
void cog_odt_collect_changes (CogOdtWalk *walk, const xmlNode *text);
/* TRUE: it was a mark of a change, and is done with. */
gboolean cog_odt_convert_change (CogOdtLine *line, const xmlNode *node);
gboolean cog_odt_convert_block_change (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node);
/* Whether all of a node stands in an insertion that is rejected. */
gboolean cog_odt_is_dropped (CogOdtWalk *walk, const xmlNode *node);

G_END_DECLS
