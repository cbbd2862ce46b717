/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-docx-walk.h"
#include "cog-prose-line.h"

G_BEGIN_DECLS

/* The runs of one paragraph on their way into one block. */
typedef struct
{
  CogDocxWalk *walk;
  CogDocxFlow *flow;
  xmlNode *block;
  const char *style; /* of the paragraph (nullable) */
  gboolean is_heading;
  gboolean is_styled; /* the style has a meaning: what it looks like is not told */
  gboolean is_code;
  gboolean is_rtl;
  char *href; /* of the hyperlink around the run (nullable) */
  CogProseLine runs;
  GPtrArray *boxes; /* (element-type xmlNode): text boxes anchored here, w:txbxContent */
} CogDocxLine;

void cog_docx_line_begin (CogDocxLine *line, CogDocxWalk *walk, CogDocxFlow *flow);
void cog_docx_line_end (CogDocxLine *line);
/* What stands in a paragraph, or in something in it. */
void cog_docx_convert_inline (CogDocxLine *line, const xmlNode *node);
void cog_docx_convert_run (CogDocxLine *line, const xmlNode *run);
void cog_docx_convert_note (CogDocxLine *line, const xmlNode *reference);
/* Whether text in a run is the mark of a note that stands before it. */
gboolean cog_docx_is_note_mark (const xmlNode *node);
void cog_docx_convert_drawing (CogDocxLine *line, const xmlNode *drawing);

/* cog_prose_line_open() in the line's block. */
xmlNode *cog_docx_line_open (CogDocxLine *line, GPtrArray *keys);
/* How the run is set, as keys. (transfer full) */
GPtrArray *cog_docx_line_dup_keys (CogDocxLine *line, const xmlNode *run);
/* w:sym as a letter of Unicode; NULL: not known. */
const char *cog_docx_find_symbol (const char *font, guint code);

G_END_DECLS
