/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-search-private.h"

/* What was decided in running text, and not calculated, is chosen for its passage. */
static gboolean
must_agree (const CogLensSaying *one, const CogLensSaying *other, CogTogether together)
{
  gboolean both_changed = one->kind == COG_SAYING_CHANGED && other->kind == COG_SAYING_CHANGED;

  switch (together)
    {
    case COG_TOGETHER_PROBLEM:
      return TRUE;
    case COG_TOGETHER_PASSAGE:
      return both_changed;
    case COG_TOGETHER_SECTION:
      return both_changed && one->is_calculated && other->is_calculated;
    case COG_TOGETHER_NOT:
    default:
      return FALSE;
    }
}

static gboolean
is_decided (const CogLensSaying *saying)
{
  return saying->kind == COG_SAYING_CHANGED || saying->kind == COG_SAYING_STAYS;
}

static CogTogether
compare_places (CogConflictSearch *self, const CogLensSaying *one, const CogLensSaying *other)
{
  return cog_problem_map_compare (self->map, one->placed->finding->unit,
                                  other->placed->finding->unit);
}

/* How many of those that must agree with one do. */
static guint
count_agreeing (CogConflictSearch *self, GPtrArray *sayings, const CogLensSaying *one)
{
  guint n = 0;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      const char *here;

      n += other == one ||
           (is_decided (other) && must_agree (one, other, compare_places (self, one, other)) &&
            cog_lens_saying_agrees (one, other, self->context.language, &here));
    }
  return n;
}

/* The most of what it must agree with, and does not. */
static void
find_difference (CogConflictSearch *self, GPtrArray *sayings, const CogLensSaying *one)
{
  const CogLensSaying *found = NULL;
  const char *words = NULL;
  guint most = 0;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      const char *here = NULL;
      guint n;

      if (other == one || !is_decided (other) || other->words == NULL ||
          !must_agree (one, other, compare_places (self, one, other)) ||
          cog_lens_saying_agrees (one, other, self->context.language, &here))
        continue;
      n = count_agreeing (self, sayings, other);
      if (n > most)
        {
          most = n;
          found = other;
          words = here;
        }
    }
  if (found != NULL && most >= count_agreeing (self, sayings, one))
    cog_conflict_search_add (self, COG_LENS_CONFLICT_DIFFERS, one->placed, words, found->words,
                             found->placed);
}

/* The nearest in meaning of what was changed. */
static void
find_changed (CogConflictSearch *self, GPtrArray *sayings, const CogLensSaying *one)
{
  const CogLensSaying *found = NULL;
  CogTogether nearest = one->is_sure ? COG_TOGETHER_NOT : COG_TOGETHER_PASSAGE;

  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *other = g_ptr_array_index (sayings, i);
      CogTogether together;
      const char *here;

      if (other->kind != COG_SAYING_CHANGED || other->words == NULL)
        continue;
      together = compare_places (self, one, other);
      if (together <= nearest ||
          (one->is_by_hand && cog_lens_saying_agrees (one, other, self->context.language, &here)))
        continue;
      nearest = together;
      found = other;
    }
  if (found != NULL)
    cog_conflict_search_add (self, COG_LENS_CONFLICT_HALF_DONE, one->placed, NULL, found->words,
                             found->placed);
}

void
cog_conflict_search_compare_amounts (CogConflictSearch *self, const CogLensCluster *cluster)
{
  g_autoptr (GPtrArray) sayings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_saying_free);

  for (guint i = 0; i < cluster->members->len; i++)
    g_ptr_array_add (sayings,
                     cog_lens_saying_new (&self->context, g_ptr_array_index (cluster->members, i)));
  for (guint i = 0; i < sayings->len; i++)
    {
      const CogLensSaying *one = g_ptr_array_index (sayings, i);

      if (one->kind == COG_SAYING_OPEN)
        find_changed (self, sayings, one);
      else if (is_decided (one))
        find_difference (self, sayings, one);
    }
}
