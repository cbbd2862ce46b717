/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* What parts two columns, in the direction in which they follow each other: what runs from right to
 * left is measured from the right, as x below zero. */
typedef struct
{
  double end;   /* of the text before it */
  double start; /* of the text behind it; labels may hang out of it. NAN: there is no gutter */
} CogLayoutGutter;

/* The widest gutter that parts the text of a page. segments: (element-type CogLayoutLine) */
CogLayoutGutter cog_layout_gutter_find (GPtrArray *segments, gboolean is_rtl);

/* Where a line stands: -1 before, 1 behind, 0 across. */
int cog_layout_gutter_get_side (const CogLayoutGutter *gutter,
                                const CogLayoutLine *line,
                                gboolean is_rtl);

/* Segments that are a line of one column and one of the next, too near to each other, become two.
 */
void cog_layout_gutter_part (const CogLayoutGutter *gutter,
                             const CogPdfFile *file,
                             GPtrArray *segments,
                             gboolean is_rtl);

G_END_DECLS
