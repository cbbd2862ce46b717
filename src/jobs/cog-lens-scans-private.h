/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-table.h"

G_BEGIN_DECLS

/* What holds for all texts of a project while they are looked at. */
typedef struct
{
  GHashTable *languages; /* of the sources, by their ids; "": of the first */
  GPtrArray *agreements; /* (element-type CogAgreement) */
  guint era;             /* other agreements, another era: what was found before is of no use */
} CogLensView;

/* What was found in a unit, with what it was found in. Immutable, and shared. */
typedef struct _CogLensScan CogLensScan;
struct _CogLensScan
{
  char *source;         /* (nullable) */
  char *target;         /* (nullable) */
  guint era;            /* of the context */
  GPtrArray *in_source; /* (element-type CogLensFinding) (nullable) */
  GPtrArray *in_target; /* (nullable) */
};
void cog_lens_scan_unref (CogLensScan *scan);

/**
 * CogLensScans:
 *
 * What was found so far in the units and sections of a project, kept as long as their texts are
 * what they were. Any thread.
 */
typedef struct _CogLensScans CogLensScans;

CogLensScans *cog_lens_scans_new (const char *language); /* of the adaptation */
void cog_lens_scans_free (CogLensScans *self);

/* known: the unit's source text, where it is cut already (nullable). (transfer full) */
CogLensScan *cog_lens_scans_look_at_unit (CogLensScans *self,
                                          const CogLensView *view,
                                          const CogUnit *unit,
                                          const CogLensText *known);
/* What shows in a section as a whole. units: all of it. texts: those of units are added, in their
 * order, where they had to be cut. (transfer full) (element-type CogLensFinding) */
GPtrArray *cog_lens_scans_look_at_section (CogLensScans *self,
                                           const CogLensView *view,
                                           const char *section,
                                           GPtrArray *units,
                                           GPtrArray *texts);

/* What was found so in a section when it was looked at last; NULL: never. (transfer full)
 * (nullable)
 */
GPtrArray *cog_lens_scans_dup_section (CogLensScans *self, const char *section);

/* FNV-1a, over one text after the other. text: (nullable) */
#define COG_LENS_DIGEST_EMPTY G_GUINT64_CONSTANT (0xcbf29ce484222325)
guint64 cog_lens_digest_add (guint64 digest, const char *text);

/* "": not known. (transfer none) */
const char *cog_lens_view_get_language (const CogLensView *view, const CogUnit *unit);
/* Whether a unit is of the source still, and in the book. */
gboolean cog_lens_is_looked_at (const CogUnit *unit);

G_END_DECLS
