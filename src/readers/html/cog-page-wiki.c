/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-wiki.h"

#include "cog-evidence.h"
#include "cog-json-depth.h"
#include "cog-page-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_JSON 100000 /* bytes */

/* The wikis changed from 3.0 to 4.0 on 7 June 2023 (terms of use, section 7). */
#define CHANGED "2023-06-07"

const CogFindingKind cog_finding_wiki_licence = {
  "wiki-licence",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: 1 is the name of a web site, 2 the address of a licence. */
  N_ ("The page does not state its licence; by its terms of use, the text of %1 is under %2. Look "
      "there for what its pictures are under."),
};

static xmlNode *
get_head (xmlDoc *document)
{
  return cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");
}

static gboolean
is_wiki (xmlDoc *document)
{
  static const char *const names[] = { "generator", NULL };
  g_autofree char *prefix = cog_xml_dup_attribute (xmlDocGetRootElement (document), "prefix");
  g_autofree char *generator = cog_page_dup_meta (get_head (document), names);

  return (generator != NULL && g_str_has_prefix (generator, "MediaWiki")) ||
         (prefix != NULL && strstr (prefix, "mediawiki.org/rdf") != NULL);
}

/* (transfer full) (nullable) */
static char *
dup_host (const char *address)
{
  char *host = NULL;

  if (address != NULL)
    g_uri_split_network (address, G_URI_FLAGS_PARSE_RELAXED, NULL, &host, NULL, NULL);
  return host;
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
  host = dup_host (address);
  if (host == NULL)
    return NULL;
  labels = g_strsplit (host, ".", -1);
  n = g_strv_length (labels);
  if (n < 2 || labels[n - 2][0] == '\0')
    return NULL;
  labels[n - 2][0] = g_ascii_toupper (labels[n - 2][0]);
  return g_strdup (labels[n - 2]);
}

static gboolean
is_of_wikimedia (const char *host)
{
  static const char *const ends[] = { "wikipedia.org",  "wikibooks.org",  "wikiversity.org",
                                      "wikivoyage.org", "wikisource.org", "wikiquote.org",
                                      "wiktionary.org", "wikinews.org",   "wikimedia.org",
                                      "mediawiki.org" };

  for (guint i = 0; host != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (host, ends[i]))
      return TRUE;
  return FALSE;
}

/* The tab of the page that lists its versions; on the wikis of Wikimedia it is known where that
 * stands. (transfer full) (nullable) */
static char *
dup_history (xmlDoc *document, const char *address)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *host = dup_host (address);
  const char *title = address != NULL ? strstr (address, "/wiki/") : NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

      if (href != NULL && strstr (href, "action=history") != NULL)
        return address != NULL
                   ? g_uri_resolve_relative (address, href, G_URI_FLAGS_PARSE_RELAXED, NULL)
               : g_str_has_prefix (href, "http") ? g_strdup (href)
                                                 : NULL;
    }
  if (!is_of_wikimedia (host) || title == NULL)
    return NULL;
  return g_strdup_printf ("https://%s/w/index.php?title=%s&action=history", host,
                          title + strlen ("/wiki/"));
}

void
cog_page_read_wiki (xmlDoc *document, const char *file, CogBook *book, CogReport *report)
{
  xmlNode *title = cog_xml_find_child (get_head (document), NULL, "title");
  g_autofree char *text = title != NULL ? cog_xml_dup_folded_text (title) : NULL;
  g_autofree char *site = dup_wiki_name (text, book->credit->source_url);
  g_autofree char *name = NULL;
  CogAgent *agent;

  if (!is_wiki (document) || site == NULL || book->credit->agents->len > 0)
    return;
  name = g_strconcat (site, " contributors", NULL);
  agent = cog_agent_new (name, COG_ROLE_AUTHOR);
  agent->url = dup_history (document, book->credit->source_url);
  g_ptr_array_add (book->credit->agents, agent);
}

void
cog_page_read_wiki_licence (xmlDoc *document, const char *file, CogBook *book, CogReport *report)
{
  static const char *const dates[] = { "dc:modified", NULL };
  g_autofree char *host = dup_host (book->credit->source_url);
  g_autofree char *modified = NULL;
  const char *url;

  if (book->credit->licence != NULL || !is_of_wikimedia (host) || !is_wiki (document))
    return;
  modified = cog_page_dup_meta (get_head (document), dates);
  /* Without a date nobody can tell which of the two it is. */
  if (modified == NULL)
    return;
  url = strcmp (modified, CHANGED) < 0 ? "https://creativecommons.org/licenses/by-sa/3.0/"
                                       : "https://creativecommons.org/licenses/by-sa/4.0/";
  cog_evidence_add (book, report, COG_EVIDENCE_TEXT, file, "terms of use of the wiki", host, url);
  cog_report_add (report, &cog_finding_wiki_licence, file, host, url);
}

char *
cog_page_dup_wiki_tex (const xmlNode *node, gboolean *is_block)
{
  g_autofree char *record = NULL;
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;
  JsonObject *body, *attributes;
  const char *tex;

  if (!cog_xml_has_word (node, "typeof", "mw:Extension/math"))
    return NULL;
  record = cog_xml_dup_attribute (node, "data-mw");
  parser = json_parser_new ();
  if (record == NULL || strlen (record) > MAX_JSON || !cog_json_is_shallow (record) ||
      !json_parser_load_from_data (parser, record, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  root = json_object_get_member (json_node_get_object (root), "body");
  body = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  tex = body != NULL && json_object_has_member (body, "extsrc") &&
                JSON_NODE_HOLDS_VALUE (json_object_get_member (body, "extsrc"))
            ? json_object_get_string_member (body, "extsrc")
            : NULL;
  root = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "attrs");
  attributes = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  root = attributes != NULL ? json_object_get_member (attributes, "display") : NULL;
  *is_block = root != NULL && JSON_NODE_HOLDS_VALUE (root) &&
              g_strcmp0 (json_node_get_string (root), "block") == 0;
  return g_strdup (tex);
}

/* "File:Moon.jpg" of a link to the page of a file, in whatever language the word for it is: what
 * stands behind the colon, with a name for its kind. (transfer full) (nullable) */
static char *
dup_file_name (const xmlNode *link)
{
  static const char *const ends[] = { ".jpg",  ".jpeg", ".png",  ".gif", ".svg",
                                      ".webp", ".tif",  ".tiff", ".ogg", ".oga",
                                      ".ogv",  ".webm", ".jpe",  ".pdf", ".djvu" };
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *path = NULL;
  g_autofree char *lower = NULL;
  const char *colon;

  if (href == NULL || (!cog_xml_has_word (link, "class", "image") &&
                       !cog_xml_has_word (link, "class", "mw-file-description") &&
                       strstr (href, "/wiki/") == NULL && !g_str_has_prefix (href, "./")))
    return NULL;
  href[strcspn (href, "?#")] = '\0';
  path = g_uri_unescape_string (href, NULL);
  colon = path != NULL ? strrchr (path, ':') : NULL;
  if (colon == NULL || colon[1] == '/' || strchr (colon, '/') != NULL)
    return NULL;
  lower = g_ascii_strdown (colon + 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      {
        char *name = g_strdup (colon + 1);

        return g_strdelimit (name, "_", ' ');
      }
  return NULL;
}

/* The figure, or an older page's box, around a picture; else the picture. */
static xmlNode *
find_owner (xmlNode *picture)
{
  for (xmlNode *n = picture->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure") || cog_xml_has_word (n, "class", "thumb"))
      return n;
  return picture;
}

static gboolean
is_credited (const CogBook *book, const char *item)
{
  for (guint i = 0; i < book->credits->len; i++)
    if (g_strcmp0 (((CogCredit *)g_ptr_array_index (book->credits, i))->item, item) == 0)
      return TRUE;
  return FALSE;
}

static void
give_credit (CogBook *book,
             CogNormalizer *normalizer,
             const char *file,
             xmlNode *owner,
             const char *name,
             const char *url)
{
  g_autofree char *id = cog_xml_dup_attribute (owner, "id");
  g_autofree char *item = NULL;
  CogCredit *credit;

  if (id == NULL)
    {
      id = g_strdup_printf ("file-%u", book->credits->len + 1);
      cog_xml_set (owner, "id", id);
    }
  item = cog_normalizer_dup_id (normalizer, file, id);
  if (item == NULL || is_credited (book, item))
    return;
  credit = cog_credit_new ();
  credit->item = g_steal_pointer (&item);
  credit->place = g_strdup (credit->item);
  credit->title = g_strdup (name);
  credit->source_url = g_strdup (url);
  g_ptr_array_add (book->credits, credit);
}

static xmlNode *
find_picture (xmlNode *link)
{
  for (xmlNode *n = link; n != NULL; n = cog_xml_next_in (link, n))
    if (cog_xml_is (n, NULL, "img"))
      return n;
  return NULL;
}

/* "…/wiki/" of Parsoid's base has no scheme. (transfer full) (nullable) */
static char *
dup_resolved (const char *address, const char *href)
{
  if (g_str_has_prefix (href, "//"))
    return g_strconcat ("https:", href, NULL);
  if (g_str_has_prefix (href, "http"))
    return g_strdup (href);
  return address != NULL ? g_uri_resolve_relative (address, href, G_URI_FLAGS_PARSE_RELAXED, NULL)
                         : NULL;
}

void
cog_page_take_wiki_files (CogBook *book,
                          CogNormalizer *normalizer,
                          const char *file,
                          xmlNode *content,
                          const char *address)
{
  g_return_if_fail (book != NULL && normalizer != NULL && content != NULL);

  for (xmlNode *n = content, *next; n != NULL; n = next)
    {
      xmlNode *picture = cog_xml_is (n, NULL, "a") ? find_picture (n) : NULL;
      g_autofree char *name = picture != NULL ? dup_file_name (n) : NULL;
      g_autofree char *href = NULL;
      g_autofree char *url = NULL;

      next = cog_xml_next_in (content, n);
      if (name == NULL)
        continue;
      href = cog_xml_dup_attribute (n, "href");
      url = dup_resolved (address, href);
      give_credit (book, normalizer, file, find_owner (picture), name, url);
      if (cog_xml_next_in (content, n) != NULL)
        next = cog_xml_first_element (n);
      cog_xml_unwrap (n);
    }
}
