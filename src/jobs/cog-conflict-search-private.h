/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-conflict.h"
#include "cog-lens-saying-private.h"

G_BEGIN_DECLS

/* One look through a whole book for that in which it does not agree with itself. */
typedef struct
{
  CogSayingContext context;
  GPtrArray *clusters;   /* (element-type CogLensCluster) */
  GPtrArray *agreements; /* (element-type CogAgreement) */
  CogProblemMap *map;
  GHashTable *sections; /* (element-type utf8): in the map */
  GHashTable *titles;   /* section → title */
  GHashTable *found;    /* CogPlacedFinding → CogLensConflict */
} CogConflictSearch;

/* findings: of the whole book. Errors: those of the project. */
gboolean cog_conflict_search_init (CogConflictSearch *self,
                                   CogProject *project,
                                   GPtrArray *findings,
                                   GError **error);
void cog_conflict_search_clear (CogConflictSearch *self);

/* here: words (nullable): those of the source. other: (nullable). The first that is found of a
 * place is told. */
void cog_conflict_search_add (CogConflictSearch *self,
                              CogLensConflictKind kind,
                              const CogPlacedFinding *placed,
                              const char *here,
                              const char *there,
                              const CogPlacedFinding *other);

/* An amount, date or hour says the same only near by; a name does in the whole book. */
gboolean cog_conflict_is_local (const CogLensFinding *finding);
gboolean cog_conflict_is_name (const CogLensFinding *finding);
/* What it became, where something else stands for it now. (nullable) */
const char *cog_conflict_get_change (const CogPlacedFinding *placed);

/* Reads the sections of amounts of which some were changed: all of them, before any two are
 * compared, for answers stand at the end of a book. */
void cog_conflict_search_read_sections (CogConflictSearch *self, GPtrArray *findings);
/* Of places that are the same amount, those that say something else than what belongs with them. */
void cog_conflict_search_compare_amounts (CogConflictSearch *self, const CogLensCluster *cluster);
/* A price in an exercise, and what it comes to in the solution: one was changed, and the other
 * waits. */
void cog_conflict_search_compare_problems (CogConflictSearch *self, GPtrArray *findings);
/* What is one in the whole book, such as a name. */
void cog_conflict_search_compare_names (CogConflictSearch *self, const CogLensCluster *cluster);
/* With what was agreed on for the book. */
void cog_conflict_search_compare_agreed (CogConflictSearch *self, const CogPlacedFinding *placed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogConflictSearch, cog_conflict_search_clear)

G_END_DECLS
