/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-flow.h"
#include "cog-office-picture.h"
#include "cog-writer.h"
#include "cog-zip.h"

G_BEGIN_DECLS

/* Word measures in twentieths of a point, drawings in 12,700ths of one. */
#define COG_WORD_TWIPS(points) ((int)((points)*20))
#define COG_WORD_EMU(points) ((gint64)((points)*12700))
#define COG_WORD_INDENT 360 /* twips, of a list or quotation in another one */

typedef enum
{
  COG_WORD_DOCUMENT,
  COG_WORD_FOOTNOTES,
  COG_WORD_ENDNOTES,
  COG_WORD_N_PARTS
} CogWordPartKind;

/* What a part ends in, as what may follow depends on it. */
typedef enum
{
  COG_WORD_NOTHING,
  COG_WORD_PARAGRAPH,
  COG_WORD_TABLE,
} CogWordLast;

/* A part that text is written into. */
typedef struct
{
  GString *out;
  GString *relations;    /* of links and pictures; ids begin with "r" */
  GHashTable *by_target; /* address or picture → id of its relation */
  CogWordLast last;
  gboolean opens_note; /* its number stands before the next text */
} CogWordPart;

/* How far Word has counted in a list. */
typedef struct
{
  guint number; /* w:numId */
  gint64 next;
} CogWordCount;

/* One document while it is written: ECMA-376, WordprocessingML, transitional. */
typedef struct
{
  const CogBook *book;
  const CogWriterOptions *options;
  CogReport *report;
  CogZip *zip;
  CogFlow *flow;
  CogOfficePictures *pictures;
  const char *language;
  gboolean is_rtl;
  double width, height, margin; /* of the page, points */
  CogWordPart parts[COG_WORD_N_PARTS];
  CogWordPart *part;     /* that is being written into */
  GHashTable *bookmarks; /* id → name of its bookmark (element-type utf8 utf8) */
  guint n_bookmarks;     /* that are called by a number */
  GString *numbers;      /* w:num elements */
  GHashTable *counts;    /* CogFlowList.id → CogWordCount */
  guint n_numbers;
  guint n_drawings;
  guint link_depth;
  gboolean opens_front;    /* the next line is the first of all */
  gboolean opens_page;     /* the next block stands on a new page */
  gboolean has_box_before; /* a frame has just ended: the next would join it */
  gboolean begins_box;
  const CogFlowBlock *block; /* that is open */
} CogWordWriting;

extern const CogFlowSink cog_word_sink;

/* w:p with its properties. */
void cog_word_begin_block (gpointer data, const CogFlowBlock *block);
void cog_word_end_block (gpointer data, const CogFlowBlock *block);
/* A line of the pages that the writer adds, in that style. */
void cog_word_append_line (CogWordWriting *word, const char *style, const char *text);
/* The paragraph that must stand between two tables, and at the end of a cell. */
void cog_word_append_gap (CogWordWriting *word);

void cog_word_text (gpointer data, const char *text, const CogFlowRun *run);
void cog_word_line_break (gpointer data, const CogFlowRun *run);
void cog_word_anchor (gpointer data, const char *id);
void cog_word_begin_link (gpointer data, const char *href);
void cog_word_end_link (gpointer data);
void cog_word_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run);
void cog_word_formula (gpointer data, const xmlNode *math, const CogFlowRun *run);
void cog_word_picture (gpointer data, const xmlNode *node, const CogFlowRun *run);
/* A bookmark's name: letters, figures and "_", 40 characters (17.13.6.2). (transfer full) */
char *cog_word_dup_bookmark (CogWordWriting *word, const char *id);
void cog_word_append_bookmark (CogWordWriting *word, const char *name);
/* The relation of the part that is open to a target; mode: "External" or NULL. */
const char *
cog_word_relate (CogWordWriting *word, const char *kind, const char *target, const char *mode);

/* The w:numId of a list; made when its first item is met. */
guint cog_word_get_number (CogWordWriting *word, const CogFlowList *list);
void cog_word_append_numbering (const CogWordWriting *word, GString *out);

void cog_word_begin_table (gpointer data, const CogFlowTable *table);
void cog_word_end_table (gpointer data, const CogFlowTable *table);
void cog_word_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header);
void cog_word_end_row (gpointer data, const CogFlowTable *table, guint row);
void cog_word_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void cog_word_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void
cog_word_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column);

/* Title page and contents. */
void cog_word_append_front (CogWordWriting *word);
void cog_word_append_styles (const CogWordWriting *word, GString *out);
/* Everything but the text itself. */
gboolean cog_word_write_package (CogWordWriting *word, GError **error);
gboolean cog_word_write_properties (CogWordWriting *word, GError **error);
gboolean cog_word_add (CogWordWriting *word, const char *name, const GString *text, GError **error);

#define COG_WORD_NAMESPACES                                                                        \
  " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                      \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""               \
  " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""                        \
  " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""           \
  " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""                             \
  " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
#define COG_WORD_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define COG_WORD_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

G_END_DECLS
