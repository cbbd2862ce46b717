/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-openstax-labels.h"

#include <string.h>

static const char *const keys[] = { "figure",   "table",      "example",  "equation",
                                    "glossary", "objectives", "solution", "exercise" };
static const struct
{
  const char *language;
  const char *words[G_N_ELEMENTS (keys)];
} table[] = {
  { "en",
    { "Figure", "Table", "Example", "Equation", "Glossary", "Learning Objectives", "Solution",
      "Exercise" } },
  { "pl",
    { "Rysunek", "Tabela", "Przykład", "Równanie", "Słowniczek", "Cele", "Rozwiązanie",
      "Zadanie" } },
  { "es",
    { "Figura", "Tabla", "Ejemplo", "Ecuación", "Glosario", "Objetivos de aprendizaje", "Solución",
      "Ejercicio" } },
  { "fr",
    { "Figure", "Tableau", "Exemple", "Équation", "Glossaire", "Objectifs d’apprentissage",
      "Solution", "Exercice" } },
  { "pt",
    { "Figura", "Tabela", "Exemplo", "Equação", "Glossário", "Objetivos de aprendizagem", "Solução",
      "Exercício" } },
  { "de",
    { "Abbildung", "Tabelle", "Beispiel", "Gleichung", "Glossar", "Lernziele", "Lösung",
      "Aufgabe" } },
};

#define N_COUNTED 4

struct _CogOpenstaxLabels
{
  guint row;
  char *chapter; /* NULL: not numbered */
  guint counts[N_COUNTED];
  GHashTable *labels;  /* "module#id" → label */
  GHashTable *numbers; /* "module#id" → number alone */
  GPtrArray *groups;   /* Group: of the chapter at hand, in printed order */
};

/* The exercises of a chapter that stand in sections of one class: a printed book collects them from
 * all modules at the chapter's end ("Conceptual questions", "Problems"). */
typedef struct
{
  char *class_name;
  GPtrArray *exercises; /* "module#id" */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->class_name);
  g_ptr_array_unref (group->exercises);
  g_free (group);
}

CogOpenstaxLabels *
cog_openstax_labels_new (const char *language)
{
  CogOpenstaxLabels *self = g_new0 (CogOpenstaxLabels, 1);

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (table); i++)
    if (strncmp (language, table[i].language, 2) == 0)
      self->row = i;
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
cog_openstax_labels_free (CogOpenstaxLabels *self)
{
  if (self == NULL)
    return;
  g_free (self->chapter);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* Numbers run through the chapter, group after group, as they stand in print. */
void
cog_openstax_labels_end_chapter (CogOpenstaxLabels *self)
{
  guint number = 0;

  for (guint g = 0; g < self->groups->len; g++)
    {
      const Group *group = g_ptr_array_index (self->groups, g);

      for (guint i = 0; i < group->exercises->len; i++)
        {
          const char *key = g_ptr_array_index (group->exercises, i);

          number++;
          g_hash_table_insert (self->numbers, g_strdup (key), g_strdup_printf ("%u", number));
          g_hash_table_insert (
              self->labels, g_strdup (key),
              g_strdup_printf ("%s %u", cog_openstax_labels_get_word (self, "exercise"), number));
        }
    }
  g_ptr_array_set_size (self->groups, 0);
}

void
cog_openstax_labels_begin_chapter (CogOpenstaxLabels *self, const char *number)
{
  cog_openstax_labels_end_chapter (self);
  g_free (self->chapter);
  self->chapter = g_strdup (number);
  memset (self->counts, 0, sizeof self->counts);
}

const char *
cog_openstax_labels_get_word (CogOpenstaxLabels *self, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i], key))
      return table[self->row].words[i];
  g_return_val_if_reached (key);
}

static int
find_kind (const xmlNode *node)
{
  if (cog_xml_has_word (node, "class", "unnumbered"))
    return -1;
  for (int i = 0; i < N_COUNTED; i++)
    if (strcmp ((const char *)node->name, keys[i]) == 0)
      return i;
  return -1;
}

static int
find_group (CogOpenstaxLabels *self, const char *class_name)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (((Group *)g_ptr_array_index (self->groups, i))->class_name, class_name))
      return (int)i;
  return -1;
}

static gboolean
has_exercise (const xmlNode *section)
{
  for (const xmlNode *n = section; n != NULL; n = cog_xml_next_in (section, n))
    if (cog_xml_is (n, NULL, "exercise"))
      return TRUE;
  return FALSE;
}

/* The class of a section that holds exercises. (transfer full) (nullable) */
static char *
dup_class (const xmlNode *section)
{
  return cog_xml_is (section, NULL, "section") && has_exercise (section)
             ? cog_xml_dup_attribute (section, "class")
             : NULL;
}

/* A module may lack some of the groups that others have: one that is new stands before the next
 * that is known, or else behind the one before it. */
static int
find_place (CogOpenstaxLabels *self, const xmlNode *section, int last)
{
  for (const xmlNode *n = cog_xml_next_element (section); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *class_name = dup_class (n);
      int index = class_name != NULL ? find_group (self, class_name) : -1;

      if (index > last)
        return index;
    }
  return last >= 0 ? last + 1 : (int)self->groups->len;
}

static Group *
need_group (CogOpenstaxLabels *self, const xmlNode *section, const char *class_name, int *last)
{
  int index = find_group (self, class_name);

  if (index < 0)
    {
      Group *group = g_new0 (Group, 1);

      group->class_name = g_strdup (class_name);
      group->exercises = g_ptr_array_new_with_free_func (g_free);
      index = find_place (self, section, *last);
      g_ptr_array_insert (self->groups, index, group);
    }
  *last = index;
  return g_ptr_array_index (self->groups, index);
}

/* Exercises that are counted stand in the module's own sections of a class; those in examples and
 * notes belong to these. */
static void
count_exercises (CogOpenstaxLabels *self, const char *module, const xmlNode *content)
{
  int last = -1;

  for (const xmlNode *section = cog_xml_first_element (content); section != NULL;
       section = cog_xml_next_element (section))
    {
      g_autofree char *class_name = dup_class (section);
      Group *group = class_name != NULL ? need_group (self, section, class_name, &last) : NULL;

      for (const xmlNode *n = group != NULL ? section : NULL; n != NULL;)
        {
          g_autofree char *id =
              cog_xml_is (n, NULL, "exercise") ? cog_xml_dup_attribute (n, "id") : NULL;
          gboolean apart = cog_xml_is (n, NULL, "example") || cog_xml_is (n, NULL, "note");

          if (id != NULL && !cog_xml_has_word (n, "class", "unnumbered"))
            g_ptr_array_add (group->exercises, g_strconcat (module, "#", id, NULL));
          n = apart ? cog_xml_skip_in (section, n) : cog_xml_next_in (section, n);
        }
    }
}

/* What has no number is called by its title. */
static void
name_by_title (CogOpenstaxLabels *self, const char *module, const xmlNode *node)
{
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  g_autofree char *id = title != NULL ? cog_xml_dup_attribute (node, "id") : NULL;

  if (id != NULL)
    g_hash_table_insert (self->labels, g_strconcat (module, "#", id, NULL),
                         cog_xml_dup_folded_text (title));
}

static void
count (CogOpenstaxLabels *self, const char *module, const xmlNode *node, int kind)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  g_autofree char *number = NULL;

  if (id == NULL)
    return;
  self->counts[kind]++;
  number = g_strdup_printf (g_ascii_isdigit (self->chapter[0]) ? "%s.%u" : "%s%u", self->chapter,
                            self->counts[kind]);
  g_hash_table_insert (self->labels, g_strconcat (module, "#", id, NULL),
                       g_strconcat (table[self->row].words[kind], " ", number, NULL));
  g_hash_table_insert (self->numbers, g_strconcat (module, "#", id, NULL),
                       g_steal_pointer (&number));
}

void
cog_openstax_labels_add_module (CogOpenstaxLabels *self, const char *module, xmlNode *root)
{
  xmlNode *title = cog_xml_find_child (root, NULL, "title");
  xmlNode *content = cog_xml_find_child (root, NULL, "content");

  if (title != NULL)
    g_hash_table_insert (self->labels, g_strconcat (module, "#", NULL),
                         cog_xml_dup_folded_text (title));
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      int kind = n->type == XML_ELEMENT_NODE ? find_kind (n) : -1;

      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (kind >= 0 && self->chapter != NULL)
        count (self, module, n, kind);
      else
        name_by_title (self, module, n);
    }
  if (content != NULL && self->chapter != NULL)
    count_exercises (self, module, content);
}

const char *
cog_openstax_labels_lookup (CogOpenstaxLabels *self, const char *module, const char *id)
{
  g_autofree char *key = g_strconcat (module, "#", id, NULL);

  return g_hash_table_lookup (self->labels, key);
}

const char *
cog_openstax_labels_lookup_number (CogOpenstaxLabels *self, const char *module, const char *id)
{
  g_autofree char *key = g_strconcat (module, "#", id, NULL);

  return g_hash_table_lookup (self->numbers, key);
}
