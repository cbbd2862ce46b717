/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page.h"

#include "cog-evidence.h"
#include "cog-language.h"
#include "cog-reader-findings.h"

#include <string.h>

/* Words in class, id or role by which furniture is known. */
static const char *const furniture[] = { "navbox",          "metadata",
                                         "ambox",           "mw-editsection",
                                         "mw-jump-link",    "catlinks",
                                         "printfooter",     "sistersitebox",
                                         "noprint",         "toc",
                                         "site-header",     "site-footer",
                                         "navbar",          "breadcrumb",
                                         "breadcrumbs",     "sidebar-nav",
                                         "cookie",          "cookie-banner",
                                         "share",           "sharing",
                                         "social",          "share-buttons",
                                         "comments",        "related-posts",
                                         "skip-link",       "mw-navigation",
                                         "mw-panel",        "mw-head",
                                         "footer",          "siteSub",
                                         "jump-to-nav",     "vector-menu",
                                         "post-navigation", "pagination",
                                         "widget",          "sharedaddy",
                                         "jp-relatedposts", NULL };

static const char *const roles[] = { "navigation", "banner",        "contentinfo",
                                     "search",     "complementary", NULL };

static const char *const content_ids[] = { "mw-content-text", "bodyContent", "content",
                                           "main-content",    "main",        "primary",
                                           "article",         "post",        NULL };
static const char *const content_classes[] = { "mw-parser-output", "ltx_page_content",
                                               "entry-content",    "post-content",
                                               "article-body",     "articleSection",
                                               "markdown-body",    NULL };

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
is_furniture (const xmlNode *node)
{
  const char *name = (const char *)node->name;

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

char *
cog_page_dup_title (xmlDoc *document)
{
  static const char *const names[] = { "citation_title", "DC.title", "dcterms.title", "og:title",
                                       NULL };
  xmlNode *head = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");
  xmlNode *title = cog_xml_find_child (head, NULL, "title");
  char *text = dup_meta (head, names);

  if (text == NULL && title != NULL)
    text = cog_xml_dup_folded_text (title);
  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
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
          g_ptr_array_add (book->credit->agents, cog_agent_new (content, COG_ROLE_AUTHOR));
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
      if (n->type != XML_ELEMENT_NODE || is_inside (n, "figure"))
        continue;
      read_licence_of (book, report, file, n);
      if (cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li") ||
          cog_xml_is (n, NULL, "small") || cog_xml_is (n, NULL, "footer"))
        {
          g_autofree char *text = cog_xml_dup_folded_text (n);

          if (strlen (text) < 700 &&
              (strstr (text, "licensed under") != NULL || strstr (text, "Licensed under") != NULL ||
               strstr (text, "Creative Commons") != NULL))
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

  if (language == NULL)
    language = dup_meta (head, languages);
  if (book->language == NULL && language != NULL)
    book->language = cog_language_canonicalise (language);
  take (&book->credit->title, cog_page_dup_title (document));
  take (&book->description, dup_meta (head, descriptions));
  take (&book->credit->publisher, dup_meta (head, publishers));
  take (&book->date, dup_meta (head, dates));
  take (&book->credit->source_url, dup_meta (head, urls));
  for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "link") && cog_xml_has_word (n, "rel", "canonical"))
      {
        g_free (book->credit->source_url);
        book->credit->source_url = cog_xml_dup_attribute (n, "href");
      }
  read_authors (book, head);
  read_rights (book, report, file, root, head);
}
