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

char *
cog_licence_dup_long_name (const CogLicence *licence, const char *language)
{
  JsonObject *names;
  g_auto (GStrv) elements = NULL;
  g_autoptr (GString) name = NULL;
  g_auto (GStrv) around = NULL;

  g_return_val_if_fail (licence != NULL, NULL);

  if (licence->unit == NULL || licence->version == NULL)
    return g_strdup (licence->name);
  names = language != NULL ? cog_rights_find_language (get_names (), language) : NULL;
  if (names == NULL)
    names = json_object_get_object_member (get_names (), "en");
  elements = g_strsplit (licence->unit, "-", -1);
  name = g_string_new (NULL);
  for (guint i = 0; elements[i] != NULL; i++)
    {
      const char *word = json_object_get_string_member (names, elements[i]);

      /* The word of 4.0 differs from that of the versions before it, in English. */
      if (g_str_equal (word, "NoDerivatives") && !g_str_equal (licence->version, "4.0"))
        word = "NoDerivs";
      g_string_append_printf (
          name, "%s%s", i > 0 ? json_object_get_string_member (names, "separator") : "", word);
    }
  g_string_append_printf (name, " %s ", licence->version);
  if (licence->port != NULL)
    {
      g_autofree char *upper = g_ascii_strup (licence->port, -1);

      g_string_append (name, upper);
    }
  else
    g_string_append (name, json_object_get_string_member (names, get_suffix_key (licence)));
  around = g_strsplit (json_object_get_string_member (names, "pattern"), "{name}", 2);
  return g_strjoinv (name->str, around);
}
