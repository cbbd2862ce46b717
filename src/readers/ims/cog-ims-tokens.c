/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include <string.h>

/* Platforms write "$IMS-CC-FILEBASE$/a.png" and mean a folder of the package; percent-encoded, with
 * other platforms' folders, and with "..". */

static const char *const file_tokens[] = { "$IMS-CC-FILEBASE$", "$IMS_CC_FILEBASE$",
                                           "$CANVAS_COURSE_REFERENCE$/file_contents/course files",
                                           "$CANVAS_COURSE_REFERENCE$/file_contents" };

/* The address with its percent signs resolved, and without what follows the path. */
static char *
dup_path (const char *value)
{
  g_autofree char *bare = g_strndup (value, strcspn (value, "?#"));
  char *decoded = g_uri_unescape_string (bare, NULL);

  if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL))
    {
      g_free (decoded);
      return g_strdup (bare);
    }
  return decoded;
}

static const char *
find_file (CogIms *r, const char *page, const char *rest)
{
  static const char *const folders[] = { "web_resources/", "", "../web_resources/" };
  const char *found = NULL;

  while (*rest == '/')
    rest++;
  if (*rest == '\0')
    return NULL;
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strconcat (folders[i], rest, NULL);
      g_autofree char *escaped = g_uri_escape_string (name, "/", TRUE);

      found = cog_container_resolve (r->container, r->manifest->file, escaped);
      if (found == NULL)
        found = cog_container_resolve (r->container, page, escaped);
    }
  return found;
}

static const char *
find_token_file (CogIms *r, const char *page, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_tokens); i++)
    {
      const char *at = strstr (path, file_tokens[i]);
      const char *file = at != NULL ? find_file (r, page, at + strlen (file_tokens[i])) : NULL;

      if (file != NULL)
        return file;
    }
  return NULL;
}

/* "$WIKI_REFERENCE$/pages/the-moon", "$CANVAS_OBJECT_REFERENCE$/assignments/ID": the section that
 * it came to. (nullable) */
static const char *
find_token_section (CogIms *r, const char *path)
{
  const char *last = strrchr (path, '/');
  g_autofree char *name = NULL;
  const char *file;
  const CogSection *section;

  if (last == NULL || last[1] == '\0')
    return NULL;
  if (g_hash_table_contains (r->sections, last + 1))
    return g_hash_table_lookup (r->sections, last + 1);
  name = g_strdup_printf ("wiki_content/%s.html", last + 1);
  file = cog_container_resolve (r->container, r->manifest->file, name);
  section = file != NULL ? cog_course_find_page (r->course, file) : NULL;
  return section != NULL ? section->id : NULL;
}

static void
resolve_attribute (CogIms *r, CogSection *section, const char *page, xmlNode *n, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (n, name);
  g_autofree char *path = NULL;
  const char *file, *target;

  if (value == NULL || (strchr (value, '$') == NULL && strstr (value, "%24") == NULL))
    return;
  path = dup_path (value);
  if (strchr (path, '$') == NULL ||
      (strstr (path, "FILEBASE$") == NULL && strstr (path, "_REFERENCE$") == NULL))
    return;
  file = find_token_file (r, page, path);
  target = file == NULL && strcmp (name, "href") == 0 ? find_token_section (r, path) : NULL;
  if (file != NULL)
    {
      g_autofree char *reference = cog_course_dup_reference (file);

      cog_xml_set (n, name, reference);
    }
  else if (target != NULL)
    cog_course_set_target (r->course, section, n, target);
  else if (strcmp (name, "href") == 0)
    /* It leads nowhere but in the platform: only its words stay. */
    cog_xml_set (n, name, NULL);
  else
    {
      const char *sign = strrchr (path, '$');

      /* So that it is told by its name that it is missing. */
      cog_xml_set (n, name, sign != NULL && sign[1] == '/' ? sign + 2 : path);
    }
}

static void
resolve_page (
    CogCourse *course, CogSection *section, const char *file, xmlNode *content, gpointer user_data)
{
  static const char *const names[] = { "href", "src", "data", "poster" };
  CogIms *r = user_data;

  for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    for (guint i = 0;
         n->type == XML_ELEMENT_NODE && n->properties != NULL && i < G_N_ELEMENTS (names); i++)
      resolve_attribute (r, section, file, n, names[i]);
}

void
cog_ims_resolve_tokens (CogIms *r)
{
  g_return_if_fail (r != NULL);
  cog_course_foreach_page (r->course, resolve_page, r);
}
