/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-reading.h"

#include "cog-evidence-words.h"
#include "cog-evidence.h"
#include "cog-item-rights.h"
#include "cog-vocabulary.h"

#include <string.h>

/* Small pages at the front and back state the licence in prose. */
gboolean
cog_epub_may_state_licence (const CogSection *section, const char *file)
{
  static const char *const words[] = { "copyright", "colophon", "license", "licence", "imprint",
                                       "legal",     "rights",   "title",   "cover",   "credit" };
  g_autofree char *name = g_ascii_strdown (file, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL ||
        (section->type != NULL && strstr (section->type, words[i])))
      return TRUE;
  return FALSE;
}

/* A paragraph, or what a converter sets in its place: an element that holds text and no block. */
static gboolean
is_paragraph (const xmlNode *node)
{
  if (cog_xml_is (node, NULL, "p") || cog_xml_is (node, NULL, "pre"))
    return TRUE;
  if (!cog_xml_is (node, NULL, "div") && !cog_xml_is (node, NULL, "li") &&
      !cog_xml_is (node, NULL, "td"))
    return FALSE;
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (cog_vocabulary_is_block_node (child) || cog_xml_is (child, NULL, "div"))
      return FALSE;
  return TRUE;
}

void
cog_epub_scan_page (CogEpubReading *r, const char *file, const xmlNode *body, gboolean all)
{
  for (const xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *words = NULL;
      gboolean is_link = cog_xml_is (n, NULL, "a") && (cog_xml_has_word (n, "rel", "license") ||
                                                       cog_xml_has_word (n, "rel", "cc:license"));

      if (!(is_link || (all && is_paragraph (n))) || cog_item_rights_is_of_item (n))
        continue;
      words = cog_xml_dup_folded_text (n);
      if (is_link)
        {
          g_autofree char *href = cog_xml_dup_attribute (n, "href");

          cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, file, "a rel=license", words,
                            href);
        }
      else
        cog_evidence_scan_text (r->book, r->report, file, (const char *)n->name, words);
    }
}

#define N_ENDS 3          /* pages at each end */
#define MAX_END_PAGE 6000 /* bytes of text: no chapter */
#define MAX_OF_TITLE 30   /* paragraphs of a longer one that is called "Copyright" */

static void
scan_section (CogEpubReading *r, const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  g_autofree char *all = root != NULL ? cog_xml_dup_text (root) : NULL;
  gboolean is_long = all != NULL && strlen (all) > MAX_END_PAGE;
  guint left = is_long ? MAX_OF_TITLE : G_MAXUINT;

  if (all == NULL || (is_long && !cog_evidence_is_title (section->title)))
    return;
  for (xmlNode *n = root; n != NULL && left > 0; n = cog_xml_next_in (root, n))
    if (is_paragraph (n) && !cog_item_rights_is_of_item (n))
      {
        g_autofree char *words = cog_xml_dup_folded_text (n);

        cog_evidence_scan_text (r->book, r->report, section->origin, (const char *)n->name, words);
        left--;
      }
}

void
cog_epub_scan_ends (CogEpubReading *r)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (r->book);

  if (r->package->is_own || r->book->credit->licence != NULL)
    return;
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (i < N_ENDS || i + N_ENDS >= sections->len || cog_evidence_is_title (section->title))
        scan_section (r, section);
    }
}

static gboolean
uses_asset (const xmlNode *node, const char *name)
{
  g_autofree char *source = cog_xml_is (node, NULL, "img") || cog_xml_is (node, NULL, "video") ||
                                    cog_xml_is (node, NULL, "audio")
                                ? cog_xml_dup_attribute (node, "src")
                                : NULL;

  return source != NULL && g_str_equal (source, name);
}

static xmlNode *
find_use (CogBook *book, const char *name)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (n->type == XML_ELEMENT_NODE && uses_asset (n, name))
          return n;
    }
  return NULL;
}

/* A credit that the package gave to a file belongs to the picture, or to the figure around it. */
void
cog_epub_place_item_credits (CogEpubReading *r)
{
  for (guint i = r->package->has_record ? 0 : r->book->credits->len; i > 0; i--)
    {
      CogCredit *credit = g_ptr_array_index (r->book->credits, i - 1);
      const CogEpubItem *item = g_hash_table_lookup (r->package->by_file, credit->item);
      const char *asset = item != NULL && item->file != NULL && item->media_type != NULL &&
                                  !g_str_has_suffix (item->media_type, "xml")
                              ? cog_normalizer_add_asset (r->normalizer, NULL, item->file)
                              : NULL;
      xmlNode *use = asset != NULL ? find_use (r->book, asset) : NULL;

      if (item == NULL)
        continue;
      if (use == NULL)
        {
          g_ptr_array_remove_index (r->book->credits, i - 1);
          continue;
        }
      if (cog_xml_is (use->parent, NULL, "figure"))
        use = use->parent;
      if (!xmlHasProp (use, (const xmlChar *)"id"))
        {
          g_autofree char *id = g_strdup_printf ("item-%u", i);

          cog_xml_set (use, "id", id);
        }
      g_free (credit->item);
      credit->item = cog_xml_dup_attribute (use, "id");
    }
}
