/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-provider.h"

#include "cog-book.h"
#include "cog-memory-suggest.h"

#include <glib/gi18n-lib.h>

struct _CogMemoryProvider
{
  GObject parent_instance;
};

static void cog_memory_provider_iface_init (CogSuggestionProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CogMemoryProvider,
                               cog_memory_provider,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COG_TYPE_SUGGESTION_PROVIDER,
                                                      cog_memory_provider_iface_init))

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
append_part (GString *line, const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* "Physics 9 · 22 Nov 2026 · CC-BY-4.0 · Numbers adjusted" */
static char *
dup_line (const CogMemorySuggestion *match)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GDateTime) time =
      match->date != 0 ? g_date_time_new_from_unix_local (match->date) : NULL;
  g_autofree char *date = time != NULL ? g_date_time_format (time, "%x") : NULL;
  g_autofree char *found = NULL;

  if (match->n_found < match->n_sentences)
    /* Translators: a translation is put together of sentences that the memory knows; for %u of %u
     * sentences it knows one, the others are as in the source. */
    found = g_strdup_printf (_ ("%u of %u sentences"), match->n_found, match->n_sentences);
  append_part (line, found);
  if (match->is_adjusted)
    /* Translators: numbers of a known translation were replaced by those of the passage. */
    append_part (line, _ ("Numbers adjusted"));
  append_part (line, match->origin);
  append_part (line, date);
  append_part (line, match->licence);
  if (line->len == 0)
    append_part (line, _ ("Translation memory"));
  return g_string_free (line, FALSE);
}

static CogSuggestion *
new_suggestion (const CogMemorySuggestion *match, const char *wanted, guint number)
{
  g_autofree char *line = dup_line (match);
  CogSuggestion *suggestion = cog_suggestion_new ("memory-match", line);
  CogSuggestionAction *button;

  suggestion->score = (int)match->score;
  suggestion->known = g_strdup (match->source);
  suggestion->wanted = g_strdup (wanted);
  suggestion->after = g_strdup (match->plain);
  /* Translators: takes a translation from the memory for the passage. */
  button = cog_suggestion_add_action (suggestion, _ ("Use"));
  button->target = g_strdup (match->target);
  button->step = g_strdup (_ ("Took a translation from the memory"));
  button->is_primary = number == 1;
  suggestion->number = number;
  return suggestion;
}

static void
query_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autofree char *from = cog_project_dup_source_language (job->project);
  g_autofree char *to = cog_project_dup_language (job->project);
  g_autofree char *wanted = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GError *error = NULL;
  CogMemory *memory = cog_memory_get_default (&error);
  GPtrArray *list;

  if (memory != NULL && from != NULL && to != NULL)
    found = cog_memory_suggest (memory, job->unit, from, to, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  wanted = job->unit->source != NULL ? cog_inline_to_plain (job->unit->source) : NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_suggestion_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const CogMemorySuggestion *match = found->pdata[i];

      /* What stands there already is no news. */
      if (g_strcmp0 (match->target, job->unit->target) != 0)
        g_ptr_array_add (list, new_suggestion (match, wanted, list->len + 1));
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

static void
cog_memory_provider_iface_init (CogSuggestionProviderInterface *iface)
{
  iface->query_async = query_async;
}

static void
cog_memory_provider_class_init (CogMemoryProviderClass *klass)
{
}

static void
cog_memory_provider_init (CogMemoryProvider *self)
{
}

CogSuggestionProvider *
cog_memory_provider_new (void)
{
  return g_object_new (COG_TYPE_MEMORY_PROVIDER, NULL);
}
