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

typedef struct
{
  const CogSection *section;
  const char *credited; /* whose credit stands above it (nullable) */
} Chapter;

static void
add_chapters (GArray *todo, GPtrArray *sections, const char *credited)
{
  for (guint i = 0; i < sections->len; i++)
    {
      Chapter chapter = { g_ptr_array_index (sections, i), credited };

      g_array_append_val (todo, chapter);
    }
}

/* The highest sections that have a text, where the line can stand; a part that only groups has
 * none. Below them, those that another source was taken into. */
void
cog_project_credit_chapters (CogProjectAssembly *a)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GArray) todo = NULL;

  if (a->book->sources->len < 2)
    return;
  index = index_sections (a->self);
  sources = cog_project_list_sources (a->self);
  todo = g_array_new (FALSE, FALSE, sizeof (Chapter));
  add_chapters (todo, a->book->sections, NULL);
  for (guint i = 0; i < todo->len; i++)
    {
      Chapter chapter = g_array_index (todo, Chapter, i);
      const char *source = g_hash_table_lookup (index, chapter.section->id);
      const CogCredit *credit = find_credit (sources, source);

      if (cog_section_get_root (chapter.section) != NULL && credit != NULL &&
          g_strcmp0 (source, chapter.credited) != 0)
        {
          add_credit (a->book, chapter.section, credit);
          chapter.credited = source;
        }
      add_chapters (todo, chapter.section->children, chapter.credited);
    }
}
