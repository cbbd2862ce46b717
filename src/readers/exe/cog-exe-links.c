/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-links.h"

#include "cog-path.h"

#include <string.h>

#define CONTEXT "{{context_path}}"

typedef struct
{
  CogCourse *course;
  const CogExePackage *package;
  GHashTable *sections;
  CogSection *section;
} Links;

static const char *
find_in_folders (Links *links, const char *name)
{
  static const char *const folders[] = { "", "content/resources/", "resources/", "content/" };
  const char *file = NULL;

  for (guint i = 0; file == NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *reference = g_strconcat ("/", folders[i], name, NULL);

      file = cog_container_resolve (links->course->container, NULL, reference);
    }
  return file;
}

/* The three generations: "resources/NAME" at the root, "{{context_path}}/ID/NAME" and
 * "{{context_path}}/content/resources/NAME". Also encoded, as editors leave it. */
static const char *
find_file (Links *links, const char *value)
{
  g_autofree char *decoded = g_uri_unescape_string (value, NULL);
  const char *path = decoded != NULL ? decoded : value;
  const char *at = strstr (path, CONTEXT);
  g_autofree char *name = NULL;

  if (at != NULL)
    path = at + strlen (CONTEXT);
  else if (cog_path_has_scheme (value) || value[0] == '#')
    return NULL;
  while (*path == '/' || g_str_has_prefix (path, "./"))
    path++;
  if (g_str_has_prefix (path, "resources/"))
    path += strlen ("resources/");
  name = g_uri_escape_string (path, "/", TRUE);
  return find_in_folders (links, name);
}

static CogExePage *
find_titled (GPtrArray *pages, const char *title)
{
  for (guint i = 0; i < pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (pages, i);

      if (g_strcmp0 (page->title, title) == 0)
        return page;
    }
  return NULL;
}

/* "exe-node:Home:First%20page:Its%20part#auto_top" is a way of titles; "exe-node:ID" an id. */
static CogExePage *
find_page (Links *links, const char *value)
{
  g_autofree char *bare = g_strndup (value, strcspn (value, "#"));
  g_auto (GStrv) titles = g_strsplit (bare, ":", 30);
  GPtrArray *pages = links->package->roots;
  CogExePage *found = NULL;

  for (guint i = 0; i < links->package->pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (links->package->pages, i);

      if (g_strcmp0 (page->id, bare) == 0)
        return page;
    }
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = g_uri_unescape_string (titles[i], NULL);
      CogExePage *page = title != NULL ? find_titled (pages, title) : NULL;

      if (page == NULL)
        return NULL;
      found = page;
      pages = page->children;
    }
  return found;
}

static void
resolve_attribute (Links *links, xmlNode *n, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (n, name);
  const char *file, *target;

  if (value == NULL)
    return;
  if (g_str_has_prefix (value, "exe-node:"))
    {
      CogExePage *page = find_page (links, value + strlen ("exe-node:"));

      target = page != NULL ? g_hash_table_lookup (links->sections, page) : NULL;
      if (target != NULL)
        cog_course_set_target (links->course, links->section, n, target);
      else
        cog_xml_set (n, name, NULL);
      return;
    }
  if (g_str_has_prefix (value, "exe-package:"))
    {
      cog_xml_set (n, name, NULL);
      return;
    }
  file = find_file (links, value);
  if (file != NULL)
    {
      g_autofree char *reference = cog_course_dup_reference (file);

      cog_xml_set (n, name, reference);
    }
  else if (strstr (value, CONTEXT) != NULL)
    {
      const char *rest = strstr (value, CONTEXT) + strlen (CONTEXT);

      cog_xml_set (n, name, rest[0] != '\0' ? rest : NULL);
    }
}

void
cog_exe_resolve_links (CogCourse *course,
                       const CogExePackage *package,
                       GHashTable *sections,
                       CogSection *section,
                       xmlNode *content)
{
  static const char *const names[] = { "href", "src", "data", "poster" };
  Links links = { course, package, sections, section };

  g_return_if_fail (course != NULL && package != NULL && content != NULL);

  for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    for (guint i = 0;
         n->type == XML_ELEMENT_NODE && n->properties != NULL && i < G_N_ELEMENTS (names); i++)
      resolve_attribute (&links, n, names[i]);
}
