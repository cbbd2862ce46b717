/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-credits.h"

#include "cog-doubt.h"

CogCredit *
cog_course_credit_new (
    const char *author, const char *words, const char *url, const char *file, const char *place)
{
  CogCredit *credit = cog_credit_new ();

  if (author != NULL && author[0] != '\0')
    g_ptr_array_add (credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
  if (words != NULL || url != NULL)
    {
      CogStatement *statement = cog_statement_new (COG_EVIDENCE_METADATA, file, place, words, url);

      cog_statement_recognise (statement);
      credit->licence = g_strdup (statement->licence);
      credit->licence_url = g_strdup (url);
      g_ptr_array_add (credit->statements, statement);
    }
  return credit;
}

static CogCredit *
find_credit (const CogBook *book, const char *item)
{
  for (guint i = 0; item != NULL && i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_strcmp0 (credit->item, item) == 0)
        return credit;
    }
  return NULL;
}

/* What stands at the place is believed; what the course says fills in the rest, and is kept. */
static void
join (CogCredit *credit, const CogCredit *said)
{
  if (credit->agents->len == 0)
    for (guint i = 0; i < said->agents->len; i++)
      g_ptr_array_add (credit->agents, cog_agent_copy (g_ptr_array_index (said->agents, i)));
  if (credit->licence == NULL && said->licence != NULL)
    {
      credit->licence = g_strdup (said->licence);
      g_free (credit->licence_url);
      credit->licence_url = g_strdup (said->licence_url);
    }
  if (credit->copyright == NULL)
    credit->copyright = g_strdup (said->copyright);
  if (credit->source_url == NULL)
    credit->source_url = g_strdup (said->source_url);
  for (guint i = 0; i < said->statements->len; i++)
    g_ptr_array_add (credit->statements,
                     cog_statement_copy (g_ptr_array_index (said->statements, i)));
}

static void
give (CogBook *book, const char *item, const char *outer, const CogCredit *said)
{
  CogCredit *credit = find_credit (book, outer);

  if (credit == NULL)
    credit = find_credit (book, item);
  if (credit != NULL)
    {
      join (credit, said);
      return;
    }
  credit = cog_credit_copy (said);
  credit->item = g_strdup (outer != NULL ? outer : item);
  credit->place = g_strdup (credit->item);
  g_ptr_array_add (book->credits, credit);
}

/* The figure around a picture where it holds but one. */
static const xmlNode *
find_figure (const xmlNode *picture)
{
  for (const xmlNode *n = picture->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure"))
      {
        for (const xmlNode *p = n; p != NULL; p = cog_xml_next_in (n, p))
          if (cog_xml_is (p, NULL, "img") && p != picture)
            return NULL;
        return n;
      }
  return NULL;
}

static void
place_in (CogCourse *self, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      gboolean is_medium = cog_xml_is (n, NULL, "img") || cog_xml_is (n, NULL, "audio") ||
                           cog_xml_is (n, NULL, "video");
      g_autofree char *name = is_medium ? cog_xml_dup_attribute (n, "src") : NULL;
      const CogAsset *asset = name != NULL ? cog_book_find_asset (self->book, name) : NULL;
      const CogCredit *said = asset != NULL && asset->origin != NULL
                                  ? g_hash_table_lookup (self->file_credits, asset->origin)
                                  : NULL;
      const xmlNode *figure = said != NULL ? find_figure (n) : NULL;
      g_autofree char *item = said != NULL ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *outer = figure != NULL ? cog_xml_dup_attribute (figure, "id") : NULL;

      if (item != NULL || outer != NULL)
        give (self->book, item, outer, said);
    }
}

void
cog_course_place_credits (CogCourse *self)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_return_if_fail (self != NULL);

  sections = cog_book_dup_section_list (self->book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const CogCredit *said = g_hash_table_lookup (self->page_credits, section->id);

      if (g_hash_table_size (self->file_credits) > 0)
        place_in (self, section);
      if (said != NULL && cog_section_get_root (section) != NULL)
        give (self->book, section->id, NULL, said);
    }
}
