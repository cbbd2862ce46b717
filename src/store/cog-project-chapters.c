/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"

/* Section id → source id (both owned). */
static GHashTable *
index_sections (CogProject *self)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (self);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->source != NULL)
        g_hash_table_insert (index, g_strdup (info->id), g_strdup (info->source));
    }
  return index;
}

static const CogCredit *
find_credit (GPtrArray *sources, const char *id)
{
  for (guint i = 0; id != NULL && i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->id, id))
        return source->credit;
    }
  return NULL;
}

static void
add_credit (CogBook *book, const CogSection *section, const CogCredit *of_source)
{
  CogCredit *credit = cog_credit_copy (of_source);

  g_free (credit->item);
  credit->item = g_strdup (section->id);
  g_ptr_array_add (book->credits, credit);
}

/* The highest sections that have a text, where the line can stand; a part that only groups has
 * none.
 */
void
cog_project_credit_chapters (CogProjectAssembly *a)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) todo = NULL;

  if (a->book->sources->len < 2)
    return;
  index = index_sections (a->self);
  sources = cog_project_list_sources (a->self);
  todo = g_ptr_array_copy (a->book->sections, NULL, NULL);
  g_ptr_array_set_free_func (todo, NULL);
  for (guint i = 0; i < todo->len; i++)
    {
      const CogSection *section = g_ptr_array_index (todo, i);
      const CogCredit *credit = find_credit (sources, g_hash_table_lookup (index, section->id));

      if (cog_section_get_root (section) == NULL)
        g_ptr_array_extend (todo, section->children, NULL, NULL);
      else if (credit != NULL)
        add_credit (a->book, section, credit);
    }
}
