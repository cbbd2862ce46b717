/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "cog-xml.h"

CogMathFont *
formula_make_font (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context (map);
  CogMathFont *font;

  pango_context_set_round_glyph_positions (context, FALSE);
  font = cog_math_font_new (context, "Noto Serif,Noto Naskh Arabic,DejaVu Serif,serif");
  g_assert_nonnull (font);
  g_object_unref (context);
  g_object_unref (map);
  return font;
}

CogMathBox *
formula_lay_out (const char *inner, gboolean is_display, double width)
{
  g_autoptr (CogMathFont) font = formula_make_font ();
  g_autofree char *xml = g_strdup_printf ("<math xmlns='" COG_NS_MATHML "'>%s</math>", inner);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cog_xml_parse_own (xml, -1, &error);
  CogMathSetting setting = { 10, width, is_display, FALSE };

  g_assert_no_error (error);
  return cog_math_lay_out (font, xmlDocGetRootElement (doc), &setting);
}

cairo_rectangle_t
formula_find (const CogMathBox *box, const char *text, guint n)
{
  cairo_rectangle_t ink = { 0 };

  if (!cog_math_box_find (box, text, n, &ink))
    g_error ("“%s” number %u is not in the formula", text, n);
  return ink;
}
