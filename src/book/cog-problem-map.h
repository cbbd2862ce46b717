/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

G_BEGIN_DECLS

/* How closely two units belong together, from not at all. */
typedef enum
{
  COG_TOGETHER_NOT,
  COG_TOGETHER_SECTION, /* running text of one section */
  COG_TOGETHER_PASSAGE, /* … under one heading */
  COG_TOGETHER_PROBLEM, /* an exercise with its solution, a worked example; and the figures and
                           tables that it refers to */
} CogTogether;

/* What a unit is in that. */
typedef enum
{
  COG_PART_TEXT,
  COG_PART_EXERCISE,
  COG_PART_SOLUTION,
  COG_PART_EXAMPLE,
  COG_PART_TABLE,
  COG_PART_CAPTION,
  COG_PART_DESCRIPTION, /* of a picture */
  COG_PART_DRAWING,
} CogProblemPart;

/**
 * CogProblemMap:
 *
 * Which units of a book tell of the same thing: what a number is in an exercise, it is in its
 * solution, in its table and in its figure. Filled section by section; what stands in another
 * section and is linked (answers at the end of a book) is found once that one was added, too.
 */
typedef struct _CogProblemMap CogProblemMap;

CogProblemMap *cog_problem_map_new (void);
void cog_problem_map_free (CogProblemMap *self);

/* skeleton: of a section, in normal form (nullable); one that cannot be read leaves all as running
 * text. units: (element-type CogUnit): of the section, in its order */
void cog_problem_map_add (CogProblemMap *self, const char *skeleton, GPtrArray *units);

/* Of units that were added; of others: NOT. */
CogTogether cog_problem_map_compare (CogProblemMap *self, const char *unit, const char *other);
CogProblemPart cog_problem_map_get_part (CogProblemMap *self, const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogProblemMap, cog_problem_map_free)

G_END_DECLS
