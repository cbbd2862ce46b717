/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-bitmap.h"
#include "cog-metafile-figure.h"
#include "cog-metafile-text.h"

#define STOCK 0x80000000u
#define PS_NULL 5
#define BS_NULL 1
#define BS_HATCHED 2
#define PS_GEOMETRIC 0x10000

/* 2.1.31: brushes, pens and typefaces that are there without being made. */
static void
select_stock (CogMetafileDevice *device, guint number)
{
  static const guint32 brushes[] = { 0xFFFFFF, 0xC0C0C0, 0x808080, 0x404040, 0 };
  CogMetafileState *state = &device->state;

  cog_metafile_flush (device);
  if (number <= 5)
    {
      state->brush = (CogMetafileBrush){ 0 };
      state->brush.is_null = number == 5;
      state->brush.colour = number < 5 ? brushes[number] : 0;
    }
  else if (number <= 8)
    {
      state->pen = (CogMetafilePen){ 0 };
      state->pen.is_null = number == 8;
      state->pen.colour = number == 6 ? 0xFFFFFF : 0;
    }
  else if (number != 15 && number <= 17)
    state->font = (CogMetafileFont){ 0 };
}

static void
read_pen (CogMetafileBytes *bytes, CogMetafileObject *object)
{
  object->type = COG_METAFILE_PEN;
  object->pen.style = cog_metafile_u32 (bytes);
  object->pen.is_null = (object->pen.style & 0xF) == PS_NULL;
  object->pen.width = cog_metafile_i32 (bytes);
  cog_metafile_skip (bytes, 4);
  object->pen.colour = cog_metafile_read_colour (bytes);
}

/* LogPenEx, 2.2.20. */
static void
read_long_pen (CogMetafileBytes *bytes, CogMetafileObject *object)
{
  CogMetafilePen *pen = &object->pen;
  guint32 n, width;

  object->type = COG_METAFILE_PEN;
  cog_metafile_skip (bytes, 16);
  pen->style = cog_metafile_u32 (bytes);
  width = cog_metafile_u32 (bytes);
  pen->is_null = cog_metafile_u32 (bytes) == BS_NULL || (pen->style & 0xF) == PS_NULL;
  pen->is_geometric = (pen->style & PS_GEOMETRIC) != 0;
  /* That of a cosmetic one is a dot of the device. */
  pen->width = pen->is_geometric ? width : 0;
  pen->colour = cog_metafile_read_colour (bytes);
  cog_metafile_skip (bytes, 4);
  n = cog_metafile_u32 (bytes);
  for (guint32 i = 0; i < MIN (n, COG_METAFILE_MAX_DASHES); i++)
    pen->dashes[pen->n_dashes++] = cog_metafile_u32 (bytes);
}

static void
read_brush (CogMetafileBytes *bytes, CogMetafileObject *object)
{
  guint32 style = cog_metafile_u32 (bytes);

  object->type = COG_METAFILE_BRUSH;
  object->brush.is_null = style == BS_NULL;
  object->brush.is_hatched = style == BS_HATCHED;
  object->brush.colour = cog_metafile_read_colour (bytes);
  object->brush.hatch = cog_metafile_u32 (bytes);
}

/* A pattern is a colour between all of its dots. */
static void
read_pattern (CogMetafileBytes *bytes, CogMetafileObject *object)
{
  CogMetafileBitmap bitmap;
  guint32 offset, length, bits, n_bits;

  cog_metafile_skip (bytes, 4);
  offset = cog_metafile_u32 (bytes);
  length = cog_metafile_u32 (bytes);
  bits = cog_metafile_u32 (bytes);
  n_bits = cog_metafile_u32 (bytes);
  object->type = COG_METAFILE_BRUSH;
  object->brush.colour = 0x808080;
  if (offset > bytes->size || length > bytes->size - offset || bits > bytes->size ||
      n_bits > bytes->size - bits)
    return;
  /* Patterns are small: a picture is no brush. */
  if (cog_metafile_bitmap_read (&bitmap, bytes->data + offset, length, bytes->data + bits,
                                n_bits) &&
      (guint64)bitmap.width * bitmap.height <= 256 * 256)
    object->brush.colour = cog_metafile_bitmap_get_colour (&bitmap);
}

/* LogFont, 2.2.13. */
static void
read_font (CogMetafileBytes *bytes, CogMetafileObject *object)
{
  CogMetafileFont *font = &object->font;
  const guint8 *flags, *name;
  gsize length = 0;
  g_autofree char *family = NULL;

  object->type = COG_METAFILE_FONT;
  font->height = cog_metafile_i32 (bytes);
  cog_metafile_skip (bytes, 4);
  font->escapement = cog_metafile_i32 (bytes) / 10.0;
  cog_metafile_skip (bytes, 4);
  font->weight = cog_metafile_u32 (bytes);
  flags = cog_metafile_take (bytes, 8);
  name = cog_metafile_take (bytes, 64);
  if (flags == NULL || name == NULL)
    return;
  font->is_italic = flags[0] != 0;
  font->is_underlined = flags[1] != 0;
  font->is_struck = flags[2] != 0;
  font->charset = flags[3];
  while (length < 32 && (name[2 * length] != 0 || name[2 * length + 1] != 0))
    length++;
  family = cog_metafile_dup_wide (font, name, length);
  cog_metafile_set_family (font, family);
}

void
cog_emf_object (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  guint32 number = cog_metafile_u32 (bytes);
  CogMetafileObject object = { COG_METAFILE_OTHER, { { 0 } } };

  switch (type)
    {
    case 37:
      if (number & STOCK)
        select_stock (self->device, number & ~STOCK);
      else
        cog_metafile_device_select (self->device, number);
      return;
    case 40:
      cog_metafile_device_drop (self->device, number);
      return;
    case 38:
      read_pen (bytes, &object);
      break;
    case 39:
      read_brush (bytes, &object);
      break;
    case 82:
      read_font (bytes, &object);
      break;
    case 93:
    case 94:
      read_pattern (bytes, &object);
      break;
    case 95:
      read_long_pen (bytes, &object);
      break;
    default:
      break;
    }
  cog_metafile_device_put (self->device, number, &object);
}
