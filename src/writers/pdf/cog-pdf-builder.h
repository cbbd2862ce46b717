/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"
#include "cog-pdf-table.h"

#include "cog-vocabulary.h"

G_BEGIN_DECLS

/* What holds inside an open element. */
typedef struct
{
  const xmlNode *node;
  const char *language; /* interned */
  gboolean is_rtl;
  double left, width;
  CogPdfFrame *frame;
  CogPdfTag *tag;
  CogPdfText text;
  CogPdfAlign align;
  double scale;
  gboolean is_bold;
  GPtrArray *items; /* where items go: the chapter's, a cell's, a note's */
  guint first;      /* its length when the element was opened */
  /* lists */
  gboolean is_turned; /* what is in it stands on a page that is wider than tall */
  guint list_depth;
  gint64 number, step;
  char number_type; /* '1', 'a', 'A', 'i', 'I', or 0 for bullets */
  guint mark_chars; /* of the list's longest mark */
  gboolean is_unmarked;
  double mark_room;    /* by which an open item's text is indented */
  CogPdfTag *item_tag; /* the LI of the open term of a description list */
  CogPdfTable *table;
  guint table_depth;
  GPtrArray *table_labels; /* CogPdfLabel that the table stands beside, held while it is made */
  CogPdfNote *note;
} CogPdfLevel;

/**
 * CogPdfBuilder:
 *
 * Makes a flow from sections. One walk without recursion; what an element needs on the way out
 * stands in its level.
 */
typedef struct
{
  CogPdfComposer *composer;
  CogPdfFlow *flow;
  GArray *levels;     /* CogPdfLevel */
  GPtrArray *anchors; /* ids that the next item stands for */
  GPtrArray *labels;  /* CogPdfLabel for the next item */
  guint depth;        /* of the section in the book, from 0 */
  double before;      /* space that the next item asks for */
  double pad;         /* of boxes that ended: comes on top of the space */
  const char *head;   /* title of the chapter, borrowed from the book */
  guint n_parts;      /* that the section is in */
  gboolean is_page_start, is_recto_start;
  /* The text that was added last to the flow: its items, and how it is set. */
  guint text_first, text_end;
  CogPdfText text_kind;
  gboolean is_chapter_open; /* nothing but headings since a page was begun */
} CogPdfBuilder;

CogPdfLevel *cog_pdf_builder_get_level (CogPdfBuilder *builder);
/* Adds an item at the level's place; takes it. */
void cog_pdf_builder_add_item (CogPdfBuilder *builder, CogPdfItem *item);
/* The lines of an element or text, with the rules for widows. Returns whether there are any. */
gboolean cog_pdf_builder_add_lines (CogPdfBuilder *builder,
                                    CogPdfParagraph *paragraph,
                                    double before,
                                    double after,
                                    gboolean is_glued);
/* Where a text has points, the item of their line gets them; first: that of its first line. */
void cog_pdf_builder_attach_points (CogPdfBuilder *builder,
                                    const CogPdfParagraph *paragraph,
                                    guint first);
CogPdfSetting cog_pdf_builder_get_setting (CogPdfBuilder *builder, CogPdfText text, CogPdfTag *tag);
CogPdfTag *cog_pdf_builder_add_tag (CogPdfBuilder *builder, const char *type, const xmlNode *node);
/* The id and language of the level's element, which stands for a node. */
void cog_pdf_builder_name_tag (CogPdfBuilder *builder, const xmlNode *node);
/* Draws a frame around what the level holds. */
void cog_pdf_builder_open_frame (CogPdfBuilder *builder, double tint, double bar, double indent);
void cog_pdf_builder_add_anchor (CogPdfBuilder *builder, const char *id);

/* The level of an element that is entered: what holds around it, with its own language. */
CogPdfLevel *cog_pdf_builder_push (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_builder_pop (CogPdfBuilder *builder);

/* All below and including an element. */
void cog_pdf_walk (CogPdfBuilder *builder, const xmlNode *root);

/* Elements that have a file of their own. */
/* A leaf's text; the level is the leaf's own. */
void cog_pdf_leaf_add (CogPdfBuilder *builder, const xmlNode *node, const CogVocabularyRow *row);
/* A heading that says the section's title. */
void cog_pdf_leaf_add_title (CogPdfBuilder *builder, const CogSection *section);
void cog_pdf_leaf_add_preformatted (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_leaf_add_rule (CogPdfBuilder *builder);
/* In an edition in two languages, sets an original beside its text. FALSE: it is none that can
 * stand so. */
gboolean cog_pdf_pair_add (CogPdfBuilder *builder, const xmlNode *node);
/* What both languages share takes the whole width: the level's, where it is the column's. */
void cog_pdf_pair_widen (CogPdfBuilder *builder);
/* FALSE: it is no note that the text calls; it is then set where it stands. */
gboolean cog_pdf_note_open (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_note_close (CogPdfBuilder *builder);
/* Notes that nothing in the flow calls stand at its end, as text. */
void cog_pdf_notes_add_uncalled (CogPdfFlow *flow);
void cog_pdf_list_open (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_list_open_item (CogPdfBuilder *builder, const xmlNode *node);
/* The mark of the item in which the level stands, in the level's language; NULL: it is in none.
 * (transfer full) (nullable) */
char *cog_pdf_list_dup_mark (CogPdfBuilder *builder);
void cog_pdf_list_close_item (CogPdfBuilder *builder);
void cog_pdf_list_open_description (CogPdfBuilder *builder, const xmlNode *node, gboolean is_term);
void cog_pdf_figure_add_picture (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_figure_add_math (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_figure_add_media (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_figure_close (CogPdfBuilder *builder);
gboolean cog_pdf_builder_open_table (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_builder_open_cell (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_builder_close_row (CogPdfBuilder *builder, const xmlNode *node);
void cog_pdf_builder_close_table (CogPdfBuilder *builder);

/* The flow of a section and all below it; depth is the section's own. */
CogPdfFlow *cog_pdf_builder_build (CogPdfComposer *composer, const CogSection *section);
/* Items that are not in any section: for the title page and the contents. */
void cog_pdf_builder_begin (CogPdfBuilder *builder, CogPdfComposer *composer, CogPdfTag *tag);
CogPdfFlow *cog_pdf_builder_end (CogPdfBuilder *builder);

G_END_DECLS
