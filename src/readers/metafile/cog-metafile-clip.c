/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-clip.h"

#include <math.h>

/* Clips that may stand one in the other: programs that draw SVG follow each. */
#define MOST 12

void
cog_metafile_clip_reset (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  cog_metafile_flush (self);
  self->state.clip = self->state.n_clips = 0;
  self->state.is_clip_rect = FALSE;
}

static void
add_clip (CogMetafileDevice *self, const char *data, gboolean is_winding, guint inside)
{
  if (self->body->len + self->defs->len + strlen (data) > COG_METAFILE_MAX_OUTPUT)
    self->is_full = TRUE;
  if (self->is_full)
    return;
  g_string_append_printf (self->defs, "<clipPath id=\"c%u\"", ++self->n_defs);
  if (inside != 0)
    g_string_append_printf (self->defs, " clip-path=\"url(#c%u)\"", inside);
  g_string_append_printf (self->defs, "><path d=\"%s\"%s/></clipPath>\n", data,
                          is_winding ? "" : " clip-rule=\"evenodd\"");
  self->state.clip = self->n_defs;
}

void
cog_metafile_clip_data (CogMetafileDevice *self, const char *data, CogMetafileClipMode mode)
{
  gboolean is_inside;

  g_return_if_fail (self != NULL && data != NULL);

  cog_metafile_flush (self);
  if (mode == COG_METAFILE_OR || mode == COG_METAFILE_XOR)
    {
      cog_metafile_clip_reset (self);
      return;
    }
  is_inside = mode != COG_METAFILE_COPY && self->state.clip != 0;
  if (is_inside && self->state.n_clips >= MOST)
    return;
  add_clip (self, data, self->state.is_winding && mode != COG_METAFILE_DIFF,
            is_inside ? self->state.clip : 0);
  self->state.n_clips = is_inside ? self->state.n_clips + 1 : 1;
  self->state.is_clip_rect = FALSE;
}

static void
add_rect (GString *data, const CogMetafileRect *rect)
{
  g_string_append_c (data, 'M');
  cog_metafile_add_number (data, rect->x);
  g_string_append_c (data, ' ');
  cog_metafile_add_number (data, rect->y);
  g_string_append_c (data, 'h');
  cog_metafile_add_number (data, rect->width);
  g_string_append_c (data, 'v');
  cog_metafile_add_number (data, rect->height);
  g_string_append_c (data, 'h');
  cog_metafile_add_number (data, -rect->width);
  g_string_append_c (data, 'Z');
}

/* A box in a box is a box: programs clip by one before each thing that they draw. */
static void
clip_rect (CogMetafileDevice *self, const CogMetafileRect *given)
{
  CogMetafileState *state = &self->state;
  CogMetafileRect rect = *given;
  g_autoptr (GString) data = g_string_new (NULL);
  gboolean is_alone = state->clip == 0 || state->is_clip_rect;

  if (state->clip != 0 && state->is_clip_rect)
    {
      const CogMetafileRect *old = &state->clip_rect;
      double right = MIN (rect.x + rect.width, old->x + old->width);
      double bottom = MIN (rect.y + rect.height, old->y + old->height);

      rect.x = MAX (rect.x, old->x);
      rect.y = MAX (rect.y, old->y);
      rect.width = MAX (right - rect.x, 0);
      rect.height = MAX (bottom - rect.y, 0);
      if (memcmp (&rect, old, sizeof rect) == 0)
        return;
    }
  add_rect (data, &rect);
  cog_metafile_clip_data (self, data->str, is_alone ? COG_METAFILE_COPY : COG_METAFILE_AND);
  state->is_clip_rect = is_alone;
  state->clip_rect = rect;
}

static gboolean
is_turned (const CogMetafileDevice *self)
{
  cairo_matrix_t matrix;

  cog_metafile_device_get_matrix (self, &matrix);
  return fabs (matrix.xy) > 1e-6 || fabs (matrix.yx) > 1e-6;
}

static void
map_box (CogMetafileDevice *self, const CogMetafileBox *box, CogMetafileRect *rect)
{
  double x1 = box->left, y1 = box->top, x2 = box->right, y2 = box->bottom;

  cog_metafile_device_map (self, &x1, &y1);
  cog_metafile_device_map (self, &x2, &y2);
  rect->x = MIN (x1, x2);
  rect->y = MIN (y1, y2);
  rect->width = fabs (x2 - x1);
  rect->height = fabs (y2 - y1);
}

void
cog_metafile_clip_box (CogMetafileDevice *self, const CogMetafileBox *box)
{
  CogMetafileRect rect;
  g_autoptr (GString) data = NULL;

  g_return_if_fail (self != NULL && box != NULL);

  cog_metafile_flush (self);
  if (!is_turned (self))
    {
      map_box (self, box, &rect);
      clip_rect (self, &rect);
      return;
    }
  data = g_string_new (NULL);
  for (guint i = 0; i < 4; i++)
    {
      double x = i == 1 || i == 2 ? box->right : box->left, y = i < 2 ? box->top : box->bottom;

      cog_metafile_device_map (self, &x, &y);
      g_string_append_c (data, i == 0 ? 'M' : 'L');
      cog_metafile_add_number (data, x);
      g_string_append_c (data, ' ');
      cog_metafile_add_number (data, y);
    }
  g_string_append_c (data, 'Z');
  cog_metafile_clip_data (self, data->str, COG_METAFILE_AND);
}

/* All that is seen, with a hole. */
static void
clip_without (CogMetafileDevice *self, const char *hole)
{
  CogMetafileRect all = { -10, -10, self->frame.width + 20, self->frame.height + 20 };
  g_autoptr (GString) data = g_string_new (NULL);

  add_rect (data, &all);
  g_string_append (data, hole);
  cog_metafile_clip_data (self, data->str, COG_METAFILE_DIFF);
}

void
cog_metafile_clip_without_box (CogMetafileDevice *self, const CogMetafileBox *box)
{
  CogMetafileRect rect;
  g_autoptr (GString) hole = g_string_new (NULL);

  g_return_if_fail (self != NULL && box != NULL);

  map_box (self, box, &rect);
  add_rect (hole, &rect);
  clip_without (self, hole->str);
}

void
cog_metafile_clip_path (CogMetafileDevice *self, CogMetafileClipMode mode)
{
  g_autofree char *data = NULL;

  g_return_if_fail (self != NULL);

  if (!self->is_path)
    return;
  data = g_strdup (self->figure->str);
  cog_metafile_abort_path (self);
  if (mode == COG_METAFILE_DIFF)
    clip_without (self, data);
  else
    cog_metafile_clip_data (self, data, mode);
}

void
cog_metafile_clip_region (CogMetafileDevice *self,
                          CogMetafileBytes *boxes,
                          guint n_boxes,
                          CogMetafileClipMode mode)
{
  g_autoptr (GString) data = g_string_new (NULL);
  CogMetafileRect rect = { 0 };

  g_return_if_fail (self != NULL && boxes != NULL);

  cog_metafile_flush (self);
  for (guint i = 0; i < n_boxes && cog_metafile_left (boxes) >= 16; i++)
    {
      double left = cog_metafile_i32 (boxes), top = cog_metafile_i32 (boxes);
      double right = cog_metafile_i32 (boxes), bottom = cog_metafile_i32 (boxes);

      rect.x = left - self->frame.x;
      rect.y = top - self->frame.y;
      rect.width = MAX (right - left, 0);
      rect.height = MAX (bottom - top, 0);
      add_rect (data, &rect);
    }
  if (mode == COG_METAFILE_COPY)
    cog_metafile_clip_reset (self);
  if (n_boxes == 1 && (mode == COG_METAFILE_AND || mode == COG_METAFILE_COPY))
    clip_rect (self, &rect);
  else if (mode == COG_METAFILE_DIFF)
    clip_without (self, data->str);
  else
    cog_metafile_clip_data (self, data->str, mode);
}
