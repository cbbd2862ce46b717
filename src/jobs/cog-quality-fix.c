/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A unit with what is mended in it. */
typedef struct
{
  const CogQualityItem *first;
  GPtrArray *fixes; /* (element-type CogCheckFix), borrowed */
  char *after;      /* (nullable) */
  guint n_done;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->fixes);
  g_free (work->after);
  g_free (work);
}

/* (element-type Work) */
static GPtrArray *
collect (GPtrArray *items)
{
  GPtrArray *works = g_ptr_array_new_with_free_func (work_free);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const CogQualityItem *item = g_ptr_array_index (items, i);
      Work *work = g_hash_table_lookup (by_unit, item->finding->unit);

      if (item->finding->fixes == NULL)
        continue;
      if (work == NULL)
        {
          work = g_new0 (Work, 1);
          work->first = item;
          work->fixes = g_ptr_array_new ();
          g_ptr_array_add (works, work);
          g_hash_table_insert (by_unit, item->finding->unit, work);
        }
      g_ptr_array_add (work->fixes, g_ptr_array_index (item->finding->fixes, 0));
    }
  return works;
}

/* FALSE: an error. A text that changed since the finding is left. */
static gboolean
do_work (CogProject *project, Work *work, GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, work->first->finding->unit, error);
  g_autoptr (CogText) text = NULL;

  if (unit == NULL)
    return FALSE;
  if (g_strcmp0 (unit->target, work->first->target) != 0)
    return TRUE;
  text = cog_text_new_from_xhtml (unit->target, error);
  if (text == NULL)
    return FALSE;
  work->n_done = cog_check_fix_apply_all (work->fixes, text);
  if (work->n_done > 0)
    work->after = cog_text_to_xhtml (text);
  return TRUE;
}

gboolean
cog_quality_fix (CogProject *project, GPtrArray *items, guint *n_done, GError **error)
{
  g_autoptr (GPtrArray) works = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogUnitEdit));
  g_autofree char *label = NULL;
  guint n = 0;

  g_return_val_if_fail (COG_IS_PROJECT (project) && items != NULL, FALSE);

  works = collect (items);
  for (guint i = 0; i < works->len; i++)
    {
      Work *work = g_ptr_array_index (works, i);
      CogUnitEdit edit = { .unit = work->first->finding->unit, .set = COG_UNIT_SET_TARGET };

      if (!do_work (project, work, error))
        return FALSE;
      if (work->after == NULL)
        continue;
      edit.target = work->after;
      g_array_append_val (edits, edit);
      n += work->n_done;
    }
  /* Translators: a step of the history. */
  label = g_strdup_printf (ngettext ("Mended %u place", "Mended %u places", n), n);
  if (edits->len > 0 && !cog_project_edit (project, (const CogUnitEdit *)(gpointer)edits->data,
                                           edits->len, label, error))
    return FALSE;
  if (n_done != NULL)
    *n_done = n;
  return TRUE;
}

static gboolean
answer (CogProject *project,
        GPtrArray *items,
        CogChoice choice,
        const char *reason,
        const char *label,
        GError **error)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (CogLensAnswer));
  g_autoptr (GPtrArray) lenses = g_ptr_array_new_with_free_func (g_free);
  CogAnswerEdit edit = { NULL };

  for (guint i = 0; i < items->len; i++)
    {
      const CogCheckFinding *finding =
          ((const CogQualityItem *)g_ptr_array_index (items, i))->finding;
      CogLensAnswer one = {
        .unit = finding->unit,
        .lens = g_strconcat (COG_QUALITY_LENS, finding->kind->id, NULL),
        .text = finding->text,
        .nth = finding->nth,
        .choice = choice,
        .reason = (char *)reason,
      };

      g_ptr_array_add (lenses, one.lens);
      g_array_append_val (answers, one);
    }
  edit.answers = (const CogLensAnswer *)(gpointer)answers->data;
  edit.n_answers = answers->len;
  return cog_project_edit_answers (project, &edit, label, error);
}

gboolean
cog_quality_ignore (CogProject *project, GPtrArray *items, const char *reason, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (project) && items != NULL, FALSE);

  return answer (
      project, items, COG_CHOICE_DISMISS, reason,
      /* Translators: a step of the history: a finding of the checks is right as it is. */
      _ ("Ignored what a check found"), error);
}

gboolean
cog_quality_heed (CogProject *project, GPtrArray *items, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (project) && items != NULL, FALSE);

  return answer (project, items, COG_CHOICE_OPEN, NULL,
                 /* Translators: a step of the history. */
                 _ ("Heeded what a check found"), error);
}
