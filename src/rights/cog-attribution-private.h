/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-licence.h"

G_BEGIN_DECLS

/* A value for a {place} of a sentence. */
typedef struct
{
  const char *place;
  const char *text;
  const char *url;
  gboolean is_foreign;
  const CogCreditText *runs; /* instead of text */
} CogPlaceValue;

/* The sentence of that key, with its places filled. A place without a value stays empty. */
void cog_attribution_fill (CogCreditText *out,
                           const char *language,
                           const char *key,
                           const CogPlaceValue *values,
                           gsize n_values);

/* The language that the sentences are in, where one is asked for: English where there are none in
 * it. Names of languages, numbers and plurals must be of the same. (transfer none) */
const char *cog_attribution_settle_language (const char *language);

/* Who made a work, each name by itself and linked to its page; the publisher where nobody else is
 * named. (transfer full): empty where nobody is */
CogCreditText *cog_attribution_new_names (const CogCredit *credit, const char *language);
/* Those of one role, among people: (element-type CogAgent) (nullable). (transfer full) */
CogCreditText *
cog_attribution_new_names_of (const GPtrArray *people, CogRole role, const char *language);
/* Who is to be credited beside the authors: the publisher, where that is another name (licences
 * since 2.5). (transfer full): empty where nobody is */
CogCreditText *cog_attribution_new_party (const CogCredit *credit, const char *language);

/* The one licence that an expression names; NULL where it names several, none, or an unknown one.
 */
const CogLicence *cog_attribution_get_licence (const char *expression);
/* The licences of an expression as links, with "and" and "or" between them; states that are no
 * licence in words. is_long: with the full name. (transfer full) */
CogCreditText *
cog_attribution_new_licence (const char *expression, const char *language, gboolean is_long);
/* Given up by its maker, with a text that says so: CC0 and its forerunner. */
gboolean cog_attribution_is_dedication (const CogLicence *licence);
/* The country in which alone it is in the public domain. (transfer full) (nullable) */
char *cog_attribution_dup_country (const CogLicence *licence, const char *language);

/* “Title” by A, B, published by C (original in English). (transfer full) */
CogCreditText *cog_attribution_new_work (const CogCredit *credit, const char *language);
/* "; this version is licensed under …", where it is under a licence of its own. */
void cog_attribution_append_own_licence (CogCreditText *text,
                                         const CogCredit *credit,
                                         const char *language);
/* What is said of a work that the edition was made from: a few paragraphs. */
void cog_attribution_add_source (GPtrArray *paragraphs,
                                 const CogEdition *edition,
                                 const CogCredit *source,
                                 const CogSourceUse *use);
/* What the several works of an edition make together; nothing where it is one. */
void cog_attribution_add_opening (GPtrArray *paragraphs, const CogEdition *edition);
/* A comma, and the licence that an item is under, or what it is used by instead. is_full: also that
 * none was stated. */
void cog_attribution_append_licence (CogCreditText *text,
                                     const CogCredit *credit,
                                     const char *language,
                                     gboolean is_full);
CogCreditText *cog_attribution_add_paragraph (GPtrArray *paragraphs);
void cog_attribution_add_verbatim (GPtrArray *paragraphs, const char *words);
/* The same for sentences in a language (nullable): marked with it where the page is in another. */
void cog_attribution_add_quoted (GPtrArray *paragraphs,
                                 const char *words,
                                 const char *language,
                                 const char *page_language);

G_END_DECLS
