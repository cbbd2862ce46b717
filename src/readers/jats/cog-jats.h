/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-reading-options.h"

G_BEGIN_DECLS

/**
 * CogJatsContext:
 *
 * What an article in JATS (ANSI/NISO Z39.96) is read with. All borrowed.
 */
typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  const CogReadingOptions *options;
  const char *file; /* the article's name in the container */
} CogJatsContext;

/* Of an article with translations (sub-article) the one that was chosen takes the article's place,
 * so that all that follows reads it as the article; the book learns of them all. */
void cog_jats_choose_language (xmlNode *article, const CogJatsContext *context);

/* The article as XHTML for the normalizer, in the language that it is written in; its translations
 * and replies (sub-article, response) are told of. Credits of figures, tables and boxes that have
 * permissions of their own are added to the book. The tree is only read. (transfer full) */
xmlDoc *cog_jats_to_xhtml (xmlNode *article, const CogJatsContext *context);

/* Title, people, journal, dates, keywords and the licence, from the front matter. */
void cog_jats_read_metadata (xmlNode *article, const CogJatsContext *context);

/* Whether bytes are an article, by its document type, its namespaces, or how it begins. */
gboolean cog_jats_is_article (GBytes *bytes);

G_END_DECLS
