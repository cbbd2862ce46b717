/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-error.h"
#include "cog-inline-private.h"
#include "cog-namespaces.h"
#include "cog-validate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
dump_node (xmlBuffer *buffer, xmlDoc *document, xmlNode *node)
{
  xmlOutputBuffer *out = xmlOutputBufferCreateBuffer (buffer, NULL);

  /* With an encoding given, letters stay letters and do not become numbers. */
  xmlNodeDumpOutput (out, document, node, 0, 0, "UTF-8");
  xmlOutputBufferClose (out);
}

static char *
steal_buffer (xmlBuffer *buffer)
{
  char *text = g_strdup ((const char *)xmlBufferContent (buffer));

  xmlBufferFree (buffer);
  return text;
}

char *
cog_inline_serialise (const xmlNode *element)
{
  xmlBuffer *buffer = xmlBufferCreate ();

  g_return_val_if_fail (element != NULL, NULL);

  if (cog_xml_is (element, COG_NS_MATHML, "math"))
    dump_node (buffer, element->doc, (xmlNode *)element);
  else
    for (xmlNode *child = element->children; child != NULL; child = child->next)
      dump_node (buffer, element->doc, child);
  return steal_buffer (buffer);
}

char *
cog_section_serialise (const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  xmlBuffer *buffer;

  if (root == NULL)
    return NULL;
  buffer = xmlBufferCreate ();
  dump_node (buffer, section->content, root);
  return steal_buffer (buffer);
}

/* The text as the children of a p, tidied and checked. */
xmlDoc *
cog_inline_parse (const char *xhtml, GError **error)
{
  g_autofree char *whole =
      g_strconcat ("<p xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB
                   "\" xmlns:m=\"" COG_NS_MATHML "\" xmlns:xlink=\"" COG_NS_XLINK "\">",
                   xhtml, "</p>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (whole, strlen (whole));
  g_autoptr (GError) fault = NULL;
  g_autoptr (xmlDoc) document = cog_xml_parse (bytes, _ ("The text"), NULL, &fault);
  g_autofree char *breach = NULL;

  if (document == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("The text is not well-formed: %s"),
                   fault->message);
      return NULL;
    }
  cog_namespaces_tidy (xmlDocGetRootElement (document), xmlDocGetRootElement (document));
  breach = cog_validate_inline (xmlDocGetRootElement (document), NULL);
  if (breach != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: %s is an element, such as <script>. */
                   _ ("The text has something that cannot stand in it: %s"), breach);
      return NULL;
    }
  return g_steal_pointer (&document);
}

gboolean
cog_inline_check (const char *xhtml, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (xhtml != NULL, FALSE);

  document = cog_inline_parse (xhtml, error);
  return document != NULL;
}

static void
remove_children (xmlNode *element)
{
  while (element->children != NULL)
    {
      xmlNode *child = element->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

static void
copy_children (xmlNode *element, const xmlNode *from, xmlNode *root)
{
  for (xmlNode *child = from->children; child != NULL; child = child->next)
    {
      xmlNode *copy = xmlDocCopyNode (child, element->doc, 1);

      xmlAddChild (element, copy);
      if (copy->type == XML_ELEMENT_NODE)
        cog_namespaces_tidy (root, copy);
    }
}

/* A display equation is replaced as a whole: its new element's attributes and children move in. */
static gboolean
set_equation (xmlNode *math, const xmlNode *from, xmlNode *root, GError **error)
{
  xmlNode *source = cog_xml_first_element (from);

  if (!cog_xml_is (source, COG_NS_MATHML, "math") || cog_xml_next_element (source) != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("An equation must be one math element."));
      return FALSE;
    }
  remove_children (math);
  copy_children (math, source, root);
  return TRUE;
}

gboolean
cog_inline_set (xmlNode *element, const char *xhtml, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *root;

  g_return_val_if_fail (element != NULL && xhtml != NULL, FALSE);

  /* Most units are plain words, and need no parser. */
  if (strpbrk (xhtml, "<&") == NULL && !cog_xml_is (element, COG_NS_MATHML, "math"))
    {
      remove_children (element);
      xmlAddChild (element, xmlNewDocText (element->doc, (const xmlChar *)xhtml));
      return TRUE;
    }
  document = cog_inline_parse (xhtml, error);
  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (element->doc);
  if (cog_xml_is (element, COG_NS_MATHML, "math"))
    return set_equation (element, xmlDocGetRootElement (document), root, error);
  remove_children (element);
  copy_children (element, xmlDocGetRootElement (document), root);
  return TRUE;
}

char *
cog_inline_to_plain (const char *xhtml)
{
  g_autoptr (xmlDoc) document = NULL;
  GString *text;
  xmlNode *root;

  g_return_val_if_fail (xhtml != NULL, NULL);

  if (strpbrk (xhtml, "<&") == NULL)
    return g_strdup (xhtml);
  document = cog_inline_parse (xhtml, NULL);
  if (document == NULL)
    return g_strdup (xhtml);
  text = g_string_new (NULL);
  root = xmlDocGetRootElement (document);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL)
        g_string_append (text, (const char *)n->content);
      else if (cog_xml_is (n, COG_NS_XHTML, "br"))
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
