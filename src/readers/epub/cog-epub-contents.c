/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-package.h"

#include "cog-html.h"

#include <string.h>

#define MAX_ENTRIES 20000
#define MAX_DEPTH 8 /* deeper headings stay headings in their page */

static void
entry_free (CogEpubEntry *entry)
{
  g_free (entry->title);
  g_free (entry->file);
  g_free (entry->fragment);
  g_free (entry);
}

static void
add_entry (GPtrArray *entries,
           CogContainer *container,
           const char *base,
           char *title,
           const char *href,
           guint depth)
{
  CogEpubEntry *entry;
  const char *hash = href != NULL ? strchr (href, '#') : NULL;

  if (entries->len >= MAX_ENTRIES)
    {
      g_free (title);
      return;
    }
  entry = g_new0 (CogEpubEntry, 1);
  entry->title = title;
  entry->depth = MIN (depth, MAX_DEPTH);
  if (href != NULL)
    entry->file = g_strdup (cog_container_resolve (container, base, href));
  entry->fragment = hash != NULL && hash[1] != '\0' ? g_strdup (hash + 1) : NULL;
  g_ptr_array_add (entries, entry);
}

static guint
count_above (const xmlNode *node, const xmlNode *root, const char *name)
{
  guint count = 0;

  for (const xmlNode *n = node->parent; n != NULL && n != root && n->type == XML_ELEMENT_NODE;
       n = n->parent)
    if (strcmp ((const char *)n->name, name) == 0)
      count++;
  return count;
}

static void
read_nav_list (GPtrArray *entries, CogContainer *container, const char *base, xmlNode *nav)
{
  for (xmlNode *n = nav; n != NULL; n = cog_xml_next_in (nav, n))
    {
      g_autofree char *href = NULL;
      guint lists;

      if (!cog_xml_is (n, NULL, "a") && !cog_xml_is (n, NULL, "span"))
        continue;
      if (!cog_xml_is (n->parent, NULL, "li"))
        continue;
      href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      lists = count_above (n, nav, "ol") + count_above (n, nav, "ul");
      add_entry (entries, container, base, cog_xml_dup_folded_text (n), href,
                 lists > 0 ? lists - 1 : 0);
    }
}

static void
read_landmarks (GHashTable *landmarks, CogContainer *container, const char *base, xmlNode *nav)
{
  for (xmlNode *n = nav; n != NULL; n = cog_xml_next_in (nav, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      g_autofree char *type =
          href != NULL ? cog_xml_dup_attribute_ns (n, COG_NS_EPUB, "type") : NULL;
      const char *file = href != NULL ? cog_container_resolve (container, base, href) : NULL;

      if (file != NULL && type != NULL && !g_str_equal (type, "bodymatter") &&
          !g_hash_table_contains (landmarks, file))
        g_hash_table_insert (landmarks, g_strdup (file), g_strdup (type));
    }
}

static xmlDoc *
read_page (CogContainer *container, const char *file, CogReport *report)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, file, NULL);
  xmlDoc *document = bytes != NULL ? cog_xml_parse (bytes, file, report, NULL) : NULL;

  if (document == NULL && bytes != NULL)
    document = cog_html_parse (bytes, NULL, file, report, NULL);
  return document;
}

static void
read_nav (GPtrArray *entries,
          GHashTable *landmarks,
          CogContainer *container,
          const char *file,
          CogReport *report)
{
  g_autoptr (xmlDoc) document = read_page (container, file, report);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (!cog_xml_is (n, NULL, "nav"))
        continue;
      if (cog_xml_has_word (n, "epub:type", "landmarks"))
        read_landmarks (landmarks, container, file, n);
      else if (cog_xml_has_word (n, "epub:type", "toc") && entries->len == 0)
        read_nav_list (entries, container, file, n);
    }
}

static void
read_ncx (GPtrArray *entries, CogContainer *container, const char *file, CogReport *report)
{
  g_autoptr (xmlDoc) document = read_page (container, file, report);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      xmlNode *label;
      xmlNode *content;
      g_autofree char *src = NULL;

      if (!cog_xml_is (n, NULL, "navPoint"))
        continue;
      label = cog_xml_find_child (n, NULL, "navLabel");
      content = cog_xml_find_child (n, NULL, "content");
      src = content != NULL ? cog_xml_dup_attribute (content, "src") : NULL;
      add_entry (entries, container, file,
                 label != NULL ? cog_xml_dup_folded_text (label) : g_strdup (""), src,
                 count_above (n, root, "navPoint"));
    }
}

GPtrArray *
cog_epub_read_contents (CogEpubPackage *package,
                        CogContainer *container,
                        GHashTable *landmarks,
                        CogReport *report)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);

  for (guint i = 0; i < package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (package->items, i);

      if (item->file != NULL && cog_epub_item_has_property (item, "nav"))
        read_nav (entries, landmarks, container, item->file, report);
    }
  if (entries->len == 0 && package->ncx != NULL)
    read_ncx (entries, container, package->ncx, report);
  return entries;
}
