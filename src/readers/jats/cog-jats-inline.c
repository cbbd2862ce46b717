/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-reader-findings.h"

#include <string.h>

static gboolean
is_in (const xmlNode *node, const char *name)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_jats_is (n, name))
      return TRUE;
  return FALSE;
}

/* A note below a table is printed below the table, and is no note of the page. */
static gboolean
is_page_note (const xmlNode *node)
{
  return cog_jats_is (node, "fn") && !is_in (node, "table-wrap-foot") &&
         !is_in (node, "author-notes");
}

/* An empty reference means "print the label of what it points to". */
static void
add_words (CogJatsWalk *walk, const xmlNode *node, const xmlNode *target, xmlNode *link)
{
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *label = NULL;

  if (words[0] != '\0' || cog_xml_first_element (node) != NULL)
    {
      cog_jats_convert_children (walk, node, link);
      return;
    }
  label = cog_jats_dup_child_text (target, "label");
  cog_jats_add_text (link, label != NULL ? label : "↗");
}

static void
set_kind (CogJatsWalk *walk, xmlNode *link, const xmlNode *target, const char *kind)
{
  if (is_page_note (target))
    {
      cog_jats_set_type (walk, link, "noteref");
      cog_xml_set (link, "role", "doc-noteref");
    }
  else if (g_strcmp0 (kind, "bibr") == 0)
    {
      cog_jats_set_type (walk, link, "biblioref");
      cog_xml_set (link, "role", "doc-biblioref");
    }
}

/* "Results<xref>Table 3</xref>": a word is never part of the one before it; a sign ("¹") may be. */
static void
part_from_word (const xmlNode *node, xmlNode *parent)
{
  const xmlNode *text = parent->last;
  g_autofree char *words = cog_xml_dup_folded_text (node);
  const char *before, *last, *second;

  while (text != NULL && text->type == XML_ELEMENT_NODE)
    text = text->last;
  before = text != NULL && text->type == XML_TEXT_NODE && text->content != NULL
               ? (const char *)text->content
               : "";
  last = before[0] != '\0' ? g_utf8_prev_char (before + strlen (before)) : "";
  second = words[0] != '\0' ? g_utf8_next_char (words) : "";
  if (g_unichar_isalnum (g_utf8_get_char (last)) && g_unichar_isalpha (g_utf8_get_char (words)) &&
      g_unichar_isalpha (g_utf8_get_char (second)))
    cog_jats_add_text (parent, " ");
}

void
cog_jats_convert_xref (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *kind = cog_xml_dup_attribute (node, "ref-type");
  g_autofree char *rid = cog_xml_dup_attribute (node, "rid");
  g_auto (GStrv) ids = g_strsplit_set (rid != NULL ? g_strstrip (rid) : "", " \t\r\n", 2);
  const xmlNode *target = ids[0] != NULL ? g_hash_table_lookup (walk->by_id, ids[0]) : NULL;
  g_autofree char *href = NULL;
  xmlNode *link;

  if (target == NULL)
    {
      cog_jats_convert_children (walk, node, parent);
      return;
    }
  if (ids[1] != NULL)
    cog_report_add (walk->context->report, &cog_finding_several_targets, walk->context->file, NULL,
                    NULL);
  href = g_strconcat ("#", ids[0], NULL);
  part_from_word (node, parent);
  link = cog_jats_add_link (walk, parent, href, NULL);
  set_kind (walk, link, target, kind);
  add_words (walk, node, target, link);
}

void
cog_jats_convert_link (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *href = cog_jats_dup_href (node);
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *type = cog_xml_dup_attribute (node, "ext-link-type");
  xmlNode *link = parent;

  if (href == NULL && cog_jats_is (node, "uri"))
    href = g_strdup (words);
  /* A DOI as it is written, without the address of its resolver. */
  if (href != NULL && g_str_has_prefix (href, "10.") && strchr (href, '/') != NULL &&
      (g_strcmp0 (type, "doi") == 0 || type == NULL))
    {
      char *full = g_strconcat ("https://doi.org/", href, NULL);

      g_free (href);
      href = full;
    }
  if (href != NULL)
    link = cog_jats_add_link (walk, parent, href, words[0] == '\0' ? href : NULL);
  cog_jats_convert_children (walk, node, link);
}

void
cog_jats_convert_email (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *href = g_strconcat ("mailto:", words, NULL);

  cog_jats_add_link (walk, parent, href, words);
}

void
cog_jats_convert_break (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_jats_add (walk, parent, "br");
}

void
cog_jats_convert_identifier (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const resolvers[][2] = {
    { "doi", "https://doi.org/" },
    { "pmid", "https://pubmed.ncbi.nlm.nih.gov/" },
    { "pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/" },
    { "arxiv", "https://arxiv.org/abs/" },
  };
  g_autofree char *type = cog_xml_dup_attribute (node, "pub-id-type");
  g_autofree char *words = cog_xml_dup_folded_text (node);
  g_autofree char *href = cog_jats_dup_href (node);

  for (guint i = 0; href == NULL && i < G_N_ELEMENTS (resolvers); i++)
    if (g_strcmp0 (type, resolvers[i][0]) == 0)
      href = strstr (words, "://") != NULL ? g_strdup (words)
                                           : g_strconcat (resolvers[i][1], words, NULL);
  if (href != NULL && words[0] != '\0')
    cog_jats_add_link (walk, parent, href, words);
  else
    cog_jats_add_text (parent, words);
}

/* The paragraphs of a note that stands where it is: its label before the first. */
static void
add_plain_note (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label", "p", NULL };
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  gboolean is_first = TRUE;

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "p"))
      {
        xmlNode *p = cog_jats_add (walk, parent, "p");

        cog_jats_copy_global (is_first ? node : n, p);
        if (is_first)
          cog_jats_add_label (walk, label, p);
        is_first = FALSE;
        cog_jats_convert_children (walk, n, p);
      }
  cog_jats_convert_others (walk, node, parent, without);
}

static void
add_aside (CogJatsWalk *walk, const xmlNode *node, const char *id)
{
  static const char *const without[] = { "label", NULL };
  xmlNode *aside = cog_jats_add (walk, walk->notes, "aside");

  cog_jats_copy_global (node, aside);
  cog_xml_set (aside, "id", id);
  cog_xml_set (aside, "role", "doc-footnote");
  cog_jats_set_type (walk, aside, "footnote");
  cog_jats_convert_others (walk, node, aside, without);
}

static gboolean
stands_in_group (const xmlNode *node)
{
  static const char *const groups[] = { "fn-group", "author-notes", "table-wrap-foot", "back",
                                        NULL };

  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE &&
         g_strv_contains (groups, (const char *)node->parent->name);
}

/* A note may stand where its mark is, or at the end with references to it; one that nothing refers
 * to (who paid, who wrote what) is text. */
void
cog_jats_convert_note (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *own = cog_xml_dup_attribute (node, "id");
  g_autofree char *label = cog_jats_dup_child_text (node, "label");
  g_autofree char *id = NULL;
  g_autofree char *href = NULL;
  g_autofree char *mark = NULL;
  xmlNode *link;

  if (own != NULL && g_hash_table_contains (walk->noted, own) && is_page_note (node))
    {
      add_aside (walk, node, own);
      return;
    }
  if (stands_in_group (node))
    {
      add_plain_note (walk, node, parent);
      return;
    }
  mark = label != NULL ? g_steal_pointer (&label) : g_strdup_printf ("%u", walk->n_notes + 1);
  walk->n_notes++;
  id = own != NULL ? g_steal_pointer (&own) : g_strdup_printf ("footnote-%u", walk->n_notes);
  href = g_strconcat ("#", id, NULL);
  link = cog_jats_add_link (walk, parent, href, mark);
  cog_xml_set (link, "role", "doc-noteref");
  cog_jats_set_type (walk, link, "noteref");
  add_aside (walk, node, id);
}
