/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence.h"

#include "cog-licence-private.h"
#include "cog-rights-resources.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define RESOURCE "/org/cognate/rights/"

static const char *const class_names[] = {
  "PD",  "BY",         "BY-SA",     "BY-NC",   "BY-NC-SA", "BY-ND",          "BY-NC-ND",
  "NC",  "SA",         "NC-SA",     "ND",      "COPYLEFT", "UNVERSIONED-SA", "ASK",
  "ARR", "PERMISSION", "EXCEPTION", "UNKNOWN",
};

typedef struct
{
  GPtrArray *list;
  GHashTable *by_id;  /* folded id → CogLicence */
  GHashTable *by_url; /* "creativecommons.org/licenses/by/4.0" → CogLicence */
} Catalogue;

const char *
cog_licence_class_to_name (CogLicenceClass klass)
{
  g_assert ((gsize)klass < G_N_ELEMENTS (class_names));
  return class_names[klass];
}

static CogLicenceClass
class_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (g_strcmp0 (class_names[i], name) == 0)
      return (CogLicenceClass)i;
  g_error ("licences.json: no class %s", name);
}

JsonObject *
cog_rights_load_json (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE, name, NULL);
  g_autoptr (GError) error = NULL;
  /* Named here, so that the linker keeps it. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cog_rights_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *text;

  if (bytes == NULL)
    g_error ("%s", error->message);
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, size, &error))
    g_error ("%s: %s", name, error->message);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/* Without scheme, www., query, fragment and trailing slash. (transfer full) */
static char *
dup_url_key (const char *url)
{
  const char *start = strstr (url, "://");
  g_autofree char *key = NULL;
  gsize length;

  start = start != NULL ? start + 3 : url;
  start += strspn (start, "/ \t\r\n");
  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  key = g_ascii_strdown (start, strcspn (start, "?# \t\r\n"));
  length = strlen (key);
  if (g_str_has_suffix (key, ".html") || g_str_has_suffix (key, ".txt"))
    key[length = strrchr (key, '.') - key] = '\0';
  while (length > 0 && strchr ("/.,;)", key[length - 1]) != NULL)
    key[--length] = '\0';
  return g_steal_pointer (&key);
}

/* The first row that has an address keeps it: GFDL 1.3 is that, and not one of its variants. */
static void
add_url (Catalogue *catalogue, const char *url, CogLicence *licence)
{
  g_autofree char *key = dup_url_key (url);

  if (!g_hash_table_contains (catalogue->by_url, key))
    g_hash_table_insert (catalogue->by_url, g_steal_pointer (&key), licence);
}

static void
catalogue_add (Catalogue *catalogue, CogLicence *licence)
{
  g_ptr_array_add (catalogue->list, licence);
  g_hash_table_insert (catalogue->by_id, g_ascii_strdown (licence->id, -1), licence);
  if (licence->url[0] != '\0')
    add_url (catalogue, licence->url, licence);
}

static void
add_creative_commons (Catalogue *catalogue,
                      const char *unit,
                      CogLicenceClass klass,
                      const char *version,
                      const char *port)
{
  CogLicence *licence = g_new0 (CogLicence, 1);
  g_autofree char *upper_unit = g_ascii_strup (unit, -1);
  g_autofree char *upper_port = port != NULL ? g_ascii_strup (port, -1) : NULL;
  /* The old order of the elements in 1.0's address: CC's own irregularity. */
  const char *path =
      g_str_equal (unit, "by-nc-nd") && g_str_equal (version, "1.0") ? "by-nd-nc" : unit;

  licence->id = g_strdup_printf ("CC-%s-%s%s%s", upper_unit, version, port != NULL ? "-" : "",
                                 port != NULL ? upper_port : "");
  licence->url = g_strdup_printf ("https://creativecommons.org/licenses/%s/%s/%s%s", path, version,
                                  port != NULL ? port : "", port != NULL ? "/" : "");
  licence->name = g_strdup_printf ("CC %s %s%s%s", upper_unit, version, port != NULL ? " " : "",
                                   port != NULL ? upper_port : "");
  licence->unit = g_strdup (unit);
  licence->version = g_strdup (version);
  licence->port = g_strdup (port);
  licence->klass = klass;
  licence->is_offered = g_str_equal (version, "4.0");
  catalogue_add (catalogue, licence);
}

static void
load_creative_commons (Catalogue *catalogue, JsonObject *root)
{
  JsonObject *units = json_object_get_object_member (root, "units");
  JsonObject *versions = json_object_get_object_member (root, "versions");
  g_autoptr (GList) unit_names = json_object_get_members (units);
  g_autoptr (GList) version_names = json_object_get_members (versions);

  for (GList *v = version_names; v != NULL; v = v->next)
    for (GList *u = unit_names; u != NULL; u = u->next)
      {
        JsonObject *version = json_object_get_object_member (versions, v->data);
        JsonObject *unit = json_object_get_object_member (units, u->data);
        CogLicenceClass klass = class_from_name (json_object_get_string_member (unit, "class"));
        g_auto (GStrv) ports =
            g_strsplit (json_object_get_string_member (version, "ports"), " ", -1);

        if (json_object_get_boolean_member (version, "generic"))
          add_creative_commons (catalogue, u->data, klass, v->data, NULL);
        for (guint i = 0; ports[i] != NULL; i++)
          if (ports[i][0] != '\0')
            add_creative_commons (catalogue, u->data, klass, v->data, ports[i]);
      }
}

static char **
dup_strings (JsonObject *object, const char *key)
{
  JsonArray *array =
      json_object_has_member (object, key) ? json_object_get_array_member (object, key) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
load_other (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *object = json_node_get_object (node);
  CogLicence *licence = g_new0 (CogLicence, 1);
  g_auto (GStrv) aliases = NULL;

  licence->id = g_strdup (json_object_get_string_member (object, "id"));
  licence->name = g_strdup (json_object_get_string_member (object, "name"));
  licence->url = g_strdup (json_object_get_string_member (object, "url"));
  licence->klass = class_from_name (json_object_get_string_member (object, "class"));
  licence->targets = dup_strings (object, "targets");
  licence->statement =
      g_strdup (json_object_get_string_member_with_default (object, "statement", NULL));
  licence->only_in = g_strdup (json_object_get_string_member_with_default (object, "onlyIn", NULL));
  licence->is_offered = g_str_equal (licence->id, "CC0-1.0");
  licence->is_retired = json_object_get_boolean_member_with_default (object, "retired", FALSE);
  licence->is_unversioned =
      json_object_get_boolean_member_with_default (object, "unversioned", FALSE);
  licence->is_no_target = json_object_get_boolean_member_with_default (object, "noTarget", FALSE);
  if (licence->is_unversioned)
    licence->unit = g_ascii_strdown (licence->id + 3, -1);
  catalogue_add (user_data, licence);
  aliases = dup_strings (object, "aliases");
  for (guint i = 0; aliases[i] != NULL; i++)
    add_url (user_data, aliases[i], licence);
}

static Catalogue *
get_catalogue (void)
{
  static gsize once = 0;
  static Catalogue catalogue;

  if (g_once_init_enter (&once))
    {
      g_autoptr (JsonObject) root = cog_rights_load_json ("licences.json");

      catalogue.list = g_ptr_array_new ();
      catalogue.by_id = g_hash_table_new (g_str_hash, g_str_equal);
      catalogue.by_url = g_hash_table_new (g_str_hash, g_str_equal);
      load_creative_commons (&catalogue, root);
      json_array_foreach_element (json_object_get_array_member (root, "others"), load_other,
                                  &catalogue);
      g_once_init_leave (&once, 1);
    }
  return &catalogue;
}

GPtrArray *
cog_licence_list (void)
{
  return get_catalogue ()->list;
}

const CogLicence *
cog_licence_lookup (const char *id)
{
  g_autofree char *key = NULL;
  const CogLicence *found;
  char *at;

  if (id == NULL)
    return NULL;
  key = g_ascii_strdown (id, -1);
  g_strstrip (key);
  found = g_hash_table_lookup (get_catalogue ()->by_id, key);
  if (found == NULL && (at = strstr (key, "by-nd-nc")) != NULL)
    {
      memcpy (at, "by-nc-nd", 8);
      found = g_hash_table_lookup (get_catalogue ()->by_id, key);
    }
  return found;
}

/* "by-sa-nc" → "by-nc-sa": the elements in the order of the catalogue. (transfer full) (nullable)
 */
static char *
dup_unit (const char *segment)
{
  static const char *const order[] = { "by", "nc", "nd", "sa" };
  g_auto (GStrv) elements = g_strsplit (segment, "-", -1);
  g_autoptr (GString) unit = g_string_new (NULL);
  guint n = g_strv_length (elements);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strv_contains ((const char *const *)elements, order[i]))
      {
        g_string_append_printf (unit, "%s%s", unit->len > 0 ? "-" : "", order[i]);
        n--;
      }
  return n == 0 && g_str_has_prefix (unit->str, "by") ? g_strdup (unit->str) : NULL;
}

/* A version that has ports only, as 2.1, is one as well. */
static gboolean
is_version (const char *unit, const char *version)
{
  for (guint i = 0; i < get_catalogue ()->list->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (get_catalogue ()->list, i);

      if (g_strcmp0 (licence->unit, unit) == 0 && g_strcmp0 (licence->version, version) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A deed, a legal code, a badge's picture; 4.0 has no ports, but is addressed as if it had. */
static gboolean
says_no_port (const char *segment, const char *version)
{
  return g_str_has_prefix (segment, "deed") || g_str_has_prefix (segment, "legalcode") ||
         g_str_equal (segment, "rdf") || strchr (segment, '.') != NULL ||
         (g_str_equal (version, "4.0") && !g_str_equal (segment, "igo"));
}

/* "by-sa/3.0/es": a version and a port that never were leave the licence without a version. */
static const CogLicence *
find_version (const char *unit, char **segments, guint n, guint *odd)
{
  g_autofree char *id = g_strdup_printf ("cc-%s-%s", unit, segments[0]);
  g_autofree char *ported = n > 1 ? g_strdup_printf ("%s-%s", id, segments[1]) : NULL;
  const CogLicence *licence = cog_licence_lookup (ported);

  if (licence != NULL)
    return licence;
  if (!is_version (unit, segments[0]))
    {
      if (g_ascii_isdigit (segments[0][0]) &&
          strspn (segments[0], "0123456789.") == strlen (segments[0]))
        *odd |= COG_RECOGNISED_UNKNOWN_VERSION;
      return NULL;
    }
  if (n > 1 && !says_no_port (segments[1], segments[0]))
    {
      *odd |= COG_RECOGNISED_UNKNOWN_PORT;
      return NULL;
    }
  return cog_licence_lookup (id);
}

/* "licenses/by-sa/3.0/es/deed.ca": a country that has a port is part of the name; a deed, a legal
 * code and a language say nothing. Badges lie under "l/" instead. */
static const CogLicence *
find_by_path (char **segments, guint n, guint *odd)
{
  g_autofree char *unit = NULL;
  g_autofree char *id = NULL;
  const CogLicence *licence = NULL;

  if (n < 2 || !(g_str_equal (segments[0], "licenses") || g_str_equal (segments[0], "l")) ||
      (unit = dup_unit (segments[1])) == NULL)
    return NULL;
  if (n > 2)
    licence = find_version (unit, segments + 2, n - 2, odd);
  if (licence != NULL)
    return licence;
  id = g_strconcat ("cc-", unit, NULL);
  return cog_licence_lookup (id);
}

/* The longest beginning of the address that the catalogue knows, by whole segments. */
static const CogLicence *
find_by_prefix (const char *key)
{
  g_autofree char *prefix = g_strdup (key);
  const CogLicence *found = NULL;
  char *slash;

  while (found == NULL && (slash = strrchr (prefix, '/')) != NULL && strchr (prefix, '/') != slash)
    {
      *slash = '\0';
      found = g_hash_table_lookup (get_catalogue ()->by_url, prefix);
    }
  return found;
}

const CogLicence *
cog_licence_lookup_url (const char *url)
{
  return cog_licence_lookup_url_full (url, NULL);
}

const CogLicence *
cog_licence_lookup_url_full (const char *url, guint *odd)
{
  guint ignored = 0;
  g_autofree char *key = NULL;
  g_auto (GStrv) segments = NULL;
  const CogLicence *found;
  gboolean is_badge;

  if (url == NULL || url[0] == '\0')
    return NULL;
  key = dup_url_key (url);
  found = g_hash_table_lookup (get_catalogue ()->by_url, key);
  if (found != NULL)
    return found;
  segments = g_strsplit (key, "/", -1);
  /* "#licence": a place in the page, and no address. */
  if (segments[0] == NULL)
    return NULL;
  is_badge = g_str_has_suffix (segments[0], "licensebuttons.net");
  if (is_badge || g_str_equal (segments[0], "creativecommons.org") ||
      g_str_has_suffix (segments[0], ".creativecommons.org"))
    {
      found =
          find_by_path (segments + 1, g_strv_length (segments) - 1, odd != NULL ? odd : &ignored);
      if (found != NULL || is_badge)
        return found;
    }
  if (g_str_has_suffix (segments[0], "spdx.org") && segments[1] != NULL && segments[2] != NULL)
    return cog_licence_lookup (segments[2]);
  return find_by_prefix (key);
}

gboolean
cog_licence_is_nc (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, FALSE);
  return licence->klass == COG_CLASS_BY_NC || licence->klass == COG_CLASS_BY_NC_SA ||
         licence->klass == COG_CLASS_BY_NC_ND || licence->klass == COG_CLASS_NC ||
         licence->klass == COG_CLASS_NC_SA || g_str_has_prefix (licence->id, "CC-ND-NC-") ||
         g_str_equal (licence->id, "CC-BY-NC-SA");
}

gboolean
cog_licence_is_nd (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, FALSE);
  return licence->klass == COG_CLASS_BY_ND || licence->klass == COG_CLASS_BY_NC_ND ||
         licence->klass == COG_CLASS_ND;
}

gboolean
cog_licence_is_copyleft (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, FALSE);
  return licence->klass == COG_CLASS_BY_SA || licence->klass == COG_CLASS_BY_NC_SA ||
         licence->klass == COG_CLASS_SA || licence->klass == COG_CLASS_NC_SA ||
         licence->klass == COG_CLASS_COPYLEFT || licence->klass == COG_CLASS_UNVERSIONED_SA;
}

gboolean
cog_licence_is_open (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, FALSE);
  return licence->klass != COG_CLASS_ASK && licence->klass != COG_CLASS_ARR &&
         licence->klass != COG_CLASS_PERMISSION && licence->klass != COG_CLASS_EXCEPTION &&
         licence->klass != COG_CLASS_UNKNOWN;
}

char **
cog_licence_split_expression (const char *expression, gboolean *is_or)
{
  g_return_val_if_fail (expression != NULL, NULL);

  if (is_or != NULL)
    *is_or = strstr (expression, " OR ") != NULL;
  return strstr (expression, " OR ") != NULL ? g_strsplit (expression, " OR ", -1)
                                             : g_strsplit (expression, " AND ", -1);
}
