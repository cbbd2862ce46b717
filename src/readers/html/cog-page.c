/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-data.h"
#include "cog-page-private.h"
#include "cog-page-wiki.h"

#include "cog-language.h"

#include <string.h>

gboolean
cog_page_has_any_word (const xmlNode *node, const char *attribute, const char *const *list)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", 60);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && g_strv_contains (list, words[i]))
      return TRUE;
  return FALSE;
}

char *
cog_page_dup_meta (xmlNode *head, const char *const *names)
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
  g_autofree char *site = cog_page_dup_meta (head, sites);
  char *text = cog_page_dup_meta (head, names);

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
void
cog_page_add_author (CogBook *book, char *name)
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
          cog_page_add_author (book, content);
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
  return address != NULL ? address : dup_absolute (cog_page_dup_meta (head, urls));
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
    language = cog_page_dup_meta (head, languages);
  if (book->language == NULL && language != NULL)
    book->language = cog_language_canonicalise (language);
  take (&book->credit->title, cog_page_dup_title (document));
  take (&book->description, cog_page_dup_meta (head, descriptions));
  take (&book->credit->publisher, cog_page_dup_meta (head, publishers));
  take (&book->date, cog_page_dup_meta (head, dates));
  take (&book->credit->source_url, cog_page_dup_address (document, &base));
  take (&book->credit->source_url, cog_page_dup_meta (head, urls));
  read_authors (book, head);
  cog_page_read_wiki (document, file, book, report);
  read_gutenberg (book);
  cog_page_read_data (root, file, book, report);
  cog_page_read_rights (book, report, file, root, head);
  cog_page_read_wiki_licence (document, file, book, report);
}
