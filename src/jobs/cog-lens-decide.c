/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-decide.h"

#include "cog-lens-apply.h"

typedef struct
{
  GPtrArray *placed; /* (element-type CogPlacedFinding) */
  CogChoice choice;
  guint n_done;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  g_ptr_array_unref (deciding->placed);
  g_free (deciding);
}

static CogLensAction
make_action (const CogPlacedFinding *placed, CogChoice choice)
{
  CogLensAction action = { .placed = placed, .choice = choice };

  if (cog_choice_changes_text (choice))
    {
      const CogProposal *ready = cog_lens_finding_get_ready (placed->finding);

      action.choice = ready->choice;
      action.words = ready->words;
      action.math = ready->math;
    }
  return action;
}

static void
decide_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Deciding *deciding = data;
  g_autoptr (GArray) actions = g_array_new (FALSE, TRUE, sizeof (CogLensAction));
  GError *error = NULL;

  for (guint i = 0; i < deciding->placed->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (deciding->placed, i);
      CogLensAction action;

      if (cog_choice_changes_text (deciding->choice) &&
          cog_lens_finding_get_ready (placed->finding) == NULL)
        continue;
      action = make_action (placed, deciding->choice);
      g_array_append_val (actions, action);
    }
  if (cog_lens_apply (COG_PROJECT (source), (const CogLensAction *)(gpointer)actions->data,
                      actions->len, &deciding->n_done, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cog_lens_decide_async (CogProject *project,
                       GPtrArray *placed,
                       CogChoice choice,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Deciding *deciding;

  g_return_if_fail (COG_IS_PROJECT (project) && placed != NULL);

  task = g_task_new (project, NULL, callback, user_data);
  deciding = g_new0 (Deciding, 1);
  deciding->placed = g_ptr_array_ref (placed);
  deciding->choice = choice;
  g_task_set_source_tag (task, cog_lens_decide_async);
  g_task_set_task_data (task, deciding, deciding_free);
  g_task_run_in_thread (task, decide_in_thread);
}

gboolean
cog_lens_decide_finish (CogProject *project, GAsyncResult *result, guint *n_done, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, project) && n_done != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *n_done = ((Deciding *)g_task_get_task_data (G_TASK (result)))->n_done;
  return TRUE;
}
