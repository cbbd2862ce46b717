/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-made-page.h"
#include "cog-reading-options.h"

G_BEGIN_DECLS

/* One Bloom book: an HTML file that holds all languages side by side. */
typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  const CogReadingOptions *options;
  const char *file;     /* the HTML file's name in the container */
  xmlNode *data;        /* #bloomDataDiv */
  const char *language; /* as the file tags it: the one that is taken */
  guint n_items;
} CogBloom;

/* Of the fields of that name, the one in the book's language, else in none, else in English, else
 * the first. (transfer none) (nullable) */
const xmlNode *cog_bloom_find_field (const CogBloom *self, const char *key);
/* Its words; NULL where it is empty. (transfer full) (nullable) */
char *cog_bloom_dup_field (const CogBloom *self, const char *key);

/* Title, people, licence, what is to be kept: into the book. */
void cog_bloom_read_metadata (CogBloom *self);
/* People out of prose such as "Written by Noni Illustrations by Angie and Upesh". */
void cog_bloom_read_people (CogCredit *credit, const char *prose);

/* Of a div.bloom-translationGroup the text in the book's language. (nullable) */
const xmlNode *cog_bloom_choose (const CogBloom *self, const xmlNode *group);
/* A page as a section below parent; nothing where it is empty. */
void cog_bloom_convert_page (CogBloom *self, const xmlNode *page, xmlNode *parent);
/* img or data-book="coverImage": a figure with what is said of its rights. */
void cog_bloom_add_picture (CogBloom *self, const xmlNode *image, const char *alt, xmlNode *parent);

extern const CogFindingKind cog_finding_bloom_languages;
extern const CogFindingKind cog_finding_bloom_recordings;
extern const CogFindingKind cog_finding_bloom_game;
extern const CogFindingKind cog_finding_bloom_alt;

G_END_DECLS
