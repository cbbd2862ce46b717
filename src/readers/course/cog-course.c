/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course.h"

#include "cog-course-credits.h"
#include "cog-item-rights.h"
#include "cog-language-guess.h"
#include "cog-reader-findings.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogSection *section; /* borrowed */
  char *file;
  xmlDoc *page;
  xmlNode *content;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->file);
  xmlFreeDoc (page->page);
  g_free (page);
}

CogCourse *
cog_course_new (CogContainer *container, CogReport *report)
{
  CogCourse *self = g_new0 (CogCourse, 1);

  self->book = cog_book_new ();
  self->container = container;
  self->report = report;
  self->normalizer = cog_normalizer_new (self->book, container, report);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->by_file = g_hash_table_new (g_str_hash, g_str_equal);
  self->file_credits =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_credit_free);
  self->page_credits =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_credit_free);
  return self;
}

void
cog_course_free (CogCourse *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->normalizer, cog_normalizer_free);
  g_clear_pointer (&self->book, cog_book_free);
  g_hash_table_unref (self->by_file);
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->file_credits);
  g_hash_table_unref (self->page_credits);
  g_free (self);
}

CogBook *
cog_course_steal_book (CogCourse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_clear_pointer (&self->normalizer, cog_normalizer_free);
  return g_steal_pointer (&self->book);
}

CogSection *
cog_course_add_section (CogCourse *self, GPtrArray *siblings, const char *title)
{
  g_autofree char *id = NULL;
  g_autofree char *folded = NULL;
  CogSection *section;

  g_return_val_if_fail (self != NULL && siblings != NULL, NULL);

  id = g_strdup_printf ("page-%u", ++self->n_sections);
  folded = title != NULL ? cog_xml_fold_space (title) : NULL;
  section = cog_section_new (id, folded != NULL && folded[0] != '\0' ? folded : NULL);
  g_ptr_array_add (siblings, section);
  return section;
}

void
cog_course_set_page (
    CogCourse *self, CogSection *section, const char *file, xmlDoc *page, xmlNode *content)
{
  Page *row;

  g_return_if_fail (self != NULL && section != NULL && file != NULL && content != NULL);

  row = g_new0 (Page, 1);
  row->section = section;
  row->file = g_strdup (file);
  row->page = page;
  row->content = content;
  g_ptr_array_add (self->pages, row);
  if (!g_hash_table_contains (self->by_file, row->file))
    g_hash_table_insert (self->by_file, row->file, section);
  g_free (section->origin);
  section->origin = g_strdup (file);
  cog_normalizer_declare (self->normalizer, file, section->id);
}

CogSection *
cog_course_find_page (CogCourse *self, const char *file)
{
  g_return_val_if_fail (self != NULL && file != NULL, NULL);

  return g_hash_table_lookup (self->by_file, file);
}

void
cog_course_foreach_page (CogCourse *self, CogCoursePageFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      func (self, page->section, page->file, page->content, user_data);
    }
}

char *
cog_course_dup_reference (const char *file)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  escaped = g_uri_escape_string (file, "/", TRUE);
  return g_strconcat ("/", escaped, NULL);
}

void
cog_course_set_target (CogCourse *self, CogSection *section, xmlNode *link, const char *target_id)
{
  g_autofree char *href = NULL;
  g_autofree char *alias = NULL;

  g_return_if_fail (self != NULL && section != NULL && link != NULL && target_id != NULL);

  /* The normalizer gives ids and links of a page the page's prefix: what this one becomes leads
   * on to the target. */
  href = g_strconcat ("#course-", target_id, NULL);
  alias = g_strconcat (section->id, "-course-", target_id, NULL);
  cog_xml_set (link, "href", href);
  cog_normalizer_add_alias (self->normalizer, alias, target_id);
}

void
cog_course_add_file_credit (CogCourse *self, const char *file, CogCredit *credit)
{
  g_return_if_fail (self != NULL && file != NULL && credit != NULL);
  g_hash_table_insert (self->file_credits, g_strdup (file), credit);
}

void
cog_course_add_page_credit (CogCourse *self, CogSection *section, CogCredit *credit)
{
  g_return_if_fail (self != NULL && section != NULL && credit != NULL);
  g_hash_table_insert (self->page_credits, g_strdup (section->id), credit);
}

static void
take_page (CogCourse *self, Page *page)
{
  cog_item_rights_take (self->book, self->normalizer, page->file, page->content);
  cog_normalizer_take (self->normalizer, page->file, page->content, page->section);
}

/* Platforms write the language of their own menus where nobody chose another. */
static void
check_language (CogCourse *self)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString) text = NULL;
  const char *guess;

  if (self->book->language == NULL)
    return;
  sections = cog_book_dup_section_list (self->book);
  text = g_string_new (NULL);
  for (guint i = 0; i < sections->len && text->len < 20000; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *part = root != NULL ? cog_xml_dup_text (root) : NULL;

      g_string_append (text, part != NULL ? part : "");
    }
  guess = cog_text_guess_language (text->str);
  if (guess != NULL && !g_str_has_prefix (self->book->language, guess))
    cog_report_add (self->report, &cog_finding_language_differs, NULL, self->book->language, guess);
}

gboolean
cog_course_finish (CogCourse *self,
                   const CogProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->pages->len; i++)
    {
      cog_progress_tell (progress, (double)i / self->pages->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      take_page (self, g_ptr_array_index (self->pages, i));
    }
  cog_reader_html_finish (self->book, self->normalizer, self->report, cancellable);
  cog_course_place_credits (self);
  check_language (self);
  return TRUE;
}
