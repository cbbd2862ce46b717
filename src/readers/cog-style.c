/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include <string.h>

/* A hostile sheet must not take longer than a book. */
#define MAX_RULES 5000

static gboolean
value_is (const char *value, const char *word)
{
  return g_ascii_strncasecmp (value, word, strlen (word)) == 0;
}

static CogStyle
parse_declaration (const char *name, const char *value)
{
  if (g_str_equal (name, "display"))
    return value_is (value, "none")    ? COG_STYLE_HIDDEN
           : value_is (value, "block") ? COG_STYLE_APART
                                       : 0;
  if (g_str_equal (name, "float"))
    return value_is (value, "left") || value_is (value, "right") ? COG_STYLE_APART : 0;
  if (g_str_equal (name, "position"))
    return value_is (value, "absolute") ? COG_STYLE_APART : 0;
  if (g_str_equal (name, "font-style"))
    return value_is (value, "italic") || value_is (value, "oblique") ? COG_STYLE_ITALIC : 0;
  if (g_str_equal (name, "font-weight"))
    return value_is (value, "bold") || g_ascii_strtoll (value, NULL, 10) >= 600 ? COG_STYLE_BOLD
                                                                                : 0;
  if (g_str_equal (name, "font-variant"))
    return value_is (value, "small-caps") ? COG_STYLE_SMALL_CAPS : 0;
  if (g_str_equal (name, "text-decoration") || g_str_equal (name, "text-decoration-line"))
    return value_is (value, "underline")      ? COG_STYLE_UNDERLINE
           : value_is (value, "line-through") ? COG_STYLE_STRIKE
                                              : 0;
  if (g_str_equal (name, "vertical-align"))
    return value_is (value, "super") ? COG_STYLE_SUPER
           : value_is (value, "sub") ? COG_STYLE_SUB
                                     : 0;
  if (g_str_has_suffix (name, "writing-mode"))
    return value_is (value, "vertical") || value_is (value, "tb") ? COG_STYLE_VERTICAL : 0;
  return 0;
}

CogStyle
cog_style_parse_declarations (const char *css, gsize length)
{
  g_autofree char *copy = g_strndup (css, length);
  g_auto (GStrv) declarations = g_strsplit (copy, ";", 200);
  CogStyle style = 0;

  for (guint i = 0; declarations[i] != NULL; i++)
    {
      char *colon = strchr (declarations[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      g_strstrip (declarations[i]);
      {
        g_autofree char *name = g_ascii_strdown (declarations[i], -1);

        style |= parse_declaration (name, g_strstrip (colon + 1));
      }
    }
  return style;
}

/* Only selectors of one simple part: what depends on neighbours is a matter of looks. */
static gboolean
is_simple (const char *selector)
{
  for (const char *c = selector; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (".#_-", *c) == NULL && (guchar)*c < 0x80)
      return FALSE;
  return selector[0] != '\0';
}

static void
add_rule (GHashTable *table, const char *selectors, gsize length, CogStyle style)
{
  g_autofree char *copy = g_strndup (selectors, length);
  g_auto (GStrv) list = g_strsplit (copy, ",", 100);

  for (guint i = 0; list[i] != NULL && g_hash_table_size (table) < MAX_RULES; i++)
    {
      char *selector = g_strstrip (list[i]);
      gpointer old = g_hash_table_lookup (table, selector);

      if (is_simple (selector))
        g_hash_table_insert (table, g_strdup (selector),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (old) | style));
    }
}

static char *
dup_without_comments (const char *css)
{
  GString *out = g_string_new (NULL);
  const char *open;

  while ((open = strstr (css, "/*")) != NULL)
    {
      const char *close = strstr (open + 2, "*/");

      g_string_append_len (out, css, open - css);
      if (close == NULL)
        return g_string_free (out, FALSE);
      css = close + 2;
    }
  g_string_append (out, css);
  return g_string_free (out, FALSE);
}

void
cog_style_add_sheet (GHashTable *table, const char *css)
{
  g_autofree char *clean = dup_without_comments (css);
  const char *at = clean;

  for (;;)
    {
      gsize selector = strcspn (at, "{};");
      const char *body = at + selector;
      const char *end;

      if (body[0] == '\0')
        return;
      if (body[0] != '{')
        {
          at = body + 1;
          continue;
        }
      end = body + 1 + strcspn (body + 1, "{}");
      /* An opening brace inside: a block such as @media. Its rules are for other media: go in only
       * for those that hold for reading. */
      if (end[0] == '{')
        {
          at = body + 1;
          continue;
        }
      while (g_ascii_isspace (*at))
        at++;
      if (body > at && *at != '@')
        add_rule (table, at, body - at, cog_style_parse_declarations (body + 1, end - body - 1));
      if (end[0] == '\0')
        return;
      at = end + 1;
    }
}

static CogStyle
lookup_selector (GHashTable *table, const char *a, const char *b, const char *c)
{
  g_autofree char *key = g_strconcat (a, b, c, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

CogStyle
cog_style_lookup (GHashTable *table, const xmlNode *element)
{
  const char *name = (const char *)element->name;
  g_autofree char *classes = cog_xml_dup_attribute (element, "class");
  g_autofree char *id = cog_xml_dup_attribute (element, "id");
  g_autofree char *own = cog_xml_dup_attribute (element, "style");
  CogStyle style = lookup_selector (table, name, "", "");

  if (classes != NULL)
    {
      g_auto (GStrv) words = g_strsplit_set (classes, " \t\r\n", 50);

      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
          style |= lookup_selector (table, ".", words[i], "") |
                   lookup_selector (table, name, ".", words[i]);
    }
  if (id != NULL)
    style |= lookup_selector (table, "#", id, "");
  if (own != NULL)
    style |= cog_style_parse_declarations (own, strlen (own));
  return style;
}
