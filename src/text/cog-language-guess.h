/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of a running text by its commonest small words: a tag without region ("pt"), or NULL
 * where no language stands out or the text is short (under 40 words). Bounded: reads the first
 * 40,000 bytes. (transfer none) (nullable) */
const char *cog_text_guess_language (const char *text);

G_END_DECLS
