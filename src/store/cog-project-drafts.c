/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-drafts.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>

void
cog_project_keep_draft (CogProject *self, const char *unit, const char *target, const char *why)
{
  const char *ids[] = { unit, NULL };

  g_return_if_fail (COG_IS_PROJECT (self) && unit != NULL && target != NULL);

  cog_project_enter (self);
  if (self->drafts == NULL)
    self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->drafts, g_strdup (unit), g_strdup (target));
  g_free (self->draft_fault);
  self->draft_fault = g_strdup (why);
  cog_project_leave (self);
  cog_project_emit (self, "drafts-changed", NULL);
  cog_project_emit (self, "changed", ids);
}

gboolean
cog_project_edit_or_keep (CogProject *self,
                          const CogUnitEdit *edit,
                          const char *label,
                          GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && edit != NULL, FALSE);

  if (cog_project_edit (self, edit, 1, label, &fault))
    return TRUE;
  if ((edit->set & COG_UNIT_SET_TARGET) && !g_error_matches (fault, COG_ERROR, COG_ERROR_INPUT) &&
      !g_error_matches (fault, COG_ERROR, COG_ERROR_NOT_FOUND))
    {
      cog_project_keep_draft (self, edit->unit, edit->target != NULL ? edit->target : "",
                              fault->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

guint
cog_project_get_n_drafts (CogProject *self)
{
  guint n;

  g_return_val_if_fail (COG_IS_PROJECT (self), 0);

  cog_project_enter (self);
  n = self->drafts != NULL ? g_hash_table_size (self->drafts) : 0;
  cog_project_leave (self);
  return n;
}

char *
cog_project_dup_draft_fault (CogProject *self)
{
  char *fault;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  fault = g_strdup (self->draft_fault);
  cog_project_leave (self);
  return fault;
}

void
cog_project_overlay_draft (CogProject *self, CogUnit *unit)
{
  const char *draft = self->drafts != NULL ? g_hash_table_lookup (self->drafts, unit->id) : NULL;

  if (draft == NULL)
    return;
  if (g_strcmp0 (draft, unit->target) != 0)
    g_clear_pointer (&unit->engine, g_free);
  g_free (unit->target);
  unit->target = draft[0] != '\0' ? g_strdup (draft) : NULL;
  if (unit->state == COG_STATE_INITIAL && unit->target != NULL)
    unit->state = COG_STATE_TRANSLATED;
}

void
cog_project_drop_drafts (CogProject *self, const CogUnitEdit *edits, gsize n_edits)
{
  gboolean is_changed = FALSE;

  cog_project_enter (self);
  for (gsize i = 0; self->drafts != NULL && i < n_edits; i++)
    if (edits[i].set & COG_UNIT_SET_TARGET)
      is_changed |= g_hash_table_remove (self->drafts, edits[i].unit);
  cog_project_leave (self);
  if (is_changed)
    cog_project_emit (self, "drafts-changed", NULL);
}

gboolean
cog_project_store_drafts_in (CogProject *self, CogProject *copy, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogUnitEdit));
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer unit, target;

  g_return_val_if_fail (COG_IS_PROJECT (self) && COG_IS_PROJECT (copy), FALSE);

  cog_project_enter (self);
  if (self->drafts != NULL)
    g_hash_table_iter_init (&iter, self->drafts);
  while (self->drafts != NULL && g_hash_table_iter_next (&iter, &unit, &target))
    g_hash_table_insert (drafts, g_strdup (unit), g_strdup (target));
  cog_project_leave (self);
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &unit, &target))
    {
      CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target };

      g_array_append_val (edits, edit);
    }
  /* Translators: a step of the history. */
  return cog_project_edit (copy, (const CogUnitEdit *)(gpointer)edits->data, edits->len,
                           _ ("Stored what could not be stored before"), error);
}

gboolean
cog_project_store_drafts (CogProject *self, GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  if (cog_project_get_n_drafts (self) == 0 || cog_project_store_drafts_in (self, self, &fault))
    return TRUE;
  cog_project_enter (self);
  g_free (self->draft_fault);
  self->draft_fault = g_strdup (fault->message);
  cog_project_leave (self);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
