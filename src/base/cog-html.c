/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html.h"

#include "cog-error.h"
#include "cog-findings.h"
#include "cog-html-bounded.h"

#include <glib/gi18n-lib.h>
#include <gumbo.h>
#include <string.h>

/* Gumbo's time grows with the square of the number of open elements: 20,000 take half a second. */
#define MAX_OPEN 20000
#define MAX_DEPTH 512         /* of elements in each other; browsers draw the same line */
#define MAX_HTML (128u << 20) /* bytes */

typedef struct
{
  xmlDoc *document;
  xmlNs *xhtml;
  xmlNs *mathml;
  xmlNs *svg;
  xmlNs *xlink;
  xmlNs *epub;
} Builder;

static gboolean
is_xml_name (const char *name)
{
  if (!g_ascii_isalpha (name[0]) && name[0] != '_')
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-' && *c != '.')
      return FALSE;
  return TRUE;
}

/* Characters that XML cannot hold become spaces or vanish. (transfer full) */
static char *
dup_clean_text (const char *text)
{
  char *copy = g_strdup (text);
  char *out = copy;

  for (const char *c = text; *c != '\0';)
    {
      gunichar character = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);

      if (character == 0x0C)
        *out++ = ' ';
      else if ((character >= 0x20 || character == '\t' || character == '\n' || character == '\r') &&
               character != 0xFFFE && character != 0xFFFF)
        {
          memmove (out, c, next - c);
          out += next - c;
        }
      c = next;
    }
  *out = '\0';
  return copy;
}

static char *
dup_tag_name (const GumboElement *element)
{
  const char *known = gumbo_normalized_tagname (element->tag);
  GumboStringPiece piece = element->original_tag;
  g_autofree char *raw = NULL;

  if (element->tag_namespace == GUMBO_NAMESPACE_SVG && piece.data != NULL)
    {
      GumboStringPiece tag = piece;

      gumbo_tag_from_original_text (&tag);
      if (tag.data != NULL)
        {
          const char *svg = gumbo_normalize_svg_tagname (&tag);

          if (svg != NULL)
            return g_strdup (svg);
        }
    }
  if (element->tag != GUMBO_TAG_UNKNOWN && known[0] != '\0')
    return g_strdup (known);
  if (piece.data == NULL)
    return NULL;
  gumbo_tag_from_original_text (&piece);
  raw = g_strndup (piece.data, piece.length);
  /* "m:math" in HTML is an unknown element: its local name says what was meant. */
  if (g_str_has_prefix (raw, "m:") || g_str_has_prefix (raw, "mml:"))
    return g_ascii_strdown (strchr (raw, ':') + 1, -1);
  return g_ascii_strdown (raw, -1);
}

static xmlNs *
namespace_of (const Builder *builder, GumboNamespaceEnum which)
{
  switch (which)
    {
    case GUMBO_NAMESPACE_HTML:
      return builder->xhtml;
    case GUMBO_NAMESPACE_SVG:
      return builder->svg;
    case GUMBO_NAMESPACE_MATHML:
      return builder->mathml;
    }
  return builder->xhtml;
}

static void
copy_attribute (const Builder *builder, xmlNode *node, const GumboAttribute *attribute)
{
  g_autofree char *value = dup_clean_text (attribute->value);
  const xmlChar *text = (const xmlChar *)value;
  const char *name = attribute->name;

  if (g_str_equal (name, "xml:lang") ||
      (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XML && g_str_equal (name, "lang")))
    {
      if (!xmlHasProp (node, (const xmlChar *)"lang"))
        xmlNewProp (node, (const xmlChar *)"lang", text);
    }
  else if (g_str_equal (name, "xlink:href") ||
           (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK && g_str_equal (name, "href")))
    xmlNewNsProp (node, builder->xlink, (const xmlChar *)"href", text);
  else if (g_str_has_prefix (name, "epub:") && is_xml_name (name + 5))
    xmlNewNsProp (node, builder->epub, (const xmlChar *)name + 5, text);
  else if (is_xml_name (name) && attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE)
    xmlNewProp (node, (const xmlChar *)name, text);
}

/* NULL where the element cannot be named in XML: its children take its place. */
static xmlNode *
make_element (const Builder *builder, const GumboElement *element)
{
  g_autofree char *name = dup_tag_name (element);
  xmlNode *node;

  if (name == NULL || !is_xml_name (name))
    return NULL;
  node = xmlNewDocNode (builder->document, namespace_of (builder, element->tag_namespace),
                        (const xmlChar *)name, NULL);
  for (guint i = 0; i < element->attributes.length; i++)
    copy_attribute (builder, node, element->attributes.data[i]);
  return node;
}

static void
append_text (const Builder *builder, xmlNode *parent, const char *text)
{
  g_autofree char *clean = dup_clean_text (text);

  if (parent->last != NULL && parent->last->type == XML_TEXT_NODE)
    xmlNodeAddContent (parent->last, (const xmlChar *)clean);
  else
    xmlAddChild (parent, xmlNewDocText (builder->document, (const xmlChar *)clean));
}

static void
declare_namespaces (Builder *builder, xmlNode *root)
{
  builder->xhtml = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);
  builder->mathml = xmlNewNs (root, (const xmlChar *)COG_NS_MATHML, (const xmlChar *)"m");
  builder->svg = xmlNewNs (root, (const xmlChar *)COG_NS_SVG, (const xmlChar *)"svg");
  builder->xlink = xmlNewNs (root, (const xmlChar *)COG_NS_XLINK, (const xmlChar *)"xlink");
  builder->epub = xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
}

typedef struct
{
  const GumboNode *source;
  xmlNode *parent; /* where its children go */
  guint next;      /* child */
} Frame;

static const GumboVector *
children_of (const GumboNode *node)
{
  return &node->v.element.children;
}

/* What is deeper stands beside it: readers ask elements for those around them. */
static void
open_child (const Builder *builder, GArray *stack, const GumboNode *child, xmlNode *parent)
{
  xmlNode *node = make_element (builder, &child->v.element);
  Frame frame = { child, node != NULL && stack->len < MAX_DEPTH ? node : parent, 0 };

  if (node != NULL)
    xmlAddChild (parent, node);
  g_array_append_val (stack, frame);
}

/* With a stack of its own: a page's depth must not be ours. */
static void
copy_tree (const Builder *builder, const GumboNode *root, xmlNode *target)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  Frame first = { root, target, 0 };

  g_array_append_val (stack, first);
  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      const GumboVector *children = children_of (top->source);
      const GumboNode *child;

      if (top->next >= children->length)
        {
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      child = children->data[top->next++];
      switch (child->type)
        {
        case GUMBO_NODE_ELEMENT:
          open_child (builder, stack, child, top->parent);
          break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
          append_text (builder, top->parent, child->v.text.text);
          break;
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
          break;
        }
    }
}

/* A rough count of elements that are open at once, before the real parser sees them. */
static gboolean
is_too_deep (const char *text, gsize length)
{
  static const char *const open_ended[] = { "br",    "img",   "hr",    "input",  "meta", "link",
                                            "p",     "li",    "td",    "tr",     "th",   "col",
                                            "wbr",   "dd",    "dt",    "area",   "base", "source",
                                            "embed", "track", "param", "option", NULL };
  gint64 depth = 0;

  for (const char *c = text; (c = memchr (c, '<', text + length - c)) != NULL; c++)
    {
      char name[12] = { 0 };
      gsize n = 0;

      if (c + 1 < text + length && c[1] == '/')
        {
          depth = MAX (depth - 1, 0);
          continue;
        }
      while (n < sizeof name - 1 && c + 1 + n < text + length && g_ascii_isalnum (c[1 + n]))
        {
          name[n] = g_ascii_tolower (c[1 + n]);
          n++;
        }
      if (n > 0 && !g_strv_contains (open_ended, name) && ++depth > MAX_OPEN)
        return TRUE;
    }
  return FALSE;
}

static xmlDoc *
build (const GumboOutput *output)
{
  Builder builder = { xmlNewDoc ((const xmlChar *)"1.0"), NULL, NULL, NULL, NULL, NULL };
  xmlNode *root = xmlNewDocNode (builder.document, NULL, (const xmlChar *)"html", NULL);
  const GumboElement *element = &output->root->v.element;

  xmlDocSetRootElement (builder.document, root);
  declare_namespaces (&builder, root);
  xmlSetNs (root, builder.xhtml);
  for (guint i = 0; i < element->attributes.length; i++)
    copy_attribute (&builder, root, element->attributes.data[i]);
  copy_tree (&builder, output->root, root);
  return builder.document;
}

xmlDoc *
cog_html_parse (
    GBytes *bytes, const char *encoding_hint, const char *place, gpointer report, GError **error)
{
  g_autofree char *text = NULL;
  gboolean had_faults = FALSE;
  CogHtmlBounded *parsed = NULL;
  xmlDoc *document;
  gsize length = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_HTML)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), place);
      return NULL;
    }
  text = cog_html_decode (bytes, encoding_hint, &length, &had_faults);
  if (had_faults)
    cog_report_add (report, &cog_finding_bad_encoding, place, NULL, NULL);
  if (!is_too_deep (text, length))
    parsed = cog_html_bounded_parse (text, length);
  if (parsed == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                   _ ("%s: thousands of elements stand one inside the other; it is damaged, or was "
                      "made to do harm."),
                   place);
      return NULL;
    }
  document = build (cog_html_bounded_get_output (parsed));
  cog_html_bounded_free (parsed);
  return document;
}
