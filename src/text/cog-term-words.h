/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word as terms are compared: folded (CogFold), each string ending with 0. Borrowed from its
 * CogTermWords. */
typedef struct
{
  char *text;       /* as it stands */
  GPtrArray *forms; /* (element-type gunichar*): the word, then without what is written with it */
  GPtrArray *stems; /* (element-type gunichar*): by a dictionary; none: it does not know the word */
  gboolean is_sign; /* an abbreviation: its capitals count */
  GArray *hits;     /* (element-type guint) (nullable): for whoever looks words up */
} CogTermWord;

/**
 * CogTermWords:
 *
 * The words that were met in a language, each looked up in its dictionary once, and whether they
 * are forms of one another: by the dictionary's stems where it knows both, else by the light rules
 * of CogInflection. For one thread.
 */
typedef struct _CogTermWords CogTermWords;

CogTermWords *cog_term_words_new (const char *language); /* BCP 47 (nullable) */
void cog_term_words_free (CogTermWords *self);
/* Valid until cog_term_words_clear(). (transfer none) */
CogTermWord *cog_term_words_get (CogTermWords *self, const char *text, gsize n_bytes);
guint cog_term_words_get_n (const CogTermWords *self);
void cog_term_words_clear (CogTermWords *self);

/* Whether the word of a text is that of a term; both of this language, from any CogTermWords. */
gboolean
cog_term_words_is_form (const CogTermWords *self, const CogTermWord *term, const CogTermWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTermWords, cog_term_words_free)

G_END_DECLS
