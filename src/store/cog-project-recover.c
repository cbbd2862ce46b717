/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-project-file.h"
#include "cog-recovery-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Where nothing tells what language was lost: “several”, which no reader takes for a certain one.
 */
#define NO_LANGUAGE "mul"
#define SAMPLE 40000 /* bytes from which a language that was lost is told */

typedef struct
{
  const char *path;
  char *language;  /* (nullable) */
  GString *sample; /* of what was translated */
  guint n_texts;   /* passages, sections and sources */
  sqlite3 *db;     /* where rows go */
  CogReport *report;
  CogRecovery result;
  const CogProgress *progress;
  GCancellable *cancellable;
} Recovery;

static gboolean
look_at_row (const CogDamagedRow *row, gpointer user_data, GError **error)
{
  Recovery *r = user_data;

  r->n_texts += cog_recovery_is_text (row);
  if (r->sample->len < SAMPLE)
    {
      g_autofree char *target = cog_recovery_dup_target (row);
      g_autofree char *plain = target != NULL ? cog_inline_to_plain (target) : NULL;

      if (plain != NULL)
        g_string_append_printf (r->sample, "%s\n", plain);
    }
  if (r->language == NULL)
    {
      g_autofree char *value = cog_recovery_dup_field (row, "language");

      r->language = value != NULL ? cog_language_canonicalise (value) : NULL;
    }
  return TRUE;
}

/* What the file says; else what its texts look like, which the person has to look at. */
static void
settle_language (Recovery *r)
{
  const char *guess;

  if (r->language != NULL)
    return;
  guess = cog_text_guess_language (r->sample->str);
  r->language = cog_language_canonicalise (guess != NULL ? guess : NO_LANGUAGE);
  cog_report_add (r->report, &cog_recovery_language, NULL, NULL, NULL);
}

static gboolean
take_row (const CogDamagedRow *row, gpointer user_data, GError **error)
{
  Recovery *r = user_data;

  return cog_recovery_take_row (r->db, row, error);
}

static gboolean
count (Recovery *r, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (r->db, error, "SELECT count(*), count(nullif (target, '')) FROM unit", NULL);
  GPtrArray *findings = cog_report_get_findings (r->report);

  if (query == NULL || !cog_query_step (query, error))
    return FALSE;
  r->result.n_units = (guint)cog_query_get_int (query, 0);
  r->result.n_translated = (guint)cog_query_get_int (query, 1);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = findings->pdata[i];

      if (finding->kind == &cog_recovery_blank)
        r->result.n_blank += finding->count;
    }
  return TRUE;
}

/* The language that the project was made with stays, whatever stands in a row that is damaged. */
static gboolean
fill (CogProject *project, gpointer user_data, GError **error)
{
  Recovery *r = user_data;

  r->db = project->db;
  cog_progress_tell (r->progress, 0.3, _ ("Recovering the project…"));
  if (!cog_damaged_file_foreach_row (r->path, take_row, r, r->cancellable, error) ||
      !cog_query_run (r->db, error, "INSERT OR REPLACE INTO meta VALUES ('language', ?1)", "s",
                      r->language))
    return FALSE;
  cog_progress_tell (r->progress, 0.6, _ ("Recovering the project…"));
  return cog_recovery_mend (project, r->report, error) && count (r, error) &&
         !g_cancellable_set_error_if_cancelled (r->cancellable, error);
}

/* Nobody writes to it, and it is not of a version that we do not know. */
static gboolean
check (const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;

  /* On a disk that cannot be written to nobody has it open, either. */
  if (!cog_project_check_free (path, &fault) && g_error_matches (fault, COG_ERROR, COG_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  g_clear_error (&fault);
  if (cog_project_check_header (path, &fault) ||
      !g_error_matches (fault, COG_ERROR, COG_ERROR_NEWER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
recover (Recovery *r, const char *to, GError **error)
{
  g_autofree char *name = g_path_get_basename (r->path);
  g_autoptr (CogProject) project = NULL;

  cog_progress_tell (r->progress, 0, _ ("Recovering the project…"));
  if (!cog_damaged_file_foreach_row (r->path, look_at_row, r, r->cancellable, error))
    return FALSE;
  if (r->n_texts == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: nothing of a Cognate project is left in it."), name);
      return FALSE;
    }
  settle_language (r);
  project = cog_project_create (to, r->language, NULL, fill, r, error);
  if (project == NULL)
    return FALSE;
  cog_report_add (r->report, &cog_recovery_history, NULL, NULL, NULL);
  return cog_project_close (project, error);
}

gboolean
cog_project_recover (const char *path,
                     const char *to,
                     CogReport *report,
                     CogRecovery *result,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CogReport) found = cog_report_new ();
  g_autoptr (GString) sample = g_string_new (NULL);
  Recovery r = { .path = path, .report = found, .progress = progress, .cancellable = cancellable };
  gboolean ok;

  g_return_val_if_fail (path != NULL && to != NULL, FALSE);

  r.sample = sample;
  ok = check (path, error) && recover (&r, to, error);
  if (ok && report != NULL)
    cog_report_join (report, found);
  if (ok && result != NULL)
    *result = r.result;
  g_free (r.language);
  return ok;
}
