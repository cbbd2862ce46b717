/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-caption.h"

#include "cog-credit-line.h"
#include "cog-doubt.h"
#include "cog-licence.h"

#include <string.h>

typedef struct
{
  gsize start, end; /* of its words in the text */
  const char *url;
  const char *words;
} Link;

/* --- text
 * ------------------------------------------------------------------------------------------ */

static gboolean
is_block (const xmlNode *node)
{
  static const char *const blocks[] = { "p", "div", "li", "ul", "ol", "br", "dl", "dd", NULL };

  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_strv_contains (blocks, (const char *)node->name);
}

static gboolean
is_between_blocks (const xmlNode *text)
{
  return xmlIsBlankNode (text) && (is_block (text->prev) || is_block (text->next));
}

char *
cog_caption_dup_text (const xmlNode *caption)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (caption != NULL, NULL);

  for (const xmlNode *n = caption; n != NULL; n = cog_xml_next_in (caption, n))
    {
      gsize begun = words->len;

      if (n->type != XML_TEXT_NODE || n->content == NULL)
        continue;
      g_string_append (words, (const char *)n->content);
      if (!is_between_blocks (n))
        g_strdelimit (words->str + begun, "\n\r\t", ' ');
    }
  return g_string_free (words, FALSE);
}

/* --- paragraphs below a picture
 * ---------------------------------------------------------------------- */

#define MAX_CREDIT 600 /* bytes: more is a story */
#define MAX_NODES 200  /* looked at: no page can make this slow */

xmlNode *
cog_caption_get_picture (const xmlNode *top)
{
  guint n_seen = 0;

  g_return_val_if_fail (top != NULL, NULL);

  for (const xmlNode *n = top; n != NULL && n_seen++ < MAX_NODES; n = cog_xml_next_in (top, n))
    if (cog_xml_is (n, NULL, "img") || cog_xml_is (n, COG_NS_SVG, "svg"))
      return (xmlNode *)n;
  return NULL;
}

/* Whether the words of an element are no more than so many bytes; of none, blanks do not count. */
static gboolean
is_short (const xmlNode *top, gsize most)
{
  guint n_seen = 0;
  gsize length = 0;

  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    {
      if (n_seen++ > MAX_NODES)
        return FALSE;
      if (n->type == XML_TEXT_NODE && n->content != NULL && !xmlIsBlankNode (n))
        length += strlen ((const char *)n->content);
      if (length > most)
        return FALSE;
    }
  return TRUE;
}

/* A figure, or what holds a picture and no words. (nullable) */
static xmlNode *
find_item (const xmlNode *before)
{
  if (before == NULL)
    return NULL;
  if (cog_xml_is (before, NULL, "figure"))
    return cog_caption_get_picture (before) != NULL ? (xmlNode *)before : NULL;
  if (!cog_xml_is (before, NULL, "p") && !cog_xml_is (before, NULL, "div") &&
      !cog_xml_is (before, NULL, "a") && !cog_xml_is (before, NULL, "img"))
    return NULL;
  return is_short (before, 0) ? cog_caption_get_picture (before) : NULL;
}

static const xmlNode *
find_before (const xmlNode *node)
{
  const xmlNode *before = node->prev;

  while (before != NULL && before->type != XML_ELEMENT_NODE && xmlIsBlankNode (before))
    before = before->prev;
  return before != NULL && before->type == XML_ELEMENT_NODE ? before : NULL;
}

/* "This book is licensed under CC BY 4.0" speaks of no picture. */
static gboolean
names_somebody (GPtrArray *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      if (credit->agents->len == 0 && credit->source_name == NULL)
        return FALSE;
    }
  return credits->len > 0;
}

static gboolean
is_all_credit (const xmlNode *paragraph)
{
  g_autofree char *text = cog_caption_dup_text (paragraph);
  gsize start = 0, end = 0;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (text, &start, &end);

  if (!names_somebody (credits) || end <= start || strspn (text, " \n") < start)
    return FALSE;
  return text[end + strspn (text + end, " .\n")] == '\0';
}

xmlNode *
cog_caption_find_picture (const xmlNode *paragraph)
{
  xmlNode *item;

  g_return_val_if_fail (paragraph != NULL, NULL);

  if (!cog_xml_is (paragraph, NULL, "p") && !cog_xml_is (paragraph, NULL, "div"))
    return NULL;
  item = find_item (find_before (paragraph));
  return item != NULL && is_short (paragraph, MAX_CREDIT) &&
                 cog_caption_get_picture (paragraph) == NULL && is_all_credit (paragraph)
             ? item
             : NULL;
}

gboolean
cog_caption_is_in_credit (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "div"))
      return cog_caption_find_picture (n) != NULL;
  return FALSE;
}

/* --- links
 * ----------------------------------------------------------------------------------------- */

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && b[0] != '\0' && g_utf8_collate (a, b) == 0;
}

static CogAgent *
find_agent (const CogCredit *credit, const char *name)
{
  for (guint i = 0; i < credit->agents->len; i++)
    {
      CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (is_same (agent->name, name))
        return agent;
    }
  return NULL;
}

/* Whose words the link stands among; where several works share one sentence, whose name it is. */
static CogCredit *
find_credit (GPtrArray *credits, const char *text, const Link *link)
{
  CogCredit *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (credits, i);
      const char *place = credit->words != NULL ? strstr (text, credit->words) : NULL;
      gsize at = place != NULL ? (gsize)(place - text) : 0;

      if (place != NULL && (link->start < at || link->end > at + strlen (credit->words)))
        continue;
      if (is_same (credit->title, link->words) || find_agent (credit, link->words) != NULL)
        return credit;
      found = credit;
      n_found++;
    }
  return n_found == 1 ? found : NULL;
}

/* "Li Wei (licence)": a word that only leads to the licence is no part of a name. */
static void
cut_word (char *field, const char *word)
{
  g_autofree char *bracketed = g_strdup_printf ("(%s)", word);
  const char *const tails[] = { bracketed, word };

  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (field, tails[i]))
      {
        field[strlen (field) - strlen (tails[i])] = '\0';
        g_strchomp (field);
        return;
      }
}

static void
cut_word_from_names (CogCredit *credit, const char *word)
{
  g_autofree char *licence = cog_licence_recognise (word, NULL, NULL);

  if (licence != NULL || word[0] == '\0')
    return;
  for (guint i = 0; i < credit->agents->len; i++)
    cut_word (((CogAgent *)g_ptr_array_index (credit->agents, i))->name, word);
  cut_word (credit->title, word);
}

/* The address tells the version that the words leave out; where they contradict each other, both
 * bind until a person decides. (transfer full) */
static char *
dup_licence (const char *words, const char *address)
{
  const CogLicence *known = words != NULL ? cog_licence_lookup (words) : NULL;

  if (words == NULL)
    return g_strdup (address);
  if (cog_licence_is_same_but_vaguer (words, address))
    return g_strdup (known->is_unversioned ? address : words);
  return cog_licence_dup_both (words, address);
}

static void
take_licence (CogCredit *credit, const Link *link, const char *licence)
{
  CogStatement *statement =
      cog_statement_new (COG_EVIDENCE_LINK, NULL, credit->item, link->words, link->url);
  char *assumed = dup_licence (credit->licence, licence);

  cog_statement_recognise (statement);
  g_ptr_array_add (credit->statements, statement);
  g_free (credit->licence);
  credit->licence = assumed;
  if (credit->licence_url == NULL && g_strcmp0 (assumed, licence) == 0)
    credit->licence_url = g_strdup (link->url);
  cut_word_from_names (credit, link->words);
}

static void
take_link (CogCredit *credit, const Link *link)
{
  g_autofree char *licence = cog_licence_recognise (NULL, link->url, NULL);
  CogAgent *agent = find_agent (credit, link->words);

  if (licence != NULL)
    take_licence (credit, link, licence);
  else if (agent != NULL)
    {
      if (agent->url == NULL)
        agent->url = g_strdup (link->url);
    }
  else if (is_same (credit->title, link->words))
    {
      /* The work itself, before the place that it was seen on. */
      g_free (credit->source_url);
      credit->source_url = g_strdup (link->url);
    }
  else if (credit->source_url == NULL)
    credit->source_url = g_strdup (link->url);
}

static gboolean
is_address (const char *href)
{
  return href != NULL &&
         (g_ascii_strncasecmp (href, "https://", 8) == 0 ||
          g_ascii_strncasecmp (href, "http://", 7) == 0 || g_str_has_prefix (href, "//"));
}

void
cog_caption_take_links (
    const xmlNode *caption, const char *text, gsize start, gsize end, GPtrArray *credits)
{
  gsize at = 0;

  g_return_if_fail (caption != NULL && text != NULL && credits != NULL);

  for (const xmlNode *n = caption; n != NULL; n = cog_xml_next_in (caption, n))
    {
      g_autofree char *href = NULL;
      g_autofree char *url = NULL;
      g_autofree char *raw = NULL;
      g_autofree char *words = NULL;
      Link link = { at, at, NULL, NULL };
      CogCredit *credit;

      if (n->type == XML_TEXT_NODE && n->content != NULL)
        at += strlen ((const char *)n->content);
      href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      if (!is_address (href))
        continue;
      raw = cog_caption_dup_text (n);
      words = cog_xml_dup_folded_text (n);
      url = href[0] == '/' ? g_strconcat ("https:", href, NULL) : g_strdup (href);
      link = (Link){ at, at + strlen (raw), url, words };
      if (start < end && (link.start < start || link.end > end))
        continue;
      credit = find_credit (credits, text, &link);
      if (credit != NULL)
        take_link (credit, &link);
    }
}
