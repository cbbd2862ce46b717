/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-math.h"

#include "cog-pdf-math-line.h"
#include "cog-pdf-text.h"

#include <string.h>

struct _CogPdfMath
{
  PangoLayout *layout;
  double scale;
};

char *
cog_pdf_math_dup_text (const xmlNode *math)
{
  g_autofree char *alt = cog_xml_dup_attribute (math, "alttext");
  g_autofree char *text = cog_pdf_math_line_dup (math);

  /* What some programs put where there is none. */
  if (alt != NULL && *alt != '\0' && strcasestr (alt, "not available") == NULL)
    return g_steal_pointer (&alt);
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("…");
}

CogPdfMath *
cog_pdf_math_new (const CogPdfStyle *style,
                  const xmlNode *node,
                  double size,
                  gboolean is_display,
                  gboolean is_rtl)
{
  CogPdfMath *math = g_new0 (CogPdfMath, 1);
  /* An alternative text may be TeX or words: it is for the ear, not for the page. */
  g_autofree char *text = cog_pdf_math_line_dup (node);
  g_autofree char *families = cog_pdf_style_dup_families ("en", FALSE);
  PangoFontDescription *font = pango_font_description_new ();

  math->scale = 1;
  math->layout = pango_layout_new (style->contexts[0]);
  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (math->layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (math->layout, TRUE);
  pango_layout_set_text (math->layout, text, -1);
  return math;
}

void
cog_pdf_math_free (CogPdfMath *math)
{
  if (math == NULL)
    return;
  g_object_unref (math->layout);
  g_free (math);
}

void
cog_pdf_math_get_extents (const CogPdfMath *math, double *width, double *ascent, double *descent)
{
  PangoRectangle ink, logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (math->layout, 0), &ink, &logical);
  *width = math->scale * logical.width / (double)PANGO_SCALE;
  *ascent = math->scale * -ink.y / (double)PANGO_SCALE;
  *descent = math->scale * (ink.y + ink.height) / (double)PANGO_SCALE;
}

void
cog_pdf_math_draw (CogPdfMath *math, cairo_t *cr, double x, double y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (math->layout, 0);
  const char *text = pango_layout_get_text (math->layout);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, math->scale, math->scale);
  x = 0;
  for (GSList *l = line->runs; l != NULL; l = l->next)
    x += cog_pdf_text_draw (cr, text, l->data, x, 0);
  cairo_restore (cr);
}

void
cog_pdf_math_fit (CogPdfMath *math, double room)
{
  double width, ascent, descent;

  cog_pdf_math_get_extents (math, &width, &ascent, &descent);
  if (width > room && room > 0)
    math->scale *= room / width;
}
