/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/**
 * CogWordRule:
 *
 * What must stand, or must not, around a word of a list for it to mean what the list means
 * ("turkey" beside "oven" is no country). Written in a table's cell as conditions separated by
 * spaces, of which all must hold:
 *
 *   near=a,b    one of these words stands in the unit    !near=a,b   none of them does
 *   next=a,b    one of them follows                      !next=a,b   none does
 *   prev=a,b    one of them goes before                  !prev=a,b   none does
 *   !start      not as the first word of a sentence, where a capital says nothing
 *   lower       not with a capital, but at the start of a sentence
 *   letter      one letter alone follows: "the letter A"
 *   !letter     none follows
 *   number      a number follows                         !number     none does
 *   capital     what follows begins with a capital
 *
 * Words may be of any language; one that ends in "*" stands for all that begin so. Immutable.
 */
typedef struct _CogWordRule CogWordRule;

/* NULL for an empty cell: it always holds. A condition that is none of these is a programmer's
 * mistake. (nullable) (transfer full) */
CogWordRule *cog_word_rule_new (const char *cell);
void cog_word_rule_free (CogWordRule *self);
/* rule: (nullable) */
gboolean
cog_word_rule_holds (const CogWordRule *rule, const CogLensText *text, guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogWordRule, cog_word_rule_free)

G_END_DECLS
