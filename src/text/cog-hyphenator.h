/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogHyphenator:
 *
 * Where words of a language may be divided at the end of a line: by libhyphen, with a dictionary
 * that is installed for the language and region, else for the language. It never changes once it is
 * made: any thread may ask it.
 */
typedef struct _CogHyphenator CogHyphenator;

/* NULL: no dictionary is installed, or the program was built without. (transfer full) (nullable) */
CogHyphenator *cog_hyphenator_new (const char *language);
void cog_hyphenator_free (CogHyphenator *self);

/* Sets places[i] for each byte of word (letters only, in any case) before which it may be divided,
 * with at least two letters before and three after, and clears the others. Points at which a word
 * would be spelt differently when divided (Schiffahrt) are left out. Returns how many there are;
 * places has length bytes. */
guint
cog_hyphenator_divide (const CogHyphenator *self, const char *word, gsize length, guint8 *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHyphenator, cog_hyphenator_free)

G_END_DECLS
