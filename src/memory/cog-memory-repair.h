/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory-entry.h"
#include "cog-text.h"

G_BEGIN_DECLS

/* What became of the codes of a segment in a translation that was known. */
typedef struct
{
  guint n_placed;  /* pieces for which it had none, put where they stand in the segment */
  guint n_missing; /* spans for which it had none, and no words tell where */
  guint n_dropped; /* codes of the translation that the segment has nothing for */
} CogMemoryRepair;

/* The translation of a match with the segment's own codes in it: each code of the known segment is
 * one of the new segment's, by markup, else by element, else by kind, in their order; so is each
 * code of the translation one of the known segment's. All pieces of the segment are in it, each
 * once. told: (out) (nullable). (transfer full) */
CogText *
cog_memory_repair (const CogText *segment, const CogMemoryMatch *match, CogMemoryRepair *told);

G_END_DECLS
