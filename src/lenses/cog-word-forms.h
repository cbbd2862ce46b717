/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms in which a phrase of a list may stand in a text, so that lists name it once. English,
 * French and Spanish; other languages write their forms into the lists, or inflect too much. */

/* A thing and several of them: "taco", "tacos"; "pomme de terre", "pommes de terre". Names (with a
 * capital) and what is in the plural already have no other form. (transfer full): the phrase itself
 * comes first */
char **cog_word_forms_dup_numbers (const char *phrase, const char *base);
/* As its verb, the first word, is used: "bite the bullet", "bit the bullet"; "tirer", "tir*", for
 * CogPhrases. By data/lenses/verb-forms.tsv. (transfer full): the phrase itself comes first */
char **cog_word_forms_dup_verbs (const char *phrase, const char *base);

G_END_DECLS
