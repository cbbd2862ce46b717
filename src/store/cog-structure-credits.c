/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

static GPtrArray *
list_credits (CogStructure *self, const char *item, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (self->project->db, &fault,
                                              "SELECT key FROM credit WHERE item = ?1", "s", item);

  while (query != NULL && cog_query_step (query, &fault))
    if (!cog_query_is_null (query, 0))
      g_ptr_array_add (keys, cog_query_dup_text (query, 0));
  if (fault == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static gboolean
delete_credit (CogStructure *self, const char *key, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self->project, COG_ROW_CREDIT, key, error);

  return before != NULL &&
         cog_query_run (self->project->db, error, "DELETE FROM credit WHERE key = ?1", "s", key) &&
         cog_project_record (self->project, COG_ROW_CREDIT, key, before, error);
}

gboolean
cog_structure_delete_credits (CogStructure *self, const xmlNode *element, GError **error)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autoptr (GPtrArray) keys = id != NULL ? list_credits (self, id, error) : NULL;

      if (id != NULL && keys == NULL)
        return FALSE;
      for (guint i = 0; keys != NULL && i < keys->len; i++)
        if (!delete_credit (self, g_ptr_array_index (keys, i), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
move_credit (CogStructure *self, const char *key, const char *section, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self->project, COG_ROW_CREDIT, key, error);

  return before != NULL &&
         cog_query_run (self->project->db, error, "UPDATE credit SET section = ?2 WHERE key = ?1",
                        "ss", key, section) &&
         cog_project_record (self->project, COG_ROW_CREDIT, key, before, error);
}

gboolean
cog_structure_move_credits (CogStructure *self,
                            const xmlNode *element,
                            const char *section,
                            GError **error)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autoptr (GPtrArray) keys = id != NULL ? list_credits (self, id, error) : NULL;

      if (id != NULL && keys == NULL)
        return FALSE;
      for (guint i = 0; keys != NULL && i < keys->len; i++)
        if (!move_credit (self, g_ptr_array_index (keys, i), section, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
cog_structure_insert_credit (CogStructure *self,
                             const CogCredit *found,
                             const char *section,
                             const char *item,
                             const char *images,
                             const char *label,
                             GError **error)
{
  g_autoptr (CogCredit) credit = found != NULL ? cog_credit_copy (found) : cog_credit_new ();
  g_autofree char *key = g_strdup_printf ("%s/own-%" G_GINT64_FORMAT, item, g_get_real_time ());
  g_autofree char *json = NULL;

  g_free (credit->item);
  credit->item = g_strdup (item);
  json = cog_credit_to_json (credit);
  return cog_query_run (self->project->db, error,
                        "INSERT INTO credit (key, position, item, section, images, label, kind,"
                        " corrected) VALUES (?1, " COG_CREDIT_NEXT ", ?2, ?3, ?4, ?5,"
                        " 'figure', ?6)",
                        "ssssss", key, item, section, images, label, json) &&
         cog_project_record (self->project, COG_ROW_CREDIT, key, NULL, error);
}
