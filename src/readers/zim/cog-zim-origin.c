/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-zim-origin.h"

#include "cog-doubt.h"
#include "cog-evidence.h"
#include "cog-licence.h"

#include <string.h>

#define MAX_FOOTER 600 /* bytes of the words about a page's origin */
#define MAX_AROUND 4   /* elements around a link that are looked at */
#define MAX_TRIED 20   /* links that are looked at */

/* (transfer full) (nullable) */
static char *
dup_licence_in (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

      if (href != NULL && cog_licence_lookup_url (href) != NULL)
        return g_steal_pointer (&href);
    }
  return NULL;
}

/* The words of a page's end that say where it is from: the element around a link to that version in
 * the wiki's history that has one to the licence as well, and hardly anything else. (nullable) */
static xmlNode *
find_origin (xmlNode *link, const xmlNode *body, char **licence)
{
  xmlNode *node = link->parent;

  for (guint i = 0; i < MAX_AROUND && node != NULL && node != body; i++, node = node->parent)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      if (strlen (text) > MAX_FOOTER)
        return NULL;
      *licence = dup_licence_in (node);
      if (*licence != NULL)
        return node;
    }
  return NULL;
}

/* wiki: what it is called; address: of the page's version there. */
static CogCredit *
make_credit (const CogZimPage *page,
             const char *wiki,
             const char *address,
             const xmlNode *words,
             const char *licence)
{
  CogCredit *credit = cog_credit_new ();
  /* As Wikipedia asks to be named: its authors are those of the page's history. */
  g_autofree char *people = g_strconcat (wiki, " contributors", NULL);
  CogStatement *statement;

  credit->title = g_strdup (page->title);
  credit->words = cog_xml_dup_folded_text (words);
  credit->source_url = g_strdup (address);
  g_ptr_array_add (credit->agents, cog_agent_new (people, COG_ROLE_AUTHOR));
  statement = cog_statement_new (COG_EVIDENCE_LINK, page->name, "footer", credit->words, licence);
  cog_statement_recognise (statement);
  credit->licence = g_strdup (statement->licence);
  credit->licence_url = g_strdup (licence);
  g_ptr_array_add (credit->statements, statement);
  return credit;
}

CogCredit *
cog_zim_take_origin (CogBook *book, CogReport *report, const CogZimPage *page, xmlNode *body)
{
  guint n_tried = 0;

  for (xmlNode *n = body; n != NULL && n_tried < MAX_TRIED; n = cog_xml_next_in (body, n))
    {
      g_autofree char *history =
          cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      g_autofree char *wiki = NULL;
      g_autofree char *licence = NULL;
      const CogAgent *people;
      CogCredit *credit;
      xmlNode *words;

      if (history == NULL || strstr (history, "oldid=") == NULL)
        continue;
      n_tried++;
      words = find_origin (n, body, &licence);
      if (words == NULL)
        continue;
      wiki = cog_xml_dup_folded_text (n);
      credit = make_credit (page, wiki, history, words, licence);
      cog_evidence_add (book, report, COG_EVIDENCE_LINK, page->name, "footer", credit->words,
                        licence);
      people = g_ptr_array_index (credit->agents, 0);
      if (book->credit->agents->len == 0)
        g_ptr_array_add (book->credit->agents, cog_agent_new (people->name, COG_ROLE_AUTHOR));
      cog_xml_remove (words);
      return credit;
    }
  return NULL;
}
