/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-container.h"

G_BEGIN_DECLS

/**
 * CogNormalizer:
 *
 * Turns any XHTML or HTML tree (of an EPUB, a page, Markdown, and later of course packages) into
 * normal form: maps elements (div → section or its children; center, font, tt, big, strike,
 * acronym…), wraps stray text in p, unwraps what is not in the vocabulary, keeps what has a
 * meaning, drops what is active or foreign and reports it; rewrites ids (prefix per file), links
 * and src; recognises notes (noteref/footnote, endnotes, sup + return link), page breaks, MathML
 * (altimg, epub:switch, image fallbacks), inline SVG. Used by one reader at a time for all files of
 * a book, so that it knows where links between files lead.
 */
typedef struct _CogNormalizer CogNormalizer;

/* book: gets assets; container (nullable): where src are found; both borrowed. */
CogNormalizer *cog_normalizer_new (CogBook *book, CogContainer *container, CogReport *report);
void cog_normalizer_free (CogNormalizer *self);

/* Every file that will be taken in, before the first is: file is its name in the container,
 * section_id the section that its content goes to; links to the file without fragment lead to it.
 */
void cog_normalizer_declare (CogNormalizer *self, const char *file, const char *section_id);

/* Ids are unique over all files, and stay as they are. Before the first file is taken. */
void cog_normalizer_set_plain_ids (CogNormalizer *self);

/* Where the page stands on the web, as far as it says so, and the address from which its links
 * count (nullable: the same): what leads to no file that came with it is told from there. */
void cog_normalizer_set_address (CogNormalizer *self,
                                 const char *file,
                                 const char *url,
                                 const char *base);

/* Normalises the children of body into the section's content (made when NULL, appended otherwise).
 * The tree is only read. */
void cog_normalizer_take (CogNormalizer *self,
                          const char *file,
                          const xmlNode *body,
                          CogSection *section);

/* A section that got its content from one that was taken, as a piece of it: it is finished with the
 * rest. */
void cog_normalizer_adopt (CogNormalizer *self, CogSection *section);
/* A section that is to be freed, its content being joined to another's. */
void cog_normalizer_forget (CogNormalizer *self, CogSection *section);
/* Links to the id from are made to lead to the id to. */
void cog_normalizer_add_alias (CogNormalizer *self, const char *from, const char *to);

/* After the last file: notes and their references are brought together (also those without any
 * epub:type: a raised number that links to a block which links back), backlinks dropped, headings
 * levelled, header cells given their scope. */
void cog_normalizer_finish (CogNormalizer *self);

/* Takes a file of the container in as an asset once, and returns its name; NULL if it is not there,
 * is remote, or is no medium (reported). base: the file in which reference stands. (transfer none)
 */
const char *cog_normalizer_add_asset (CogNormalizer *self, const char *base, const char *reference);

/* A picture that stands in no container: what refers to it by that name gets it. FALSE where it is
 * no medium (reported). */
gboolean cog_normalizer_add_picture (CogNormalizer *self, const char *name, GBytes *bytes);

/* The same of a page alone in a PDF, a picture that is yet to be drawn (cog_asset_is_page()).
 * width, height: pixels that it will have. */
void cog_normalizer_add_page (
    CogNormalizer *self, const char *name, GBytes *bytes, guint width, guint height);

/* The id in the book of file#fragment, as links will have it. (transfer full) */
char *cog_normalizer_dup_id (CogNormalizer *self, const char *file, const char *fragment);

/* CSS that hides or emphasises: rules for few properties (display:none, font-style, font-weight,
 * font-variant:small-caps, text-decoration, vertical-align, writing-mode) by simple selectors. */
void cog_normalizer_add_css (CogNormalizer *self, const char *file, const char *css);
/* The html and body elements of a page may have a class that says how it is written. */
void cog_normalizer_note_page (CogNormalizer *self, const xmlNode *element);
/* Whether a writing-mode that is vertical was met in the CSS. */
gboolean cog_normalizer_is_vertical (CogNormalizer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogNormalizer, cog_normalizer_free)

G_END_DECLS
