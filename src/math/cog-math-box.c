/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-box-private.h"

#include <math.h>

static void
part_clear (gpointer data)
{
  CogMathPart *part = data;

  g_clear_pointer (&part->run, cog_math_run_unref);
  g_clear_object (&part->layout);
}

CogMathBox *
cog_math_box_new (CogMathFont *font)
{
  CogMathBox *box = g_new0 (CogMathBox, 1);

  box->font = cog_math_font_ref (font);
  box->parts = g_array_new (FALSE, TRUE, sizeof (CogMathPart));
  g_array_set_clear_func (box->parts, part_clear);
  return box;
}

void
cog_math_box_free (CogMathBox *box)
{
  if (box == NULL)
    return;
  g_array_unref (box->parts);
  g_clear_pointer (&box->run, cog_math_run_unref);
  cog_math_font_unref (box->font);
  g_free (box);
}

double
cog_math_box_get_width (const CogMathBox *box)
{
  g_return_val_if_fail (box != NULL, 0);

  return box->width;
}

double
cog_math_box_get_ascent (const CogMathBox *box)
{
  g_return_val_if_fail (box != NULL, 0);

  return box->ascent;
}

double
cog_math_box_get_descent (const CogMathBox *box)
{
  g_return_val_if_fail (box != NULL, 0);

  return box->descent;
}

void
cog_math_box_cover (CogMathBox *box, double ascent, double descent)
{
  box->ascent = MAX (box->ascent, ascent);
  box->descent = MAX (box->descent, descent);
}

void
cog_math_box_move (CogMathBox *box, double x, double y)
{
  for (guint i = 0; i < box->parts->len; i++)
    {
      CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);
      part->x += x;
      part->y += y;
    }
}

void
cog_math_box_take (CogMathBox *box, CogMathBox *child, double x, double y)
{
  cog_math_box_move (child, x, y);
  if (child->parts->len > 0)
    g_array_append_vals (box->parts, child->parts->data, child->parts->len);
  /* What they own has moved with them. */
  g_array_set_clear_func (child->parts, NULL);
  cog_math_box_free (child);
}

void
cog_math_box_add_run (CogMathBox *box, CogMathRun *run, double size, double x, double y)
{
  CogMathPart part = { .kind = COG_MATH_PART_GLYPHS,
                       .colour = -1,
                       .x = x,
                       .y = y,
                       .size = size,
                       .width = run->width * size,
                       .run = g_rc_box_acquire (run) };

  g_array_append_val (box->parts, part);
}

void
cog_math_box_add_rule (CogMathBox *box, double x, double y, double width, double height)
{
  CogMathPart part = {
    .kind = COG_MATH_PART_RULE, .colour = -1, .x = x, .y = y, .width = width, .height = height
  };

  g_array_append_val (box->parts, part);
}

void
cog_math_box_add_stroke (
    CogMathBox *box, double x, double y, double width, double height, double thickness)
{
  CogMathPart part = { .kind = COG_MATH_PART_STROKE,
                       .colour = -1,
                       .x = x,
                       .y = y,
                       .width = width,
                       .height = height,
                       .size = thickness };

  g_array_append_val (box->parts, part);
}

void
cog_math_box_set_colour (CogMathBox *box, gint colour)
{
  for (guint i = 0; colour >= 0 && i < box->parts->len; i++)
    {
      CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);
      if (part->colour < 0)
        part->colour = colour;
    }
}

static void
get_ink (const CogMathPart *part, cairo_rectangle_t *ink)
{
  const CogMathRun *run = part->run;
  PangoRectangle area;

  if (run != NULL)
    {
      double left =
          part->is_mirrored ? part->width - run->right * part->size : run->left * part->size;

      *ink = (cairo_rectangle_t){ part->x + left, part->y - run->ascent * part->size,
                                  (run->right - run->left) * part->size,
                                  (run->ascent + run->descent) * part->size };
      return;
    }
  pango_layout_line_get_extents (pango_layout_get_line_readonly (part->layout, 0), &area, NULL);
  *ink = (cairo_rectangle_t){ part->x + area.x / (double)PANGO_SCALE,
                              part->y + area.y / (double)PANGO_SCALE,
                              area.width / (double)PANGO_SCALE, area.height / (double)PANGO_SCALE };
}

gboolean
cog_math_box_find (const CogMathBox *box, const char *text, guint n, cairo_rectangle_t *ink)
{
  g_return_val_if_fail (box != NULL && text != NULL && ink != NULL, FALSE);

  for (guint i = 0; i < box->parts->len; i++)
    {
      const CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);
      const char *shown = part->run != NULL      ? part->run->text
                          : part->layout != NULL ? pango_layout_get_text (part->layout)
                                                 : NULL;

      if (g_strcmp0 (shown, text) != 0 || n-- > 0)
        continue;
      get_ink (part, ink);
      return TRUE;
    }
  return FALSE;
}

static void
draw_run (const CogMathBox *box, const CogMathPart *part, cairo_t *cr)
{
  const CogMathRun *run = part->run;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs);

  for (guint i = 0; i < run->n_glyphs; i++)
    glyphs[i] = (cairo_glyph_t){ run->glyphs[i].index, run->glyphs[i].x * part->size,
                                 run->glyphs[i].y * part->size };
  cairo_translate (cr, part->x, part->y);
  if (part->is_mirrored)
    {
      cairo_translate (cr, part->width, 0);
      cairo_scale (cr, -1, 1);
    }
  cog_math_font_select (box->font, cr, part->size);
  cairo_show_text_glyphs (cr, run->text, -1, glyphs, (int)run->n_glyphs, run->clusters,
                          (int)run->n_clusters, 0);
}

static void
draw_text (const CogMathPart *part, cairo_t *cr, CogMathTextFunc func)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (part->layout, 0);
  const char *text = pango_layout_get_text (part->layout);
  double x = part->x;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      if (func != NULL)
        x += func (cr, text, run, x, part->y);
      else
        {
          cairo_move_to (cr, x, part->y);
          pango_cairo_show_glyph_item (cr, text, run);
          x += pango_glyph_string_get_width (run->glyphs) / (double)PANGO_SCALE;
        }
    }
}

static void
draw_frame (const CogMathPart *part, cairo_t *cr)
{
  double r = MIN (part->radius, MIN (part->width, part->height) / 2);
  double right = part->x + part->width, bottom = part->y + part->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, part->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (cr, part->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, part->x + r, part->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_set_line_width (cr, part->size);
  cairo_stroke (cr);
}

static void
draw_part (const CogMathBox *box, const CogMathPart *part, cairo_t *cr, CogMathTextFunc func)
{
  switch (part->kind)
    {
    case COG_MATH_PART_GLYPHS:
      draw_run (box, part, cr);
      break;
    case COG_MATH_PART_TEXT:
      draw_text (part, cr, func);
      break;
    case COG_MATH_PART_RULE:
      cairo_rectangle (cr, part->x, part->y, part->width, part->height);
      cairo_fill (cr);
      break;
    case COG_MATH_PART_STROKE:
      cairo_move_to (cr, part->x, part->y);
      cairo_rel_line_to (cr, part->width, part->height);
      cairo_set_line_width (cr, part->size);
      cairo_stroke (cr);
      break;
    case COG_MATH_PART_FRAME:
      draw_frame (part, cr);
      break;
    }
}

void
cog_math_box_draw (const CogMathBox *box, cairo_t *cr, double x, double y, CogMathTextFunc func)
{
  g_return_if_fail (box != NULL && cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < box->parts->len; i++)
    {
      const CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);

      cairo_save (cr);
      if (part->colour >= 0)
        cairo_set_source_rgb (cr, (part->colour >> 16) / 255., (part->colour >> 8 & 255) / 255.,
                              (part->colour & 255) / 255.);
      draw_part (box, part, cr, func);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}
