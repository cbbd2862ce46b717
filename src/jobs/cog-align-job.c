/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-job.h"

#include "cog-error.h"
#include "cog-language.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

static CogBook *
read_book (const char *path,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (path, cancellable, error);
  g_autoptr (CogReport) own = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  if (source == NULL)
    return NULL;
  book = cog_reading_read (source, own, progress, cancellable, NULL, error);
  if (report != NULL)
    cog_report_join (report, own);
  if (book != NULL && book->language == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: a file name. */
                   _ ("%s: does not say in which language it is."), path);
      return NULL;
    }
  return g_steal_pointer (&book);
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
store (CogMemory *memory, GPtrArray *entries, GError **error)
{
  if (!cog_memory_begin (memory, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!cog_memory_add (memory, g_ptr_array_index (entries, i), error))
      {
        cog_memory_roll_back (memory);
        return FALSE;
      }
  return cog_memory_commit (memory, error);
}

static GPtrArray *
list_entries (const CogBook *source,
              const CogBook *target,
              const char *name,
              const CogAlignmentOptions *options,
              CogAlignmentCounts *counts,
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
    return NULL;
  return cog_alignment_list_entries (alignment, &origin, counts, cancellable, error);
}

gboolean
cog_align_job_run (CogMemory *memory,
                   const char *source,
                   const char *target,
                   const CogAlignmentOptions *options,
                   CogReport *report,
                   CogAlignmentCounts *counts,
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
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (memory != NULL && source != NULL && target != NULL, FALSE);

  original = read_book (source, report, &first, cancellable, error);
  translation = original != NULL ? read_book (target, report, &second, cancellable, error) : NULL;
  if (translation == NULL)
    return FALSE;
  if (cog_language_equal (original->language, translation->language))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: two file names, and the code of a language. */
                   _ ("%s and %s are in the same language (%s)."), source, target,
                   original->language);
      return FALSE;
    }
  name = g_path_get_basename (target);
  entries = list_entries (original, translation, name, options, counts, &rest, cancellable, error);
  return entries != NULL && store (memory, entries, error);
}
