/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-device.h"

#include "cog-metafile-figure.h"

#include <math.h>

/* Beyond that no drawing for people goes; numbers stay short. */
#define FARTHEST 1e7

enum
{
  MM_TEXT = 1,
  MM_LOMETRIC,
  MM_HIMETRIC,
  MM_LOENGLISH,
  MM_HIENGLISH,
  MM_TWIPS,
  MM_ISOTROPIC,
  MM_ANISOTROPIC
};

CogMetafileDevice *
cog_metafile_device_new (void)
{
  CogMetafileDevice *self = g_new0 (CogMetafileDevice, 1);
  CogMetafileState *state = &self->state;

  self->saved = g_array_new (FALSE, FALSE, sizeof (CogMetafileState));
  self->objects = g_array_new (FALSE, TRUE, sizeof (CogMetafileObject));
  self->figure = g_string_new (NULL);
  self->body = g_string_new (NULL);
  self->defs = g_string_new (NULL);
  self->needs_move = TRUE;
  self->dots_x = self->dots_y = 96 / 25.4;
  self->x1 = self->y1 = HUGE_VAL;
  self->x2 = self->y2 = -HUGE_VAL;
  state->brush.colour = state->background = 0xFFFFFF;
  state->is_opaque = TRUE;
  state->rop = 13; /* R2_COPYPEN */
  state->miter_limit = 10;
  state->map_mode = MM_TEXT;
  state->window_width = state->window_height = 1;
  state->viewport_width = state->viewport_height = 1;
  cairo_matrix_init_identity (&state->world);
  return self;
}

void
cog_metafile_device_free (CogMetafileDevice *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->saved);
  g_array_unref (self->objects);
  g_string_free (self->figure, TRUE);
  g_string_free (self->body, TRUE);
  g_string_free (self->defs, TRUE);
  g_free (self);
}

/* Logical units in a millimetre of the modes that are measured. */
static double
get_units (guint mode)
{
  switch (mode)
    {
    case MM_LOMETRIC:
      return 10;
    case MM_HIMETRIC:
      return 100;
    case MM_LOENGLISH:
      return 100 / 25.4;
    case MM_HIENGLISH:
      return 1000 / 25.4;
    case MM_TWIPS:
      return 1440 / 25.4;
    default:
      return 0;
    }
}

static void
get_scales (const CogMetafileDevice *self, double *x, double *y)
{
  const CogMetafileState *state = &self->state;
  double units = get_units (state->map_mode);

  *x = *y = 1;
  if (units > 0)
    {
      *x = self->dots_x / units;
      *y = -self->dots_y / units;
    }
  else if (state->map_mode >= MM_ISOTROPIC)
    {
      if (state->window_width != 0 && state->viewport_width != 0)
        *x = state->viewport_width / state->window_width;
      if (state->window_height != 0 && state->viewport_height != 0)
        *y = state->viewport_height / state->window_height;
      if (state->map_mode == MM_ISOTROPIC)
        {
          double least = MIN (fabs (*x), fabs (*y));

          *x = copysign (least, *x);
          *y = copysign (least, *y);
        }
    }
}

void
cog_metafile_device_get_page (const CogMetafileDevice *self, cairo_matrix_t *matrix)
{
  double x, y;

  g_return_if_fail (self != NULL && matrix != NULL);

  get_scales (self, &x, &y);
  cairo_matrix_init (matrix, x, 0, 0, y, self->state.viewport_x - self->state.window_x * x,
                     self->state.viewport_y - self->state.window_y * y);
}

void
cog_metafile_device_get_matrix (const CogMetafileDevice *self, cairo_matrix_t *matrix)
{
  cairo_matrix_t page;

  g_return_if_fail (self != NULL && matrix != NULL);

  cog_metafile_device_get_page (self, &page);
  cairo_matrix_multiply (matrix, &self->state.world, &page);
}

void
cog_metafile_device_map (const CogMetafileDevice *self, double *x, double *y)
{
  cairo_matrix_t matrix;

  cog_metafile_device_get_matrix (self, &matrix);
  cairo_matrix_transform_point (&matrix, x, y);
  *x -= self->frame.x;
  *y -= self->frame.y;
}

double
cog_metafile_device_get_scale (const CogMetafileDevice *self)
{
  cairo_matrix_t m;
  double scale;

  cog_metafile_device_get_matrix (self, &m);
  scale = sqrt (fabs (m.xx * m.yy - m.xy * m.yx));
  return isfinite (scale) ? scale : 1;
}

void
cog_metafile_device_save (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  cog_metafile_flush (self);
  if (self->saved->len < COG_METAFILE_MAX_SAVED)
    g_array_append_val (self->saved, self->state);
}

void
cog_metafile_device_restore (CogMetafileDevice *self, gint32 which)
{
  gint64 index;

  g_return_if_fail (self != NULL);

  index = which < 0 ? (gint64)self->saved->len + which : (gint64)which - 1;
  if (index < 0 || index >= self->saved->len)
    return;
  cog_metafile_flush (self);
  self->state = g_array_index (self->saved, CogMetafileState, index);
  self->needs_move = TRUE;
  g_array_set_size (self->saved, (guint)index);
}

void
cog_metafile_device_put (CogMetafileDevice *self, guint number, const CogMetafileObject *object)
{
  g_return_if_fail (self != NULL && object != NULL);

  if (number >= COG_METAFILE_MAX_OBJECTS)
    return;
  if (number >= self->objects->len)
    g_array_set_size (self->objects, number + 1);
  g_array_index (self->objects, CogMetafileObject, number) = *object;
}

void
cog_metafile_device_add (CogMetafileDevice *self, const CogMetafileObject *object)
{
  guint number = 0;

  while (number < self->objects->len &&
         g_array_index (self->objects, CogMetafileObject, number).type != COG_METAFILE_FREE)
    number++;
  cog_metafile_device_put (self, number, object);
}

void
cog_metafile_device_select (CogMetafileDevice *self, guint number)
{
  const CogMetafileObject *object;

  g_return_if_fail (self != NULL);

  if (number >= self->objects->len)
    return;
  cog_metafile_flush (self);
  object = &g_array_index (self->objects, CogMetafileObject, number);
  switch (object->type)
    {
    case COG_METAFILE_PEN:
      self->state.pen = object->pen;
      break;
    case COG_METAFILE_BRUSH:
      self->state.brush = object->brush;
      break;
    case COG_METAFILE_FONT:
      self->state.font = object->font;
      break;
    case COG_METAFILE_FREE:
    case COG_METAFILE_OTHER:
      break;
    }
}

void
cog_metafile_device_drop (CogMetafileDevice *self, guint number)
{
  g_return_if_fail (self != NULL);
  if (number < self->objects->len)
    g_array_index (self->objects, CogMetafileObject, number).type = COG_METAFILE_FREE;
}

void
cog_metafile_device_emit (CogMetafileDevice *self, const char *element)
{
  guint clip;

  g_return_if_fail (self != NULL && element != NULL);

  if (self->body->len + self->defs->len + strlen (element) > COG_METAFILE_MAX_OUTPUT)
    self->is_full = TRUE;
  if (self->is_full)
    return;
  clip = self->state.clip;
  if (clip != self->open_clip)
    {
      if (self->open_clip != 0)
        g_string_append (self->body, "</g>\n");
      if (clip != 0)
        g_string_append_printf (self->body, "<g clip-path=\"url(#c%u)\">\n", clip);
      self->open_clip = clip;
    }
  g_string_append (self->body, element);
  g_string_append_c (self->body, '\n');
  self->n_drawn++;
}

void
cog_metafile_device_reach (CogMetafileDevice *self, double x, double y)
{
  if (!isfinite (x) || !isfinite (y))
    return;
  self->x1 = MIN (self->x1, x);
  self->y1 = MIN (self->y1, y);
  self->x2 = MAX (self->x2, x);
  self->y2 = MAX (self->y2, y);
}

void
cog_metafile_add_number (GString *text, double number)
{
  char written[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  number = isfinite (number) ? CLAMP (number, -FARTHEST, FARTHEST) : 0;
  g_ascii_formatd (written, sizeof written, "%.2f", number);
  end = written + strlen (written);
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  if (g_str_equal (written, "-0"))
    g_strlcpy (written, "0", sizeof written);
  if (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]) && written[0] != '-')
    g_string_append_c (text, ' ');
  g_string_append (text, written);
}

static void
add_attribute (GString *text, const char *name, double number, const char *unit)
{
  g_string_append_printf (text, " %s=\"", name);
  cog_metafile_add_number (text, number);
  g_string_append_printf (text, "%s\"", unit);
}

GBytes *
cog_metafile_device_finish (CogMetafileDevice *self, double width, double height)
{
  GString *svg = g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                               "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  cog_metafile_flush (self);
  add_attribute (svg, "width", width, "mm");
  add_attribute (svg, "height", height, "mm");
  g_string_append (svg, " viewBox=\"0 0 ");
  cog_metafile_add_number (svg, self->frame.width);
  g_string_append_c (svg, ' ');
  cog_metafile_add_number (svg, self->frame.height);
  g_string_append (svg, "\">\n");
  if (self->defs->len > 0)
    g_string_append_printf (svg, "<defs>\n%s</defs>\n", self->defs->str);
  g_string_append (svg, self->body->str);
  if (self->open_clip != 0)
    g_string_append (svg, "</g>\n");
  g_string_append (svg, "</svg>\n");
  length = svg->len;
  return g_bytes_new_take (g_string_free (svg, FALSE), length);
}
