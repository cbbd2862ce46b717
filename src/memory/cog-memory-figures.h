/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* A known translation made one of a segment that differs in its numbers alone (amounts, years, days
 * and hours of a date): each number that is another is replaced where the translation has it, as
 * its language writes numbers.
 *
 * NULL: the segments differ in more, or in nothing; or it is not certain which number of the
 * translation is which. from, to: BCP 47. (transfer full) (nullable) */
CogText *cog_memory_adjust_figures (const char *segment,
                                    const char *known,
                                    const CogText *target,
                                    const char *from,
                                    const char *to);

G_END_DECLS
