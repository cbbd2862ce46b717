/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-figure.h"

#include <math.h>

static void
add_point (CogMetafileDevice *self, double x, double y)
{
  cog_metafile_device_map (self, &x, &y);
  cog_metafile_device_reach (self, x, y);
  cog_metafile_add_number (self->figure, x);
  if (self->figure->str[self->figure->len - 1] != ' ')
    g_string_append_c (self->figure, ' ');
  cog_metafile_add_number (self->figure, y);
}

/* A path that is gathered may not outgrow the drawing. */
static gboolean
has_room (CogMetafileDevice *self)
{
  if (self->figure->len > COG_METAFILE_MAX_OUTPUT)
    self->is_full = TRUE;
  return !self->is_full;
}

void
cog_metafile_move (CogMetafileDevice *self, double x, double y)
{
  if (!has_room (self))
    return;
  g_string_append_c (self->figure, 'M');
  add_point (self, x, y);
  self->needs_move = TRUE;
}

void
cog_metafile_line (CogMetafileDevice *self, double x, double y)
{
  if (!has_room (self))
    return;
  g_string_append_c (self->figure, self->figure->len > 0 ? 'L' : 'M');
  add_point (self, x, y);
}

void
cog_metafile_curve (
    CogMetafileDevice *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  if (!has_room (self) || self->figure->len == 0)
    return;
  g_string_append_c (self->figure, 'C');
  add_point (self, x1, y1);
  add_point (self, x2, y2);
  add_point (self, x3, y3);
}

void
cog_metafile_close (CogMetafileDevice *self)
{
  if (self->figure->len > 0 && has_room (self))
    g_string_append_c (self->figure, 'Z');
}

void
cog_metafile_begin (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  cog_metafile_flush (self);
  self->needs_move = TRUE;
}

static void
paint (CogMetafileDevice *self, gboolean is_filled, gboolean is_stroked)
{
  gboolean fills = is_filled && !self->state.brush.is_null;
  gboolean strokes = is_stroked && !self->state.pen.is_null;
  g_autoptr (GString) element = NULL;

  /* R2_NOP: nothing changes. */
  if ((fills || strokes) && self->figure->len > 0 && self->state.rop != 11 && !self->is_full)
    {
      element = g_string_new ("<path d=\"");
      g_string_append (element, self->figure->str);
      g_string_append_c (element, '"');
      cog_metafile_add_paint (self, element, fills, strokes);
      g_string_append (element, "/>");
      g_string_truncate (self->figure, 0);
      cog_metafile_device_emit (self, element->str);
    }
  g_string_truncate (self->figure, 0);
  self->needs_move = TRUE;
}

void
cog_metafile_end (CogMetafileDevice *self, gboolean is_filled, gboolean is_stroked)
{
  g_return_if_fail (self != NULL);
  if (!self->is_path)
    paint (self, is_filled, is_stroked);
}

void
cog_metafile_flush (CogMetafileDevice *self)
{
  if (!self->is_path && self->figure->len > 0)
    paint (self, FALSE, TRUE);
}

void
cog_metafile_pen_move (CogMetafileDevice *self, double x, double y)
{
  g_return_if_fail (self != NULL);
  self->state.x = x;
  self->state.y = y;
  self->needs_move = TRUE;
}

static void
start_at_pen (CogMetafileDevice *self)
{
  if (self->needs_move)
    cog_metafile_move (self, self->state.x, self->state.y);
  self->needs_move = FALSE;
}

void
cog_metafile_pen_line (CogMetafileDevice *self, double x, double y)
{
  g_return_if_fail (self != NULL);
  start_at_pen (self);
  cog_metafile_line (self, x, y);
  self->state.x = x;
  self->state.y = y;
}

void
cog_metafile_pen_curve (
    CogMetafileDevice *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  g_return_if_fail (self != NULL);
  start_at_pen (self);
  cog_metafile_curve (self, x1, y1, x2, y2, x3, y3);
  self->state.x = x3;
  self->state.y = y3;
}

void
cog_metafile_begin_path (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  cog_metafile_flush (self);
  g_string_truncate (self->figure, 0);
  self->is_path = TRUE;
  self->needs_move = TRUE;
}

/* The path stays until it is painted, or made a clip: is_path says so, lines are not added. */
void
cog_metafile_end_path (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  self->needs_move = TRUE;
}

void
cog_metafile_abort_path (CogMetafileDevice *self)
{
  g_return_if_fail (self != NULL);
  if (self->is_path)
    g_string_truncate (self->figure, 0);
  self->is_path = FALSE;
  self->needs_move = TRUE;
}

void
cog_metafile_paint_path (CogMetafileDevice *self, gboolean is_filled, gboolean is_stroked)
{
  g_return_if_fail (self != NULL);
  if (!self->is_path)
    return;
  self->is_path = FALSE;
  paint (self, is_filled, is_stroked);
}
