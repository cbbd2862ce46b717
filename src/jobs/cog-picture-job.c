/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-job.h"

#include "cog-picture-check.h"
#include "cog-picture-metadata.h"
#include "cog-source.h"

#include <glib/gi18n-lib.h>

void
cog_picture_offer_free (CogPictureOffer *offer)
{
  if (offer == NULL)
    return;
  cog_asset_free (offer->asset);
  cog_credit_free (offer->credit);
  g_free (offer->alt);
  g_free (offer);
}

CogPictureOffer *
cog_picture_offer_new (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogPictureMetadata) metadata = NULL;
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  CogMediaInfo info;
  CogPictureOffer *offer;
  GBytes *bytes;
  const char *name;

  g_return_val_if_fail (path != NULL, NULL);

  source = cog_source_new_for_path (path, cancellable, error);
  if (source == NULL)
    return NULL;
  name = cog_source_get_name (source);
  bytes = cog_source_get_bytes (source);
  /* A folder has no bytes, and is no picture. */
  if (!cog_picture_check (bytes != NULL ? bytes : none, name, &info, error))
    return NULL;
  metadata = cog_picture_metadata_read (bytes, &info, name);
  offer = g_new0 (CogPictureOffer, 1);
  offer->asset = cog_asset_new (name, info.media_type, bytes);
  offer->asset->origin = g_strdup (name);
  offer->asset->width = info.width;
  offer->asset->height = info.height;
  offer->credit = g_steal_pointer (&metadata->credit);
  offer->alt = g_steal_pointer (&metadata->alt);
  return offer;
}

gboolean
cog_picture_replace (CogProject *project,
                     const char *image,
                     const char *path,
                     const CogCredit *credit,
                     const char *alt,
                     GError **error)
{
  g_autoptr (CogPictureOffer) offer = NULL;
  CogPictureEdit edit = { .image = image, .credit = credit, .alt = alt };

  g_return_val_if_fail (COG_IS_PROJECT (project) && image != NULL && path != NULL, FALSE);

  offer = cog_picture_offer_new (path, NULL, error);
  if (offer == NULL)
    return FALSE;
  edit.asset = offer->asset;
  if (credit == NULL)
    edit.credit = offer->credit;
  return cog_project_replace_picture (project, &edit, error);
}
