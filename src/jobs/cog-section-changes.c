/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-section-changes.h"

void
cog_section_changes_free (gpointer data)
{
  CogSectionChanges *section = data;

  g_free (section->source);
  g_ptr_array_unref (section->changes);
  g_free (section);
}

CogSectionChanges *
cog_section_changes_add (GHashTable *sections, const char *id, const char *source)
{
  CogSectionChanges *section;

  g_return_val_if_fail (sections != NULL && id != NULL, NULL);

  section = g_new0 (CogSectionChanges, 1);
  section->source = g_strdup (source);
  section->changes = cog_change_list_new ();
  g_hash_table_insert (sections, g_strdup (id), section);
  return section;
}

CogSourceUse
cog_section_changes_get_use (GHashTable *sections, const CogSection *section)
{
  CogSourceUse use = { FALSE, FALSE, FALSE };
  const CogSectionChanges *top;
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();

  g_return_val_if_fail (sections != NULL && section != NULL, use);

  top = g_hash_table_lookup (sections, section->id);
  if (top != NULL)
    g_ptr_array_add (todo, (gpointer)section);
  for (guint i = 0; i < todo->len; i++)
    {
      const CogSection *one = g_ptr_array_index (todo, i);
      const CogSectionChanges *said = g_hash_table_lookup (sections, one->id);

      if (said == NULL || g_strcmp0 (said->source, top->source) != 0)
        continue;
      use.is_translated = use.is_translated || said->use.is_translated;
      use.is_adapted = use.is_adapted || said->use.is_adapted;
      for (guint c = 0; c < one->children->len; c++)
        g_ptr_array_add (todo, g_ptr_array_index (one->children, c));
    }
  return use;
}
