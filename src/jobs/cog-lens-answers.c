/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-answers.h"

GHashTable *
cog_lens_answers_read (CogProject *project, GError **error)
{
  g_autoptr (GPtrArray) answers = cog_project_list_answers (project, NULL, error);
  GHashTable *by_unit;

  if (answers == NULL)
    return NULL;
  by_unit =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);
      GPtrArray *list = g_hash_table_lookup (by_unit, answer->unit);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_answer_free);
          g_hash_table_insert (by_unit, g_strdup (answer->unit), list);
        }
      g_ptr_array_add (list, cog_lens_answer_copy (answer));
    }
  return by_unit;
}
