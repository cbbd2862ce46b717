/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"
#include "cog-project-figures.h"

static GPtrArray *
list_wanted (CogProject *self, gboolean (*is_wanted) (const char *file))
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT name, coalesce (origin, name) FROM asset WHERE media_type LIKE 'image/%'", NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *file = cog_query_dup_text (query, 1);

      if (file != NULL && is_wanted (file))
        g_ptr_array_add (names, cog_query_dup_text (query, 0));
    }
  return names;
}

static void
add_sections (CogProject *self, const char *name, GHashTable *seen, GPtrArray *sections)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT id FROM section WHERE is_absent = 0 AND"
                     " instr (coalesce (target, content), ' src=\"' || ?1 || '\"') > 0"
                     " ORDER BY position",
                     "s", name);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      char *id = cog_query_dup_text (query, 0);

      if (id != NULL && g_hash_table_add (seen, id))
        g_ptr_array_add (sections, id);
      else
        g_free (id);
    }
}

GPtrArray *
cog_project_list_sections_of_files (CogProject *self,
                                    gboolean (*is_wanted) (const char *file),
                                    GError **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && is_wanted != NULL, NULL);

  cog_project_enter (self);
  g_clear_error (&self->fault);
  names = list_wanted (self, is_wanted);
  for (guint i = 0; i < names->len; i++)
    add_sections (self, g_ptr_array_index (names, i), seen, sections);
  ok = cog_project_check_fault (self, error);
  cog_project_leave (self);
  return ok ? g_steal_pointer (&sections) : NULL;
}

void
cog_project_picture_free (CogProjectPicture *picture)
{
  if (picture == NULL)
    return;
  g_free (picture->image);
  g_free (picture->asset);
  g_free (picture->unit);
  g_free (picture);
}

/* (transfer full) (nullable) */
static GHashTable *
read_unit_ids (CogProject *self, const char *section, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error, "SELECT id FROM unit WHERE section = ?1", "s", section);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return NULL;
  while (cog_query_step (query, &fault))
    {
      char *id = cog_query_dup_text (query, 0);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  if (fault == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/* (transfer full) (nullable): its id, where that is a unit's */
static char *
dup_unit_of (const xmlNode *node, GHashTable *ids)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  return id != NULL && g_hash_table_contains (ids, id) ? g_steal_pointer (&id) : NULL;
}

static char *
dup_caption_of (const xmlNode *image, GHashTable *ids)
{
  const xmlNode *figure = image->parent;

  while (figure != NULL && !cog_xml_is (figure, NULL, "figure"))
    figure = figure->parent;
  for (const xmlNode *n = figure; n != NULL; n = cog_xml_next_in (figure, n))
    if (cog_xml_is (n, NULL, "figcaption"))
      return dup_unit_of (n, ids);
  return NULL;
}

/* last: (nullable): the unit that began last before the picture. (transfer full) (nullable) */
static char *
dup_place (const xmlNode *image, const char *image_id, const char *last, GHashTable *ids)
{
  g_autofree char *description = g_strconcat (image_id, "@alt", NULL);
  char *caption;

  if (g_hash_table_contains (ids, description))
    return g_steal_pointer (&description);
  caption = dup_caption_of (image, ids);
  return caption != NULL ? caption : g_strdup (last);
}

/* (transfer full) (element-type CogProjectPicture) */
static GPtrArray *
collect_pictures (xmlNode *root, GHashTable *ids)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_picture_free);
  g_autofree char *last = NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autoptr (CogProjectPicture) picture = NULL;
      char *unit = dup_unit_of (n, ids);

      if (unit != NULL)
        {
          g_free (last);
          last = unit;
        }
      if (!cog_xml_is (n, NULL, "img"))
        continue;
      picture = g_new0 (CogProjectPicture, 1);
      picture->image = cog_xml_dup_attribute (n, "id");
      picture->asset = cog_xml_dup_attribute (n, "src");
      if (picture->image == NULL || picture->asset == NULL)
        continue;
      picture->unit = dup_place (n, picture->image, last, ids);
      g_ptr_array_add (pictures, g_steal_pointer (&picture));
    }
  return pictures;
}

GPtrArray *
cog_project_list_pictures (CogProject *self, const char *section, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);

  cog_project_enter (self);
  text = cog_project_dup_structure (self, section, TRUE, error);
  ids = text != NULL ? read_unit_ids (self, section, error) : NULL;
  cog_project_leave (self);
  if (ids == NULL)
    return NULL;
  /* A chapter may be no more than the title of what stands in it. */
  if (text[0] == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_picture_free);
  document = cog_xml_parse_own (text, -1, error);
  return document != NULL ? collect_pictures (xmlDocGetRootElement (document), ids) : NULL;
}

gboolean
cog_project_name_works (CogProjectAssembly *a, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      a->self->db, error, "SELECT name, source FROM asset WHERE source IS NOT NULL", NULL);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *name = cog_query_dup_text (query, 0);
      g_autofree char *source = cog_query_dup_text (query, 1);
      CogAsset *asset = name != NULL ? cog_book_find_asset (a->book, name) : NULL;

      if (asset != NULL && source != NULL)
        asset->work = g_hash_table_lookup (a->works, source);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
replace_page (CogProject *self, const CogAsset *drawn)
{
  return cog_query_run (self->db, NULL,
                        "UPDATE asset SET media_type = ?2, width = ?3, height = ?4, bytes = ?5"
                        " WHERE name = ?1 AND media_type = ?6",
                        "ssiibs", drawn->name, drawn->media_type, (gint64)drawn->width,
                        (gint64)drawn->height, drawn->bytes, COG_ASSET_PAGE) &&
         cog_query_run (self->db, NULL, "COMMIT", NULL);
}

void
cog_project_keep_drawn (CogProject *self, const CogAsset *drawn)
{
  g_return_if_fail (COG_IS_PROJECT (self) && drawn != NULL && !cog_asset_is_page (drawn));

  cog_project_enter (self);
  if (self->mode != COG_PROJECT_READ && cog_project_begin (self, NULL) &&
      !replace_page (self, drawn))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  cog_project_leave (self);
}
