/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-private.h"

#include "cog-gutenberg.h"
#include "cog-reader-findings.h"

#include <string.h>

/* Words in class, id or role by which furniture is known. */
static const char *const furniture[] = { "navbox",
                                         "metadata",
                                         "ambox",
                                         "mw-editsection",
                                         "mw-jump-link",
                                         "catlinks",
                                         "printfooter",
                                         "sistersitebox",
                                         "noprint",
                                         "toc",
                                         "site-header",
                                         "site-footer",
                                         "navbar",
                                         "breadcrumb",
                                         "breadcrumbs",
                                         "sidebar-nav",
                                         "cookie",
                                         "cookie-banner",
                                         "share",
                                         "sharing",
                                         "social",
                                         "share-buttons",
                                         "comments",
                                         "related-posts",
                                         "skip-link",
                                         "mw-navigation",
                                         "mw-panel",
                                         "mw-head",
                                         "footer",
                                         "siteSub",
                                         "jump-to-nav",
                                         "vector-menu",
                                         "post-navigation",
                                         "pagination",
                                         "widget",
                                         "sharedaddy",
                                         "jp-relatedposts",
                                         "mw-dismissable-notice",
                                         "siteNotice",
                                         "thumbOff",
                                         "refCtt",
                                         "cookie-consent",
                                         "addtoany_share_save_container",
                                         "navtop",
                                         "navbottom",
                                         "book_info",
                                         "book_toc_numbered",
                                         "book_toc_bullets",
                                         "book_toc_indented",
                                         "nav-reading",
                                         "mt-content-footer",
                                         "vertical-navbox",
                                         "navbox-styles",
                                         "portalbox",
                                         "portal-bar",
                                         "authority-control",
                                         "navigation-not-searchable",
                                         "mw-indicators",
                                         "mw-authority-control",
                                         "asbox",
                                         NULL };

static const char *const roles[] = { "navigation", "banner",        "contentinfo",
                                     "search",     "complementary", NULL };

static const char *const content_ids[] = { "mw-content-text", "bodyContent", "content",
                                           "main-content",    "main",        "primary",
                                           "article",         "post",        NULL };
static const char *const content_classes[] = {
  "mw-parser-output", "ltx_page_content", "entry-content", "post-content",         "article-body",
  "articleSection",   "markdown-body",    "book_content",  "mt-content-container", NULL
};

static gsize
measure_text (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return strlen (text);
}

static gboolean
is_inside (const xmlNode *node, const char *name)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, name))
      return TRUE;
  return FALSE;
}

static gboolean
is_arrow (gunichar c)
{
  static const gunichar arrows[] = { 0x2023, 0x203A, 0x2039, 0xBB,   0xAB,
                                     0x25B8, 0x2192, 0x2190, 0x27F5, 0x27F6 };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (c == arrows[i])
      return TRUE;
  return FALSE;
}

static gboolean
has_link (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (n != node && cog_xml_is (n, NULL, "a"))
      return TRUE;
  return FALSE;
}

/* Whether nothing but arrows stands between the links, and at least one. */
static gboolean
has_only_arrows (const xmlNode *node)
{
  guint n_arrows = 0;

  for (const xmlNode *n = node; n != NULL; n = cog_xml_is (n, NULL, "a")
                                                   ? cog_xml_skip_in (node, (xmlNode *)n)
                                                   : cog_xml_next_in (node, n))
    for (const char *c = n->type == XML_TEXT_NODE ? (const char *)n->content : "";
         c != NULL && *c != '\0'; c = g_utf8_next_char (c))
      {
        if (is_arrow (g_utf8_get_char (c)))
          n_arrows++;
        else if (!g_unichar_isspace (g_utf8_get_char (c)))
          return FALSE;
      }
  return n_arrows > 0;
}

/* "Home › Chapters ›", "← Previous: …": ways through a site, in a paragraph of their own. */
static gboolean
is_way (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!(cog_xml_is (node, NULL, "p") || cog_xml_is (node, NULL, "div")) || !has_link (node))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  if (text[0] == '\0' || strlen (text) > 240)
    return FALSE;
  if (g_str_has_prefix (text, "You are here") || has_only_arrows (node))
    return TRUE;
  return g_utf8_get_char (text) == 0x2190 ||
         g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) == 0x2192;
}

static gboolean
is_furniture (const xmlNode *node)
{
  const char *name = (const char *)node->name;

  if (is_way (node))
    return TRUE;

  if (strcmp (name, "nav") == 0)
    return TRUE;
  if ((strcmp (name, "header") == 0 || strcmp (name, "footer") == 0) &&
      !is_inside (node, "article") && !is_inside (node, "section") && !is_inside (node, "main") &&
      !is_inside (node, "blockquote"))
    return cog_xml_find_child (node, NULL, "h1") == NULL;
  if (cog_page_has_any_word (node, "role", roles) && strcmp (name, "body") != 0)
    return TRUE;
  return cog_page_has_any_word (node, "class", furniture) ||
         cog_page_has_any_word (node, "id", furniture);
}

static void
remove_furniture (xmlNode *content, const char *file, CogReport *report)
{
  gsize all = measure_text (content);

  for (xmlNode *n = content, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (content, n);
      if (n == content || n->type != XML_ELEMENT_NODE || !is_furniture (n))
        continue;
      next = cog_xml_skip_in (content, n);
      /* What holds most of the text is no furniture, whatever its name. */
      if (measure_text (n) * 2 > all)
        {
          next = cog_xml_next_in (content, n);
          continue;
        }
      cog_report_add (report, &cog_finding_furniture_dropped, file, NULL, NULL);
      xmlUnlinkNode (n);
      xmlFreeNode (n);
    }
}

static xmlNode *
find_marked (xmlNode *body, gsize all)
{
  xmlNode *best = NULL;
  gsize best_size = 0;

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      gsize size;

      if (n->type != XML_ELEMENT_NODE ||
          !(cog_xml_is (n, NULL, "main") || cog_xml_is (n, NULL, "article") ||
            cog_xml_has_word (n, "role", "main") || cog_page_has_any_word (n, "id", content_ids) ||
            cog_page_has_any_word (n, "class", content_classes)))
        continue;
      size = measure_text (n);
      /* The innermost that still holds most of the text. */
      if (size * 10 >= all * 4 && (best == NULL || size * 10 >= best_size * 9))
        {
          best = n;
          best_size = size;
        }
    }
  return best;
}

static gboolean
is_within (const xmlNode *node, const xmlNode *top)
{
  for (const xmlNode *n = node; n != NULL; n = n->parent)
    if (n == top)
      return TRUE;
  return FALSE;
}

static gboolean
holds_matter (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_is (n, NULL, "table") || cog_xml_is (n, NULL, "img") ||
        cog_xml_is (n, COG_NS_MATHML, "math"))
      return TRUE;
  return FALSE;
}

/* What a button in the text opens over the page: the table or picture belongs to the text. */
static GHashTable *
collect_dialogs (xmlNode *body, const xmlNode *content)
{
  GHashTable *dialogs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL && !is_within (n, content) && !is_within (content, n) &&
          (cog_xml_has_word (n, "role", "dialog") || cog_xml_has_word (n, "class", "modal")) &&
          holds_matter (n))
        g_hash_table_insert (dialogs, g_steal_pointer (&id), n);
    }
  return dialogs;
}

static xmlNode *
find_classed (xmlNode *top, const char *word)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE && cog_xml_has_word (n, "class", word))
      return n;
  return NULL;
}

/* The block of the text that the button stands in: what is opened goes after it. */
static xmlNode *
block_of_button (xmlNode *button, const xmlNode *content)
{
  xmlNode *block = button;

  for (xmlNode *n = button->parent; n != NULL && n != content; n = n->parent)
    {
      if (cog_xml_is (n, NULL, "article") || cog_xml_is (n, NULL, "section") ||
          cog_xml_has_word (n, "class", "articleSection") || cog_xml_is (n, NULL, "main"))
        break;
      block = n;
    }
  return block;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' &&
         node->name[2] == '\0';
}

static void
place_dialogs (xmlNode *body, xmlNode *content)
{
  static const char *const names[] = { "data-target", "data-bs-target", "href" };
  g_autoptr (GHashTable) dialogs = collect_dialogs (body, content);

  /* A table that is spoken of before it stands: its own place, a block of its own, comes first. */
  for (guint pass = 0; pass < 2 && g_hash_table_size (dialogs) > 0; pass++)
    for (xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
      for (guint i = 0; n->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *value = cog_xml_dup_attribute (n, names[i]);
          xmlNode *dialog =
              value != NULL && value[0] == '#' ? g_hash_table_lookup (dialogs, value + 1) : NULL;
          xmlNode *block, *matter;

          if (dialog == NULL)
            continue;
          block = block_of_button (n, content);
          if (pass == 0 && (is_heading (block) || cog_xml_is (block, NULL, "p")) &&
              find_classed (block, "thumbOff") == NULL)
            continue;
          matter = find_classed (dialog, "modal-body");
          matter = matter != NULL ? matter : dialog;
          g_hash_table_remove (dialogs, value + 1);
          xmlUnlinkNode (matter);
          xmlAddNextSibling (block, matter);
        }
}

xmlNode *
cog_page_find_content (xmlDoc *document, const char *file, CogReport *report)
{
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *body = cog_xml_find_child (root, NULL, "body");
  xmlNode *content;

  if (body == NULL)
    return NULL;
  content = find_marked (body, measure_text (body));
  if (content == NULL)
    content = body;
  else if (content != body)
    cog_report_add (report, &cog_finding_furniture_dropped, file, NULL, NULL);
  if (content != body)
    place_dialogs (body, content);
  cog_gutenberg_remove (content);
  remove_furniture (content, file, report);
  return content;
}
