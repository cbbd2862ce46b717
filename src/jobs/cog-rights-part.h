/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-evaluation.h"
#include "cog-project.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A piece of the edition as the rights page shows it. Immutable; made in any thread. */
#define COG_TYPE_RIGHTS_PART (cog_rights_part_get_type ())
G_DECLARE_FINAL_TYPE (CogRightsPart, cog_rights_part, COG, RIGHTS_PART, GObject)

typedef struct
{
  char *id;                /* of the component */
  char *title;             /* "Figure 4.10 Tyre on a wet road" */
  char *origin;            /* "Ines Kowalska · unchanged" */
  char *licence;           /* short name, or words for "as the book" or "unknown" */
  char *binds;             /* what it demands of the whole edition (nullable) */
  char *problem;           /* what must be solved, in a sentence (nullable) */
  char *unit;              /* where it stands in the book (nullable) */
  char *picture;           /* the asset that shows it (nullable) */
  CogCredit *credit;       /* what it is made from (nullable): your own has none */
  const char *const *ways; /* out of the problem, or of what it demands: cog_guide_list_ways_out();
                              NULL-ended, never NULL (transfer none) */
  CogComponentKind kind;
  gboolean is_text; /* a source's text: its id is the source's; several mixed: without credit */
  gboolean is_unknown;
  gboolean is_closing; /* an item without which more answers of the guide would be open */
  gboolean is_error;   /* the problem stops publishing */
  gboolean is_changed; /* a picture whose words were translated: the source's can be put back */
} CogRightsPartData;

const CogRightsPartData *cog_rights_part_get (CogRightsPart *self);

/* (transfer full) (element-type CogRightsPart): what stops publishing first, then what binds, then
 * what should be looked at, then the rest as it stands in the book. */
GPtrArray *cog_rights_part_list (GPtrArray *components, const CogEvaluation *evaluation);

/* Leaves the piece out of the edition, as a step that can be undone. COG_ERROR_REFUSED where it
 * cannot be: a whole text, or what says nothing at all. */
gboolean cog_rights_part_leave_out (CogRightsPart *self, CogProject *project, GError **error);

/* Puts the source's own picture back where its words were translated, with what the source says of
 * it: a way out where a licence permits no changes. A step that can be undone. COG_ERROR_REFUSED
 * where nothing was changed. */
gboolean cog_rights_part_put_back (CogRightsPart *self, CogProject *project, GError **error);

G_END_DECLS
