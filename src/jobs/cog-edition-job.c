/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"

#include "cog-bilingual.h"
#include "cog-change-log.h"
#include "cog-credit-list.h"
#include "cog-edition-licence.h"
#include "cog-edition-lines.h"
#include "cog-edition-page.h"
#include "cog-own-licences.h"

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
  cog_edition_add_lines (book, items, edition, changes);
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
  for (guint i = 0; book->sources->len == 1 && i < book->assets->len; i++)
    ((CogAsset *)g_ptr_array_index (book->assets, i))->work = g_ptr_array_index (book->sources, 0);
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
  cog_own_licences_mark (book, project);
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
          g_autoptr (GPtrArray) line = cog_edition_new_line (book, credit, &edition, changes);

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
  g_autoptr (GHashTable) items = NULL;
  CogEdition edition = { NULL };
  GPtrArray *paragraphs;

  if (book == NULL)
    return NULL;
  cog_own_licences_mark (book, project);
  changes = cog_changes_new (project, book);
  describe (book, changes, language != NULL ? language : book->language, &edition);
  paragraphs = cog_attribution_list_paragraphs (&edition);
  items = cog_book_index_elements (book);
  g_ptr_array_extend_and_steal (paragraphs,
                                cog_change_log_new (book, changes, edition.language, FALSE));
  g_ptr_array_extend_and_steal (paragraphs,
                                cog_credit_list_new (book, items, edition.language, FALSE));
  return paragraphs;
}
