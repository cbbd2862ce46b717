/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-table.h"
#include "cog-project-answers.h"

G_BEGIN_DECLS

/* Findings of less confidence are not shown unless they are asked for. */
#define COG_LENS_CONFIDENCE 50

/* A finding as the person meets it: with what was decided, and how it stands in the adaptation.
 * Immutable, and shared. */
typedef struct
{
  CogLensFinding *finding;
  char *section;
  CogLensAnswer *answer; /* (nullable): none was given */
  /* Where the same thing stands in the adaptation's text: characters of its plain text; end 0:
   * there is no translation yet, or it was not found in it. */
  guint start, end;
  char *there;         /* the words there (nullable) */
  gboolean is_open;    /* it waits for a decision */
  gboolean is_lacking; /* it was decided, or agreed on for the whole book, and the adaptation's text
                          does not say so */
} CogPlacedFinding;
CogPlacedFinding *cog_placed_finding_ref (const CogPlacedFinding *placed);
void cog_placed_finding_unref (CogPlacedFinding *placed);
/* Whether it is to be decided, or to be put into the text. */
gboolean cog_placed_finding_waits (const CogPlacedFinding *placed);

/* The same thing in several places of the book. */
typedef struct
{
  const char *subject;
  GPtrArray *members; /* (element-type CogPlacedFinding), borrowed, in the book's order */
  guint n_changed;    /* whose text was changed, or is decided to be */
  guint n_open;
} CogLensCluster;

/**
 * CogLensIndex:
 *
 * What the lenses find in a project: scanned when it is asked for, kept as long as the texts are
 * what they were, and scanned again only where they changed. May be used in any thread.
 *
 * Signals: "changed" (GStrv ids of units or NULL: anything), when the project says so: in its home
 * context.
 */
#define COG_TYPE_LENS_INDEX (cog_lens_index_get_type ())
G_DECLARE_FINAL_TYPE (CogLensIndex, cog_lens_index, COG, LENS_INDEX, GObject)

CogLensIndex *cog_lens_index_new (CogProject *project);
CogProject *cog_lens_index_get_project (CogLensIndex *self); /* (transfer none) */
/* Of one unit, in the order of the text. (transfer full) (element-type CogPlacedFinding) */
GPtrArray *cog_lens_index_dup_unit (CogLensIndex *self, const char *unit, GError **error);
/* Of a section, or of the book (NULL), in its order; what shows only in a section as a whole stands
 * behind its units' own. (transfer full) (element-type CogPlacedFinding) */
GPtrArray *cog_lens_index_dup_findings (CogLensIndex *self,
                                        const char *section,
                                        GCancellable *cancellable,
                                        GError **error);
/* The units of the book that have an open one, or one that does not agree with others
 * (CogLensConflict). (transfer full) (element-type utf8) */
GHashTable *
cog_lens_index_list_open (CogLensIndex *self, GCancellable *cancellable, GError **error);
/* How many are so in each section that has any. (transfer full) (element-type utf8 guint) */
GHashTable *
cog_lens_index_count_open (CogLensIndex *self, GCancellable *cancellable, GError **error);
/* All findings of the book with the same subject, this one included: the places where an amount, a
 * name, a quantity comes again. (transfer full) (element-type CogPlacedFinding) */
GPtrArray *cog_lens_index_dup_siblings (CogLensIndex *self,
                                        const CogLensFinding *finding,
                                        GCancellable *cancellable,
                                        GError **error);

/* The clusters of two or more among findings, in the order of their first members. findings:
 * (element-type CogPlacedFinding); must live as long. (transfer full) (element-type
 * CogLensCluster) */
GPtrArray *cog_lens_clusters_new (GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPlacedFinding, cog_placed_finding_unref)

G_END_DECLS
