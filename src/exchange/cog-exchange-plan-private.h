/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-plan.h"

G_BEGIN_DECLS

/* A unit of the project, and its section. */
typedef struct
{
  CogExchangeUnit *unit;
  char *section;
  gboolean is_read; /* a file had it */
} CogExchangeOwn;

struct _CogExchangePlan
{
  CogProject *project;
  char *source_language, *target_language;
  GHashTable *own;    /* token of the id → CogExchangeOwn */
  GPtrArray *items;   /* of CogExchangeItem */
  GHashTable *agreed; /* unit → record */
  CogReport *report;
  guint n_left, n_missing, n_told;
  /* While a file is read. */
  char *name;
  GHashTable *base;
  GCancellable *cancellable;
  guint n_units, n_other; /* units met, and beginnings in other languages */
  char *other;            /* languages, for people */
  gboolean is_of_here;    /* it left from this project */
  guint n_asked;          /* units whose history was looked through to know that */
};

/* Tells of a line, up to some number of them. */
void cog_exchange_plan_tell (CogExchangePlan *self,
                             const CogFindingKind *kind,
                             guint line,
                             const char *what);
char *cog_exchange_plan_dup_place (const CogExchangePlan *self, guint line);
/* What is to be done with a unit that came back; takes nothing. */
void cog_exchange_plan_decide (CogExchangePlan *self, CogExchangeOwn *own, CogExchangeUnit *theirs);
void cog_exchange_item_free (CogExchangeItem *item);

G_END_DECLS
