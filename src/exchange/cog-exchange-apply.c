/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-plan-private.h"

#include "cog-exchange-findings.h"

#include <glib/gi18n-lib.h>

static gboolean
is_to_be_taken (const CogExchangeItem *item)
{
  return item->outcome == COG_EXCHANGE_CHANGED ||
         (item->outcome == COG_EXCHANGE_CONFLICT && item->is_theirs);
}

/* Whether the unit is still what it was when the plan was made. */
static gboolean
is_as_it_was (CogProject *project, const CogExchangeItem *item)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, item->unit, NULL);
  g_autoptr (CogExchangeUnit) now =
      unit != NULL ? cog_exchange_unit_new_from_unit (unit, NULL) : NULL;

  return now != NULL && g_strcmp0 (now->base, item->my_record) == 0;
}

static void
add_edit (GArray *edits, const CogExchangeItem *item)
{
  const CogUnitEdit edit = {
    .unit = item->unit,
    .set = item->set,
    .target = item->theirs,
    .state = item->their_state,
    .decision = item->decision,
    .reason = item->reason,
    .note = item->note,
  };

  g_array_append_val (edits, edit);
}

static void
agree (CogExchangePlan *self, const CogExchangeItem *item)
{
  if (item->record != NULL)
    g_hash_table_replace (self->agreed, g_strdup (item->unit), g_strdup (item->record));
}

gboolean
cog_exchange_plan_apply (CogExchangePlan *self, CogProject *project, guint *n, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (CogUnitEdit));
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && COG_IS_PROJECT (project) && n != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      CogExchangeItem *item = g_ptr_array_index (self->items, i);

      if (!is_to_be_taken (item))
        continue;
      if (is_as_it_was (project, item))
        {
          add_edit (edits, item);
          g_ptr_array_add (taken, item);
          continue;
        }
      item->outcome = COG_EXCHANGE_CONFLICT;
      item->is_theirs = FALSE;
      item->why = &cog_finding_exchange_both_changed;
    }
  if (edits->len > 0 && !cog_project_edit (project, (const CogUnitEdit *)(gpointer)edits->data,
                                           edits->len, _ ("Took back from other tools"), error))
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    agree (self, g_ptr_array_index (taken, i));
  *n = edits->len;
  return TRUE;
}
