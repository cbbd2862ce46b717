/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a permission is for. */
typedef enum
{
  COG_LEAVE_COPY = 1 << 0,
  COG_LEAVE_TRANSLATE = 1 << 1,
  COG_LEAVE_ADAPT = 1 << 2,
  COG_LEAVE_PRINT = 1 << 3,
  COG_LEAVE_ONLINE = 1 << 4,
} CogLeaveScope;

/**
 * CogLeave:
 *
 * Why somebody may use a work that is under no licence: a permission that they were given
 * (LicenseRef-Permission), or an exception of the law (LicenseRef-Exception): rules.md §1.5.
 * Recorded by a person, in their own words; goes no further than it says, and to nobody else.
 */
typedef struct
{
  char *grantor;   /* who permitted it (nullable) */
  char *date;      /* when: ISO 8601, "2026-03-01" (nullable) */
  char *scope;     /* words between spaces: "copy", "translate", "adapt", "print", "online";
                      (nullable): not recorded */
  char *territory; /* where, in words (nullable): everywhere */
  char *until;     /* the last day: ISO 8601 (nullable): without an end */
  char *exception; /* "quotation", "teaching", "fair-use", "accessible", "other" (nullable) */
  char *country;   /* whose law: ISO 3166, "EG" (nullable) */
  char *reason;    /* why it applies, in words (nullable) */
  char *extent;    /* how much is used, in words (nullable) */
  char *text;      /* what was written, verbatim (nullable) */
} CogLeave;

CogLeave *cog_leave_new (void);
CogLeave *cog_leave_copy (const CogLeave *leave);
void cog_leave_free (CogLeave *leave);

/* The fields by number with their keys, for JSON and the command line. (transfer none) */
gsize cog_leave_get_n_fields (void);
char **cog_leave_get_field (CogLeave *leave, gsize index, const char **key);

/* Whether nothing is recorded in it: NULL is as empty. */
gboolean cog_leave_is_empty (const CogLeave *leave);

/* What it covers; 0: not recorded. Words that are none of these are not heeded. */
CogLeaveScope cog_leave_get_scope (const CogLeave *leave);
/* The word for one thing that a permission may be for. (transfer none) */
const char *cog_leave_scope_to_nick (CogLeaveScope scope);
void cog_leave_set_scope (CogLeave *leave, CogLeaveScope scope);
/* Whether it is a day as ISO 8601 writes it: "2026-03-01", or a month or a year, "2026-03", "2026".
 */
gboolean cog_leave_is_date (const char *text);
/* Whether its last day is before today. */
gboolean cog_leave_is_over (const CogLeave *leave);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLeave, cog_leave_free)

G_END_DECLS
