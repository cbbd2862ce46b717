/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* A translation that the memory has for a unit, or parts of it. */
typedef struct
{
  double score;         /* 0 … 100; of several sentences, by their lengths */
  gboolean is_adjusted; /* numbers were replaced */
  guint n_sentences;    /* that it is joined of; 1: it is one entry */
  guint n_found;        /* of them: the others stand in it as they are in the source */
  char *source;         /* what was translated, plain */
  char *target;         /* inline XHTML with the unit's own codes */
  char *plain;          /* the same without them */
  char *origin;         /* (nullable) */
  char *licence;        /* (nullable) */
  gint64 date;          /* 0: unknown */
} CogMemorySuggestion;
void cog_memory_suggestion_free (CogMemorySuggestion *self);

#define COG_MEMORY_SUGGEST_THRESHOLD 70.0
#define COG_MEMORY_SUGGESTIONS 5

/* For a unit's source, the best first: its sentences' best matches joined, and what was translated
 * as a whole. Blocking, any thread. (transfer full) (element-type CogMemorySuggestion) (nullable:
 * an error) */
GPtrArray *cog_memory_suggest (
    CogMemory *memory, const CogUnit *unit, const char *from, const char *to, GError **error);

G_END_DECLS
