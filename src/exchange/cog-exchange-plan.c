/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-plan-private.h"

#include "cog-exchange-export.h"
#include "cog-exchange-findings.h"
#include "cog-exchange-record.h"

#include <glib/gi18n-lib.h>

/* Lines that are told one by one; a file of a million faults is told once more. */
#define MOST_TOLD 200
#define MOST_UNPLACED 10000

const char *
cog_exchange_outcome_to_nick (CogExchangeOutcome outcome)
{
  static const char *const nicks[] = { "changed", "conflict", "refused", "not-placed" };

  g_return_val_if_fail ((guint)outcome < G_N_ELEMENTS (nicks), NULL);

  return nicks[outcome];
}

void
cog_exchange_item_free (CogExchangeItem *item)
{
  if (item == NULL)
    return;
  g_free (item->unit);
  g_free (item->section);
  g_free (item->place);
  g_free (item->source);
  g_free (item->mine);
  g_free (item->theirs);
  g_free (item->note);
  g_free (item->reason);
  g_free (item->record);
  g_free (item->my_record);
  g_free (item);
}

static void
own_free (gpointer data)
{
  CogExchangeOwn *own = data;

  cog_exchange_unit_free (own->unit);
  g_free (own->section);
  g_free (own);
}

static gboolean
load_section (CogExchangePlan *self, CogProject *project, const char *section, GError **error)
{
  CogExchangeCount count = { 0 };
  g_autoptr (GPtrArray) units = cog_exchange_list_section (project, section, &count, error);

  if (units == NULL)
    return FALSE;
  g_ptr_array_set_free_func (units, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      CogExchangeOwn *own = g_new0 (CogExchangeOwn, 1);

      own->unit = g_ptr_array_index (units, i);
      own->section = g_strdup (section);
      g_hash_table_replace (self->own, cog_exchange_dup_token (own->unit->id), own);
    }
  return TRUE;
}

CogExchangePlan *
cog_exchange_plan_new (CogProject *project, GError **error)
{
  g_autoptr (CogExchangePlan) self = NULL;
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_new0 (CogExchangePlan, 1);
  self->project = g_object_ref (project);
  self->source_language = cog_project_dup_source_language (project);
  self->target_language = cog_project_dup_language (project);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, own_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_exchange_item_free);
  self->agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->report = cog_report_new ();
  sections = cog_project_list_sections (project);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (!info->is_omitted && !load_section (self, project, info->id, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
cog_exchange_plan_free (CogExchangePlan *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->project);
  g_free (self->source_language);
  g_free (self->target_language);
  g_hash_table_unref (self->own);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->agreed);
  cog_report_free (self->report);
  g_free (self->name);
  g_free (self->other);
  g_free (self);
}

GPtrArray *
cog_exchange_plan_get_items (const CogExchangePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

guint
cog_exchange_plan_count (const CogExchangePlan *self, CogExchangeOutcome outcome)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    n += ((CogExchangeItem *)g_ptr_array_index (self->items, i))->outcome == outcome;
  return n;
}

guint
cog_exchange_plan_get_left (const CogExchangePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_left;
}

guint
cog_exchange_plan_get_missing (const CogExchangePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_missing;
}

CogReport *
cog_exchange_plan_get_report (CogExchangePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report;
}

GHashTable *
cog_exchange_plan_get_agreed (const CogExchangePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->agreed;
}

char *
cog_exchange_plan_dup_place (const CogExchangePlan *self, guint line)
{
  return line > 0 ? g_strdup_printf ("%s:%u", self->name != NULL ? self->name : "", line)
                  : g_strdup (self->name != NULL ? self->name : "");
}

void
cog_exchange_plan_tell (CogExchangePlan *self,
                        const CogFindingKind *kind,
                        guint line,
                        const char *what)
{
  g_autofree char *place = cog_exchange_plan_dup_place (self, line);
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (self->n_told++ < MOST_TOLD)
    cog_report_add (self->report, kind, place, number, what);
  else
    cog_report_add (self->report, &cog_finding_exchange_more, place, NULL, NULL);
}

static void
add_unplaced (CogExchangePlan *self, const CogExchangeUnit *unit)
{
  CogExchangeItem *item;

  cog_exchange_plan_tell (self, &cog_finding_exchange_unknown_unit, unit->line, NULL);
  if (self->items->len >= MOST_UNPLACED)
    return;
  item = g_new0 (CogExchangeItem, 1);
  item->outcome = COG_EXCHANGE_UNPLACED;
  item->unit = g_strdup (unit->id);
  item->place = cog_exchange_plan_dup_place (self, unit->line);
  item->why = &cog_finding_exchange_unknown_unit;
  item->theirs = unit->target != NULL ? g_strdup (unit->target->plain) : NULL;
  g_ptr_array_add (self->items, item);
}

gboolean
cog_exchange_plan_take (CogExchangePlan *self, CogExchangeUnit *unit, GError **error)
{
  g_autoptr (CogExchangeUnit) theirs = unit;
  CogExchangeOwn *own;
  const char *base;

  g_return_val_if_fail (self != NULL && unit != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  self->n_units++;
  own = g_hash_table_lookup (self->own, theirs->id);
  if (own == NULL)
    add_unplaced (self, theirs);
  else if (own->is_read)
    cog_exchange_plan_tell (self, &cog_finding_exchange_twice, theirs->line, NULL);
  else
    {
      own->is_read = TRUE;
      base = self->base != NULL ? g_hash_table_lookup (self->base, own->unit->id) : NULL;
      if (self->base != NULL)
        {
          g_free (theirs->base);
          theirs->base = cog_exchange_record_is_valid (base) ? g_strdup (base) : NULL;
        }
      cog_exchange_plan_decide (self, own, theirs);
    }
  return TRUE;
}

void
cog_exchange_plan_end (CogExchangePlan *self)
{
  g_autofree char *number = NULL;
  GHashTableIter iter;
  CogExchangeOwn *own;

  g_return_if_fail (self != NULL);

  self->n_missing = 0;
  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&own))
    if (!own->is_read && !own->unit->is_fixed)
      self->n_missing++;
  if (self->n_missing == 0)
    return;
  number = g_strdup_printf ("%u", self->n_missing);
  cog_report_add (self->report, &cog_finding_exchange_missing, "", number, NULL);
}

void
cog_exchange_plan_settle (CogExchangePlan *self, gboolean theirs)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      CogExchangeItem *item = g_ptr_array_index (self->items, i);

      if (item->outcome == COG_EXCHANGE_CONFLICT)
        item->is_theirs = theirs;
    }
}
