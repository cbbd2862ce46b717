/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-questions.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Under this name the answers stand beside those of the lenses, which know nothing of them. */
#define LENS "picture:"

static const struct
{
  const char *kind, *name;
} questions[] = {
  { "text", N_ ("Words in it") },        { "flag", N_ ("Flags and emblems") },
  { "map", N_ ("Maps and borders") },    { "money", N_ ("Money and prices") },
  { "gesture", N_ ("Hands, gestures") }, { "people", N_ ("People and their clothes") },
};

static const CogFindingKind waits = {
  "picture-waits", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 are words of the description of a picture: "map". */
  N_ ("The picture waits for a look: its description tells of “%1”.")
};

static void
question_free (gpointer data)
{
  CogPictureQuestion *question = data;

  g_free (question->seen);
  g_free (question->reason);
  g_free (question);
}

/* Drawings and pictures of pixels with words in them ask the same. */
static gboolean
is_about (const CogPlacedFinding *placed, const char *kind)
{
  const char *found = placed->finding->kind;

  if (strcmp (placed->finding->lens, "pictures") != 0)
    return FALSE;
  return strcmp (found, kind) == 0 ||
         (strcmp (kind, "text") == 0 &&
          (strcmp (found, "bitmap") == 0 || strcmp (found, "drawing") == 0));
}

/* What was found decides; what waits comes before what is decided. */
static void
take_findings (CogPictureQuestion *question, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (findings, i);

      if (!is_about (placed, question->kind) ||
          (!placed->is_open && (placed->answer == NULL || question->state == COG_PICTURE_WAITS)))
        continue;
      question->state = placed->is_open ? COG_PICTURE_WAITS : COG_PICTURE_LOOKED;
      g_free (question->seen);
      question->seen = g_strdup (placed->finding->text);
      g_free (question->reason);
      question->reason = placed->answer != NULL ? g_strdup (placed->answer->reason) : NULL;
    }
}

static void
take_answer (CogPictureQuestion *question, GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);

      if (!g_str_has_prefix (answer->lens, LENS) ||
          strcmp (answer->lens + strlen (LENS), question->kind) != 0)
        continue;
      if (question->state == COG_PICTURE_UNASKED)
        question->state = COG_PICTURE_LOOKED;
      if (question->reason == NULL)
        question->reason = g_strdup (answer->reason);
    }
}

GPtrArray *
cog_picture_questions_list (CogLensIndex *index, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  GPtrArray *list;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index) && unit != NULL, NULL);

  findings = cog_lens_index_dup_unit (index, unit, error);
  if (findings != NULL)
    answers = cog_project_list_answers (cog_lens_index_get_project (index), unit, error);
  if (answers == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (question_free);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      CogPictureQuestion *question = g_new0 (CogPictureQuestion, 1);

      question->kind = questions[i].kind;
      question->name = questions[i].name;
      take_findings (question, findings);
      take_answer (question, answers);
      g_ptr_array_add (list, question);
    }
  return list;
}

static gboolean
is_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_strcmp0 (questions[i].kind, kind) == 0)
      return TRUE;
  return FALSE;
}

gboolean
cog_picture_questions_answer (CogProject *project,
                              const char *unit,
                              const char *kind,
                              gboolean is_looked,
                              const char *reason,
                              GError **error)
{
  g_autofree char *lens = g_strconcat (LENS, kind, NULL);
  CogLensAnswer answer = { (char *)unit, lens, (char *)"", 0, COG_CHOICE_OPEN, NULL, NULL };
  const CogAnswerEdit edit = { .answers = &answer, .n_answers = 1 };

  g_return_val_if_fail (COG_IS_PROJECT (project) && unit != NULL, FALSE);

  if (!is_kind (kind))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("No picture is asked about “%s”."), kind);
      return FALSE;
    }
  if (is_looked)
    {
      answer.choice = COG_CHOICE_KEEP;
      answer.reason = reason != NULL && reason[0] != '\0' ? (char *)reason : NULL;
    }
  return cog_project_edit_answers (project, &edit, _ ("Picture looked at"), error);
}

/* The words of the first question that waits; NULL: none. (nullable) */
static char *
dup_waiting (CogLensIndex *index, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) list = cog_picture_questions_list (index, unit, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CogPictureQuestion *question = g_ptr_array_index (list, i);

      if (question->state == COG_PICTURE_WAITS)
        return g_strdup (question->seen);
    }
  return NULL;
}

static gboolean
check_section (CogLensIndex *index, const char *section, CogReport *report, GError **error)
{
  g_autoptr (GPtrArray) units =
      cog_project_list_units (cog_lens_index_get_project (index), section, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (GError) failed = NULL;
      g_autofree char *words =
          unit->kind == COG_UNIT_ALT ? dup_waiting (index, unit->id, &failed) : NULL;

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (words != NULL)
        cog_report_add (report, &waits, unit->id, words, NULL);
    }
  return units != NULL;
}

gboolean
cog_picture_questions_check (CogLensIndex *index,
                             CogReport *report,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index) && report != NULL, FALSE);

  sections = cog_project_list_sections (cog_lens_index_get_project (index));
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->is_omitted)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !check_section (index, info->id, report, error))
        return FALSE;
    }
  return TRUE;
}

const char *
cog_picture_state_to_nick (CogPictureState state)
{
  switch (state)
    {
    case COG_PICTURE_UNASKED:
      return "unasked";
    case COG_PICTURE_WAITS:
      return "waits";
    case COG_PICTURE_LOOKED:
      return "looked";
    }
  return NULL;
}
