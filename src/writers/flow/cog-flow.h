/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-progress.h"
#include "cog-table.h"

G_BEGIN_DECLS

/**
 * CogFlow:
 *
 * A book as one flow of paragraphs, for the formats that know paragraphs, their styles and runs of
 * letters, rather than a tree: those of office programs, and plain text. The flow walks the book's
 * sections in order and calls a sink with what it meets: blocks of text with where they stand, runs
 * with how they look, pictures, formulas, tables by their grid. White space is folded; quotation
 * marks of q are letters; a heading's level counts from the book; notes come at their first
 * reference, and no more at their own place.
 */
typedef struct _CogFlow CogFlow;

typedef enum
{
  COG_FLOW_PARAGRAPH,
  COG_FLOW_HEADING,
  COG_FLOW_SUBTITLE,
  COG_FLOW_CODE,
  COG_FLOW_CAPTION, /* of a figure or table, above or below */
  COG_FLOW_CREDIT,
  COG_FLOW_TERM, /* of a list of definitions */
  COG_FLOW_SUMMARY,
  COG_FLOW_PICTURE,  /* a block that is one picture */
  COG_FLOW_EQUATION, /* a block that is one formula */
  COG_FLOW_RULE,     /* a change of scene; no text */
} CogFlowKind;

typedef enum
{
  COG_FLOW_BOLD = 1 << 0,
  COG_FLOW_ITALIC = 1 << 1,
  COG_FLOW_MONO = 1 << 2,
  COG_FLOW_SUB = 1 << 3,
  COG_FLOW_SUP = 1 << 4,
  COG_FLOW_UNDERLINE = 1 << 5,
  COG_FLOW_STRIKE = 1 << 6,
  COG_FLOW_SMALL = 1 << 7,
  COG_FLOW_SMALL_CAPS = 1 << 8,
  COG_FLOW_MARK = 1 << 9,
} CogFlowLook;

/* What stands around a block, the innermost that has a look. */
typedef enum
{
  COG_FLOW_PLAIN,
  COG_FLOW_BOX, /* an aside */
  COG_FLOW_EXERCISE,
  COG_FLOW_ANSWER,
} CogFlowBox;

/* A list while it is open. */
typedef struct
{
  const xmlNode *node;
  guint id;             /* from 1, in order of appearance */
  guint depth;          /* from 1 */
  char type;            /* "1aAiI"; 0: bullets */
  gboolean is_unmarked; /* of the book's index */
  gint64 start;         /* the first item's number */
  gint64 number;        /* the number of the item that is open */
  gboolean leaps;       /* counting on from the item before, from 1 at first, gives another one */
  gint step;
} CogFlowList;

typedef struct
{
  const char *language; /* BCP 47, never NULL */
  gboolean is_rtl;
  CogFlowLook look;
} CogFlowRun;

/* A block of text and where it stands. Borrowed, for the call. */
typedef struct
{
  CogFlowKind kind;
  const xmlNode *node; /* (nullable): a heading that only the contents know */
  guint level;         /* of a heading, from 1 */
  CogFlowRun run;      /* of its text where nothing else is said */
  CogFlowBox box;
  const xmlNode *box_node;
  guint n_quotes;          /* how many quotations it stands in */
  guint n_indents;         /* and descriptions of terms */
  const CogFlowList *list; /* (nullable) */
  gboolean begins_item;    /* the mark stands before it */
  gboolean is_header;      /* in a header cell */
  gboolean is_in_cell;
  gboolean is_in_note;
  gboolean is_original; /* of an edition in two languages */
  gboolean is_centred;
} CogFlowBlock;

typedef struct
{
  const xmlNode *node;
  guint number; /* from 1, of its kind, in the order of the references */
  gboolean is_endnote;
} CogFlowNote;

/* A table while it is open. */
typedef struct
{
  const CogTable *grid;
  const xmlNode *caption;
  gboolean is_rtl;
  gboolean is_layout; /* no table of facts: only there to set things beside each other */
  guint depth;        /* from 1: tables in tables */
  guint n_header_rows;
} CogFlowTable;

/* All functions but those for blocks and text may be NULL: what they are for is passed over, or for
 * begin_/end_ of what holds others, only its content is told. */
typedef struct
{
  void (*begin_section) (gpointer data, const CogSection *section, guint level);
  void (*begin_block) (gpointer data, const CogFlowBlock *block);
  void (*end_block) (gpointer data, const CogFlowBlock *block);
  /* In a block: */
  void (*text) (gpointer data, const char *text, const CogFlowRun *run);
  void (*line_break) (gpointer data, const CogFlowRun *run);
  void (*anchor) (gpointer data, const char *id); /* a link leads here */
  void (*begin_link) (gpointer data, const char *href);
  void (*end_link) (gpointer data);
  void (*picture) (gpointer data, const xmlNode *node, const CogFlowRun *run); /* img or svg */
  void (*formula) (gpointer data, const xmlNode *math, const CogFlowRun *run);
  /* The sink calls cog_flow_write_note() where it wants what the note says. */
  void (*note) (gpointer data, const CogFlowNote *note, const CogFlowRun *run);
  /* Around blocks: */
  void (*begin_list) (gpointer data, const CogFlowList *list);
  void (*end_list) (gpointer data, const CogFlowList *list);
  void (*begin_item) (gpointer data, const CogFlowList *list);
  void (*end_item) (gpointer data, const CogFlowList *list);
  void (*begin_group) (gpointer data,
                       const xmlNode *node,
                       CogFlowBox box); /* aside, exercise, quotation, figure */
  void (*end_group) (gpointer data, const xmlNode *node, CogFlowBox box);
  void (*begin_table) (gpointer data, const CogFlowTable *table);
  void (*end_table) (gpointer data, const CogFlowTable *table);
  void (*begin_row) (gpointer data, const CogFlowTable *table, guint row, gboolean is_header);
  void (*end_row) (gpointer data, const CogFlowTable *table, guint row);
  void (*begin_cell) (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
  void (*end_cell) (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
  /* A place that a cell from above covers (nullable), or that no cell has. */
  void (*covered) (gpointer data,
                   const CogFlowTable *table,
                   const CogTableCell *cell,
                   guint column);
} CogFlowSink;

/* book and sink: borrowed. */
CogFlow *cog_flow_new (const CogBook *book, const CogFlowSink *sink, gpointer data);
void cog_flow_free (CogFlow *self);

/* All sections. FALSE: it was cancelled. sentence: of the progress. */
gboolean cog_flow_run (CogFlow *self,
                       const char *sentence,
                       const CogProgress *progress,
                       GCancellable *cancellable,
                       GError **error);
/* One section without those below it. */
void cog_flow_write_section (CogFlow *self, const CogSection *section, guint level);
/* The blocks of a note; within the call of the sink's note(). */
void cog_flow_write_note (CogFlow *self, const CogFlowNote *note);

/* Whether a link of the book leads to that id, or a credit is of what has it. */
gboolean cog_flow_is_target (const CogFlow *self, const char *id);
/* Whether all that a section says are notes, which are told where they are referred to. */
gboolean cog_flow_passes_over (const CogFlow *self, const CogSection *section);
/* Whether there was sound or film, of which only the names were written. */
gboolean cog_flow_has_media (const CogFlow *self);

/* What a person who does not see the picture is told; "" where it is only decoration. (transfer
 * full) */
char *cog_flow_dup_description (const xmlNode *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFlow, cog_flow_free)

G_END_DECLS
