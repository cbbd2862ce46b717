/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-numbering.h"

#include "cog-docx-package.h"
#include "cog-prose-number.h"

#include <string.h>

typedef struct
{
  char *id;
  const xmlNode *node;
  guint counts[COG_DOCX_MAX_LEVEL];
  gboolean is_begun[COG_DOCX_MAX_LEVEL];
} Abstract;

typedef struct
{
  const xmlNode *node;
  Abstract *abstract;
  gboolean is_restarted[COG_DOCX_MAX_LEVEL]; /* its startOverride was followed */
} Num;

struct _CogDocxNumbering
{
  GHashTable *abstracts; /* id → Abstract */
  GHashTable *nums;      /* id → Num */
};

static void
abstract_free (gpointer data)
{
  Abstract *abstract = data;

  g_free (abstract->id);
  g_free (abstract);
}

CogDocxNumbering *
cog_docx_numbering_new (const xmlNode *root)
{
  CogDocxNumbering *self = g_new0 (CogDocxNumbering, 1);

  self->abstracts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, abstract_free);
  self->nums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (const xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      char *id = cog_docx_is (n, "abstractNum") ? cog_docx_dup (n, "abstractNumId") : NULL;
      Abstract *abstract;

      if (id == NULL)
        continue;
      abstract = g_new0 (Abstract, 1);
      abstract->id = g_strdup (id);
      abstract->node = n;
      g_hash_table_replace (self->abstracts, id, abstract);
    }
  for (const xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      char *id = cog_docx_is (n, "num") ? cog_docx_dup (n, "numId") : NULL;
      g_autofree char *of = cog_docx_dup_child_val (n, "abstractNumId");
      Num *num;

      if (id == NULL)
        continue;
      num = g_new0 (Num, 1);
      num->node = n;
      num->abstract = of != NULL ? g_hash_table_lookup (self->abstracts, of) : NULL;
      g_hash_table_replace (self->nums, id, num);
    }
  return self;
}

void
cog_docx_numbering_free (CogDocxNumbering *self)
{
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->nums);
  g_free (self);
}

static const xmlNode *
find_by_level (const xmlNode *parent, const char *name, guint level)
{
  for (const xmlNode *n = parent != NULL ? cog_xml_first_element (parent) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *value = cog_docx_is (n, name) ? cog_docx_dup (n, "ilvl") : NULL;

      if (value != NULL && g_ascii_strtoull (value, NULL, 10) == level)
        return n;
    }
  return NULL;
}

/* A definition may stand for another that a style names (numStyleLink, 17.9.21). */
static Abstract *
follow_link (CogDocxNumbering *self, Abstract *abstract)
{
  g_autofree char *link =
      abstract != NULL ? cog_docx_dup_child_val (abstract->node, "numStyleLink") : NULL;
  GHashTableIter iter;
  gpointer value;

  if (link == NULL)
    return abstract;
  g_hash_table_iter_init (&iter, self->abstracts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_autofree char *style = cog_docx_dup_child_val (((Abstract *)value)->node, "styleLink");

      if (g_strcmp0 (style, link) == 0)
        return value;
    }
  return abstract;
}

static const xmlNode *
find_level (Num *num, Abstract *abstract, guint level)
{
  const xmlNode *changed = cog_docx_child (find_by_level (num->node, "lvlOverride", level), "lvl");

  return changed != NULL ? changed : find_by_level (abstract->node, "lvl", level);
}

static guint
get_start (const xmlNode *definition)
{
  g_autofree char *value = cog_docx_dup_child_val (definition, "start");

  return value != NULL ? (guint)CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 100000) : 1;
}

static void
read_format (const xmlNode *definition, CogDocxItem *item)
{
  static const char *const types[][2] = {
    { "lowerLetter", "a" }, { "upperLetter", "A" }, { "lowerRoman", "i" }, { "upperRoman", "I" }
  };
  g_autofree char *format = cog_docx_dup_child_val (definition, "numFmt");
  g_autofree char *text = cog_docx_dup_child_val (definition, "lvlText");

  item->is_ordered =
      format == NULL || (!g_str_equal (format, "bullet") && !g_str_equal (format, "none"));
  /* What is left of the text without its numbers: a sign, or nothing. */
  item->is_plain = g_strcmp0 (format, "none") == 0 &&
                   (text == NULL || strspn (text, "%123456789. ") == strlen (text));
  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (format, types[i][0]))
      item->type = types[i][1];
}

/* An override of the start counts once, when its list is met first (17.9.26). */
static gboolean
take_restart (Num *num, guint level, guint *start)
{
  g_autofree char *value =
      cog_docx_dup_child_val (find_by_level (num->node, "lvlOverride", level), "startOverride");

  if (value == NULL || num->is_restarted[level])
    return FALSE;
  num->is_restarted[level] = TRUE;
  *start = (guint)CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 100000);
  return TRUE;
}

static void
begin_deeper (Num *num, Abstract *abstract, guint level)
{
  for (guint i = level + 1; i < COG_DOCX_MAX_LEVEL; i++)
    {
      g_autofree char *restart =
          cog_docx_dup_child_val (find_level (num, abstract, i), "lvlRestart");

      if (g_strcmp0 (restart, "0") != 0)
        abstract->is_begun[i] = FALSE;
    }
}

gboolean
cog_docx_numbering_count (CogDocxNumbering *self,
                          const char *num_id,
                          guint level,
                          CogDocxItem *item)
{
  Num *num;
  Abstract *abstract;
  const xmlNode *definition;
  guint start;

  g_return_val_if_fail (self != NULL && num_id != NULL && item != NULL, FALSE);

  num = g_hash_table_lookup (self->nums, num_id);
  abstract = num != NULL ? follow_link (self, num->abstract) : NULL;
  if (abstract == NULL || level >= COG_DOCX_MAX_LEVEL)
    return FALSE;
  definition = find_level (num, abstract, level);
  memset (item, 0, sizeof *item);
  read_format (definition, item);
  start = get_start (definition);
  if (take_restart (num, level, &start) || !abstract->is_begun[level])
    abstract->counts[level] = start;
  else
    abstract->counts[level]++;
  abstract->is_begun[level] = TRUE;
  begin_deeper (num, abstract, level);
  item->list = abstract->id;
  item->number = abstract->counts[level];
  return TRUE;
}

/* FALSE: the level shows no number ("none", 17.18.59), though the text asks for it. */
static gboolean
append_number (GString *out, const xmlNode *definition, guint number)
{
  CogDocxItem item = { NULL };

  read_format (definition, &item);
  if (item.is_ordered)
    cog_prose_append_number (out, item.type, number);
  return item.is_ordered;
}

char *
cog_docx_numbering_dup_label (CogDocxNumbering *self, const char *num_id, guint level)
{
  Num *num;
  Abstract *abstract;
  g_autofree char *text = NULL;
  g_autoptr (GString) label = g_string_new (NULL);
  gboolean has_number = FALSE;

  g_return_val_if_fail (self != NULL && num_id != NULL, NULL);

  num = g_hash_table_lookup (self->nums, num_id);
  abstract = num != NULL ? follow_link (self, num->abstract) : NULL;
  if (abstract == NULL || level >= COG_DOCX_MAX_LEVEL)
    return NULL;
  text = cog_docx_dup_child_val (find_level (num, abstract, level), "lvlText");
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    {
      guint of = c[0] == '%' && c[1] >= '1' && c[1] <= '9' ? (guint)(c[1] - '1') : level + 1;

      if (of > level)
        {
          g_string_append_c (label, *c);
          continue;
        }
      has_number |=
          append_number (label, find_level (num, abstract, of), MAX (abstract->counts[of], 1));
      c++;
    }
  return has_number ? g_strdup (label->str) : NULL;
}
