/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A language, or a place where it is spoken, that a person can choose. */
typedef struct
{
  char *tag;      /* "ar", "zh-Hant", "JO"; "" for no particular place */
  char *name;     /* in the language that was asked for: "Arabic" */
  char *own_name; /* "العربية" */
} CogLanguageChoice;

void cog_language_choice_free (CogLanguageChoice *choice);

/* Every language that ICU has words or a name for, those that open textbooks are translated into
 * most often first, then by name. Where a language is written in two scripts, each is a choice. in:
 * the language of the names. (transfer full) (element-type CogLanguageChoice) */
GPtrArray *cog_language_list (const char *in);

/* The places for a language: no particular one first, then those where ICU knows it to be spoken,
 * with its main one first, then all others by name. n_own: how many of them, the first one
 * included, are the language's own. (transfer full) (element-type CogLanguageChoice) */
GPtrArray *cog_language_list_places (const char *language, const char *in, guint *n_own);

/* "ar" and "JO" make "ar-JO". place "": without one. (transfer full) */
char *cog_language_join (const char *language, const char *place);
/* "zh-Hant-TW" is "zh-Hant" and "TW". (transfer full) (nullable): place, NULL where there is none
 */
char *cog_language_split (const char *tag, char **language);

/* What is translated into what: "English → Arabic (Jordan)", in the interface's language, each name
 * isolated. Of the original only the language: its place says nothing to who adapts it. source
 * (nullable). (transfer full) */
char *cog_language_dup_pair (const char *source, const char *target);

/* Whether a choice's names or tag hold what somebody types; both without regard to case and
 * accents.
 */
gboolean cog_language_choice_matches (const CogLanguageChoice *choice, const char *query);

/* How near a choice is to what somebody types: 0 the tag (also the ISO 639 code of three letters)
 * or a whole name, 1 the beginning of a name, 2 of a word in a name, 3 of the tag, 4 anywhere; -1:
 * not at all. */
int cog_language_choice_rank (const CogLanguageChoice *choice, const char *query);

/* The language of the interface: of the first locale that messages are taken from. (transfer none)
 */
const char *cog_language_get_interface (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLanguageChoice, cog_language_choice_free)

G_END_DECLS
