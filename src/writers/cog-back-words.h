/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the matter at a book's end is called, in the book's language, not the interface's:
 * "answers", "answer", "index". English stands in for other languages. (transfer none) */
const char *cog_back_get_word (const char *language, const char *key);

G_END_DECLS
