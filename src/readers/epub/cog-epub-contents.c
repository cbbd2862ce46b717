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

/* The a or span of an item; careless ones have a paragraph around it. */
static gboolean
is_row (const xmlNode *node)
{
  const xmlNode *parent = node->parent;

  if (cog_xml_is (node, NULL, "span"))
    return cog_xml_is (parent, NULL, "li") && cog_xml_first_element (parent) == node;
  if (!cog_xml_is (node, NULL, "a"))
    return FALSE;
  while (cog_xml_is (parent, NULL, "p") || cog_xml_is (parent, NULL, "div") ||
         cog_xml_is (parent, NULL, "span") || cog_xml_is (parent, NULL, "b") ||
         cog_xml_is (parent, NULL, "strong"))
    parent = parent->parent;
  return cog_xml_is (parent, NULL, "li");
}

static void
read_nav_list (GPtrArray *entries, CogContainer *container, const char *base, xmlNode *nav)
{
  for (xmlNode *n = nav; n != NULL; n = cog_xml_next_in (nav, n))
    {
      g_autofree char *href = NULL;
      guint lists;

      if (!is_row (n))
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

static void
read_page_list (GHashTable *pages, CogContainer *container, const char *base, xmlNode *nav)
{
  for (xmlNode *n = nav; n != NULL; n = cog_xml_next_in (nav, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      const char *hash = href != NULL ? strchr (href, '#') : NULL;

      if (hash != NULL)
        cog_epub_add_printed_page (pages, cog_container_resolve (container, base, href), hash + 1,
                                   cog_xml_dup_folded_text (n));
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

/* A navigation document in which no list says that it is the contents: the first that says nothing.
 */
static xmlNode *
find_unnamed_nav (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "nav"))
      {
        g_autofree char *type = cog_xml_dup_attribute_ns (n, COG_NS_EPUB, "type");

        if (type == NULL)
          return n;
      }
  return NULL;
}

static void
read_nav (GPtrArray *entries,
          GHashTable *landmarks,
          GHashTable *pages,
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
      else if (cog_xml_has_word (n, "epub:type", "page-list"))
        read_page_list (pages, container, file, n);
      else if (cog_xml_has_word (n, "epub:type", "toc") && entries->len == 0)
        read_nav_list (entries, container, file, n);
    }
  if (entries->len == 0 && root != NULL && find_unnamed_nav (root) != NULL)
    read_nav_list (entries, container, file, find_unnamed_nav (root));
}

/* A row of an NCX: of its contents, or of its list of printed pages. */
static void
read_ncx_row (
    GPtrArray *entries, GHashTable *pages, CogContainer *container, const char *file, xmlNode *n)
{
  xmlNode *label = cog_xml_find_child (n, NULL, "navLabel");
  xmlNode *content = cog_xml_find_child (n, NULL, "content");
  g_autofree char *src = content != NULL ? cog_xml_dup_attribute (content, "src") : NULL;
  char *title = label != NULL ? cog_xml_dup_folded_text (label) : g_strdup ("");

  if (cog_xml_is (n, NULL, "navPoint"))
    add_entry (entries, container, file, title, src,
               count_above (n, xmlDocGetRootElement (n->doc), "navPoint"));
  else if (src != NULL && strchr (src, '#') != NULL)
    cog_epub_add_printed_page (pages, cog_container_resolve (container, file, src),
                               strchr (src, '#') + 1, title);
  else
    g_free (title);
}

static void
read_ncx (GPtrArray *entries,
          GHashTable *pages,
          CogContainer *container,
          const char *file,
          CogReport *report)
{
  g_autoptr (xmlDoc) document = read_page (container, file, report);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  gboolean has_nav = entries->len > 0;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if ((cog_xml_is (n, NULL, "navPoint") && !has_nav) || cog_xml_is (n, NULL, "pageTarget"))
      read_ncx_row (entries, pages, container, file, n);
}

GPtrArray *
cog_epub_read_contents (CogEpubPackage *package,
                        CogContainer *container,
                        GHashTable *landmarks,
                        GHashTable *pages,
                        CogReport *report)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);

  for (guint i = 0; i < package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (package->items, i);

      if (item->file != NULL && cog_epub_item_has_property (item, "nav"))
        read_nav (entries, landmarks, pages, container, item->file, report);
    }
  if (package->ncx != NULL && (entries->len == 0 || g_hash_table_size (pages) == 0))
    read_ncx (entries, pages, container, package->ncx, report);
  return entries;
}
