/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-openstax-metadata.h"

#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-language.h"

#include <string.h>

char *
cog_openstax_dup_child_text (const xmlNode *parent, const char *name)
{
  xmlNode *child = cog_xml_find_child (parent, NULL, name);
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Legacy files name people: md:roles/md:role type="author" → md:actors/md:person. */
static void
read_roles (CogBook *book, xmlNode *metadata)
{
  for (xmlNode *n = metadata; n != NULL; n = cog_xml_next_in (metadata, n))
    {
      g_autofree char *type =
          cog_xml_is (n, NULL, "role") ? cog_xml_dup_attribute (n, "type") : NULL;
      g_autofree char *ids = NULL;
      g_auto (GStrv) list = NULL;

      if (g_strcmp0 (type, "author") != 0)
        continue;
      ids = cog_xml_dup_folded_text (n);
      list = g_strsplit (ids, " ", 40);
      for (xmlNode *p = metadata; p != NULL; p = cog_xml_next_in (metadata, p))
        {
          g_autofree char *id =
              cog_xml_is (p, NULL, "person") ? cog_xml_dup_attribute (p, "userid") : NULL;
          g_autofree char *name = id != NULL ? cog_openstax_dup_child_text (p, "fullname") : NULL;

          if (name != NULL && g_strv_contains ((const char *const *)list, id))
            g_ptr_array_add (book->credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
        }
    }
}

/* md:derived-from url: the work that this one was made from, and at times its metadata. */
static void
read_derivation (CogBook *book, xmlNode *metadata)
{
  xmlNode *from = cog_xml_find_child (metadata, NULL, "derived-from");
  g_autofree char *url = from != NULL ? cog_xml_dup_attribute (from, "url") : NULL;
  CogCredit *upstream;

  if (url == NULL || g_strstrip (url)[0] == '\0')
    return;
  upstream = cog_credit_new ();
  upstream->source_url = g_strdup (url);
  upstream->title = cog_openstax_dup_child_text (from, "title");
  g_ptr_array_add (book->credit->upstream, upstream);
}

static void
read_subjects (CogBook *book, xmlNode *metadata)
{
  for (xmlNode *n = metadata; n != NULL; n = cog_xml_next_in (metadata, n))
    {
      g_autofree char *subject =
          cog_xml_is (n, NULL, "subject") ? cog_xml_dup_folded_text (n) : NULL;

      if (subject != NULL && subject[0] != '\0')
        g_ptr_array_add (book->subjects, g_steal_pointer (&subject));
    }
}

/* The publisher's request for every book (rules.md §4.2). Its English books begin at a page of one
 * name; that of others is in their languages, and is not guessed. */
static void
read_address (CogBook *book, const char *slug)
{
  CogCredit *credit = book->credit;
  gboolean is_english = book->language != NULL && g_str_has_prefix (book->language, "en");

  credit->source_url = g_strdup_printf ("https://openstax.org/details/books/%s", slug);
  credit->requested =
      is_english
          ? g_strdup_printf (
                "Access for free at https://openstax.org/books/%s/pages/1-introduction", slug)
          : g_strdup_printf ("Access for free at %s", credit->source_url);
}

void
cog_openstax_read_metadata (CogBook *book, CogReport *report, xmlNode *root, const char *file)
{
  xmlNode *metadata = cog_xml_find_child (root, NULL, "metadata");
  xmlNode *licence = metadata != NULL ? cog_xml_find_child (metadata, NULL, "license") : NULL;
  g_autofree char *language =
      metadata != NULL ? cog_openstax_dup_child_text (metadata, "language") : NULL;
  g_autofree char *slug = metadata != NULL ? cog_openstax_dup_child_text (metadata, "slug") : NULL;
  CogCredit *credit = book->credit;

  if (metadata == NULL)
    return;
  credit->title = cog_openstax_dup_child_text (metadata, "title");
  if (language == NULL)
    language = cog_xml_dup_attribute_ns (root, COG_NS_XML, "lang");
  book->language = language != NULL ? cog_language_canonicalise (language) : NULL;
  if (licence != NULL)
    {
      g_autofree char *url = cog_xml_dup_attribute (licence, "url");
      g_autofree char *words = cog_xml_dup_folded_text (licence);

      if (url != NULL)
        g_strstrip (url);
      cog_evidence_add (book, report, COG_EVIDENCE_LINK, file, "md:license", words, url);
    }
  read_roles (book, metadata);
  read_derivation (book, metadata);
  if (slug != NULL)
    read_address (book, slug);
  if (credit->agents->len == 0 && slug != NULL)
    credit->publisher = g_strdup ("OpenStax");
  book->date = cog_openstax_dup_child_text (metadata, "revised");
  /* A module's abstract is its learning objectives, and is in its text. */
  if (cog_xml_is (root, NULL, "collection"))
    book->description = cog_openstax_dup_child_text (metadata, "abstract");
  read_subjects (book, metadata);
}

/* The LICENSE file of the folder: a second witness. */
void
cog_openstax_read_licence_file (CogBook *book,
                                CogReport *report,
                                CogContainer *container,
                                const char *collection)
{
  static const char *const names[] = { "../LICENSE", "../LICENSE.md", "../LICENSE.txt",
                                       "LICENSE",    "LICENSE.md",    "LICENSE.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *file = cog_container_resolve (container, collection, names[i]);
      g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (container, file, NULL) : NULL;
      g_autofree char *text = NULL;
      g_autofree char *head = NULL;
      gsize length;

      if (bytes == NULL || g_bytes_get_size (bytes) > 500000)
        continue;
      text = cog_html_decode (bytes, NULL, &length, NULL);
      head = g_strndup (text, MIN (length, 400));
      cog_evidence_add (book, report, COG_EVIDENCE_BESIDE, file, "file",
                        g_utf8_make_valid (head, -1), NULL);
      return;
    }
}

/* "Samuel J. Ling, Truman State University": a name and a school, as the paragraph's title, its
 * first emphasis, or all of it. */
static void
take_author (CogBook *book, const xmlNode *paragraph)
{
  xmlNode *title = cog_xml_find_child (paragraph, NULL, "title");
  xmlNode *bold = cog_xml_find_child (paragraph, NULL, "emphasis");
  g_autofree char *text = cog_xml_dup_folded_text (title != NULL  ? title
                                                   : bold != NULL ? bold
                                                                  : paragraph);
  gsize length = strcspn (text, ",(");
  g_autofree char *author = g_strndup (text, length);

  if (text[length] == ',' && length > 4 && length < 60 && strlen (text) < 160)
    g_ptr_array_add (book->credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
}

/* The section of the preface that lists the authors: by its class, whatever language it is in, or
 * by its title. */
static gboolean
lists_authors (const xmlNode *section)
{
  xmlNode *title = cog_xml_find_child (section, NULL, "title");
  g_autofree char *words = title != NULL ? cog_xml_dup_folded_text (title) : NULL;

  if (!cog_xml_is (section, NULL, "section"))
    return FALSE;
  return cog_xml_has_word (section, "class", "sr-contrib-auth") ||
         (words != NULL && (g_str_has_prefix (words, "Senior Contributing Author") ||
                            g_str_has_prefix (words, "Senior contributing author")));
}

void
cog_openstax_read_authors (CogBook *book, xmlNode *root)
{
  g_return_if_fail (book != NULL && root != NULL);

  for (xmlNode *n = root; n != NULL && book->credit->agents->len == 0;
       n = cog_xml_next_in (root, n))
    {
      if (!lists_authors (n))
        continue;
      for (xmlNode *p = cog_xml_first_element (n); p != NULL; p = cog_xml_next_element (p))
        if (cog_xml_is (p, NULL, "para"))
          take_author (book, p);
    }
}
