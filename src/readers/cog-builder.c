/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include <string.h>

/* Deeper than any book; what a file nests beyond it is set side by side. */
#define MAX_DEPTH 60

struct _CogBuilder
{
  xmlNode *root;
  xmlNode *block;       /* innermost open container */
  xmlNode *leaf;        /* block that takes text now, or NULL; may be block itself */
  GPtrArray *templates; /* inline elements that are open in the source, outermost first, owned */
  GPtrArray *inlines;   /* their counterparts in leaf, as far as they were made */
  GPtrArray *ids;       /* ids waiting for an element */
  gboolean leaf_is_implied;
  gboolean preformatted;
  guint depth;
};

CogBuilder *
cog_builder_new (xmlNode *root)
{
  CogBuilder *self = g_new0 (CogBuilder, 1);

  self->root = root;
  self->block = root;
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify)xmlFreeNode);
  self->inlines = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cog_builder_free (CogBuilder *builder)
{
  g_ptr_array_unref (builder->templates);
  g_ptr_array_unref (builder->inlines);
  g_ptr_array_unref (builder->ids);
  g_free (builder);
}

void
cog_builder_push_id (CogBuilder *builder, const char *id)
{
  g_ptr_array_add (builder->ids, g_strdup (id));
}

/* The first waiting id goes to the element; the others become empty spans where text follows. */
static void
give_id (CogBuilder *self, xmlNode *node)
{
  if (self->ids->len == 0 || xmlHasProp (node, (const xmlChar *)"id"))
    return;
  cog_xml_set (node, "id", g_ptr_array_index (self->ids, 0));
  g_ptr_array_remove_index (self->ids, 0);
}

static const CogVocabularyRow *
row_of (const xmlNode *node)
{
  return cog_vocabulary_lookup_name ((const char *)node->name);
}

static gboolean
is_empty (const xmlNode *node)
{
  return node->children == NULL;
}

static void
close_leaf (CogBuilder *self)
{
  xmlNode *leaf = self->leaf;

  self->leaf = NULL;
  g_ptr_array_set_size (self->inlines, 0);
  if (leaf != NULL && self->leaf_is_implied && leaf != self->block && is_empty (leaf))
    {
      xmlUnlinkNode (leaf);
      xmlFreeNode (leaf);
    }
  self->leaf_is_implied = FALSE;
}

void
cog_builder_break (CogBuilder *builder)
{
  if (builder->leaf != NULL && (builder->leaf_is_implied || builder->leaf == builder->block))
    close_leaf (builder);
}

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, parent->doc != NULL ? xmlDocGetRootElement (parent->doc)->ns : NULL,
                      (const xmlChar *)name, NULL);
}

static xmlNode *
push (CogBuilder *self, const char *name)
{
  self->block = add_element (self->block, name);
  self->depth++;
  return self->block;
}

static void
pop (CogBuilder *self)
{
  close_leaf (self);
  if (self->block != self->root)
    {
      self->block = self->block->parent;
      self->depth--;
    }
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return strcmp ((const char *)node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode *node, const char *names)
{
  g_autofree char *padded = g_strconcat (" ", names, " ", NULL);
  g_autofree char *word = g_strconcat (" ", (const char *)node->name, " ", NULL);

  return strstr (padded, word) != NULL;
}

gboolean
cog_builder_is_in (CogBuilder *builder, const char *name)
{
  for (const xmlNode *n = builder->block; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (is_named (n, name))
      return TRUE;
  return FALSE;
}

xmlNode *
cog_builder_get_block (CogBuilder *builder)
{
  return builder->block;
}

xmlDoc *
cog_builder_get_document (CogBuilder *builder)
{
  return builder->root->doc;
}

gboolean
cog_builder_may_hold_block (CogBuilder *builder)
{
  return row_of (builder->block)->model == COG_MODEL_BLOCKS &&
         !is_one_of (builder->block, "ul ol dl table thead tbody tfoot tr");
}

gboolean
cog_builder_has_leaf (CogBuilder *builder)
{
  return builder->leaf != NULL;
}

void
cog_builder_set_preformatted (CogBuilder *builder, gboolean preformatted)
{
  builder->preformatted = preformatted;
}

static gboolean
has_block_child (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (cog_vocabulary_is_block_node (child))
      return TRUE;
  return FALSE;
}

/* Text that an EITHER block holds already moves into a p, as soon as a block comes after it. */
static void
wrap_children (xmlNode *block)
{
  xmlNode *p;

  if (block->children == NULL || has_block_child (block))
    return;
  p = xmlNewDocNode (block->doc, xmlDocGetRootElement (block->doc)->ns, (const xmlChar *)"p", NULL);
  while (block->children != NULL)
    {
      xmlNode *child = block->children;

      xmlUnlinkNode (child);
      xmlAddChild (p, child);
    }
  xmlAddChild (block, p);
}

/* Makes sure that a block of any kind may stand in self->block now. */
static void
open_for_blocks (CogBuilder *self)
{
  close_leaf (self);
  /* A block inside a paragraph ends it: it stands after it, not in it. */
  while (self->block != self->root && row_of (self->block)->model == COG_MODEL_INLINES)
    pop (self);
  if (is_one_of (self->block, "ul ol"))
    push (self, "li");
  else if (is_named (self->block, "dl"))
    push (self, "dd");
  else if (is_one_of (self->block, "table thead tbody tfoot"))
    {
      push (self, "tr");
      push (self, "td");
    }
  else if (is_named (self->block, "tr"))
    push (self, "td");
  if (row_of (self->block)->model == COG_MODEL_EITHER)
    wrap_children (self->block);
}

/* Goes up to the nearest block of one of these names; FALSE where there is none. */
static gboolean
climb_to (CogBuilder *self, const char *names)
{
  for (xmlNode *n = self->block; n != NULL && n != self->root->parent; n = n->parent)
    {
      if (is_one_of (n, names))
        {
          while (self->block != n)
            pop (self);
          close_leaf (self);
          return TRUE;
        }
      if (is_one_of (n, "td th li dd figure aside") && n != self->block)
        return FALSE;
      if (n == self->root)
        return FALSE;
    }
  return FALSE;
}

static void
open_context (CogBuilder *self, const char *name)
{
  if (g_str_equal (name, "li"))
    {
      if (!is_one_of (self->block, "ul ol") && !climb_to (self, "ul ol"))
        {
          open_for_blocks (self);
          push (self, "ul");
        }
    }
  else if (g_str_equal (name, "dt") || g_str_equal (name, "dd"))
    {
      if (!is_named (self->block, "dl") && !climb_to (self, "dl"))
        {
          open_for_blocks (self);
          push (self, "dl");
        }
    }
  else if (g_str_equal (name, "tr"))
    {
      if (!climb_to (self, "table thead tbody tfoot"))
        {
          open_for_blocks (self);
          push (self, "table");
        }
    }
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    {
      if (!climb_to (self, "tr"))
        {
          open_context (self, "tr");
          push (self, "tr");
        }
    }
  else if (g_str_equal (name, "thead") || g_str_equal (name, "tbody") ||
           g_str_equal (name, "tfoot") || g_str_equal (name, "caption"))
    {
      if (!climb_to (self, "table"))
        {
          open_for_blocks (self);
          push (self, "table");
        }
    }
  else
    open_for_blocks (self);
}

static const char *
substitute (CogBuilder *self, const char *name)
{
  if (g_str_equal (name, "figcaption") && !is_named (self->block, "figure"))
    return "p";
  if (g_str_equal (name, "summary") && !is_named (self->block, "details"))
    return "p";
  if (g_str_equal (name, "caption") && !cog_builder_is_in (self, "table"))
    return "p";
  return name;
}

xmlNode *
cog_builder_open_block (CogBuilder *builder, const char *name)
{
  const char *used = substitute (builder, name);
  const CogVocabularyRow *row = cog_vocabulary_lookup_name (used);
  xmlNode *node;

  close_leaf (builder);
  /* Beyond the depth, only leaves are made: their text stays, one after the other. */
  if (builder->depth >= MAX_DEPTH && row->model != COG_MODEL_INLINES)
    return NULL;
  open_context (builder, used);
  node = push (builder, used);
  give_id (builder, node);
  if (row->model == COG_MODEL_INLINES)
    {
      builder->leaf = node;
      builder->leaf_is_implied = FALSE;
    }
  return node;
}

static gboolean
is_within (const CogBuilder *self, const xmlNode *block)
{
  for (const xmlNode *n = self->block; n != NULL; n = n->parent)
    if (n == block)
      return TRUE;
  return FALSE;
}

void
cog_builder_close_block (CogBuilder *builder, xmlNode *block)
{
  if (block == NULL || !is_within (builder, block))
    {
      close_leaf (builder);
      return;
    }
  while (builder->block != block)
    pop (builder);
  /* Waiting ids of a block that ends belong to it. */
  give_id (builder, block);
  pop (builder);
}

static gboolean
is_leaf_block (const xmlNode *block)
{
  return row_of (block)->model == COG_MODEL_INLINES;
}

static void
open_leaf (CogBuilder *self)
{
  if (self->leaf != NULL)
    return;
  if (is_one_of (self->block, "ul ol dl table thead tbody tfoot tr"))
    open_for_blocks (self);
  if (is_leaf_block (self->block))
    {
      /* A block stood inside a paragraph: what follows is a paragraph of its own. */
      pop (self);
      open_leaf (self);
      return;
    }
  if (row_of (self->block)->model == COG_MODEL_EITHER && !has_block_child (self->block))
    {
      self->leaf = self->block;
      give_id (self, self->leaf);
      return;
    }
  self->leaf = add_element (self->block, "p");
  self->leaf_is_implied = TRUE;
  give_id (self, self->leaf);
}

static void
add_waiting_ids (CogBuilder *self, xmlNode *parent)
{
  if (parent == self->leaf && is_empty (parent))
    give_id (self, parent);
  while (self->ids->len > 0)
    give_id (self, add_element (parent, "span"));
}

xmlNode *
cog_builder_get_inline_parent (CogBuilder *builder)
{
  xmlNode *parent;

  open_leaf (builder);
  parent = builder->inlines->len > 0
               ? g_ptr_array_index (builder->inlines, builder->inlines->len - 1)
               : builder->leaf;
  while (builder->inlines->len < builder->templates->len)
    {
      xmlNode *template_node = g_ptr_array_index (builder->templates, builder->inlines->len);
      xmlNode *copy = xmlDocCopyNode (template_node, parent->doc, 2);

      copy->ns = xmlDocGetRootElement (parent->doc)->ns;
      xmlAddChild (parent, copy);
      /* Copying a node outside of any tree loses what epub: stands for. */
      for (xmlAttr *from = template_node->properties, *to = copy->properties;
           from != NULL && to != NULL; from = from->next, to = to->next)
        to->ns = from->ns;
      g_ptr_array_add (builder->inlines, copy);
      /* Its second piece, in another block, must not have the same id. */
      cog_xml_set (template_node, "id", NULL);
      parent = copy;
    }
  add_waiting_ids (builder, parent);
  return parent;
}

xmlNode *
cog_builder_get_block_parent (CogBuilder *builder)
{
  close_leaf (builder);
  if (is_leaf_block (builder->block))
    pop (builder);
  open_for_blocks (builder);
  return builder->block;
}

void
cog_builder_open_inline (CogBuilder *builder, xmlNode *template_node)
{
  if (builder->templates->len >= MAX_DEPTH)
    {
      /* An unclosed <b> a thousand times over: one more would say nothing. */
      xmlNode *last = g_ptr_array_index (builder->templates, builder->templates->len - 1);

      g_ptr_array_add (builder->templates, xmlCopyNode (last, 2));
      xmlFreeNode (template_node);
      return;
    }
  g_ptr_array_add (builder->templates, template_node);
}

gboolean
cog_builder_has_inline (CogBuilder *builder, const char *name)
{
  for (guint i = 0; i < builder->templates->len; i++)
    if (is_named (g_ptr_array_index (builder->templates, i), name))
      return TRUE;
  return FALSE;
}

void
cog_builder_close_inline (CogBuilder *builder)
{
  g_return_if_fail (builder->templates->len > 0);

  g_ptr_array_set_size (builder->templates, builder->templates->len - 1);
  if (builder->inlines->len > builder->templates->len)
    g_ptr_array_set_size (builder->inlines, builder->templates->len);
}

void
cog_builder_add_text (CogBuilder *builder, const char *text)
{
  gboolean is_blank = text[strspn (text, " \t\r\n")] == '\0';
  xmlNode *parent;

  if (text[0] == '\0' ||
      (is_blank && (builder->leaf == NULL || (is_empty (builder->leaf) && !builder->preformatted))))
    return;
  parent = cog_builder_get_inline_parent (builder);
  if (parent->last != NULL && parent->last->type == XML_TEXT_NODE)
    xmlNodeAddContent (parent->last, (const xmlChar *)text);
  else
    xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}
