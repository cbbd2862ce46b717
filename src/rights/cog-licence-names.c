/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-private.h"

#include <string.h>

/* The entry of a file keyed by language: the tag itself, then its script's, then its language's. */
JsonObject *
cog_rights_find_language (JsonObject *root, const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-_"));
  const char *tag = base;

  if (json_object_has_member (root, language))
    return json_object_get_object_member (root, language);
  if (g_str_equal (base, "zh"))
    tag = strstr (language, "Hant") != NULL || strstr (language, "-TW") != NULL ||
                  strstr (language, "-HK") != NULL
              ? "zh-Hant"
              : "zh-Hans";
  if (json_object_has_member (root, tag))
    return json_object_get_object_member (root, tag);
  if (g_str_equal (base, "zh") && json_object_has_member (root, "zh-Hans"))
    return json_object_get_object_member (root, "zh-Hans");
  return NULL;
}

static JsonObject *
get_names (void)
{
  static gsize once = 0;
  static JsonObject *names;

  if (g_once_init_enter (&once))
    {
      names = cog_rights_load_json ("names.json");
      g_once_init_leave (&once, 1);
    }
  return names;
}

static const char *
get_suffix_key (const CogLicence *licence)
{
  if (g_str_equal (licence->version, "4.0"))
    return "International";
  return g_str_equal (licence->version, "3.0") ? "Unported" : "Generic";
}

/* "IGO", "Germany", "UK: Scotland": what follows the version. (transfer full) */
static char *
dup_suffix (const CogLicence *licence, JsonObject *names, const char *language)
{
  char *country;

  if (licence->port == NULL)
    return g_strdup (json_object_get_string_member (names, get_suffix_key (licence)));
  if (g_str_equal (licence->port, "igo"))
    return g_strdup ("IGO");
  if (g_str_equal (licence->port, "scotland"))
    return g_strdup ("UK: Scotland");
  if (g_str_equal (licence->port, "uk") && g_str_has_prefix (language, "en"))
    return g_strdup ("UK: England & Wales");
  country = cog_licence_dup_country (licence->port, language);
  return country != NULL ? country : g_ascii_strup (licence->port, -1);
}

static char *
dup_elements (const CogLicence *licence, JsonObject *names)
{
  g_auto (GStrv) elements = g_strsplit (licence->unit, "-", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; elements[i] != NULL; i++)
    {
      const char *word = json_object_get_string_member (names, elements[i]);

      /* The word of 4.0 differs from that of the versions before it, in English. */
      if (g_str_equal (word, "NoDerivatives") && !g_str_equal (licence->version, "4.0"))
        word = "NoDerivs";
      if (i > 0)
        g_string_append (name, json_object_get_string_member (names, "separator"));
      g_string_append (name, word);
    }
  return g_string_free (name, FALSE);
}

/* "versii 4.0" where a language has a word for it. */
static char *
dup_version (const CogLicence *licence, JsonObject *names)
{
  const char *pattern = json_object_get_string_member_with_default (names, "version", "{version}");
  g_auto (GStrv) around = g_strsplit (pattern, "{version}", 2);

  return g_strjoinv (licence->version, around);
}

char *
cog_licence_dup_long_name (const CogLicence *licence, const char *language)
{
  JsonObject *names;
  g_autofree char *elements = NULL;
  g_autofree char *version = NULL;
  g_autofree char *suffix = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) around = NULL;

  g_return_val_if_fail (licence != NULL, NULL);

  names = language != NULL ? cog_rights_find_language (get_names (), language) : NULL;
  if (names == NULL)
    {
      language = "en";
      names = json_object_get_object_member (get_names (), language);
    }
  if (g_str_equal (licence->id, "CC0-1.0"))
    return g_strconcat (
        "CC0 1.0 ", json_object_get_string_member_with_default (names, "zero", "Universal"), NULL);
  if (licence->unit == NULL || licence->version == NULL)
    return g_strdup (licence->name);
  elements = dup_elements (licence, names);
  version = dup_version (licence, names);
  suffix = dup_suffix (licence, names, language);
  name = g_strjoin (" ", elements, version, suffix, NULL);
  around = g_strsplit (json_object_get_string_member (names, "pattern"), "{name}", 2);
  return g_strjoinv (name, around);
}
