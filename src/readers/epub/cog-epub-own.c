/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-rights-record.h"

#include <string.h>

/* An EPUB that Cognate wrote says so in its package (meta name="generator"). There, ids are unique
 * over the whole book, each document holds one section that goes by its own id, and all that the
 * edition added to the text has an id that begins with "cognate-": it is made anew at each export,
 * and is not read. */

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

      if (g_strcmp0 (name, "generator") == 0 && content != NULL &&
          g_str_has_prefix (content, "Cognate "))
        package->is_own = TRUE;
    }
}

gboolean
cog_epub_is_generated (const CogEpubReading *r, const CogEpubItem *item)
{
  return r->package->is_own && item->id != NULL && g_str_has_prefix (item->id, "cognate-") &&
         !g_str_has_prefix (item->id, "cognate-asset-");
}

xmlNode *
cog_epub_strip_own (xmlNode *body)
{
  xmlNode *section;

  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      next = cog_xml_next_in (body, n);
      if (n == body || id == NULL || !g_str_has_prefix (id, "cognate-"))
        continue;
      /* The caption itself, in a paragraph so that the credit can stand below it. */
      if (g_str_has_prefix (id, "cognate-caption-"))
        {
          next = n->children != NULL ? n->children : cog_xml_skip_in (body, n);
          cog_xml_unwrap (n);
          continue;
        }
      next = cog_xml_skip_in (body, n);
      xmlUnlinkNode (n);
      xmlFreeNode (n);
    }
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
  g_autofree char *json = NULL;
  CogCredit *work;

  if (!r->package->is_own || bytes == NULL)
    return;
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  work = cog_rights_record_read (json, r->book->credits);
  if (work == NULL)
    return;
  cog_credit_free (r->book->credit);
  r->book->credit = work;
  r->package->has_record = TRUE;
}

gboolean
cog_epub_is_untitled (const CogEpubReading *r, const xmlNode *section)
{
  return r->package->is_own && cog_xml_has_word (section, "class", "untitled");
}
