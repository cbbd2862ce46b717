/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-phrases.h"
#include "cog-word-rule.h"

G_BEGIN_DECLS

/**
 * CogGazetteer:
 *
 * A list of things that are bound to places, with their words in several languages: a table of
 * data/lenses with these columns, of which the languages come last:
 *
 *   id     stable, unique in the table
 *   kind   "holiday": nick, see the lens
 *   home   places (CogPlaceSet) where the thing is at home: there it is no finding
 *   only   if any, places where it is one, and nowhere else (what is delicate there)
 *   sure   1…100: how sure that the words mean this, and that it is worth a look
 *   swap   class of what may stand for it elsewhere, see cog-counterparts.h
 *   rule   CogWordRule
 *   en, fr, …  words, separated by "|": the first one is how it is written, the others only found.
 *              "-": it has none there
 *
 * What only one language has words for stands in that language's own file, cog-gazetteer-thing.h.
 * Loaded when it is first asked for, for good; any thread.
 */
typedef struct _CogGazetteer CogGazetteer;

typedef struct
{
  const char *id;
  const char *kind;
  const char *home;
  const char *only;
  guint sure;
  const char *swap;
  const CogWordRule *rule; /* (nullable) */
} CogGazetteerEntry;

typedef enum
{
  COG_GAZETTEER_PLAIN = 0,
  /* Names: languages in Latin letters that have no words of their own for one use the English. */
  COG_GAZETTEER_NAMES = 1 << 0,
  /* Also all countries, by their names in CLDR: kind "country", id and home their code; but those
     that the table has a row for with that id, in the languages where that row has words. */
  COG_GAZETTEER_COUNTRIES = 1 << 1,
  /* Things are found in the plural, too (cog-word-forms.h). */
  COG_GAZETTEER_NUMBERS = 1 << 2,
  /* Idioms are found in all forms of their verbs (cog-word-forms.h). */
  COG_GAZETTEER_VERBS = 1 << 3,
} CogGazetteerFlags;

/* table: "holidays.tsv", static. (transfer none) */
CogGazetteer *cog_gazetteer_get (const char *table, CogGazetteerFlags flags);
/* Its words of a language (BCP 47; regions do not matter), each with a CogGazetteerEntry. (transfer
 * none), kept for good */
const CogPhrases *cog_gazetteer_get_phrases (CogGazetteer *self, const char *language);
/* As it is written in a language; NULL: the table does not say. (transfer full) (nullable) */
char *
cog_gazetteer_dup_words (CogGazetteer *self, const CogGazetteerEntry *entry, const char *language);
/* The cell of a column of the table's own, "fair"; "" where there is none. (transfer none) */
const char *
cog_gazetteer_get_cell (CogGazetteer *self, const CogGazetteerEntry *entry, const char *column);
/* An entry of that swap class, other than entry, that is at home in a place and has words of the
 * language. (transfer none) (nullable) */
const CogGazetteerEntry *cog_gazetteer_find_swap (CogGazetteer *self,
                                                  const CogGazetteerEntry *entry,
                                                  const char *place,
                                                  const char *language);

G_END_DECLS
