/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile.h"

#include "cog-emf-private.h"
#include "cog-wmf-private.h"

#include <gio/gio.h>

#include "cog-error.h"

#include <glib/gi18n-lib.h>

#define PLACEABLE 0x9AC6CDD7u
#define LARGEST (64 * 1024 * 1024) /* bytes that a packed one may have */

CogMetafileKind
cog_metafile_identify (GBytes *bytes)
{
  gsize size;
  const guint8 *data;
  CogMetafileBytes reading;
  guint32 first;

  g_return_val_if_fail (bytes != NULL, COG_METAFILE_NONE);

  data = g_bytes_get_data (bytes, &size);
  if (size < 18)
    return COG_METAFILE_NONE;
  if (memcmp (data, "\x1F\x8B\x08", 3) == 0)
    return COG_METAFILE_PACKED;
  if (memcmp (data, "VCLMTF", 6) == 0)
    return COG_METAFILE_SVM;
  reading = cog_metafile_bytes (data, size);
  first = cog_metafile_u32 (&reading);
  if (first == 1 && size >= 88 && memcmp (data + 40, " EMF", 4) == 0)
    return COG_METAFILE_EMF;
  reading.at = 0;
  return first == PLACEABLE || cog_wmf_is_header (reading) ? COG_METAFILE_WMF : COG_METAFILE_NONE;
}

/* (transfer full) (nullable) */
static GBytes *
unpack (GBytes *bytes)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 piece[16384];
  gssize n;

  while ((n = g_input_stream_read (stream, piece, sizeof piece, NULL, NULL)) > 0)
    {
      if (out->len + (gsize)n > LARGEST)
        return NULL;
      g_byte_array_append (out, piece, (guint)n);
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

GBytes *
cog_metafile_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error)
{
  CogMetafileKind kind;
  g_autoptr (GBytes) unpacked = NULL;

  g_return_val_if_fail (bytes != NULL && place != NULL, NULL);

  kind = cog_metafile_identify (bytes);
  if (kind == COG_METAFILE_PACKED)
    {
      unpacked = unpack (bytes);
      bytes = unpacked;
      kind = unpacked != NULL ? cog_metafile_identify (unpacked) : COG_METAFILE_NONE;
    }
  if (n_lost != NULL)
    *n_lost = 0;
  switch (kind)
    {
    case COG_METAFILE_EMF:
      return cog_emf_draw (bytes, place, n_lost, error);
    case COG_METAFILE_WMF:
      return cog_wmf_draw (bytes, place, n_lost, error);
    case COG_METAFILE_NONE:
    case COG_METAFILE_PACKED:
    case COG_METAFILE_SVM:
      break;
    }
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               _ ("%s: nothing in this picture can be drawn."), place);
  return NULL;
}
