/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"

#include "cog-bilingual.h"
#include "cog-change-log.h"
#include "cog-credit-list.h"
#include "cog-edition-licence.h"
#include "cog-edition-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COPYRIGHT_ID "cognate-copyright"
#define CREDITS_ID "cognate-credits"
#define CHANGES_ID "cognate-changes"

static void
add_copyright_page (CogBook *book, GPtrArray *paragraphs)
{
  CogSection *section =
      cog_edition_page_new (COPYRIGHT_ID, "copyright-page",
                            cog_attribution_get_word (book->language, "copyrightHeading"));
  g_autoptr (GString) rights = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CogCreditText *text = g_ptr_array_index (paragraphs, i);
      g_autofree char *plain = cog_credit_text_to_plain (text, NULL, FALSE);

      cog_edition_page_fill (cog_edition_page_add (cog_section_get_root (section), "p", NULL),
                             text);
      g_string_append_printf (rights, "%s%s", i > 0 ? " " : "", plain);
    }
  g_ptr_array_insert (book->sections, 0, section);
  g_free (book->rights);
  book->rights = g_string_free (g_steal_pointer (&rights), FALSE);
}

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

/* The work that a chapter's credit is of, where the project gave it because that is another than
 * the others': cog_project_credit_chapters(). A chapter may have a credit of its own, too. */
static const CogSourceUse *
find_use (const CogEdition *edition, const CogCredit *credit)
{
  g_autoptr (CogCredit) source = cog_credit_copy (credit);
  g_autofree char *json = NULL;

  g_clear_pointer (&source->item, g_free);
  json = cog_credit_to_json (source);
  for (guint i = 0; edition->uses != NULL && i < edition->sources->len; i++)
    {
      g_autofree char *other = cog_credit_to_json (g_ptr_array_index (edition->sources, i));

      if (g_str_equal (json, other))
        return &edition->uses[i];
    }
  return NULL;
}

/* Below the credit of a chapter, where only that is by a publisher who asks for a sentence
 * (rules.md §4.1). */
static void
add_chapter_notices (xmlNode *line, const CogCredit *credit, const CogEdition *edition, guint index)
{
  g_autoptr (GPtrArray) paragraphs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  const CogSourceUse *use = find_use (edition, credit);

  if (use != NULL)
    cog_attribution_add_notices (paragraphs, credit, use, edition->language, edition->into, TRUE);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *what = g_strdup_printf ("notice-%u", index);

      line = xmlAddNextSibling (line, new_line (line));
      mark (line, what, i + 1);
      cog_edition_page_fill (line, g_ptr_array_index (paragraphs, i));
    }
}

/* changes: (nullable): nothing was changed. */
static CogCreditText *
new_line_text (const CogBook *book,
               const CogCredit *credit,
               const CogEdition *edition,
               const CogChanges *changes)
{
  const CogSection *section =
      changes != NULL && book->sources->len > 1 ? cog_book_find_section (book, credit->item) : NULL;
  CogSourceUse use;

  if (section == NULL || find_use (edition, credit) == NULL)
    return cog_attribution_new_item (credit, edition->language, FALSE);
  use = cog_changes_get_use (changes, section);
  return cog_attribution_new_chapter (credit, &use, edition->language, edition->into);
}

static void
add_credit_line (xmlNode *item,
                 const CogCredit *credit,
                 const CogEdition *edition,
                 const CogCreditText *text,
                 guint index)
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
    return;
  mark (line, "credit", index);
  cog_edition_page_fill (line, text);
  if (cog_xml_is (item, NULL, "section"))
    add_chapter_notices (line, credit, edition, index);
}

static void
add_credit_lines (const CogBook *book,
                  GHashTable *items,
                  const CogEdition *edition,
                  const CogChanges *changes)
{
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      xmlNode *item = credit->item != NULL ? g_hash_table_lookup (items, credit->item) : NULL;

      if (item != NULL)
        {
          g_autoptr (GPtrArray) text = new_line_text (book, credit, edition, changes);

          add_credit_line (item, credit, edition, text, i + 1);
        }
    }
}

/* Each licence's address once, where an entry has its name only. */
static void
add_licences (CogSection *section, const CogBook *book)
{
  g_autoptr (GPtrArray) licences =
      cog_attribution_list_licences (book->credits, book->language, NULL);
  xmlNode *heading;

  if (licences->len == 0)
    return;
  heading = cog_edition_page_add (cog_section_get_root (section), "h2", NULL);
  xmlNodeAddContent (heading,
                     (const xmlChar *)cog_attribution_get_word (book->language, "licencesHeading"));
  cog_edition_page_add_list (section, licences);
}

static void
add_credits (CogBook *book, const CogEdition *edition, const CogChanges *changes)
{
  g_autoptr (GHashTable) items = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  CogSection *section;

  if (book->credits->len == 0)
    return;
  items = cog_book_index_elements (book);
  entries = cog_credit_list_new (book, items, book->language, TRUE);
  add_credit_lines (book, items, edition, changes);
  if (entries->len == 0)
    return;
  section = cog_edition_page_new (CREDITS_ID, "credits",
                                  cog_attribution_get_word (book->language, "creditsHeading"));
  cog_edition_page_add_list (section, entries);
  add_licences (section, book);
  g_ptr_array_add (book->sections, section);
}

static void
add_change_log (CogBook *book, const CogChanges *changes)
{
  g_autoptr (GPtrArray) entries = cog_change_log_new (book, changes, book->language, TRUE);
  CogSection *section;

  if (entries->len == 0)
    return;
  section = cog_edition_page_new (CHANGES_ID, "appendix",
                                  cog_attribution_get_word (book->language, "changesHeading"));
  cog_edition_page_add_list (section, entries);
  g_ptr_array_add (book->sections, section);
}

/* changes: (nullable): nothing was changed. */
static void
complete (CogBook *book, const CogEdition *edition, const CogChanges *changes)
{
  g_autoptr (GPtrArray) paragraphs = cog_attribution_list_paragraphs (edition);

  if (changes != NULL)
    add_change_log (book, changes);
  add_credits (book, edition, changes);
  if (changes != NULL)
    cog_edition_add_licence_pages (book, edition);
  add_copyright_page (book, paragraphs);
  cog_book_identify (book, NULL);
}

void
cog_edition_complete_unchanged (CogBook *book)
{
  CogEdition edition = { NULL };

  g_return_if_fail (book != NULL);

  if (book->sources->len == 0)
    g_ptr_array_add (book->sources, cog_credit_copy (book->credit));
  edition.language = book->language != NULL ? book->language : "en";
  edition.title = cog_book_get_title (book);
  edition.licence = book->credit->licence;
  edition.sources = book->sources;
  edition.items = book->credits;
  complete (book, &edition, NULL);
}

static void
describe (const CogBook *book, const CogChanges *changes, const char *language, CogEdition *edition)
{
  edition->language = language;
  edition->into = book->language;
  edition->title = cog_book_get_title (book);
  edition->licence = book->credit->licence;
  edition->year = book->credit->year;
  edition->people = book->credit->agents;
  edition->publisher = book->credit->publisher;
  edition->sources = book->sources;
  edition->uses = changes->uses;
  edition->changes = changes->changes;
  edition->items = book->credits;
}

CogBook *
cog_edition_new_for_project (CogProject *project, const CogEditionOptions *options, GError **error)
{
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogChanges) changes = NULL;
  CogEdition edition = { NULL };
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && options != NULL, NULL);

  book = cog_project_dup_adaptation (project, options->sections, error);
  if (book == NULL)
    return NULL;
  changes = cog_changes_new (project, book);
  if (options->is_bilingual && !cog_bilingual_add_originals (book, project, error))
    return NULL;
  now = g_date_time_new_now_utc ();
  book->modified = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  book->is_draft = options->is_draft;
  describe (book, changes, book->language, &edition);
  complete (book, &edition, changes);
  return g_steal_pointer (&book);
}

void
cog_edition_credits_free (CogEditionCredits *credits)
{
  if (credits == NULL)
    return;
  g_ptr_array_unref (credits->page);
  g_ptr_array_unref (credits->figures);
  g_ptr_array_unref (credits->list);
  g_free (credits);
}

/* The item's number, and what is said of it. */
static CogCreditText *
new_labelled (const xmlNode *item, const CogCreditText *line, const char *language)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autofree char *label = cog_credit_list_dup_label (item, NULL, language);

  cog_credit_text_append (text, label, NULL, TRUE);
  cog_credit_text_append (text, cog_attribution_get_word (language, "colon"), NULL, FALSE);
  cog_credit_text_append_text (text, line);
  return text;
}

CogEditionCredits *
cog_edition_credits_new (CogProject *project, const CogBook *book, const char *language)
{
  g_autoptr (CogChanges) changes = NULL;
  CogEdition edition = { NULL };
  CogEditionCredits *credits;
  g_autoptr (GHashTable) items = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && book != NULL, NULL);

  changes = cog_changes_new (project, book);
  describe (book, changes, language != NULL ? language : book->language, &edition);
  items = cog_book_index_elements (book);
  credits = g_new0 (CogEditionCredits, 1);
  credits->page = cog_attribution_list_paragraphs (&edition);
  credits->figures = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  credits->list = cog_credit_list_new (book, items, edition.language, FALSE);
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      const xmlNode *item = credit->item != NULL ? g_hash_table_lookup (items, credit->item) : NULL;

      if (item == NULL)
        continue;
      /* A picture that stands alone has its credit in the list only: find_line_place(). */
      if (!cog_xml_is (item, NULL, "img"))
        {
          g_autoptr (GPtrArray) line = new_line_text (book, credit, &edition, changes);

          g_ptr_array_add (credits->figures, new_labelled (item, line, edition.language));
        }
    }
  return credits;
}

GPtrArray *
cog_edition_list_attribution (CogProject *project, const char *language, GError **error)
{
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, error);
  g_autoptr (CogChanges) changes = NULL;
  CogEdition edition = { NULL };
  GPtrArray *paragraphs;

  if (book == NULL)
    return NULL;
  changes = cog_changes_new (project, book);
  describe (book, changes, language != NULL ? language : book->language, &edition);
  paragraphs = cog_attribution_list_paragraphs (&edition);
  for (guint i = 0; i < book->credits->len; i++)
    g_ptr_array_add (paragraphs, cog_attribution_new_item (g_ptr_array_index (book->credits, i),
                                                           edition.language, TRUE));
  return paragraphs;
}
