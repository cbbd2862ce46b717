/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-math.h"

#include "cog-math.h"
#include "cog-pdf-math-line.h"
#include "cog-pdf-text.h"

struct _CogPdfMath
{
  const CogPdfStyle *style;
  const xmlNode *node;
  double size;
  gboolean is_display;
  gboolean is_rtl; /* the text around */
  gboolean is_done;
  CogMathBox *box;
  PangoLayout *layout; /* the one line, where there is no box */
  double scale;
};

/* Without a typeface for formulas, or for one that no page could hold: as people write it in plain
 * text. An alternative text may be TeX or words: it is for the ear, not for the page. */
static PangoLayout *
make_line (const CogPdfStyle *style, const xmlNode *node, double size)
{
  g_autofree char *text = cog_pdf_math_line_dup (node);
  g_autofree char *families = cog_pdf_style_dup_families ("en", FALSE, style->is_large);
  PangoFontDescription *font = pango_font_description_new ();
  PangoLayout *layout = pango_layout_new (style->contexts[0]);

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
lay_out (CogPdfMath *math, double width)
{
  CogMathSetting setting = { math->size, width, math->is_display, math->is_rtl };

  if (math->is_done)
    return;
  math->is_done = TRUE;
  if (math->style->math != NULL)
    math->box = cog_math_lay_out (math->style->math, math->node, &setting);
  if (math->box == NULL)
    math->layout = make_line (math->style, math->node, math->size);
}

CogPdfMath *
cog_pdf_math_new (const CogPdfStyle *style,
                  const xmlNode *node,
                  double size,
                  gboolean is_display,
                  gboolean is_rtl)
{
  CogPdfMath *math = g_new0 (CogPdfMath, 1);

  math->style = style;
  math->node = node;
  math->size = size;
  math->is_display = is_display;
  math->is_rtl = is_rtl;
  math->scale = 1;
  return math;
}

GPtrArray *
cog_pdf_math_new_pieces (const CogPdfStyle *style, const xmlNode *node, double size, double width)
{
  CogMathSetting setting = { size, width, FALSE, FALSE };
  g_autoptr (GPtrArray) boxes =
      style->math != NULL ? cog_math_lay_out_pieces (style->math, node, &setting) : NULL;
  GPtrArray *pieces = g_ptr_array_new ();

  if (boxes != NULL)
    g_ptr_array_set_free_func (boxes, NULL);
  for (guint i = 0; i < (boxes != NULL ? boxes->len : 1); i++)
    {
      CogPdfMath *math = cog_pdf_math_new (style, node, size, FALSE, FALSE);

      math->is_done = TRUE;
      if (boxes != NULL)
        math->box = g_ptr_array_index (boxes, i);
      else
        math->layout = make_line (style, node, size);
      cog_pdf_math_fit (math, width, style->text_height);
      g_ptr_array_add (pieces, math);
    }
  return pieces;
}

void
cog_pdf_math_free (CogPdfMath *math)
{
  if (math == NULL)
    return;
  g_clear_object (&math->layout);
  g_clear_pointer (&math->box, cog_math_box_free);
  g_free (math);
}

void
cog_pdf_math_get_extents (CogPdfMath *math, double *width, double *ascent, double *descent)
{
  PangoRectangle ink, logical;

  lay_out (math, 0);
  if (math->box != NULL)
    {
      *width = math->scale * cog_math_box_get_width (math->box);
      *ascent = math->scale * cog_math_box_get_ascent (math->box);
      *descent = math->scale * cog_math_box_get_descent (math->box);
      return;
    }
  pango_layout_line_get_extents (pango_layout_get_line_readonly (math->layout, 0), &ink, &logical);
  *width = math->scale * logical.width / (double)PANGO_SCALE;
  *ascent = math->scale * -ink.y / (double)PANGO_SCALE;
  *descent = math->scale * (ink.y + ink.height) / (double)PANGO_SCALE;
}

static void
draw_line (CogPdfMath *math, cairo_t *cr)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (math->layout, 0);
  const char *text = pango_layout_get_text (math->layout);
  double x = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    x += cog_pdf_text_draw (cr, text, l->data, x, 0);
}

/* A space, unseen, on the baseline. */
static void
draw_end (CogPdfMath *math, cairo_t *cr, gboolean is_start)
{
  PangoLayout *space = math->style->space;
  PangoLayoutLine *line = pango_layout_get_line_readonly (space, 0);
  PangoGlyphItem *run = line->runs != NULL ? line->runs->data : NULL;
  double scale = math->size / COG_PDF_SPACE_SIZE;

  if (run == NULL)
    return;
  cairo_save (cr);
  cairo_translate (
      cr, is_start ? 0 : cog_math_box_get_width (math->box) - cog_pdf_text_measure (run) * scale,
      0);
  cairo_scale (cr, scale, scale);
  cog_pdf_text_draw (cr, pango_layout_get_text (space), run, 0, 0);
  cairo_restore (cr);
}

/* Programs that copy text put a formula's where its first sign begins and its last one ends: these
 * are its ends on the baseline, not the numerator of a fraction or the last of a denominator. */
static void
draw_box (CogPdfMath *math, cairo_t *cr)
{
  draw_end (math, cr, TRUE);
  cog_math_box_draw (math->box, cr, 0, 0, cog_pdf_text_draw);
  draw_end (math, cr, FALSE);
}

void
cog_pdf_math_draw (CogPdfMath *math, cairo_t *cr, double x, double y)
{
  lay_out (math, 0);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, math->scale, math->scale);
  if (math->box != NULL)
    draw_box (math, cr);
  else
    draw_line (math, cr);
  cairo_restore (cr);
}

void
cog_pdf_math_fit (CogPdfMath *math, double room, double height)
{
  double width, ascent, descent;

  lay_out (math, room);
  cog_pdf_math_get_extents (math, &width, &ascent, &descent);
  if (width > room && room > 0)
    math->scale *= room / width;
  cog_pdf_math_get_extents (math, &width, &ascent, &descent);
  if (ascent + descent > height && height > 0)
    math->scale *= height / (ascent + descent);
}

gboolean
cog_pdf_math_is_plain (const CogPdfMath *math)
{
  return math->is_done && math->box == NULL && math->style->math != NULL;
}

double
cog_pdf_math_get_size (const CogPdfMath *math)
{
  return math->size * math->scale;
}
