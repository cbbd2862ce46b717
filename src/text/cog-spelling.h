/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text, in characters (code points). */
typedef struct
{
  guint start, end;
} CogStretch;

/* The words of a text that a dictionary can know: by ICU's boundaries, without numbers, addresses,
 * short capitals (UNESCO), objects (U+FFFC), words in another script than the language's (names in
 * Latin letters in an Arabic text), and what touches one of the stretches to skip (code). skip:
 * sorted by start (element-type CogStretch) (nullable). (transfer full) (element-type CogStretch)
 */
GArray *cog_spelling_list_words (const char *text, const char *language, const GArray *skip);

/**
 * CogSpelling:
 *
 * A dictionary of a language, by enchant: whichever is installed for the language and region, else
 * for the language. Loading takes long (large dictionaries up to half a second): make it in a
 * thread. Its functions may be called from any thread, one after the other.
 */
typedef struct _CogSpelling CogSpelling;

/* NULL: none is installed, or the program was built without. (transfer full) (nullable) */
CogSpelling *cog_spelling_new (const char *language);
CogSpelling *cog_spelling_ref (CogSpelling *self);
void cog_spelling_unref (CogSpelling *self);
/* Which one it is: "pl_PL". */
const char *cog_spelling_get_dictionary (const CogSpelling *self);
gboolean cog_spelling_check (CogSpelling *self, const char *word);
/* Best first, at most n. (transfer full) (element-type utf8) */
GPtrArray *cog_spelling_suggest (CogSpelling *self, const char *word, guint n);
/* To the person's own dictionary of the language, which other programs use too. */
void cog_spelling_add (CogSpelling *self, const char *word);
/* Until the program ends. */
void cog_spelling_ignore (CogSpelling *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSpelling, cog_spelling_unref)

G_END_DECLS
