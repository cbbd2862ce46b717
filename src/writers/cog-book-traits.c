/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-traits.h"

#include "cog-description.h"

#include <string.h>

static void
look_at (const xmlNode *node, CogBookTraits *traits)
{
  if (cog_xml_is (node, COG_NS_XHTML, "img"))
    {
      g_autofree char *alt = cog_xml_dup_attribute (node, "alt");

      traits->has_pictures = TRUE;
      if (cog_description_is_filler (alt))
        traits->all_described = FALSE;
    }
  else if (cog_xml_is (node, COG_NS_SVG, "svg"))
    traits->has_pictures = TRUE;
  else if (cog_xml_is (node, COG_NS_MATHML, "math"))
    traits->has_math = TRUE;
  else if (cog_xml_is (node, NULL, "audio") || cog_xml_is (node, NULL, "video"))
    traits->has_media = TRUE;
  else if (cog_xml_is (node, NULL, "table"))
    traits->has_tables = TRUE;
  else if (cog_xml_has_word (node, "epub:type", "pagebreak"))
    traits->has_page_breaks = TRUE;
}

void
cog_book_traits_get (const CogBook *book, CogBookTraits *traits)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  memset (traits, 0, sizeof *traits);
  traits->all_described = TRUE;
  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (n->type == XML_ELEMENT_NODE)
          look_at (n, traits);
    }
}
