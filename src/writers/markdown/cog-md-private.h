/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-flow.h"
#include "cog-output.h"
#include "cog-writer.h"

G_BEGIN_DECLS

/* What stands before the lines of a block: "> ", "3. " and then "   ". */
typedef struct
{
  char *first, *rest;
  gboolean is_used; /* the first line is written */
} CogMdPrefix;

/* One text while it is written: CommonMark 0.30 with the tables and struck letters of GitHub and
 * footnotes as cmark-gfm and pandoc have them. What they have no signs for is written in HTML's
 * elements, which CommonMark takes as they are. */
typedef struct
{
  const CogBook *book;
  CogFlow *flow;
  gboolean embeds;      /* pictures stand in the text itself */
  GString *out;         /* where blocks go now: the text or a note */
  GString *notes;       /* of the section, written at its end */
  GArray *prefixes;     /* CogMdPrefix */
  GPtrArray *links;     /* (element-type utf8): addresses of those that are open */
  GString *table;       /* the table that is open */
  GString *cell;        /* and what its cell says so far */
  GString *line;        /* what the block that is open says */
  GString *run;         /* letters of one look that wait for what follows */
  CogFlowLook look;     /* theirs */
  const char *language; /* and theirs */
  guint n_html;         /* tables in HTML that are open: all in them is HTML */
  gboolean is_table;    /* in a table of GitHub's */
  gboolean in_caption;  /* figcaption is open */
  guint n_figures;      /* figures that are open */
  gboolean needs_gap;   /* a list has just ended: another one would go on with it */
  gboolean is_tight;    /* the next block follows without an empty line */
  const CogFlowBlock *block;
} CogMdWriting;

extern const CogFlowSink cog_md_sink;

void cog_md_push (CogMdWriting *md, const char *first, const char *rest);
void cog_md_pop (CogMdWriting *md);
/* A block as lines, after an empty line. */
void cog_md_append_lines (CogMdWriting *md, const char *text);
/* What waits in md->run goes into the line, with the signs of its look. */
void cog_md_flush (CogMdWriting *md);

void cog_md_begin_block (gpointer data, const CogFlowBlock *block);
void cog_md_end_block (gpointer data, const CogFlowBlock *block);
void cog_md_begin_group (gpointer data, const xmlNode *node, CogFlowBox box);
void cog_md_end_group (gpointer data, const xmlNode *node, CogFlowBox box);
void cog_md_begin_list (gpointer data, const CogFlowList *list);
void cog_md_end_list (gpointer data, const CogFlowList *list);
void cog_md_begin_item (gpointer data, const CogFlowList *list);
void cog_md_end_item (gpointer data, const CogFlowList *list);

void cog_md_text (gpointer data, const char *text, const CogFlowRun *run);
void cog_md_line_break (gpointer data, const CogFlowRun *run);
void cog_md_anchor (gpointer data, const char *id);
void cog_md_begin_link (gpointer data, const char *href);
void cog_md_end_link (gpointer data);
void cog_md_picture (gpointer data, const xmlNode *node, const CogFlowRun *run);
void cog_md_formula (gpointer data, const xmlNode *math, const CogFlowRun *run);
void cog_md_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run);
void cog_md_append_notes (CogMdWriting *md);

void cog_md_begin_table (gpointer data, const CogFlowTable *table);
void cog_md_end_table (gpointer data, const CogFlowTable *table);
void cog_md_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header);
void cog_md_end_row (gpointer data, const CogFlowTable *table, guint row);
void cog_md_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void cog_md_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void
cog_md_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column);

G_END_DECLS
