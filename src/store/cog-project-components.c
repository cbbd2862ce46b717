/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-item-private.h"
#include "cog-project-private.h"
#include "cog-project-texts.h"

#include <string.h>

static CogComponentKind
kind_from_word (const char *word)
{
  if (g_strcmp0 (word, "table") == 0)
    return COG_COMPONENT_TABLE;
  if (g_strcmp0 (word, "quotation") == 0)
    return COG_COMPONENT_QUOTATION;
  if (g_strcmp0 (word, "media") == 0)
    return COG_COMPONENT_MEDIA;
  return COG_COMPONENT_FIGURE;
}

/* Whether all that an item says was left out: a table's cells, a figure's caption. */
static gboolean
says_nothing (CogProject *self, GHashTable *omitted, const char *section, const xmlNode *element)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT id FROM unit WHERE section = ?1 AND decision <> 'omitted'", "s", section);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    if (!cog_query_is_null (query, 0))
      g_hash_table_add (kept, cog_query_dup_text (query, 0));
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *alt = id != NULL ? g_strconcat (id, "@alt", NULL) : NULL;

      if (id == NULL)
        continue;
      if (g_hash_table_contains (kept, id) || g_hash_table_contains (kept, alt))
        return FALSE;
      any = any || g_hash_table_contains (omitted, id) || g_hash_table_contains (omitted, alt);
    }
  return any;
}

/* Left out, with its section or by itself: it binds nothing. */
static gboolean
are_left_out (GHashTable *omitted, const char *section, const char *images)
{
  g_auto (GStrv) ids = g_strsplit (images != NULL ? images : "", " ", -1);
  gboolean any = FALSE;

  if (section != NULL && g_hash_table_contains (omitted, section))
    return TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *unit = g_strconcat (ids[i], "@alt", NULL);

      if (ids[i][0] == '\0')
        continue;
      any = TRUE;
      if (!g_hash_table_contains (omitted, unit))
        return FALSE;
    }
  return any;
}

static GHashTable *
list_omitted (CogProject *self)
{
  GHashTable *omitted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CogQuery) units = cog_query_new (
      self->db, cog_project_fault (self), "SELECT id FROM unit WHERE decision = 'omitted'", NULL);
  g_autoptr (CogQuery) sections =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT id, parent, is_omitted FROM section ORDER BY position", NULL);

  while (units != NULL && cog_query_step (units, cog_project_fault (self)))
    if (!cog_query_is_null (units, 0))
      g_hash_table_add (omitted, cog_query_dup_text (units, 0));
  while (sections != NULL && cog_query_step (sections, cog_project_fault (self)))
    {
      g_autofree char *id = cog_query_dup_text (sections, 0);
      g_autofree char *parent = cog_query_dup_text (sections, 1);

      if (id == NULL)
        continue;
      if (cog_query_get_int (sections, 2) != 0 ||
          (parent != NULL && g_hash_table_contains (omitted, parent)))
        g_hash_table_add (omitted, g_steal_pointer (&id));
    }
  return omitted;
}

static void
add_items (CogProject *self, GPtrArray *list)
{
  g_autoptr (GHashTable) omitted = list_omitted (self);
  g_auto (CogProjectItem) place = { NULL };
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT item, section, images, label, kind, coalesce(corrected, found) FROM "
      "credit WHERE kind IS NOT 'replaced' AND " COG_CREDIT_IN_BOOK " ORDER BY " COG_CREDIT_ORDER,
      NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *item = cog_query_dup_text (query, 0);
      g_autofree char *section = cog_query_dup_text (query, 1);
      g_autofree char *images = cog_query_dup_text (query, 2);
      g_autofree char *kind = cog_query_dup_text (query, 4);
      g_autofree char *json = cog_query_dup_text (query, 5);
      CogCredit *credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;
      CogComponent *component;
      const xmlNode *element;

      if (credit == NULL || item == NULL)
        {
          g_clear_pointer (&credit, cog_credit_free);
          continue;
        }
      element = cog_project_item_find (self, &place, section, item);
      if (are_left_out (omitted, section, images) ||
          (section != NULL && g_hash_table_size (omitted) > 0 &&
           says_nothing (self, omitted, section, element)))
        {
          cog_credit_free (credit);
          continue;
        }
      component = cog_component_new (
          item, kind_from_word (kind),
          g_strcmp0 (kind, COG_KIND_TRANSLATED) == 0 ? COG_USE_TRANSLATED : COG_USE_UNMODIFIED);
      component->label = cog_query_dup_text (query, 3);
      if (component->label == NULL)
        component->label = g_strdup (item);
      component->n_units = 1;
      g_ptr_array_add (component->sources, credit);
      cog_project_item_describe (self, section, element, component);
      g_ptr_array_add (list, component);
    }
}

GPtrArray *
cog_project_list_components (CogProject *self, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *language = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  g_clear_error (&self->fault);
  sources = cog_project_list_sources (self);
  language = cog_project_dup_language (self);
  cog_project_add_texts (self, list, sources, language);
  add_items (self, list);
  ok = cog_project_check_fault (self, error);
  cog_project_leave (self);
  /* Who takes no error takes what there is. */
  return ok || error == NULL ? g_steal_pointer (&list) : NULL;
}
