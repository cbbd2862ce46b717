/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-made-page.h"

G_BEGIN_DECLS

/* One post of a WordPress export (WXR 1.1, 1.2). */
typedef struct
{
  char *id;     /* number, as words */
  char *parent; /* of a chapter: its part */
  char *type;   /* "chapter", "part", "front-matter", "attachment", "metadata", "post"… */
  char *kind;   /* of front and back matter: "introduction", "glossary" (nullable) */
  char *status;
  char *title;
  char *link;
  char *content;  /* HTML with shortcodes, paragraphs by blank lines */
  char *file_url; /* of an attachment (nullable) */
  int order;
  GHashTable *meta;    /* name → the first value */
  GPtrArray *people;   /* (element-type CogAgent): whom its metadata names */
  CogSection *section; /* borrowed: what it became (nullable) */
  char *file;          /* the name under which it is linked to (nullable) */
} CogWxrPost;

/* An export on its way into a book. */
typedef struct
{
  CogBook *book;
  CogContainer *container; /* of the posts' names: nothing came along */
  CogNormalizer *normalizer;
  CogReport *report;
  const char *name;    /* of the export, for evidence */
  GPtrArray *posts;    /* (element-type CogWxrPost) */
  GHashTable *by_id;   /* number → CogWxrPost */
  GHashTable *by_path; /* \"chapter/tides\" → CogWxrPost that is in the book */
  GHashTable *hosts;   /* where the book stands on the web, or stood */
  char *title, *language, *url, *about;
} CogWxr;

/* The channel of an export. Error: COG_ERROR_INPUT. */
gboolean cog_wxr_read (CogWxr *self, xmlDoc *document, GError **error);
void cog_wxr_clear (CogWxr *self);
/* (transfer none) (nullable) */
const char *cog_wxr_get_meta (const CogWxrPost *post, const char *name);
CogWxrPost *cog_wxr_find_post (const CogWxr *self, const char *id);
gboolean cog_wxr_is_type (const CogWxrPost *post, const char *type);

/* The book's metadata, from the post that holds it and from the channel. */
void cog_wxr_read_metadata (CogWxr *self);
/* A post's own authors and licence as a credit of its section; NULL: it says nothing that the book
 * does not. (transfer full) (nullable) */
CogCredit *cog_wxr_dup_credit (CogWxr *self, const CogWxrPost *post);
/* What an attachment's metadata say of the picture. (transfer full) (nullable) */
CogCredit *cog_wxr_dup_picture_credit (CogWxr *self, const CogWxrPost *attachment);

/* A post's content as HTML that stands for itself: paragraphs, shortcodes, notes. (transfer full)
 */
char *cog_wxr_dup_html (CogWxr *self, const CogWxrPost *post);

/* "chapter/tides" of "https://example.org/book/chapter/tides/#x". (transfer full) (nullable) */
char *cog_wxr_dup_path (const char *url);
/* Links to where the book's posts stand on the web lead to them in the book. */
void cog_wxr_mend_links (const CogWxr *self, xmlNode *body);
/* Credits of the pictures that a post shows, into the book. */
void cog_wxr_take_picture_credits (CogWxr *self, const CogWxrPost *post, xmlNode *body);

extern const CogFindingKind cog_finding_wxr_draft;
extern const CogFindingKind cog_finding_wxr_shortcode;

G_END_DECLS
