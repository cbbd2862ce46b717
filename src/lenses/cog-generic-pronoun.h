/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* "A scientist … his", "if anyone … he": a masculine pronoun for a person of any sex, in languages
 * whose nouns do not ask for it (English). From token from on; noun: the token of the person,
 * pronoun: of the pronoun. FALSE: there is none. */
gboolean
cog_generic_pronoun_find (const CogLensText *text, guint from, guint *noun, guint *pronoun);
/* "his" → "their"; NULL: none. (nullable) */
const char *cog_generic_pronoun_get_fair (const char *pronoun);

G_END_DECLS
