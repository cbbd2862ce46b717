/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-steps.h"

#include "cog-project-private.h"

#include <json-glib/json-glib.h>

#define SUBJECT 60 /* characters */

void
cog_step_free (CogStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_free (step->subject);
  g_free (step);
}

/* A member of a row as it was recorded; a project may come from elsewhere, and hold anything. */
static char *
dup_member (const char *json, const char *name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *row = cog_project_row_parse (parser, json);
  JsonNode *node = row != NULL ? json_object_get_member (row, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : NULL;
}

/* Words of text, cut where they are many. (transfer full) (nullable) */
static char *
shorten (const char *text, gboolean is_markup)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return NULL;
  plain = is_markup ? cog_inline_to_plain (text) : g_strdup (text);
  if (plain == NULL || g_strstrip (plain)[0] == '\0')
    return NULL;
  if (g_utf8_strlen (plain, -1) <= SUBJECT)
    return g_steal_pointer (&plain);
  *g_utf8_offset_to_pointer (plain, SUBJECT) = '\0';
  return g_strconcat (g_strchomp (plain), "…", NULL);
}

/* Of a passage that is gone, as it was recorded. */
static char *
dup_recorded (CogQuery *query, gboolean is_markup)
{
  static const char *const names[] = { "source", "target", "title" };

  for (int column = 7; column >= 6; column--)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *json = cog_query_dup_text (query, column);
        g_autofree char *text = dup_member (json, names[i]);
        char *words = shorten (text, is_markup);

        if (words != NULL)
          return words;
      }
  return NULL;
}

static char *
dup_subject (CogQuery *query)
{
  gint64 kind = cog_query_is_null (query, 4) ? -1 : cog_query_get_int (query, 4);
  gboolean is_unit = kind == COG_ROW_UNIT;
  g_autofree char *words = NULL;
  char *subject;

  if (!is_unit && kind != COG_ROW_SECTION && kind != COG_ROW_OWN_SECTION && kind != COG_ROW_PLACE)
    return NULL;
  words = cog_query_dup_text (query, 5);
  subject = shorten (words, is_unit);
  return subject != NULL ? subject : dup_recorded (query, is_unit);
}

static CogStep *
read_step (CogQuery *query)
{
  CogStep *step = g_new0 (CogStep, 1);

  step->number = cog_query_get_int (query, 0);
  step->time = cog_query_get_int (query, 1);
  step->label = cog_query_dup_text (query, 2);
  step->is_undone = cog_query_get_int (query, 3) != 0;
  step->subject = dup_subject (query);
  return step;
}

/* The first thing that a step changed is what it is about; it is called as it is now. */
#define QUERY                                                                                      \
  "SELECT step.number, step.time, step.label, step.undone, change.kind,"                           \
  " coalesce (nullif (unit.source, ''), unit.target, section.title), change.before, change.after"  \
  " FROM step LEFT JOIN change ON change.step = step.number AND change.seq ="                      \
  " (SELECT min (seq) FROM change AS first WHERE first.step = step.number)"                        \
  " LEFT JOIN unit ON change.kind = 0 AND unit.id = change.key"                                    \
  " LEFT JOIN section ON change.kind <> 0 AND section.id = change.key"                             \
  " ORDER BY step.number DESC"

GPtrArray *
cog_project_list_steps (CogProject *self, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_step_free);
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean is_found = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  G_STATIC_ASSERT (COG_ROW_UNIT == 0);
  cog_project_enter (self);
  query = cog_query_new (self->db, &fault, QUERY, NULL);
  while (query != NULL && cog_query_step (query, &fault))
    g_ptr_array_add (list, read_step (query));
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  g_ptr_array_add (list, g_new0 (CogStep, 1));
  for (guint i = 0; i < list->len && !is_found; i++)
    {
      CogStep *step = g_ptr_array_index (list, i);

      step->is_now = is_found = !step->is_undone;
    }
  return g_steal_pointer (&list);
}
