/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"
#include "cog-name-words.h"

G_BEGIN_DECLS

/* Publishers that ask for sentences of their own in a translation or adaptation (rules.md §4), by
 * data/rights/publishers.json. Rows are immutable and live as long as the program. */

typedef struct
{
  const char *id;   /* "who" */
  const char *name; /* "World Health Organization" */
  gboolean forbids_logo, forbids_cover;
  gboolean forbids_pictures; /* they have licences of their own, which the text's is not */
  GPtrArray *notices;        /* (element-type CogPublisherNotice) */
  GPtrArray *names;          /* (element-type CogNameWords): private */
  GPtrArray *hosts;          /* (element-type utf8): private */
} CogPublisher;

/* How sure the wording of a notice is. */
typedef enum
{
  COG_CERTAINTY_TEXT,   /* read on the publisher's own pages */
  COG_CERTAINTY_QUOTED, /* read where others used it */
  COG_CERTAINTY_MEMORY, /* has to be compared with the source's page */
  COG_CERTAINTY_OWN,    /* the publisher fixes no words: these are ours */
} CogCertainty;
const char *cog_certainty_to_nick (CogCertainty certainty); /* "text" */

typedef enum
{
  COG_STRENGTH_MUST,
  COG_STRENGTH_SHOULD,
  COG_STRENGTH_MAY,
} CogStrength;
const char *cog_strength_to_nick (CogStrength strength); /* "must" */

typedef struct
{
  const CogPublisher *publisher;
  const char *kind;     /* as in CogNotice */
  const char *text;     /* with places: see cog_publisher_notice_dup_text() */
  const char *language; /* of text */
  CogCertainty certainty;
  CogStrength strength;
  gboolean is_included;     /* stands in an edition although nobody has confirmed it */
  gboolean keeps_original;  /* beside a translation of it */
  gboolean is_for_chapter;  /* stands at a chapter, too, where that alone is the publisher's */
  struct _JsonObject *data; /* private */
} CogPublisherNotice;

GPtrArray *cog_publisher_list (void); /* (transfer none) (element-type CogPublisher) */
const CogPublisher *cog_publisher_lookup (const char *id); /* (nullable) */

/* Those whose work it is, by those who are named as its publisher, holder or author, by its line of
 * copyright, or, where nobody is named, by where it comes from. A work that only speaks of one is
 * not its. (transfer container) (element-type CogPublisher) */
GPtrArray *cog_publisher_match (const CogCredit *credit);

/* Whether the words name it somewhere; and whether they say nothing else. */
gboolean cog_publisher_is_in (const CogPublisher *self, const CogNameWords *words);
gboolean cog_publisher_is_all_of (const CogPublisher *self, const CogNameWords *words);

/* The year that it was published in, by the record; 0: not known. */
guint cog_publisher_get_year (const CogCredit *credit);

/**
 * cog_publisher_propose:
 *
 * Puts the notices of the work's publishers among its notices, marked as proposed, where its
 * licence and year are those that they are for. What is there already goes before: the source's
 * own words of that kind, and whatever a person has decided. Proposals that fit no more are taken
 * out; so it can be called again after each correction.
 */
void cog_publisher_propose (CogCredit *credit);

/* The row whose words a notice has, wherever it comes from; NULL: words of its own. */
const CogPublisherNotice *cog_publisher_find_notice (const CogNotice *notice);

/**
 * cog_publisher_notice_dup_text:
 * @original: the language of the work (nullable): its name stands in some sentences
 * @language: of the sentence
 * @is_official: (out) (optional): whether it is the publisher's own, and no translation of ours
 *
 * Returns: (transfer full) (nullable): NULL where the sentence is not known in that language
 */
char *cog_publisher_notice_dup_text (const CogPublisherNotice *self,
                                     const char *original,
                                     const char *language,
                                     gboolean *is_official);

G_END_DECLS
