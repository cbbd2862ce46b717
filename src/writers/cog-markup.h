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

/* A file name for a section's document. Names differ by more than the case of their letters (EPUB
 * 3.3, 4.2.2; and some computers see none): taken, owning its keys, holds those given so far.
 * (transfer full) */
char *cog_markup_dup_file (GHashTable *taken, const CogSection *section, const char *extension);
/* The file that a section's content will stand in: "text/s1.xhtml"; "" all in one. Links between
 * documents are made from it. */
void cog_markup_place (CogMarkup *self, const CogSection *section, const char *file);
/* Where assets are found from a document: "../" before "media/x.png"; embed: as data: addresses. */
void cog_markup_set_assets (CogMarkup *self, const char *prefix, gboolean embed);
/* Large print, of web pages: cog-large-print.h. */
void cog_markup_set_large (CogMarkup *self, gboolean is_large);

/* What is to be said of those that were embedded: cog_picture_stamps_report(). */
void cog_markup_report_pictures (const CogMarkup *self, CogReport *report);

/* What is true of the section's document, for the package. */
typedef struct
{
  gboolean has_math, has_svg;
} CogMarkupFeatures;

/* Whether a section goes by its title in the contents but says it nowhere: a part that only groups
 * has no text, a text may have its name from the contents alone. Not covers and other short ones.
 */
gboolean cog_markup_needs_heading (const CogSection *section);
/* Such a heading. Like all that an edition adds to the text, it has an id that begins with
 * "cognate-": whoever reads the file again leaves it out. */
void
cog_markup_append_heading (CogMarkup *self, GString *out, const CogSection *section, guint shift);
/* Appends the section's content. shift: added to the levels of headings. */
void cog_markup_append_section (CogMarkup *self,
                                GString *out,
                                const CogSection *section,
                                guint shift,
                                CogMarkupFeatures *features);

/* A section's title, or the book's: never empty. */
const char *cog_markup_get_title (const CogBook *book, const CogSection *section);
/* The language that a section is in, where it is not the book's; NULL: the book's. (transfer full)
 */
char *cog_markup_dup_language (const CogSection *section);

/* The line on each page of an edition that is not ready. */
void cog_markup_append_draft (GString *out, const CogBook *book);

/* JSON in the head of a page of the web, as data that no browser runs. id: (nullable) */
void
cog_markup_append_data (GString *out, const char *media_type, const char *id, const char *json);

/* A word for the reader of the book, in its language: "contents", "cover", "title", "next",
 * "previous", "back-to-text", "skip", "picture", "by", "summary-full", "summary-part". (transfer
 * none) */
const char *cog_markup_get_word (const char *language, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMarkup, cog_markup_free)

G_END_DECLS
