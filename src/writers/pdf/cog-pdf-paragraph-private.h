/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-math.h"
#include "cog-pdf-paragraph.h"

G_BEGIN_DECLS

typedef enum
{
  COG_PDF_OBJECT_NONE,
  COG_PDF_OBJECT_MATH,
  COG_PDF_OBJECT_PICTURE,
  COG_PDF_OBJECT_RUBY,
} CogPdfObjectKind;

/* Something in a line that is not a glyph run; one U+FFFC in the text. */
typedef struct
{
  CogPdfObjectKind kind;
  double width, ascent, descent;
  CogPdfMath *math;
  CogPdfPicture *picture;
  PangoLayout *base, *above; /* ruby */
  CogPdfTag *base_tag, *above_tag;
} CogPdfObject;

/* A stretch of text of one look and one structure element. */
typedef struct
{
  guint start, end; /* bytes */
  gboolean is_bold, is_italic, is_mono, is_underlined, is_struck, is_small_caps, is_upright;
  gboolean is_highlighted;
  double size; /* points */
  double rise; /* points */
  PangoLanguage *language;
  CogPdfTag *tag;
  guint key;
  gint object; /* -1: text */
  gint link;   /* -1: none */
} CogPdfRun;

typedef struct
{
  char *href, *contents;
  CogPdfTag *tag;
} CogPdfLink;

typedef struct
{
  double ascent, height, width;
  guint start, length;          /* bytes in the text */
  const char *text;             /* that the runs point into: of their layout */
  GPtrArray *runs;              /* PangoGlyphItem, from the left; owned */
  const PangoGlyphItem *hyphen; /* the one of them that divides a word (nullable) */
} CogPdfLine;

/* A stretch of one run in one script size. */
typedef struct
{
  guint start, end; /* bytes */
  guint run;
  double scale;
} CogPdfPiece;

struct _CogPdfParagraph
{
  GPtrArray *layouts; /* PangoLayout: slices of the text, one after the other */
  CogPdfSetting setting;
  CogPdfTextStyle style;
  double leading;     /* the style's, as the script of its language wants it */
  gboolean is_quiet;  /* links look like text */
  GArray *runs;       /* CogPdfRun */
  GPtrArray *objects; /* CogPdfObject */
  GArray *links;      /* CogPdfLink */
  GArray *points;     /* CogPdfPoint */
  GArray *lines;      /* CogPdfLine */
};

/* A paragraph that has its setting and nothing else yet. */
CogPdfParagraph *cog_pdf_paragraph_new_empty (const CogPdfComposer *composer,
                                              const CogPdfSetting *setting);
/* Makes layouts and lines from text and runs: fonts by script, the index of its run on every item.
 * Takes time in proportion to the text. */
void cog_pdf_paragraph_lay_out (CogPdfParagraph *paragraph,
                                const CogPdfComposer *composer,
                                const char *text);
/* Breaks a layout's line, which knows no width, into lines of the paragraph; offset: where the
 * layout begins in the text. is_open: the text goes on beyond it, so that its last line, if it is
 * not the only one, is none yet. Returns where that begins, or the end. */
guint cog_pdf_paragraph_break (CogPdfParagraph *paragraph,
                               const CogPdfComposer *composer,
                               PangoLayoutLine *line,
                               guint offset,
                               gboolean is_open);
/* (transfer full) (element-type CogPdfPiece): the runs, in order, without gaps between them. */
GArray *cog_pdf_paragraph_split (const CogPdfParagraph *paragraph, const char *text);
/* What a piece's text is set in, from start to end of a layout's text (bytes). */
void cog_pdf_paragraph_insert_attributes (const CogPdfParagraph *paragraph,
                                          PangoAttrList *list,
                                          const CogPdfPiece *piece,
                                          guint start,
                                          guint end);
/* Gives right-to-left text, whose marked content is in visual order, its logical text, and text
 * with words that are divided its words. After the layout. */
void
cog_pdf_paragraph_add_actual_text (CogPdfParagraph *paragraph, CogPdfTags *tags, const char *text);
/* The run that an item of the layout belongs to. */
const CogPdfRun *cog_pdf_paragraph_get_run (const CogPdfParagraph *paragraph,
                                            const PangoItem *item);
PangoLayout *cog_pdf_paragraph_make_piece (const CogPdfComposer *composer,
                                           const char *text,
                                           const char *language,
                                           double size);

G_END_DECLS
