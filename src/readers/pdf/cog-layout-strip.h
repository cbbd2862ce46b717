/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* What is free in a line: between two words, before the first, and behind the last. */
typedef struct
{
  double x1, x2;
  gboolean is_outer;
} CogLayoutGap;

/* White from top to bottom between two columns of a table, and what stands at it. */
typedef struct
{
  double x1, x2; /* free in all lines */
  guint n_both;  /* lines with words on both sides */
  guint n_wide;  /* of them, whose gap is wider than their spaces */
  guint n_alone; /* lines that begin behind it, with nothing before it */
  guint n_items; /* lines with nothing but a label before it */
  double least_start, most_start, least_end, most_end; /* of the cells behind and before it */
} CogLayoutStrip;

/* The gaps of a line from left to right. (transfer full) (element-type CogLayoutGap) */
GArray *cog_layout_gaps_new (const CogLayoutLine *line);

/* Whether a gap is wider than a space of its line. The gaps of a line that is justified in a narrow
 * column are wide too, but all alike. size: of the line's letters */
gboolean cog_layout_gap_is_wide (const GArray *gaps, guint i, double size);

CogLayoutStrip cog_layout_strip_make (double x1, double x2);

/* Makes a strip as narrow as a line leaves it, whose gaps are given. Returns FALSE where it ends
 * there: a word stands in it, or what stands beside it is not below the cells above. */
gboolean
cog_layout_strip_narrow (CogLayoutStrip *strip, const CogLayoutLine *line, const GArray *gaps);

/* Whether what was seen at a strip is seen at no text by chance. */
gboolean cog_layout_strip_is_sure (const CogLayoutStrip *strip, double size);
/* Whether a strip beside one that is sure is one too. least: lines that show it */
gboolean cog_layout_strip_is_likely (const CogLayoutStrip *strip, guint least, double size);
/* Which of two strips is rather a space in a cell of lines like this one. */
gboolean cog_layout_strip_is_weaker (const CogLayoutStrip *one,
                                     const CogLayoutStrip *two,
                                     const CogLayoutLine *line);

G_END_DECLS
