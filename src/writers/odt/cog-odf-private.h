/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-flow.h"
#include "cog-office-picture.h"
#include "cog-writer.h"
#include "cog-zip.h"

G_BEGIN_DECLS

/* One text while it is written: OpenDocument 1.3. */
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
  GString *out;                 /* the text */
  GString *automatic;           /* styles that were made for it */
  GHashTable *styles;           /* what a style says → its name */
  GHashTable *marks;            /* id of a section → its bookmark (element-type utf8 utf8) */
  GPtrArray *formulas;          /* (element-type GBytes): objects, from 1 */
  guint n_formulas;
  guint n_frames;
  guint n_tables;
  guint n_lists;             /* that are open, in the cell that is open */
  GArray *n_outside;         /* guint: the same of the cells around */
  gboolean opens_front;      /* the next line is the first of all */
  gboolean opens_page;       /* the next block stands on a new page */
  gboolean begins_box;       /* the next block is the first in an aside */
  gboolean has_box_before;   /* the last block stood in one */
  const CogFlowBlock *block; /* that is open */
} CogOdfWriting;

void cog_odf_begin_block (gpointer data, const CogFlowBlock *block);
void cog_odf_end_block (gpointer data, const CogFlowBlock *block);
/* A line of the pages that the writer adds, in that style. */
void cog_odf_append_line (CogOdfWriting *odf, const char *style, const char *text);

void cog_odf_text (gpointer data, const char *text, const CogFlowRun *run);
/* What ODF says of white space in words of its own (6.1.2). */
void cog_odf_append_text (GString *out, const char *text, gboolean is_pre);
void cog_odf_line_break (gpointer data, const CogFlowRun *run);
void cog_odf_anchor (gpointer data, const char *id);
/* What a place of the book is called as a bookmark. (transfer none) */
const char *cog_odf_get_bookmark (const CogOdfWriting *odf, const char *id);
void cog_odf_begin_link (gpointer data, const char *href);
void cog_odf_end_link (gpointer data);
void cog_odf_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run);
void cog_odf_formula (gpointer data, const xmlNode *math, const CogFlowRun *run);
void cog_odf_picture (gpointer data, const xmlNode *node, const CogFlowRun *run);

void cog_odf_begin_list (gpointer data, const CogFlowList *list);
void cog_odf_end_list (gpointer data, const CogFlowList *list);
void cog_odf_begin_item (gpointer data, const CogFlowList *list);
void cog_odf_end_item (gpointer data, const CogFlowList *list);
void cog_odf_append_list_styles (const CogOdfWriting *odf, GString *out);

void cog_odf_begin_table (gpointer data, const CogFlowTable *table);
void cog_odf_end_table (gpointer data, const CogFlowTable *table);
void cog_odf_begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header);
void cog_odf_end_row (gpointer data, const CogFlowTable *table, guint row);
void cog_odf_begin_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void cog_odf_end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell);
void
cog_odf_covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column);

/* The name of the automatic style of that family that says this: attributes and properties
 * elements as text. parent: (nullable). (transfer none) */
const char *cog_odf_get_style (CogOdfWriting *odf,
                               const char *family,
                               const char *parent,
                               const char *properties);
/* fo:language and its sisters, in the place of the language's letters. */
void cog_odf_append_language (GString *out, const char *language);

/* Where lines begin. LibreOffice takes "start" for the left side in either direction. */
const char *cog_odf_get_side (gboolean is_rtl);

void cog_odf_append_front (CogOdfWriting *odf);
void cog_odf_append_styles (const CogOdfWriting *odf, GString *out);
gboolean cog_odf_write_package (CogOdfWriting *odf, GError **error);
void cog_odf_append_meta (const CogOdfWriting *odf, GString *out);

#define COG_ODF_NAMESPACES                                                                         \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                             \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                               \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                 \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                               \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                              \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                      \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                        \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                 \
  " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""          \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""    \
  " office:version=\"1.3\""
#define COG_ODF_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define COG_ODF_INDENT .63 /* cm, of a list or quotation in another one */

/* A length in centimetres, as XML wants it: with a point. */
void cog_odf_append_cm (GString *out, const char *name, double cm);

G_END_DECLS
