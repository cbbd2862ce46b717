/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-table.h"

#include <string.h>

extern const CogLens cog_lens_everyday;
extern const CogLens cog_lens_inclusive;
extern const CogLens cog_lens_institutions;
extern const CogLens cog_lens_law_and_school;
extern const CogLens cog_lens_links;
extern const CogLens cog_lens_measures;
extern const CogLens cog_lens_money;
extern const CogLens cog_lens_numbers;
extern const CogLens cog_lens_people;
extern const CogLens cog_lens_pictures;
extern const CogLens cog_lens_places;
extern const CogLens cog_lens_words;

/* clang-format off */
static const CogLens *const lenses[] = {
  &cog_lens_measures,
  &cog_lens_money,
  &cog_lens_numbers,
  &cog_lens_places,
  &cog_lens_people,
  &cog_lens_institutions,
  &cog_lens_everyday,
  &cog_lens_law_and_school,
  &cog_lens_words,
  &cog_lens_inclusive,
  &cog_lens_pictures,
  &cog_lens_links,
};
/* clang-format on */

const CogLens *const *
cog_lens_list (guint *n_lenses)
{
  g_return_val_if_fail (n_lenses != NULL, NULL);

  *n_lenses = G_N_ELEMENTS (lenses);
  return lenses;
}

const CogLens *
cog_lens_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    if (g_strcmp0 (lenses[i]->id, id) == 0)
      return lenses[i];
  return NULL;
}

/* The surest first, then the longest. */
static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const CogLensFinding *first = *(const CogLensFinding *const *)a;
  const CogLensFinding *second = *(const CogLensFinding *const *)b;

  if (first->confidence != second->confidence)
    return (int)second->confidence - (int)first->confidence;
  return (int)(second->end - second->start) - (int)(first->end - first->start);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CogLensFinding *first = *(const CogLensFinding *const *)a;
  const CogLensFinding *second = *(const CogLensFinding *const *)b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (int)first->end - (int)second->end;
}

/* In an equation all findings have the equation's one character: there the words tell them apart.
 */
static gboolean
overlap (const CogLensFinding *a, const CogLensFinding *b)
{
  if (a->end <= b->start || b->end <= a->start)
    return FALSE;
  if (a->start == b->start && a->end == b->end && a->end == a->start + 1)
    return strcmp (a->text, b->text) == 0 && a->nth == b->nth;
  return TRUE;
}

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_finding_free);
}

static GPtrArray *
choose (GPtrArray *findings)
{
  GPtrArray *chosen = new_findings ();

  g_ptr_array_sort (findings, compare_worth);
  for (guint i = 0; i < findings->len; i++)
    {
      gboolean is_free = TRUE;

      for (guint k = 0; k < chosen->len && is_free; k++)
        is_free = !overlap (g_ptr_array_index (findings, i), g_ptr_array_index (chosen, k));
      if (is_free)
        g_ptr_array_add (chosen, cog_lens_finding_copy (g_ptr_array_index (findings, i)));
    }
  g_ptr_array_sort (chosen, compare_places);
  return chosen;
}

static gboolean
is_wanted (const CogLens *lens, const char *const *ids)
{
  return ids == NULL || g_strv_contains (ids, lens->id);
}

GPtrArray *
cog_lens_scan (const CogLensContext *context, const CogLensText *text, const char *const *ids)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  g_return_val_if_fail (context != NULL && text != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    if (lenses[i]->scan != NULL && is_wanted (lenses[i], ids))
      lenses[i]->scan (lenses[i], context, text, findings);
  return findings->len > 1 ? choose (findings) : g_steal_pointer (&findings);
}

GPtrArray *
cog_lens_scan_section (const CogLensContext *context, GPtrArray *texts, const char *const *ids)
{
  GPtrArray *findings = new_findings ();

  g_return_val_if_fail (context != NULL && texts != NULL, findings);

  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    if (lenses[i]->scan_section != NULL && is_wanted (lenses[i], ids))
      lenses[i]->scan_section (lenses[i], context, texts, findings);
  return findings;
}
