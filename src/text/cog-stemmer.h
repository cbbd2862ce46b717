/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogStemmer:
 *
 * The dictionary forms of words, by the hunspell dictionary that is installed for a language. Each
 * is loaded once, in up to a second, and kept. For any thread.
 */
typedef struct _CogStemmer CogStemmer;

/* language: BCP 47; its region is preferred, any other serves. NULL: none is installed, or the
 * program was built without. (transfer none) (nullable) */
CogStemmer *cog_stemmer_get (const char *language);
/* None for a word that it does not know. (transfer full) (element-type utf8) */
GPtrArray *cog_stemmer_dup_stems (CogStemmer *self, const char *word);

G_END_DECLS
