/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-choice.h"

#include "cog-app-state.h"
#include "cog-engine-table.h"
#include "cog-language.h"
#include "cog-server.h"

GPtrArray *
cog_engine_choice_list (CogProject *project, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = cog_server_dup_path ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) engines = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  engines = cog_engine_table_list (path, error);
  from = cog_project_dup_source_language (project);
  to = cog_project_dup_language (project);
  for (guint i = engines != NULL ? engines->len : 0; i > 0; i--)
    {
      CogEngine *engine = g_ptr_array_index (engines, i - 1);
      gboolean is_of_use = from != NULL && !cog_language_equal (from, to) &&
                           cog_engine_is_there (engine) &&
                           (cog_engine_get_address (engine) != NULL ||
                            cog_engine_find_pair (engine, from, to, cancellable, NULL) != NULL);

      if (!is_of_use)
        g_ptr_array_remove_index (engines, i - 1);
    }
  return g_steal_pointer (&engines);
}

/* A server that is entered anew under its old name is another one where its address is. */
static char *
dup_question (CogProject *project, CogEngine *engine)
{
  g_autofree char *both =
      g_strjoin ("\n", cog_project_get_path (project), cog_engine_get_address (engine), NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, both, -1);

  return g_strconcat ("send-", sum, NULL);
}

gboolean
cog_engine_choice_is_allowed (CogProject *project, CogEngine *engine)
{
  g_autofree char *question = NULL;
  g_autofree char *answer = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_ENGINE (engine), FALSE);

  if (cog_engine_get_address (engine) == NULL)
    return TRUE;
  question = dup_question (project, engine);
  answer = cog_app_state_dup_choice (cog_app_state_get_default (), question);
  return g_strcmp0 (answer, "yes") == 0;
}

void
cog_engine_choice_allow (CogProject *project, CogEngine *engine)
{
  g_autofree char *question = NULL;

  g_return_if_fail (COG_IS_PROJECT (project) && cog_engine_get_address (engine) != NULL);

  question = dup_question (project, engine);
  cog_app_state_set_choice (cog_app_state_get_default (), question, "yes");
}
