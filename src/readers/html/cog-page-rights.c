/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-private.h"

#include "cog-evidence.h"
#include "cog-item-rights.h"

#include <string.h>

static gboolean
is_badge (const char *source)
{
  return strstr (source, "creativecommons.org/l/") != NULL ||
         strstr (source, "licensebuttons.net/l/") != NULL;
}

/* "https://i.creativecommons.org/l/by-sa/4.0/88x31.png" */
static char *
dup_badge_url (const char *source)
{
  const char *path = strstr (source, "/l/");

  return g_strconcat ("https://creativecommons.org/licenses/", path + 3, NULL);
}

static gboolean
is_licence_link (const xmlNode *node)
{
  static const char *const properties[] = { "license", "cc:license", "dct:license",
                                            "dcterms:license", NULL };

  return cog_xml_has_word (node, "rel", "license") ||
         cog_page_has_any_word (node, "property", properties) ||
         cog_page_has_any_word (node, "rel", properties) ||
         cog_page_has_any_word (node, "itemprop", properties);
}

static void
read_licence_of (CogBook *book, CogReport *report, const char *file, const xmlNode *n)
{
  g_autofree char *href = NULL;
  g_autofree char *source = NULL;

  if (cog_xml_is (n, NULL, "a") || cog_xml_is (n, NULL, "link"))
    {
      g_autofree char *words = cog_xml_dup_folded_text (n);

      href = cog_xml_dup_attribute (n, "href");
      if (href == NULL)
        return;
      if (is_licence_link (n))
        cog_evidence_add (book, report, COG_EVIDENCE_LINK, file, (const char *)n->name, words,
                          href);
      /* A plain link to a licence is evidence only where the words around it speak of one. */
      else if (strstr (href, "creativecommons.org/") != NULL)
        {
          g_autofree char *around = cog_xml_dup_folded_text (n->parent);

          if (strlen (around) < 1500 && strstr (around, "icen") != NULL)
            cog_evidence_add (book, report, COG_EVIDENCE_TEXT, file, "a", around, href);
        }
    }
  else if (cog_xml_is (n, NULL, "img"))
    {
      source = cog_xml_dup_attribute (n, "src");
      if (source != NULL && is_badge (source))
        {
          href = dup_badge_url (source);
          cog_evidence_add (book, report, COG_EVIDENCE_LINK, file, "img", NULL, href);
        }
    }
}

/* In its newer files the notice stands in a div of its own. */
static gboolean
is_gutenberg_notice (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "div") && node->children != NULL &&
         node->children->type == XML_TEXT_NODE &&
         strstr ((const char *)node->children->content, "This ebook is for the use") != NULL;
}

void
cog_page_read_rights (
    CogBook *book, CogReport *report, const char *file, xmlNode *root, xmlNode *head)
{
  static const char *const names[] = { "DC.rights", "dcterms.rights", "dcterms.license",
                                       "copyright", NULL };
  g_autofree char *rights = cog_page_dup_meta (head, names);

  if (rights != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, "meta", rights, NULL);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (n->type != XML_ELEMENT_NODE || cog_item_rights_is_of_item (n))
        continue;
      read_licence_of (book, report, file, n);
      if (cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li") ||
          cog_xml_is (n, NULL, "small") || is_gutenberg_notice (n) ||
          cog_xml_is (n, NULL, "footer"))
        {
          g_autofree char *text = cog_xml_dup_folded_text (n);

          if (strstr (text, "Project Gutenberg License included") != NULL)
            cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, (const char *)n->name,
                              text, NULL);
          else if (strlen (text) < 700)
            cog_evidence_scan_text (book, report, file, (const char *)n->name, text);
        }
    }
}
