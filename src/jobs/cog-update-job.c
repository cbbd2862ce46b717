/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-update-job.h"

#include "cog-update-plan.h"

gboolean
cog_update_job_run (CogProject *project,
                    const char *source,
                    const char *path,
                    const CogReadingOptions *reading,
                    CogReport *report,
                    CogSourceUpdate *result,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CogUpdatePlan) plan =
      cog_update_plan_new (project, source, path, reading, progress, cancellable, error);

  if (plan == NULL)
    return FALSE;
  if (report != NULL)
    cog_report_join (report, cog_update_plan_get_report (plan));
  return cog_update_plan_apply (plan, project, result, error);
}
