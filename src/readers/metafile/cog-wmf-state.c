/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wmf-private.h"

#include "cog-emf-private.h"
#include "cog-metafile-bitmap.h"
#include "cog-metafile-clip.h"
#include "cog-metafile-text.h"

#include <math.h>

static void
scale_window (CogMetafileState *state, CogMetafileBytes *bytes)
{
  double y_over = cog_metafile_i16 (bytes), y_by = cog_metafile_i16 (bytes);
  double x_over = cog_metafile_i16 (bytes), x_by = cog_metafile_i16 (bytes);

  if (x_by != 0 && x_over != 0 && fabs (state->window_width * x_by / x_over) < 1e9)
    state->window_width *= x_by / x_over;
  if (y_by != 0 && y_over != 0 && fabs (state->window_height * y_by / y_over) < 1e9)
    state->window_height *= y_by / y_over;
}

/* The viewport is the picture; what the window is, decides. */
static void
set_window (CogMetafileState *state, CogMetafileBytes *bytes, guint function)
{
  double y = cog_metafile_i16 (bytes), x = cog_metafile_i16 (bytes);

  if (function == 0x020C && x != 0 && y != 0)
    {
      state->window_width = x;
      state->window_height = y;
    }
  else if (function == 0x020B)
    {
      state->window_x = x;
      state->window_y = y;
    }
  else if (function == 0x020F)
    {
      state->window_x += x;
      state->window_y += y;
    }
}

void
cog_wmf_state (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  CogMetafileState *state = &device->state;

  cog_metafile_flush (device);
  switch (function)
    {
    case 0x001E:
      cog_metafile_device_save (device);
      break;
    case 0x0102:
      state->is_opaque = cog_metafile_u16 (bytes) == 2;
      break;
    case 0x0104:
      state->rop = cog_metafile_u16 (bytes);
      break;
    case 0x0106:
      state->is_winding = cog_metafile_u16 (bytes) == 2;
      break;
    case 0x0127:
      cog_metafile_device_restore (device, cog_metafile_i16 (bytes));
      break;
    case 0x012C:
      cog_metafile_clip_reset (device);
      break;
    case 0x012E:
      state->text_align = cog_metafile_u16 (bytes);
      break;
    case 0x0201:
      state->background = cog_metafile_read_colour (bytes);
      break;
    case 0x0209:
      state->text_colour = cog_metafile_read_colour (bytes);
      break;
    case 0x0410:
      scale_window (state, bytes);
      break;
    case 0x0103:
      break;
    default:
      set_window (state, bytes, function);
      break;
    }
}

static void
read_pen (CogMetafileBytes *bytes, CogMetafilePen *pen)
{
  pen->style = cog_metafile_u16 (bytes);
  pen->is_null = (pen->style & 0xF) == 5;
  pen->width = cog_metafile_i16 (bytes);
  cog_metafile_skip (bytes, 2);
  pen->colour = cog_metafile_read_colour (bytes);
}

static void
read_brush (CogMetafileBytes *bytes, CogMetafileBrush *brush)
{
  guint style = cog_metafile_u16 (bytes);

  brush->is_null = style == 1;
  brush->is_hatched = style == 2;
  brush->colour = cog_metafile_read_colour (bytes);
  brush->hatch = cog_metafile_u16 (bytes);
}

static void
read_font (CogMetafileBytes *bytes, CogMetafileFont *font)
{
  const guint8 *flags, *name;
  gsize length = 0, most;
  g_autofree char *family = NULL;

  font->height = cog_metafile_i16 (bytes);
  cog_metafile_skip (bytes, 2);
  font->escapement = cog_metafile_i16 (bytes) / 10.0;
  cog_metafile_skip (bytes, 2);
  font->weight = cog_metafile_u16 (bytes);
  flags = cog_metafile_take (bytes, 8);
  most = MIN (cog_metafile_left (bytes), 32);
  name = cog_metafile_take (bytes, most);
  if (flags == NULL || name == NULL)
    return;
  font->is_italic = flags[0] != 0;
  font->is_underlined = flags[1] != 0;
  font->is_struck = flags[2] != 0;
  font->charset = flags[3];
  while (length < most && name[length] != 0)
    length++;
  family = cog_metafile_dup_text (font, name, length);
  cog_metafile_set_family (font, family);
}

static void
read_pattern (CogMetafileBytes *bytes, guint function, CogMetafileBrush *brush)
{
  CogMetafileBitmap bitmap;

  brush->colour = 0x808080;
  cog_metafile_skip (bytes, function == 0x0142 ? 4 : 0);
  if (function == 0x0142 &&
      cog_metafile_bitmap_read (&bitmap, bytes->data + bytes->at, cog_metafile_left (bytes), NULL,
                                0) &&
      (guint64)bitmap.width * bitmap.height <= 256 * 256)
    brush->colour = cog_metafile_bitmap_get_colour (&bitmap);
}

void
cog_wmf_object (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  CogMetafileObject object = { COG_METAFILE_OTHER, { { 0 } } };

  switch (function)
    {
    case 0x012D:
      cog_metafile_device_select (device, cog_metafile_u16 (bytes));
      return;
    case 0x01F0:
      cog_metafile_device_drop (device, cog_metafile_u16 (bytes));
      return;
    case 0x02FA:
      object.type = COG_METAFILE_PEN;
      read_pen (bytes, &object.pen);
      break;
    case 0x02FB:
      object.type = COG_METAFILE_FONT;
      read_font (bytes, &object.font);
      break;
    case 0x02FC:
      object.type = COG_METAFILE_BRUSH;
      read_brush (bytes, &object.brush);
      break;
    case 0x0142:
    case 0x01F9:
      object.type = COG_METAFILE_BRUSH;
      read_pattern (bytes, function, &object.brush);
      break;
    default:
      break;
    }
  cog_metafile_device_add (device, &object);
}
