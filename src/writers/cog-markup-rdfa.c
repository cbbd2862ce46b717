/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include "cog-attribution.h"
#include "cog-licence.h"

#include <string.h>

/* What the lines about rights state, for machines: RDFa 1.1 with the words of Creative Commons and
 * Dublin Core (rules.md §5.1). Names, titles and addresses are known again by being, to the letter,
 * those of the record that the line was made from. */

static const xmlNode *
find_image (const xmlNode *figure)
{
  for (const xmlNode *n = figure; n != NULL; n = cog_xml_next_in (figure, n))
    if (cog_xml_is (n, NULL, "img"))
      return n;
  return NULL;
}

/* The figure's own subject for what its credit line states (RDFa 1.1: resource with typeof): the
 * picture's file, or its place in the page where the file is not apart. */
static void
append_subject (CogMarkupWriting *w, const xmlNode *figure)
{
  g_autofree char *id = cog_xml_dup_attribute (figure, "id");
  const xmlNode *image = find_image (figure);
  g_autofree char *source = image != NULL ? cog_xml_dup_attribute (image, "src") : NULL;
  g_autofree char *address = NULL;

  if (id == NULL || !g_hash_table_contains (w->self->credited, id))
    return;
  address = source != NULL && !w->self->embed ? g_strconcat (w->self->assets, source, NULL)
                                              : g_strconcat ("#", id, NULL);
  cog_markup_append_attribute (w->out, "typeof", "schema:ImageObject");
  cog_markup_append_attribute (w->out, "resource", address);
}

/* The item that a line stands under: in a figure its own, else the nearest before it or around it.
 */
static char *
dup_item (CogMarkupWriting *w, const xmlNode *line)
{
  for (const xmlNode *n = line; n != NULL && n->type == XML_ELEMENT_NODE;
       n = n->prev != NULL ? n->prev : n->parent)
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");

      while (n->prev != NULL && n->prev->type != XML_ELEMENT_NODE)
        n = n->prev;
      if (id != NULL && g_hash_table_contains (w->self->credited, id))
        return g_steal_pointer (&id);
    }
  return NULL;
}

/* The credit that a line under an item was made from: the edition numbers both alike. (nullable) */
static const CogCredit *
find_credit (const CogMarkupWriting *w, const xmlNode *line)
{
  g_autofree char *id = cog_xml_dup_attribute (line, "id");
  guint64 number;

  if (id == NULL || !g_str_has_prefix (id, COG_MARKUP_CREDIT_ID))
    return NULL;
  number = g_ascii_strtoull (id + strlen (COG_MARKUP_CREDIT_ID), NULL, 10);
  return number > 0 && number <= w->self->book->credits->len
             ? g_ptr_array_index (w->self->book->credits, number - 1)
             : NULL;
}

/* Whether the item has several credits: each is then of a part, and none of the whole. */
static gboolean
is_of_part (const CogMarkupWriting *w, const CogCredit *credit)
{
  const GPtrArray *credits = w->self->book->credits;
  guint n = 0;

  for (guint i = 0; i < credits->len; i++)
    n += g_strcmp0 (((CogCredit *)g_ptr_array_index (credits, i))->item, credit->item) == 0;
  return n > 1 || credit->part != NULL;
}

/* A credit line says what it is; where it does not stand in a figure, or speaks of a part of it,
 * also of what. */
static void
append_credit (CogMarkupWriting *w, const xmlNode *line)
{
  const CogCredit *credit = find_credit (w, line);
  g_autofree char *id = NULL;

  if (credit != NULL && is_of_part (w, credit))
    id = cog_xml_dup_attribute (line, "id");
  else if (!cog_xml_is (line->parent, NULL, "figcaption"))
    id = dup_item (w, line);
  if (id != NULL)
    {
      g_autofree char *about = g_strconcat ("#", id, NULL);

      cog_markup_append_attribute (w->out, "about", about);
    }
  cog_markup_append_attribute (w->out, "property", "schema:creditText");
}

/* Each name is isolated by itself in the sentences about rights. */
static gboolean
names_anybody (const CogCredit *credit, const char *text)
{
  for (guint i = 0; i < credit->agents->len; i++)
    if (g_str_equal (((const CogAgent *)g_ptr_array_index (credit->agents, i))->name, text))
      return text[0] != '\0';
  return text[0] != '\0' && g_strcmp0 (credit->publisher, text) == 0;
}

/* What a name or title is of the work that credit describes. */
static void
append_words (CogMarkupWriting *w, const xmlNode *node, const CogCredit *credit, const char *title)
{
  g_autofree char *text = cog_xml_dup_text (node);

  if (g_strcmp0 (text, title) == 0)
    cog_markup_append_attribute (w->out, "property", "dct:title");
  else if (names_anybody (credit, text))
    cog_markup_append_attribute (w->out, "property", "cc:attributionName");
}

static gboolean
is_licence_of (const CogCredit *credit, const char *href)
{
  const CogLicence *licence = cog_licence_lookup_url (href);

  return licence != NULL && g_strcmp0 (licence->id, credit->licence) == 0;
}

/* Below a link, the subject would be what it leads to: what it says stands on the link itself. */
static gboolean
is_in_link (const xmlNode *node)
{
  return cog_xml_is (node->parent, COG_NS_XHTML, "a");
}

static void
append_in_line (CogMarkupWriting *w, const xmlNode *node, const xmlNode *line)
{
  const CogCredit *credit = find_credit (w, line);
  g_autofree char *href =
      cog_xml_is (node, COG_NS_XHTML, "a") ? cog_xml_dup_attribute (node, "href") : NULL;

  if (href != NULL && cog_licence_lookup_url (href) != NULL)
    cog_markup_append_attribute (w->out, "rel", "license");
  else if (href != NULL && credit != NULL && g_strcmp0 (href, credit->source_url) == 0)
    {
      cog_markup_append_attribute (w->out, "rel", "cc:attributionURL");
      append_words (w, node, credit, credit->title);
    }
  else if (credit != NULL && cog_xml_is (node, COG_NS_XHTML, "bdi") && !is_in_link (node))
    append_words (w, node, credit, credit->title);
}

static gboolean
is_source (const CogBook *book, const char *href)
{
  for (guint i = 0; i < book->sources->len; i++)
    if (g_strcmp0 (((CogCredit *)g_ptr_array_index (book->sources, i))->source_url, href) == 0)
      return TRUE;
  return FALSE;
}

/* Of the edition, only what is its own is said: a source's licence is not. */
static void
append_in_page (CogMarkupWriting *w, const xmlNode *node)
{
  const CogBook *book = w->self->book;
  g_autofree char *href =
      cog_xml_is (node, COG_NS_XHTML, "a") ? cog_xml_dup_attribute (node, "href") : NULL;

  if (href != NULL && is_licence_of (book->credit, href))
    cog_markup_append_attribute (w->out, "rel", "license");
  else if (href != NULL && is_source (book, href))
    cog_markup_append_attribute (w->out, "rel", "dct:source");
  else if (cog_xml_is (node, COG_NS_XHTML, "bdi") && !is_in_link (node))
    append_words (w, node, book->credit, cog_book_get_title (book));
}

/* The subject is the work, and not the page that says it: the page that all stands in, or the
 * site's index. In an EPUB the package says it of the whole. */
static void
append_work (CogMarkupWriting *w)
{
  gboolean is_site = g_hash_table_contains (w->self->documents, w->section->id);

  cog_markup_append_attribute (w->out, "about", is_site ? "index.html" : "");
}

static gboolean
is_credit (const xmlNode *node)
{
  return cog_xml_has_word (node, "class", "credit");
}

void
cog_markup_append_statement (CogMarkupWriting *w, const xmlNode *node)
{
  gboolean is_page =
      w->self->kind == COG_MARKUP_HTML && strcmp (w->section->id, COG_MARKUP_COPYRIGHT_ID) == 0;
  const xmlNode *line = node->parent;

  while (line != NULL && line->type == XML_ELEMENT_NODE && !cog_xml_is (line, NULL, "p"))
    line = line->parent;
  if (cog_xml_is (node, COG_NS_XHTML, "figure"))
    append_subject (w, node);
  else if (is_credit (node))
    append_credit (w, node);
  else if (is_page && cog_xml_is (node, COG_NS_XHTML, "p"))
    append_work (w);
  else if (line == NULL || line->type != XML_ELEMENT_NODE)
    return;
  else if (is_credit (line))
    append_in_line (w, node, line);
  else if (is_page)
    append_in_page (w, node);
}
