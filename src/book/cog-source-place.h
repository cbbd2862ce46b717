/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogSourcePlace:
 *
 * Where on the pages of its source a unit was printed. In points (1/72 inch) from the top left
 * corner of the page as it is shown (its crop box, turned as /Rotate says). What runs over several
 * pages has the place where it begins.
 */
typedef struct
{
  guint page; /* from 1; never 0 */
  double x, y, width, height;
} CogSourcePlace;

G_END_DECLS
