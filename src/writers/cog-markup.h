/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * CogMarkup:
 *
 * Normal form as XHTML for an EPUB or as HTML for the web. Made once for a book, so that it knows
 * in which document each id stands and which reference a note goes back to.
 */
typedef struct _CogMarkup CogMarkup;

typedef enum
{
  COG_MARKUP_EPUB, /* XML, with epub:type */
  COG_MARKUP_HTML,
} CogMarkupKind;

CogMarkup *cog_markup_new (const CogBook *book, CogMarkupKind kind);
void cog_markup_free (CogMarkup *self);

/* The file that a section's content will stand in: "text/s1.xhtml"; "" all in one. Links between
 * documents are made from it. */
void cog_markup_place (CogMarkup *self, const CogSection *section, const char *file);
/* Where assets are found from a document: "../" before "media/x.png"; embed: as data: addresses. */
void cog_markup_set_assets (CogMarkup *self, const char *prefix, gboolean embed);

/* What is true of the section's document, for the package. */
typedef struct
{
  gboolean has_math, has_svg;
} CogMarkupFeatures;

/* Appends the section's content, with a heading from its title where it has none. shift: added to
 * the levels of headings. */
void cog_markup_append_section (CogMarkup *self,
                                GString *out,
                                const CogSection *section,
                                guint shift,
                                CogMarkupFeatures *features);

void cog_markup_append_escaped (GString *out, const char *text);

/* A word for the reader of the book, in its language: "contents", "cover", "title", "next",
 * "previous", "back-to-text", "skip", "picture", "by", "summary-full", "summary-part". (transfer
 * none) */
const char *cog_markup_get_word (const char *language, const char *key);

/* Computed from the book, for accessibility metadata. */
typedef struct
{
  gboolean has_pictures, has_math, has_media, has_tables, has_page_breaks;
  gboolean all_described; /* every picture has an alternative text, or says that it is decorative */
} CogBookTraits;
void cog_markup_get_traits (const CogBook *book, CogBookTraits *traits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMarkup, cog_markup_free)

G_END_DECLS
