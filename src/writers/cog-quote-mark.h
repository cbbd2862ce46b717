/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The mark that a language puts before, or after, words that a q element holds. language:
 * (nullable). (transfer none) */
const char *cog_quote_get_mark (const char *language, gboolean is_open);

G_END_DECLS
