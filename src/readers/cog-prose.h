/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/* Of our own calls: tables, boxes and notes one in the other. */
#define COG_PROSE_DEPTH 60

/* What becomes a section of the book: the text from one heading of the first level to the next. */
typedef struct
{
  xmlNode *body;
  xmlNode *notes;   /* asides, put at the end of the body */
  xmlNode *title;   /* the heading (nullable) */
  guint level;      /* of a section of our own editions, from 1; 0: it stands below none */
  gboolean is_made; /* the edition added it: it is not read */
} CogProsePiece;

/**
 * CogProse:
 *
 * A document of a word processor on its way to XHTML, for the normalizer: what the readers of Word
 * documents and of OpenDocument texts have in common. Plain data with public fields.
 */
typedef struct
{
  CogReport *report;
  const char *language; /* of the book (nullable); borrowed */
  char *doubted;        /* the one that the file says it is in, and is not (nullable) */
  guint split_level;    /* of the headings that begin a piece; 0: none does */
  gboolean is_own;      /* an edition of ours (cog-prose-own.h) */
  xmlDoc *out;
  xmlNs *xhtml;
  xmlNs *epub;
  GPtrArray *pieces;  /* (element-type CogProsePiece) */
  GPtrArray *anchors; /* (element-type utf8): ids for the next block */
  GHashTable *ids;    /* ids that are taken */
  GHashTable *kept;   /* ids that stay though no link leads there (element-type utf8) */
  guint n_notes;
  guint n_insertions, n_deletions; /* tracked changes */
} CogProse;

CogProse *cog_prose_new (CogReport *report);
void cog_prose_free (CogProse *self);

xmlNode *cog_prose_add (CogProse *self, xmlNode *parent, const char *name);
void cog_prose_add_text (xmlNode *parent, const char *text);
/* A name of a bookmark as an id. (transfer full) */
char *cog_prose_dup_anchor (const char *name);
/* Whether a subtree holds a text or picture. */
gboolean cog_prose_has_content (const xmlNode *node);

CogProsePiece *cog_prose_begin_piece (CogProse *self);
/* The last one; begun where there is none. */
CogProsePiece *cog_prose_get_piece (CogProse *self);
/* The name of the element for a heading: 1 for those that begin a piece. */
const char *cog_prose_get_heading (const CogProse *self, guint level);

/* Paragraphs of a quotation follow each other in one block; lines of code in another, each on a
 * line of its own. */
xmlNode *cog_prose_open_quotation (CogProse *self, xmlNode *parent);
/* A term and what is said of it follow each other in one list of definitions. What is said where no
 * term stands before it is a paragraph, and so is a term of which nothing is said. */
xmlNode *cog_prose_open_term (CogProse *self, xmlNode *parent);
xmlNode *cog_prose_open_definition (CogProse *self, xmlNode *parent);
xmlNode *cog_prose_open_subtitle (CogProse *self, xmlNode *parent);
xmlNode *cog_prose_open_code (CogProse *self, xmlNode *parent);

/* Bookmarks that stand between blocks lead to the next one, which this is. */
void cog_prose_take_anchors (CogProse *self, xmlNode *block);
/* An empty place with an id, once for each id. */
void cog_prose_add_anchor (CogProse *self, xmlNode *parent, const char *id);
/* An empty line is only space; its bookmarks go to what comes after it. */
void cog_prose_drop_empty (CogProse *self, xmlNode *block);
/* What goes on through a link is one run. */
void cog_prose_join_runs (xmlNode *body);
/* What holds pictures and no word is no paragraph; a caption that holds its picture is a figure. */
void cog_prose_settle_pictures (CogProse *self, xmlNode *block);
/* MathML that stands in the text as it is written, as MathType leaves it. */
void cog_prose_read_formulas (CogProse *self, xmlNode *block);
/* An aside around what was framed: one that holds nothing goes, and one that holds but a picture or
 * table with its caption is none. */
void cog_prose_finish_box (xmlNode *box);
/* Direction is told where it is not the book's, and the letters agree. */
void cog_prose_set_direction (CogProse *self, xmlNode *block, gboolean is_rtl);
/* A cell or box of one paragraph is that text. */
void cog_prose_open_paragraph (xmlNode *cell);
void cog_prose_set_span (xmlNode *cell, const char *name, guint span);
guint cog_prose_get_span (const xmlNode *cell, const char *name);

/* A reference to a note, and the note at the end of the piece. mark (nullable): what its author
 * calls it by; else its number. Returns the place for what the note says. */
xmlNode *cog_prose_add_note (CogProse *self, xmlNode *parent, const char *mark);
/* The caption's mark until cog_prose_finish(). */
void cog_prose_mark_caption (xmlNode *block);
/* Brings captions and what they name together. */
void cog_prose_place_captions (xmlNode *body);
/* After the last block: captions to their places, notes to the end of each piece. */
void cog_prose_finish (CogProse *self);

/* The language that most letters are said to be in, unless the text itself says otherwise. letters:
 * tag → how many. place: for the report. */
void cog_prose_settle_language (
    CogProse *self, CogBook *book, const char *place, GHashTable *letters, const char *text);
/* Whether a tag is worth telling where it stands. tag (nullable) */
gboolean cog_prose_is_other_language (const CogProse *self, const char *tag);
/* What is told of tracked changes. */
void cog_prose_report_changes (CogProse *self, const char *place, gboolean are_rejected);
/* The first words of a comment that is left out are told with the name of its author. */
void
cog_prose_report_comment (CogProse *self, const char *place, const char *author, const char *words);

/* All pieces as sections of the book, with what they say of rights. place: the file in the
 * container whose folder counts for pictures. FALSE: it was cancelled. */
gboolean cog_prose_take (CogProse *self,
                         CogBook *book,
                         CogNormalizer *normalizer,
                         const char *place,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         GError **error);
/* Where nothing says what it is called: what it says first; else the file's name. */
void cog_prose_settle_title (CogBook *book, const char *file_name);

/* A key of custom properties that is about rights: "Licence", "Rights", "Copyright". */
gboolean cog_prose_is_about_rights (const char *name);
/* Names with a separator between them, as the properties of a document have them. */
void cog_prose_add_people (CogBook *book, const char *names, CogRole role);
void cog_prose_add_subjects (CogBook *book, const char *words);
/* The language that the properties tell, until cog_prose_settle_language(). */
void cog_prose_set_language (CogBook *book, const char *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogProse, cog_prose_free)

G_END_DECLS
