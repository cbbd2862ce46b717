/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-provider.h"

#include "cog-app-state.h"
#include "cog-engine-table.h"
#include "cog-engine-texts.h"
#include "cog-language.h"
#include "cog-server.h"

#include <glib/gi18n-lib.h>

struct _CogEngineProvider
{
  GObject parent_instance;
  char *asked_unit;   /* (nullable) */
  char *asked_engine; /* (nullable) */
};

static void cog_engine_provider_iface_init (CogSuggestionProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CogEngineProvider,
                               cog_engine_provider,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COG_TYPE_SUGGESTION_PROVIDER,
                                                      cog_engine_provider_iface_init))

/* --- for which books -------------------------------------------------------------------------- */

static char *
dup_question (CogProject *project)
{
  g_autofree char *sum =
      g_compute_checksum_for_string (G_CHECKSUM_MD5, cog_project_get_path (project), -1);

  return g_strconcat ("engines-", sum, NULL);
}

gboolean
cog_engine_provider_get_on (CogProject *project)
{
  g_autofree char *question = NULL;
  g_autofree char *answer = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), FALSE);

  question = dup_question (project);
  answer = cog_app_state_dup_choice (cog_app_state_get_default (), question);
  return g_strcmp0 (answer, "yes") == 0;
}

void
cog_engine_provider_set_on (CogProject *project, gboolean is_on)
{
  g_autofree char *question = NULL;

  g_return_if_fail (COG_IS_PROJECT (project));

  question = dup_question (project);
  cog_app_state_set_choice (cog_app_state_get_default (), question, is_on ? "yes" : NULL);
}

/* --- a query ---------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogUnit *unit;
  gboolean is_on;
  char *asked; /* the server whose button was pressed (nullable) */
  GPtrArray *found;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  cog_unit_free (job->unit);
  g_free (job->asked);
  g_free (job);
}

/* Names of engines that are gone, too: the project remembers who wrote what. */
static void
add_mark (Job *job)
{
  CogSuggestion *suggestion;
  CogSuggestionAction *button;

  suggestion = cog_suggestion_new (
      "machine-text", g_str_equal (job->unit->engine, "memory")
                          ? _ ("It was filled in from the translation memory. Read it against the "
                               "source: what you change or confirm counts as yours.")
                          : _ ("A machine wrote this. Read it against the source: what you change "
                               "or confirm counts as yours."));
  suggestion->title =
      g_strdup (g_str_equal (job->unit->engine, "memory") ? _ ("From the Memory")
                                                          : _ ("Machine Translation"));
  /* Translators: a button: a machine's translation is good as it is. */
  button = cog_suggestion_add_action (suggestion, _ ("Confirm"));
  button->action = g_strdup ("suggestions.confirm");
  button->argument = g_variant_ref_sink (g_variant_new_string (job->unit->id));
  button->is_primary = TRUE;
  g_ptr_array_add (job->found, suggestion);
}

static void
add_fault (Job *job, CogEngine *engine, const char *words)
{
  CogSuggestion *suggestion = cog_suggestion_new ("machine-fault", words);

  suggestion->title = g_strdup (cog_engine_get_name (engine));
  g_ptr_array_add (job->found, suggestion);
}

static void
add_proposal (Job *job, CogEngine *engine, const char *target)
{
  CogSuggestion *suggestion = cog_suggestion_new (
      "machine-proposal", _ ("Machine translation: check it before you rely on it."));
  CogSuggestionAction *button;

  suggestion->title = g_strdup (cog_engine_get_name (engine));
  suggestion->after = cog_inline_to_plain (target);
  /* Translators: a button: takes a proposed translation into the text. */
  button = cog_suggestion_add_action (suggestion, _ ("Use"));
  button->target = g_strdup (target);
  button->step = g_strdup (_ ("Took a machine translation"));
  button->engine = g_strdup (cog_engine_get_id (engine));
  g_ptr_array_add (job->found, suggestion);
}

/* A server is not asked before the person says so, and sees where it is. */
static void
add_offer (Job *job, CogEngine *engine)
{
  /* Translators: %s is the address of a server. */
  g_autofree char *why =
      g_strdup_printf (_ ("Sends this passage to %s."), cog_engine_get_address (engine));
  /* Translators: a button: %s is the name of a server: "Ask translate.example.org". */
  g_autofree char *label = g_strdup_printf (_ ("Ask %s"), cog_engine_get_name (engine));
  CogSuggestion *suggestion = cog_suggestion_new ("machine-offer", why);
  CogSuggestionAction *button = cog_suggestion_add_action (suggestion, label);

  suggestion->title = g_strdup (_ ("Machine Translation"));
  button->action = g_strdup ("suggestions.ask");
  button->argument = g_variant_ref_sink (g_variant_new_string (cog_engine_get_id (engine)));
  g_ptr_array_add (job->found, suggestion);
}

static void
translate (Job *job, CogEngine *engine, const char *from, const char *to, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) xhtml = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_asked = g_strcmp0 (job->asked, cog_engine_get_id (engine)) == 0;

  g_ptr_array_add (xhtml, job->unit->source);
  targets = cog_engine_translate_xhtml (engine, xhtml, from, to, NULL, NULL, cancellable, &error);
  if (targets != NULL && g_ptr_array_index (targets, 0) != NULL)
    add_proposal (job, engine, g_ptr_array_index (targets, 0));
  /* Nobody asked a program for a pair that it has not. */
  else if (is_asked)
    add_fault (job, engine,
               error != NULL ? error->message
                             : _ ("There is no machine translation of this passage."));
}

static gboolean
wants_translation (const CogUnit *unit)
{
  return unit->source != NULL && unit->target == NULL && unit->n_words > 0 &&
         unit->decision != COG_DECISION_OMITTED && unit->decision != COG_DECISION_KEPT &&
         unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING &&
         unit->kind != COG_UNIT_PREFORMATTED;
}

static void
propose (Job *job, GCancellable *cancellable)
{
  g_autofree char *from = cog_project_dup_source_language (job->project);
  g_autofree char *to = cog_project_dup_language (job->project);
  g_autofree char *path = cog_server_dup_path ();
  g_autoptr (GPtrArray) engines = cog_engine_table_list (path, NULL);

  if (engines == NULL || from == NULL || cog_language_equal (from, to))
    return;
  for (guint i = 0; i < engines->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CogEngine *engine = g_ptr_array_index (engines, i);
      gboolean is_far = cog_engine_get_address (engine) != NULL;

      if (!cog_engine_is_there (engine))
        continue;
      if (is_far ? g_strcmp0 (job->asked, cog_engine_get_id (engine)) == 0 : job->is_on)
        translate (job, engine, from, to, cancellable);
      else if (is_far)
        add_offer (job, engine);
    }
}

static void
query_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_suggestion_free);

  job->found = found;
  if (job->unit->engine != NULL)
    add_mark (job);
  else if (wants_translation (job->unit))
    propose (job, cancellable);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify)g_ptr_array_unref);
}

static void
query_async (CogSuggestionProvider *provider,
             CogProject *project,
             const CogUnit *unit,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  CogEngineProvider *self = COG_ENGINE_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->project = g_object_ref (project);
  job->unit = cog_unit_copy (unit);
  job->is_on = cog_engine_provider_get_on (project);
  if (g_strcmp0 (self->asked_unit, unit->id) == 0)
    job->asked = g_steal_pointer (&self->asked_engine);
  g_clear_pointer (&self->asked_unit, g_free);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, query_in_thread);
}

static void
cog_engine_provider_iface_init (CogSuggestionProviderInterface *iface)
{
  iface->query_async = query_async;
}

static void
cog_engine_provider_finalize (GObject *object)
{
  CogEngineProvider *self = COG_ENGINE_PROVIDER (object);

  g_free (self->asked_unit);
  g_free (self->asked_engine);
  G_OBJECT_CLASS (cog_engine_provider_parent_class)->finalize (object);
}

static void
cog_engine_provider_class_init (CogEngineProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_engine_provider_finalize;
}

static void
cog_engine_provider_init (CogEngineProvider *self)
{
}

CogSuggestionProvider *
cog_engine_provider_new (void)
{
  return g_object_new (COG_TYPE_ENGINE_PROVIDER, NULL);
}

void
cog_engine_provider_ask (CogEngineProvider *self, const char *unit, const char *engine)
{
  g_return_if_fail (COG_IS_ENGINE_PROVIDER (self) && unit != NULL && engine != NULL);

  g_free (self->asked_unit);
  g_free (self->asked_engine);
  self->asked_unit = g_strdup (unit);
  self->asked_engine = g_strdup (engine);
}
