/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-texts.h"

#include "cog-language.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sections that were made from the same sources. */
typedef struct
{
  char *id;       /* the sources, with "+" between them */
  char **sources; /* sorted */
  char *section;  /* the first of them */
  guint n_units;
} Text;

typedef struct
{
  GPtrArray *texts;    /* (element-type Text): in the order of the book */
  GHashTable *changed; /* ids of sources to whose text more was done than nothing */
  char *section;       /* that is read (nullable) */
  GPtrArray *works;    /* (element-type utf8): the sources in it */
  guint n_units;
} Reading;

static void
text_free (Text *text)
{
  g_free (text->id);
  g_strfreev (text->sources);
  g_free (text->section);
  g_free (text);
}

static void
reading_clear (Reading *reading)
{
  g_ptr_array_unref (reading->texts);
  g_hash_table_unref (reading->changed);
  g_free (reading->section);
  g_ptr_array_unref (reading->works);
}

static Text *
find_text (GPtrArray *texts, const char *id)
{
  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = g_ptr_array_index (texts, i);

      if (g_str_equal (text->id, id))
        return text;
    }
  return NULL;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The section that was read is one more of its kind; one of the adapter's own is nobody else's. */
static void
end_section (Reading *reading)
{
  g_autofree char *id = NULL;
  Text *text;

  if (reading->works->len > 0)
    {
      g_ptr_array_sort (reading->works, compare_strings);
      g_ptr_array_add (reading->works, NULL);
      id = g_strjoinv ("+", (char **)reading->works->pdata);
      text = find_text (reading->texts, id);
      if (text == NULL)
        {
          text = g_new0 (Text, 1);
          text->sources = g_strdupv ((char **)reading->works->pdata);
          text->id = g_steal_pointer (&id);
          text->section = g_strdup (reading->section);
          g_ptr_array_add (reading->texts, text);
        }
      text->n_units += reading->n_units;
    }
  g_ptr_array_set_size (reading->works, 0);
  reading->n_units = 0;
}

static void
add_works (Reading *reading, const char *works, const char *host, guint n_used, gboolean is_changed)
{
  g_auto (GStrv) ids = g_strsplit (works != NULL ? works : "", " ", -1);

  if (is_changed && host != NULL)
    g_hash_table_add (reading->changed, g_strdup (host));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (ids[i][0] == '\0')
        continue;
      if (is_changed)
        g_hash_table_add (reading->changed, g_strdup (ids[i]));
      if (n_used > 0 &&
          !g_ptr_array_find_with_equal_func (reading->works, ids[i], g_str_equal, NULL))
        g_ptr_array_add (reading->works, g_strdup (ids[i]));
    }
  if (works != NULL)
    reading->n_units += n_used;
}

static void
read_sections (CogProject *self, Reading *reading)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "WITH RECURSIVE gone (id) AS (SELECT id FROM section WHERE is_omitted <> 0 UNION"
      " SELECT section.id FROM section JOIN gone ON section.parent = gone.id)"
      " SELECT section.id, section.source, works,"
      " sum (decision <> 'omitted' AND section.id NOT IN (SELECT id FROM gone)),"
      " sum (decision IN ('adapted', 'replaced', 'omitted', 'added', 'translated') OR"
      " origins IS NOT NULL)"
      " FROM section JOIN unit ON unit.section = section.id"
      " GROUP BY section.position, section.id, works ORDER BY section.position, section.id",
      NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *section = cog_query_dup_text (query, 0);
      g_autofree char *host = cog_query_dup_text (query, 1);
      g_autofree char *works = cog_query_dup_text (query, 2);

      if (g_strcmp0 (section, reading->section) != 0)
        {
          end_section (reading);
          g_free (reading->section);
          reading->section = g_steal_pointer (&section);
        }
      add_works (reading, works, host, (guint)cog_query_get_int (query, 3),
                 cog_query_get_int (query, 4) > 0);
    }
  end_section (reading);
}

/* Where such text begins in the edition. (nullable) */
static char *
dup_first_unit (CogProject *self, const char *section)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT id FROM unit WHERE section = ?1 AND decision <> 'omitted' AND"
                     " works IS NOT NULL ORDER BY position LIMIT 1",
                     "s", section);

  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

static const CogProjectSource *
find_source (GPtrArray *sources, const char *id)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->id, id))
        return source;
    }
  return NULL;
}

/* Translated where a language differs, adapted where more was done, or several were mixed. */
static CogUse
get_use (const Text *text, const Reading *reading, GPtrArray *sources, const char *language)
{
  CogUse use = g_strv_length (text->sources) > 1 ? COG_USE_ADAPTED : COG_USE_UNMODIFIED;

  for (guint i = 0; text->sources[i] != NULL; i++)
    {
      const CogProjectSource *source = find_source (sources, text->sources[i]);

      if (source == NULL)
        continue;
      if (source->language == NULL || !cog_language_equal (source->language, language))
        return COG_USE_TRANSLATED;
      if (g_hash_table_contains (reading->changed, source->id))
        use = COG_USE_ADAPTED;
    }
  return use;
}

static char *
dup_label (const Text *text, GPtrArray *sources)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; text->sources[i] != NULL; i++)
    {
      const CogProjectSource *source = find_source (sources, text->sources[i]);
      const char *title = source != NULL ? source->credit->title : NULL;

      if (titles->len > 0)
        /* Translators: between two titles in “Text of “Physics”, “Chemistry””. */
        g_string_append (titles, _ ("”, “"));
      g_string_append (titles, title != NULL ? title : text->sources[i]);
    }
  return g_strdup_printf (_ ("Text of “%s”"), titles->str);
}

static void
add_component (CogProject *self,
               GPtrArray *components,
               const Text *text,
               const Reading *reading,
               GPtrArray *sources,
               const char *language)
{
  CogComponent *component =
      cog_component_new (text->id, COG_COMPONENT_TEXT, get_use (text, reading, sources, language));

  component->label = dup_label (text, sources);
  component->n_units = text->n_units;
  component->unit = dup_first_unit (self, text->section);
  for (guint i = 0; text->sources[i] != NULL; i++)
    {
      const CogProjectSource *source = find_source (sources, text->sources[i]);

      if (source != NULL)
        g_ptr_array_add (component->sources, cog_credit_copy (source->credit));
    }
  g_ptr_array_add (components, component);
}

void
cog_project_add_texts (CogProject *self,
                       GPtrArray *components,
                       GPtrArray *sources,
                       const char *language)
{
  Reading reading = { g_ptr_array_new_with_free_func ((GDestroyNotify)text_free),
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), NULL,
                      g_ptr_array_new_with_free_func (g_free), 0 };

  read_sections (self, &reading);
  /* Each source by itself, in their order; then what was made from several. */
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);
      const Text *text = find_text (reading.texts, source->id);

      if (text != NULL)
        add_component (self, components, text, &reading, sources, language);
    }
  for (guint i = 0; i < reading.texts->len; i++)
    {
      const Text *text = g_ptr_array_index (reading.texts, i);

      if (text->sources[0] != NULL && text->sources[1] != NULL)
        add_component (self, components, text, &reading, sources, language);
    }
  reading_clear (&reading);
}
