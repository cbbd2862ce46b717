/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* What searching and filtering need of a unit. Immutable. */
typedef struct
{
  char *id;
  char *source; /* plain text as in CogText (nullable) */
  char *target; /* (nullable) */
  CogUnitKind kind;
  CogState state;
  CogDecision decision;
  gboolean has_note;
  gboolean is_machine;  /* as an engine wrote it, confirmed by nobody */
  gboolean is_outdated; /* its source says something else since (CogUnit.former_source) */
  gboolean is_lacking;  /* it is translated, and lacks a piece or link of its source */
  gboolean is_of_table; /* a caption */
} CogIndexedUnit;

/**
 * CogUnitIndex:
 *
 * The plain words of a project's units, read when they are asked for, kept, and read again when the
 * project says that they changed: a second search reads nothing. May be used in any thread.
 */
#define COG_TYPE_UNIT_INDEX (cog_unit_index_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitIndex, cog_unit_index, COG, UNIT_INDEX, GObject)

CogUnitIndex *cog_unit_index_new (CogProject *project);
CogProject *cog_unit_index_get_project (CogUnitIndex *self); /* (transfer none) */
/* Who knows the units with findings; without, none has any. Once, before it is asked. */
void cog_unit_index_set_lenses (CogUnitIndex *self, CogLensIndex *lenses);
/* In the adaptation's order. (transfer full) (element-type CogIndexedUnit) */
GPtrArray *cog_unit_index_dup_units (CogUnitIndex *self, const char *section, GError **error);

/* What a person may want to see alone. */
typedef enum
{
  COG_UNIT_FILTER_ALL,
  COG_UNIT_FILTER_UNTRANSLATED,  /* nothing was decided and written yet */
  COG_UNIT_FILTER_TO_REVIEW,     /* translated, and not reviewed yet */
  COG_UNIT_FILTER_WITH_FINDINGS, /* of the lenses, open */
  COG_UNIT_FILTER_WITH_NOTES,
  COG_UNIT_FILTER_FROM_MACHINE, /* as an engine wrote it, confirmed by nobody */
  COG_UNIT_FILTER_OUTDATED,     /* the source changed after it was translated */
  COG_UNIT_N_FILTERS,
} CogUnitFilter;

/* open: ids of the units with open findings (nullable) */
gboolean
cog_unit_filter_accepts (CogUnitFilter filter, const CogIndexedUnit *unit, GHashTable *open);

typedef struct
{
  guint here[COG_UNIT_N_FILTERS]; /* in the section */
  guint book[COG_UNIT_N_FILTERS];
} CogUnitCounts;
/* section: (nullable) */
gboolean cog_unit_index_count (CogUnitIndex *self,
                               const char *section,
                               CogUnitCounts *counts,
                               GCancellable *cancellable,
                               GError **error);
/* How much is open in each section that has anything open: passages that lack something of their
 * source, those with a person's note that are not final, and what the lenses found. Not for the
 * main thread. (transfer full) (element-type utf8 guint) (nullable): it could not be read */
GHashTable *cog_unit_index_count_open (CogUnitIndex *self, GCancellable *cancellable);
/* The next unit in the book that the filter accepts, after (before: backwards) a place; it goes
 * round at the end of the book, and may come back to the same unit. section, unit: (nullable),
 * where the person is. Returns the unit's id. (transfer full) (nullable) */
char *cog_unit_index_find_next (CogUnitIndex *self,
                                CogUnitFilter filter,
                                const char *section,
                                const char *unit,
                                gboolean is_backwards,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
