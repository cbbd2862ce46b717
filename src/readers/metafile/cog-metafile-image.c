/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-image.h"

#include <math.h>

/* Dots of all bitmaps of a file: runs are short and make many. */
#define MOST_DOTS ((guint64)4 * COG_METAFILE_MAX_DOTS)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
cog_metafile_write_png (cairo_surface_t *surface)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (surface != NULL, NULL);

  if (cairo_surface_write_to_png_stream (surface, append_cb, bytes) != CAIRO_STATUS_SUCCESS)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
is_part (const CogMetafileBitmap *bitmap, const CogMetafileRect *part)
{
  return part->width >= 1 && part->height >= 1 &&
         (part->x > 0 || part->y > 0 || part->width < bitmap->width ||
          part->height < bitmap->height);
}

static cairo_surface_t *
cut (cairo_surface_t *whole, const CogMetafileRect *part)
{
  int x = (int)CLAMP (part->x, 0, cairo_image_surface_get_width (whole) - 1);
  int y = (int)CLAMP (part->y, 0, cairo_image_surface_get_height (whole) - 1);
  int width = (int)MIN (part->width, cairo_image_surface_get_width (whole) - x);
  int height = (int)MIN (part->height, cairo_image_surface_get_height (whole) - y);
  cairo_surface_t *piece = cairo_image_surface_create (cairo_image_surface_get_format (whole),
                                                       MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (piece);

  cairo_set_source_surface (cr, whole, -x, -y);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  return piece;
}

/* data:image/…;base64,… (transfer full) (nullable) */
static char *
dup_data (CogMetafileDevice *self,
          const CogMetafileBitmap *bitmap,
          const CogMetafilePlacing *placing)
{
  const char *packed = cog_metafile_bitmap_get_packed (bitmap);
  cairo_surface_t *surface;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *base64 = NULL;

  if (packed != NULL)
    {
      base64 = bitmap->size < COG_METAFILE_MAX_OUTPUT ? g_base64_encode (bitmap->bits, bitmap->size)
                                                      : g_strdup ("");
      return g_strdup_printf ("data:%s;base64,%s", packed, base64);
    }
  self->n_dots += (guint64)bitmap->width * bitmap->height;
  if (self->n_dots > MOST_DOTS)
    self->is_full = TRUE;
  surface = self->is_full ? NULL : cog_metafile_bitmap_draw (bitmap, placing->has_alpha);
  if (surface != NULL && is_part (bitmap, &placing->part))
    {
      cairo_surface_t *whole = surface;

      surface = cut (whole, &placing->part);
      cairo_surface_destroy (whole);
    }
  png = surface != NULL ? cog_metafile_write_png (surface) : NULL;
  cairo_surface_destroy (surface);
  if (png == NULL)
    return NULL;
  base64 = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  return g_strdup_printf ("data:image/png;base64,%s", base64);
}

/* From a square of 1 to where it goes. */
static void
add_matrix (CogMetafileDevice *self, GString *element, const CogMetafileRect *to)
{
  cairo_matrix_t m, place;
  double values[6];

  cog_metafile_device_get_matrix (self, &m);
  cairo_matrix_init (&place, to->width, 0, 0, to->height, to->x, to->y);
  cairo_matrix_multiply (&m, &place, &m);
  m.x0 -= self->frame.x;
  m.y0 -= self->frame.y;
  values[0] = m.xx;
  values[1] = m.yx;
  values[2] = m.xy;
  values[3] = m.yy;
  values[4] = m.x0;
  values[5] = m.y0;
  cog_metafile_device_reach (self, m.x0, m.y0);
  cog_metafile_device_reach (self, m.x0 + m.xx + m.xy, m.y0 + m.yx + m.yy);
  g_string_append (element, " transform=\"matrix(");
  for (guint i = 0; i < 6; i++)
    {
      if (i > 0)
        g_string_append_c (element, ' ');
      cog_metafile_add_number (element, values[i]);
    }
  g_string_append (element, ")\"");
}

/* A mask that blackens and a picture that is laid on it, as programs draw what is not square. */
static const char *
get_blending (guint32 rop)
{
  if (rop == COG_METAFILE_SRCAND)
    return " style=\"mix-blend-mode:multiply\"";
  if (rop == COG_METAFILE_SRCPAINT || rop == COG_METAFILE_SRCINVERT)
    return " style=\"mix-blend-mode:screen\"";
  return "";
}

void
cog_metafile_draw_bitmap (CogMetafileDevice *self,
                          const CogMetafileBitmap *bitmap,
                          const CogMetafilePlacing *placing)
{
  g_autofree char *data = NULL;
  g_autoptr (GString) element = NULL;

  g_return_if_fail (self != NULL && bitmap != NULL && placing != NULL);

  cog_metafile_flush (self);
  if (self->is_full || placing->rop == COG_METAFILE_NOTHING)
    return;
  data = dup_data (self, bitmap, placing);
  if (data == NULL)
    return;
  element = g_string_new ("<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\"");
  add_matrix (self, element, &placing->to);
  if (placing->opacity < 1)
    {
      g_string_append (element, " opacity=\"");
      cog_metafile_add_number (element, placing->opacity);
      g_string_append_c (element, '"');
    }
  g_string_append_printf (element, "%s xlink:href=\"%s\"/>", get_blending (placing->rop), data);
  cog_metafile_device_emit (self, element->str);
}

void
cog_metafile_fill_box (CogMetafileDevice *self, const CogMetafileRect *box, guint32 rop)
{
  CogMetafileBrush brush;
  CogMetafileBox corners = { box->x, box->y, box->x + box->width, box->y + box->height };
  CogMetafilePen pen;

  g_return_if_fail (self != NULL && box != NULL);

  if (rop != COG_METAFILE_PATCOPY && rop != COG_METAFILE_WHITENESS && rop != COG_METAFILE_BLACKNESS)
    return;
  cog_metafile_flush (self);
  brush = self->state.brush;
  pen = self->state.pen;
  if (rop != COG_METAFILE_PATCOPY)
    {
      self->state.brush = (CogMetafileBrush){ 0 };
      self->state.brush.colour = rop == COG_METAFILE_WHITENESS ? 0xFFFFFF : 0;
    }
  self->state.pen.is_null = TRUE;
  cog_metafile_rectangle (self, &corners);
  self->state.brush = brush;
  self->state.pen = pen;
}
