/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-check.h"

#include "cog-lens-index.h"
#include "cog-picture-questions.h"
#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>

static const CogFindingKind half_done = {
  "lens-half-done", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 are words of the text: "75 mph". */
  N_ ("“%1” was changed in other places of the book, and is still open here.")
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

static void
check_clusters (GPtrArray *findings, CogReport *report)
{
  g_autoptr (GPtrArray) clusters = cog_lens_clusters_new (findings);

  for (guint i = 0; i < clusters->len; i++)
    {
      const CogLensCluster *cluster = g_ptr_array_index (clusters, i);

      for (guint k = 0; cog_lens_cluster_is_half_done (cluster) && k < cluster->members->len; k++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, k);

          if (placed->is_open)
            cog_report_add (report, &half_done, placed->finding->unit, placed->finding->text, NULL);
        }
    }
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
  check_clusters (findings, report);
  return TRUE;
}
