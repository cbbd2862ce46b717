/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include "cog-reader-findings.h"

#include <string.h>

void
cog_cnxml_convert_emphasis (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");
  const char *name = "strong";

  if (g_strcmp0 (effect, "italics") == 0 || g_strcmp0 (effect, "italic") == 0)
    name = "em";
  else if (g_strcmp0 (effect, "underline") == 0)
    name = "u";
  else if (g_strcmp0 (effect, "smallcaps") == 0)
    {
      cog_cnxml_wrap (walk, node, parent, "span", "smallcaps", NULL);
      return;
    }
  else if (g_strcmp0 (effect, "normal") == 0)
    {
      cog_cnxml_convert_children (walk, node, parent);
      return;
    }
  cog_cnxml_wrap (walk, node, parent, name, NULL, NULL);
}

void
cog_cnxml_convert_footnote (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *own = cog_xml_dup_attribute (node, "id");
  g_autofree char *id =
      own != NULL ? g_strdup (own) : g_strdup_printf ("footnote-%u", walk->n_notes + 1);
  g_autofree char *href = g_strconcat ("#", id, NULL);
  g_autofree char *mark = g_strdup_printf ("%u", ++walk->n_notes);
  xmlNode *link = cog_cnxml_add (walk, parent, "a");
  xmlNode *aside = cog_cnxml_add (walk, walk->notes, "aside");

  cog_xml_set (link, "href", href);
  cog_xml_set (link, "role", "doc-noteref");
  cog_cnxml_set_type (walk, link, "noteref");
  cog_cnxml_add_text (link, mark);
  cog_xml_set (aside, "id", id);
  cog_xml_set (aside, "role", "doc-footnote");
  cog_cnxml_set_type (walk, aside, "footnote");
  cog_cnxml_convert_children (walk, node, cog_cnxml_add (walk, aside, "p"));
}

/* Where a link leads: a page's address, an element here, or one in another module of this book. */
static char *
dup_href (CogCnxmlWalk *walk, const xmlNode *node, const char **label)
{
  g_autofree char *url = cog_xml_dup_attribute (node, "url");
  g_autofree char *document = cog_xml_dup_attribute (node, "document");
  g_autofree char *target = cog_xml_dup_attribute (node, "target-id");
  const char *file;

  if (url != NULL && url[0] == '#' &&
      (g_str_has_prefix (url, "#exercise") || g_str_has_prefix (url, "#ost")))
    {
      cog_report_add (walk->context->report, &cog_finding_embedded_exercise, walk->context->module,
                      url, NULL);
      return NULL;
    }
  if (url != NULL)
    return g_steal_pointer (&url);
  if (document == NULL || document[0] == '\0' || g_str_equal (document, walk->context->module))
    {
      if (target == NULL)
        return NULL;
      *label = cog_openstax_labels_lookup (walk->context->labels, walk->context->module, target);
      return g_strconcat ("#", target, NULL);
    }
  file = g_hash_table_lookup (walk->context->modules, document);
  *label =
      cog_openstax_labels_lookup (walk->context->labels, document, target != NULL ? target : "");
  if (file == NULL)
    {
      cog_report_add (walk->context->report, &cog_finding_missing_module, walk->context->module,
                      document, NULL);
      return NULL;
    }
  return g_strconcat ("/", file, target != NULL ? "#" : "", target != NULL ? target : "", NULL);
}

/* "see m58302": a sentence with a hole in it would be worse. */
static void
add_missing (const xmlNode *node, xmlNode *parent)
{
  g_autofree char *document = cog_xml_dup_attribute (node, "document");

  if (document != NULL)
    cog_cnxml_add_text (parent, document);
}

void
cog_cnxml_convert_link (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const char *label = NULL;
  g_autofree char *href = dup_href (walk, node, &label);
  g_autofree char *words = cog_xml_dup_folded_text (node);
  gboolean is_empty = words[0] == '\0' && cog_xml_first_element (node) == NULL;
  xmlNode *link = parent;

  if (href != NULL)
    {
      link = cog_cnxml_add (walk, parent, "a");
      cog_cnxml_copy_id (node, link);
      cog_xml_set (link, "href", href);
    }
  if (!is_empty)
    cog_cnxml_convert_children (walk, node, link);
  else if (label != NULL)
    cog_cnxml_add_text (link, label);
  else if (href != NULL && href[0] != '#' && href[0] != '/')
    cog_cnxml_add_text (link, href);
  else if (href != NULL)
    cog_cnxml_add_text (link, "↗");
  else
    add_missing (node, link);
}

/* Blanks to fill in, and spaces. */
void
cog_cnxml_convert_space (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *count = cog_xml_dup_attribute (node, "count");
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");
  guint n = count != NULL ? (guint)CLAMP (g_ascii_strtoll (count, NULL, 10), 1, 80) : 1;
  gboolean line = g_strcmp0 (effect, "underline") == 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, line ? "_" : "\xC2\xA0");
  cog_cnxml_add_text (parent, text->str);
}

void
cog_cnxml_convert_newline (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *effect = cog_xml_dup_attribute (node, "effect");

  if (g_strcmp0 (effect, "underline") == 0)
    cog_cnxml_add_text (parent, "________________");
  cog_cnxml_add (walk, parent, "br");
}

void
cog_cnxml_convert_quote (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");

  cog_cnxml_wrap (walk, node, parent, g_strcmp0 (display, "inline") == 0 ? "q" : "blockquote", NULL,
                  NULL);
}

void
cog_cnxml_convert_code (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");

  cog_cnxml_wrap (walk, node, parent,
                  g_strcmp0 (display, "block") == 0 || cog_xml_has_word (node, "class", "block")
                      ? "pre"
                      : "code",
                  NULL, NULL);
}

void
cog_cnxml_convert_term (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap (walk, node, parent,
                  cog_xml_has_word (node, "class", "no-emphasis") ? "span" : "dfn", NULL, NULL);
}

void
cog_cnxml_convert_foreign (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *element = cog_cnxml_wrap (walk, node, parent, "i", NULL, NULL);
  g_autofree char *language = cog_xml_dup_attribute_ns (node, COG_NS_XML, "lang");

  cog_xml_set (element, "lang", language);
}

void
cog_cnxml_convert_span (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap (walk, node, parent, "span",
                  cog_xml_has_word (node, "class", "token") ? "label" : NULL, NULL);
}

void
cog_cnxml_convert_sub (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap (walk, node, parent, (const char *)node->name, NULL, NULL);
}

void
cog_cnxml_convert_cite (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap (walk, node, parent, "cite", NULL, NULL);
}
