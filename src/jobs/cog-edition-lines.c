/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-lines.h"

#include "cog-edition-page.h"

/* What an edition adds to the text has ids of its own kind, so that it is known for what it is when
 * the edition is read again (cog-markup.h). */
static void
mark (xmlNode *node, const char *what, guint index)
{
  g_autofree char *id = g_strdup_printf ("cognate-%s-%u", what, index);

  cog_xml_set (node, "id", id);
}

/* A caption that is one text becomes a paragraph, so that the credit can stand below it. */
static void
open_caption (xmlNode *caption, guint index)
{
  xmlNode *p;

  if (caption->children == NULL || cog_xml_is (cog_xml_first_element (caption), NULL, "p"))
    return;
  p = xmlNewDocNode (caption->doc, caption->ns, (const xmlChar *)"p", NULL);
  while (caption->children != NULL)
    {
      xmlNode *child = caption->children;

      xmlUnlinkNode (child);
      xmlAddChild (p, child);
    }
  xmlAddChild (caption, p);
  mark (p, "caption", index);
}

static xmlNode *
find_line_place (xmlNode *item, guint index)
{
  xmlNode *caption;

  if (!cog_xml_is (item, NULL, "figure"))
    return NULL;
  caption = cog_xml_find_child (item, NULL, "figcaption");
  if (caption == NULL)
    {
      caption = cog_edition_page_add (item, "figcaption", NULL);
      mark (caption, "line", index);
      return caption;
    }
  open_caption (caption, index);
  return caption;
}

static xmlNode *
new_line (xmlNode *item)
{
  xmlNode *line = xmlNewDocNode (item->doc, item->ns, (const xmlChar *)"p", NULL);

  cog_xml_set (line, "class", "credit");
  return line;
}

/* A chapter's line stands below its title. */
static xmlNode *
add_chapter_line (xmlNode *section)
{
  xmlNode *first = cog_xml_first_element (section);
  xmlNode *line = new_line (section);

  if (first != NULL && first->name[0] == 'h' && g_ascii_isdigit (first->name[1]))
    return xmlAddNextSibling (first, line);
  return first != NULL ? xmlAddPrevSibling (first, line) : xmlAddChild (section, line);
}

/* Whether the project gave a chapter its credit, because it is of another work than the others:
 * cog_project_credit_chapters(). A chapter may have a credit of its own, too. use: what was done in
 * the chapter. */
static gboolean
find_use (const CogBook *book,
          const CogCredit *credit,
          const CogEdition *edition,
          const CogChanges *changes,
          CogSourceUse *use)
{
  const CogSection *section = changes != NULL && edition->sources->len > 1
                                  ? cog_book_find_section (book, credit->item)
                                  : NULL;

  for (guint i = 0; section != NULL && i < edition->sources->len; i++)
    if (cog_credit_is_same_work (credit, g_ptr_array_index (edition->sources, i)))
      {
        *use = cog_section_changes_get_use (changes->sections, section);
        return TRUE;
      }
  return FALSE;
}

/* Below the credit of a chapter, where only that is by a publisher who asks for a sentence
 * (rules.md §4.1). */
static void
add_notices (xmlNode *line,
             const CogCredit *credit,
             const CogEdition *edition,
             const CogSourceUse *use,
             guint index)
{
  g_autoptr (GPtrArray) paragraphs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  cog_attribution_add_notices (paragraphs, credit, use, edition->language, edition->into, TRUE);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *what = g_strdup_printf ("notice-%u", index);

      line = xmlAddNextSibling (line, new_line (line));
      mark (line, what, i + 1);
      cog_edition_page_fill (line, g_ptr_array_index (paragraphs, i));
    }
}

static xmlNode *
add_line (xmlNode *item, const CogCreditText *text, guint index)
{
  xmlNode *place = find_line_place (item, index);
  xmlNode *line = NULL;

  if (place != NULL)
    line = cog_edition_page_add (place, "p", "credit");
  else if (cog_xml_is (item, NULL, "table") || cog_xml_is (item, NULL, "blockquote"))
    line = xmlAddNextSibling (item, new_line (item));
  else if (cog_xml_is (item, NULL, "section"))
    line = add_chapter_line (item);
  if (line == NULL)
    return NULL;
  mark (line, "credit", index);
  cog_edition_page_fill (line, text);
  return line;
}

CogCreditText *
cog_edition_new_line (const CogBook *book,
                      const CogCredit *credit,
                      const CogEdition *edition,
                      const CogChanges *changes)
{
  CogSourceUse use;

  g_return_val_if_fail (book != NULL && credit != NULL && edition != NULL, NULL);

  if (find_use (book, credit, edition, changes, &use))
    return cog_attribution_new_chapter (credit, &use, edition->language, edition->into);
  return cog_attribution_new_item (credit, edition->language, FALSE);
}

void
cog_edition_add_lines (const CogBook *book,
                       GHashTable *items,
                       const CogEdition *edition,
                       const CogChanges *changes)
{
  g_return_if_fail (book != NULL && items != NULL && edition != NULL);

  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      xmlNode *item = credit->item != NULL ? g_hash_table_lookup (items, credit->item) : NULL;
      g_autoptr (GPtrArray) text = NULL;
      xmlNode *line;
      CogSourceUse use;

      if (item == NULL)
        continue;
      text = cog_edition_new_line (book, credit, edition, changes);
      line = add_line (item, text, i + 1);
      if (line != NULL && find_use (book, credit, edition, changes, &use))
        add_notices (line, credit, edition, &use, i + 1);
    }
}
