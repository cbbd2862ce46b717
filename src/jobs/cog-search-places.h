/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit-index.h"

G_BEGIN_DECLS

typedef enum
{
  COG_JUMP_SECTION,
  COG_JUMP_FIGURE,
  COG_JUMP_TABLE,
  COG_JUMP_WORDS, /* a unit that holds them */
} CogJumpKind;

/* Somewhere to go to. Immutable. */
typedef struct
{
  CogJumpKind kind;
  char *section;
  char *unit;  /* (nullable): the section's beginning */
  char *title; /* of the section, or the words */
  char *label; /* "2.1", "Figure 3"; of words the section's title (nullable) */
} CogJump;

void cog_jump_free (CogJump *jump);

/**
 * cog_search_places:
 *
 * Where a person who types this may want to go, the likeliest first: a section by its number in the
 * outline ("2.1") or words of its title in either language, a figure or table by its number or
 * caption ("figure 3", "table 2"), and, where fewer than limit are found so, units that hold the
 * words. Nothing typed: the sections. Any thread.
 *
 * Returns: (transfer full) (element-type CogJump)
 */
GPtrArray *cog_search_places (
    CogUnitIndex *index, const char *typed, guint limit, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogJump, cog_jump_free)

G_END_DECLS
