/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text: characters (code points), start < end. */
typedef struct
{
  guint start, end;
} CogWordSpan;

/* What of two texts only one says, in whole words as ICU finds them (also where no spaces are
 * written). removed, added: (out) (transfer full) (element-type CogWordSpan): of before and of
 * after, in order; what stands side by side is one span. Very long texts that have little in common
 * are compared by how they begin and end only. */
void cog_word_diff (const char *before, const char *after, GArray **removed, GArray **added);

G_END_DECLS
