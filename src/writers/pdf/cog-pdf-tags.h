/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the edition adds to the book has an id that begins so: read again, it is left out. */
#define COG_PDF_ADDED "cognate-"

typedef struct _CogPdfTag CogPdfTag;

/* One thing in a structure element: another element, a marked piece of a page, or an annotation. */
typedef struct
{
  CogPdfTag *tag;  /* or NULL */
  gint sheet;      /* page in drawing order */
  gint mcid;       /* -1: none */
  gint annotation; /* index in the canvas's list; -1: none */
  guint key;       /* place in the text of the parent, by which the kids are put in order */
} CogPdfKid;

/**
 * CogPdfTag:
 *
 * A structure element (ISO 32000-1, 14.7): the model writes the tree, whatever order things were
 * drawn in. Owned by its CogPdfTags.
 */
struct _CogPdfTag
{
  const char *type; /* "P", "LI": static */
  CogPdfTag *parent;
  GArray *kids;           /* (element-type CogPdfKid) (nullable) */
  char *language;         /* where it differs from its parent's (nullable) */
  char *alt, *actual;     /* (nullable) */
  char *copied;           /* what its content is when it is copied (nullable) */
  char *id;               /* (nullable) */
  char *title;            /* of a section of the book (nullable) */
  const char *scope;      /* "Column", "Row" (nullable) */
  const char *numbering;  /* of a list (nullable) */
  guint colspan, rowspan; /* 0: one */
  gint object;            /* for the writer of the tree */
};

typedef struct
{
  GPtrArray *all; /* (element-type CogPdfTag), in the order of making */
  CogPdfTag *root;
  guint heading; /* level of the last heading */
} CogPdfTags;

CogPdfTags *cog_pdf_tags_new (void);
void cog_pdf_tags_free (CogPdfTags *tags);
/* Adds an element at the end of parent's kids; key orders it among text. (transfer none) */
CogPdfTag *cog_pdf_tags_add (CogPdfTags *tags, CogPdfTag *parent, const char *type, guint key);
/* A heading, its level limited so that none is skipped. */
CogPdfTag *cog_pdf_tags_add_heading (CogPdfTags *tags, CogPdfTag *parent, guint level);
void cog_pdf_tag_add_mark (CogPdfTag *tag, guint sheet, guint mcid, guint key);
void cog_pdf_tag_add_annotation (CogPdfTag *tag, guint sheet, guint annotation, guint key);
void cog_pdf_tag_sort_kids (CogPdfTag *tag);
/* Takes out elements that hold nothing, which would be noise for a listener; the cells of tables
 * stay. */
void cog_pdf_tags_prune (CogPdfTags *tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfTags, cog_pdf_tags_free)

G_END_DECLS
