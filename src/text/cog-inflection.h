/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogInflection:
 *
 * How words of a language change in running text, told by light rules (data/terms/inflections.txt):
 * endings that stand for each other, and what is written together with a word in front of it. For
 * languages without rules of their own, and for words that no dictionary knows. Words are folded
 * (CogFold) and end with 0. Immutable; for any thread.
 */
typedef struct _CogInflection CogInflection;

/* language: BCP 47; NULL or unknown: the careful common rule. (transfer none) */
const CogInflection *cog_inflection_get (const char *language);

/* Whether both are forms of one word; word: as a dictionary has it. */
gboolean
cog_inflection_is_same (const CogInflection *self, const gunichar *word, const gunichar *other);

/* Appends where the word itself may begin, after what is written together with it: offsets (guint)
 * over 0. Letters enough for a word are left. */
void cog_inflection_list_starts (const CogInflection *self, const gunichar *word, GArray *starts);

/* Whether the stems of a spelling dictionary are forms of the word and not other words. */
gboolean cog_inflection_has_stems (const CogInflection *self);

G_END_DECLS
