/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr.h"

#include "cog-language-guess.h"
#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-pdf-ocr-language.h"
#include "cog-pdf-ocr-page.h"
#include "cog-pdf-ocr-picture.h"
#include "cog-pdf-reading-findings.h"
#include "cog-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HARD .8         /* confidence below which people should compare word by word */
#define MAX_PILOTS 5    /* pages that are looked at for their script */
#define MIN_SCRIPT 2.0  /* of Tesseract's confidence in a script: 4 to 40 where it is right */
#define SURE_SCRIPT 6.0 /* the same where the file tells a language that has another */
#define MAX_SLOTS 16

typedef struct
{
  const CogPdfOcr *ocr;
  char **installed;
  char *script, *told; /* (nullable): seen; of the text */
  char *languages;     /* as Tesseract names them */
  GPtrArray *done;     /* (element-type CogPdfPage): recognized */
  GArray *recognized, *hard;
  GArray *left;
  gboolean *is_left; /* by index of the numbers */
  const CogProgress *progress;
  guint n_told;
} Run;

/* A page that is being recognized. */
typedef struct
{
  GBytes *picture; /* (nullable): nothing is done */
  guint index;     /* of the numbers */
  guint resolution;
} Job;

static CogPdfPage *
get_page (const Run *run, guint index)
{
  guint number = g_array_index (run->ocr->numbers, guint, index);

  return run->ocr->pages->pdata[number - 1];
}

static char **
list_installed (GCancellable *cancellable, GError **error)
{
  const CogRecognizeTask task = { .kind = COG_RECOGNIZE_LANGUAGES };
  g_autoptr (GBytes) answer = cog_recognizer_run (&task, cancellable, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (answer == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && strchr (lines[i], ' ') == NULL)
      g_ptr_array_add (names, g_strdup (g_strstrip (lines[i])));
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* The line of an answer that begins so. (transfer full) (nullable) */
static char *
dup_value (const char *text, const char *name)
{
  const char *at = strstr (text, name);

  if (at == NULL)
    return NULL;
  at += strlen (name);
  return g_strstrip (g_strndup (at, strcspn (at, "\n")));
}

/* What letters a page has. (transfer full) (nullable): one cannot tell */
static char *
see_script (const Run *run, guint index, GCancellable *cancellable)
{
  CogRecognizeTask task = { .kind = COG_RECOGNIZE_SCRIPT };
  g_autoptr (GBytes) picture =
      cog_pdf_ocr_picture_new (run->ocr->file, get_page (run, index)->number, &task.resolution);
  g_autoptr (GBytes) answer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *script = NULL;
  g_autofree char *confidence = NULL;
  const char *told = run->ocr->language;

  task.picture = picture;
  if (picture != NULL)
    answer = cog_recognizer_run (&task, cancellable, NULL);
  if (answer == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  script = dup_value (text, "Script:");
  confidence = dup_value (text, "Script confidence:");
  if (script == NULL || confidence == NULL)
    return NULL;
  if (g_ascii_strtod (confidence, NULL) <
      (told == NULL || cog_pdf_ocr_languages_is_in_script (told, script) ? MIN_SCRIPT
                                                                         : SURE_SCRIPT))
    return NULL;
  return g_steal_pointer (&script);
}

static void
report_missing (const Run *run, const char *missing)
{
  g_autofree char *package = cog_pdf_ocr_languages_dup_package (missing);
  g_autofree char *name = cog_language_dup_name (missing, cog_language_get_interface ());
  g_autofree char *page = cog_report_dup_page (g_array_index (run->ocr->numbers, guint, 0));

  cog_report_add (run->ocr->report, &cog_finding_recognition_data_missing, page, name, package);
}

static void
choose_languages (Run *run)
{
  const char *const *names = g_get_language_names ();
  g_autoptr (GPtrArray) spoken = g_ptr_array_new_with_free_func (g_free);
  CogPdfOcrLanguages known = { .asked = run->ocr->options->ocr_languages,
                               .of_file = run->told != NULL ? run->told : run->ocr->language,
                               .script = run->script };
  g_autofree char *missing = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strndup (names[i], strcspn (names[i], ".@"));
      char *valid = g_str_equal (tag, "C") ? NULL : cog_language_canonicalise (tag);

      if (valid != NULL)
        g_ptr_array_add (spoken, valid);
    }
  g_ptr_array_add (spoken, NULL);
  known.spoken = (const char *const *)spoken->pdata;
  g_free (run->languages);
  run->languages =
      cog_pdf_ocr_languages_choose (&known, (const char *const *)run->installed, &missing);
  if (missing != NULL)
    report_missing (run, missing);
}

static gboolean
submit (const Run *run, guint slot, Job *job)
{
  CogRecognizeTask task = { .kind = COG_RECOGNIZE_TEXT, .languages = run->languages };

  job->picture = cog_pdf_ocr_picture_new (run->ocr->file, get_page (run, job->index)->number,
                                          &job->resolution);
  if (job->picture == NULL)
    return FALSE;
  task.picture = job->picture;
  task.resolution = job->resolution;
  cog_recognizer_submit (slot, &task);
  return TRUE;
}

/* The first of two data alone. (transfer full) (nullable): there is one, or it runs from left to
 * right, and what it knows is not mistaken for Latin. */
static GBytes *
read_again (const Run *run, guint slot, const Job *job, GCancellable *cancellable)
{
  g_autofree char *first = g_strndup (run->languages, strcspn (run->languages, "+"));
  const CogRecognizeTask task = { COG_RECOGNIZE_TEXT, job->resolution, first, job->picture };

  if (strlen (first) == strlen (run->languages) || !cog_language_is_rtl (first))
    return NULL;
  cog_recognizer_submit (slot, &task);
  return cog_recognizer_collect (slot, cancellable, NULL);
}

static void
collect (Run *run, guint slot, Job *job, GCancellable *cancellable)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) hocr = cog_recognizer_collect (slot, cancellable, &fault);
  g_autoptr (GBytes) second = hocr != NULL ? read_again (run, slot, job, cancellable) : NULL;
  CogPdfPage *page = get_page (run, job->index);
  guint font = cog_pdf_file_add_font (run->ocr->file, NULL);
  CogPdfOcrResult result = { 0 };

  g_clear_pointer (&job->picture, g_bytes_unref);
  if (hocr == NULL)
    g_debug ("Page %u was not recognized: %s", page->number, fault->message);
  if (hocr == NULL || !cog_pdf_ocr_page_take (page, hocr, second, job->resolution, font, &result))
    return;
  run->is_left[job->index] = FALSE;
  g_ptr_array_add (run->done, page);
  g_array_append_val (result.confidence < HARD ? run->hard : run->recognized, page->number);
}

static void
tell (Run *run, guint index)
{
  guint n = run->ocr->numbers->len;
  /* Translators: 1 is the number of a page, 2 and 3 say how far the work is: "12 of 40". */
  g_autofree char *sentence =
      g_strdup_printf (_ ("Recognizing the text of page %1$u (%2$u of %3$u)…"),
                       get_page (run, index)->number, index + 1, n);

  cog_progress_tell (run->progress, (double)run->n_told++ / MAX (n, 1), sentence);
}

static void
append_text (const CogPdfPage *page, GString *text)
{
  for (guint i = 0; i < page->words->len; i++)
    g_string_append_printf (text, "%s ", g_array_index (page->words, CogPdfWord, i).text);
}

/* The first page that has some text tells the language of the whole better than the file does,
 * whose scanner had it set to its own. Returns whether it should be read once more. */
static gboolean
learn_from (Run *run, guint index)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *guess;
  const char *name;

  append_text (get_page (run, index), text);
  guess = cog_text_guess_language (text->str);
  name = guess != NULL ? cog_pdf_ocr_languages_find (guess, (const char *const *)run->installed)
                       : NULL;
  if (guess == NULL || (name != NULL && strstr (run->languages, name) != NULL))
    return FALSE;
  if (name == NULL)
    {
      report_missing (run, guess);
      return FALSE;
    }
  g_free (run->told);
  run->told = g_strdup (guess);
  choose_languages (run);
  return TRUE;
}

static gboolean
read_one (Run *run, guint index, GCancellable *cancellable)
{
  Job job = { .index = index };

  if (submit (run, 0, &job))
    collect (run, 0, &job, cancellable);
  return !run->is_left[index];
}

/* Reads pages one by one until the script and language are known. Returns the number of those. */
static guint
read_pilots (Run *run, GCancellable *cancellable)
{
  gboolean is_asked = run->ocr->options->ocr_languages[0] != '\0';
  guint n = MIN (run->ocr->numbers->len, MAX_PILOTS);

  for (guint i = 0; i < n && !is_asked && run->script == NULL; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return 0;
      run->script = see_script (run, i, cancellable);
    }
  choose_languages (run);
  if (run->languages == NULL || is_asked)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return i;
      tell (run, i);
      if (!read_one (run, i, cancellable) || get_page (run, i)->words->len < 60)
        continue;
      if (learn_from (run, i))
        {
          g_ptr_array_set_size (run->done, 0);
          g_array_set_size (run->recognized, 0);
          g_array_set_size (run->hard, 0);
          for (guint k = 0; k <= i; k++)
            read_one (run, k, cancellable);
        }
      return i + 1;
    }
  return n;
}

/* As many at a time as there are slots; drawing goes on meanwhile. */
static gboolean
read_rest (Run *run, guint first, GCancellable *cancellable, GError **error)
{
  guint n = run->ocr->numbers->len, n_slots = MIN (cog_recognizer_count_slots (), MAX_SLOTS);
  Job jobs[MAX_SLOTS] = { { NULL } };

  for (guint i = first; i < n + n_slots; i++)
    {
      guint slot = (i - first) % n_slots;

      if (jobs[slot].picture != NULL)
        collect (run, slot, &jobs[slot], cancellable);
      if (i >= n || g_cancellable_is_cancelled (cancellable))
        continue;
      tell (run, i);
      jobs[slot].index = i;
      submit (run, slot, &jobs[slot]);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
report (const Run *run)
{
  CogReport *to = run->ocr->report;

  cog_pdf_report_pages (to, &cog_finding_pages_recognized, run->recognized);
  cog_pdf_report_pages (to, &cog_finding_pages_recognized_badly, run->hard);
  cog_pdf_report_pages (to, &cog_finding_pages_not_recognized, run->left);
}

static gboolean
read_all (Run *run, GCancellable *cancellable, GError **error)
{
  guint n = run->ocr->numbers->len, n_read = read_pilots (run, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (run->languages != NULL && !read_rest (run, n_read, cancellable, error)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (run->is_left[i])
      g_array_append_val (run->left, g_array_index (run->ocr->numbers, guint, i));
  cog_pdf_ocr_pages_settle_sizes (run->done);
  report (run);
  return TRUE;
}

static void
leave_all (const CogPdfOcr *ocr, GArray *left)
{
  g_autofree char *page = cog_report_dup_page (g_array_index (ocr->numbers, guint, 0));

  g_array_append_vals (left, ocr->numbers->data, ocr->numbers->len);
  cog_report_add (ocr->report, &cog_finding_recognition_missing, page, NULL, NULL);
  cog_pdf_report_pages (ocr->report, &cog_finding_pages_not_recognized, ocr->numbers);
}

gboolean
cog_pdf_ocr_read (const CogPdfOcr *ocr,
                  GArray *left,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  Run run = { .ocr = ocr, .left = left, .progress = progress };
  gboolean ok = TRUE;

  g_return_val_if_fail (ocr != NULL && left != NULL, FALSE);

  if (ocr->numbers->len == 0)
    return TRUE;
  if (cog_recognizer_is_installed ())
    run.installed = list_installed (cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (run.installed == NULL)
    {
      leave_all (ocr, left);
      return TRUE;
    }
  run.done = g_ptr_array_new ();
  run.recognized = g_array_new (FALSE, FALSE, sizeof (guint));
  run.hard = g_array_new (FALSE, FALSE, sizeof (guint));
  run.is_left = g_new (gboolean, ocr->numbers->len);
  for (guint i = 0; i < ocr->numbers->len; i++)
    run.is_left[i] = TRUE;
  ok = read_all (&run, cancellable, error);
  g_ptr_array_unref (run.done);
  g_array_unref (run.recognized);
  g_array_unref (run.hard);
  g_free (run.is_left);
  g_free (run.script);
  g_free (run.told);
  g_free (run.languages);
  g_strfreev (run.installed);
  return ok;
}
