/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose.h"

#include "cog-language-guess.h"
#include "cog-language.h"

#include <string.h>

CogProse *
cog_prose_new (CogReport *report)
{
  CogProse *self = g_new0 (CogProse, 1);
  xmlNode *root;

  self->report = report;
  self->out = xmlNewDoc ((const xmlChar *)"1.0");
  root = xmlNewDocNode (self->out, NULL, (const xmlChar *)"html", NULL);
  xmlDocSetRootElement (self->out, root);
  self->xhtml = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);
  self->epub = xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  xmlSetNs (root, self->xhtml);
  self->pieces = g_ptr_array_new_with_free_func (g_free);
  self->anchors = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cog_prose_free (CogProse *self)
{
  xmlFreeDoc (self->out);
  g_free (self->doubted);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->anchors);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->kept);
  g_free (self);
}

xmlNode *
cog_prose_add (CogProse *self, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (self->out, self->xhtml, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

void
cog_prose_add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

/* What an id cannot have is told by its number, so that two names stay two. */
char *
cog_prose_dup_anchor (const char *name)
{
  g_autoptr (GString) id = g_string_new ("b-");

  for (const char *c = name; *c != '\0' && id->len < 200; c = g_utf8_next_char (c))
    if (g_ascii_isalnum (*c) || strchr ("_-.", *c) != NULL)
      g_string_append_c (id, *c);
    else
      g_string_append_printf (id, "u%x", g_utf8_get_char (c));
  return g_strdup (id->str);
}

gboolean
cog_prose_has_content (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode ((xmlNode *)n)) ||
        cog_xml_is (n, NULL, "img") || cog_xml_is (n, NULL, "math"))
      return TRUE;
  return FALSE;
}

CogProsePiece *
cog_prose_begin_piece (CogProse *self)
{
  CogProsePiece *piece = g_new0 (CogProsePiece, 1);

  piece->body = cog_prose_add (self, xmlDocGetRootElement (self->out), "body");
  piece->notes = cog_prose_add (self, xmlDocGetRootElement (self->out), "div");
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

CogProsePiece *
cog_prose_get_piece (CogProse *self)
{
  if (self->pieces->len == 0)
    return cog_prose_begin_piece (self);
  return g_ptr_array_index (self->pieces, self->pieces->len - 1);
}

const char *
cog_prose_get_heading (const CogProse *self, guint level)
{
  static const char *const names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
  guint depth = level < self->split_level ? 1 : level - self->split_level + 1;

  return names[CLAMP (depth, 1, 6) - 1];
}

static xmlNode *
get_last (const xmlNode *parent)
{
  xmlNode *last = parent->last;

  while (last != NULL && last->type != XML_ELEMENT_NODE)
    last = last->prev;
  return last;
}

static xmlNode *
open_group (CogProse *self, xmlNode *parent, const char *name)
{
  xmlNode *last = get_last (parent);

  return cog_xml_is (last, NULL, name) ? last : cog_prose_add (self, parent, name);
}

xmlNode *
cog_prose_open_quotation (CogProse *self, xmlNode *parent)
{
  return cog_prose_add (self, open_group (self, parent, "blockquote"), "p");
}

xmlNode *
cog_prose_open_term (CogProse *self, xmlNode *parent)
{
  return cog_prose_add (self, open_group (self, parent, "dl"), "dt");
}

xmlNode *
cog_prose_open_definition (CogProse *self, xmlNode *parent)
{
  xmlNode *list = get_last (parent);

  return cog_xml_is (list, NULL, "dl") ? cog_prose_add (self, list, "dd")
                                       : cog_prose_add (self, parent, "p");
}

/* Terms of which nothing is said: a style of that name that somebody set lines in. */
static void
open_lone_terms (xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (body, n);
      if (!cog_xml_is (n, NULL, "dl") || cog_xml_find_child (n, NULL, "dd") != NULL)
        continue;
      for (xmlNode *term = cog_xml_first_element (n); term != NULL;
           term = cog_xml_next_element (term))
        xmlNodeSetName (term, (const xmlChar *)"p");
      next = n->children != NULL ? n->children : cog_xml_skip_in (body, n);
      cog_xml_unwrap (n);
    }
}

xmlNode *
cog_prose_open_subtitle (CogProse *self, xmlNode *parent)
{
  xmlNode *block = cog_prose_add (self, parent, "p");

  cog_xml_set (block, "role", "doc-subtitle");
  xmlSetNsProp (block, self->epub, (const xmlChar *)"type", (const xmlChar *)"subtitle");
  return block;
}

xmlNode *
cog_prose_open_code (CogProse *self, xmlNode *parent)
{
  xmlNode *block = open_group (self, parent, "pre");

  if (block->children != NULL)
    cog_prose_add_text (block, "\n");
  return block;
}

void
cog_prose_add_anchor (CogProse *self, xmlNode *parent, const char *id)
{
  if (g_hash_table_add (self->ids, g_strdup (id)))
    cog_xml_set (cog_prose_add (self, parent, "span"), "id", id);
}

void
cog_prose_take_anchors (CogProse *self, xmlNode *block)
{
  for (guint i = 0; i < self->anchors->len; i++)
    cog_prose_add_anchor (self, block, g_ptr_array_index (self->anchors, i));
  g_ptr_array_set_size (self->anchors, 0);
}

void
cog_prose_drop_empty (CogProse *self, xmlNode *block)
{
  for (xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id == NULL)
        continue;
      g_hash_table_remove (self->ids, id);
      g_ptr_array_add (self->anchors, id);
    }
  cog_xml_remove (block);
}

void
cog_prose_set_direction (CogProse *self, xmlNode *block, gboolean is_rtl)
{
  gboolean is_book_rtl = self->language != NULL && cog_language_is_rtl (self->language);
  g_autofree char *text = cog_xml_dup_text (block);
  gboolean reads_rtl = FALSE;

  /* Without a word for it, what the letters say: a line of code in an Arabic book. */
  if (is_rtl != is_book_rtl && cog_text_guess_rtl (text, &reads_rtl) && reads_rtl == is_rtl)
    cog_xml_set (block, "dir", is_rtl ? "rtl" : "ltr");
}

void
cog_prose_open_paragraph (xmlNode *cell)
{
  xmlNode *p = cog_xml_first_element (cell);

  if (cog_xml_is (p, NULL, "p") && cog_xml_next_element (p) == NULL && p->properties == NULL)
    cog_xml_unwrap (p);
}

void
cog_prose_set_span (xmlNode *cell, const char *name, guint span)
{
  g_autofree char *value = g_strdup_printf ("%u", span);

  cog_xml_set (cell, name, span > 1 ? value : NULL);
}

guint
cog_prose_get_span (const xmlNode *cell, const char *name)
{
  g_autofree char *value = cog_xml_dup_attribute (cell, name);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : 1;
}

xmlNode *
cog_prose_add_note (CogProse *self, xmlNode *parent, const char *mark)
{
  xmlNode *link = cog_prose_add (self, parent, "a");
  xmlNode *aside = cog_prose_add (self, cog_prose_get_piece (self)->notes, "aside");
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_notes);
  g_autofree char *id = g_strconcat ("note-", number, NULL);
  g_autofree char *href = g_strconcat ("#", id, NULL);

  cog_xml_set (link, "href", href);
  cog_xml_set (link, "role", "doc-noteref");
  xmlSetNsProp (link, self->epub, (const xmlChar *)"type", (const xmlChar *)"noteref");
  cog_prose_add_text (link, mark != NULL && mark[0] != '\0' ? mark : number);
  cog_xml_set (aside, "id", id);
  cog_xml_set (aside, "role", "doc-footnote");
  xmlSetNsProp (aside, self->epub, (const xmlChar *)"type", (const xmlChar *)"footnote");
  return aside;
}

/* A place that nothing leads to is none: its id would become that of the paragraph. */
static void
drop_unused_anchors (CogProse *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *root = xmlDocGetRootElement (self->out);

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

      if (href != NULL && href[0] == '#')
        g_hash_table_add (used, g_strdup (href + 1));
      g_free (href);
    }
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      gboolean is_place = cog_xml_is (n, NULL, "span") && n->children == NULL;

      next = cog_xml_next_in (root, n);
      if (id == NULL || g_hash_table_contains (used, id) || g_hash_table_contains (self->kept, id))
        continue;
      if (is_place)
        cog_xml_remove (n);
      else
        cog_xml_set (n, "id", NULL);
    }
}

void
cog_prose_finish (CogProse *self)
{
  drop_unused_anchors (self);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      CogProsePiece *piece = g_ptr_array_index (self->pieces, i);

      open_lone_terms (piece->body);
      cog_prose_place_captions (piece->body);
      cog_prose_join_runs (piece->body);
      xmlUnlinkNode (piece->notes);
      xmlAddChild (piece->body, piece->notes);
    }
}
