/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogFold:
 *
 * A text as a search compares it, with the way back to the characters that stand in it. Folded are
 * case, accents, compatibility forms (ligatures, full width, Arabic presentation forms), kinds of
 * quotation marks and white space (a run of it is one space); in Arabic script also vowel marks,
 * tatweel, the carriers of hamza, alef maqsura and teh marbuta. What is invisible (soft hyphens,
 * joiners, marks of direction) is not there. Letters that a language keeps apart although they
 * decompose (Cyrillic й, ї, ў; Hangul; voiced kana; vowel signs of Indic scripts) stay apart.
 *
 * To be used over and over, in one thread: it keeps what it learned of each character.
 */
typedef struct _CogFold CogFold;

/* is_exact: case, accents and marks count; only white space and what is invisible does not. */
CogFold *cog_fold_new (gboolean is_exact);
void cog_fold_free (CogFold *self);

/* The folded text (code points), valid until the next call. */
const gunichar *cog_fold_text (CogFold *self, const char *text, gsize *length);
/* Characters (code points) of the text that folded[at .. at + n - 1] came from. FALSE where it
 * begins or ends within one character, as half of "ß". */
gboolean cog_fold_get_range (CogFold *self, gsize at, gsize n, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFold, cog_fold_free)

G_END_DECLS
