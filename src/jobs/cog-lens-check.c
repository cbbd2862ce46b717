/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-check.h"

#include "cog-lens-conflict.h"
#include "cog-lens-index.h"
#include "cog-picture-questions.h"
#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>

/* By CogLensConflictKind. */
static const CogFindingKind conflict_kinds[] = {
  { "lens-half-done", COG_SEVERITY_WARNING, FALSE,
    /* Translators: %1 are words of the text, %2 what became of them elsewhere, and where: "120 km/h
     * (answer)". */
    N_ ("%1 is still open here, but was changed elsewhere: %2.") },
  { "lens-half-problem", COG_SEVERITY_WARNING, FALSE,
    /* Translators: %1 is an amount, %2 another of the same problem, what became of it, and where:
     * "$0.11 → 18 ₸ (exercise)". */
    N_ ("%1 is still open here, but another amount of the same problem was changed: %2.") },
  { "lens-differs", COG_SEVERITY_WARNING, FALSE,
    /* Translators: %1 is what was done with words of the text: "75 mph → 121 km/h", or the words
     * that were kept; %2 what became of the same elsewhere, and where: "120 km/h (answer)". */
    N_ ("Not the same throughout: %1 here, but %2.") },
  { "lens-off-agreement", COG_SEVERITY_WARNING, FALSE,
    /* Translators: %1 is what was done with a name: "Ogden → Olek", %2 the name that was agreed
     * on. */
    N_ ("%1 here, but for the whole book %2 was agreed on.") },
  { "lens-off-rate", COG_SEVERITY_WARNING, FALSE,
    /* Translators: %1 is what an amount became: "$10 → 4 500 ₸", %2 what it would be. */
    N_ ("%1 here, but by the rate that was agreed on it is %2.") },
};
static const CogFindingKind not_done = {
  "lens-not-done", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 are words of the source, %2 what should stand for them. */
  N_ ("“%1” should be “%2”, and the text does not say so.")
};

static const char *
find_words (const CogPlacedFinding *placed, GPtrArray *agreements)
{
  if (placed->answer != NULL)
    return placed->answer->words != NULL && placed->answer->words[0] != '\0' ? placed->answer->words
                                                                             : NULL;
  for (guint i = 0; i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);

      if (g_strcmp0 (agreement->original, placed->finding->text) == 0)
        return agreement->words;
    }
  return NULL;
}

static void
check_lacking (GPtrArray *findings, GPtrArray *agreements, CogReport *report)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      const char *words = placed->is_lacking ? find_words (placed, agreements) : NULL;

      if (words != NULL)
        cog_report_add (report, &not_done, placed->finding->unit, placed->finding->text, words);
    }
}

static gboolean
check_conflicts (CogLensIndex *index, CogReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) conflicts = cog_lens_index_dup_conflicts (index, cancellable, error);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *here = cog_lens_conflict_dup_here (conflict);
      g_autofree char *there = cog_lens_conflict_dup_there (conflict);

      cog_report_add (report, &conflict_kinds[conflict->kind], conflict->placed->finding->unit,
                      here, there);
    }
  return conflicts != NULL;
}

/* What was ignored of the checks is stored beside, and is none of the lenses'. */
static gboolean
has_answers (GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    if (!g_str_has_prefix (((CogLensAnswer *)g_ptr_array_index (answers, i))->lens,
                           COG_QUALITY_LENS))
      return TRUE;
  return FALSE;
}

gboolean
cog_lens_check (CogProject *project, CogReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) agreements = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (CogLensIndex) index = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && report != NULL, FALSE);

  answers = cog_project_list_answers (project, NULL, error);
  agreements = answers != NULL ? cog_project_list_agreements (project, error) : NULL;
  if (agreements == NULL)
    return FALSE;
  index = cog_lens_index_new (project);
  if (!cog_picture_questions_check (index, report, cancellable, error))
    return FALSE;
  if (!has_answers (answers) && agreements->len == 0)
    return TRUE;
  findings = cog_lens_index_dup_findings (index, NULL, cancellable, error);
  if (findings == NULL)
    return FALSE;
  check_lacking (findings, agreements, report);
  return check_conflicts (index, report, cancellable, error);
}
