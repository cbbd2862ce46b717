/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-figures.h"
#include "cog-project-private.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
cog_project_dup_section_of (CogProject *self, const char *id)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT id FROM section WHERE is_absent = 0 AND instr (coalesce (target, content),"
      " ' id=\"' || ?1 || '\"') > 0",
      "s", id);

  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

/* A name by content, so that the same picture is there once. Undo leaves it in the file, since redo
 * will want it; an edition takes only what stands in it. */
static char *
dup_name (const CogAsset *asset, gboolean is_translation)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, asset->bytes);
  const char *kind = strrchr (asset->media_type, '/');
  g_autofree char *extension = g_strndup (kind + 1, strcspn (kind + 1, "+;"));

  return g_strdup_printf ("%s%.16s.%s", is_translation ? COG_TRANSLATED_DRAWING : COG_OWN_PICTURE,
                          sum, g_str_equal (extension, "jpeg") ? "jpg" : extension);
}

char *
cog_project_store_picture (CogProject *self,
                           const CogAsset *asset,
                           gboolean is_translation,
                           GError **error)
{
  g_autofree char *name = dup_name (asset, is_translation);

  return cog_query_run (self->db, error,
                        "INSERT OR IGNORE INTO asset VALUES (?1, NULL, ?2, ?3, ?4, ?5, ?6)",
                        "ssiisb", name, asset->media_type, (gint64)asset->width,
                        (gint64)asset->height, asset->origin, asset->bytes)
             ? g_steal_pointer (&name)
             : NULL;
}

/* The size that the old picture was shown in is not the new one's. */
void
cog_project_point_image (xmlNode *image, const char *name, guint width, guint height)
{
  g_autofree char *wide = g_strdup_printf ("%u", width);
  g_autofree char *high = g_strdup_printf ("%u", height);
  gboolean is_known = width > 0 && height > 0;
  gboolean was_sized = xmlHasProp (image, (const xmlChar *)"width") != NULL &&
                       xmlHasProp (image, (const xmlChar *)"height") != NULL;

  cog_xml_set (image, "src", name);
  cog_xml_set (image, "width", is_known && was_sized ? wide : NULL);
  cog_xml_set (image, "height", is_known && was_sized ? high : NULL);
}

char *
cog_project_dup_item_of (xmlNode *image, const char *image_id)
{
  xmlNode *figure = image->parent;
  guint n_images = 0;

  while (figure != NULL && !cog_xml_is (figure, NULL, "figure"))
    figure = figure->parent;
  for (xmlNode *n = figure; n != NULL; n = cog_xml_next_in (figure, n))
    n_images += cog_xml_is (n, NULL, "img");
  if (n_images == 1)
    {
      char *id = cog_xml_dup_attribute (figure, "id");

      if (id != NULL)
        return id;
    }
  return g_strdup (image_id);
}

/* "a b c" without "b" */
static char *
dup_without (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_str_equal (all[i], word))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", all[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static gboolean
retire_credit (CogProject *self, const char *key, const char *rest, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_CREDIT, key, error);

  if (before == NULL)
    return FALSE;
  /* What the source says of its picture is kept with the source, and no more than that. */
  return (rest[0] != '\0'
              ? cog_query_run (self->db, error, "UPDATE credit SET images = ?2 WHERE key = ?1",
                               "ss", key, rest)
              : cog_query_run (self->db, error,
                               "UPDATE credit SET kind = 'replaced' WHERE key = ?1", "s", key)) &&
         cog_project_record (self, COG_ROW_CREDIT, key, before, error);
}

/* Credits that spoke for the old picture: of it alone, or of it among others. */
gboolean
cog_project_retire_credits (CogProject *self, const char *image_id, char **label, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error,
                     "SELECT key, images, label FROM credit WHERE kind IS NOT 'replaced' AND"
                     " instr (' ' || images || ' ', ' ' || ?1 || ' ') > 0",
                     "s", image_id);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *images = cog_query_dup_text (query, 1);

      g_ptr_array_add (keys, cog_query_dup_text (query, 0));
      g_ptr_array_add (rests, dup_without (images, image_id));
      if (*label == NULL)
        *label = cog_query_dup_text (query, 2);
    }
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  for (guint i = 0; i < keys->len; i++)
    if (!retire_credit (self, g_ptr_array_index (keys, i), g_ptr_array_index (rests, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_credit (CogProject *self,
               const CogPictureEdit *edit,
               const char *section,
               const char *item,
               const char *label,
               GError **error)
{
  g_autoptr (CogCredit) credit =
      edit->credit != NULL ? cog_credit_copy (edit->credit) : cog_credit_new ();
  g_autofree char *key = g_strdup_printf ("%s/own-%" G_GINT64_FORMAT, item, g_get_real_time ());
  g_autofree char *json = NULL;

  g_free (credit->item);
  credit->item = g_strdup (item);
  json = cog_credit_to_json (credit);
  return cog_query_run (self->db, error,
                        "INSERT INTO credit (key, position, item, section, images, label, kind,"
                        " corrected) VALUES (?1, " COG_CREDIT_NEXT ", ?2, ?3, ?4, ?5,"
                        " ?7, ?6)",
                        "sssssss", key, item, section, edit->image, label, json,
                        edit->is_translation ? COG_KIND_TRANSLATED : "figure") &&
         cog_project_record (self, COG_ROW_CREDIT, key, NULL, error);
}

/* A picture without a description in the source (a decoration) has no unit, and keeps none. */
static gboolean
describe_anew (CogProject *self, const CogPictureEdit *edit, GError **error)
{
  g_autofree char *unit = g_strconcat (edit->image, "@alt", NULL);
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_UNIT, unit, NULL);
  g_autofree char *alt = edit->alt != NULL ? g_markup_escape_text (edit->alt, -1) : NULL;

  if (before == NULL)
    return TRUE;
  return cog_query_run (self->db, error,
                        "UPDATE unit SET target = ?2, state = ?3, decision = 'replaced'"
                        " WHERE id = ?1",
                        "sss", unit, alt, alt != NULL ? "translated" : "initial") &&
         cog_project_record (self, COG_ROW_UNIT, unit, before, error);
}

static gboolean
replace (CogProject *self,
         const CogPictureEdit *edit,
         const char *section,
         xmlDoc *document,
         xmlNode *image,
         GError **error)
{
  g_autofree char *name =
      cog_project_store_picture (self, edit->asset, edit->is_translation, error);
  g_autofree char *item = cog_project_dup_item_of (image, edit->image);
  g_autofree char *label = NULL;

  if (name == NULL)
    return FALSE;
  cog_project_point_image (image, name, edit->asset->width, edit->asset->height);
  if (!cog_project_save_structure (self, section, document, error) ||
      !cog_project_retire_credits (self, edit->image, &label, error))
    return FALSE;
  /* A drawing of the book's own author has no credit of its own, and needs none in our words. */
  if (edit->is_translation)
    return edit->credit == NULL || insert_credit (self, edit, section, item, label, error);
  return insert_credit (self, edit, section, item, label, error) &&
         describe_anew (self, edit, error);
}

xmlDoc *
cog_project_open_structure (CogProject *self, const char *id, char **section, GError **error)
{
  g_autofree char *found = cog_project_dup_section_of (self, id);
  g_autofree char *text = NULL;
  xmlDoc *document;

  if (found == NULL)
    {
      if (cog_project_check_fault (self, error))
        g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no picture “%s”."), id);
      return NULL;
    }
  text = cog_project_dup_structure (self, found, TRUE, error);
  document = text != NULL ? cog_xml_parse_own (text, -1, error) : NULL;
  if (document != NULL)
    *section = g_steal_pointer (&found);
  return document;
}

gboolean
cog_project_replace_picture (CogProject *self, const CogPictureEdit *edit, GError **error)
{
  g_autofree char *section = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *image = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (edit != NULL && edit->image != NULL && edit->asset != NULL, FALSE);
  g_return_val_if_fail (g_str_has_prefix (edit->asset->media_type, "image/"), FALSE);

  cog_project_enter (self);
  ok = cog_project_begin_step (self,
                               edit->is_translation ? _ ("Translated the words in a drawing")
                                                    : _ ("Replaced a picture"),
                               error);
  if (ok)
    {
      document = cog_project_open_structure (self, edit->image, &section, error);
      if (document != NULL)
        image = cog_xml_find_by_id (xmlDocGetRootElement (document), edit->image);
      if (document != NULL && !cog_xml_is (image, NULL, "img"))
        {
          g_clear_pointer (&document, xmlFreeDoc);
          g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no picture “%s”."),
                       edit->image);
        }
      ok = document != NULL && replace (self, edit, section, document, image, error);
      ok = cog_project_end_step (self, ok, error);
    }
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}
