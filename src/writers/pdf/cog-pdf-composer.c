/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-composer.h"

#include "cog-pdf-address.h"
#include "cog-pdf-cover.h"
#include "cog-vocabulary.h"

#include <string.h>

/* A list of notes without a heading of its own is one that a program gathered from the text's
 * footnotes; one with a heading ("References") was put there by an author, and stays. */
static gboolean
is_gathered (const xmlNode *item)
{
  const xmlNode *list = item->parent;

  return list != NULL && cog_xml_is (list, COG_NS_XHTML, "ol") &&
         cog_xml_is (list->parent, COG_NS_XHTML, "section") &&
         cog_xml_first_element (list->parent) == list && cog_xml_next_element (list) == NULL;
}

gboolean
cog_pdf_is_footnote (const xmlNode *node)
{
  g_autofree char *type = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");

  if (cog_xml_is (node, COG_NS_XHTML, "li"))
    return g_strcmp0 (type, "endnote") == 0 && is_gathered (node);
  return (type != NULL && (strcmp (type, "footnote") == 0 || strcmp (type, "rearnote") == 0)) ||
         cog_xml_has_word (node, "role", "doc-footnote");
}

static void
note_link (CogPdfComposer *composer, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");

  if (href == NULL || href[0] != '#')
    return;
  if (cog_xml_has_word (link, "role", "doc-noteref") &&
      !g_hash_table_contains (composer->note_labels, href + 1))
    g_hash_table_insert (composer->note_labels, g_strdup (href + 1),
                         cog_xml_dup_folded_text (link));
  g_hash_table_add (composer->targets, g_strdup (href + 1));
}

void
cog_pdf_composer_init (CogPdfComposer *composer,
                       const CogBook *book,
                       const CogPdfStyle *style,
                       CogPdfTags *tags,
                       CogReport *report,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  *composer = (CogPdfComposer){
    .book = book,
    .style = style,
    .tags = tags,
    .report = report,
    .cancellable = cancellable,
    .cover = cog_pdf_cover_find_section (book),
    .pictures = cog_pdf_pictures_new (book, report),
    .unknown = g_hash_table_new (NULL, NULL),
    .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .note_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .addresses = cog_pdf_addresses_new (book),
  };
  for (guint i = 0; i < sections->len; i++)
    {
      const xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
        if (cog_xml_is (node, COG_NS_XHTML, "a"))
          note_link (composer, node);
    }
}

void
cog_pdf_composer_clear (CogPdfComposer *composer)
{
  g_clear_pointer (&composer->pictures, cog_pdf_pictures_free);
  g_clear_pointer (&composer->unknown, g_hash_table_unref);
  g_clear_pointer (&composer->targets, g_hash_table_unref);
  g_clear_pointer (&composer->note_labels, g_hash_table_unref);
  g_clear_pointer (&composer->addresses, g_hash_table_unref);
}
