/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-tagged.h"

G_BEGIN_DECLS

/* Something that is seen under a mark and is no word. */
typedef struct
{
  int mcid;
  CogPdfBox box;
} CogPdfSeen;

typedef struct
{
  const CogPdfPage *page;
  GArray *order; /* (element-type guint): indices of words that have an id, by id, then as read */
  GArray *seen;  /* (element-type CogPdfSeen) */
  GArray *forms; /* (element-type int) */
  double matrix[6]; /* from user space */
  gboolean is_left; /* the tree is not asked for it */
} CogPdfTaggedPage;

/* A stretch of text that is set alike. */
typedef struct
{
  GString *text;
  guint is_bold : 1, is_italic : 1, is_fixed : 1, is_raised : 1, is_lowered : 1;
  guint is_strong : 1, is_emphasised : 1, is_code : 1, is_quote : 1; /* by the tree */
  guint is_call : 1;    /* stands in a Reference: calls a note, as far as it is one */
  guint is_break : 1;   /* a line ends after it that has to */
  const char *language; /* borrowed (nullable) */
  int link;             /* index in the link list; -1: none */
  xmlNode *object;      /* a picture or formula in the line (nullable) */
  xmlNode *ruby;        /* a ruby element, whole (nullable) */
} CogPdfTaggedRun;

typedef struct
{
  guint page;
  double x, y; /* x 0: not told */
  char *uri;   /* NULL: page and y count */
} CogPdfTaggedLink;

typedef struct
{
  const CogPdfElement *element;
  xmlNode *node; /* the aside */
  char *label;   /* "1", "*" (nullable) */
  guint page;
  CogPdfBox box;
  gboolean is_called;
} CogPdfTaggedNote;

typedef struct
{
  char *id;
  guint page;
  CogPdfBox box;
} CogPdfTaggedBlock;

struct _CogPdfTagged
{
  CogPdfFile *file;
  CogPdfStructure *structure;
  GPtrArray *pages;       /* (element-type CogPdfTaggedPage) */
  GHashTable *hyphenated; /* (element-type utf8): words that have a hyphen within a line */
  gboolean wraps_cells;   /* cells always have a P, which says nothing */
  gboolean wraps_items;
  gboolean is_own;
  gboolean is_typewritten; /* all letters have one width: that tells nothing of code */
  /* while it is written */
  const CogPdfTaggedHost *host;
  xmlNode *body;
  GArray *links;             /* (element-type CogPdfTaggedLink) */
  GHashTable *link_index;    /* CogPdfLink → index + 1 */
  GPtrArray *notes;          /* (element-type CogPdfTaggedNote) */
  GArray *blocks;            /* (element-type CogPdfTaggedBlock): in the order of the text */
  GHashTable *cell_elements; /* the nodes of header cells and of cells with headers → element */
  guint n_ids;
  char *cover;
  guint section_depth;
  gboolean has_contents; /* a table of contents was left out */
};

/* Where an element's content lies on the page where it begins. page 0: it has none. */
typedef struct
{
  guint page;
  CogPdfBox box;
} CogPdfExtent;

CogPdfTaggedPage *cog_pdf_tagged_get_page (const CogPdfTagged *self, guint number); /* (nullable) */
/* The words under a mark: indices into the page's words. n: how many. (transfer none) */
const guint *cog_pdf_tagged_find_words (const CogPdfTagged *self, const CogPdfKid *kid, guint *n);
/* Grows extent by what is under a mark and on its page; with_words: also by words. */
void cog_pdf_tagged_extend (const CogPdfTagged *self,
                            const CogPdfElement *element,
                            gboolean with_words,
                            CogPdfExtent *extent);
gboolean cog_pdf_tagged_has_text (const CogPdfTagged *self, const CogPdfElement *element);
/* An element's text as plain text. (transfer full) */
char *cog_pdf_tagged_dup_text (CogPdfTagged *self, const CogPdfElement *element);

/* cog-pdf-tagged-text.c: runs are collected from elements, and put into a node. */
typedef struct
{
  CogPdfTagged *tagged;
  GArray *runs;           /* (element-type CogPdfTaggedRun) */
  CogPdfTaggedRun style;  /* what the tree says of what comes; without text */
  const CogPdfWord *last; /* the word that was added last (nullable) */
  guint last_page, last_index;
  gboolean is_text_forced; /* the last run's text is its own, spaces and all */
} CogPdfRuns;
void cog_pdf_runs_init (CogPdfRuns *runs, CogPdfTagged *tagged);
void cog_pdf_runs_clear (CogPdfRuns *runs);
gboolean cog_pdf_runs_is_empty (const CogPdfRuns *runs);
void cog_pdf_runs_add_kid (CogPdfRuns *runs, const CogPdfElement *element, const CogPdfKid *kid);
/* cog-pdf-tagged-actual.c: a text that stands for what the element shows. */
void cog_pdf_runs_add_text (CogPdfRuns *runs, const CogPdfElement *element, const char *text);
void cog_pdf_runs_add_object (CogPdfRuns *runs, xmlNode *object);
/* The run that was added last. (transfer none) (nullable) */
CogPdfTaggedRun *cog_pdf_runs_get_last (CogPdfRuns *runs);
void cog_pdf_runs_empty (CogPdfRuns *runs);
/* A run of that style, the last one or a new one, for text to be appended. (transfer none) */
CogPdfTaggedRun *cog_pdf_runs_open (CogPdfRuns *runs, const CogPdfTaggedRun *style);
/* What a word of a page looks like. */
void cog_pdf_runs_set_look (CogPdfRuns *runs,
                            const CogPdfPage *page,
                            guint index,
                            CogPdfTaggedRun *style);
/* Whether there is a space between the word that was added last and one that follows it. */
gboolean
cog_pdf_runs_is_spaced (const CogPdfRuns *runs, guint page, guint index, const CogPdfWord *word);
/* cog-pdf-tagged-output.c: puts all into node as XHTML; is_plain: its look (a heading's bold) is
 * the node's own. */
void cog_pdf_runs_write (CogPdfRuns *runs, xmlNode *node, gboolean is_plain);

/* cog-pdf-tagged-node.c */
/* Whether an element names a language that its surroundings do not have, and that may be right. */
gboolean cog_pdf_tagged_has_language (CogPdfTagged *self, const CogPdfElement *element);
xmlNode *cog_pdf_tagged_add_node (CogPdfTagged *self,
                                  xmlNode *parent,
                                  const char *name,
                                  const CogPdfElement *element);
void cog_pdf_tagged_tell_place (CogPdfTagged *self, const CogPdfTaggedBlock *block);

/* cog-pdf-tagged-walk.c */
void
cog_pdf_tagged_write_blocks (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
/* The content of a cell or an item, as text or as blocks; of an item without its label.
 * is_wrapped: a lone P says nothing. */
void cog_pdf_tagged_write_either (CogPdfTagged *self,
                                  const CogPdfElement *element,
                                  xmlNode *node,
                                  gboolean is_wrapped);

/* cog-pdf-tagged-ways.c */
void cog_pdf_tagged_learn_ways (CogPdfTagged *self);

/* cog-pdf-tagged-code.c */
/* FALSE: it is no code of several lines. */
gboolean
cog_pdf_tagged_write_code (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
/* A paragraph's code, where it is nothing else. (transfer none) (nullable) */
xmlNode *cog_pdf_tagged_get_code (const xmlNode *paragraph);
/* Makes code of such a paragraph, with those that are its next lines. */
void cog_pdf_tagged_take_code (CogPdfTagged *self, GHashTable *index, xmlNode *first);

/* cog-pdf-tagged-flat.c */
/* Where each line is tagged as a paragraph, they become paragraphs again. index: see
 * cog_pdf_tagged_find_block() */
void cog_pdf_tagged_join_lines (CogPdfTagged *self, GHashTable *index, xmlNode *body);

/* cog-pdf-tagged-mend.c */
/* index: from ids to indices in self->blocks and 1. (transfer none) (nullable) */
CogPdfTaggedBlock *
cog_pdf_tagged_find_block (CogPdfTagged *self, GHashTable *index, const xmlNode *node);
/* After all was written, and before links are settled. */
void cog_pdf_tagged_mend (CogPdfTagged *self, xmlNode *body);

/* cog-pdf-tagged-figure.c */
/* A picture of what an element shows, an img; NULL: nothing. */
xmlNode *cog_pdf_tagged_new_picture (CogPdfTagged *self, const CogPdfElement *element);
/* FALSE: there is nothing to be seen; it is text. */
gboolean
cog_pdf_tagged_write_figure (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
void
cog_pdf_tagged_write_caption (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
/* Whether a group is a figure with its caption, and nothing else. */
gboolean cog_pdf_tagged_is_figure (CogPdfTagged *self, const CogPdfElement *element);

/* cog-pdf-tagged-list.c */
void cog_pdf_tagged_write_list (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
gboolean cog_pdf_label_is_bullet (const char *label);
gboolean cog_pdf_label_is_number (const char *label);

/* cog-pdf-tagged-table.c */
void cog_pdf_tagged_write_table (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
/* Cells are pointed at their header cells. */
void cog_pdf_tagged_settle_headers (CogPdfTagged *self);

/* cog-pdf-tagged-note.c */
void cog_pdf_tagged_write_note (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent);
/* The index of the link that covers a word; -1: none. */
int cog_pdf_tagged_find_link (CogPdfTagged *self, const CogPdfPage *page, const CogPdfWord *word);
/* cog-pdf-tagged-call.c */
gboolean cog_pdf_tagged_is_in_note (const xmlNode *node);
/* After the links: those that call a note are said to. */
void cog_pdf_tagged_make_calls (xmlNode *body);

/* cog-pdf-tagged-note.c: links are pointed at the blocks where they lead, calls at their notes. */
void cog_pdf_tagged_settle_links (CogPdfTagged *self, xmlNode *body);

G_END_DECLS
