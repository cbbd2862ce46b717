/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-expression.h"
#include "cog-licence.h"

#include <string.h>

static gboolean
has_element (const CogLicence *licence, const char *element)
{
  g_auto (GStrv) elements = g_strsplit (licence->unit, "-", -1);

  return g_strv_contains ((const char *const *)elements, element);
}

/* Whether all that the licence permits is permitted by the other, too. ShareAlike permits what is
 * under its own terms only, so that nothing but itself is inside it; the other licences with a word
 * more permit less. The public domain permits everything, where it is so everywhere. */
static gboolean
is_inside (const char *id, const char *other_id)
{
  static const char *const words[] = { "by", "nc", "nd", "sa" };
  const CogLicence *licence = cog_licence_lookup (id);
  const CogLicence *other = cog_licence_lookup (other_id);

  if (licence == NULL || other == NULL || licence == other)
    return licence == other && licence != NULL;
  if (licence->klass == COG_CLASS_ARR)
    return other->klass != COG_CLASS_UNKNOWN;
  if (other->klass == COG_CLASS_PD && other->only_in == NULL)
    return licence->only_in == NULL;
  if (licence->unit == NULL || other->unit == NULL || g_str_equal (licence->unit, other->unit) ||
      has_element (other, "sa"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_element (other, words[i]) && !has_element (licence, words[i]))
      return FALSE;
  return TRUE;
}

/* All of one alternative are inside what another demands. */
static gboolean
meets (char **ids, char **others)
{
  for (guint k = 0; others[k] != NULL; k++)
    {
      gboolean any = FALSE;

      for (guint i = 0; ids[i] != NULL && !any; i++)
        any = is_inside (ids[i], others[k]);
      if (!any)
        return FALSE;
    }
  return TRUE;
}

/* Each way of meeting the expression is also a way of meeting the other. */
static gboolean
is_expression_inside (const char *expression, const char *other)
{
  g_autoptr (GPtrArray) ways = cog_expression_list_alternatives (expression);
  g_autoptr (GPtrArray) others = cog_expression_list_alternatives (other);

  if (ways == NULL || others == NULL)
    return FALSE;
  for (guint i = 0; i < ways->len; i++)
    {
      gboolean any = FALSE;

      for (guint k = 0; k < others->len && !any; k++)
        any = meets (g_ptr_array_index (ways, i), g_ptr_array_index (others, k));
      if (!any)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_term (const char *expression)
{
  return strstr (expression, " OR ") != NULL ? g_strdup_printf ("(%s)", expression)
                                             : g_strdup (expression);
}

char *
cog_licence_dup_both (const char *a, const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);
  if (is_expression_inside (a, b))
    return g_strdup (a);
  if (is_expression_inside (b, a))
    return g_strdup (b);
  first = dup_term (a);
  second = dup_term (b);
  return g_strdup_printf ("%s AND %s", first, second);
}
