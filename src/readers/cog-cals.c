/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cals.h"

#define MAX_COLUMNS 1000

static int
find_column (char **columns, const char *name)
{
  for (int i = 0; name != NULL && columns != NULL && columns[i] != NULL; i++)
    if (g_str_equal (columns[i], name))
      return i;
  return -1;
}

/* A span of columns may have a name too: <spanspec spanname="all" namest="c1" nameend="c4"/>. */
static const xmlNode *
find_span (const xmlNode *entry)
{
  g_autofree char *wanted = cog_xml_dup_attribute (entry, "spanname");
  const xmlNode *group = entry;
  guint n_seen = 0;

  while (wanted != NULL && group != NULL && !cog_xml_is (group, NULL, "tgroup"))
    group = group->parent;
  if (wanted == NULL || group == NULL)
    return entry;
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL && n_seen++ < 200;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "spanspec") ? cog_xml_dup_attribute (n, "spanname") : NULL;

      if (g_strcmp0 (name, wanted) == 0)
        return n;
    }
  return entry;
}

char **
cog_cals_list_columns (const xmlNode *group)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (const xmlNode *spec = cog_xml_first_element (group); spec != NULL;
       spec = cog_xml_next_element (spec))
    if (cog_xml_is (spec, NULL, "colspec") && n < MAX_COLUMNS)
      {
        g_autofree char *name = cog_xml_dup_attribute (spec, "colname");

        n++;
        g_strv_builder_add (builder, name != NULL ? name : "");
      }
  return g_strv_builder_end (builder);
}

void
cog_cals_copy_spans (const xmlNode *entry, char **columns, xmlNode *cell)
{
  const xmlNode *range = find_span (entry);
  g_autofree char *start = cog_xml_dup_attribute (range, "namest");
  g_autofree char *end = cog_xml_dup_attribute (range, "nameend");
  g_autofree char *more = cog_xml_dup_attribute (entry, "morerows");
  int from = find_column (columns, start);
  int to = find_column (columns, end);

  if (from >= 0 && to > from)
    {
      g_autofree char *span = g_strdup_printf ("%d", to - from + 1);

      cog_xml_set (cell, "colspan", span);
    }
  if (more != NULL && g_ascii_strtoll (more, NULL, 10) > 0)
    {
      g_autofree char *span =
          g_strdup_printf ("%d", (int)MIN (g_ascii_strtoll (more, NULL, 10), 999) + 1);

      cog_xml_set (cell, "rowspan", span);
    }
}
