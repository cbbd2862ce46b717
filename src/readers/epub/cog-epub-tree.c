/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

/* The first row of the table of contents for a page; -1 where it has none. */
static int
find_entry (CogEpubReading *r, const char *file)
{
  int anywhere = -1;

  for (guint i = 0; i < r->contents->len; i++)
    {
      const CogEpubEntry *entry = g_ptr_array_index (r->contents, i);

      if (g_strcmp0 (entry->file, file) != 0)
        continue;
      if (entry->fragment == NULL)
        return (int)i;
      if (anywhere < 0)
        anywhere = (int)i;
    }
  return anywhere;
}

static GPtrArray *
get_children_at (CogBook *book, GPtrArray *open, guint depth)
{
  CogSection *parent;

  if (open->len > depth)
    g_ptr_array_set_size (open, depth);
  if (open->len == 0)
    return book->sections;
  parent = g_ptr_array_index (open, open->len - 1);
  return parent->children;
}

/* Parts that are only a word in the table of contents, before the page at index. */
static void
open_parts (CogEpubReading *r, GPtrArray *open, int from, int index)
{
  for (int i = from; i < index; i++)
    {
      const CogEpubEntry *entry = g_ptr_array_index (r->contents, i);
      g_autofree char *id = NULL;
      CogSection *part;

      if (entry->file != NULL || entry->title[0] == '\0')
        continue;
      id = g_strdup_printf ("part-%d", i + 1);
      part = cog_section_new (id, entry->title);
      part->type = g_strdup ("part");
      g_ptr_array_add (get_children_at (r->book, open, entry->depth), part);
      g_ptr_array_add (open, part);
    }
}

/* The tree of sections: pages in spine order, as deep as the table of contents has them. */
void
cog_epub_place_pages (CogEpubReading *r)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  int last = -1;

  for (guint i = 0; i < r->pages->len; i++)
    {
      CogEpubPage *page = g_ptr_array_index (r->pages, i);
      int index = find_entry (r, page->item->file);
      guint depth = open->len > 0 ? open->len - 1 : 0;

      if (index >= 0)
        {
          const CogEpubEntry *entry = g_ptr_array_index (r->contents, index);

          if (index > last)
            {
              open_parts (r, open, last + 1, index);
              last = index;
            }
          page->section->title = g_strdup (entry->title);
          depth = entry->depth;
        }
      g_ptr_array_add (get_children_at (r->book, open, depth), page->section);
      g_ptr_array_add (open, page->section);
    }
}

void
cog_epub_drop_empty_sections (GPtrArray *sections)
{
  for (guint i = sections->len; i > 0; i--)
    {
      CogSection *section = g_ptr_array_index (sections, i - 1);
      xmlNode *root = cog_section_get_root (section);

      cog_epub_drop_empty_sections (section->children);
      if (section->children->len == 0 && (root == NULL || cog_xml_first_element (root) == NULL))
        g_ptr_array_remove_index (sections, i - 1);
      else if (root != NULL && cog_xml_first_element (root) == NULL)
        g_clear_pointer (&section->content, xmlFreeDoc);
    }
}
