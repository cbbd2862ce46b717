/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-metadata.h"

#include <string.h>

char *
cog_epub_metadata_dup_refinement (const CogEpubMetadata *m, const char *id, const char *property)
{
  if (id == NULL)
    return NULL;
  for (xmlNode *n = m->metadata; n != NULL; n = cog_xml_next_in (m->metadata, n))
    {
      g_autofree char *refines = NULL;
      g_autofree char *name = NULL;

      if (!cog_xml_is (n, NULL, "meta"))
        continue;
      refines = cog_xml_dup_attribute (n, "refines");
      name = cog_xml_dup_attribute (n, "property");
      if (refines != NULL && refines[0] == '#' && g_str_equal (refines + 1, id) &&
          g_strcmp0 (name, property) == 0)
        return cog_xml_dup_folded_text (n);
    }
  return NULL;
}

/* "aut", "http://id.loc.gov/vocabulary/relators/aut", "marc:aut", "Author"; FALSE: no role that is
 * known. */
static gboolean
read_role (const char *word, CogRole *role)
{
  static const struct
  {
    const char *word;
    CogRole role;
  } words[] = { { "cre", COG_ROLE_AUTHOR },
                { "author", COG_ROLE_AUTHOR },
                { "creator", COG_ROLE_AUTHOR },
                { "writer", COG_ROLE_AUTHOR },
                { "translator", COG_ROLE_TRANSLATOR },
                { "adapter", COG_ROLE_ADAPTER },
                { "editor", COG_ROLE_EDITOR },
                { "illustrator", COG_ROLE_ILLUSTRATOR },
                { "photographer", COG_ROLE_PHOTOGRAPHER },
                { "publisher", COG_ROLE_PUBLISHER } };
  const char *start = strrchr (word, '/');

  start = start != NULL ? start + 1 : word;
  start = strchr (start, ':') != NULL ? strchr (start, ':') + 1 : start;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, start) == 0)
      {
        *role = words[i].role;
        return TRUE;
      }
  *role = cog_role_from_relator (start);
  return *role != COG_ROLE_CONTRIBUTOR || g_ascii_strcasecmp (start, "ctb") == 0;
}

typedef struct
{
  CogAgent *agent;
  gint64 order; /* display-seq, or behind all that have one */
  guint index;
  gboolean is_creator;
} Person;

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const Person *first = a;
  const Person *second = b;
  int rank = (second->agent->role == COG_ROLE_AUTHOR) - (first->agent->role == COG_ROLE_AUTHOR);

  if (rank == 0)
    rank = second->is_creator - first->is_creator;
  if (rank == 0 && first->order != second->order)
    rank = first->order < second->order ? -1 : 1;
  return rank != 0 ? rank : (first->index < second->index ? -1 : 1);
}

/* The role that says most, of the several that an edition may give to one person. */
static CogRole
choose_role (const CogEpubMetadata *m, const xmlNode *n, const char *id, gboolean is_creator)
{
  g_autofree char *attribute = cog_xml_dup_attribute_ns (n, "http://www.idpf.org/2007/opf", "role");
  CogRole role = is_creator ? COG_ROLE_AUTHOR : COG_ROLE_CONTRIBUTOR;
  gboolean is_stated = FALSE;

  if (attribute != NULL)
    {
      is_stated = TRUE;
      read_role (attribute, &role);
    }
  for (xmlNode *meta = m->metadata; id != NULL && meta != NULL;
       meta = cog_xml_next_in (m->metadata, meta))
    {
      g_autofree char *refines =
          cog_xml_is (meta, NULL, "meta") ? cog_xml_dup_attribute (meta, "refines") : NULL;
      g_autofree char *name = NULL;
      g_autofree char *word = NULL;
      CogRole other;

      if (refines == NULL || refines[0] != '#' || !g_str_equal (refines + 1, id))
        continue;
      name = cog_xml_dup_attribute (meta, "property");
      if (g_strcmp0 (name, "role") != 0)
        continue;
      word = cog_xml_dup_folded_text (meta);
      read_role (word, &other);
      if (!is_stated || other == COG_ROLE_AUTHOR || role == COG_ROLE_CONTRIBUTOR)
        role = other;
      is_stated = TRUE;
    }
  return role;
}

static gboolean
is_nobody (const CogEpubMetadata *m, const char *name, const xmlNode *n, const char *id)
{
  static const char *const nobody[] = { "Unknown",     "unknown",        "calibre",
                                        "Pressbooks",  "Unbekannt",      "Anonymous author",
                                        "Bilinmeyen",  "Desconocido",    "Inconnu",
                                        "Неизвестный", "Author Unknown", NULL };
  g_autofree char *role = cog_epub_metadata_dup_refinement (m, id, "role");

  if (role == NULL)
    role = cog_xml_dup_attribute_ns (n, "http://www.idpf.org/2007/opf", "role");
  /* The program that bound the book did not write it. */
  return name[0] == '\0' || g_strv_contains (nobody, name) || g_strcmp0 (role, "bkp") == 0 ||
         strstr (name, "calibre") != NULL;
}

static void
add_person (CogEpubMetadata *m, GArray *people, xmlNode *n, gboolean is_creator)
{
  g_autofree char *text = cog_xml_dup_folded_text (n);
  g_autofree char *id = cog_xml_dup_attribute (n, "id");
  g_autofree char *order = cog_epub_metadata_dup_refinement (m, id, "display-seq");
  g_autofree char *file_as = cog_epub_metadata_dup_refinement (m, id, "file-as");
  /* Word processors write all their names into one element. */
  g_auto (GStrv) names = g_strsplit (text, ";", 50);

  if (file_as == NULL)
    file_as = cog_xml_dup_attribute_ns (n, "http://www.idpf.org/2007/opf", "file-as");
  for (guint i = 0; names[i] != NULL; i++)
    {
      Person person = { NULL, G_MAXINT64, people->len, is_creator };

      if (is_nobody (m, g_strstrip (names[i]), n, id))
        continue;
      person.agent = cog_agent_new (names[i], choose_role (m, n, id, is_creator));
      if (names[1] == NULL)
        person.agent->file_as = g_steal_pointer (&file_as);
      if (order != NULL)
        person.order = g_ascii_strtoll (order, NULL, 10);
      g_array_append_val (people, person);
    }
}

void
cog_epub_metadata_read_people (CogEpubMetadata *m)
{
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (Person));

  for (xmlNode *n = m->metadata; n != NULL; n = cog_xml_next_in (m->metadata, n))
    if (cog_xml_is (n, NULL, "creator") || cog_xml_is (n, NULL, "contributor"))
      add_person (m, people, n, cog_xml_is (n, NULL, "creator"));
  g_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (m->book->credit->agents, g_array_index (people, Person, i).agent);
}
