/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letters of a text without regard to case, so that "© 2012 Rice University." holds "Rice
 * University"; NULL: none. (transfer full) */
char *cog_letters_dup_folded (const char *text);

/* Of a script that sets no space between words (UAX #14, class SA, and the ideographs and kana): a
 * word may begin at any letter of it. */
gboolean cog_letter_is_unspaced (gunichar letter);

G_END_DECLS
