/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-metadata.h"

#include "cog-evidence.h"
#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-licence.h"

#include <string.h>

typedef struct
{
  char *text;
  char *type;
  gint64 order;
  guint index;
} Title;

static void
title_clear (gpointer data)
{
  Title *title = data;

  g_free (title->text);
  g_free (title->type);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const Title *first = a;
  const Title *second = b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static void
read_titles (CogEpubMetadata *m)
{
  g_autoptr (GArray) titles = g_array_new (FALSE, TRUE, sizeof (Title));
  CogCredit *credit = m->book->credit;

  g_array_set_clear_func (titles, title_clear);
  for (xmlNode *n = m->metadata; n != NULL; n = cog_xml_next_in (m->metadata, n))
    {
      g_autofree char *id = NULL;
      g_autofree char *order = NULL;
      Title title = { NULL, NULL, 1000, titles->len };

      if (!cog_xml_is (n, NULL, "title"))
        continue;
      id = cog_xml_dup_attribute (n, "id");
      title.text = cog_xml_dup_folded_text (n);
      title.type = cog_epub_metadata_dup_refinement (m, id, "title-type");
      order = cog_epub_metadata_dup_refinement (m, id, "display-seq");
      if (order != NULL)
        title.order = g_ascii_strtoll (order, NULL, 10);
      if (title.text[0] == '\0')
        title_clear (&title);
      else
        g_array_append_val (titles, title);
    }
  g_array_sort (titles, compare_titles);
  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

      if (credit->title == NULL &&
          (title->type == NULL || g_str_equal (title->type, "main") || titles->len == 1))
        credit->title = g_strdup (title->text);
      else if (credit->subtitle == NULL && g_strcmp0 (title->type, "subtitle") == 0)
        credit->subtitle = g_strdup (title->text);
    }
  if (credit->title == NULL && titles->len > 0)
    credit->title = g_strdup (g_array_index (titles, Title, 0).text);
}

static void
take_text (char **field, xmlNode *n)
{
  if (*field != NULL)
    return;
  *field = cog_xml_dup_folded_text (n);
  if ((*field)[0] == '\0')
    g_clear_pointer (field, g_free);
}

/* A description may hold the markup of a web page, as text. */
static char *
dup_without_tags (const char *text)
{
  g_autoptr (GRegex) tags = g_regex_new ("<(!--.*?--|/?[a-zA-Z][^<>]*)>", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (tags, text, -1, 0, " ", 0, NULL);

  return cog_xml_fold_space (plain != NULL ? plain : text);
}

/* The one that the package says is its own, else the first (EPUB 3.3, 5.4.3). */
static void
take_identifier (CogEpubMetadata *m, xmlNode *n)
{
  xmlNode *root = xmlDocGetRootElement (m->package->document);
  g_autofree char *own = cog_xml_dup_attribute (root, "unique-identifier");
  g_autofree char *id = cog_xml_dup_attribute (n, "id");

  if (own != NULL && g_strcmp0 (own, id) == 0)
    g_clear_pointer (&m->book->identifier, g_free);
  take_text (&m->book->identifier, n);
}

/* EPUB 2 has dates of other events, too. */
static void
take_date (CogEpubMetadata *m, xmlNode *n)
{
  g_autofree char *event = cog_xml_dup_attribute_ns (n, "http://www.idpf.org/2007/opf", "event");

  if (event == NULL || strstr (event, "publication") != NULL)
    take_text (&m->book->date, n);
}

static void
take_language (CogEpubMetadata *m, xmlNode *n)
{
  g_autofree char *words = cog_xml_dup_folded_text (n);

  m->book->language = cog_language_read (words);
  if (m->book->language == NULL)
    m->book->language = cog_language_canonicalise (words);
}

static void
read_element (CogEpubMetadata *m, xmlNode *n)
{
  CogBook *book = m->book;
  const char *name = (const char *)n->name;

  if (strcmp (name, "language") == 0 && book->language == NULL)
    take_language (m, n);
  else if (strcmp (name, "publisher") == 0)
    take_text (&book->credit->publisher, n);
  else if (strcmp (name, "date") == 0)
    take_date (m, n);
  else if (strcmp (name, "description") == 0)
    {
      take_text (&book->description, n);
      if (book->description != NULL && strchr (book->description, '<') != NULL)
        {
          g_autofree char *marked = g_steal_pointer (&book->description);

          book->description = dup_without_tags (marked);
        }
    }
  else if (strcmp (name, "identifier") == 0)
    take_identifier (m, n);
  else if (strcmp (name, "source") == 0 && !m->package->is_own)
    take_text (&book->credit->source_url, n);
  else if (strcmp (name, "subject") == 0)
    {
      char *subject = NULL;

      take_text (&subject, n);
      if (subject != NULL)
        g_ptr_array_add (book->subjects, subject);
    }
  /* In an edition of ours these are the words for people; what they are made from stands beside
   * them. */
  else if (strcmp (name, "rights") == 0 && !m->package->is_own)
    {
      g_autofree char *words = cog_xml_dup_folded_text (n);

      cog_evidence_add (book, m->report, COG_EVIDENCE_METADATA, m->package->file, "dc:rights",
                        words, NULL);
    }
}

static gboolean
is_licence_relation (const char *word)
{
  return g_strcmp0 (word, "cc:license") == 0 || g_strcmp0 (word, "dcterms:license") == 0 ||
         g_strcmp0 (word, "dcterms:rights") == 0 || g_strcmp0 (word, "license") == 0;
}

/* The credit of one item of the manifest: its file stands in place of the item's id. */
static CogCredit *
get_item_credit (CogEpubMetadata *m, const char *refines)
{
  const CogEpubItem *item = g_hash_table_lookup (m->package->by_id, refines + 1);
  CogCredit *credit;

  if (item == NULL || item->file == NULL)
    return NULL;
  for (guint i = 0; i < m->book->credits->len; i++)
    {
      credit = g_ptr_array_index (m->book->credits, i);
      if (g_strcmp0 (credit->item, item->file) == 0)
        return credit;
    }
  credit = cog_credit_new ();
  credit->item = g_strdup (item->file);
  credit->place = g_strdup (m->package->file);
  g_ptr_array_add (m->book->credits, credit);
  return credit;
}

static void
refine_item (CogEpubMetadata *m, const char *refines, const char *property, const char *value)
{
  CogCredit *credit = m->package->has_record ? NULL : get_item_credit (m, refines);

  if (credit == NULL || value == NULL)
    return;
  if (is_licence_relation (property))
    {
      g_free (credit->licence);
      credit->licence = cog_licence_recognise (value, value, NULL);
      g_free (credit->licence_url);
      credit->licence_url = g_strdup (value);
    }
  else if (g_strcmp0 (property, "cc:attributionURL") == 0)
    {
      g_free (credit->source_url);
      credit->source_url = g_strdup (value);
    }
  else if (g_strcmp0 (property, "cc:attributionName") == 0 ||
           g_strcmp0 (property, "dcterms:creator") == 0)
    g_ptr_array_add (credit->agents, cog_agent_new (value, COG_ROLE_AUTHOR));
  else if (g_strcmp0 (property, "dcterms:title") == 0)
    {
      g_free (credit->title);
      credit->title = g_strdup (value);
    }
}

static void
read_statement (CogEpubMetadata *m, const char *property, const char *value, const char *url)
{
  gboolean is_known = m->package->has_record && is_licence_relation (property);
  g_autofree char *licence =
      is_known ? cog_licence_recognise (value, url != NULL ? url : value, NULL) : NULL;

  /* Our own record has the evidence, and this was written from it: as an address, or, where the
   * licence has none, as the record calls it. What says otherwise was changed since. */
  if (is_known && m->book->credit->licence != NULL &&
      (g_strcmp0 (licence, m->book->credit->licence) == 0 ||
       g_strcmp0 (value, m->book->credit->licence) == 0))
    return;
  if (is_licence_relation (property))
    cog_evidence_add (m->book, m->report, url != NULL ? COG_EVIDENCE_LINK : COG_EVIDENCE_METADATA,
                      m->package->file, property, url == NULL ? value : NULL,
                      url != NULL                              ? url
                      : value != NULL && strstr (value, "://") ? value
                                                               : NULL);
  else if (!m->package->has_record && g_strcmp0 (property, "cc:attributionURL") == 0 &&
           m->book->credit->source_url == NULL)
    m->book->credit->source_url = g_strdup (url != NULL ? url : value);
}

static void
read_link (CogEpubMetadata *m, xmlNode *n)
{
  g_autofree char *rel = cog_xml_dup_attribute (n, "rel");
  g_autofree char *href = cog_xml_dup_attribute (n, "href");
  g_autofree char *refines = cog_xml_dup_attribute (n, "refines");

  if (rel == NULL || href == NULL)
    return;
  if (refines != NULL && refines[0] == '#')
    refine_item (m, refines, rel, href);
  else
    read_statement (m, rel, NULL, href);
}

static void
read_meta (CogEpubMetadata *m, xmlNode *n)
{
  g_autofree char *property = cog_xml_dup_attribute (n, "property");
  g_autofree char *refines = cog_xml_dup_attribute (n, "refines");
  g_autofree char *value = cog_xml_dup_folded_text (n);

  if (property == NULL)
    return;
  if (refines != NULL && refines[0] == '#')
    refine_item (m, refines, property, value);
  else
    read_statement (m, property, value, NULL);
}

static const char *
find_cover (CogEpubMetadata *m)
{
  for (guint i = 0; i < m->package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (m->package->items, i);

      if (cog_epub_item_has_property (item, "cover-image"))
        return item->file;
    }
  for (xmlNode *n = m->metadata; n != NULL; n = cog_xml_next_in (m->metadata, n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;
      const CogEpubItem *item = NULL;

      if (g_strcmp0 (name, "cover") == 0 && content != NULL)
        item = g_hash_table_lookup (m->package->by_id, content);
      if (item != NULL && item->media_type != NULL && g_str_has_prefix (item->media_type, "image/"))
        return item->file;
    }
  return NULL;
}

void
cog_epub_package_read_metadata (CogEpubPackage *package, CogBook *book, CogReport *report)
{
  xmlNode *root = xmlDocGetRootElement (package->document);
  CogEpubMetadata m = { package, book, report, cog_xml_find_child (root, NULL, "metadata") };

  if (m.metadata == NULL)
    return;
  if (!package->has_record)
    {
      read_titles (&m);
      cog_epub_metadata_read_people (&m);
    }
  for (xmlNode *n = m.metadata; n != NULL; n = cog_xml_next_in (m.metadata, n))
    {
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *)n->name, "link") == 0)
        read_link (&m, n);
      else if (strcmp ((const char *)n->name, "meta") == 0)
        read_meta (&m, n);
      else
        read_element (&m, n);
    }
  if (g_strcmp0 (package->progression, "rtl") == 0)
    book->progression = COG_PROGRESSION_RTL;
  else if (g_strcmp0 (package->progression, "ltr") == 0)
    book->progression = COG_PROGRESSION_LTR;
  /* The file's name for now: the reader takes the picture in. */
  book->cover = g_strdup (find_cover (&m));
}
