/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-markup.h"
#include "cog-picture-stamps.h"

G_BEGIN_DECLS

struct _CogMarkup
{
  const CogBook *book;
  CogMarkupKind kind;
  GHashTable *documents;  /* section id → file */
  GHashTable *owners;     /* element id → section id, borrowed */
  GHashTable *references; /* note id → id of the first reference to it */
  GHashTable *credited;   /* ids of the items that have a credit, borrowed */
  char *assets;
  gboolean embed;
  gboolean is_large;
  CogPictureStamps *stamps; /* of embedded pictures; NULL: not asked for yet */
};

/* One section while it is being written. */
typedef struct
{
  CogMarkup *self;
  GString *out;
  const CogSection *section;
  guint shift;
  CogMarkupFeatures *features;
  gboolean has_stand_in;  /* a picture is called by the element of the id below */
  GHashTable *short_rows; /* tr → how many cells it lacks, on the web */
  GHashTable *again;      /* dt whose list has had the term already, on the web */
} CogMarkupWriting;

#define COG_MARKUP_PICTURE_ID "cognate-picture"
/* The line under an item begins its id with it; the credit's number follows, from 1. */
#define COG_MARKUP_CREDIT_ID "cognate-credit-"
/* The section that an edition says its rights in. */
#define COG_MARKUP_COPYRIGHT_ID "cognate-copyright"

/* Of the vocabularies that pages are marked with (rules.md §5.1): RDFa's own list has not all. */
#define COG_MARKUP_PREFIXES                                                                        \
  "cc: http://creativecommons.org/ns# dct: http://purl.org/dc/terms/ schema: http://schema.org/"

/* name="value", after a space. */
void cog_markup_append_attribute (GString *out, const char *name, const char *value);
/* Where a section or element of the book stands, seen from any of its documents: "text-one.html",
 * "text-one.html#f", "#f". (transfer full) (nullable): nowhere */
char *cog_markup_dup_place (const CogMarkup *self, const char *id);
/* href to an element of the book, in whatever document it stands. */
void cog_markup_append_reference (CogMarkupWriting *w, const char *id);
/* All that an element of normal form has, as the kind of document can have it. */
void cog_markup_append_attributes (CogMarkupWriting *w, const xmlNode *node);
/* What an element states of rights, as RDFa: in lines of credit, and on the page of rights. */
void cog_markup_append_statement (CogMarkupWriting *w, const xmlNode *node);
/* Whether a section in normal form, of any depth, has a heading of its own. */
gboolean cog_markup_has_heading (const xmlNode *section);

/* Whether a block holds links and no words beside them. What is touched there stands in no
 * sentence, and needs room (WCAG 2.2, 2.5.8): it gets the class of the name below. */
gboolean cog_markup_is_line_of_links (const xmlNode *node);
#define COG_MARKUP_LINKS_CLASS "links"

/* A header cell that says nothing heads nothing: it is written as a cell (HTML, 4.9.10). */
gboolean cog_markup_is_blank_header (const xmlNode *node);

/* A row that has fewer cells than its table has columns is completed with empty ones on the web
 * (HTML, 4.9.12: a table has no holes). An EPUB keeps what its source has. The first when a table
 * begins, the second at the end of each of its rows. */
void cog_markup_note_short_rows (CogMarkupWriting *w, const xmlNode *element);
void cog_markup_complete_row (CogMarkupWriting *w, const xmlNode *row);
/* A term that comes again begins a list of its own on the web (HTML, 4.4.9: no two of one list are
 * the same). The first when a list begins, the second before each term. */
void cog_markup_note_terms (CogMarkupWriting *w, const xmlNode *list);
void cog_markup_part_list (CogMarkupWriting *w, const xmlNode *term);

G_END_DECLS
