/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-item-private.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
read_credits (CogProject *self, const char *sql)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self), sql, NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *item = cog_query_dup_text (query, 0);
      g_autofree char *json = cog_query_dup_text (query, 1);
      CogCredit *credit =
          json != NULL && json[0] != '\0' ? cog_credit_from_json (json, NULL) : NULL;

      if (credit == NULL)
        continue;
      g_free (credit->item);
      credit->item = g_steal_pointer (&item);
      g_ptr_array_add (list, credit);
    }
  return list;
}

GPtrArray *
cog_project_list_credits (CogProject *self)
{
  GPtrArray *list;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  list = read_credits (self, "SELECT item, coalesce(corrected, found) FROM credit"
                             " WHERE kind IS NOT 'replaced' AND " COG_CREDIT_IN_BOOK
                             " ORDER BY " COG_CREDIT_ORDER);
  cog_project_leave (self);
  return list;
}

GPtrArray *
cog_project_list_found_credits (CogProject *self)
{
  GPtrArray *list;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  list = read_credits (
      self, "SELECT item, found FROM credit WHERE found IS NOT NULL ORDER BY " COG_CREDIT_ORDER);
  cog_project_leave (self);
  return list;
}

/* The row of an item's credit with that part; NULL: there is none yet. */
static char *
find_key (CogProject *self, const CogCredit *credit)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT key, coalesce(corrected, found) FROM credit WHERE item = ?1 AND kind "
                     "IS NOT 'replaced' ORDER BY " COG_CREDIT_ORDER,
                     "s", credit->item);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *json = cog_query_dup_text (query, 1);
      g_autoptr (CogCredit) there = json != NULL ? cog_credit_from_json (json, NULL) : NULL;

      if (there == NULL || g_strcmp0 (there->part, credit->part) == 0)
        return cog_query_dup_text (query, 0);
    }
  return NULL;
}

/* A credit for an item that had none: where it stands, and which pictures are in it. */
static gboolean
insert_credit (
    CogProject *self, const char *key, const char *item, const char *json, GError **error)
{
  g_autofree char *section = cog_project_dup_section_of (self, item);
  g_autofree char *text =
      section != NULL ? cog_project_dup_structure (self, section, TRUE, error) : NULL;
  g_autoptr (xmlDoc) document = text != NULL ? cog_xml_parse_own (text, -1, error) : NULL;
  const xmlNode *element =
      document != NULL ? cog_xml_find_by_id (xmlDocGetRootElement (document), item) : NULL;
  g_autofree char *images = element != NULL ? cog_project_dup_images (element) : NULL;

  if (section != NULL && document == NULL)
    return FALSE;
  return cog_query_run (self->db, error,
                        "INSERT INTO credit (key, position, item, section, images, kind, corrected)"
                        " VALUES (?1, " COG_CREDIT_NEXT ", ?2, ?3, ?4, 'figure', ?5)",
                        "sssss", key, item, section, images, json);
}

gboolean
cog_project_set_credit (CogProject *self, const CogCredit *credit, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *before = NULL;
  g_autofree char *json = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && credit != NULL && credit->item != NULL, FALSE);

  json = cog_credit_to_json (credit);
  cog_project_enter (self);
  ok = cog_project_begin_step (self, _ ("Corrected a credit"), error);
  if (ok)
    {
      key = find_key (self, credit);
      if (key == NULL)
        key = g_strdup_printf ("%s/own-%" G_GINT64_FORMAT, credit->item, g_get_real_time ());
      before = cog_project_row_to_json (self, COG_ROW_CREDIT, key, NULL);
      ok = (before != NULL
                ? cog_query_run (self->db, error, "UPDATE credit SET corrected = ?2 WHERE key = ?1",
                                 "ss", key, json)
                : insert_credit (self, key, credit->item, json, error)) &&
           cog_project_record (self, COG_ROW_CREDIT, key, before, error);
      ok = cog_project_end_step (self, ok, error);
    }
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}

char *
cog_project_dup_unit_of_item (CogProject *self, const char *item)
{
  g_auto (CogProjectItem) place = { NULL };
  g_autofree char *section = NULL;
  char *unit;

  g_return_val_if_fail (COG_IS_PROJECT (self) && item != NULL, NULL);

  cog_project_enter (self);
  section = cog_project_dup_section_of (self, item);
  unit = cog_project_item_dup_unit (self, cog_project_item_find (self, &place, section, item));
  cog_project_leave (self);
  return unit;
}
