/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-flow.h"

#include "cog-vocabulary.h"

G_BEGIN_DECLS

/* An element that the walk is in. */
typedef struct
{
  const xmlNode *node;
  CogFlowBlock now; /* what holds for the blocks in it */
} CogFlowFrame;

/* A table that the walk is in. */
typedef struct
{
  CogFlowTable table;
  CogTable *grid;
  const CogTableCell **places; /* rows × columns */
  guint row, column;           /* where the next cell is looked for */
} CogFlowGrid;

struct _CogFlow
{
  const CogBook *book;
  const CogFlowSink *sink;
  gpointer data;
  GHashTable *targets; /* ids that links lead to; owned */
  GHashTable *notes;   /* id → CogFlowNote */
  GHashTable *is_told; /* notes that were told already */
  GPtrArray *pending;  /* (element-type utf8): ids that wait for a block */
  GArray *grids;       /* CogFlowGrid */
  GPtrArray *lists;    /* (element-type CogFlowList) */
  GArray *frames;      /* CogFlowFrame */
  guint n_lists;       /* ids given */
  guint section_level; /* of the section's own heading */
  gboolean opens_item; /* the next block begins an item */
  gboolean at_space;   /* of the block: what was written ends in white space, or is nothing */
  gboolean is_pre;
  gboolean has_media;
  gboolean is_in_note;
};

/* The block that stands for now: begins, with what waited for it. */
void cog_flow_begin_block (CogFlow *self, CogFlowBlock *block);
void cog_flow_end_block (CogFlow *self, const CogFlowBlock *block);
/* An id that a link leads to waits for the next block, or stands in the one that is open. */
void cog_flow_note_id (CogFlow *self, const xmlNode *node, gboolean is_in_block);
/* lang, dir and what an element says of looks. */
void cog_flow_take_attributes (const xmlNode *node, CogFlowRun *run);
/* The blocks of an element. first: where it goes in as one (a note) or through its children. */
void cog_flow_walk (CogFlow *self, const xmlNode *root, const CogFlowBlock *now);

/* What a leaf holds, in the block that is open. */
void cog_flow_write_inlines (CogFlow *self, const xmlNode *leaf, const CogFlowRun *run);
void cog_flow_write_text (CogFlow *self, const char *text, const CogFlowRun *run);

void cog_flow_index_notes (CogFlow *self);
/* The note that an element is, where a reference tells it: NULL elsewhere. */
CogFlowNote *cog_flow_find_note (const CogFlow *self, const xmlNode *node);
/* Whether an element holds nothing but notes that are told elsewhere, and their heading. */
gboolean cog_flow_is_emptied (const CogFlow *self, const xmlNode *node);

void cog_flow_open_table (CogFlow *self, const xmlNode *node, const CogFlowBlock *now);
void cog_flow_close_table (CogFlow *self);
void cog_flow_open_row (CogFlow *self, const xmlNode *node);
void cog_flow_close_row (CogFlow *self);
void cog_flow_open_cell (CogFlow *self, const xmlNode *node);
void cog_flow_close_cell (CogFlow *self, const xmlNode *node);

CogFlowList *cog_flow_open_list (CogFlow *self, const xmlNode *node);
void cog_flow_close_list (CogFlow *self);
void cog_flow_open_item (CogFlow *self, const xmlNode *node);
void cog_flow_close_item (CogFlow *self);

G_END_DECLS
