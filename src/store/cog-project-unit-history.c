/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-unit-history.h"

#include "cog-project-private.h"

#include <json-glib/json-glib.h>

void
cog_unit_step_free (CogUnitStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  cog_unit_free (step->before);
  cog_unit_free (step->after);
  g_free (step);
}

/* A project may come from elsewhere: a member may be missing, or be anything. */
static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : NULL;
}

/* (nullable): there was no such row. */
static CogUnit *
read_row (const char *id, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *section = NULL;
  g_autofree char *state = NULL;
  g_autofree char *decision = NULL;
  JsonObject *object = cog_project_row_parse (parser, json);
  CogUnit *unit;

  if (object == NULL)
    return NULL;
  section = dup_member (object, "section");
  unit = cog_unit_new (id, section != NULL ? section : "", COG_UNIT_PARAGRAPH);
  unit->target = dup_member (object, "target");
  unit->reason = dup_member (object, "reason");
  unit->note = dup_member (object, "note");
  state = dup_member (object, "state");
  decision = dup_member (object, "decision");
  cog_state_from_nick (state, &unit->state);
  cog_decision_from_nick (decision, &unit->decision);
  return unit;
}

static CogUnitStep *
read_step (CogQuery *query, const char *unit)
{
  CogUnitStep *step = g_new0 (CogUnitStep, 1);
  g_autofree char *before = cog_query_dup_text (query, 3);
  g_autofree char *after = cog_query_dup_text (query, 4);

  step->number = cog_query_get_int (query, 0);
  step->time = cog_query_get_int (query, 1);
  step->label = cog_query_dup_text (query, 2);
  step->before = read_row (unit, before);
  step->after = read_row (unit, after);
  return step;
}

/* oldest: the time of the oldest step in the entry. One step may change a row twice: a passage that
 * comes is put in its place. */
static gboolean
is_same_go (const CogUnitStep *newer, gint64 oldest, const CogUnitStep *older)
{
  if (newer->number == older->number)
    return TRUE;
  return g_strcmp0 (newer->label, older->label) == 0 && newer->before != NULL &&
         older->before != NULL && older->after != NULL &&
         oldest - older->time <= COG_UNIT_STEP_PAUSE;
}

GPtrArray *
cog_project_list_unit_history (CogProject *self, const char *unit, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_step_free);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;
  gint64 oldest = 0;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  cog_project_enter (self);
  query = cog_query_new (self->db, &fault,
                         "SELECT step.number, step.time, step.label, change.before, change.after"
                         " FROM change JOIN step ON change.step = step.number"
                         " WHERE change.key = ?1 AND change.kind = ?2 AND step.undone = 0"
                         " ORDER BY change.step DESC, change.seq DESC",
                         "si", unit, (gint64)COG_ROW_UNIT);
  while (query != NULL && cog_query_step (query, &fault))
    {
      g_autoptr (CogUnitStep) step = read_step (query, unit);
      CogUnitStep *newer = list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;

      if (newer != NULL && is_same_go (newer, oldest, step))
        {
          cog_unit_free (newer->before);
          newer->before = g_steal_pointer (&step->before);
          oldest = step->time;
          continue;
        }
      if (list->len == limit)
        break;
      oldest = step->time;
      g_ptr_array_add (list, g_steal_pointer (&step));
    }
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
