/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* Other words in the place of some tokens of one equation. */
typedef struct
{
  guint first, last; /* tokens */
  char *words;       /* "": they are taken out */
} CogLensChange;

/* A list of changes that owns their words. (transfer full) (element-type CogLensChange) */
GArray *cog_lens_changes_new (void);
/* words: (transfer full) */
void cog_lens_changes_add (GArray *changes, guint first, guint last, char *words);
/* The equation with all changes, which go by place and do not overlap. All else stays: exponents,
 * strokes of fractions, signs. NULL: they are not in one equation. (transfer full) (nullable) */
char *cog_lens_text_dup_changed (const CogLensText *text, GArray *changes);
/* How many elements of the equation the tokens stand in. */
guint cog_lens_text_count_elements (const CogLensText *text, guint first, guint last);

G_END_DECLS
