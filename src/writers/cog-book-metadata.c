/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-metadata.h"

#include "cog-book-traits.h"
#include "cog-licence.h"
#include "cog-markup.h"

#include <string.h>

static void
append (GString *out, const char *start, const char *value, const char *end)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append (out, start);
  cog_markup_append_escaped (out, value);
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
      cog_markup_append_escaped (out, agent->name);
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

/* What is stated of one picture, by its item of the manifest. */
static void
append_item (const CogBook *book, const CogCredit *credit, GString *out)
{
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  xmlNode *image = find_image_of (book, credit->item);
  g_autofree char *source = image != NULL ? cog_xml_dup_attribute (image, "src") : NULL;
  g_autofree char *id = source != NULL ? cog_book_metadata_dup_asset_id (book, source) : NULL;
  g_autofree char *names = NULL;

  if (id == NULL)
    return;
  if (licence != NULL && licence->url[0] != '\0')
    g_string_append_printf (out, "<link rel=\"cc:license\" refines=\"#%s\" href=\"%s\"/>\n", id,
                            licence->url);
  names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);
  if (names != NULL)
    {
      g_string_append_printf (out, "<meta refines=\"#%s\" property=\"cc:attributionName\">", id);
      append (out, "", names, "</meta>\n");
    }
  if (is_web_address (credit->source_url))
    {
      g_string_append_printf (out, "<link rel=\"cc:attributionURL\" refines=\"#%s\"", id);
      append (out, " href=\"", credit->source_url, "\"/>\n");
    }
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
  for (guint i = 0; i < book->credits->len; i++)
    append_item (book, g_ptr_array_index (book->credits, i), out);
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
