/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-manual.h"

#include <string.h>

#define RESOURCES "/org/cognate/Cognate/help/"

struct _CogHelpManual
{
  GPtrArray *folders; /* (element-type filename): of the window's languages, the best first */
  GPtrArray *pages;   /* (element-type CogHelpPage), by their places in the guides */
};

static void
page_free (CogHelpPage *page)
{
  g_free (page->id);
  g_free (page->title);
  g_free (page->desc);
  g_free (page->guide);
  g_free (page->sort);
  cog_help_node_free (page->root);
  g_free (page);
}

/* --- files --------------------------------------------------------------------------------- */

static GPtrArray *
list_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);

  for (const char *const *l = g_get_language_names (); *l != NULL && strcmp (*l, "C") != 0; l++)
    for (const char *const *d = g_get_system_data_dirs (); *d != NULL; d++)
      {
        g_autofree char *folder = g_build_filename (*d, "help", *l, "cognate", NULL);

        if (g_file_test (folder, G_FILE_TEST_IS_DIR))
          g_ptr_array_add (folders, g_steal_pointer (&folder));
      }
  return folders;
}

static GBytes *
load (CogHelpManual *self, const char *name)
{
  g_autofree char *resource = g_strconcat (RESOURCES, name, NULL);

  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (self->folders, i), name, NULL);
      char *data = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &data, &length, NULL))
        return g_bytes_new_take (data, length);
    }
  return g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* --- pages --------------------------------------------------------------------------------- */

static char *
dup_child_text (const CogHelpNode *node, const char *name)
{
  const CogHelpNode *child = cog_help_node_get_child (node, name);

  return child != NULL ? cog_help_node_dup_text (child) : g_strdup ("");
}

static char *
dup_guide (const CogHelpNode *info)
{
  for (guint i = 0; i < info->children->len; i++)
    {
      const CogHelpNode *child = g_ptr_array_index (info->children, i);

      if (cog_help_node_is (child, "link") &&
          g_strcmp0 (cog_help_node_get_attribute (child, "type"), "guide") == 0)
        return g_strdup (cog_help_node_get_attribute (child, "xref"));
    }
  return g_strdup ("");
}

static CogHelpPage *
load_page (CogHelpManual *self, const char *file)
{
  g_autoptr (GBytes) data = load (self, file);
  g_autoptr (CogHelpNode) root = NULL;
  const CogHelpNode *info;
  CogHelpPage *page;

  if (data != NULL)
    root = cog_help_node_parse (g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL);
  info = root != NULL ? cog_help_node_get_child (root, "info") : NULL;
  if (info == NULL)
    return NULL;
  page = g_new0 (CogHelpPage, 1);
  page->id = g_strndup (file, strlen (file) - strlen (".page"));
  page->title = dup_child_text (root, "title");
  page->desc = dup_child_text (info, "desc");
  page->sort = dup_child_text (info, "title");
  page->guide = dup_guide (info);
  page->root = g_steal_pointer (&root);
  return page;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const CogHelpPage *left = *(CogHelpPage *const *)a, *right = *(CogHelpPage *const *)b;
  int by_number =
      (int)g_ascii_strtoll (left->sort, NULL, 10) - (int)g_ascii_strtoll (right->sort, NULL, 10);

  return by_number != 0 ? by_number : strcmp (left->id, right->id);
}

CogHelpManual *
cog_help_manual_load (void)
{
  CogHelpManual *self = g_new0 (CogHelpManual, 1);
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCES, 0, NULL);

  self->folders = list_folders ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)page_free);
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      CogHelpPage *page = g_str_has_suffix (*name, ".page") ? load_page (self, *name) : NULL;

      if (page != NULL)
        g_ptr_array_add (self->pages, page);
    }
  g_ptr_array_sort (self->pages, compare_pages);
  return self;
}

void
cog_help_manual_free (CogHelpManual *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

const CogHelpPage *
cog_help_manual_get_page (CogHelpManual *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const CogHelpPage *page = g_ptr_array_index (self->pages, i);

      if (strcmp (page->id, id) == 0)
        return page;
    }
  return NULL;
}

GPtrArray *
cog_help_manual_list_guided (CogHelpManual *self, const char *guide)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && guide != NULL, found);

  for (guint i = 0; i < self->pages->len; i++)
    {
      CogHelpPage *page = g_ptr_array_index (self->pages, i);

      if (strcmp (page->guide, guide) == 0)
        g_ptr_array_add (found, page);
    }
  return found;
}

GBytes *
cog_help_manual_load_picture (CogHelpManual *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return load (self, name);
}
