/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cog_message_format:
 * @language: BCP 47: whose plural forms and digits; one that is none counts as English
 * @message: in ICU's message format. Argument 0 is the number, and must occur with a type ("{0,
 *   plural, …}", "{0, number}"); 1, 2 and 3 are words
 * @number: argument 0
 * @words: (nullable) (array zero-terminated=1): at most three, already in the language
 *
 * A sentence with a number in it: "{0, plural, one{# page} other{# pages}} in {1}". ICU knows which
 * form each language takes for which number (CLDR's plural rules: six in Arabic), so that no
 * sentence is glued from pieces.
 *
 * Returns: (transfer full) (nullable): NULL where the message is no message
 */
char *cog_message_format (const char *language,
                          const char *message,
                          gint64 number,
                          const char *const *words);

G_END_DECLS
