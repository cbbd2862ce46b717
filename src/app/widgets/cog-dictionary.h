/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-spelling.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The dictionaries of this program, one for each language, loaded in a thread when first asked for.
 * Main thread only. */

/* spelling: NULL: none is installed for the language. */
typedef void (*CogDictionaryFunc) (CogSpelling *spelling, gpointer user_data);
/* The function is called once, now or later, unless cancelled. */
void cog_dictionary_get (const char *language,
                         GCancellable *cancellable,
                         CogDictionaryFunc func,
                         gpointer user_data);

/* list: (element-type utf8), best first. */
typedef void (*CogSuggestionFunc) (GPtrArray *list, gpointer user_data);
/* Asks in a thread, since it takes long with some dictionaries. */
void cog_dictionary_suggest (CogSpelling *spelling,
                             const char *word,
                             GCancellable *cancellable,
                             CogSuggestionFunc func,
                             gpointer user_data);

G_END_DECLS
