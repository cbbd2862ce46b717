/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Engines name languages by ISO 639-1 or 639-3, with a variety behind it: "es", "spa", "spa_US",
 * "zh-Hant", "pb". How well such a name fits a BCP 47 tag: 0 not at all, 1 the language but another
 * variety of it, 2 the language, 3 its region or script too. */
guint cog_engine_language_match (const char *code, const char *tag);

/* The name as a BCP 47 tag, for people: "spa_US" → "es-US". (transfer full) */
char *cog_engine_language_dup_tag (const char *code);

G_END_DECLS
