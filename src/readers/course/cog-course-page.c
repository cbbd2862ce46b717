/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-page.h"

#include "cog-html.h"
#include "cog-made-page.h"

#include <string.h>

xmlDoc *
cog_course_page_new (xmlNode **body)
{
  xmlDoc *document = xmlNewDoc ((const xmlChar *)"1.0");
  xmlNode *root = xmlNewDocNode (document, NULL, (const xmlChar *)"html", NULL);
  xmlNs *xhtml = xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL);

  xmlDocSetRootElement (document, root);
  xmlSetNs (root, xhtml);
  xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  *body = xmlNewChild (root, xhtml, (const xmlChar *)"body", NULL);
  return document;
}

static void
add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

static xmlDoc *
parse (const char *html)
{
  g_autoptr (GBytes) bytes = NULL;

  if (html == NULL || html[0] == '\0')
    return NULL;
  bytes = g_bytes_new (html, strlen (html));
  return cog_html_parse (bytes, "utf-8", "html", NULL, NULL);
}

void
cog_course_page_add_link (xmlNode *parent, const char *url, const char *words)
{
  xmlNode *link = cog_made_page_add (parent, "a", NULL, NULL);

  cog_xml_set (link, "href", url);
  add_text (link, words);
}

char *
cog_course_page_escape (const char *text)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  gboolean is_open = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_blank = g_strstrip (lines[i])[0] == '\0';

      if (!is_blank)
        g_string_append_printf (html, "%s%s", is_open ? "<br>" : "<p>", lines[i]);
      else if (is_open)
        g_string_append (html, "</p>");
      is_open = !is_blank;
    }
  return g_string_free (g_steal_pointer (&html), FALSE);
}

static gboolean
is_thing (const xmlNode *node)
{
  static const char *const names[] = { "img",    "svg",   "math",   "audio", "video",
                                       "iframe", "embed", "object", NULL };

  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *)node->name);
}

gboolean
cog_course_page_is_blank (const char *html)
{
  g_autoptr (xmlDoc) document = parse (html);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *text = root != NULL ? cog_xml_dup_folded_text (root) : NULL;

  if (text != NULL && text[0] != '\0')
    return FALSE;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (is_thing (n))
      return FALSE;
  return TRUE;
}

/* 0: it is none. */
static guint
get_level (const xmlNode *node)
{
  const char *name = (const char *)node->name;

  if (node->type != XML_ELEMENT_NODE || name[0] != 'h' || name[1] < '1' || name[1] > '6' ||
      name[2] != '\0')
    return 0;
  return (guint)(name[1] - '0');
}

void
cog_course_page_shift_headings (xmlNode *parent, guint level)
{
  guint highest = 7;

  for (xmlNode *n = parent; n != NULL; n = cog_xml_next_in (parent, n))
    if (get_level (n) != 0)
      highest = MIN (highest, get_level (n));
  for (xmlNode *n = parent; highest < 7 && n != NULL; n = cog_xml_next_in (parent, n))
    if (get_level (n) != 0)
      {
        char name[3] = { 'h', (char)('0' + MIN (get_level (n) - highest + level, 6)), '\0' };

        xmlNodeSetName (n, (const xmlChar *)name);
      }
}

gboolean
cog_course_page_has_title (xmlNode *content, const char *title)
{
  gboolean is_first = TRUE;

  for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    {
      guint level = get_level (n);
      g_autofree char *text = level != 0 ? cog_xml_dup_folded_text (n) : NULL;

      if (level == 0 || text[0] == '\0')
        continue;
      if (level == 1 || (is_first && title != NULL && g_ascii_strcasecmp (text, title) == 0))
        return TRUE;
      is_first = FALSE;
    }
  return FALSE;
}

void
cog_course_page_give_title (xmlNode *content, const char *title)
{
  xmlNode *heading;

  if (title == NULL || title[0] == '\0' || cog_course_page_has_title (content, title))
    return;
  heading = xmlNewDocNode (content->doc, content->ns, (const xmlChar *)"h1", NULL);
  add_text (heading, title);
  if (content->children != NULL)
    xmlAddPrevSibling (content->children, heading);
  else
    xmlAddChild (content, heading);
}

guint
cog_course_page_count_letters (const xmlNode *node)
{
  guint n_letters = 0;

  for (const xmlNode *n = node; n != NULL;)
    {
      if (cog_xml_is (n, NULL, "script") || cog_xml_is (n, NULL, "style"))
        {
          n = cog_xml_skip_in (node, n);
          continue;
        }
      if (n->type == XML_TEXT_NODE)
        for (const char *c = (const char *)n->content; c != NULL && *c != '\0';
             c = g_utf8_next_char (c))
          n_letters += g_unichar_isalnum (g_utf8_get_char (c)) != 0;
      n = cog_xml_next_in (node, n);
    }
  return n_letters;
}
