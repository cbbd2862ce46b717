/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-align-item.h"
#include "cog-book.h"

G_BEGIN_DECLS

/* A book as a list of units, and each of them as the aligner sees it. */
typedef struct
{
  GPtrArray *units;   /* (element-type CogUnit) */
  GPtrArray *own_ids; /* (element-type utf8) "": none */
  GPtrArray *items;   /* (element-type CogAlignItem) */
  GArray *starts;     /* guint: of each section that has units, the first of them */
} CogAlignmentUnits;

/* ignores_ids: the items are given none. */
void cog_alignment_units_read (CogAlignmentUnits *self, const CogBook *book, gboolean ignores_ids);
void cog_alignment_units_clear (CogAlignmentUnits *self);

G_END_DECLS
