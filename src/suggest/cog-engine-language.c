/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-language.h"

#include "cog-language.h"

#include <string.h>

/* What engines call by a name of their own. LibreTranslate: zt, pb; Apertium: hbs, nor (macro
 * languages, of which it means the usual one). */
static const struct
{
  const char *code, *tag;
} own_names[] = {
  { "zt", "zh-Hant" },
  { "pb", "pt-BR" },
  { "hbs", "sh" },
  { "nor", "nb" },
};

/* "valencia", "arpitan": what stands behind the language, when it is no region and no script. */
static gboolean
is_subtag (const char *variety)
{
  gsize length = strlen (variety);

  return length == 2 || length == 4 || (length == 3 && g_ascii_isdigit (variety[0]));
}

char *
cog_engine_language_dup_tag (const char *code)
{
  g_autofree char *tag = NULL;
  char *rest;
  char *canonical;

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (g_ascii_strcasecmp (code, own_names[i].code) == 0)
      return g_strdup (own_names[i].tag);
  tag = g_strdelimit (g_strdup (code), "_", '-');
  rest = strchr (tag, '-');
  if (rest != NULL && !is_subtag (rest + 1))
    *rest = '\0';
  canonical = cog_language_canonicalise (tag);
  return canonical != NULL ? canonical : g_steal_pointer (&tag);
}

guint
cog_engine_language_match (const char *code, const char *tag)
{
  g_autofree char *own = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *own_script = NULL;
  g_autofree char *script = NULL;

  g_return_val_if_fail (code != NULL && tag != NULL, 0);

  own = cog_engine_language_dup_tag (code);
  first = cog_language_dup_iso3 (own);
  second = cog_language_dup_iso3 (tag);
  if (first == NULL || second == NULL || !g_str_equal (first, second))
    return 0;
  /* Serbian in Latin letters is of no use to whoever reads Cyrillic. */
  own_script = cog_language_dup_script (own);
  script = cog_language_dup_script (tag);
  if (g_strcmp0 (own_script, script) != 0)
    return 0;
  wanted = cog_language_canonicalise (tag);
  if (strchr (own, '-') == NULL)
    return strpbrk (code, "_-") == NULL ? 2 : 1;
  return g_strcmp0 (own, wanted) == 0 ? 3 : 1;
}
