/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-source-place.h"

G_BEGIN_DECLS

/**
 * Places: where on the pages of their sources (PDF) the units were printed. Kept from the import
 * on; what was translated, moved, divided or joined since is asked through its origins.
 */
typedef struct
{
  char *source; /* id */
  CogSourcePlace place;
} CogProjectPlace;
void cog_project_place_free (CogProjectPlace *place);

/* Whether a source in the adaptation has places, and its original file is kept. */
gboolean cog_project_has_places (CogProject *self);

/* Of a unit: one of joined units has several, in their order; one of the adapter's own, and one of
 * a source without pages, none. (transfer full) (element-type CogProjectPlace) */
GPtrArray *cog_project_list_places (CogProject *self, const char *unit, GError **error);
/* Where the first of a section's units that has a place was printed. (transfer full) (nullable) */
CogProjectPlace *cog_project_dup_first_place (CogProject *self, const char *section);

/* The unit of the adaptation for a point on a page of a source, in points from the top left: the
 * one that was printed there, else nearest to it. NULL: nothing near. (transfer full) (nullable) */
char *cog_project_dup_unit_at (
    CogProject *self, const char *source, guint page, double x, double y, GError **error);
/* The first unit that was printed on a page. (transfer full) (nullable) */
char *cog_project_dup_unit_of_page (CogProject *self, const char *source, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogProjectPlace, cog_project_place_free)

G_END_DECLS
