/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Licences whose own name or id is read as another's, piece by piece: the "Attribution" of the Open
 * Data Commons is not that of Creative Commons, and "CC SA 2.0 JP" had no attribution at all. They
 * are known as a whole: id, official name, and the spellings of licences.json. */

/* The licence that a text names so, the longest name first; rest: the text without that name, in
 * small letters. (transfer none) (nullable): a catalogue id */
const char *cog_licence_official_find (const char *text, char **rest);

G_END_DECLS
