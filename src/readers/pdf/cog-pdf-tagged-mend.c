/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-heading.h"
#include "cog-pdf-tagged-private.h"

#include <string.h>

/* What producers have no tags for, or use none, though it can be seen from the text. */

#define MAX_CAPTION 500 /* bytes */
#define MAX_WORDS 240   /* bytes of words that do not say that they are a caption */

CogPdfTaggedBlock *
cog_pdf_tagged_find_block (CogPdfTagged *self, GHashTable *index, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  gpointer found = id != NULL ? g_hash_table_lookup (index, id) : NULL;

  return found != NULL
             ? &g_array_index (self->blocks, CogPdfTaggedBlock, GPOINTER_TO_UINT (found) - 1)
             : NULL;
}

/* By their ids: indices and 1. (transfer full) */
static GHashTable *
index_blocks (CogPdfTagged *self)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    g_hash_table_insert (index, g_strdup (g_array_index (self->blocks, CogPdfTaggedBlock, i).id),
                         GUINT_TO_POINTER (i + 1));
  return index;
}

static xmlNode *
get_previous (const xmlNode *node)
{
  xmlNode *before = node->prev;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;
  return before;
}

static gboolean
is_caption (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL || !cog_xml_is (node, NULL, "p"))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  return strlen (text) < MAX_CAPTION && cog_layout_is_caption (text);
}

static gboolean
is_pictured (const xmlNode *node)
{
  return node != NULL && (cog_xml_is (node, NULL, "figure") || cog_xml_is (node, NULL, "table"));
}

/* "Figure 1. …" as a paragraph beside what it names: below a picture, above a table, or on the
 * other side where nothing else there could be meant. */
/* Whether a paragraph holds a picture, by its place, and its words end no higher. */
static gboolean
holds (const CogPdfTaggedBlock *paragraph, const CogPdfTaggedBlock *picture)
{
  return paragraph->page == picture->page && paragraph->box.y < picture->box.y + 3 &&
         paragraph->box.y + paragraph->box.height >= picture->box.y + picture->box.height;
}

/* LibreOffice has a picture's caption in the picture's paragraph: a few words, and nothing else. */
static gboolean
is_rest_of_picture (CogPdfTagged *self,
                    GHashTable *index,
                    const xmlNode *figure,
                    const xmlNode *node)
{
  const CogPdfTaggedBlock *block, *picture;
  g_autofree char *text = NULL;

  if (node == NULL || !cog_xml_is (node, NULL, "p") ||
      !xmlHasProp ((xmlNode *)figure, BAD_CAST "data-in-text"))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  block = cog_pdf_tagged_find_block (self, index, node);
  picture = cog_pdf_tagged_find_block (self, index, figure);
  return strlen (text) < MAX_WORDS && block != NULL && picture != NULL && holds (block, picture);
}

static void
take_caption (CogPdfTagged *self, GHashTable *index, xmlNode *node)
{
  gboolean is_table = cog_xml_is (node, NULL, "table");
  const char *name = is_table ? "caption" : "figcaption";
  xmlNode *above = get_previous (node), *below = cog_xml_next_element (node);
  xmlNode *caption = NULL;

  if (cog_xml_find_child (node, NULL, name) != NULL)
    return;
  if (is_rest_of_picture (self, index, node, below))
    caption = below;
  else if (is_table && is_caption (above))
    caption = above;
  else if (is_caption (below) && !(is_table && is_pictured (cog_xml_next_element (below))))
    caption = below;
  else if (!is_table && is_caption (above) && !is_pictured (get_previous (above)))
    caption = above;
  if (caption == NULL)
    return;
  xmlUnlinkNode (caption);
  xmlNodeSetName (caption, BAD_CAST name);
  if (caption == above && node->children != NULL)
    xmlAddPrevSibling (node->children, caption);
  else if (is_table)
    xmlAddPrevSibling (node->children, caption);
  else
    xmlAddChild (node, caption);
}

void
cog_pdf_tagged_mend (CogPdfTagged *self, xmlNode *body)
{
  g_autoptr (GHashTable) index = NULL;

  g_return_if_fail (self != NULL && body != NULL);

  index = index_blocks (self);
  cog_pdf_tagged_join_lines (self, index, body);
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      if (is_pictured (n))
        take_caption (self, index, n);
      else if (cog_pdf_tagged_get_code (n) != NULL)
        cog_pdf_tagged_take_code (self, index, n);
    }
}
