/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-metadata.h"

#include "cog-evidence.h"
#include "cog-odt-names.h"
#include "cog-prose-findings.h"
#include "cog-prose-own.h"
#include "cog-rights-record.h"
#include "cog-language.h"

#include <string.h>

#define META "meta.xml"
#define STYLES "styles.xml"
#define MAX_TEXT 40000 /* bytes that a guess at the language reads */

static void
take_own_property (CogBook *book, CogOdtWalk *walk, const xmlNode *node, const char *value)
{
  g_autofree char *name = cog_xml_dup_attribute_ns (node, COG_ODT_META, "name");

  if (name == NULL)
    return;
  if (g_str_equal (name, COG_RIGHTS_RECORD_PROPERTY))
    return;
  if (cog_prose_is_about_rights (name))
    cog_evidence_add (book, walk->report, COG_EVIDENCE_METADATA, META, name, value, NULL);
  else if (book->identifier == NULL &&
           (g_ascii_strcasecmp (name, "identifier") == 0 ||
            g_ascii_strcasecmp (name, "isbn") == 0 || g_ascii_strcasecmp (name, "doi") == 0))
    book->identifier = g_strdup (value);
}

static void
take_property (CogBook *book, CogOdtWalk *walk, const xmlNode *node)
{
  g_autofree char *value = cog_xml_dup_folded_text (node);
  CogCredit *credit = book->credit;

  if (value[0] == '\0')
    return;
  if (cog_xml_is (node, COG_ODT_META, "user-defined"))
    take_own_property (book, walk, node, value);
  else if (cog_xml_is (node, COG_ODT_META, "initial-creator"))
    cog_prose_add_people (book, value, COG_ROLE_AUTHOR);
  else if (cog_xml_is (node, COG_ODT_META, "keyword") || cog_xml_is (node, COG_ODT_DC, "subject"))
    cog_prose_add_subjects (book, value);
  else if (cog_xml_is (node, COG_ODT_DC, "title") && credit->title == NULL)
    credit->title = g_strdup (value);
  else if (cog_xml_is (node, COG_ODT_DC, "description") && book->description == NULL)
    book->description = g_strdup (value);
  else if (cog_xml_is (node, COG_ODT_DC, "language"))
    cog_prose_set_language (book, value);
  else if (cog_xml_is (node, COG_ODT_DC, "rights"))
    cog_evidence_add (book, walk->report, COG_EVIDENCE_METADATA, META, "rights", value, NULL);
}

void
cog_odt_read_properties (CogBook *book, CogOdtWalk *walk)
{
  const xmlNode *root = cog_odt_package_get_meta (walk->package);
  const xmlNode *meta = root != NULL ? cog_xml_find_child (root, COG_ODT_OFFICE, "meta") : NULL;
  const xmlNode *last = meta != NULL ? cog_xml_find_child (meta, COG_ODT_DC, "creator") : NULL;

  for (const xmlNode *n = meta != NULL ? cog_xml_first_element (meta) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    take_property (book, walk, n);
  /* Who saved it last, where nobody is said to have begun it. */
  if (last != NULL && book->credit->agents->len == 0)
    {
      g_autofree char *name = cog_xml_dup_folded_text (last);

      cog_prose_add_people (book, name, COG_ROLE_AUTHOR);
    }
}

void
cog_odt_read_record (CogBook *book, CogOdtWalk *walk)
{
  const xmlNode *root = cog_odt_package_get_meta (walk->package);
  const xmlNode *meta = root != NULL ? cog_xml_find_child (root, COG_ODT_OFFICE, "meta") : NULL;

  for (const xmlNode *n = meta != NULL ? cog_xml_first_element (meta) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute_ns (n, COG_ODT_META, "name");
      g_autofree char *json =
          g_strcmp0 (name, COG_RIGHTS_RECORD_PROPERTY) == 0 ? cog_xml_dup_text (n) : NULL;

      if (json != NULL && cog_prose_read_record (walk->prose, book, json, strlen (json)))
        return;
    }
}

/* Letters of the direct text of paragraphs and spans, by the language of their style. */
static void
count_text (CogOdtWalk *walk, GHashTable *letters, GString *text, const xmlNode *node)
{
  const xmlNode *parent = node->parent;
  gboolean is_span = cog_xml_is (parent, COG_ODT_TEXT, "span");
  g_autofree char *style = cog_xml_dup_attribute_ns (parent, COG_ODT_TEXT, "style-name");
  const CogOdtLook *look = is_span ? cog_odt_styles_get_look (walk->styles, style)
                                   : cog_odt_styles_get_whole_look (walk->styles, style);
  const CogOdtLook *fallback = cog_odt_styles_get_default_look (walk->styles);
  gboolean is_rtl = FALSE;
  const char *words = (const char *)node->content;
  const char *tag;
  guint count;

  if (text->len < MAX_TEXT)
    g_string_append (text, words);
  cog_text_guess_rtl (words, &is_rtl);
  tag = look != NULL ? (is_rtl ? look->complex : look->language) : NULL;
  if (tag == NULL && fallback != NULL)
    tag = is_rtl ? fallback->complex : fallback->language;
  if (tag == NULL)
    return;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (letters, tag)) + (guint)strlen (words);
  g_hash_table_replace (letters, g_strdup (tag), GUINT_TO_POINTER (count));
}

static gboolean
is_paragraph (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TEXT, "p") || cog_xml_is (node, COG_ODT_TEXT, "h");
}

void
cog_odt_read_language (CogBook *book, CogOdtWalk *walk)
{
  const xmlNode *root = cog_odt_package_get_text (walk->package);
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL && !xmlIsBlankNode ((xmlNode *)n))
        count_text (walk, letters, text, n);
      else if (n->type == XML_ELEMENT_NODE && is_paragraph (n))
        g_string_append_c (text, '\n');
    }
  cog_prose_settle_language (walk->prose, book, COG_ODT_CONTENT, letters, text->str);
}

static gboolean
scan (CogBook *book, CogOdtWalk *walk, const xmlNode *head)
{
  gboolean has_words = FALSE;

  for (const xmlNode *n = head; n != NULL; n = cog_xml_next_in (head, n))
    {
      g_autofree char *words =
          n->type == XML_ELEMENT_NODE && is_paragraph (n) ? cog_xml_dup_folded_text (n) : NULL;

      if (words == NULL || words[0] == '\0')
        continue;
      has_words = TRUE;
      cog_evidence_scan_text (book, walk->report, STYLES, "p", words);
    }
  return has_words;
}

void
cog_odt_read_running_heads (CogBook *book, CogOdtWalk *walk)
{
  const xmlNode *root = cog_odt_package_get_styles (walk->package);
  const xmlNode *masters =
      root != NULL ? cog_xml_find_child (root, COG_ODT_OFFICE, "master-styles") : NULL;

  if (masters != NULL && scan (book, walk, masters))
    cog_report_add (walk->report, &cog_finding_running_heads, STYLES, NULL, NULL);
}
