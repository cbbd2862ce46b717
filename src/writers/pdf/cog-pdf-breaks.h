/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place where a line may end. Widths are points, from the beginning of the text; what the text
 * could be made wider or narrower by up to there stands beside them. */
typedef struct
{
  guint position;                               /* byte at which the next line would begin */
  double width, stretch, shrink;                /* where the line ends, without its last spaces */
  double next_width, next_stretch, next_shrink; /* where the next line begins */
  double hyphen;  /* width of the hyphen that is set when it is taken */
  double penalty; /* of a place that is not so good; 0 between words */
} CogPdfBreak;

typedef struct
{
  double width;
  double rag;       /* by which lines may well be of different length; 0: they are to be filled */
  double tolerance; /* how many times its stretch a line may be widened by */
} CogPdfMeasure;

/* The breaks that give the best paragraph as a whole (Knuth and Plass, Breaking Paragraphs into
 * Lines, 1981): evenly spaced lines, few hyphens, none in two lines running, no line that is loose
 * beside a tight one. The last break is the end of the text, and the last to be chosen.
 *
 * Returns: indices, in order; NULL where no choice keeps to the tolerance. Where that is infinite
 * there always is one, with lines too long where nothing else can be. (transfer full)
 * (element-type guint) (nullable) */
GArray *cog_pdf_breaks_choose (const CogPdfBreak *breaks, guint n, const CogPdfMeasure *measure);

/* By how much the glue of a line is to be widened, as a share of its stretch; below 0: narrowed, as
 * a share of its shrink, never by more than all of it. first: the break before the line; NULL:
 * none. */
double cog_pdf_breaks_get_ratio (const CogPdfBreak *first,
                                 const CogPdfBreak *last,
                                 double width,
                                 double rag);

G_END_DECLS
