/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-figure.h"

#include <math.h>

guint32
cog_metafile_read_colour (CogMetafileBytes *bytes)
{
  guint32 colour = cog_metafile_u32 (bytes);

  return (colour & 0xFF) << 16 | (colour & 0xFF00) | (colour >> 16 & 0xFF);
}

void
cog_emf_state (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  CogMetafileState *state = &self->device->state;

  if (type == 33)
    {
      cog_metafile_device_save (self->device);
      return;
    }
  if (type == 34)
    {
      cog_metafile_device_restore (self->device, cog_metafile_i32 (bytes));
      return;
    }
  cog_metafile_flush (self->device);
  switch (type)
    {
    case 18:
      state->is_opaque = cog_metafile_u32 (bytes) == 2;
      break;
    case 19:
      state->is_winding = cog_metafile_u32 (bytes) == 2;
      break;
    case 20:
      state->rop = cog_metafile_u32 (bytes);
      break;
    case 22:
      state->text_align = cog_metafile_u32 (bytes);
      break;
    case 24:
      state->text_colour = cog_metafile_read_colour (bytes);
      break;
    case 25:
      state->background = cog_metafile_read_colour (bytes);
      break;
    case 57:
      state->is_clockwise = cog_metafile_u32 (bytes) == 2;
      break;
    case 58:
      state->miter_limit = cog_metafile_u32 (bytes);
      break;
    default:
      break;
    }
}

/* XFORM, 2.2.28. What is no number changes nothing. */
static gboolean
read_transform (CogMetafileBytes *bytes, cairo_matrix_t *matrix)
{
  double n[6];

  for (guint i = 0; i < 6; i++)
    n[i] = cog_metafile_f32 (bytes);
  for (guint i = 0; i < 6; i++)
    if (!isfinite (n[i]) || fabs (n[i]) > 1e9)
      return FALSE;
  cairo_matrix_init (matrix, n[0], n[1], n[2], n[3], n[4], n[5]);
  return !bytes->is_short;
}

static void
change_world (CogMetafileState *state, CogMetafileBytes *bytes, guint type)
{
  cairo_matrix_t given, made;
  guint mode;

  if (!read_transform (bytes, &given))
    return;
  mode = type == 35 ? 4 : cog_metafile_u32 (bytes);
  made = state->world;
  if (mode == 1)
    cairo_matrix_init_identity (&made);
  else if (mode == 2)
    cairo_matrix_multiply (&made, &given, &state->world);
  else if (mode == 3)
    cairo_matrix_multiply (&made, &state->world, &given);
  else if (mode == 4)
    made = given;
  /* Multiplied again and again it would grow without bound. */
  if (fabs (made.xx) < 1e12 && fabs (made.xy) < 1e12 && fabs (made.yx) < 1e12 &&
      fabs (made.yy) < 1e12 && fabs (made.x0) < 1e12 && fabs (made.y0) < 1e12)
    state->world = made;
}

static void
scale (CogMetafileBytes *bytes, double *width, double *height)
{
  double x_by = cog_metafile_i32 (bytes), x_over = cog_metafile_i32 (bytes);
  double y_by = cog_metafile_i32 (bytes), y_over = cog_metafile_i32 (bytes);

  if (x_by != 0 && x_over != 0 && fabs (*width * x_by / x_over) < 1e12)
    *width *= x_by / x_over;
  if (y_by != 0 && y_over != 0 && fabs (*height * y_by / y_over) < 1e12)
    *height *= y_by / y_over;
}

void
cog_emf_mapping (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  CogMetafileState *state = &self->device->state;

  cog_metafile_flush (self->device);
  switch (type)
    {
    case 9:
      state->window_width = cog_metafile_i32 (bytes);
      state->window_height = cog_metafile_i32 (bytes);
      break;
    case 10:
      state->window_x = cog_metafile_i32 (bytes);
      state->window_y = cog_metafile_i32 (bytes);
      break;
    case 11:
      state->viewport_width = cog_metafile_i32 (bytes);
      state->viewport_height = cog_metafile_i32 (bytes);
      break;
    case 12:
      state->viewport_x = cog_metafile_i32 (bytes);
      state->viewport_y = cog_metafile_i32 (bytes);
      break;
    case 17:
      state->map_mode = cog_metafile_u32 (bytes);
      break;
    case 31:
      scale (bytes, &state->viewport_width, &state->viewport_height);
      break;
    case 32:
      scale (bytes, &state->window_width, &state->window_height);
      break;
    default:
      change_world (state, bytes, type);
      break;
    }
}
