/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-job.h"

#include "cog-align-plan.h"

gboolean
cog_align_job_run (CogMemory *memory,
                   const char *source,
                   const char *target,
                   const CogAlignmentOptions *options,
                   CogReport *report,
                   CogAlignmentCounts *counts,
                   const CogProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  CogProgress first = cog_progress_part (progress, 0, 0.9);
  CogProgress rest = cog_progress_part (progress, 0.9, 1);
  const CogAlignEdition original = { source, NULL };
  const CogAlignEdition translation = { target, NULL };
  g_autoptr (CogAlignPlan) plan = NULL;

  g_return_val_if_fail (memory != NULL && source != NULL && target != NULL, FALSE);

  plan = cog_align_plan_new (&original, &translation, options, report, &first, cancellable, error);
  if (plan == NULL || !cog_align_plan_store (plan, memory, &rest, cancellable, error))
    return FALSE;
  *counts = *cog_align_plan_get_counts (plan);
  return TRUE;
}
