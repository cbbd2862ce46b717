/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-entities.h"

#include <string.h>

#define MOST 64           /* declarations: Illustrator writes about ten */
#define LONGEST 200       /* bytes of a value: an address */
#define LARGEST (1 << 20) /* bytes that all references together may add */

static GHashTable *
read_declarations (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("<!ENTITY\\s+([A-Za-z_][\\w.-]{0,60})\\s+"
                                          "(?:\"([^\"<&%]*)\"|'([^'<&%]*)')\\s*>",
                                          G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gboolean more = g_regex_match (regex, text, 0, &match);
       more && g_hash_table_size (values) < MOST; more = g_match_info_next (match, NULL))
    {
      g_autofree char *first = g_match_info_fetch (match, 2);
      g_autofree char *second = g_match_info_fetch (match, 3);
      const char *value = first != NULL && first[0] != '\0' ? first : second;

      if (value != NULL && strlen (value) <= LONGEST)
        g_hash_table_insert (values, g_match_info_fetch (match, 1), g_strdup (value));
    }
  return values;
}

static char *
put_in (const char *text, GHashTable *values)
{
  GString *out = g_string_sized_new (strlen (text));
  gsize added = 0;

  for (const char *at = text; *at != '\0';)
    {
      const char *close = *at == '&' ? strchr (at, ';') : NULL;
      g_autofree char *name =
          close != NULL && close - at < 64 ? g_strndup (at + 1, (gsize)(close - at - 1)) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (values, name) : NULL;

      if (value != NULL && (added += strlen (value)) < LARGEST)
        {
          g_string_append (out, value);
          at = close + 1;
        }
      else
        g_string_append_c (out, *at++);
    }
  return g_string_free (out, FALSE);
}

GBytes *
cog_drawing_expand_entities (GBytes *bytes)
{
  gsize size;
  const char *data;
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) values = NULL;
  char *expanded;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0 || g_strstr_len (data, (gssize)size, "<!ENTITY") == NULL ||
      !g_utf8_validate_len (data, size, NULL))
    return NULL;
  text = g_strndup (data, size);
  values = read_declarations (text);
  expanded = put_in (text, values);
  return g_bytes_new_take (expanded, strlen (expanded));
}
