/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What data/segmentation/segmentation.ini says of a language, with what holds for all. Sets of
 * folded words; a single letter keeps its case. */
typedef struct
{
  GHashTable *always;
  GHashTable *number;
  GHashTable *either;
  GHashTable *starters;
  GHashTable *after_ordinal;
  GPtrArray *breaks; /* (element-type GRegex): a sentence may end where a match does, */
  GPtrArray *cuts;   /* … ends there, whatever the sets say, */
  GPtrArray *joins;  /* … and never ends there */
} CogSegmenterRules;

/* language: BCP 47 (nullable). Made once for each language and kept; any thread. */
const CogSegmenterRules *cog_segmenter_rules_get (const char *language);

gboolean cog_segmenter_rules_has (GHashTable *set, const char *word, gsize length);

G_END_DECLS
