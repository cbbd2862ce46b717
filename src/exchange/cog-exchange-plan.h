/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"
#include "cog-progress.h"
#include "cog-project.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * CogExchangePlan:
 *
 * What comes back from other tools, laid beside what the project has: what would change, what was
 * changed on both sides, what cannot be taken. Nothing is written until it is applied, then as one
 * step of the history. What was changed here since it left is never overwritten unasked.
 *
 * Which side changed is told by what the unit was when it left (CogExchangeUnit.base); where a tool
 * has thrown that away, only what is not translated here is filled, and all else is a conflict.
 */
typedef struct _CogExchangePlan CogExchangePlan;

typedef enum
{
  COG_EXCHANGE_CHANGED,  /* is taken */
  COG_EXCHANGE_CONFLICT, /* is taken where is_theirs is set */
  COG_EXCHANGE_REFUSED,  /* cannot be taken: its codes, its markup */
  COG_EXCHANGE_UNPLACED, /* there is no such unit */
} CogExchangeOutcome;
const char *cog_exchange_outcome_to_nick (CogExchangeOutcome outcome); /* "changed", … */

typedef struct
{
  CogExchangeOutcome outcome;
  char *unit;                /* id, as the project or, of what is unplaced, the file has it */
  char *section;             /* id (nullable) */
  char *place;               /* "book.xlf:12" */
  const CogFindingKind *why; /* (nullable) */
  char *source;              /* inline XHTML: the project's (nullable) */
  char *mine;                /* (nullable) */
  char *theirs;              /* (nullable) */
  CogState my_state, their_state;
  char *note;         /* theirs, where it is to be taken (nullable) */
  gboolean is_theirs; /* of a conflict: theirs is to be taken */
  /* How it is written. */
  CogUnitSet set;
  CogDecision decision;
  char *reason;
  char *record;    /* what theirs is: cog_exchange_record_dup() (nullable) */
  char *my_record; /* what the project has (nullable) */
} CogExchangeItem;

CogExchangePlan *cog_exchange_plan_new (CogProject *project, GError **error);
void cog_exchange_plan_free (CogExchangePlan *self);

/* Reads a file into it. base (nullable): unit → record, what the units were when both sides were
 * the same, over what the file says. The file is left as it is. COG_ERROR_UNSUPPORTED: it is of
 * none of our formats; COG_ERROR_INPUT: it is of other languages, or damaged as a whole. */
gboolean cog_exchange_plan_read (CogExchangePlan *self,
                                 const char *path,
                                 GHashTable *base,
                                 const CogProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error);
/* The passages that no file had are told. Once, after the last. */
void cog_exchange_plan_end (CogExchangePlan *self);

/* (transfer none) (element-type CogExchangeItem): by file and line. */
GPtrArray *cog_exchange_plan_get_items (const CogExchangePlan *self);
guint cog_exchange_plan_count (const CogExchangePlan *self, CogExchangeOutcome outcome);
guint cog_exchange_plan_get_left (const CogExchangePlan *self);    /* the same as here */
guint cog_exchange_plan_get_missing (const CogExchangePlan *self); /* in no file */
CogReport *cog_exchange_plan_get_report (CogExchangePlan *self);   /* (transfer none) */
/* The records of what was read and is now the same on both sides: unit → record. (transfer none) */
GHashTable *cog_exchange_plan_get_agreed (const CogExchangePlan *self);

/* Every conflict: theirs is to be taken, or ours stays. */
void cog_exchange_plan_settle (CogExchangePlan *self, gboolean theirs);

/* One step of the history; none where nothing is to be changed. What was edited here since the plan
 * was made stays, and is a conflict then. n: (out): units that were changed. */
gboolean
cog_exchange_plan_apply (CogExchangePlan *self, CogProject *project, guint *n, GError **error);

/* Used by what lays other things over a book than units (a memory): as if it had been read. */
gboolean cog_exchange_plan_take (CogExchangePlan *self, CogExchangeUnit *unit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExchangePlan, cog_exchange_plan_free)

G_END_DECLS
