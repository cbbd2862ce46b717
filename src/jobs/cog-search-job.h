/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-matcher.h"
#include "cog-unit-index.h"

G_BEGIN_DECLS

typedef enum
{
  COG_SEARCH_SOURCE = 1 << 0,
  COG_SEARCH_TARGET = 1 << 1,
} CogSearchSides;

/* What is looked for. The strings belong to the caller. */
typedef struct
{
  const char *wanted;
  const char *replacement; /* (nullable): not replacing */
  CogMatchFlags flags;
  CogSearchSides sides;
} CogSearchQuery;

/* A match in a unit. Immutable. */
typedef struct
{
  char *section, *unit;
  gboolean in_source;
  guint start, end;  /* characters of the side's CogText */
  char *snippet;     /* the match with some words before and after */
  guint first, last; /* bytes of the snippet: where the match stands in it */
  char *replacement; /* what it would become (nullable) */
} CogHit;

/* The match with the words around it, in one line. (transfer full) */
char *cog_search_dup_snippet (const char *text, const CogMatch *match);

CogHit *cog_hit_copy (const CogHit *hit);
void cog_hit_free (CogHit *hit);

#define COG_SEARCH_MAX_HITS 5000

typedef struct
{
  guint n_hits;
  guint n_units;    /* that have one */
  guint n_too_hard; /* units for which the expression needed too long */
  gboolean is_cut;  /* there are more than COG_SEARCH_MAX_HITS */
} CogSearchResult;

/* Called with the hits of a section that has some, in the thread of the search, in the book's
 * order; takes them. (element-type CogHit) */
typedef void (*CogSearchFound) (GPtrArray *hits, gpointer user_data);

/* COG_ERROR_INPUT: the query is none. result is set on success. Any thread. */
gboolean cog_search_run (CogUnitIndex *index,
                         const CogSearchQuery *query,
                         CogSearchFound found,
                         gpointer user_data,
                         CogSearchResult *result,
                         GCancellable *cancellable,
                         GError **error);

/* Replaces these hits of the query in the adaptation, as one step of the history. A hit that is no
 * more there, since the unit was edited meanwhile, is skipped, and one in the source, too. Inline
 * codes stay. n_replaced: set on success. */
gboolean cog_search_replace (CogProject *project,
                             const CogSearchQuery *query,
                             GPtrArray *hits,
                             guint *n_replaced,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHit, cog_hit_free)

G_END_DECLS
