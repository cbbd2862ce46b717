/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-plan.h"

#include "cog-error.h"
#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

#define A_TURN 512        /* entries between two looks at whether it was cancelled */
#define MOST_GUESSED 8000 /* bytes of a text by whose words its language is told */

struct _CogAlignPlan
{
  GPtrArray *entries;  /* (element-type CogMemoryEntry) */
  GArray *confidences; /* gdouble: of each */
  gboolean *is_left_out;
  char *languages[2];
  CogAlignmentCounts counts;
};

/* By the words of the book, where its file does not say. */
static char *
guess_language (const CogBook *book)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < book->sections->len && words->len < MOST_GUESSED; i++)
    {
      const CogSection *section = g_ptr_array_index (book->sections, i);
      xmlNode *root = cog_section_get_root (section);
      g_autofree char *text = root != NULL ? cog_xml_dup_text (root) : NULL;

      if (text != NULL)
        g_string_append_printf (words, "%s ", text);
    }
  return g_strdup (cog_text_guess_language (words->str));
}

static CogBook *
read_book (const CogAlignEdition *edition,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (edition->path, cancellable, error);
  g_autoptr (CogReport) own = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  if (source == NULL)
    return NULL;
  book = cog_reading_read (source, own, progress, cancellable, NULL, error);
  if (report != NULL)
    cog_report_join (report, own);
  if (book == NULL)
    return NULL;
  if (edition->language != NULL)
    {
      g_free (book->language);
      book->language = g_strdup (edition->language);
    }
  if (book->language == NULL)
    book->language = guess_language (book);
  if (book->language != NULL)
    return g_steal_pointer (&book);
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a file name. */
               _ ("%s: does not say in which language it is."), edition->path);
  return NULL;
}

/* An entry holds words of both editions. (transfer full) (nullable) */
static char *
dup_licence (const CogBook *source, const CogBook *target)
{
  const char *first = source->credit->licence;
  const char *second = target->credit->licence;

  if (first == NULL || second == NULL || g_str_equal (first, second))
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s AND %s", first, second);
}

static gboolean
pair (CogAlignPlan *self,
      const CogBook *source,
      const CogBook *target,
      const char *name,
      const CogAlignmentOptions *options,
      const CogProgress *progress,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (CogBookAlignment) alignment = NULL;
  g_autofree char *licence = dup_licence (source, target);
  CogAlignmentOrigin origin = { source->language, target->language, name, licence,
                                g_get_real_time () / G_USEC_PER_SEC };

  alignment = cog_book_alignment_new (source, target, options, progress, cancellable, error);
  if (alignment == NULL)
    return FALSE;
  self->entries = cog_alignment_list_entries (alignment, &origin, &self->confidences, &self->counts,
                                              cancellable, error);
  if (self->entries == NULL)
    return FALSE;
  self->is_left_out = g_new0 (gboolean, self->entries->len + 1);
  self->languages[0] = g_strdup (source->language);
  self->languages[1] = g_strdup (target->language);
  return TRUE;
}

CogAlignPlan *
cog_align_plan_new (const CogAlignEdition *source,
                    const CogAlignEdition *target,
                    const CogAlignmentOptions *options,
                    CogReport *report,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  CogProgress first = cog_progress_part (progress, 0, 0.3);
  CogProgress second = cog_progress_part (progress, 0.3, 0.6);
  CogProgress rest = cog_progress_part (progress, 0.6, 1);
  g_autofree char *name = NULL;
  g_autoptr (CogBook) original = NULL;
  g_autoptr (CogBook) translation = NULL;
  g_autoptr (CogAlignPlan) self = NULL;

  g_return_val_if_fail (source != NULL && target != NULL, NULL);

  original = read_book (source, report, &first, cancellable, error);
  translation = original != NULL ? read_book (target, report, &second, cancellable, error) : NULL;
  if (translation == NULL)
    return NULL;
  if (cog_language_equal (original->language, translation->language))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: two file names, and the code of a language. */
                   _ ("%s and %s are in the same language (%s)."), source->path, target->path,
                   original->language);
      return NULL;
    }
  self = g_new0 (CogAlignPlan, 1);
  name = g_path_get_basename (target->path);
  if (!pair (self, original, translation, name, options, &rest, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cog_align_plan_free (CogAlignPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->confidences, g_array_unref);
  g_free (self->is_left_out);
  g_free (self->languages[0]);
  g_free (self->languages[1]);
  g_free (self);
}

const CogAlignmentCounts *
cog_align_plan_get_counts (const CogAlignPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->counts;
}

const char *
cog_align_plan_get_language (const CogAlignPlan *self, guint side)
{
  g_return_val_if_fail (self != NULL && side < G_N_ELEMENTS (self->languages), NULL);
  return self->languages[side];
}

const CogMemoryEntry *
cog_align_plan_get_entry (const CogAlignPlan *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->entries->len, NULL);
  return g_ptr_array_index (self->entries, n);
}

double
cog_align_plan_get_confidence (const CogAlignPlan *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->confidences->len, 0);
  return g_array_index (self->confidences, double, n);
}

gboolean
cog_align_plan_is_taken (const CogAlignPlan *self, guint n)
{
  g_return_val_if_fail (self != NULL && n < self->entries->len, FALSE);
  return !self->is_left_out[n];
}

void
cog_align_plan_take (CogAlignPlan *self, guint n, gboolean is_taken)
{
  g_return_if_fail (self != NULL && n < self->entries->len);
  self->is_left_out[n] = !is_taken;
}

guint
cog_align_plan_count_taken (const CogAlignPlan *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += !self->is_left_out[i];
  return n;
}

static gboolean
add_entries (const CogAlignPlan *self,
             CogMemory *memory,
             const CogProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (i % A_TURN == 0)
        cog_progress_tell (progress, (double)i / self->entries->len, _ ("Filling the memory"));
      if ((i % A_TURN == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
          (!self->is_left_out[i] &&
           !cog_memory_add (memory, g_ptr_array_index (self->entries, i), error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_align_plan_store (const CogAlignPlan *self,
                      CogMemory *memory,
                      const CogProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (self != NULL && memory != NULL, FALSE);

  if (!cog_memory_begin (memory, error))
    return FALSE;
  if (add_entries (self, memory, progress, cancellable, error))
    return cog_memory_commit (memory, error);
  cog_memory_roll_back (memory);
  return FALSE;
}
