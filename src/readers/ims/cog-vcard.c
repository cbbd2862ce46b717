/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-vcard.h"

#include "cog-xml.h"

#include <string.h>

/* RFC 6350, 3.4: \n, \, \; and \\ stand for themselves. */
static char *
dup_unescaped (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *folded;

  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        {
          c++;
          g_string_append_c (text, *c == 'n' || *c == 'N' ? ' ' : *c);
        }
      else
        g_string_append_c (text, *c);
    }
  folded = cog_xml_fold_space (text->str);
  if (folded[0] == '\0')
    g_clear_pointer (&folded, g_free);
  return folded;
}

/* A property is NAME, then parameters behind ";", then ":" and its value up to the next property;
 * where lines were run together, that begins behind a blank. (transfer full) (nullable) */
static char *
dup_property (const char *text, const char *name)
{
  g_autofree char *pattern = g_strdup_printf (
      "(?:^|\\s)%s(?:;[^:\\n]*)?:(.*?)(?=\\s(?:[A-Z-]{1,12}(?:;[^:\\s]*)?:)|\\s*$)", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *value = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  value = g_match_info_fetch (match, 1);
  return g_strdup (value);
}

/* "Family;Given;Middle;Prefix;Suffix" */
static char *
dup_structured (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", 6);
  guint n = g_strv_length (parts);
  g_autofree char *joined = n > 1 ? g_strjoin (" ", n > 3 ? parts[3] : "", parts[1],
                                               n > 2 ? parts[2] : "", parts[0], NULL)
                                  : g_strdup (value);

  return dup_unescaped (joined);
}

char *
cog_vcard_dup_name (const char *text)
{
  g_autofree char *value = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 4000)
    return NULL;
  upper = g_ascii_strup (text, -1);
  if (strstr (upper, "BEGIN:VCARD") == NULL)
    {
      char *name = cog_xml_fold_space (text);

      if (name[0] == '\0' || strlen (name) > 200)
        g_clear_pointer (&name, g_free);
      return name;
    }
  value = dup_property (text, "FN");
  if (value != NULL && g_strstrip (value)[0] != '\0')
    return dup_unescaped (value);
  g_free (value);
  value = dup_property (text, "N");
  if (value != NULL && strspn (g_strstrip (value), ";") < strlen (value))
    return dup_structured (value);
  g_free (value);
  value = dup_property (text, "ORG");
  return value != NULL ? dup_unescaped (value) : NULL;
}
