/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page.h"

#include "cog-evidence.h"
#include "cog-gutenberg.h"
#include "cog-page-data.h"
#include "cog-item-rights.h"
#include "cog-language.h"
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

static gboolean
has_any_word (const xmlNode *node, const char *attribute, const char *const *list)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && g_strv_contains (list, words[i]))
      return TRUE;
  return FALSE;
}

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
  if (has_any_word (node, "role", roles) && strcmp (name, "body") != 0)
    return TRUE;
  return has_any_word (node, "class", furniture) || has_any_word (node, "id", furniture);
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
            cog_xml_has_word (n, "role", "main") || has_any_word (n, "id", content_ids) ||
            has_any_word (n, "class", content_classes)))
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

static char *
dup_meta (xmlNode *head, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
         n = cog_xml_next_element (n))
      {
        g_autofree char *name = NULL;

        if (!cog_xml_is (n, NULL, "meta"))
          continue;
        name = cog_xml_dup_attribute (n, "name");
        if (name == NULL)
          name = cog_xml_dup_attribute (n, "property");
        if (name != NULL && g_ascii_strcasecmp (name, names[i]) == 0)
          {
            g_autofree char *content = cog_xml_dup_attribute (n, "content");

            if (content != NULL && content[0] != '\0')
              return cog_xml_fold_space (content);
          }
      }
  return NULL;
}

/* The page's heading: the first h1, wherever the page puts it. */
static char *
dup_heading (xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    if (cog_xml_is (n, NULL, "h1"))
      {
        char *text = cog_xml_dup_folded_text (n);

        if (text[0] != '\0')
          return text;
        g_free (text);
      }
  return NULL;
}

/* "Hermitian matrix - Wikipedia": the site's name behind the page's is cut off, where a sign parts
 * them and the page itself calls itself so, or the site does. */
static void
cut_site (char *title, const char *heading, const char *site)
{
  static const char *const signs[] = { " - ", " – ", " — ", " | ", " · ", " « ", " » ", " :: " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      char *at = strstr (title, signs[i]);
      char *last = g_strrstr (title, signs[i]);

      if (at == NULL)
        continue;
      if (heading != NULL && strlen (heading) == (gsize)(at - title) &&
          g_ascii_strncasecmp (title, heading, at - title) == 0)
        *at = '\0';
      else if (site != NULL && g_ascii_strcasecmp (last + strlen (signs[i]), site) == 0)
        *last = '\0';
    }
}

char *
cog_page_dup_title (xmlDoc *document)
{
  static const char *const names[] = { "citation_title", "DC.title", "dcterms.title", "og:title",
                                       NULL };
  xmlNode *head = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");
  xmlNode *title = cog_xml_find_child (head, NULL, "title");
  static const char *const sites[] = { "og:site_name", "application-name", NULL };
  g_autofree char *heading =
      dup_heading (cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body"));
  g_autofree char *site = dup_meta (head, sites);
  char *text = dup_meta (head, names);

  if (text == NULL && title != NULL)
    text = cog_xml_dup_folded_text (title);
  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  if (text == NULL)
    return g_steal_pointer (&heading);
  cut_site (text, heading, site);
  return text;
}

/* "Bradley M. Kuhn (http://ebb.org/bkuhn/)": the address is no part of the name. */
static void
add_author (CogBook *book, char *name)
{
  char *bracket = g_strrstr (name, " (http");
  g_autofree char *url = NULL;
  CogAgent *agent;

  if (bracket != NULL)
    {
      url = g_strndup (bracket + 2, strcspn (bracket + 2, ")"));
      *bracket = '\0';
    }
  agent = cog_agent_new (name, COG_ROLE_AUTHOR);
  agent->url = g_steal_pointer (&url);
  g_ptr_array_add (book->credit->agents, agent);
}

static void
read_authors (CogBook *book, xmlNode *head)
{
  static const char *const names[] = { "citation_author", "author", "DC.creator", "dcterms.creator",
                                       "article:author" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && book->credit->agents->len == 0; i++)
    for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
         n = cog_xml_next_element (n))
      {
        g_autofree char *name =
            cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
        g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;

        if (name != NULL && content != NULL && g_ascii_strcasecmp (name, names[i]) == 0 &&
            g_strstrip (content)[0] != '\0')
          add_author (book, content);
      }
}

static gboolean
is_badge (const char *source)
{
  return strstr (source, "creativecommons.org/l/") != NULL ||
         strstr (source, "licensebuttons.net/l/") != NULL;
}

/* "https://i.creativecommons.org/l/by-sa/4.0/88x31.png" */
static char *
dup_badge_url (const char *source)
{
  const char *path = strstr (source, "/l/");

  return g_strconcat ("https://creativecommons.org/licenses/", path + 3, NULL);
}

static gboolean
is_licence_link (const xmlNode *node)
{
  static const char *const properties[] = { "license", "cc:license", "dct:license",
                                            "dcterms:license", NULL };

  return cog_xml_has_word (node, "rel", "license") || has_any_word (node, "property", properties) ||
         has_any_word (node, "rel", properties) || has_any_word (node, "itemprop", properties);
}

static void
read_licence_of (CogBook *book, CogReport *report, const char *file, const xmlNode *n)
{
  g_autofree char *href = NULL;
  g_autofree char *source = NULL;

  if (cog_xml_is (n, NULL, "a") || cog_xml_is (n, NULL, "link"))
    {
      g_autofree char *words = cog_xml_dup_folded_text (n);

      href = cog_xml_dup_attribute (n, "href");
      if (href == NULL)
        return;
      if (is_licence_link (n))
        cog_evidence_add (book, report, COG_EVIDENCE_LINK, file, (const char *)n->name, words,
                          href);
      /* A plain link to a licence is evidence only where the words around it speak of one. */
      else if (strstr (href, "creativecommons.org/") != NULL)
        {
          g_autofree char *around = cog_xml_dup_folded_text (n->parent);

          if (strlen (around) < 1500 && strstr (around, "icen") != NULL)
            cog_evidence_add (book, report, COG_EVIDENCE_TEXT, file, "a", around, href);
        }
    }
  else if (cog_xml_is (n, NULL, "img"))
    {
      source = cog_xml_dup_attribute (n, "src");
      if (source != NULL && is_badge (source))
        {
          href = dup_badge_url (source);
          cog_evidence_add (book, report, COG_EVIDENCE_LINK, file, "img", NULL, href);
        }
    }
}

/* In its newer files the notice stands in a div of its own. */
static gboolean
is_gutenberg_notice (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "div") && node->children != NULL &&
         node->children->type == XML_TEXT_NODE &&
         strstr ((const char *)node->children->content, "This ebook is for the use") != NULL;
}

static void
read_rights (CogBook *book, CogReport *report, const char *file, xmlNode *root, xmlNode *head)
{
  static const char *const names[] = { "DC.rights", "dcterms.rights", "dcterms.license",
                                       "copyright", NULL };
  g_autofree char *rights = dup_meta (head, names);

  if (rights != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, "meta", rights, NULL);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (n->type != XML_ELEMENT_NODE || cog_item_rights_is_of_item (n))
        continue;
      read_licence_of (book, report, file, n);
      if (cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li") ||
          cog_xml_is (n, NULL, "small") || is_gutenberg_notice (n) ||
          cog_xml_is (n, NULL, "footer"))
        {
          g_autofree char *text = cog_xml_dup_folded_text (n);

          if (strstr (text, "Project Gutenberg License included") != NULL)
            cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, (const char *)n->name,
                              text, NULL);
          else if (strlen (text) < 700)
            cog_evidence_scan_text (book, report, file, (const char *)n->name, text);
        }
    }
}

static void
take (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static char *
dup_absolute (char *href)
{
  char *absolute = href;

  if (href != NULL && g_str_has_prefix (href, "//"))
    {
      absolute = g_strconcat ("https:", href, NULL);
      g_free (href);
    }
  if (absolute != NULL && !g_str_has_prefix (absolute, "http"))
    g_clear_pointer (&absolute, g_free);
  return absolute;
}

char *
cog_page_dup_address (xmlDoc *document, char **base)
{
  static const char *const urls[] = { "og:url", "citation_public_url", NULL };
  xmlNode *head = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");
  char *address = NULL;

  for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "base") && *base == NULL)
      *base = dup_absolute (cog_xml_dup_attribute (n, "href"));
    else if (cog_xml_is (n, NULL, "link") && address == NULL &&
             (cog_xml_has_word (n, "rel", "canonical") ||
              cog_xml_has_word (n, "rel", "dc:isVersionOf")))
      address = dup_absolute (cog_xml_dup_attribute (n, "href"));
  return address != NULL ? address : dup_absolute (dup_meta (head, urls));
}

/* "Wikipedia", of the title's end or of "https://en.wikipedia.org/wiki/Tide". */
static char *
dup_wiki_name (const char *title, const char *address)
{
  const char *sign = title != NULL ? g_strrstr (title, " - ") : NULL;
  g_autofree char *host = NULL;
  g_auto (GStrv) labels = NULL;
  guint n;

  if (sign != NULL)
    return g_strdup (sign + 3);
  if (address == NULL ||
      !g_uri_split_network (address, G_URI_FLAGS_PARSE_RELAXED, NULL, &host, NULL, NULL) ||
      host == NULL)
    return NULL;
  labels = g_strsplit (host, ".", -1);
  n = g_strv_length (labels);
  if (n < 2 || labels[n - 2][0] == '\0')
    return NULL;
  labels[n - 2][0] = g_ascii_toupper (labels[n - 2][0]);
  return g_strdup (labels[n - 2]);
}

/* A wiki names no authors: they are its contributors, whom its history lists. */
static void
read_wiki (CogBook *book, xmlDoc *document)
{
  static const char *const names[] = { "generator", NULL };
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *head = cog_xml_find_child (root, NULL, "head");
  xmlNode *title = cog_xml_find_child (head, NULL, "title");
  g_autofree char *prefix = cog_xml_dup_attribute (root, "prefix");
  g_autofree char *generator = dup_meta (head, names);
  g_autofree char *text = title != NULL ? cog_xml_dup_folded_text (title) : NULL;
  g_autofree char *site = dup_wiki_name (text, book->credit->source_url);
  g_autofree char *name = NULL;

  if (!(generator != NULL && g_str_has_prefix (generator, "MediaWiki")) &&
      !(prefix != NULL && strstr (prefix, "mediawiki.org/rdf") != NULL))
    return;
  if (site == NULL || book->credit->agents->len > 0)
    return;
  name = g_strconcat (site, " contributors", NULL);
  g_ptr_array_add (book->credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
}

/* "The Project Gutenberg eBook of Emma, by Jane Austen" */
static void
read_gutenberg (CogBook *book)
{
  static const char *const starts[] = { "The Project Gutenberg eBook of ",
                                        "The Project Gutenberg EBook of ",
                                        "The Project Gutenberg Etext of " };
  char *title = book->credit->title;

  for (guint i = 0; title != NULL && i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (title, starts[i]))
      {
        char *rest = g_strdup (title + strlen (starts[i]));
        char *by = g_strrstr (rest, ", by ");

        if (by != NULL && book->credit->agents->len == 0)
          g_ptr_array_add (book->credit->agents, cog_agent_new (by + 5, COG_ROLE_AUTHOR));
        if (by != NULL)
          *by = '\0';
        g_free (book->credit->title);
        book->credit->title = rest;
        return;
      }
}

void
cog_page_read_metadata (xmlDoc *document, const char *file, CogBook *book, CogReport *report)
{
  static const char *const languages[] = { "DC.language", "citation_language", "content-language",
                                           NULL };
  static const char *const descriptions[] = { "description", "og:description", "DC.description",
                                              NULL };
  static const char *const publishers[] = { "citation_publisher", "DC.publisher", "og:site_name",
                                            NULL };
  static const char *const urls[] = { "og:url", "DC.identifier", "citation_public_url", NULL };
  static const char *const dates[] = { "citation_publication_date", "DC.date",
                                       "article:published_time", NULL };
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *head = cog_xml_find_child (root, NULL, "head");
  g_autofree char *language = cog_xml_dup_attribute (root, "lang");
  g_autofree char *base = NULL;

  if (language == NULL && cog_xml_find_child (root, NULL, "body") != NULL)
    language = cog_xml_dup_attribute (cog_xml_find_child (root, NULL, "body"), "lang");
  if (language == NULL)
    language = dup_meta (head, languages);
  if (book->language == NULL && language != NULL)
    book->language = cog_language_canonicalise (language);
  take (&book->credit->title, cog_page_dup_title (document));
  take (&book->description, dup_meta (head, descriptions));
  take (&book->credit->publisher, dup_meta (head, publishers));
  take (&book->date, dup_meta (head, dates));
  take (&book->credit->source_url, cog_page_dup_address (document, &base));
  take (&book->credit->source_url, dup_meta (head, urls));
  read_authors (book, head);
  read_wiki (book, document);
  read_gutenberg (book);
  cog_page_read_data (root, file, book, report);
  read_rights (book, report, file, root, head);
}
