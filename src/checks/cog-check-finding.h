/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"
#include "cog-text.h"

G_BEGIN_DECLS

/* Other words in the place of characters start..end of the target; start = end: put in there. */
typedef struct
{
  guint start, end;
  char *words;
} CogCheckFix;

/**
 * CogCheckFinding:
 *
 * What a check doubts in the translation of a unit. A plain value. Known by the unit, the kind, the
 * words and which of those it is, as findings of lenses are: what was ignored stays so while the
 * rest of the unit changes.
 */
typedef struct
{
  char *unit;
  const char *check;          /* id of the check, static */
  const CogFindingKind *kind; /* static */
  guint start, end;           /* characters of the target; start = end: between two, or nowhere */
  guint source_start, source_end; /* of the source; both 0: no place in it */
  char *text;                     /* the words in question */
  guint nth;                      /* which of those with the same unit, kind and text: 0… */
  char *arguments[2];             /* of the sentence (nullable) */
  GPtrArray *fixes;               /* (element-type CogCheckFix): ways out, the likeliest first */
  gboolean is_safe;               /* the first fix may be made without a look at each place */
} CogCheckFinding;

CogCheckFinding *cog_check_finding_copy (const CogCheckFinding *finding);
void cog_check_finding_free (CogCheckFinding *finding);
/* Translated, without its place. (transfer full) */
char *cog_check_finding_dup_sentence (const CogCheckFinding *finding);
/* words: copied */
void
cog_check_finding_add_fix (CogCheckFinding *finding, guint start, guint end, const char *words);

/* FALSE, and the text is as it was, where a piece stands in the way. */
gboolean cog_check_fix_apply (const CogCheckFix *fix, CogText *text);
/* Several of one text, given in any order; of two that touch the same characters the first in the
 * order of places is made. How many were. fixes: (element-type CogCheckFix) */
guint cog_check_fix_apply_all (GPtrArray *fixes, CogText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCheckFinding, cog_check_finding_free)

G_END_DECLS
