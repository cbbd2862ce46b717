/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The adaptation's tree of sections, depth first. */
typedef struct
{
  char *id;
  char *parent; /* (nullable) */
  double position;
  gboolean is_moved; /* it has another parent */
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node->parent);
  g_free (node);
}

static GPtrArray *
load (CogStructure *structure, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      structure->project->db, &fault,
      "SELECT id, parent, position FROM section WHERE is_absent = 0 ORDER BY position", NULL);

  while (query != NULL && cog_query_step (query, &fault))
    {
      Node *node = g_new0 (Node, 1);

      node->id = cog_query_dup_text (query, 0);
      node->parent = cog_query_dup_text (query, 1);
      node->position = sqlite3_column_double (query, 2);
      if (node->id != NULL)
        g_ptr_array_add (nodes, node);
      else
        node_free (node);
    }
  if (fault == NULL)
    return g_steal_pointer (&nodes);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static gboolean
find (GPtrArray *nodes, const char *id, guint *at, GError **error)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (((const Node *)g_ptr_array_index (nodes, i))->id, id))
      {
        *at = i;
        return TRUE;
      }
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no section “%s”."), id);
  return FALSE;
}

/* Behind the last that is below a section. */
static guint
find_end (GPtrArray *nodes, guint at)
{
  g_autoptr (GHashTable) below = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (below, ((Node *)g_ptr_array_index (nodes, at))->id);
  for (guint i = at + 1; i < nodes->len; i++)
    {
      Node *node = g_ptr_array_index (nodes, i);

      if (node->parent == NULL || !g_hash_table_contains (below, node->parent))
        return i;
      g_hash_table_add (below, node->id);
    }
  return nodes->len;
}

static gboolean
set_place (CogStructure *structure, const Node *node, GError **error)
{
  CogProject *project = structure->project;
  g_autofree char *before = cog_project_row_to_json (project, COG_ROW_PLACE, node->id, error);

  return before != NULL &&
         cog_query_run (project->db, error,
                        "UPDATE section SET parent = ?2, position = ?3 WHERE id = ?1", "ssd",
                        node->id, node->parent, node->position) &&
         cog_project_record (project, COG_ROW_PLACE, node->id, before, error);
}

static gboolean
save (CogStructure *structure, GPtrArray *nodes, GError **error)
{
  g_autofree CogPosition *list = g_new0 (CogPosition, nodes->len + 1);
  g_autofree gboolean *changed = g_new0 (gboolean, nodes->len + 1);

  for (guint i = 0; i < nodes->len; i++)
    list[i].position = ((const Node *)g_ptr_array_index (nodes, i))->position;
  cog_order_settle (list, nodes->len, changed);
  /* What was moved first: that is what the step is about (cog-project-steps.h). */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < nodes->len; i++)
      {
        Node *node = g_ptr_array_index (nodes, i);

        node->position = list[i].position;
        if ((pass == 0 ? node->is_moved : changed[i] && !node->is_moved) &&
            !set_place (structure, node, error))
          return FALSE;
      }
  return TRUE;
}

static const char *
get_parent (GPtrArray *nodes, guint at, CogPlacing where)
{
  const Node *anchor = g_ptr_array_index (nodes, at);

  return where == COG_PLACE_FIRST || where == COG_PLACE_LAST ? anchor->id : anchor->parent;
}

static guint
get_index (GPtrArray *nodes, guint at, CogPlacing where)
{
  switch (where)
    {
    case COG_PLACE_BEFORE:
      return at;
    case COG_PLACE_FIRST:
      return at + 1;
    case COG_PLACE_AFTER:
    case COG_PLACE_LAST:
      return find_end (nodes, at);
    }
  return at;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

/* Takes a section with all below it to another place of the list. */
static gboolean
move (GPtrArray *nodes, guint from, guint anchor, CogPlacing where, GError **error)
{
  guint end = find_end (nodes, from);
  guint to = get_index (nodes, anchor, where);
  g_autofree char *parent = g_strdup (get_parent (nodes, anchor, where));
  Node *node = g_ptr_array_index (nodes, from);
  guint n = end - from;

  if (anchor >= from && anchor < end)
    return refuse (error, _ ("A section cannot be moved into itself."));
  g_free (node->parent);
  node->parent = g_steal_pointer (&parent);
  node->is_moved = TRUE;
  for (guint i = 0; i < n; i++)
    {
      gpointer moved = g_ptr_array_steal_index (nodes, to > from ? from : from + i);

      g_ptr_array_insert (nodes, (gint)(to > from ? to - 1 : to + i), moved);
    }
  return TRUE;
}

gboolean
cog_structure_place_section (
    CogStructure *self, const char *section, const char *anchor, CogPlacing where, GError **error)
{
  g_autoptr (GPtrArray) nodes = load (self, error);
  guint from = 0;
  guint at = 0;

  return nodes != NULL && find (nodes, section, &from, error) && find (nodes, anchor, &at, error) &&
         move (nodes, from, at, where, error) && save (self, nodes, error);
}

gboolean
cog_project_move_section (
    CogProject *self, const char *section, const char *anchor, CogPlacing where, GError **error)
{
  CogStructure structure;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL && anchor != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Moved a section"), error))
    return FALSE;
  ok = cog_structure_place_section (&structure, section, anchor, where, error);
  return cog_structure_end (&structure, ok, error);
}

/* Who stands beside a section in the same one; FALSE: nobody. */
static gboolean
find_sibling (GPtrArray *nodes, guint at, gboolean is_next, guint *sibling)
{
  const Node *node = g_ptr_array_index (nodes, at);
  guint i = is_next ? find_end (nodes, at) : at;

  while (is_next ? i < nodes->len : i > 0)
    {
      const Node *other = g_ptr_array_index (nodes, is_next ? i : i - 1);

      if (g_strcmp0 (other->parent, node->parent) == 0)
        {
          *sibling = is_next ? i : i - 1;
          return TRUE;
        }
      if (is_next)
        return FALSE;
      i--;
    }
  return FALSE;
}

static gboolean
shift (GPtrArray *nodes, guint at, CogShift way, GError **error)
{
  const Node *node = g_ptr_array_index (nodes, at);
  guint anchor = 0;

  switch (way)
    {
    case COG_SHIFT_UP:
      return find_sibling (nodes, at, FALSE, &anchor)
                 ? move (nodes, at, anchor, COG_PLACE_BEFORE, error)
                 : refuse (error, _ ("It is the first there already."));
    case COG_SHIFT_DOWN:
      return find_sibling (nodes, at, TRUE, &anchor)
                 ? move (nodes, at, anchor, COG_PLACE_AFTER, error)
                 : refuse (error, _ ("It is the last there already."));
    case COG_SHIFT_IN:
      return find_sibling (nodes, at, FALSE, &anchor)
                 ? move (nodes, at, anchor, COG_PLACE_LAST, error)
                 : refuse (error, _ ("There is no section before it that it could belong to."));
    case COG_SHIFT_OUT:
      if (node->parent == NULL)
        return refuse (error, _ ("It belongs to no other section."));
      return find (nodes, node->parent, &anchor, error) &&
             move (nodes, at, anchor, COG_PLACE_AFTER, error);
    }
  return FALSE;
}

gboolean
cog_project_shift_section (CogProject *self, const char *section, CogShift way, GError **error)
{
  CogStructure structure;
  g_autoptr (GPtrArray) nodes = NULL;
  guint at = 0;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Moved a section"), error))
    return FALSE;
  nodes = load (&structure, error);
  ok = nodes != NULL && find (nodes, section, &at, error) && shift (nodes, at, way, error) &&
       save (&structure, nodes, error);
  return cog_structure_end (&structure, ok, error);
}
