/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-lists.h"

#include "cog-odt-names.h"
#include "cog-prose-number.h"

#include <string.h>

struct _CogOdtCount
{
  guint numbers[COG_ODT_MAX_LEVEL + 1]; /* by level, from 1 */
  gboolean is_begun[COG_ODT_MAX_LEVEL + 1];
};

struct _CogOdtLists
{
  CogOdtStyles *styles;
  GPtrArray *counts;    /* CogOdtCount, owned */
  GHashTable *by_id;    /* xml:id → CogOdtCount */
  GHashTable *by_style; /* style → CogOdtCount: the last list of that style */
  CogOdtCount outline;
};

CogOdtLists *
cog_odt_lists_new (CogOdtStyles *styles)
{
  CogOdtLists *self = g_new0 (CogOdtLists, 1);

  self->styles = styles;
  self->counts = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cog_odt_lists_free (CogOdtLists *self)
{
  g_ptr_array_unref (self->counts);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_style);
  g_free (self);
}

static CogOdtCount *
find_continued (CogOdtLists *self, const xmlNode *list, const char *style)
{
  g_autofree char *before = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "continue-list");
  g_autofree char *goes_on = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "continue-numbering");
  CogOdtCount *count = before != NULL ? g_hash_table_lookup (self->by_id, before) : NULL;

  if (count == NULL && g_strcmp0 (goes_on, "true") == 0)
    count = g_hash_table_lookup (self->by_style, style);
  return count;
}

CogOdtCount *
cog_odt_lists_begin (CogOdtLists *self, const xmlNode *list, const char *style)
{
  const char *key = style != NULL ? style : "";
  g_autofree char *id = cog_xml_dup_attribute_ns (list, COG_NS_XML, "id");
  CogOdtCount *count = find_continued (self, list, key);

  if (id == NULL)
    id = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "id");
  if (count == NULL)
    {
      count = g_new0 (CogOdtCount, 1);
      g_ptr_array_add (self->counts, count);
    }
  if (id != NULL)
    g_hash_table_replace (self->by_id, g_steal_pointer (&id), count);
  g_hash_table_replace (self->by_style, g_strdup (key), count);
  return count;
}

static const xmlNode *
find_level (const xmlNode *style, guint level)
{
  for (const xmlNode *n = style != NULL ? cog_xml_first_element (style) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *value = cog_xml_dup_attribute_ns (n, COG_ODT_TEXT, "level");

      if (value != NULL && g_ascii_strtoull (value, NULL, 10) == level)
        return n;
    }
  return NULL;
}

/* The formats that ol knows; others, as Arabic letters or circled figures, are told in figures. */
static const char *
find_type (const char *format)
{
  static const char *const types[] = { "a", "A", "i", "I" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (format, types[i]) == 0)
      return types[i];
  return NULL;
}

static void
read_sign (const xmlNode *definition, CogOdtSign *sign)
{
  g_autofree char *format = definition != NULL
                                ? cog_xml_dup_attribute_ns (definition, COG_ODT_STYLE, "num-format")
                                : NULL;
  gboolean is_number = cog_xml_is (definition, COG_ODT_TEXT, "list-level-style-number") ||
                       cog_xml_is (definition, COG_ODT_TEXT, "outline-level-style");

  memset (sign, 0, sizeof *sign);
  sign->is_ordered = is_number && format != NULL && format[0] != '\0';
  sign->is_plain = is_number && !sign->is_ordered;
  sign->type = sign->is_ordered ? find_type (format) : NULL;
}

void
cog_odt_lists_get_sign (CogOdtLists *self, const char *style, guint level, CogOdtSign *sign)
{
  read_sign (find_level (cog_odt_styles_find_list (self->styles, style), level), sign);
}

static guint
read_start (const char *value)
{
  return value != NULL ? (guint)CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 1000000) : 1;
}

static guint
count (CogOdtCount *count, const xmlNode *definition, guint level, const char *start)
{
  g_autofree char *first = definition != NULL
                               ? cog_xml_dup_attribute_ns (definition, COG_ODT_TEXT, "start-value")
                               : NULL;

  if (start != NULL)
    count->numbers[level] = read_start (start);
  else if (!count->is_begun[level])
    count->numbers[level] = read_start (first);
  else
    count->numbers[level]++;
  count->is_begun[level] = TRUE;
  for (guint deeper = level + 1; deeper <= COG_ODT_MAX_LEVEL; deeper++)
    count->is_begun[deeper] = FALSE;
  return count->numbers[level];
}

guint
cog_odt_lists_count (
    CogOdtLists *self, CogOdtCount *of, const char *style, guint level, const char *start)
{
  level = CLAMP (level, 1, COG_ODT_MAX_LEVEL);
  return count (of, find_level (cog_odt_styles_find_list (self->styles, style), level), level,
                start);
}

void
cog_odt_lists_restart (CogOdtCount *count, guint level)
{
  for (guint deeper = MAX (level, 1); deeper <= COG_ODT_MAX_LEVEL; deeper++)
    count->is_begun[deeper] = FALSE;
}

/* num-prefix, the numbers of as many levels as it asks for, num-suffix (19.500 and following). */
static char *
dup_label (const xmlNode *style, const CogOdtCount *count, guint level)
{
  const xmlNode *own = find_level (style, level);
  g_autofree char *prefix = NULL, *suffix = NULL, *levels = NULL;
  g_autoptr (GString) label = g_string_new (NULL);
  CogOdtSign sign;
  guint n_levels;

  read_sign (own, &sign);
  if (!sign.is_ordered)
    return NULL;
  prefix = cog_xml_dup_attribute_ns (own, COG_ODT_STYLE, "num-prefix");
  suffix = cog_xml_dup_attribute_ns (own, COG_ODT_STYLE, "num-suffix");
  levels = cog_xml_dup_attribute_ns (own, COG_ODT_TEXT, "display-levels");
  n_levels = CLAMP (read_start (levels), 1, level);
  g_string_append (label, prefix != NULL ? prefix : "");
  for (guint of = level - n_levels + 1; of <= level; of++)
    {
      read_sign (find_level (style, of), &sign);
      if (!sign.is_ordered)
        continue;
      cog_prose_append_number (label, sign.type, MAX (count->numbers[of], 1));
      if (of < level)
        g_string_append_c (label, '.');
    }
  g_string_append (label, suffix != NULL ? suffix : "");
  return g_strdup (g_strstrip (label->str));
}

char *
cog_odt_lists_dup_label (CogOdtLists *self, CogOdtCount *count, const char *style, guint level)
{
  return dup_label (cog_odt_styles_find_list (self->styles, style), count,
                    CLAMP (level, 1, COG_ODT_MAX_LEVEL));
}

char *
cog_odt_lists_dup_outline (CogOdtLists *self, const xmlNode *heading, guint level)
{
  const xmlNode *style = cog_odt_styles_get_outline (self->styles);
  g_autofree char *is_header = cog_xml_dup_attribute_ns (heading, COG_ODT_TEXT, "is-list-header");
  g_autofree char *start = cog_xml_dup_attribute_ns (heading, COG_ODT_TEXT, "start-value");
  g_autofree char *restarts = cog_xml_dup_attribute_ns (heading, COG_ODT_TEXT, "restart-numbering");

  if (style == NULL || level == 0 || level > COG_ODT_MAX_LEVEL ||
      g_strcmp0 (is_header, "true") == 0)
    return NULL;
  if (g_strcmp0 (restarts, "true") == 0)
    self->outline.is_begun[level] = FALSE;
  count (&self->outline, find_level (style, level), level, start);
  return dup_label (style, &self->outline, level);
}
