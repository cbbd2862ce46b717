/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chapter-rights.h"

#include "cog-doubt.h"

#include <string.h>

static gboolean
is_chapter (const xmlNode *node)
{
  static const char *const kinds[] = { "chapter", "front-matter", "back-matter" };

  if (!cog_xml_is (node, NULL, "div") && !cog_xml_is (node, NULL, "section"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (cog_xml_has_word (node, "class", kinds[i]))
      return TRUE;
  return FALSE;
}

/* (transfer container) */
static GPtrArray *
list_chapters (xmlNode *body)
{
  GPtrArray *chapters = g_ptr_array_new ();

  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (body, n);
      if (!is_chapter (n))
        continue;
      g_ptr_array_add (chapters, n);
      next = cog_xml_skip_in (body, n);
    }
  return chapters;
}

static void
add_author (CogCredit *credit, const xmlNode *node)
{
  g_autofree char *name = cog_xml_dup_folded_text (node);

  for (guint i = 0; i < credit->agents->len; i++)
    if (g_str_equal (((CogAgent *)g_ptr_array_index (credit->agents, i))->name, name))
      return;
  if (name[0] != '\0')
    g_ptr_array_add (credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
}

static void
take_licence (CogCredit *credit, const char *file, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *words = cog_xml_dup_folded_text (link);
  CogStatement *statement =
      cog_statement_new (COG_EVIDENCE_LINK, file, "div.license-attribution", words, href);

  cog_statement_recognise (statement);
  if (credit->licence == NULL)
    {
      credit->licence = g_strdup (statement->licence);
      credit->licence_url = g_strdup (href);
    }
  g_ptr_array_add (credit->statements, statement);
}

/* The line that Pressbooks writes: RDFa of Dublin Core and ccREL. */
static void
read_line (CogCredit *credit, const char *file, const xmlNode *line)
{
  for (const xmlNode *n = line; n != NULL; n = cog_xml_next_in (line, n))
    {
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (cog_xml_has_word (n, "rel", "license"))
        take_licence (credit, file, n);
      if (cog_xml_has_word (n, "property", "dc:title") && credit->title == NULL)
        credit->title = cog_xml_dup_folded_text (n);
      if (cog_xml_has_word (n, "rel", "cc:attributionURL") && credit->source_url == NULL)
        credit->source_url = cog_xml_dup_attribute (n, "href");
      if (cog_xml_has_word (n, "property", "cc:attributionName"))
        add_author (credit, n);
    }
  if (credit->words == NULL)
    credit->words = cog_xml_dup_folded_text (line);
}

/* (transfer full) (nullable) */
static CogCredit *
read_chapter (const char *file, xmlNode *chapter)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();

  for (xmlNode *n = chapter, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (chapter, n);
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (cog_xml_has_word (n, "class", "chapter-author"))
        add_author (credit, n);
      else if (cog_xml_has_word (n, "class", "license-attribution"))
        {
          next = cog_xml_skip_in (chapter, n);
          read_line (credit, file, n);
          cog_xml_remove (n);
        }
    }
  return credit->agents->len > 0 || credit->statements->len > 0 ? g_steal_pointer (&credit) : NULL;
}

/* Of several chapters in a page each is a section of its own. (transfer full) (nullable) */
static char *
dup_item (CogNormalizer *normalizer, const char *file, xmlNode *chapter, guint number)
{
  g_autofree char *id = cog_xml_dup_attribute (chapter, "id");

  if (id == NULL)
    {
      id = g_strdup_printf ("chapter-%u", number);
      cog_xml_set (chapter, "id", id);
    }
  xmlNodeSetName (chapter, (const xmlChar *)"section");
  return cog_normalizer_dup_id (normalizer, file, id);
}

void
cog_chapter_rights_take (CogBook *book,
                         CogNormalizer *normalizer,
                         const char *file,
                         const CogSection *section,
                         xmlNode *body)
{
  g_autoptr (GPtrArray) chapters = NULL;

  g_return_if_fail (book != NULL && section != NULL && body != NULL);

  chapters = list_chapters (body);
  for (guint i = 0; i < chapters->len; i++)
    {
      xmlNode *chapter = g_ptr_array_index (chapters, i);
      CogCredit *credit = read_chapter (file, chapter);

      if (credit == NULL)
        continue;
      credit->item =
          chapters->len > 1 ? dup_item (normalizer, file, chapter, i + 1) : g_strdup (section->id);
      credit->place = g_strdup (file);
      g_ptr_array_add (book->credits, credit);
    }
}
