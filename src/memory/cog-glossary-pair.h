/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary-entry.h"
#include "cog-report.h"
#include "cog-text.h"

G_BEGIN_DECLS

/**
 * CogGlossaryPair:
 *
 * Entries of a glossary for a source and a target language, ready to be found in texts, and whether
 * translations keep to them. It holds what it was made of: after a change of the glossary
 * (cog_glossary_get_version()) make another. For one thread at a time.
 */
typedef struct _CogGlossaryPair CogGlossaryPair;

/* entries: (element-type CogGlossaryEntry), as cog_glossary_list() gives them; kept. from, to: BCP
 * 47. The first of a language loads its dictionary: not for the main thread. */
CogGlossaryPair *cog_glossary_pair_new (GPtrArray *entries, const char *from, const char *to);
void cog_glossary_pair_free (CogGlossaryPair *self);
const char *cog_glossary_pair_get_to (const CogGlossaryPair *self);

/* A term in a source text. */
typedef struct
{
  guint start, end;              /* characters of the plain text */
  const CogGlossaryEntry *entry; /* borrowed from the pair */
} CogGlossaryHit;

/* In the order of the text; longer terms hide those in them, and entries with the same term follow
 * each other. (transfer full) (element-type CogGlossaryHit) */
GArray *cog_glossary_pair_find (CogGlossaryPair *self, const CogText *source);

/* What is not as the glossary has it. */
extern const CogFindingKind cog_finding_term_missing;   /* none of its translations is there */
extern const CogFindingKind cog_finding_term_forbidden; /* one that is not to be used is */
extern const CogFindingKind cog_finding_term_mixed;     /* elsewhere it has another translation */

typedef struct
{
  const CogFindingKind *kind;
  gint64 entry;           /* id in the glossary */
  char *unit;             /* as it was given (nullable) */
  guint start, end;       /* of the term, characters of the source */
  guint there, there_end; /* of its translation, characters of the target; equal: there is none */
  char *term;             /* the words of the source, as they stand */
  char *found;            /* those of the target (nullable) */
  char *wanted;           /* what the glossary has, or what stands elsewhere: "fuerza, vigor" */
} CogTermFinding;

void cog_term_finding_free (CogTermFinding *finding);
/* Translated. (transfer full) */
char *cog_term_finding_dup_sentence (const CogTermFinding *finding);

/* Whether a translation keeps to the glossary: terms of the source without any of their admitted
 * translations in the target, and forbidden ones that are there; once for each term. In which form
 * they stand does not count. unit: (nullable) what the translations that it has are remembered
 * under, for cog_glossary_pair_list_mixed(). (transfer full) (element-type CogTermFinding) */
GPtrArray *cog_glossary_check_text (CogGlossaryPair *self,
                                    const char *unit,
                                    const CogText *source,
                                    const CogText *target);
/* Of the units that were checked: where a term has another of its admitted translations than it
 * most often has. (transfer full) (element-type CogTermFinding) */
GPtrArray *cog_glossary_pair_list_mixed (const CogGlossaryPair *self);
/* Forgets the units. */
void cog_glossary_pair_forget (CogGlossaryPair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGlossaryPair, cog_glossary_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTermFinding, cog_term_finding_free)

G_END_DECLS
