/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of a running text by its commonest small words: a tag without region ("pt"), or NULL
 * where no language stands out or the text is short (under 40 words). Bounded: reads the first
 * 40,000 bytes. (transfer none) (nullable) */
const char *cog_text_guess_language (const char *text);

/* How much of a text is the commonest small words of a language: a share of its words, to be
 * compared with that of another language for the same text; -1 where the language is none of those
 * that can be told. */
double cog_text_measure_language (const char *text, const char *tag);
/* What people write where a tag is asked for: "en_US", "English", "español". NULL where it is no
 * language. (transfer full) (nullable) */
char *cog_language_read (const char *words);

G_END_DECLS
