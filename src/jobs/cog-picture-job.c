/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-job.h"

#include "cog-error.h"
#include "cog-media.h"
#include "cog-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_reference_outside (const xmlAttr *a)
{
  const char *value = a->children != NULL ? (const char *)a->children->content : NULL;

  return strcmp ((const char *)a->name, "href") == 0 && value != NULL && value[0] != '#' &&
         !g_str_has_prefix (value, "data:image/");
}

static gboolean
is_active (const xmlNode *node)
{
  static const char *const names[] = { "script", "foreignObject", "handler", "iframe", NULL };

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (g_strv_contains (names, (const char *)node->name))
    return TRUE;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (g_ascii_strncasecmp ((const char *)a->name, "on", 2) == 0 || is_reference_outside (a))
      return TRUE;
  return FALSE;
}

/* A drawing is markup: nothing in a book runs or loads anything. */
static gboolean
check_drawing (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (xmlDoc) document = cog_xml_parse (bytes, name, NULL, error);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (document == NULL)
    return FALSE;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (is_active (n))
      {
        g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                     _ ("%s: the drawing would run or load something (%s). Save it as a plain SVG, "
                        "or as PNG."),
                     name, (const char *)n->name);
        return FALSE;
      }
  return TRUE;
}

static CogAsset *
new_asset (CogSource *source, GError **error)
{
  GBytes *bytes = cog_source_get_bytes (source);
  const char *name = cog_source_get_name (source);
  CogMediaInfo info;
  CogAsset *asset;

  if (bytes == NULL || !cog_media_identify (bytes, name, &info) ||
      !g_str_has_prefix (info.media_type, "image/"))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("%s: is no picture that a book can hold. PNG, JPEG, GIF, WebP and SVG are."),
                   name);
      return NULL;
    }
  if (g_str_equal (info.extension, "svg") && !check_drawing (bytes, name, error))
    return NULL;
  asset = cog_asset_new (name, info.media_type, bytes);
  asset->origin = g_strdup (name);
  asset->width = info.width;
  asset->height = info.height;
  return asset;
}

gboolean
cog_picture_replace (CogProject *project,
                     const char *image,
                     const char *path,
                     const CogCredit *credit,
                     const char *alt,
                     GError **error)
{
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogAsset) asset = NULL;
  CogPictureEdit edit = { image, NULL, credit, alt };

  g_return_val_if_fail (COG_IS_PROJECT (project) && image != NULL && path != NULL, FALSE);

  source = cog_source_new_for_path (path, NULL, error);
  asset = source != NULL ? new_asset (source, error) : NULL;
  edit.asset = asset;
  return asset != NULL && cog_project_replace_picture (project, &edit, error);
}
