/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wmf-private.h"

#include "cog-metafile-image.h"
#include "cog-metafile-text.h"

enum
{
  ETO_OPAQUE = 0x2,
  ETO_CLIPPED = 0x4,
  ETO_GLYPH_INDEX = 0x10,
  ETO_RTLREADING = 0x80
};

/* TEXTOUT, 2.3.3.20: length, letters to an even byte, y, x. */
static void
read_plain (CogMetafileDevice *device, CogMetafileBytes *bytes)
{
  guint length = cog_metafile_u16 (bytes);
  const guint8 *letters = cog_metafile_take (bytes, length);
  g_autofree char *text = NULL;
  double x, y;

  cog_metafile_skip (bytes, length % 2);
  y = cog_metafile_i16 (bytes);
  x = cog_metafile_i16 (bytes);
  if (letters == NULL || length == 0)
    return;
  text = cog_metafile_dup_text (&device->state.font, letters, length);
  cog_metafile_draw_text (device, x, y, text, 0, FALSE);
}

static void
fill_back (CogMetafileDevice *device, CogMetafileBytes *bytes, gboolean is_filled)
{
  CogMetafileBrush before = device->state.brush;
  CogMetafileRect box;

  box.x = cog_metafile_i16 (bytes);
  box.y = cog_metafile_i16 (bytes);
  box.width = cog_metafile_i16 (bytes) - box.x;
  box.height = cog_metafile_i16 (bytes) - box.y;
  if (!is_filled || box.width <= 0 || box.height <= 0)
    return;
  device->state.brush = (CogMetafileBrush){ 0 };
  device->state.brush.colour = device->state.background;
  cog_metafile_fill_box (device, &box, COG_METAFILE_PATCOPY);
  device->state.brush = before;
}

void
cog_wmf_text (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  double x, y, advance = 0;
  guint length, options;
  const guint8 *letters;
  g_autofree char *text = NULL;

  if (function == 0x0521)
    {
      read_plain (device, bytes);
      return;
    }
  y = cog_metafile_i16 (bytes);
  x = cog_metafile_i16 (bytes);
  length = cog_metafile_u16 (bytes);
  options = cog_metafile_u16 (bytes);
  if (options & (ETO_OPAQUE | ETO_CLIPPED))
    fill_back (device, bytes, (options & ETO_OPAQUE) != 0);
  letters = cog_metafile_take (bytes, length);
  /* The last letter's filling byte may be left out where nothing follows. */
  if (length % 2 != 0 && cog_metafile_left (bytes) > 0)
    cog_metafile_skip (bytes, 1);
  if (letters == NULL || length == 0)
    return;
  if (options & ETO_GLYPH_INDEX)
    {
      device->n_lost++;
      return;
    }
  if (cog_metafile_left (bytes) >= (gsize)length * 2)
    for (guint i = 0; i < length; i++)
      advance += cog_metafile_i16 (bytes);
  text = cog_metafile_dup_text (&device->state.font, letters, length);
  cog_metafile_draw_text (device, x, y, text, advance, (options & ETO_RTLREADING) != 0);
}
