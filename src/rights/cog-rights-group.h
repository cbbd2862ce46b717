/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-component.h"
#include "cog-doubt.h"
#include "cog-licence.h"

G_BEGIN_DECLS

/* Pieces with the same sources and the same use, which have the same answer: a book of 20,000 has a
 * handful of groups. */
typedef struct
{
  CogUse use;
  gboolean is_text;
  char **sources; /* expressions that bind, those of the whole chain among them */
  gboolean has_own_credit;
  gboolean has_unknown_upstream; /* made from a work whose licence nobody stated */
  CogDoubts doubts;              /* about what its sources say */
  gboolean is_leave_recorded;    /* a permission says what it is for */
  gboolean is_leave_over;        /* … and its last day has passed */
  CogLeaveScope scope;           /* … what that is, of all permissions in it */
  char *id;                      /* of the first piece */
  char *label;                   /* (nullable) */
  guint n;                       /* pieces */
  guint n_units;                 /* in all of them */
} CogRightsGroup;

/* (transfer full) (element-type CogRightsGroup): in the order of their first pieces; without what
 * is only linked. */
GPtrArray *cog_rights_group_list (GPtrArray *components);

/* Equal for pieces of one group. (transfer full) */
char *cog_rights_group_dup_key (const CogComponent *component);

/* Whether one way of taking an expression has only licences of which is_fine is true. */
gboolean cog_rights_has_way (const char *expression, gboolean (*is_fine) (const CogLicence *));
/* A licence that stands in the way of taking an expression as open: the first in its first way.
 * (transfer none) (nullable): NULL where it is open, or no licence of the catalogue */
const CogLicence *cog_rights_find_closed (const char *expression);
/* Whether one of its sources names that licence. */
gboolean cog_rights_group_has (const CogRightsGroup *group, const char *licence);

G_END_DECLS
