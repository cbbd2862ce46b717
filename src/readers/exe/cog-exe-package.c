/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-package.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
device_free (gpointer data)
{
  CogExeDevice *device = data;

  g_free (device->type);
  g_free (device->heading);
  g_ptr_array_unref (device->texts);
  g_ptr_array_unref (device->questions);
  g_free (device);
}

static void
page_free (gpointer data)
{
  CogExePage *page = data;

  g_free (page->id);
  g_free (page->parent);
  g_free (page->title);
  g_ptr_array_unref (page->devices);
  g_ptr_array_unref (page->children);
  g_free (page);
}

CogExePackage *
cog_exe_package_new (const char *file)
{
  CogExePackage *self = g_new0 (CogExePackage, 1);

  self->file = g_strdup (file);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->roots = g_ptr_array_new ();
  return self;
}

void
cog_exe_package_free (CogExePackage *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_free (self->description);
  g_free (self->licence);
  g_free (self->rights);
  g_ptr_array_unref (self->roots);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

CogExePage *
cog_exe_package_add_page (CogExePackage *self, char *id)
{
  CogExePage *page = g_new0 (CogExePage, 1);

  page->id = id;
  page->devices = g_ptr_array_new_with_free_func (device_free);
  page->children = g_ptr_array_new ();
  g_ptr_array_add (self->pages, page);
  return page;
}

CogExeDevice *
cog_exe_page_add_device (CogExePage *page, const char *type)
{
  CogExeDevice *device = g_new0 (CogExeDevice, 1);

  device->type = g_strdup (type);
  device->texts = g_ptr_array_new_with_free_func (g_free);
  device->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_course_question_free);
  g_ptr_array_add (page->devices, device);
  return device;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const CogExePage *first = *(const CogExePage *const *)a;
  const CogExePage *second = *(const CogExePage *const *)b;

  return (first->order > second->order) - (first->order < second->order);
}

/* Marks a page and all below it. */
static void
place (CogExePage *root)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, root);
  while (open->len > 0)
    {
      CogExePage *page = g_ptr_array_steal_index_fast (open, open->len - 1);

      page->is_placed = TRUE;
      g_ptr_array_sort (page->children, compare_pages);
      for (guint i = 0; i < page->children->len; i++)
        g_ptr_array_add (open, g_ptr_array_index (page->children, i));
    }
}

void
cog_exe_package_link (CogExePackage *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (self->pages, i);

      if (page->id != NULL)
        g_hash_table_insert (by_id, page->id, page);
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (self->pages, i);
      CogExePage *parent = page->parent != NULL ? g_hash_table_lookup (by_id, page->parent) : NULL;

      if (parent != NULL)
        g_ptr_array_add (parent->children, page);
      else
        g_ptr_array_add (self->roots, page);
    }
  for (guint i = 0; i < self->roots->len; i++)
    place (g_ptr_array_index (self->roots, i));
  /* What no root leads to stands in a circle, which is cut above it. */
  for (guint i = 0; i < self->pages->len; i++)
    {
      CogExePage *page = g_ptr_array_index (self->pages, i);

      if (page->is_placed)
        continue;
      g_ptr_array_remove (((CogExePage *)g_hash_table_lookup (by_id, page->parent))->children,
                          page);
      g_ptr_array_add (self->roots, page);
      place (page);
    }
  g_ptr_array_sort (self->roots, compare_pages);
}

gboolean
cog_exe_is_ode (const char *head)
{
  const char *at = strstr (head, "<ode");

  return at != NULL && strchr (" \t\r\n>", at[4]) != NULL;
}

CogExePackage *
cog_exe_package_read (CogContainer *container, CogReport *report, GError **error)
{
  static const char *const names[] = { "content.xml", "contentv3.xml" };

  g_return_val_if_fail (COG_IS_CONTAINER (container), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = cog_container_has (container, names[i])
                                     ? cog_container_read (container, names[i], NULL)
                                     : NULL;
      g_autofree char *place =
          g_strdup_printf ("%s: %s", cog_container_get_display_name (container), names[i]);
      g_autoptr (CogExePackage) self = NULL;
      g_autoptr (xmlDoc) document = NULL;

      if (bytes == NULL)
        continue;
      document = cog_xml_parse (bytes, place, report, error);
      if (document == NULL)
        return NULL;
      self = cog_exe_package_new (names[i]);
      if (i == 0)
        cog_exe_read_ode (self, xmlDocGetRootElement (document), report);
      else
        cog_exe_read_graph (self, xmlDocGetRootElement (document), report);
      cog_exe_package_link (self);
      return g_steal_pointer (&self);
    }
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               _ ("%s: was made by an early version of eXeLearning, which kept its pages as a "
                  "program’s memory. Open it in eXeLearning 2 and save it anew."),
               cog_container_get_display_name (container));
  return NULL;
}
