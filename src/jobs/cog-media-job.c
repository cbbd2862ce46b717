/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-media-job.h"

#include "cog-error.h"
#include "cog-media-length.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The formats that books have. */
static const struct
{
  const char *media_type;
  const char *kind;
  const char *ending;
} formats[] = {
  { "audio/mpeg", "MP3", "mp3" }, { "audio/mp4", "M4A", "m4a" },    { "audio/ogg", "Ogg", "ogg" },
  { "video/mp4", "MP4", "mp4" },  { "video/webm", "WebM", "webm" },
};

void
cog_media_facts_free (CogMediaFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->name);
  g_free (facts);
}

/* format: index of its format. (transfer full) */
static CogAsset *
open_asset (CogProject *project, const char *name, guint *format, GError **error)
{
  CogAsset *asset = cog_project_dup_asset (project, name, error);

  for (*format = 0; asset != NULL && *format < G_N_ELEMENTS (formats); (*format)++)
    if (g_strcmp0 (asset->media_type, formats[*format].media_type) == 0)
      return asset;
  if (asset != NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED, _ ("“%s” is no sound and no film."),
                 name);
  cog_asset_free (asset);
  return NULL;
}

CogMediaFacts *
cog_media_job_read (CogProject *project, const char *asset, GError **error)
{
  guint format;
  CogAsset *file;
  CogMediaFacts *facts;

  g_return_val_if_fail (COG_IS_PROJECT (project) && asset != NULL, NULL);

  file = open_asset (project, asset, &format, error);
  if (file == NULL)
    return NULL;
  facts = g_new0 (CogMediaFacts, 1);
  facts->name = g_path_get_basename (file->origin != NULL ? file->origin : file->name);
  facts->kind = formats[format].kind;
  facts->size = g_bytes_get_size (file->bytes);
  facts->milliseconds = cog_media_get_length (file->bytes);
  cog_asset_free (file);
  return facts;
}

char *
cog_media_job_copy (CogProject *project, const char *asset, const char *folder, GError **error)
{
  guint format;
  CogAsset *file;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gsize size;
  const char *data;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (project) && asset != NULL && folder != NULL, NULL);

  file = open_asset (project, asset, &format, error);
  if (file == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  name = g_strdup_printf ("%.16s.%s", sum, formats[format].ending);
  path = g_build_filename (folder, name, NULL);
  data = g_bytes_get_data (file->bytes, &size);
  ok = g_mkdir_with_parents (folder, 0700) == 0;
  if (!ok)
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), _ ("%s: %s"), folder,
                 g_strerror (errno));
  ok = ok && g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT,
                                       0600, error);
  cog_asset_free (file);
  return ok ? g_steal_pointer (&path) : NULL;
}
