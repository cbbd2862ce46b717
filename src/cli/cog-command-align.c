/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-align.h"

#include "cog-align-job.h"
#include "cog-tmx.h"

#include <glib/gi18n-lib.h>

/* SQLite's name of a database that is no file. */
#define NO_FILE ":memory:"

static void
print_counts (CogCommandContext *context, const CogAlignmentCounts *counts, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%u\n", counts->n_segments);
      cog_print_report (context, report);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_int (builder, "source_units", counts->n_units[0]);
  cog_json_int (builder, "target_units", counts->n_units[1]);
  cog_json_int (builder, "pairs", counts->n_pairs);
  json_builder_set_member_name (builder, "confidence");
  json_builder_add_double_value (builder, counts->confidence);
  cog_json_int (builder, "doubtful", counts->n_doubtful);
  cog_json_int (builder, "source_alone", counts->n_alone[0]);
  cog_json_int (builder, "target_alone", counts->n_alone[1]);
  cog_json_int (builder, "segments", counts->n_segments);
  cog_json_int (builder, "segments_doubtful", counts->n_segments_doubtful);
  cog_json_findings (builder, "dropped", report, TRUE);
  cog_json_findings (builder, "warnings", report, FALSE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

gboolean
cog_command_align (CogCommandContext *context,
                   char **editions,
                   const char *tmx,
                   gboolean ignores_ids,
                   GError **error)
{
  g_autofree char *path = tmx != NULL ? g_strdup (NO_FILE) : cog_memory_dup_path ();
  g_autoptr (CogMemory) memory = cog_memory_open (path, error);
  g_autoptr (CogReport) report = cog_report_new ();
  CogAlignmentOptions options = { ignores_ids };
  CogAlignmentCounts counts;
  gint64 n = 0;
  gboolean ok = memory != NULL &&
                cog_align_job_run (memory, editions[0], editions[1], &options, report, &counts,
                                   cog_command_get_progress (context), NULL, error);

  cog_command_end_progress (context);
  if (!ok || (tmx != NULL && !cog_tmx_export (memory, tmx, &n, error)))
    return FALSE;
  print_counts (context, &counts, report);
  return TRUE;
}
