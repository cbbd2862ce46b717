/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html-reading.h"

#include "cog-evidence.h"
#include "cog-language.h"
#include "cog-licence.h"
#include "cog-own-edition.h"
#include "cog-page.h"
#include "cog-reader-html.h"
#include "cog-rights-record.h"

#include <string.h>

/* An edition that Cognate wrote, as one page or as a site: nav class="contents" lists its sections,
 * each of which stands in an element of its own that goes by the section's id. The record of rights
 * is in the page itself, or in the site's index (cog-rights-record.h). */

#define MAX_DEPTH 20 /* of sections in each other: what is deeper stays text of its parent */

/* A section and the element that holds its text. */
typedef struct
{
  CogSection *section; /* borrowed: it is in the book */
  const char *file;
  xmlNode *node; /* owned once it is taken out of its page */
} Place;

typedef struct
{
  CogHtmlReading *r;
  const char *start; /* the page that has the contents */
  xmlNode *main;     /* of it */
  GHashTable *nodes; /* id → element of main that may hold a section */
  GHashTable *taken; /* elements that hold one */
  GHashTable *files; /* names of pages that hold one */
  GArray *places;    /* Place */
  GPtrArray *sections;
} Own;

static xmlNode *
find_element (xmlNode *top, const char *name, const char *class_name)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (cog_xml_is (n, COG_NS_XHTML, name) &&
        (class_name == NULL || cog_xml_has_word (n, "class", class_name)))
      return n;
  return NULL;
}

static gboolean
is_own_head (xmlNode *head)
{
  for (xmlNode *n = head; n != NULL; n = cog_xml_next_in (head, n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;

      if (g_strcmp0 (name, "generator") == 0 && cog_own_edition_is_generator (content))
        return TRUE;
    }
  return FALSE;
}

/* The record's JSON. (transfer full) (nullable) */
static char *
dup_record (xmlNode *head)
{
  for (xmlNode *n = head; n != NULL; n = cog_xml_next_in (head, n))
    {
      g_autofree char *id = cog_xml_is (n, NULL, "script") ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *type = id != NULL ? cog_xml_dup_attribute (n, "type") : NULL;

      if (g_strcmp0 (id, COG_RIGHTS_RECORD_ID) == 0 &&
          g_strcmp0 (type, COG_RIGHTS_RECORD_TYPE) == 0)
        return cog_xml_dup_text (n);
    }
  return NULL;
}

/* The licence that the page links to was written from the record. What says otherwise was changed
 * since. */
static void
read_licence (CogHtmlReading *r, const char *file, xmlNode *head)
{
  for (xmlNode *n = cog_xml_first_element (head); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "link") && cog_xml_has_word (n, "rel", "license")
                                  ? cog_xml_dup_attribute (n, "href")
                                  : NULL;
      g_autofree char *licence = href != NULL ? cog_licence_recognise (NULL, href, NULL) : NULL;

      if (href != NULL && g_strcmp0 (licence, r->book->credit->licence) != 0)
        cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, file, "link", NULL, href);
    }
}

static void
index_nodes (Own *own)
{
  for (xmlNode *n = own->main; n != NULL; n = cog_xml_next_in (own->main, n))
    {
      char *id = cog_xml_is (n, COG_NS_XHTML, "section") || cog_xml_is (n, COG_NS_XHTML, "div")
                     ? cog_xml_dup_attribute (n, "id")
                     : NULL;

      if (id != NULL && !g_hash_table_contains (own->nodes, id))
        g_hash_table_insert (own->nodes, id, n);
      else
        g_free (id);
    }
}

static xmlNode *
get_body (CogHtmlReading *r, const char *file)
{
  xmlDoc *document = file != NULL ? cog_html_reading_get_document (r, file, NULL) : NULL;

  return document != NULL ? cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body")
                          : NULL;
}

static xmlNode *
find_article (CogHtmlReading *r, const char *file)
{
  xmlNode *body = get_body (r, file);
  xmlNode *main = body != NULL ? find_element (body, "main", NULL) : NULL;

  return main != NULL ? cog_xml_find_child (main, COG_NS_XHTML, "article") : NULL;
}

/* The element that an entry of the contents leads to. */
static xmlNode *
find_node (Own *own, const char *href, const char **file)
{
  if (href[0] == '#')
    {
      *file = own->start;
      return g_hash_table_lookup (own->nodes, href + 1);
    }
  *file = cog_container_resolve (own->r->container, own->start, href);
  return *file != NULL ? find_article (own->r, *file) : NULL;
}

static gboolean
has_heading (xmlNode *node)
{
  for (xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");

      if (n->name[0] == 'h' && g_ascii_isdigit (n->name[1]) && !cog_own_edition_is_added (id))
        return TRUE;
    }
  return FALSE;
}

static void add_entries (Own *own, xmlNode *list, GPtrArray *sections, guint depth);

/* (transfer none) (nullable): where its entries below go to */
static CogSection *
add_section (Own *own, xmlNode *link, GPtrArray *sections)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  const char *file = NULL;
  Place place = { NULL };
  g_autofree char *id = NULL;

  place.node = href != NULL ? find_node (own, href, &file) : NULL;
  id = place.node != NULL ? cog_xml_dup_attribute (place.node, "id") : NULL;
  if (id == NULL || cog_own_edition_is_added (id) || !g_hash_table_add (own->taken, place.node))
    return NULL;
  place.file = file;
  place.section = cog_section_new (id, NULL);
  place.section->title = cog_xml_dup_folded_text (link);
  place.section->origin = g_strdup (file);
  g_hash_table_add (own->files, (gpointer)file);
  g_ptr_array_add (sections, place.section);
  g_array_append_val (own->places, place);
  return place.section;
}

static void
add_entries (Own *own, xmlNode *list, GPtrArray *sections, guint depth)
{
  for (xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    {
      xmlNode *link = cog_xml_find_child (n, NULL, "a");
      xmlNode *below = cog_xml_find_child (n, NULL, "ol");
      CogSection *section = link != NULL ? add_section (own, link, sections) : NULL;

      if (below != NULL && depth < MAX_DEPTH)
        add_entries (own, below, section != NULL ? section->children : sections, depth + 1);
    }
}

/* What a section is called in the contents when it has no title is the book's. */
static void
settle_title (CogBook *book, CogSection *section, xmlNode *node)
{
  if (section->title[0] == '\0' ||
      (g_strcmp0 (section->title, cog_book_get_title (book)) == 0 && !has_heading (node)))
    g_clear_pointer (&section->title, g_free);
}

static void
settle_language (Own *own, const Place *place)
{
  CogBook *book = own->r->book;
  g_autofree char *language = cog_xml_dup_attribute (place->node, "lang");

  /* In a site, the section is the page. */
  if (language == NULL)
    language = cog_xml_dup_attribute (xmlDocGetRootElement (place->node->doc), "lang");
  if (language != NULL && cog_language_is_valid (language) && book->language != NULL &&
      !cog_language_equal (language, book->language))
    place->section->language = cog_language_canonicalise (language);
}

static void
take_places (Own *own)
{
  CogHtmlReading *r = own->r;

  for (guint i = 0; i < own->places->len; i++)
    {
      const Place *place = &g_array_index (own->places, Place, i);

      settle_title (r->book, place->section, place->node);
      settle_language (own, place);
      cog_normalizer_declare (r->normalizer, place->file, place->section->id);
    }
  /* Sections stand in each other: each is taken without those in it. */
  for (guint i = 0; i < own->places->len; i++)
    xmlUnlinkNode (g_array_index (own->places, Place, i).node);
  for (guint i = 0; i < own->places->len; i++)
    {
      const Place *place = &g_array_index (own->places, Place, i);

      cog_own_edition_strip (place->node);
      cog_xml_set (place->node, "id", NULL);
      cog_normalizer_take (r->normalizer, place->file, place->node, place->section);
      xmlFreeNode (place->node);
    }
}

static void
take_rest_of (Own *own, const char *file, xmlNode *content)
{
  CogHtmlReading *r = own->r;
  g_autofree char *id = g_strdup_printf ("page-%u", r->book->sections->len + 1);
  g_autofree char *text = NULL;
  CogSection *section;

  cog_own_edition_strip (content);
  text = cog_xml_dup_folded_text (content);
  if (text[0] == '\0' && find_element (content, "img", NULL) == NULL)
    return;
  section = cog_section_new (id, NULL);
  section->origin = g_strdup (file);
  g_ptr_array_add (r->book->sections, section);
  cog_normalizer_declare (r->normalizer, file, id);
  cog_normalizer_take (r->normalizer, file, content, section);
}

/* What somebody put beside the sections since they were written is not lost. */
static void
take_rest (Own *own)
{
  xmlNode *nav = find_element (own->main, "nav", "contents");

  if (nav != NULL)
    {
      xmlUnlinkNode (nav);
      xmlFreeNode (nav);
    }
  take_rest_of (own, own->start, own->main);
  for (guint i = 0; i < own->r->files->len; i++)
    {
      const char *file = g_ptr_array_index (own->r->files, i);
      xmlNode *article = find_article (own->r, file);
      g_autofree char *id = article != NULL ? cog_xml_dup_attribute (article, "id") : NULL;
      xmlDoc *document;
      xmlNode *content;

      if (g_str_equal (file, own->start) || g_hash_table_contains (own->files, file) ||
          cog_own_edition_is_added (id))
        continue;
      document = cog_html_reading_get_document (own->r, file, NULL);
      content = document != NULL ? cog_page_find_content (document, file, own->r->report) : NULL;
      if (content != NULL)
        take_rest_of (own, file, content);
    }
}

static void
read_language (CogBook *book, const xmlNode *root)
{
  g_autofree char *language = cog_xml_dup_attribute (root, "lang");

  if (language != NULL && cog_language_is_valid (language) && !g_str_equal (language, "und"))
    book->language = cog_language_canonicalise (language);
}

static gboolean
take_all (Own *own, xmlNode *root, xmlNode *nav)
{
  CogHtmlReading *r = own->r;
  g_autofree char *record = dup_record (cog_xml_find_child (root, NULL, "head"));
  xmlNode *list = cog_xml_find_child (nav, NULL, "ol");

  index_nodes (own);
  if (list != NULL)
    add_entries (own, list, own->sections, 0);
  if (record == NULL || own->places->len == 0 ||
      !cog_own_edition_read_record (r->book, record, strlen (record)))
    return FALSE;
  g_ptr_array_extend_and_steal (r->book->sections, g_steal_pointer (&own->sections));
  read_licence (r, own->start, cog_xml_find_child (root, NULL, "head"));
  read_language (r->book, root);
  cog_normalizer_set_plain_ids (r->normalizer);
  take_places (own);
  take_rest (own);
  cog_reader_html_finish_own (r->book, r->normalizer, r->report);
  return TRUE;
}

gboolean
cog_html_reading_take_own (CogHtmlReading *self)
{
  Own own = { .r = self, .start = g_ptr_array_index (self->files, 0) };
  xmlNode *body = get_body (self, own.start);
  xmlNode *root = body != NULL ? body->parent : NULL;
  xmlNode *nav = body != NULL ? find_element (body, "nav", "contents") : NULL;
  gboolean ok;

  own.main = body != NULL ? find_element (body, "main", NULL) : NULL;
  if (nav == NULL || own.main == NULL || !is_own_head (cog_xml_find_child (root, NULL, "head")))
    return FALSE;
  own.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  own.taken = g_hash_table_new (NULL, NULL);
  own.files = g_hash_table_new (g_str_hash, g_str_equal);
  own.places = g_array_new (FALSE, FALSE, sizeof (Place));
  own.sections = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_free);
  ok = take_all (&own, root, nav);
  g_clear_pointer (&own.sections, g_ptr_array_unref);
  g_array_unref (own.places);
  g_hash_table_unref (own.files);
  g_hash_table_unref (own.taken);
  g_hash_table_unref (own.nodes);
  return ok;
}
