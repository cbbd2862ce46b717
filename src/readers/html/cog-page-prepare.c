/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-prepare.h"

#include "cog-page-mend.h"
#include "cog-page.h"

static void
add_style (CogNormalizer *normalizer, const char *file, xmlDoc *document)
{
  xmlNode *head = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");

  for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "style"))
      {
        g_autofree char *css = cog_xml_dup_text (n);

        cog_normalizer_add_css (normalizer, file, css);
      }
}

xmlNode *
cog_page_prepare (xmlDoc *document,
                  CogNormalizer *normalizer,
                  CogContainer *container,
                  const char *file,
                  CogReport *report)
{
  g_autofree char *address = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (document != NULL && normalizer != NULL && file != NULL, NULL);

  cog_page_mend (document, container, file, report);
  add_style (normalizer, file, document);
  address = cog_page_dup_address (document, &base);
  if (address != NULL || base != NULL)
    cog_normalizer_set_address (normalizer, file, address != NULL ? address : base, base);
  return cog_page_find_content (document, file, report);
}
