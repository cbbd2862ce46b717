/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-metadata.h"

#include "cog-book-traits.h"
#include "cog-licence.h"
#include "cog-markup.h"
#include "cog-xml-write.h"

#include <string.h>

static void
append (GString *out, const char *start, const char *value, const char *end)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append (out, start);
  cog_xml_append_escaped (out, value, -1);
  g_string_append (out, end);
}

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")) &&
         strpbrk (url, " \t\r\n<>\"") == NULL;
}

char *
cog_book_metadata_dup_identifier (const CogBook *book)
{
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (book != NULL, NULL);

  if (book->identifier != NULL && book->identifier[0] != '\0')
    return g_strdup (book->identifier);
  text = g_strdup_printf ("%s\n%s\n%s", cog_book_get_title (book),
                          book->language != NULL ? book->language : "",
                          book->rights != NULL ? book->rights : "");
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strdup_printf ("urn:uuid:%.8s-%.4s-5%.3s-8%.3s-%.12s", hash, hash + 8, hash + 12,
                          hash + 15, hash + 18);
}

static void
append_titles (const CogBook *book, GString *out)
{
  if (book->credit->subtitle == NULL)
    {
      append (out, "<dc:title>", cog_book_get_title (book), "</dc:title>\n");
      return;
    }
  append (out, "<dc:title id=\"cognate-main\">", cog_book_get_title (book), "</dc:title>\n");
  append (out, "<dc:title id=\"cognate-subtitle\">", book->credit->subtitle, "</dc:title>\n");
  g_string_append (out,
                   "<meta refines=\"#cognate-main\" property=\"title-type\">main</meta>\n"
                   "<meta refines=\"#cognate-subtitle\" property=\"title-type\">subtitle</meta>\n");
}

static void
append_people (const CogBook *book, GString *out)
{
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);
      const char *name = agent->role == COG_ROLE_AUTHOR ? "creator" : "contributor";

      if (agent->role == COG_ROLE_PUBLISHER || agent->role == COG_ROLE_HOLDER)
        continue;
      g_string_append_printf (out, "<dc:%s id=\"cognate-agent-%u\">", name, i + 1);
      cog_xml_append_escaped (out, agent->name, -1);
      g_string_append_printf (out,
                              "</dc:%s>\n<meta refines=\"#cognate-agent-%u\" property=\"role\" "
                              "scheme=\"marc:relators\">%s</meta>\n",
                              name, i + 1, cog_role_to_relator (agent->role));
      if (agent->file_as != NULL)
        {
          g_string_append_printf (out, "<meta refines=\"#cognate-agent-%u\" property=\"file-as\">",
                                  i + 1);
          append (out, "", agent->file_as, "</meta>\n");
        }
    }
}

static void
append_rights (const CogBook *book, GString *out)
{
  const CogLicence *licence =
      book->credit->licence != NULL ? cog_licence_lookup (book->credit->licence) : NULL;

  append (out, "<dc:rights>", book->rights, "</dc:rights>\n");
  if (licence != NULL && licence->url[0] != '\0')
    g_string_append_printf (
        out,
        "<link rel=\"dcterms:license\" href=\"%s\"/>\n<link rel=\"cc:license\" href=\"%s\"/>\n",
        licence->url, licence->url);
  else
    append (out, "<meta property=\"dcterms:license\">", book->credit->licence, "</meta>\n");
  for (guint i = 0; i < book->sources->len; i++)
    {
      const CogCredit *source = g_ptr_array_index (book->sources, i);

      append (out, "<dc:source>", source->source_url != NULL ? source->source_url : source->title,
              "</dc:source>\n");
    }
}

char *
cog_book_metadata_dup_asset_id (const CogBook *book, const char *name)
{
  for (guint i = 0; i < book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (book->assets, i);

      if (g_str_equal (asset->name, name))
        return g_strdup_printf ("cognate-asset-%u", i + 1);
    }
  return NULL;
}

static xmlNode *
find_image_of (const CogBook *book, const char *item)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      xmlNode *owner = NULL;

      for (xmlNode *n = root; n != NULL && owner == NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *id =
              n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

          if (g_strcmp0 (id, item) == 0)
            owner = n;
        }
      for (xmlNode *n = owner; n != NULL; n = cog_xml_next_in (owner, n))
        if (cog_xml_is (n, NULL, "img"))
          return n;
      if (owner != NULL)
        return NULL;
    }
  return NULL;
}

/* The manifest's id for the picture of an item. (transfer full) (nullable) */
static char *
dup_item_id (const CogBook *book, const CogCredit *credit)
{
  xmlNode *image = credit->item != NULL ? find_image_of (book, credit->item) : NULL;
  g_autofree char *source = image != NULL ? cog_xml_dup_attribute (image, "src") : NULL;

  return source != NULL ? cog_book_metadata_dup_asset_id (book, source) : NULL;
}

/* What all credits of a picture agree in: the file is one, and what is true of its left half is not
 * true of it. (nullable) */
static const char *
get_common (GPtrArray *credits, const char *(*get) (const CogCredit *))
{
  const char *common = get (g_ptr_array_index (credits, 0));

  for (guint i = 1; i < credits->len; i++)
    if (g_strcmp0 (common, get (g_ptr_array_index (credits, i))) != 0)
      return NULL;
  return common;
}

static const char *
get_licence_url (const CogCredit *credit)
{
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;

  return licence != NULL && licence->url[0] != '\0' ? licence->url : NULL;
}

static const char *
get_source_url (const CogCredit *credit)
{
  return is_web_address (credit->source_url) ? credit->source_url : NULL;
}

/* The authors who are to be named for a picture, each once. (transfer full) */
static char *
dup_names (GPtrArray *credits)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      for (guint j = 0; j < credit->agents->len; j++)
        {
          const CogAgent *agent = g_ptr_array_index (credit->agents, j);

          if (agent->role == COG_ROLE_AUTHOR &&
              !g_ptr_array_find_with_equal_func (names, agent->name, g_str_equal, NULL))
            g_ptr_array_add (names, agent->name);
        }
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

/* What is stated of one picture, by its item of the manifest. */
static void
append_item (const char *id, GPtrArray *credits, GString *out)
{
  const char *licence = get_common (credits, get_licence_url);
  const char *source = get_common (credits, get_source_url);
  g_autofree char *names = dup_names (credits);

  if (licence != NULL)
    g_string_append_printf (out, "<link rel=\"cc:license\" refines=\"#%s\" href=\"%s\"/>\n", id,
                            licence);
  if (names[0] != '\0')
    {
      g_string_append_printf (out, "<meta refines=\"#%s\" property=\"cc:attributionName\">", id);
      append (out, "", names, "</meta>\n");
    }
  if (source != NULL)
    {
      g_string_append_printf (out, "<link rel=\"cc:attributionURL\" refines=\"#%s\"", id);
      append (out, " href=\"", source, "\"/>\n");
    }
}

/* Several items may show one picture, and one picture may have several parts. */
static void
append_items (const CogBook *book, GString *out)
{
  g_autoptr (GHashTable) by_id =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);
      g_autofree char *id = dup_item_id (book, credit);
      GPtrArray *credits = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (id == NULL)
        continue;
      if (credits == NULL)
        {
          credits = g_ptr_array_new ();
          g_ptr_array_add (ids, id);
          g_hash_table_insert (by_id, g_steal_pointer (&id), credits);
        }
      g_ptr_array_add (credits, credit);
    }
  for (guint i = 0; i < ids->len; i++)
    append_item (g_ptr_array_index (ids, i), g_hash_table_lookup (by_id, ids->pdata[i]), out);
}

char *
cog_book_metadata_dup_names (const CogBook *book)
{
  static const CogRole roles[] = { COG_ROLE_TRANSLATOR, COG_ROLE_ADAPTER, COG_ROLE_AUTHOR };
  const CogCredit *credit;

  g_return_val_if_fail (book != NULL, NULL);

  credit = book->credit;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      char *names = cog_credit_dup_names (credit, roles[i]);

      if (names != NULL)
        return names;
    }
  return g_strdup (credit->publisher);
}

static void
append_holder (const CogBook *book, GString *out)
{
  const CogCredit *credit = book->credit;
  g_autofree char *name = cog_book_metadata_dup_names (book);
  g_autofree char *holder = cog_credit_dup_names (credit, COG_ROLE_HOLDER);

  append (out, "<meta property=\"dcterms:rightsHolder\">", holder, "</meta>\n");
  append (out, "<meta property=\"dcterms:dateCopyrighted\">", credit->year, "</meta>\n");
  append (out, "<meta property=\"cc:attributionName\">", name, "</meta>\n");
}

/* Of which printed edition the pages are counted (EPUB Accessibility 1.1, 3.3.3): the source as far
 * as it is known. */
static const char *
get_page_source (const CogBook *book)
{
  const CogCredit *source =
      book->sources->len > 0 ? g_ptr_array_index (book->sources, 0) : book->credit;

  if (source->source_url != NULL)
    return source->source_url;
  return source->title != NULL ? source->title : cog_book_get_title (book);
}

static void
append_accessibility (const CogBook *book, GString *out)
{
  CogBookTraits traits;

  cog_book_traits_get (book, &traits);
  g_string_append (out, "<meta property=\"schema:accessMode\">textual</meta>\n");
  if (traits.has_pictures || book->cover != NULL)
    g_string_append (out, "<meta property=\"schema:accessMode\">visual</meta>\n");
  if (traits.has_media)
    g_string_append (out, "<meta property=\"schema:accessMode\">auditory</meta>\n");
  if (traits.all_described && !traits.has_media)
    g_string_append (out, "<meta property=\"schema:accessModeSufficient\">textual</meta>\n");
  g_string_append (out,
                   "<meta property=\"schema:accessModeSufficient\">textual,visual</meta>\n"
                   "<meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>\n"
                   "<meta property=\"schema:accessibilityFeature\">tableOfContents</meta>\n"
                   "<meta property=\"schema:accessibilityFeature\">readingOrder</meta>\n");
  if (traits.has_pictures && traits.all_described)
    g_string_append (out,
                     "<meta property=\"schema:accessibilityFeature\">alternativeText</meta>\n");
  if (traits.has_math)
    g_string_append (out, "<meta property=\"schema:accessibilityFeature\">MathML</meta>\n");
  if (traits.has_page_breaks)
    {
      g_string_append (out,
                       "<meta property=\"schema:accessibilityFeature\">pageBreakMarkers</meta>\n"
                       "<meta property=\"schema:accessibilityFeature\">pageNavigation</meta>\n");
      append (out, "<meta property=\"pageBreakSource\">", get_page_source (book), "</meta>\n");
    }
  g_string_append (out, traits.has_media
                            ? "<meta property=\"schema:accessibilityHazard\">unknown</meta>\n"
                            : "<meta property=\"schema:accessibilityHazard\">none</meta>\n");
  append (
      out, "<meta property=\"schema:accessibilitySummary\">",
      cog_markup_get_word (book->language, traits.all_described ? "summary-full" : "summary-part"),
      "</meta>\n");
  if (traits.all_described && !traits.has_media)
    g_string_append (out, "<meta property=\"dcterms:conformsTo\">EPUB Accessibility 1.1 - WCAG 2.2 "
                          "Level AA</meta>\n");
}

void
cog_book_metadata_append_opf (const CogBook *book, GString *out)
{
  append_titles (book, out);
  append (out, "<dc:language>", book->language != NULL ? book->language : "und",
          "</dc:language>\n");
  append (out, "<dc:language>", book->second_language, "</dc:language>\n");
  append_people (book, out);
  append (out, "<dc:publisher>", book->credit->publisher, "</dc:publisher>\n");
  append (out, "<dc:description>", book->description, "</dc:description>\n");
  for (guint i = 0; i < book->subjects->len; i++)
    append (out, "<dc:subject>", g_ptr_array_index (book->subjects, i), "</dc:subject>\n");
  append_rights (book, out);
  append_holder (book, out);
  append_items (book, out);
  append_accessibility (book, out);
  append (out, "<meta property=\"dcterms:modified\">",
          book->modified != NULL ? book->modified : "2000-01-01T00:00:00Z", "</meta>\n");
  g_string_append (out, "<meta name=\"generator\" content=\"Cognate " COG_VERSION "\"/>\n");
  if (book->cover != NULL)
    {
      g_autofree char *cover = cog_book_metadata_dup_asset_id (book, book->cover);

      if (cover != NULL)
        g_string_append_printf (out, "<meta name=\"cover\" content=\"%s\"/>\n", cover);
    }
}
