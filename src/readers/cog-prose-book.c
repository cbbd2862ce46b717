/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose.h"

#include "cog-caption.h"
#include "cog-evidence.h"
#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-prose-findings.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COMMENT 200 /* characters that are told */

/* How a document becomes a book: its sections, and what is said of the whole. */

void
cog_prose_add_people (CogBook *book, const char *names, CogRole role)
{
  g_auto (GStrv) list = g_strsplit (names, ";", 50);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *name = cog_xml_fold_space (list[i]);

      if (name[0] != '\0')
        g_ptr_array_add (book->credit->agents, cog_agent_new (name, role));
    }
}

void
cog_prose_add_subjects (CogBook *book, const char *words)
{
  g_auto (GStrv) list = g_strsplit_set (words, ",;", 100);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *word = cog_xml_fold_space (list[i]);

      if (word[0] != '\0')
        g_ptr_array_add (book->subjects, word);
      else
        g_free (word);
    }
}

void
cog_prose_set_language (CogBook *book, const char *tag)
{
  g_autofree char *language = cog_language_canonicalise (tag);

  if (language == NULL || !cog_language_is_valid (language) || g_str_equal (language, "und"))
    return;
  g_free (book->language);
  book->language = g_steal_pointer (&language);
}

gboolean
cog_prose_is_about_rights (const char *name)
{
  static const char *const words[] = { "licen", "rights", "copyright", "licencia", "lizenz" };
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static char *
dup_commonest (GHashTable *letters)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  guint most = 0;

  g_hash_table_iter_init (&iter, letters);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most ||
        (GPOINTER_TO_UINT (value) == most && best != NULL && strcmp (key, best) < 0))
      {
        best = key;
        most = GPOINTER_TO_UINT (value);
      }
  return g_strdup (best);
}

void
cog_prose_settle_language (
    CogProse *self, CogBook *book, const char *place, GHashTable *letters, const char *text)
{
  const char *guess = cog_text_guess_language (text);

  /* Our own editions say it, and are right. */
  if (self->is_own && book->language != NULL)
    {
      self->language = book->language;
      return;
    }
  g_free (book->language);
  book->language = dup_commonest (letters);
  self->language = book->language;
  /* A new document is in the language of the machine that it was begun on. */
  if (guess == NULL || (book->language != NULL && cog_language_equal (guess, book->language)))
    return;
  if (book->language != NULL)
    cog_report_add (self->report, &cog_finding_language_of_text, place, book->language, guess);
  g_free (self->doubted);
  self->doubted = g_steal_pointer (&book->language);
  book->language = g_strdup (guess);
  self->language = book->language;
}

gboolean
cog_prose_is_other_language (const CogProse *self, const char *tag)
{
  return tag != NULL && self->language != NULL && !cog_language_equal (tag, self->language) &&
         (self->doubted == NULL || !cog_language_equal (tag, self->doubted));
}

void
cog_prose_report_changes (CogProse *self, const char *place, gboolean are_rejected)
{
  g_autofree char *insertions = g_strdup_printf ("%u", self->n_insertions);
  g_autofree char *deletions = g_strdup_printf ("%u", self->n_deletions);

  if (self->n_insertions + self->n_deletions > 0)
    cog_report_add (self->report,
                    are_rejected ? &cog_finding_changes_rejected : &cog_finding_changes_accepted,
                    place, insertions, deletions);
}

void
cog_prose_report_comment (CogProse *self, const char *place, const char *author, const char *words)
{
  g_autofree char *shown =
      g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), MAX_COMMENT));

  if (shown[0] != '\0')
    cog_report_add (self->report, &cog_finding_comment_dropped, place,
                    author != NULL && author[0] != '\0' ? author : "?", shown);
}

static char *
dup_file (const char *place, guint index)
{
  return g_strdup_printf ("%s/%u", place, index + 1);
}

static void
scan_rights (CogProse *self, CogBook *book, const char *place, xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *words =
          cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li") || cog_xml_is (n, NULL, "pre")
              ? cog_xml_dup_folded_text (n)
              : NULL;

      if (words != NULL && words[0] != '\0' && !cog_caption_is_in_credit (n))
        cog_evidence_scan_text (book, self->report, place, "p", words);
    }
}

/* Where a section of that level stands after those that are there. */
static GPtrArray *
find_siblings (GPtrArray *sections, guint level)
{
  while (level > 1 && sections->len > 0)
    {
      sections = ((CogSection *)g_ptr_array_index (sections, sections->len - 1))->children;
      level--;
    }
  return sections;
}

/* sections: gets them in the order of the pieces, none for what the edition added. */
static void
declare_pieces (CogProse *self,
                CogBook *book,
                CogNormalizer *normalizer,
                const char *place,
                GPtrArray *sections)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const CogProsePiece *piece = g_ptr_array_index (self->pieces, i);
      g_autofree char *file = dup_file (place, i);
      g_autofree char *id = g_strdup_printf ("text-%u", i + 1);
      CogSection *section = piece->is_made ? NULL : cog_section_new (id, NULL);

      if (section == NULL)
        {
          g_ptr_array_add (sections, NULL);
          continue;
        }
      section->title = piece->title != NULL ? cog_xml_dup_folded_text (piece->title) : NULL;
      section->origin = g_strdup (place);
      g_ptr_array_add (find_siblings (book->sections, piece->level), section);
      g_ptr_array_add (sections, section);
      cog_normalizer_declare (normalizer, file, id);
    }
}

gboolean
cog_prose_take (CogProse *self,
                CogBook *book,
                CogNormalizer *normalizer,
                const char *place,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();

  cog_normalizer_set_plain_ids (normalizer);
  declare_pieces (self, book, normalizer, place, sections);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const CogProsePiece *piece = g_ptr_array_index (self->pieces, i);
      g_autofree char *file = dup_file (place, i);

      cog_progress_tell (progress, (double)i / self->pieces->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (piece->is_made)
        continue;
      if (!self->is_own)
        scan_rights (self, book, place, piece->body);
      cog_normalizer_take (normalizer, file, piece->body, g_ptr_array_index (sections, i));
    }
  return TRUE;
}

void
cog_prose_settle_title (CogBook *book, const char *file_name)
{
  CogCredit *credit = book->credit;
  const char *dot = strrchr (file_name, '.');

  for (guint i = 0; i < book->sections->len && credit->title == NULL; i++)
    credit->title = g_strdup (((CogSection *)g_ptr_array_index (book->sections, i))->title);
  if (credit->title == NULL)
    credit->title = g_strndup (file_name, dot != NULL && dot > file_name ? (gsize)(dot - file_name)
                                                                         : strlen (file_name));
  for (guint i = 0; i < book->sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (book->sections, i);

      if (section->title == NULL || section->title[0] == '\0')
        {
          g_free (section->title);
          section->title = g_strdup (credit->title);
        }
    }
}
