/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogNameWords:
 *
 * A line taken apart, to find out whether it names an organisation, or only speaks of it: "© World
 * Health Organization 2020" and "Geneva: World Health Organization" do the one, "A review of World
 * Health Organization guidelines" the other. What stands before and behind a name decides: nothing,
 * a mark, a year, a word such as "and". Immutable; for any thread.
 */
typedef struct _CogNameWords CogNameWords;

/* Of a name: "…" at its end says that words may follow ("UNESCO Office…" in Amman). */
CogNameWords *cog_name_words_new (const char *text);
/* Of a file's name: "logoUNESCO_2x.png" has the words logo, UNESCO, 2, x, png. */
CogNameWords *cog_name_words_new_for_file (const char *name);
void cog_name_words_free (CogNameWords *words);

guint cog_name_words_count (const CogNameWords *self); /* without marks */

/* Where a name stands in a line, from that place on: capitals as in the name where it is short and
 * in capitals ("WHO" is not "who"). FALSE: nowhere. to: the first place behind it. */
gboolean cog_name_words_find (
    const CogNameWords *self, const CogNameWords *name, guint from, guint *start, guint *to);
/* Whether one of the words begins like that, in small letters. */
gboolean cog_name_words_has_prefix (const CogNameWords *self, const char *prefix);
/* Whether the line names what stands there, as above. */
gboolean
cog_name_words_is_named (const CogNameWords *self, const CogNameWords *name, guint start, guint to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogNameWords, cog_name_words_free)

G_END_DECLS
