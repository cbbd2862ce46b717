/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-caption.h"

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
