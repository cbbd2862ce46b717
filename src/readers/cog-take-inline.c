/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include "cog-path.h"

#include <string.h>

/* A link of a saved page that leads to another page of the site it came from. */
static char *
dup_address (CogTake *take, const char *href)
{
  const char *base = g_hash_table_lookup (take->self->addresses, take->file);

  return base != NULL ? g_uri_resolve_relative (base, href, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
}

/* "./Tide#cite_note-1" in the page Tide. */
static gboolean
leads_to_itself (CogTake *take, const char *address)
{
  g_autofree char *key = g_strconcat (take->file, "#", NULL);
  const char *page = g_hash_table_lookup (take->self->addresses, key);
  const char *hash = strchr (address, '#');

  return page != NULL && hash != NULL && hash[1] != '\0' &&
         strlen (page) == (gsize)(hash - address) && strncmp (page, address, hash - address) == 0;
}

/* What browsers put up with in an address, and a checker of EPUB does not: RFC 3986, section 2.
 * Letters of all scripts stay as they are read. */
static char *
dup_escaped (const char *address)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++)
    if ((guchar)*c <= ' ' || *c == 0x7f || strchr ("\"<>\\^`{|}", *c) != NULL ||
        (*c == '%' && !(g_ascii_isxdigit (c[1]) && g_ascii_isxdigit (c[2]))))
      g_string_append_printf (escaped, "%%%02X", (guchar)*c);
    else
      g_string_append_c (escaped, *c);
  return g_string_free (escaped, FALSE);
}

/* NULL: it leads nowhere, and is only text. */
char *
cog_take_dup_link (CogTake *take, const char *href)
{
  char *address;
  const char *file;
  const char *hash = strchr (href, '#');
  g_autofree char *id = NULL;
  g_autofree char *escaped = NULL;

  if (href[0] == '\0' || g_str_equal (href, "#"))
    return NULL;
  if (href[0] == '#')
    return g_strconcat ("#", take->prefix, href + 1, NULL);
  if (cog_path_has_scheme (href))
    {
      escaped = dup_escaped (href);
      return g_str_has_prefix (escaped, "//") ? g_strconcat ("https:", escaped, NULL)
                                              : g_steal_pointer (&escaped);
    }
  file = take->self->container != NULL
             ? cog_container_resolve (take->self->container, take->file, href)
             : NULL;
  if (file != NULL)
    id = cog_normalizer_dup_id (take->self, file, hash != NULL ? hash + 1 : NULL);
  if (id != NULL)
    return g_strconcat ("#", id, NULL);
  address = dup_address (take, href);
  if (address != NULL && leads_to_itself (take, address))
    {
      char *own = g_strconcat ("#", take->prefix, strchr (address, '#') + 1, NULL);

      g_free (address);
      return own;
    }
  return address != NULL ? address : g_strdup (href);
}

void
cog_take_open_inline (CogTake *take, CogTakeFrame *frame, const xmlNode *node, const char *as)
{
  xmlNode *target = xmlNewNode (NULL, (const xmlChar *)as);
  xmlNode *parent =
      cog_builder_has_leaf (take->builder) ? cog_builder_get_inline_parent (take->builder) : NULL;

  /* The namespace for epub:type is found by the document. */
  xmlSetTreeDoc (target, parent != NULL ? parent->doc : cog_builder_get_document (take->builder));
  cog_take_copy_global (take, node, target);
  if (strcmp (as, "a") == 0)
    {
      g_autofree char *href = cog_xml_dup_attribute (node, "href");
      g_autofree char *link = href != NULL && !cog_builder_has_inline (take->builder, "a")
                                  ? cog_take_dup_link (take, g_strstrip (href))
                                  : NULL;

      if (link == NULL && xmlHasProp (target, (const xmlChar *)"id"))
        {
          /* An anchor: its id goes to what follows. */
          g_autofree char *id = cog_xml_dup_attribute (target, "id");

          cog_builder_push_id (take->builder, id);
        }
      if (link == NULL)
        {
          xmlFreeNode (target);
          return;
        }
      cog_xml_set (target, "href", link);
    }
  else if (strcmp (as, "time") == 0)
    {
      g_autofree char *datetime = cog_xml_dup_attribute (node, "datetime");

      cog_xml_set (target, "datetime", datetime);
    }
  cog_builder_open_inline (take->builder, target);
  frame->n_inlines++;
}

static void
open_emphasis (CogTake *take, CogTakeFrame *frame, const char *name, const char *class_name)
{
  xmlNode *target = xmlNewNode (NULL, (const xmlChar *)name);

  if (class_name != NULL)
    cog_xml_set (target, "class", class_name);
  cog_builder_open_inline (take->builder, target);
  frame->n_inlines++;
}

/* What a style sheet says of an inline element. */
void
cog_take_open_styled (
    CogTake *take, CogTakeFrame *frame, const xmlNode *node, CogStyle style, const char *as)
{
  const char *name = (const char *)node->name;

  if ((style & COG_STYLE_ITALIC) && strcmp (name, "em") != 0 && strcmp (name, "i") != 0 &&
      strcmp (name, "cite") != 0 && strcmp (name, "dfn") != 0 && strcmp (name, "var") != 0)
    open_emphasis (take, frame, "em", NULL);
  if ((style & COG_STYLE_BOLD) && strcmp (name, "strong") != 0 && strcmp (name, "b") != 0)
    open_emphasis (take, frame, "strong", NULL);
  if (style & COG_STYLE_SMALL_CAPS)
    open_emphasis (take, frame, "span", "smallcaps");
  if ((style & COG_STYLE_UNDERLINE) && strcmp (name, "u") != 0 && strcmp (name, "a") != 0)
    open_emphasis (take, frame, "u", NULL);
  if ((style & COG_STYLE_STRIKE) && g_strcmp0 (as, "s") != 0)
    open_emphasis (take, frame, "s", NULL);
  if ((style & COG_STYLE_SUPER) && strcmp (name, "sup") != 0)
    open_emphasis (take, frame, "sup", NULL);
  if ((style & COG_STYLE_SUB) && strcmp (name, "sub") != 0)
    open_emphasis (take, frame, "sub", NULL);
}

gboolean
cog_take_is_page_break (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "pagebreak") ||
         cog_xml_has_word (node, "role", "doc-pagebreak");
}

void
cog_take_add_page_break (CogTake *take, const xmlNode *node)
{
  xmlNode *parent = cog_builder_get_inline_parent (take->builder);
  xmlNode *span =
      xmlNewChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)"span", NULL);
  g_autofree char *id = cog_take_dup_id (take, node);
  g_autofree char *label = cog_xml_dup_attribute (node, "title");
  g_autofree char *aria = cog_xml_dup_attribute (node, "aria-label");
  g_autofree char *text = cog_xml_dup_folded_text (node);

  cog_xml_set (span, "id", id);
  cog_take_set_type (span, "pagebreak");
  cog_xml_set (span, "role", "doc-pagebreak");
  cog_xml_set (span, "aria-label", aria != NULL ? aria : label != NULL ? label : text);
}

xmlNode *
cog_take_add_child (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)name, NULL);
}

void
cog_take_add_link (CogTake *take, const char *url, const char *words)
{
  const char *shown = words != NULL && words[0] != '\0' ? words : url;
  xmlNode *link;

  /* No link stands in a link: there, the words alone. */
  if (cog_builder_has_inline (take->builder, "a"))
    {
      cog_builder_add_text (take->builder, shown);
      return;
    }
  link = cog_take_add_child (cog_builder_get_inline_parent (take->builder), "a");
  cog_xml_set (link, "href", url);
  xmlNodeAddContent (link, (const xmlChar *)"");
  xmlAddChild (link, xmlNewDocText (link->doc, (const xmlChar *)shown));
}
