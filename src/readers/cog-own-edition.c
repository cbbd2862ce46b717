/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-own-edition.h"

#include "cog-rights-record.h"

#define OWN "cognate-"

gboolean
cog_own_edition_is_added (const char *id)
{
  return id != NULL && g_str_has_prefix (id, OWN);
}

gboolean
cog_own_edition_is_generator (const char *generator)
{
  return generator != NULL && g_str_has_prefix (generator, "Cognate ");
}

void
cog_own_edition_strip (xmlNode *body)
{
  g_return_if_fail (body != NULL);

  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      next = cog_xml_next_in (body, n);
      if (n == body || !cog_own_edition_is_added (id))
        continue;
      /* The caption itself, in a paragraph so that the credit can stand below it. */
      if (g_str_has_prefix (id, OWN "caption-"))
        {
          next = n->children != NULL ? n->children : cog_xml_skip_in (body, n);
          cog_xml_unwrap (n);
          continue;
        }
      next = cog_xml_skip_in (body, n);
      xmlUnlinkNode (n);
      xmlFreeNode (n);
    }
}

gboolean
cog_own_edition_read_record (CogBook *book, const char *json, gsize length)
{
  CogCredit *work;

  g_return_val_if_fail (book != NULL && json != NULL, FALSE);

  work = cog_rights_record_read (json, length, book->credits);
  if (work == NULL)
    return FALSE;
  cog_credit_free (book->credit);
  book->credit = work;
  return TRUE;
}

void
cog_own_edition_drop_empty (GPtrArray *sections)
{
  g_return_if_fail (sections != NULL);

  for (guint i = sections->len; i > 0; i--)
    {
      CogSection *section = g_ptr_array_index (sections, i - 1);
      xmlNode *root = cog_section_get_root (section);

      cog_own_edition_drop_empty (section->children);
      if (section->children->len == 0 && (root == NULL || cog_xml_first_element (root) == NULL))
        g_ptr_array_remove_index (sections, i - 1);
      else if (root != NULL && cog_xml_first_element (root) == NULL)
        g_clear_pointer (&section->content, xmlFreeDoc);
    }
}
