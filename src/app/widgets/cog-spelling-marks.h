/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rich-view.h"

G_BEGIN_DECLS

/**
 * CogSpellingMarks:
 *
 * Underlines what a dictionary does not know in a CogRichView, and puts suggestions into its
 * context menu. Reads the text after a rest, asks the dictionary in short slices when nothing else
 * is to be done, and leaves the word alone that is being typed. The dictionary is loaded in a
 * thread, once for each language. Without one it is quiet, and the menu says so.
 */
#define COG_TYPE_SPELLING_MARKS (cog_spelling_marks_get_type ())
G_DECLARE_FINAL_TYPE (CogSpellingMarks, cog_spelling_marks, COG, SPELLING_MARKS, GObject)

/* The view outlives it. language: BCP 47. */
CogSpellingMarks *cog_spelling_marks_new (CogRichView *view, const char *language);

G_END_DECLS
