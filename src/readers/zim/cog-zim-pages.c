/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-zim-pages.h"

#include "cog-html.h"
#include "cog-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More is an encyclopedia, and no book. */
#define MAX_PAGES 1000

const CogFindingKind cog_finding_zim_pages = {
  "zim-pages",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: two numbers. */
  N_ ("The file holds %1 pages; the first %2 were read."),
};

static void
free_page (gpointer data)
{
  CogZimPage *page = data;

  g_free (page->name);
  g_free (page->title);
  g_free (page->key);
  g_clear_pointer (&page->bytes, g_bytes_unref);
  g_free (page);
}

static gboolean
is_page (const CogZimEntry *entry)
{
  return entry != NULL && entry->media_type != NULL &&
         (entry->name_space == 'A' || entry->name_space == 'C') &&
         (g_str_has_prefix (entry->media_type, "text/html") ||
          g_str_has_prefix (entry->media_type, "application/xhtml"));
}

static void
add_page (CogZim *zim, GPtrArray *pages, guint32 index)
{
  const CogZimEntry *entry = cog_zim_get (zim, index);
  CogZimPage *page;

  if (!is_page (entry))
    return;
  page = g_new0 (CogZimPage, 1);
  page->entry = index;
  page->name = g_strdup_printf ("%c/%s", entry->name_space, entry->path);
  page->title = g_strdup (entry->title);
  page->key = g_utf8_collate_key_for_filename (entry->title, -1);
  page->rank = G_MAXUINT;
  page->parent = -1;
  g_ptr_array_add (pages, page);
}

/* Since 6.1 a list tells articles from pages that only serve them. (transfer full) */
static GPtrArray *
collect (CogZim *zim)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (free_page);
  guint32 listing = cog_zim_find (zim, 'X', "listing/titleOrdered/v1");
  const CogZimEntry *entry = listing != COG_ZIM_NONE ? cog_zim_follow (zim, listing) : NULL;
  g_autoptr (GBytes) bytes = entry != NULL ? cog_zim_read (zim, entry, NULL) : NULL;
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  for (gsize i = 0; i + 4 <= size; i += 4)
    add_page (zim, pages,
              (guint32)data[i] | (guint32)data[i + 1] << 8 | (guint32)data[i + 2] << 16 |
                  (guint32)data[i + 3] << 24);
  if (pages->len == 0)
    for (guint i = 0; i < cog_zim_count (zim); i++)
      add_page (zim, pages, i);
  return pages;
}

/* What the main page leads to, in its order. */
static void
rank_links (CogZim *zim, GHashTable *by_name, const CogZimEntry *main_entry)
{
  g_autofree char *base = g_strdup_printf ("%c/%s", main_entry->name_space, main_entry->path);
  g_autoptr (GBytes) bytes = cog_zim_read (zim, main_entry, NULL);
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_html_parse (bytes, NULL, base, NULL, NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  CogZimPage *page = g_hash_table_lookup (by_name, base);
  guint rank = 0;

  if (page != NULL)
    page->rank = rank++;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      g_autofree char *name = href != NULL ? cog_path_join_decoded (base, href) : NULL;
      CogZimPage *linked = name != NULL ? g_hash_table_lookup (by_name, name) : NULL;
      guint32 found = name != NULL && linked == NULL && name[1] == '/'
                          ? cog_zim_find (zim, name[0], name + 2)
                          : COG_ZIM_NONE;
      const CogZimEntry *entry = found != COG_ZIM_NONE ? cog_zim_follow (zim, found) : NULL;
      g_autofree char *there =
          entry != NULL ? g_strdup_printf ("%c/%s", entry->name_space, entry->path) : NULL;

      if (there != NULL)
        linked = g_hash_table_lookup (by_name, there);
      if (linked != NULL && linked->rank == G_MAXUINT)
        linked->rank = rank++;
    }
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const CogZimPage *first = *(const CogZimPage *const *)a;
  const CogZimPage *second = *(const CogZimPage *const *)b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return strcmp (first->key, second->key);
}

/* "Tides/High water/Exercises" belongs to "Tides/High water", or to "Tides" where there is no such
 * page. */
static int
find_parent (GHashTable *by_title, const char *title)
{
  g_autofree char *rest = g_strdup (title);

  for (;;)
    {
      char *slash = strrchr (rest, '/');
      gpointer found;

      if (slash == NULL)
        return -1;
      *slash = '\0';
      if (g_hash_table_lookup_extended (by_title, rest, NULL, &found))
        return GPOINTER_TO_INT (found);
    }
}

static void
find_parents (GPtrArray *pages)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pages->len; i++)
    g_hash_table_insert (by_title, ((CogZimPage *)g_ptr_array_index (pages, i))->title,
                         GINT_TO_POINTER ((int)i));
  for (guint i = 0; i < pages->len; i++)
    {
      CogZimPage *page = g_ptr_array_index (pages, i);

      page->parent = find_parent (by_title, page->title);
    }
}

GPtrArray *
cog_zim_list_pages (CogZim *zim, CogReport *report, GError **error)
{
  g_autoptr (GPtrArray) pages = collect (zim);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  const CogZimEntry *main_entry = cog_zim_follow (zim, cog_zim_get_main (zim));

  for (guint i = 0; i < pages->len; i++)
    g_hash_table_insert (by_name, ((CogZimPage *)g_ptr_array_index (pages, i))->name,
                         g_ptr_array_index (pages, i));
  if (is_page (main_entry))
    rank_links (zim, by_name, main_entry);
  g_ptr_array_sort (pages, compare_pages);
  if (pages->len > MAX_PAGES)
    {
      g_autofree char *all = g_strdup_printf ("%u", pages->len);
      g_autofree char *some = g_strdup_printf ("%u", MAX_PAGES);

      cog_report_add (report, &cog_finding_zim_pages, NULL, all, some);
      g_ptr_array_set_size (pages, MAX_PAGES);
    }
  for (guint i = 0; i < pages->len; i++)
    {
      CogZimPage *page = g_ptr_array_index (pages, i);

      page->bytes = cog_zim_read (zim, cog_zim_get (zim, page->entry), error);
      if (page->bytes == NULL)
        return NULL;
    }
  find_parents (pages);
  return g_steal_pointer (&pages);
}
