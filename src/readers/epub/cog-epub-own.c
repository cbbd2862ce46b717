/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-own-edition.h"
#include "cog-rights-record.h"

/* An EPUB that Cognate wrote says so in its package. There, each document holds one section that
 * goes by its own id (cog-own-edition.h). */

void
cog_epub_package_recognise (CogEpubPackage *package)
{
  xmlNode *root = xmlDocGetRootElement (package->document);
  xmlNode *metadata = cog_xml_find_child (root, NULL, "metadata");

  for (xmlNode *n = metadata; n != NULL; n = cog_xml_next_in (metadata, n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;

      if (g_strcmp0 (name, "generator") == 0 && cog_own_edition_is_generator (content))
        package->is_own = TRUE;
    }
}

gboolean
cog_epub_is_generated (const CogEpubReading *r, const CogEpubItem *item)
{
  return r->package->is_own && cog_own_edition_is_added (item->id) &&
         !g_str_has_prefix (item->id, "cognate-asset-");
}

xmlNode *
cog_epub_strip_own (xmlNode *body)
{
  xmlNode *section;

  cog_own_edition_strip (body);
  section = cog_xml_find_child (body, NULL, "section");
  if (section == NULL)
    return body;
  cog_xml_set (section, "id", NULL);
  return section;
}

void
cog_epub_read_record (CogEpubReading *r)
{
  g_autoptr (GBytes) bytes = cog_container_has (r->container, COG_RIGHTS_RECORD_FILE)
                                 ? cog_container_read (r->container, COG_RIGHTS_RECORD_FILE, NULL)
                                 : NULL;
  gsize size;
  const char *json;

  if (!r->package->is_own || bytes == NULL)
    return;
  json = g_bytes_get_data (bytes, &size);
  if (json != NULL)
    r->package->has_record = cog_own_edition_read_record (r->book, json, size);
}

gboolean
cog_epub_is_untitled (const CogEpubReading *r, const xmlNode *section)
{
  return r->package->is_own && cog_xml_has_word (section, "class", "untitled");
}
