/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogEditPattern:
 *
 * One text prepared to be compared with many: how many characters (code points) must be inserted,
 * removed or replaced to make it another. Bit-parallel, 64 rows a step: G. Myers, "A fast
 * bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46
 * (1999), in the block form of H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances" (2003). To be used in one thread at a time.
 */
typedef struct _CogEditPattern CogEditPattern;

CogEditPattern *cog_edit_pattern_new (const char *text);
void cog_edit_pattern_free (CogEditPattern *self);

/* Characters of the pattern; and what one character of a text costs, in steps. */
gsize cog_edit_pattern_get_length (const CogEditPattern *self);
gsize cog_edit_pattern_get_cost (const CogEditPattern *self);

/* The distance to a text of valid UTF-8; G_MAXUINT where it is more than limit. */
guint cog_edit_pattern_measure (CogEditPattern *self, const char *text, gsize n_bytes, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEditPattern, cog_edit_pattern_free)

G_END_DECLS
