/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-evaluation.h"

G_BEGIN_DECLS

/* What would have to be replaced or left out for a licence that the sources close: for the eye. */
typedef struct
{
  const CogLicence *licence;
  char *words;       /* "Replace or leave out 3 pieces"; translated */
  GPtrArray *ids;    /* (element-type utf8): of the components, in the order of the book … */
  GPtrArray *labels; /* … and what people call them; a long list is cut */
  guint n_pieces;
} CogRightsClearance;

/* Of the offered licences, in their order, those that pieces stand in the way of; none for which no
 * text would be left. (transfer full) (element-type CogRightsClearance) */
GPtrArray *cog_rights_clearance_list (const CogEvaluation *evaluation, GPtrArray *components);
void cog_rights_clearance_free (CogRightsClearance *clearance);

G_END_DECLS
