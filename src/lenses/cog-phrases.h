/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/**
 * CogPhrases:
 *
 * A list of words and phrases to be found among tokens, longest first. A word that ends in "*"
 * stands for all that begin so (languages that inflect: "рождеств*"); "_" behind the first word
 * stands for any one word ("bit _ tongue"). A phrase that is written with a capital is found with
 * one only (names: "Turkey", "May"); in all capitals exactly so ("US"). In Arabic, the article and
 * the small words that are written onto a word (و ف ب ك ل ال) may stand before the first word.
 * Immutable once filled; any thread.
 */
typedef struct _CogPhrases CogPhrases;

CogPhrases *cog_phrases_new (const char *language);
void cog_phrases_free (CogPhrases *self);
/* entry: what is given back, not owned. A phrase that stands there already keeps its first entry.
 */
void cog_phrases_add (CogPhrases *self, const char *phrase, gconstpointer entry);
guint cog_phrases_get_size (const CogPhrases *self);
/* The longest phrase that begins with the token at; sets last (its last token). Does not reach
 * across the border of an equation. (transfer none) (nullable): none */
gconstpointer
cog_phrases_find (const CogPhrases *self, const CogLensText *text, guint at, guint *last);

/* base: the language alone, in lower case ("pt") */
typedef CogPhrases *(*CogPhrasesMake) (const char *base);
/* The phrases for a language ("pt-BR"), made once and kept as long as the program runs.
 * lists: a static variable of the caller, NULL at first. Any thread. (transfer none) */
const CogPhrases *cog_phrases_keep (GHashTable **lists, const char *language, CogPhrasesMake make);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPhrases, cog_phrases_free)

G_END_DECLS
