/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"

/* Section id → source id (both borrowed from sections). */
static GHashTable *
index_sections (const GPtrArray *sections)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->source != NULL)
        g_hash_table_insert (index, info->id, info->source);
    }
  return index;
}

static GHashTable *
index_book (const CogBook *book)
{
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (ids, ((CogSection *)g_ptr_array_index (list, i))->id);
  return ids;
}

/* The work that more than half of the book's words come from: the copyright page speaks of it, and
 * its chapters need not. NULL where the works stand side by side. */
static const char *
find_main (const CogBook *book, const GPtrArray *sections)
{
  g_autoptr (GHashTable) in_book = index_book (book);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 all = 0;
  GHashTableIter iter;
  gpointer source, n;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (!g_hash_table_contains (in_book, info->id))
        continue;
      all += info->n_words;
      if (info->source == NULL)
        continue;
      n = g_hash_table_lookup (words, info->source);
      g_hash_table_insert (words, info->source,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + info->n_words));
    }
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &source, &n))
    if ((guint64)GPOINTER_TO_UINT (n) * 2 > all)
      return source;
  return NULL;
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
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GArray) todo = NULL;

  if (a->book->sources->len < 2)
    return;
  sections = cog_project_list_sections (a->self);
  index = index_sections (sections);
  sources = cog_project_list_sources (a->self);
  todo = g_array_new (FALSE, FALSE, sizeof (Chapter));
  add_chapters (todo, a->book->sections, find_main (a->book, sections));
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
