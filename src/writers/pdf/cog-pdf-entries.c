/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-entries.h"

#include <string.h>

#define MAX_DEPTH 4     /* of bookmarks */
#define MANY_ENTRIES 80 /* above, the contents leave a level out */

void
cog_pdf_entry_clear (gpointer data)
{
  CogPdfEntry *entry = data;

  g_free (entry->title);
  g_free (entry->id);
}

static void
add (GArray *entries, const char *title, const char *id, guint depth)
{
  CogPdfEntry entry = { cog_xml_fold_space (title), g_strdup (id), depth };

  const CogPdfEntry *last =
      entries->len > 0 ? &g_array_index (entries, CogPdfEntry, entries->len - 1) : NULL;

  /* A chapter whose one part has its own name is said once. */
  if (*entry.title == '\0' || id == NULL ||
      (last != NULL && last->depth + 1 == depth && g_str_equal (last->title, entry.title)))
    cog_pdf_entry_clear (&entry);
  else
    g_array_append_val (entries, entry);
}

static gboolean
is_objectives (const xmlNode *section)
{
  g_autofree char *type = cog_xml_dup_attribute_ns (section, COG_NS_EPUB, "type");

  return (type != NULL && strstr (type, "learning-objectives") != NULL) ||
         cog_xml_has_word (section, "class", "objectives");
}

static gboolean
is_in_box (const xmlNode *heading)
{
  for (const xmlNode *up = heading->parent; up != NULL; up = up->parent)
    if (up->type == XML_ELEMENT_NODE && !cog_xml_is (up, COG_NS_XHTML, "section"))
      return TRUE;
    else if (cog_xml_has_word (up, "class", "exercise") ||
             cog_xml_has_word (up, "class", "problem") ||
             cog_xml_has_word (up, "class", "solution") || is_objectives (up))
      return TRUE;
  return FALSE;
}

static void
add_headings (GArray *entries, const xmlNode *root, guint depth)
{
  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    {
      g_autofree char *text = NULL;
      g_autofree char *id = NULL;
      guint level;

      if (node->type != XML_ELEMENT_NODE || node->name[0] != 'h' || node->name[1] < '2' ||
          node->name[1] > '6' || node->name[2] != '\0')
        continue;
      level = depth + (guint)(node->name[1] - '1');
      if (level >= MAX_DEPTH || is_in_box (node))
        continue;
      text = cog_xml_dup_folded_text (node);
      id = cog_xml_dup_attribute (node, "id");
      add (entries, text, id, level);
    }
}

typedef struct
{
  const CogSection *section;
  guint depth;
} Pending;

GArray *
cog_pdf_entries_new (const CogBook *book)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (CogPdfEntry));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  const GPtrArray *children = book->sections;
  guint depth = 0;

  g_array_set_clear_func (entries, cog_pdf_entry_clear);
  for (;;)
    {
      Pending pending;

      for (guint i = children->len; i-- > 0;)
        {
          Pending child = { g_ptr_array_index (children, i), depth };
          g_array_append_val (stack, child);
        }
      if (stack->len == 0)
        return entries;
      pending = g_array_index (stack, Pending, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      if (pending.section->title != NULL && pending.depth < MAX_DEPTH)
        add (entries, pending.section->title, pending.section->id, pending.depth);
      add_headings (entries, cog_section_get_root (pending.section), pending.depth);
      children = pending.section->children;
      depth = pending.depth + 1;
    }
}

gboolean
cog_pdf_entry_is_added (const CogPdfEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->depth > 0 && entry->id != NULL && g_str_has_prefix (entry->id, "cognate-");
}

guint
cog_pdf_entries_get_contents_depth (GArray *entries)
{
  guint n[MAX_DEPTH] = { 0 }, total = 0, depth = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const CogPdfEntry *entry = &g_array_index (entries, CogPdfEntry, i);

      if (!cog_pdf_entry_is_added (entry))
        n[MIN (entry->depth, MAX_DEPTH - 1)]++;
    }
  for (guint i = 0; i < 3; i++)
    {
      total += n[i];
      if (i == 0 || total <= MANY_ENTRIES)
        depth = i;
    }
  return depth;
}
