/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"
#include "cog-report.h"
#include "cog-section.h"
#include "cog-source-place.h"
#include "cog-unit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture, sound, film or caption file. name is its key: relative, "/" between parts,
 * [A-Za-z0-9._/-] only, as it can stand in any export. Bytes are the original's, never re-encoded.
 */
typedef struct
{
  char *name;
  char *media_type; /* from content before name */
  GBytes *bytes;
  char *origin;        /* name in the source (nullable) */
  guint width, height; /* pixels; 0: unknown, or no picture */
  /* In an edition: the work that it came with, borrowed from the book's sources (nullable): it came
     with none, or nobody has said yet. */
  const CogCredit *work;
} CogAsset;

CogAsset *cog_asset_new (const char *name, const char *media_type, GBytes *bytes);
void cog_asset_free (CogAsset *asset);

/* The media type of a page of a scan that stands alone in a PDF: a picture that is yet to be drawn
 * (jobs/cog-page-picture.h). No writer gets one. */
#define COG_ASSET_PAGE "application/pdf"
#define COG_ASSET_PAGE_EXTENSION "pdf"
gboolean cog_asset_is_page (const CogAsset *asset);

/* Direction in which pages turn. */
typedef enum
{
  COG_PROGRESSION_DEFAULT, /* as the language is written */
  COG_PROGRESSION_LTR,
  COG_PROGRESSION_RTL,
} CogProgression;

/**
 * CogBook:
 *
 * A book in its normal form (cog-vocabulary.h): what readers make and writers take. Plain data with
 * public fields; belongs to one thread at a time.
 */
typedef struct
{
  char *language;        /* BCP 47; NULL: not known */
  GPtrArray *languages;  /* (element-type utf8) BCP 47: where the source holds its text in several,
                            all that a reader may be asked for; else empty */
  char *second_language; /* of the originals in a bilingual edition; NULL: there are none */
  CogProgression progression;
  gboolean is_vertical; /* the source was written vertically */
  char *identifier;     /* (nullable): ISBN, URN, URL */
  char *description;    /* (nullable) */
  char *imprint;        /* as a title page says it: "Amman: Lakeside School" (nullable) */
  char *date;           /* of publication, as found (nullable) */
  char *modified; /* ISO 8601 UTC, passed in by the job; writers never ask the clock (nullable) */
  GPtrArray *subjects; /* (element-type utf8) */
  CogCredit *credit;   /* the whole work: title, agents, source, licence, notices, statements */
  GPtrArray *sections; /* (element-type CogSection): top level, in reading order */
  GPtrArray *assets;   /* (element-type CogAsset), in order */
  GPtrArray *credits;  /* (element-type CogCredit): of items; item is an id in the book */
  char *cover;         /* asset name (nullable) */
  gboolean is_draft;   /* published in spite of errors: every page says so */
  /* For machines, set by the edition job: the works that this one was made from. */
  GPtrArray *sources;      /* (element-type CogCredit) */
  char *rights;            /* the whole statement as plain text, for dc:rights and XMP (nullable) */
  GHashTable *places;      /* (element-type utf8 CogSourcePlace): by the id of an element */
  GHashTable *asset_index; /* private */
} CogBook;

CogBook *cog_book_new (void);
void cog_book_free (CogBook *book);

const char *cog_book_get_title (const CogBook *book); /* never NULL */
/* What its title page says of the publisher. (nullable) */
const char *cog_book_get_imprint (const CogBook *book);
/* Takes the asset; one of the same name is replaced. */
void cog_book_add_asset (CogBook *book, CogAsset *asset);
CogAsset *cog_book_find_asset (const CogBook *book, const char *name);
/* Gives assets names that none has: what shows them follows. names: of assets, to their new ones
 * (element-type utf8 utf8). */
void cog_book_rename_assets (CogBook *book, GHashTable *names);
CogSection *cog_book_find_section (const CogBook *book, const char *id);

/* Where an element was printed in the source; a second place of the same id replaces the first. */
void cog_book_set_place (CogBook *book, const char *id, const CogSourcePlace *place);
/* (transfer none) (nullable) */
const CogSourcePlace *cog_book_find_place (const CogBook *book, const char *id);

/* Every section, depth first, in reading order. (transfer container) (element-type CogSection) */
GPtrArray *cog_book_dup_section_list (const CogBook *book);

/* Every element of the book that has an id, by its id; valid while the trees are not changed.
 * (transfer full) (element-type utf8 xmlNode) */
GHashTable *cog_book_index_elements (const CogBook *book);

typedef void (*CogUnitFunc) (const CogUnit *unit, xmlNode *element, gpointer user_data);
/* Calls func for each unit of a section's own content, in document order. Of the unit, id, section,
 * kind, element, source and n_words are set, and it is valid during the call only. */
void cog_section_foreach_unit (const CogSection *section, CogUnitFunc func, gpointer user_data);
/* Whether there is any: found at the first, where counting reads the whole book. */
gboolean cog_book_has_units (const CogBook *book);

typedef struct
{
  guint sections, units, words, figures, tables, equations, footnotes, links;
} CogBookCounts;
/* figures: figure elements with a picture or drawing, and pictures outside figures. */
void cog_book_count (const CogBook *book, CogBookCounts *counts);

/* Last step of every reader: gives each element that needs one an id (stable: made from the
 * section's id and its place), makes ids unique, points links in the book to ids and turns dead
 * ones into plain text (reported), drops assets that nobody uses. */
void cog_book_identify (CogBook *book, CogReport *report);

/**
 * cog_book_new_prefixed:
 * @id_prefix: for ids of sections and elements: "s2-"
 * @asset_prefix: for names of assets: "s2/"
 *
 * A copy in which every id and every asset has a name of its own beside another book's: links,
 * references in tables and drawings, credits and the cover follow. Bytes are shared.
 * Returns: (transfer full)
 */
CogBook *
cog_book_new_prefixed (const CogBook *book, const char *id_prefix, const char *asset_prefix);

/* Whether all sections are in normal form. Each breach is added to report as a finding with section
 * and element as its place. The one validator: every test that reads or writes runs it. */
gboolean cog_book_validate (const CogBook *book, CogReport *report);
gboolean cog_section_validate (const CogSection *section, CogReport *report);

/* Inline content of an element as XHTML text, and back: the form in which units are kept and
 * edited. _set_inner parses, checks that it is inline normal form, and replaces the children.
 * Errors: COG_ERROR_INPUT with what is not allowed. */
char *cog_inline_serialise (const xmlNode *element);
gboolean cog_inline_set (xmlNode *element, const char *xhtml, GError **error);
gboolean cog_inline_check (const char *xhtml, GError **error);
/* Plain text of inline XHTML: math as its characters, br as a line feed. (transfer full) */
char *cog_inline_to_plain (const char *xhtml);
/* The whole document of a section as text, for the project file. (transfer full) */
char *cog_section_serialise (const CogSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAsset, cog_asset_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogBook, cog_book_free)

G_END_DECLS
