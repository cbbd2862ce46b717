/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-pieces.h"

#include "cog-vocabulary.h"

#include <string.h>

static const CogEpubEntry *
get_row (CogEpubReading *r, guint index)
{
  return g_ptr_array_index (r->contents, index);
}

static guint
get_heading_level (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && node->name[1] >= '1' &&
                 node->name[1] <= '6' && node->name[2] == '\0'
             ? (guint)(node->name[1] - '0')
             : 0;
}

/* "2", "Chapter IV": what may stand over a heading. */
#define MAX_OVERLINE 24 /* bytes */

static gboolean
is_overline (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return strlen (text) <= MAX_OVERLINE;
}

static gboolean
has_words (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return text[0] != '\0';
}

/* The heading that a section begins with: nothing but pictures, page breaks and its number stands
 * before it. */
static xmlNode *
find_first_heading (const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  guint n_overlines = 0;

  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (root, n);
      if (get_heading_level (n) > 0)
        return n;
      if (n->type == XML_ELEMENT_NODE && n != root && !cog_xml_is (n, NULL, "section"))
        {
          if (has_words (n) && !(n_overlines++ == 0 && is_overline (n)))
            return NULL;
          next = cog_xml_skip_in (root, n);
        }
    }
  return NULL;
}

static CogEpubPiece *
piece_new (CogSection *section, const CogEpubPage *page, int row)
{
  CogEpubPiece *piece = g_new0 (CogEpubPiece, 1);

  piece->section = section;
  piece->page = page;
  piece->row = row;
  return piece;
}

/* When all is cut that is to be cut: what is left begins with a heading, or does not. */
static void
look_at_heading (CogEpubPiece *piece)
{
  CogSection *section = piece->section;
  const xmlNode *heading = find_first_heading (section);

  piece->level = heading != NULL ? get_heading_level (heading) : 0;
  if (heading != NULL && (section->title == NULL || section->title[0] == '\0'))
    {
      g_free (section->title);
      section->title = cog_xml_dup_folded_text (heading);
    }
}

typedef struct
{
  CogEpubReading *r;
  const CogEpubPage *page;
  GPtrArray *pieces;
  CogSection *section; /* whose content is left */
  GHashTable *by_id;   /* id → xmlNode, of the whole page */
} Cut;

static void
index_ids (Cut *cut)
{
  xmlNode *root = cog_section_get_root (cut->section);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE && n != root ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL && !g_hash_table_contains (cut->by_id, id))
        g_hash_table_insert (cut->by_id, id, n);
      else
        g_free (id);
    }
}

/* The element of that id in the content that is left, or NULL. */
static xmlNode *
find_id (const Cut *cut, const char *id)
{
  xmlNode *node = id != NULL ? g_hash_table_lookup (cut->by_id, id) : NULL;

  return node != NULL && node->doc == cut->section->content ? node : NULL;
}

/* The block that a section begins with when it begins at node: sections only are around it. Of a
 * box that begins there, the box. NULL where it lies in something that cannot be cut. */
static xmlNode *
find_cut (xmlNode *root, xmlNode *node)
{
  while (node != NULL && node != root && node->parent != root &&
         !(node->parent->type == XML_ELEMENT_NODE && cog_xml_is (node->parent, NULL, "section") &&
           cog_vocabulary_is_block_node (node)))
    node = node->parent;
  if (node == NULL || node == root)
    return NULL;
  while (node->parent != root && node == cog_xml_first_element (node->parent))
    node = node->parent;
  for (const xmlNode *n = node->parent; n != root; n = n->parent)
    if (!cog_xml_is (n, NULL, "section"))
      return NULL;
  return node;
}

/* Whether nothing that a reader would miss stands before node. */
static gboolean
is_start (xmlNode *root, const xmlNode *node)
{
  for (const xmlNode *n = root; n != NULL && n != node; n = cog_xml_next_in (root, n))
    if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode (n)) || cog_xml_is (n, NULL, "img") ||
        cog_xml_is (n, COG_NS_SVG, "svg") || cog_xml_is (n, NULL, "math"))
      return FALSE;
  return TRUE;
}

static xmlNs *
map_namespace (xmlNode *root, xmlNs *ns)
{
  for (xmlNs *own = root->nsDef; ns != NULL && own != NULL; own = own->next)
    if (own->href != NULL && ns->href != NULL && xmlStrEqual (own->href, ns->href))
      return own;
  return ns;
}

/* Moves a node into another document of our own making. */
static void
adopt (xmlNode *root, xmlNode *node)
{
  xmlUnlinkNode (node);
  node = xmlAddChild (root, node);
  for (xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (n->type == XML_ELEMENT_NODE)
      {
        n->ns = map_namespace (root, n->ns);
        for (xmlAttr *a = n->properties; a != NULL; a = a->next)
          a->ns = map_namespace (root, a->ns);
      }
}

/* Moves node and all that comes after it to the section. */
static void
move_rest (xmlNode *root, xmlNode *node, CogSection *section)
{
  xmlNode *target = cog_section_make_content (section);
  g_autofree char *language = cog_xml_dup_attribute (root, "lang");
  g_autofree char *dir = cog_xml_dup_attribute (root, "dir");
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  cog_xml_set (target, "lang", language);
  cog_xml_set (target, "dir", dir);
  for (xmlNode *level = node; level != root; level = level->parent)
    for (xmlNode *n = level == node ? node : level->next; n != NULL; n = n->next)
      g_ptr_array_add (moved, n);
  for (guint i = 0; i < moved->len; i++)
    adopt (target, g_ptr_array_index (moved, i));
}

static char *
dup_target (CogEpubReading *r, const CogEpubEntry *row)
{
  return row->fragment != NULL ? cog_normalizer_dup_id (r->normalizer, row->file, row->fragment)
                               : NULL;
}

/* The row that this one stands below, or -1. */
static int
find_parent (CogEpubReading *r, guint index)
{
  for (int i = (int)index - 1; i >= 0; i--)
    if (get_row (r, i)->depth < get_row (r, index)->depth)
      return i;
  return -1;
}

/* Whether something below the row stands in another file, so that the tree needs the row's section.
 */
static gboolean
spans_files (CogEpubReading *r, guint index)
{
  const CogEpubEntry *row = get_row (r, index);

  for (guint i = index + 1; i < r->contents->len && get_row (r, i)->depth > row->depth; i++)
    if (get_row (r, i)->file != NULL && g_strcmp0 (get_row (r, i)->file, row->file) != 0)
      return TRUE;
  return FALSE;
}

/* Whether a section begins at the row, another than the one that the file begins with: deeper rows
 * of a chapter that is all in one file are its headings. */
static gboolean
is_boundary (CogEpubReading *r, guint index, guint top)
{
  int parent = find_parent (r, index);

  return get_row (r, index)->depth <= top ||
         (parent >= 0 && g_strcmp0 (get_row (r, parent)->file, get_row (r, index)->file) == 0 &&
          spans_files (r, parent));
}

static char *
dup_piece_id (const CogEpubPage *page, const char *target, guint index)
{
  return target != NULL ? g_strdup (target)
                        : g_strdup_printf ("%s-part-%u", page->section->id, index);
}

/* The place at which a row's section begins in the content that is left; NULL where it cannot be
 * told. */
static xmlNode *
find_place (const Cut *cut, const CogEpubEntry *row, const char *target)
{
  xmlNode *root = cog_section_get_root (cut->section);
  xmlNode *node = find_id (cut, target);
  g_autofree char *title = NULL;

  if (row->fragment != NULL)
    return node != NULL ? find_cut (root, node) : NULL;
  /* A part and its first chapter lead to the same page: the chapter begins at the heading that says
   * so. */
  title = g_utf8_casefold (row->title, -1);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (get_heading_level (n) > 0)
      {
        g_autofree char *text = cog_xml_dup_folded_text (n);
        g_autofree char *folded = g_utf8_casefold (text, -1);

        if (g_str_equal (folded, title))
          return find_cut (root, n);
      }
  return cog_xml_first_element (root);
}

static void
cut_at (Cut *cut, guint index, xmlNode *place)
{
  const CogEpubEntry *row = get_row (cut->r, index);
  g_autofree char *target = dup_target (cut->r, row);
  g_autofree char *id = dup_piece_id (cut->page, target, index);
  xmlNode *named = find_id (cut, target);
  CogSection *section = cog_section_new (id, row->title);
  xmlNode *root = cog_section_get_root (cut->section);

  section->origin = g_strdup (cut->page->item->file);
  section->is_linear = cut->page->is_linear;
  move_rest (root, place, section);
  /* The section takes the name over: links lead to it. */
  if (named != NULL)
    cog_xml_set (named, "id", NULL);
  cog_normalizer_adopt (cut->r->normalizer, section);
  cut->section = section;
  g_ptr_array_add (cut->pieces, piece_new (section, cut->page, (int)index));
}

/* Rows of the page's file, in order. */
static GArray *
list_rows (CogEpubReading *r, const char *file)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < r->contents->len; i++)
    if (g_strcmp0 (get_row (r, i)->file, file) == 0)
      g_array_append_val (rows, i);
  return rows;
}

/* The row that names the beginning of the page: -1 where the page goes on with a section before. */
static int
find_head (Cut *cut, const GArray *rows)
{
  xmlNode *root = cog_section_get_root (cut->section);

  for (guint i = 0; i < rows->len; i++)
    {
      guint index = g_array_index (rows, guint, i);
      const CogEpubEntry *row = get_row (cut->r, index);
      g_autofree char *target = dup_target (cut->r, row);
      xmlNode *node = root != NULL ? find_id (cut, target) : NULL;

      if (row->fragment == NULL || node == NULL || is_start (root, node))
        return (int)index;
      /* Its section begins further down; a box that cannot be cut is the page's all the same. */
      return find_cut (root, node) != NULL ? -1 : (int)index;
    }
  return -1;
}

static void
cut_page (Cut *cut)
{
  g_autoptr (GArray) rows = list_rows (cut->r, cut->page->item->file);
  int head;
  guint top;

  if (rows->len > 0)
    index_ids (cut);
  head = find_head (cut, rows);
  g_ptr_array_add (cut->pieces, piece_new (cut->section, cut->page, head));
  if (cut->r->package->is_own || rows->len == 0 || cog_section_get_root (cut->section) == NULL)
    return;
  top = get_row (cut->r, head >= 0 ? (guint)head : g_array_index (rows, guint, 0))->depth;
  for (guint i = 0; i < rows->len; i++)
    {
      guint index = g_array_index (rows, guint, i);
      const CogEpubEntry *row = get_row (cut->r, index);
      g_autofree char *target = dup_target (cut->r, row);
      xmlNode *root = cog_section_get_root (cut->section);
      xmlNode *place;

      if ((int)index == head || !is_boundary (cut->r, index, top) ||
          (row->fragment == NULL && row->depth <= top))
        continue;
      place = find_place (cut, row, target);
      /* Two rows for one place are one section, but for a part and the chapter that it begins with.
       */
      if (place != NULL && (!is_start (root, place) || row->depth > top))
        cut_at (cut, index, place);
    }
}

GPtrArray *
cog_epub_cut_pages (CogEpubReading *r)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogEpubPage *page = g_ptr_array_index (r->pages, i);
      g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      Cut cut = { r, page, pieces, page->section, by_id };

      cut_page (&cut);
    }
  for (guint i = 0; i < pieces->len; i++)
    look_at_heading (g_ptr_array_index (pieces, i));
  return pieces;
}

/* A page of a kind that stands by itself. */
static gboolean
is_apart (const CogSection *section)
{
  static const char *const types[] = { "cover",          "titlepage", "halftitlepage",
                                       "copyright-page", "imprint",   "dedication",
                                       "epigraph",       "toc",       "colophon",
                                       "frontispiece",   NULL };

  return section->type != NULL && g_strv_contains (types, section->type);
}

static gboolean
is_unnamed (const CogEpubPiece *piece)
{
  const xmlNode *root = cog_section_get_root (piece->section);

  return piece->row < 0 && piece->level == 0 && piece->section->type == NULL &&
         piece->page->is_linear && root != NULL && has_words (root);
}

/* Whether the contents name most of what begins, so that what they do not name goes on. */
static gboolean
is_complete (const GPtrArray *pieces)
{
  guint n_named = 0;
  guint n_unnamed = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CogEpubPiece *piece = g_ptr_array_index (pieces, i);

      if (is_unnamed (piece))
        n_unnamed++;
      else if (piece->row >= 0 && !is_apart (piece->section))
        n_named++;
    }
  return n_unnamed <= 2 * n_named;
}

static void
join (CogEpubReading *r, CogSection *before, CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  xmlNode *target = cog_section_get_root (before);
  xmlNode *first = cog_xml_first_element (root);
  g_autofree char *id = first != NULL ? cog_xml_dup_attribute (first, "id") : NULL;

  /* What led to the page leads to the place at which its text begins. */
  if (first != NULL && id == NULL)
    cog_xml_set (first, "id", section->id);
  else if (first != NULL)
    cog_normalizer_add_alias (r->normalizer, section->id, id);
  while (root->children != NULL)
    adopt (target, root->children);
  cog_normalizer_forget (r->normalizer, section);
  cog_section_free (section);
}

void
cog_epub_join_pieces (CogEpubReading *r, GPtrArray *pieces)
{
  CogEpubPiece *before = NULL;

  if (r->is_fixed || r->package->is_own || !is_complete (pieces))
    return;
  for (guint i = 0; i < pieces->len;)
    {
      CogEpubPiece *piece = g_ptr_array_index (pieces, i);

      if (before != NULL && is_unnamed (piece))
        {
          join (r, before->section, piece->section);
          g_ptr_array_remove_index (pieces, i);
          continue;
        }
      i++;
      /* A page of which nothing is left parts nothing. */
      if (piece->row < 0 && cog_section_get_root (piece->section) == NULL)
        continue;
      before = cog_section_get_root (piece->section) != NULL && piece->page->is_linear &&
                       !is_apart (piece->section) &&
                       has_words (cog_section_get_root (piece->section)) &&
                       (piece->row >= 0 || piece->level > 0)
                   ? piece
                   : NULL;
    }
}
