/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-obstacle.h"

#include "cog-licence-meaning.h"

#include <glib/gi18n-lib.h>

static const CogCredit *
find_closed (GPtrArray *components)
{
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      if (component->kind != COG_COMPONENT_TEXT || component->use == COG_USE_UNMODIFIED)
        continue;
      for (guint s = 0; s < component->sources->len; s++)
        {
          const CogCredit *credit = g_ptr_array_index (component->sources, s);

          if (cog_licence_meaning_get_adaptability (credit->licence) != COG_ADAPTABILITY_FREE)
            return credit;
        }
    }
  return NULL;
}

char *
cog_rights_obstacle_dup_words (GPtrArray *components)
{
  const CogCredit *credit;
  const char *const *ways;
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (components != NULL, NULL);

  credit = find_closed (components);
  if (credit == NULL)
    return NULL;
  words = g_string_new (NULL);
  if (credit->title != NULL)
    /* Translators: the title of a source, and what its licence means. */
    g_string_printf (words, _ ("“%s”: %s"), credit->title,
                     cog_licence_meaning_describe_source (credit->licence));
  else
    g_string_assign (words, cog_licence_meaning_describe_source (credit->licence));
  ways = cog_licence_meaning_list_ways_on (credit->licence);
  for (guint i = 0; ways != NULL && ways[i] != NULL; i++)
    /* Translators: an item of a list. */
    g_string_append_printf (words, _ ("\n• %s"), _ (ways[i]));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
