/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-docx-numbering.h"
#include "cog-docx-package.h"
#include "cog-docx-styles.h"
#include "cog-prose.h"

G_BEGIN_DECLS

/* A field that is open (17.16): complex ones begin and end in runs, and hold others. */
typedef struct
{
  GString *code;
  gboolean has_result; /* its code is complete */
  gboolean is_dropped;
  char *href; /* (nullable) */
} CogDocxField;

/* A whole document on its way to XHTML, for the normalizer. */
typedef struct
{
  CogDocxPackage *package;
  CogDocxStyles *styles;
  CogDocxNumbering *numbering;
  CogReport *report;
  CogProse *prose;
  GPtrArray *fields; /* (element-type CogDocxField), the innermost last */
  guint depth;
  gboolean is_in_note;
} CogDocxWalk;

typedef struct
{
  xmlNode *list, *item;
  guint level;
  const char *id; /* of its numbering */
} CogDocxList;

/* Where blocks go: a piece, a cell, a note, a box. */
typedef struct
{
  xmlNode *parent;
  const char *part; /* whose relations count */
  GArray *lists;    /* (element-type CogDocxList): those that are open, the innermost last */
  xmlNode *joined;  /* a paragraph whose end was deleted: the next one is the rest (nullable) */
  gboolean is_main; /* headings may begin a piece */
} CogDocxFlow;

CogDocxWalk *cog_docx_walk_new (CogDocxPackage *package, CogReport *report);
void cog_docx_walk_free (CogDocxWalk *walk);
/* All of the main part, into pieces. */
void cog_docx_walk_run (CogDocxWalk *walk);

/* The level of the heading that a paragraph is, by its style or its own word; 0: it is none. */
guint cog_docx_get_level (CogDocxWalk *walk, const xmlNode *p);
/* The blocks in a node, into a new place. */
void
cog_docx_convert_into (CogDocxWalk *walk, const xmlNode *node, xmlNode *parent, const char *part);
void cog_docx_convert_blocks (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *node);
void cog_docx_convert_paragraph (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *p);
void cog_docx_convert_table (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *table);

/* A piece of another format (17.17.2.1); FALSE: it cannot be read. */
gboolean cog_docx_convert_chunk (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *chunk);

/* The item that a paragraph is, its lists opened as needed; NULL: it is none. */
xmlNode *cog_docx_open_item (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *p);
void cog_docx_close_lists (CogDocxFlow *flow);

/* Which branch of mc:AlternateContent is read (part 3, 9.3). (nullable) */
const xmlNode *cog_docx_choose (const xmlNode *alternate);

/* Fields: what a run says of one. */
void cog_docx_field_begin (CogDocxWalk *walk);
void cog_docx_field_add_code (CogDocxWalk *walk, const char *code);
void cog_docx_field_separate (CogDocxWalk *walk);
void cog_docx_field_end (CogDocxWalk *walk);
/* Whether what comes now is no text: a field's code, or a result that is left out. */
gboolean cog_docx_field_is_hidden (CogDocxWalk *walk);
/* (nullable) */
const char *cog_docx_field_get_href (CogDocxWalk *walk);
void cog_docx_field_free (gpointer data);

G_END_DECLS
