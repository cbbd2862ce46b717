/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-provider.h"

#include "cog-check-job.h"
#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>

/* So many small things of a passage are shown as cards; the list of the book has all. */
#define MAX_SMALL 3

struct _CogCheckProvider
{
  GObject parent_instance;
  CogQualityIndex *quality; /* (nullable): of the project that was asked about last */
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

/* ── Small things ────────────────────────────────────────────────────────────────────────────── */

/* What is lost has a card of its own. */
static gboolean
is_shown (const CogQualityItem *item)
{
  return item->answer == NULL && !g_str_equal (item->finding->kind->id, "code-missing") &&
         !g_str_equal (item->finding->kind->id, "code-link-missing");
}

static CogSuggestion *
new_small (const CogQualityItem *item)
{
  const CogCheckFinding *finding = item->finding;
  g_autofree char *sentence = cog_quality_item_dup_sentence (item);
  g_autofree char *target = cog_quality_item_dup_fixed (item, 0);
  CogSuggestion *suggestion = cog_suggestion_new (finding->kind->id, sentence);
  CogSuggestionAction *button;

  suggestion->title = g_strdup (_ (cog_check_find (finding->check)->name));
  if (target != NULL)
    {
      button = cog_suggestion_add_action (suggestion, _ ("Fix"));
      button->target = g_steal_pointer (&target);
      button->step = g_strdup (_ ("Fixed what a check found"));
      button->is_primary = TRUE;
    }
  /* Translators: opens the list of what the checks find, where it can be ignored. */
  button = cog_suggestion_add_action (suggestion, _ ("Show All…"));
  button->action = g_strdup ("win.check-text");
  return suggestion;
}

static void
add_small (CogQualityIndex *index, const CogUnit *unit, GPtrArray *list)
{
  g_autoptr (GPtrArray) items = cog_quality_index_dup_unit (index, unit->id, NULL);
  guint n = 0;

  for (guint i = 0; items != NULL && i < items->len && n < MAX_SMALL; i++)
    {
      const CogQualityItem *item = g_ptr_array_index (items, i);

      if (!is_shown (item))
        continue;
      g_ptr_array_add (list, new_small (item));
      n++;
    }
}

/* ── A unit ──────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  CogProject *project;
  CogQualityIndex *quality;
  CogUnit *unit;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  g_object_unref (job->quality);
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
  add_small (job->quality, unit, list);
  g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
}

static void
query_async (CogSuggestionProvider *provider,
             CogProject *project,
             const CogUnit *unit,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  CogCheckProvider *self = COG_CHECK_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  if (self->quality != NULL && cog_quality_index_get_project (self->quality) != project)
    g_clear_object (&self->quality);
  if (self->quality == NULL)
    self->quality = cog_quality_index_dup_shared (project);
  job->quality = g_object_ref (self->quality);
  job->project = g_object_ref (project);
  job->unit = cog_unit_copy (unit);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, query_in_thread);
}

static void
cog_check_provider_iface_init (CogSuggestionProviderInterface *iface)
{
  iface->query_async = query_async;
}

static void
cog_check_provider_dispose (GObject *object)
{
  CogCheckProvider *self = COG_CHECK_PROVIDER (object);

  g_clear_object (&self->quality);
  G_OBJECT_CLASS (cog_check_provider_parent_class)->dispose (object);
}

static void
cog_check_provider_class_init (CogCheckProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_check_provider_dispose;
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
