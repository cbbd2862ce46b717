/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One side of a sheet: the pages on it, from 0; -1: an empty one. */
typedef struct
{
  gint left, right;
} CogPdfSide;

/* In which order pages stand on sheets that are printed on both sides, laid into one another and
 * folded. Few pages make one such booklet, many several that are put one behind the other, as a
 * bookbinder does. Front and back of each sheet by turns. (transfer full) (element-type CogPdfSide)
 */
GArray *cog_pdf_booklet_order (guint n_pages, gboolean is_bound_right);

G_END_DECLS
