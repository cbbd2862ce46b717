/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Where the answer to a finding is given. */
typedef enum
{
  COG_CHECK_AT_UNIT,   /* place is a unit's id */
  COG_CHECK_AT_RIGHTS, /* place is a component's id, or "" */
  COG_CHECK_AT_FIELD,  /* place is a field of the edition: "title" */
  COG_CHECK_AT_TEXT,   /* in the list of what the checks of the translation find */
} CogCheckAt;

typedef struct
{
  char *title;
  char *chapter; /* where it stands (nullable) */
  char *where;   /* the chapter, and what would happen or can be done (nullable) */
  char *place;
  CogCheckAt at;
} CogCheckItem;

/* Findings of one kind: a row while there is one, else a row with a number that unfolds. */
typedef struct
{
  const char *id; /* static */
  CogSeverity severity;
  char *title;      /* "14 pictures have no description…" */
  char *where;      /* the chapters of all of them (nullable) */
  GPtrArray *items; /* (element-type CogCheckItem), in the order of the book */
} CogCheckGroup;

/**
 * CogChecklist:
 *
 * What stands between an edition and its publication, as a person goes through it: errors first,
 * then what should be looked at, then what is in order. Immutable once made; made in any thread.
 */
typedef struct
{
  GPtrArray *groups;   /* (element-type CogCheckGroup): errors before warnings */
  GPtrArray *in_order; /* (element-type utf8): a few words each */
  guint n_errors, n_warnings;
} CogChecklist;

CogChecklist *cog_checklist_new (CogProject *project, GCancellable *cancellable, GError **error);
void cog_checklist_free (CogChecklist *checklist);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogChecklist, cog_checklist_free)

G_END_DECLS
