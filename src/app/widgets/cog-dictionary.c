/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-dictionary.h"

#define MAX_SUGGESTIONS 5

/* (element-type utf8 CogSpelling): by language; NULL for those without. */
static GHashTable *loaded = NULL;

typedef struct
{
  CogSpelling *spelling; /* (nullable) */
  char *text;            /* language or word */
  GCancellable *cancellable;
  CogDictionaryFunc got;
  CogSuggestionFunc suggested;
  gpointer user_data;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  cog_spelling_unref (question->spelling);
  g_clear_object (&question->cancellable);
  g_free (question->text);
  g_free (question);
}

static Question *
question_new (const char *text, GCancellable *cancellable, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  question->user_data = user_data;
  return question;
}

/* The task has no cancellable: a dictionary that was loaded is kept, whoever asked is gone. */
static void
start (Question *question, GTaskThreadFunc work, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, NULL);

  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, work);
}

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task, cog_spelling_new (question->text),
                         (GDestroyNotify)cog_spelling_unref);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Question *question = g_task_get_task_data (G_TASK (result));
  CogSpelling *spelling = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_hash_table_contains (loaded, question->text))
    cog_spelling_unref (spelling);
  else
    g_hash_table_insert (loaded, g_strdup (question->text), spelling);
  if (!g_cancellable_is_cancelled (question->cancellable))
    question->got (g_hash_table_lookup (loaded, question->text), question->user_data);
}

void
cog_dictionary_get (const char *language,
                    GCancellable *cancellable,
                    CogDictionaryFunc func,
                    gpointer user_data)
{
  gpointer spelling;
  Question *question;

  g_return_if_fail (language != NULL && func != NULL);

  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (loaded, language, NULL, &spelling))
    {
      func (spelling, user_data);
      return;
    }
  question = question_new (language, cancellable, user_data);
  question->got = func;
  start (question, load, loaded_cb);
}

static void
suggest (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task,
                         cog_spelling_suggest (question->spelling, question->text, MAX_SUGGESTIONS),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) list = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!g_cancellable_is_cancelled (question->cancellable))
    question->suggested (list, question->user_data);
}

void
cog_dictionary_suggest (CogSpelling *spelling,
                        const char *word,
                        GCancellable *cancellable,
                        CogSuggestionFunc func,
                        gpointer user_data)
{
  Question *question;

  g_return_if_fail (spelling != NULL && word != NULL && func != NULL);

  question = question_new (word, cancellable, user_data);
  question->spelling = cog_spelling_ref (spelling);
  question->suggested = func;
  start (question, suggest, suggested_cb);
}
