/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-provider.h"

#include "cog-check-job.h"

#include <glib/gi18n-lib.h>

struct _CogCheckProvider
{
  GObject parent_instance;
};

static void cog_check_provider_iface_init (CogSuggestionProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CogCheckProvider,
                               cog_check_provider,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COG_TYPE_SUGGESTION_PROVIDER,
                                                      cog_check_provider_iface_init))

static void
ask (CogSuggestion *suggestion, const char *label, const char *action, const char *argument)
{
  CogSuggestionAction *button = cog_suggestion_add_action (suggestion, label);

  button->action = g_strdup (action);
  button->argument = g_variant_ref_sink (g_variant_new_string (argument));
}

static void
offer_piece (CogSuggestion *suggestion, const CogUnit *unit, const char *label)
{
  g_autofree char *target = cog_check_dup_with_piece (unit, label);
  CogSuggestionAction *button;

  suggestion->after = g_strdup (label);
  if (target == NULL)
    return;
  /* Translators: puts what was lost, such as an equation, at the end of the text. */
  button = cog_suggestion_add_action (suggestion, _ ("Put Back"));
  button->target = g_steal_pointer (&target);
  button->step = g_strdup (_ ("Put back what was lost"));
  button->is_primary = TRUE;
}

/* What a finding is about, and what can be done at once. */
static CogSuggestion *
new_suggestion (const CogFinding *finding, const CogUnit *unit)
{
  g_autofree char *sentence = cog_finding_dup_sentence (finding);
  CogSuggestion *suggestion = cog_suggestion_new (finding->kind->id, sentence);
  gboolean is_lost;

  suggestion->must = finding->kind->severity == COG_SEVERITY_ERROR;
  is_lost = g_str_equal (suggestion->kind, "piece-lost");
  suggestion->title =
      g_strdup (is_lost || g_str_equal (suggestion->kind, "link-lost") ? _ ("Lost from the Source")
                                                                       : _ ("No Text"));
  if (is_lost && finding->arguments[0] != NULL)
    offer_piece (suggestion, unit, finding->arguments[0]);
  ask (suggestion, _ ("Write…"), "win.go-to", unit->id);
  return suggestion;
}

typedef struct
{
  CogProject *project;
  CogUnit *unit;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  cog_unit_free (job->unit);
  g_free (job);
}

static void
query_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  const CogUnit *unit = job->unit;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GPtrArray) units = NULL;
  GPtrArray *list, *findings;
  GError *error = NULL;

  units = cog_project_list_units (job->project, unit->section, &error);
  if (units == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  cog_check_unit_among (unit, units, report);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_suggestion_free);
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      /* A description that is missing has a card of its own. */
      if (!g_str_equal (finding->kind->id, "no-alternative-text"))
        g_ptr_array_add (list, new_suggestion (finding, unit));
    }
  g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
}

static void
query_async (CogSuggestionProvider *self,
             CogProject *project,
             const CogUnit *unit,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->project = g_object_ref (project);
  job->unit = cog_unit_copy (unit);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, query_in_thread);
}

static GPtrArray *
query_finish (CogSuggestionProvider *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cog_check_provider_iface_init (CogSuggestionProviderInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
}

static void
cog_check_provider_class_init (CogCheckProviderClass *klass)
{
}

static void
cog_check_provider_init (CogCheckProvider *self)
{
}

CogSuggestionProvider *
cog_check_provider_new (void)
{
  return g_object_new (COG_TYPE_CHECK_PROVIDER, NULL);
}
