/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* The same words of the source become the same: what was decided about them first, or else is
 * proposed first, is proposed first in all their places where it is one of the ways. "10 pounds"
 * reads as an example in one passage and as a measurement in the next; whoever decides about both
 * at once means one thing. placed: (element-type CogPlacedFinding), in the book's order; those that
 * change are replaced in it. */
void cog_lens_agree (GPtrArray *placed);

G_END_DECLS
