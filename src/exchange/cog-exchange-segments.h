/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-unit.h"

G_BEGIN_DECLS

/* A sentence of a unit with its translation, or the space between two. In characters. */
typedef struct
{
  guint source_from, source_to;
  guint target_from, target_to; /* the same where there is no target */
  gboolean is_space;
} CogExchangeSegment;

/* The whole of source and target, in order. Sentences stand beside each other where both texts have
 * as many of them; else the unit is one. A space is apart only where no code begins or ends in it.
 * (transfer full) (element-type CogExchangeSegment) */
GArray *cog_exchange_segments_list (const CogExchangeUnit *unit,
                                    const char *source_language,
                                    const char *target_language);

G_END_DECLS
