/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include <string.h>

/* What the source says in a unit of its own, without white space: what stands between words that
 * were joined is ours. */
static char *
dup_letters (const char *xhtml)
{
  g_autofree char *plain = cog_inline_to_plain (xhtml);
  GString *letters = g_string_new (NULL);

  for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (letters, g_utf8_get_char (c));
  return g_string_free (letters, FALSE);
}

static char *
dup_letters_of_source (CogStructure *self, const char *id, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->project->db, error,
      "SELECT content FROM section WHERE instr (content, ' id=\"' || ?1 || '\"') > 0", "s", id);
  g_autofree char *content =
      query != NULL && cog_query_step (query, error) ? cog_query_dup_text (query, 0) : NULL;
  g_autoptr (xmlDoc) document = content != NULL ? cog_xml_parse_own (content, -1, error) : NULL;
  xmlNode *element =
      document != NULL ? cog_xml_find_by_id (xmlDocGetRootElement (document), id) : NULL;
  g_autofree char *inner = element != NULL ? cog_inline_serialise (element) : NULL;

  return inner != NULL ? dup_letters (inner) : NULL;
}

static gboolean
has_unit (CogStructure *self, const char *id)
{
  g_autoptr (CogQuery) query = cog_query_new (self->project->db, cog_project_fault (self->project),
                                              "SELECT 1 FROM unit WHERE id = ?1", "s", id);

  return query != NULL && cog_query_step (query, cog_project_fault (self->project));
}

/* How many of the origins make up the first half; 0: the cut is not between two of them. */
static guint
count_first (CogStructure *self, char **origins, const char *source, GError **error)
{
  g_autofree char *wanted = dup_letters (source != NULL ? source : "");
  const char *rest = wanted;

  for (guint i = 0; origins[i] != NULL; i++)
    {
      g_autofree char *letters = dup_letters_of_source (self, origins[i], error);

      if (letters == NULL || letters[0] == '\0' || !g_str_has_prefix (rest, letters))
        return 0;
      rest += strlen (letters);
      if (rest[0] == '\0')
        return origins[i + 1] != NULL ? i + 1 : 0;
    }
  return 0;
}

static void
set_origins (CogUnit *unit, char **origins)
{
  gboolean is_itself =
      origins[0] != NULL && origins[1] == NULL && g_str_equal (origins[0], unit->id);

  g_free (unit->origins);
  unit->origins = is_itself ? NULL : g_strjoinv (" ", origins);
}

gboolean
cog_structure_divide_origins (
    CogStructure *self, CogUnit *first, CogUnit *second, const char *source, GError **error)
{
  g_auto (GStrv) origins = NULL;
  g_autoptr (GError) fault = NULL;
  g_autofree char *rest = NULL;
  guint n;

  if (first->works == NULL)
    return TRUE;
  origins = g_strsplit (first->origins != NULL ? first->origins : first->id, " ", -1);
  n = g_strv_length (origins) > 1 && second->source != NULL
          ? count_first (self, origins, source, &fault)
          : 0;
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (n == 0)
    {
      g_free (second->origins);
      second->origins = g_strjoinv (" ", origins);
      return TRUE;
    }
  /* What was joined here comes apart where it was joined: each is itself again. */
  if (origins[n + 1] == NULL && !has_unit (self, origins[n]))
    {
      g_free (second->id);
      second->id = g_strdup (origins[n]);
    }
  set_origins (second, origins + n);
  rest = g_steal_pointer (&origins[n]);
  set_origins (first, origins);
  origins[n] = g_steal_pointer (&rest);
  return cog_project_check_fault (self->project, error);
}

static void
add_words (GPtrArray *list, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0' && !g_ptr_array_find_with_equal_func (list, all[i], g_str_equal, NULL))
      g_ptr_array_add (list, g_strdup (all[i]));
}

static char *
join_words (const char *first, const char *second)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  add_words (list, first);
  add_words (list, second);
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return g_strjoinv (" ", (char **)list->pdata);
}

void
cog_structure_join_origins (CogUnit *unit, const CogUnit *other)
{
  const char *own = unit->works != NULL ? unit->id : NULL;
  const char *others = other->works != NULL ? other->id : NULL;
  g_autofree char *origins = join_words (unit->origins != NULL ? unit->origins : own,
                                         other->origins != NULL ? other->origins : others);
  char *works = join_words (unit->works, other->works);

  g_free (unit->works);
  unit->works = works;
  g_free (unit->origins);
  unit->origins = g_strcmp0 (origins, unit->id) == 0 ? NULL : g_steal_pointer (&origins);
}
