/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-output.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

struct _CogOutput
{
  char *folder; /* NULL: a zip */
  CogZip *zip;
};

CogOutput *
cog_output_new (const char *path, gboolean is_zip, GError **error)
{
  g_autoptr (CogOutput) self = g_new0 (CogOutput, 1);

  g_return_val_if_fail (path != NULL, NULL);

  if (!is_zip)
    self->folder = g_strdup (path);
  else if ((self->zip = cog_zip_new (path, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
cog_output_free (CogOutput *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->zip, cog_zip_free);
  g_free (self->folder);
  g_free (self);
}

gboolean
cog_output_add (CogOutput *self,
                const char *name,
                const void *data,
                gsize length,
                gboolean stored,
                GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (self->zip != NULL)
    return cog_zip_add (self->zip, name, data, length, stored, error);
  path = g_build_filename (self->folder, name, NULL);
  parent = g_path_get_dirname (path);
  if (g_mkdir_with_parents (parent, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", parent,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0644,
                                   error);
}

gboolean
cog_output_add_text (CogOutput *self, const char *name, const GString *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return cog_output_add (self, name, text->str, text->len, FALSE, error);
}

gboolean
cog_output_add_assets (
    CogOutput *self, const CogBook *book, const char *prefix, CogReport *report, GError **error)
{
  g_autoptr (CogPictureStamps) stamps = NULL;

  g_return_val_if_fail (self != NULL && book != NULL && prefix != NULL, FALSE);

  stamps = cog_picture_stamps_new (book);
  for (guint i = 0; i < book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (book->assets, i);
      g_autoptr (GBytes) bytes = cog_picture_stamps_apply (stamps, asset);
      g_autofree char *name = g_strconcat (prefix, asset->name, NULL);
      gsize size;
      const void *data = g_bytes_get_data (bytes, &size);

      if (!cog_output_add (self, name, data, size, TRUE, error))
        return FALSE;
    }
  cog_picture_stamps_report (stamps, report);
  return TRUE;
}

gboolean
cog_output_close (CogOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->zip == NULL || cog_zip_close (self->zip, error);
}
