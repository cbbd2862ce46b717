/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-columns.h"
#include "cog-pdf-math.h"
#include "cog-pdf-paragraph.h"

G_BEGIN_DECLS

typedef struct _CogPdfItem CogPdfItem;
typedef struct _CogPdfFrame CogPdfFrame;
typedef struct _CogPdfTable CogPdfTable;

/* What is drawn behind or beside a range of items: a box's tint, a quotation's bar. It is drawn
 * anew on each page that has a part of it. */
struct _CogPdfFrame
{
  CogPdfFrame *outer; /* (nullable) */
  double left, width;
  double pad;  /* above and below */
  double tint; /* grey, 1: none */
  double bar;  /* width of the bar at the start; 0: none */
  gboolean is_rtl;
  gboolean is_ruled; /* a hairline above and below */
};

typedef enum
{
  COG_PDF_ITEM_LINE, /* of a paragraph */
  COG_PDF_ITEM_PICTURE,
  COG_PDF_ITEM_MATH,
  COG_PDF_ITEM_RULE,
  COG_PDF_ITEM_ROW,   /* of a table */
  COG_PDF_ITEM_EMPTY, /* all that stands there is on the other side */
} CogPdfItemKind;

/* A mark of a list or the number of a note, which stands beside an item's first line. */
typedef struct
{
  CogPdfParagraph *paragraph;
  double x, width;
} CogPdfLabel;

/* A line of the original, which stands on the other side at the same height. */
typedef struct
{
  CogPdfParagraph *paragraph; /* owned by the flow */
  guint line;
  double x;
  double drop;        /* of its top below the item's, so that both have one baseline */
  CogPdfLabel *label; /* owned (nullable) */
} CogPdfBeside;

/**
 * CogPdfItem:
 *
 * The least that pages are made of: what is never broken. A chapter is a row of them, with space
 * between; a page breaks between two where the first does not forbid it.
 */
struct _CogPdfItem
{
  CogPdfItemKind kind;
  double x, width, height; /* x from the left of the type area */
  double before, after;    /* space: the larger of two that meet counts; none at a page's top */
  gboolean is_glued;       /* no break between this and the next */
  gboolean is_page_start;
  gboolean is_recto_start; /* where the edition is bound, on a page with an odd number */
  gboolean is_turned;      /* on a page of its own that is wider than tall */
  CogPdfFrame *frame;
  CogPdfParagraph *paragraph; /* owned by the flow */
  guint line;
  CogPdfPicture *picture;
  gboolean is_rtl; /* a picture keeps its place at the start side when it is made smaller */
  CogPdfMath *math;
  double math_ascent;
  CogPdfTable *table;
  guint row, part;
  CogPdfTag *tag; /* of a picture or equation; NULL: an artifact */
  guint group;    /* items of one group (not 0) are kept together, and may float */
  gboolean can_float;
  const char *head;   /* title of its chapter, for the running head (nullable) */
  GPtrArray *anchors; /* (element-type utf8) (nullable) */
  GPtrArray *notes;   /* (element-type utf8) (nullable): ids of notes that are called here */
  GPtrArray *labels;  /* (element-type CogPdfLabel) (nullable) */
  const struct _CogPdfEntry *contents; /* the entry of which it is the last line (nullable) */
  CogPdfBeside *beside;                /* (nullable) */
  double drop;                         /* of a line's top below the item's */
  CogPdfParagraph *folio; /* in the contents: the page's number, after a leader (nullable) */
};

/* A footnote: laid out apart, placed at the foot of the page that calls it. */
typedef struct
{
  char *id;
  GPtrArray *items;
  double height;
  gboolean is_placed;
} CogPdfNote;

/* What a section heading says in contents and bookmarks. */
typedef struct _CogPdfEntry
{
  char *title;
  char *id; /* where it stands */
  guint depth;
} CogPdfEntry;

/**
 * CogPdfFlow:
 *
 * The items of a stretch of the book that is paginated in one go. Owns all that they point to.
 */
typedef struct
{
  GPtrArray *items;      /* CogPdfItem */
  GHashTable *notes;     /* (element-type utf8 CogPdfNote) */
  GPtrArray *note_list;  /* the same, in order; borrowed */
  GPtrArray *paragraphs; /* all of them, also in notes and cells */
  GPtrArray *equations, *frames, *tables;
  guint n_groups;
  CogPdfColumns columns;
} CogPdfFlow;

CogPdfFlow *cog_pdf_flow_new (void);
void cog_pdf_flow_free (CogPdfFlow *flow);
CogPdfItem *cog_pdf_item_new (CogPdfItemKind kind);
void cog_pdf_item_free (CogPdfItem *item);
/* Adds what a list holds, top down: heights with the space between. */
double cog_pdf_items_measure (GPtrArray *items, guint from, guint to);
/* Sum of the heights of pictures, and what makes them smaller. */
double cog_pdf_items_measure_pictures (GPtrArray *items, guint from, guint to);
void cog_pdf_items_scale_pictures (GPtrArray *items, guint from, guint to, double factor);
/* Space between two items; previous NULL: none. */
double cog_pdf_item_get_gap (const CogPdfItem *previous, const CogPdfItem *item);
/* Draws items from top down, with the frames that are not under outer. */
void cog_pdf_items_draw (GPtrArray *items,
                         guint from,
                         guint to,
                         CogPdfCanvas *canvas,
                         double x,
                         double y,
                         gboolean is_artifact);
void cog_pdf_item_draw (
    CogPdfItem *item, CogPdfCanvas *canvas, double x, double y, gboolean is_artifact);
/* The line on the other side, with the mark of its list. */
void cog_pdf_beside_draw (const CogPdfBeside *beside, CogPdfCanvas *canvas, double x, double y);
void cog_pdf_frame_draw (
    const CogPdfFrame *frame, CogPdfCanvas *canvas, double x, double top, double bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfFlow, cog_pdf_flow_free)

G_END_DECLS
