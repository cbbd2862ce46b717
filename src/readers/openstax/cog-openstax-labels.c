/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-openstax-labels.h"

#include <string.h>

static const char *const keys[] = { "figure",   "table",      "example", "equation",
                                    "glossary", "objectives", "solution" };
static const struct
{
  const char *language;
  const char *words[G_N_ELEMENTS (keys)];
} table[] = {
  { "en",
    { "Figure", "Table", "Example", "Equation", "Glossary", "Learning Objectives", "Solution" } },
  { "pl", { "Rysunek", "Tabela", "Przykład", "Równanie", "Słowniczek", "Cele", "Rozwiązanie" } },
  { "es",
    { "Figura", "Tabla", "Ejemplo", "Ecuación", "Glosario", "Objetivos de aprendizaje",
      "Solución" } },
  { "fr",
    { "Figure", "Tableau", "Exemple", "Équation", "Glossaire", "Objectifs d’apprentissage",
      "Solution" } },
  { "pt",
    { "Figura", "Tabela", "Exemplo", "Equação", "Glossário", "Objetivos de aprendizagem",
      "Solução" } },
  { "de", { "Abbildung", "Tabelle", "Beispiel", "Gleichung", "Glossar", "Lernziele", "Lösung" } },
};

#define N_COUNTED 4

struct _CogOpenstaxLabels
{
  guint row;
  char *chapter; /* NULL: not numbered */
  guint counts[N_COUNTED];
  GHashTable *labels; /* "module#id" → label */
};

CogOpenstaxLabels *
cog_openstax_labels_new (const char *language)
{
  CogOpenstaxLabels *self = g_new0 (CogOpenstaxLabels, 1);

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (table); i++)
    if (strncmp (language, table[i].language, 2) == 0)
      self->row = i;
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
cog_openstax_labels_free (CogOpenstaxLabels *self)
{
  if (self == NULL)
    return;
  g_free (self->chapter);
  g_hash_table_unref (self->labels);
  g_free (self);
}

void
cog_openstax_labels_begin_chapter (CogOpenstaxLabels *self, const char *number)
{
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

void
cog_openstax_labels_add_module (CogOpenstaxLabels *self, const char *module, xmlNode *root)
{
  xmlNode *title = cog_xml_find_child (root, NULL, "title");

  if (title != NULL)
    g_hash_table_insert (self->labels, g_strconcat (module, "#", NULL),
                         cog_xml_dup_folded_text (title));
  for (xmlNode *n = root; n != NULL && self->chapter != NULL; n = cog_xml_next_in (root, n))
    {
      int kind = n->type == XML_ELEMENT_NODE ? find_kind (n) : -1;
      g_autofree char *id = kind >= 0 ? cog_xml_dup_attribute (n, "id") : NULL;

      if (kind < 0 || id == NULL)
        continue;
      self->counts[kind]++;
      g_hash_table_insert (
          self->labels, g_strconcat (module, "#", id, NULL),
          g_strdup_printf (g_ascii_isdigit (self->chapter[0]) ? "%s %s.%u" : "%s %s%u",
                           table[self->row].words[kind], self->chapter, self->counts[kind]));
    }
}

const char *
cog_openstax_labels_lookup (CogOpenstaxLabels *self, const char *module, const char *id)
{
  g_autofree char *key = g_strconcat (module, "#", id, NULL);

  return g_hash_table_lookup (self->labels, key);
}
