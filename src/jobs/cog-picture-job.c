/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-job.h"

#include "cog-drawing.h"
#include "cog-error.h"
#include "cog-media.h"
#include "cog-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A drawing is markup: nothing in a book runs or loads anything. */
static gboolean
check_drawing (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *first = NULL;
  guint n_active = 0;
  g_autoptr (GBytes) cleaned = cog_drawing_clean (bytes, name, &n_active, &first, error);

  if (cleaned == NULL || n_active == 0)
    return cleaned != NULL;
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               _ ("%s: the drawing would run or load something (%s). Save it as a plain SVG, "
                  "or as PNG."),
               name, first);
  return FALSE;
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
