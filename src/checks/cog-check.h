/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-check-finding.h"
#include "cog-check-rules.h"
#include "cog-check-text.h"
#include "cog-glossary-pair.h"
#include "cog-spelling.h"

G_BEGIN_DECLS

/* Between whom the checks look. Immutable while they scan; any thread. */
typedef struct
{
  const char *source;         /* BCP 47 */
  const char *target;         /* of the adaptation */
  gboolean translates;        /* the two are different languages */
  const CogCheckRules *rules; /* of the target */
  const CogCheckRules *source_rules;
  CogSpelling *spelling;  /* (nullable): of the target */
  CogGlossaryPair *terms; /* (nullable): for one scan at a time */
} CogCheckContext;

/* A unit as checks are given it. */
typedef struct
{
  const char *id;
  CogUnitKind kind;
  CogCheckText *source; /* (nullable): there is none, or the target is not its translation */
  CogCheckText *target;
  /* What was decided to stand there in the place of other words (element-type utf8) (nullable): as
   * applied findings of lenses are. */
  GPtrArray *decided;
} CogCheckUnit;

/* What is kept of a unit for the checks that look at the whole book. Immutable. */
typedef struct
{
  char *unit;
  CogUnitKind kind;
  char *source, *target;    /* plain text */
  guint n_source, n_target; /* characters that are read: no spaces, no equations */
  gboolean has_codes;       /* of the target */
} CogCheckPair;

/* (transfer full) (nullable): there is no source */
CogCheckPair *cog_check_pair_new (const CogCheckUnit *unit);
void cog_check_pair_free (CogCheckPair *self);

/**
 * CogCheck:
 *
 * Looks for one sort of slip in a translation. One file and one row of the table in
 * cog-check-table.c. It keeps no state but what never changes; scan() may run in several threads.
 *
 * A check that cries wolf is worse than none: where a text allows two readings, the kind one holds.
 *
 * scan() (nullable) adds findings by cog_check_add(); unit->source may be NULL. scan_book()
 * (nullable): what shows only in all of a book's units together (element-type CogCheckPair).
 * list_fixes() (nullable): ways out that take too long to be found for every finding of a book.
 */
typedef struct _CogCheck CogCheck;
struct _CogCheck
{
  const char *id;    /* "numbers": stable; command line, JSON, tests */
  const char *name;  /* N_("Numbers") */
  const char *about; /* N_(): one sentence for the person who chooses what to look for */
  gboolean is_quiet; /* only where it is asked for: too much of what it finds is right after all */
  void (*scan) (const CogCheck *check,
                const CogCheckContext *context,
                const CogCheckUnit *unit,
                GPtrArray *findings);
  void (*scan_book) (const CogCheck *check,
                     const CogCheckContext *context,
                     GPtrArray *pairs,
                     GPtrArray *findings);
  void (*list_fixes) (const CogCheckContext *context, CogCheckFinding *finding);
};

/* A finding in characters start … end of the target. argument1, argument2 (nullable): of the kind's
 * sentence. Owned by findings. (transfer none) */
CogCheckFinding *cog_check_add (const CogCheck *check,
                                const CogFindingKind *kind,
                                const CogCheckUnit *unit,
                                guint start,
                                guint end,
                                const char *argument1,
                                const char *argument2,
                                GPtrArray *findings);
/* The same of all that a unit says. */
CogCheckFinding *cog_check_add_whole (const CogCheck *check,
                                      const CogFindingKind *kind,
                                      const CogCheckPair *pair,
                                      const char *argument1,
                                      const char *argument2,
                                      GPtrArray *findings);
/* The same with the way out: words in the place of those characters, safe to make unseen. */
CogCheckFinding *cog_check_add_fixed (const CogCheck *check,
                                      const CogFindingKind *kind,
                                      const CogCheckUnit *unit,
                                      guint start,
                                      guint end,
                                      const char *words,
                                      GPtrArray *findings);
/* Where it stands in the source, whose words then name the finding if the target has none. */
void
cog_check_set_source (CogCheckFinding *finding, const CogCheckUnit *unit, guint start, guint end);

/* For unicode values in words. (transfer full) */
char *cog_check_dup_character (gunichar c);

G_END_DECLS
