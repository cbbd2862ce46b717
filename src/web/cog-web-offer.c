/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-offer.h"

#include "cog-web-address.h"
#include "cog-xml.h"

#include <string.h>

static void
add (GPtrArray *files, const char *base, const char *reference, const char *label, const char *type)
{
  g_autofree char *whole = reference != NULL ? cog_web_address_resolve (base, reference) : NULL;
  g_autofree char *name = whole != NULL ? cog_web_address_dup_name (whole) : NULL;
  char *hash = whole != NULL ? strchr (whole, '#') : NULL;

  if (hash != NULL)
    *hash = '\0';
  if (whole != NULL)
    cog_web_file_list_add (files, whole, label != NULL && label[0] != '\0' ? label : name, type);
}

/* Highwire's names, which Google Scholar asks for and repositories give. */
static void
read_meta (GPtrArray *files, const xmlNode *meta, const char *address)
{
  static const struct
  {
    const char *name;
    const char *media_type;
  } names[] = { { "citation_pdf_url", "application/pdf" },
                { "citation_epub_url", "application/epub+zip" },
                { "citation_xml_url", "application/xml" } };
  g_autofree char *name = cog_xml_dup_attribute (meta, "name");
  g_autofree char *content = cog_xml_dup_attribute (meta, "content");

  for (guint i = 0; name != NULL && content != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i].name) == 0)
      add (files, address, content, NULL, names[i].media_type);
}

static void
read_link (GPtrArray *files, const xmlNode *link, const char *address)
{
  g_autofree char *type = cog_xml_dup_attribute (link, "type");
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *title = cog_xml_dup_attribute (link, "title");
  gboolean is_document = type != NULL && (g_ascii_strcasecmp (type, "application/pdf") == 0 ||
                                          g_ascii_strcasecmp (type, "application/epub+zip") == 0);

  if (is_document &&
      (cog_xml_has_word (link, "rel", "alternate") || cog_xml_has_word (link, "rel", "item")))
    add (files, address, href, title, type);
}

/* DSpace's files, and those of pages that offer books ("Download EPUB"). A link to a document
 * elsewhere is a reference, no offer. */
static void
read_anchor (GPtrArray *files, const xmlNode *anchor, const char *address)
{
  g_autofree char *href = cog_xml_dup_attribute (anchor, "href");
  g_autofree char *whole = href != NULL ? cog_web_address_resolve (address, href) : NULL;
  g_autofree char *own = cog_web_address_dup_host (address);
  g_autofree char *host = whole != NULL ? cog_web_address_dup_host (whole) : NULL;
  g_autofree char *label = NULL;
  gboolean is_file;

  if (whole == NULL || !g_str_equal (host, own))
    return;
  is_file = strstr (whole, "/bitstream/") != NULL ||
            (strstr (whole, "/bitstreams/") != NULL && strstr (whole, "/download") != NULL);
  if (!is_file)
    {
      CogWebFile file = { whole, NULL, NULL };
      const char *kind = cog_web_file_get_kind (&file);

      is_file = g_strcmp0 (kind, "PDF") == 0 || g_strcmp0 (kind, "EPUB") == 0;
    }
  /* DSpace's own small pictures and extracted texts of the same files. */
  if (!is_file || g_str_has_suffix (whole, ".jpg") || strstr (whole, ".pdf.txt") != NULL ||
      strstr (whole, ".pdf.jpg") != NULL)
    return;
  label = cog_xml_dup_folded_text (anchor);
  add (files, address, whole, strlen (label) < 120 ? label : NULL, NULL);
}

void
cog_web_offer_read (GPtrArray *files, xmlDoc *page, const char *address)
{
  xmlNode *root = page != NULL ? xmlDocGetRootElement (page) : NULL;

  g_return_if_fail (files != NULL && address != NULL);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, COG_NS_XHTML, "meta"))
      read_meta (files, n, address);
    else if (cog_xml_is (n, COG_NS_XHTML, "link"))
      read_link (files, n, address);
    else if (cog_xml_is (n, COG_NS_XHTML, "a"))
      read_anchor (files, n, address);
}

gboolean
cog_web_offer_is_record (xmlDoc *page, const char *address, const GPtrArray *files)
{
  xmlNode *root = page != NULL ? xmlDocGetRootElement (page) : NULL;
  xmlNode *head = root != NULL ? cog_xml_find_child (root, NULL, "head") : NULL;

  if (files->len == 0)
    return FALSE;
  if (strstr (address, "/handle/") != NULL)
    return TRUE;
  for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;

      if (content != NULL && g_ascii_strcasecmp (name, "generator") == 0 &&
          g_str_has_prefix (content, "DSpace"))
        return TRUE;
    }
  return FALSE;
}
