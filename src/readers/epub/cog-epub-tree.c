/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-pieces.h"

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

/* The tree of sections: pieces in spine order, as deep as the table of contents has them. What it
 * does not name stands beside what came before it, or below, where its heading is of a lower rank.
 */
void
cog_epub_place_pages (CogEpubReading *r)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) pieces = cog_epub_cut_pages (r);
  guint named_depth = 0;
  guint named_level = 0;
  int last = -1;

  cog_epub_join_pieces (r, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CogEpubPiece *piece = g_ptr_array_index (pieces, i);
      gboolean is_lower = named_level > 0 && piece->level > named_level;
      guint depth = open->len > 0 ? named_depth + (is_lower ? 1 : 0) : 0;

      /* Without contents, headings alone say what stands below what. */
      if (r->contents->len == 0 && piece->level > 0 && !is_lower)
        named_level = piece->level;
      if (piece->row >= 0)
        {
          const CogEpubEntry *entry = g_ptr_array_index (r->contents, piece->row);

          if (piece->row > last)
            {
              open_parts (r, open, last + 1, piece->row);
              last = piece->row;
            }
          if (entry->title[0] != '\0' && !piece->page->is_untitled)
            {
              g_free (piece->section->title);
              piece->section->title = g_strdup (entry->title);
            }
          depth = entry->depth;
          named_depth = depth;
          named_level = piece->level;
        }
      g_ptr_array_add (get_children_at (r->book, open, depth), piece->section);
      g_ptr_array_add (open, piece->section);
    }
}
