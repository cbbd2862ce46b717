/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* How pages without tags are read: words → lines → columns → blocks. Each step is a function over
 * plain arrays. Lengths are in points; an "em" is the size of the text at hand. */

typedef struct _CogLayoutBlock CogLayoutBlock;

/* Words that stand together in a line, parted from others by a wide gap. */
typedef struct
{
  guint first, n; /* words of the line */
  double x1, x2;
} CogLayoutCell;

typedef struct
{
  guint page; /* from 1 */
  CogPdfBox box;
  double baseline;
  double size;      /* of most of its letters */
  GPtrArray *words; /* (element-type CogPdfWord): borrowed from the page; in logical order */
  GArray *cells;    /* (element-type CogLayoutCell): in logical order */
  char *text;
  guint n_letters;
  guint column;      /* lines of one column on one page have the same */
  double start, end; /* from the edges of the column where its lines begin and end */
  double extent;     /* width of the column */
  gboolean is_rtl;
  gboolean is_bold, is_italic, is_fixed; /* all of it */
  gboolean has_bullet;                   /* drawn before it */
  gboolean is_ruled_off;                 /* from the line above, in a table */
  gboolean is_margin;                    /* of a note in the margin */
  guint32 colour;
  CogLayoutBlock *block; /* this is no line but a figure or table that stands in the column; owned
                            until cog_layout_blocks_new() takes it (nullable) */
} CogLayoutLine;

typedef enum
{
  COG_LAYOUT_PARAGRAPH,
  COG_LAYOUT_HEADING,
  COG_LAYOUT_ITEM,
  COG_LAYOUT_TABLE,
  COG_LAYOUT_FIGURE,
  COG_LAYOUT_NOTE,
  COG_LAYOUT_CODE,
} CogLayoutKind;

typedef enum
{
  COG_LAYOUT_BULLET,
  COG_LAYOUT_DECIMAL,
  COG_LAYOUT_LOWER_LETTER,
  COG_LAYOUT_UPPER_LETTER,
  COG_LAYOUT_LOWER_ROMAN,
  COG_LAYOUT_UPPER_ROMAN,
} CogLayoutNumbering;

/* What stands before an item of a list. */
typedef struct
{
  CogLayoutNumbering numbering;
  guint number;    /* 0 for a bullet */
  guint n_letters; /* of the line's text, with the space behind */
} CogLayoutLabel;

/* One cell of a table, by words. */
typedef struct
{
  guint row, column, row_span, column_span;
  GPtrArray *lines; /* (element-type CogLayoutLine): of its own */
  gboolean is_header;
} CogLayoutTableCell;

struct _CogLayoutBlock
{
  CogLayoutKind kind;
  guint page;
  CogPdfBox box;
  GPtrArray *lines;     /* (element-type CogLayoutLine): owned */
  guint level;          /* of a heading, from 1; of an item, from 1 */
  CogLayoutLabel label; /* of an item, or a note (its number) */
  GPtrArray *cells;     /* (element-type CogLayoutTableCell), of a table */
  GPtrArray *inner; /* (element-type CogLayoutBlock): paragraphs after an item's first; captions */
  gboolean is_rtl;
  gboolean is_joined;  /* it goes on where the block before ended */
  gboolean is_margin;  /* it stands in the margin, beside the block before it */
  gboolean is_picture; /* of a figure: one picture of the file fills it */
  gboolean caption_above;
  CogPdfPicture picture;
  char *id;  /* of a note; of a figure, its picture's name */
  char *alt; /* of a figure that is a formula: its signs (nullable) */
};

/* What most of a document's text looks like. */
typedef struct
{
  double size;       /* of the running text */
  double leading;    /* from baseline to baseline, in parts of the size */
  gboolean is_bold;  /* the running text is */
  gboolean is_fixed; /* all of it is typed: no line is code for that */
  gboolean is_rtl;
} CogLayoutBody;

/* cog-layout-line.c */
CogLayoutLine *cog_layout_line_new (guint page, gboolean is_rtl);
void cog_layout_line_free (CogLayoutLine *line);
/* After words were added in any order: box, size, look, logical order, cells, text. */
void cog_layout_line_finish (const CogPdfFile *file, CogLayoutLine *line);
/* The words of a page in pieces of lines that no wide gap parts; words that are furniture or stand
 * on their side are left out. (transfer full) (element-type CogLayoutLine): in no order */
GPtrArray *
cog_layout_segments_new (const CogPdfFile *file, const CogPdfPage *page, gboolean is_rtl);
gboolean cog_layout_is_cjk (gunichar c);

/* The same for some words only: those of a cell. words: (element-type CogPdfWord) */
GPtrArray *cog_layout_segments_new_for_words (const CogPdfFile *file,
                                              GPtrArray *words,
                                              guint page,
                                              gboolean is_rtl);
/* A stand-in for a figure or table, to find its place in the order of reading. Takes block. */
CogLayoutLine *cog_layout_line_new_for_block (CogLayoutBlock *block);

/* cog-layout-column.c */
/* Takes the segments and gives the lines of the page in the order in which they are read.
 * (transfer full) (element-type CogLayoutLine) */
GPtrArray *cog_layout_order (const CogPdfFile *file, GPtrArray *segments, gboolean is_rtl);

/* The same, where it is known that there is one column. */
GPtrArray *cog_layout_order_as_one (const CogPdfFile *file, GPtrArray *segments, gboolean is_rtl);

/* cog-layout-furniture.c */
/* Marks the words of running heads, folios and what else stands in the margins of many pages.
 * pages: (element-type CogPdfPage) (nullable elements). Returns how many words. */
guint cog_layout_mark_furniture (GPtrArray *pages);

/* cog-layout-contents.c */
/* Marks the words of a printed table of contents, lines with leaders and page numbers, as
 * furniture: a book has its own. After the furniture was marked. Returns on how many pages. */
guint cog_layout_mark_contents (GPtrArray *pages, gboolean is_rtl);

/* cog-layout-initial.c */
/* A large letter beside the first lines of a chapter becomes a part of the word that it begins. */
void cog_layout_join_initials (GPtrArray *pages, const CogLayoutBody *body);

/* cog-layout-body.c */
gboolean cog_layout_is_rtl (const GPtrArray *pages);
/* All but the leading, which lines tell: those of all pages, in order. */
void cog_layout_measure (const CogPdfFile *file, const GPtrArray *pages, CogLayoutBody *body);
void cog_layout_measure_leading (const GPtrArray *lines, CogLayoutBody *body);

/* cog-layout-label.c */
/* Whether a line begins as the item of a list does. */
gboolean cog_layout_read_label (const char *text, CogLayoutLabel *label);
/* The number of a bullet-free label that can follow another: "b." after "a.". */
gboolean cog_layout_label_follows (const CogLayoutLabel *before, const CogLayoutLabel *label);

/* cog-layout-cells.c */
CogLayoutTableCell *cog_layout_table_cell_new (guint row, guint column);
void cog_layout_table_cell_free (CogLayoutTableCell *cell);
/* By row and column; for g_ptr_array_sort(). */
int cog_layout_table_cell_compare (gconstpointer a, gconstpointer b);
/* Says which cells of a table head its columns. */
void cog_layout_table_mark_head (CogLayoutBlock *table);

/* cog-layout-table.c */
/* Lines that stand in columns of cells become tables, in their place. lines: of one page. */
void cog_layout_find_tables (const CogPdfFile *file, GPtrArray *lines, const CogLayoutBody *body);

/* cog-layout-block.c */
CogLayoutBlock *cog_layout_block_new (CogLayoutKind kind, guint page);
void cog_layout_block_free (CogLayoutBlock *block);
void cog_layout_block_add_line (CogLayoutBlock *block, CogLayoutLine *line);
/* Takes the lines of a page and makes paragraphs, items and lines of code of them.
 * (transfer full) (element-type CogLayoutBlock) */
GPtrArray *cog_layout_blocks_new (GPtrArray *lines, const CogLayoutBody *body);
/* Items whose label is one by chance become paragraphs, of a whole document. */
void cog_layout_drop_lone_items (GPtrArray *blocks);
/* The text of a block's lines, joined. (transfer full) */
char *cog_layout_block_dup_text (const CogLayoutBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLayoutLine, cog_layout_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLayoutBlock, cog_layout_block_free)

G_END_DECLS
