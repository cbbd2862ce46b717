/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-font-private.h"

#include "cog-math-run-private.h"

#include <string.h>

/* Formulas repeat their letters; a book of words in formulas must not fill the memory. */
#define MAX_KEPT 8192

struct _CogMathFont
{
  PangoContext *context;
  PangoFont *pango;
  char *family, *families;
  hb_font_t *hb; /* scaled to units */
  double units;  /* in an em */
  cairo_font_face_t *face;
  cairo_font_options_t *options;
  GHashTable *runs; /* (element-type utf8 CogMathRun): by shape and text */
};

/* In order of preference beside Noto Serif: sturdy faces first. Which of them a computer has
 * differs; the first two come with the packages that we ask for. */
static const char *const typefaces[] = {
  "TeX Gyre Schola Math",
  "STIX Two Math",
  "TeX Gyre Termes Math",
  "XITS Math",
  "Libertinus Math",
  "TeX Gyre Bonum Math",
  "New Computer Modern Math",
  "TeX Gyre Pagella Math",
  "Latin Modern Math",
  "Cambria Math",
  "Asana Math",
  "TeX Gyre DejaVu Math",
  "DejaVu Math TeX Gyre",
  "STIX Math",
  "Noto Sans Math",
};

static PangoFont *
load (PangoContext *context, const char *family)
{
  PangoFontDescription *description = pango_font_description_new ();
  PangoFontMap *map = pango_context_get_font_map (context);
  PangoFont *font = NULL;

  if (pango_font_map_get_family (map, family) != NULL)
    {
      pango_font_description_set_family (description, family);
      pango_font_description_set_absolute_size (description, 10 * PANGO_SCALE);
      font = pango_font_map_load_font (map, context, description);
    }
  if (font != NULL && !hb_ot_math_has_data (hb_font_get_face (pango_font_get_hb_font (font))))
    g_clear_object (&font);
  pango_font_description_free (description);
  return font;
}

CogMathFont *
cog_math_font_new (PangoContext *context, const char *families)
{
  CogMathFont *font;
  PangoFont *pango = NULL;
  guint i;
  hb_face_t *face;
  cairo_scaled_font_t *scaled;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context) && families != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (typefaces) && pango == NULL; i++)
    pango = load (context, typefaces[i]);
  if (pango == NULL)
    return NULL;
  font = g_rc_box_new0 (CogMathFont);
  font->context = g_object_ref (context);
  font->pango = pango;
  font->family = g_strdup (typefaces[i - 1]);
  font->families = g_strdup (families);
  face = hb_font_get_face (pango_font_get_hb_font (pango));
  font->units = MAX (hb_face_get_upem (face), 1);
  font->hb = hb_font_create (face);
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (pango));
  font->face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  font->options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (font->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (font->options, CAIRO_HINT_METRICS_OFF);
  font->runs =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_math_run_unref);
  return font;
}

CogMathFont *
cog_math_font_ref (CogMathFont *font)
{
  return g_rc_box_acquire (font);
}

static void
clear (gpointer data)
{
  CogMathFont *font = data;

  g_hash_table_unref (font->runs);
  cairo_font_options_destroy (font->options);
  cairo_font_face_destroy (font->face);
  hb_font_destroy (font->hb);
  g_object_unref (font->pango);
  g_object_unref (font->context);
  g_free (font->family);
  g_free (font->families);
}

void
cog_math_font_unref (CogMathFont *font)
{
  if (font != NULL)
    g_rc_box_release_full (font, clear);
}

const char *
cog_math_font_get_family (const CogMathFont *font)
{
  g_return_val_if_fail (font != NULL, NULL);

  return font->family;
}

double
cog_math_font_get (CogMathFont *font, hb_ot_math_constant_t constant)
{
  hb_position_t value = hb_ot_math_get_constant (font->hb, constant);

  if (constant == HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN ||
      constant == HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN ||
      constant == HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
    return value / 100.;
  return value / font->units;
}

hb_font_t *
cog_math_font_get_hb (CogMathFont *font)
{
  return font->hb;
}

double
cog_math_font_get_units (CogMathFont *font)
{
  return font->units;
}

static gboolean
has_all (CogMathFont *font, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      hb_codepoint_t glyph;
      gunichar c = g_utf8_get_char (p);

      if (!hb_font_get_nominal_glyph (font->hb, c, &glyph))
        return FALSE;
    }
  return *text != '\0';
}

CogMathRun *
cog_math_font_shape (CogMathFont *font, const char *text, const char *shown, CogMathShape shape)
{
  g_autofree char *key = g_strdup_printf ("%d %s\t%s", shape, text, shown);
  CogMathRun *run = g_hash_table_lookup (font->runs, key);

  if (run != NULL)
    return g_rc_box_acquire (run);
  if (!has_all (font, text))
    return NULL;
  run = cog_math_run_shape (font, text, shown, shape);
  if (g_hash_table_size (font->runs) >= MAX_KEPT)
    g_hash_table_remove_all (font->runs);
  g_hash_table_insert (font->runs, g_steal_pointer (&key), g_rc_box_acquire (run));
  return run;
}

double
cog_math_font_get_kern (CogMathFont *font,
                        const CogMathRun *run,
                        CogMathCorner corner,
                        double height)
{
  static const hb_ot_math_kern_t corners[] = {
    [COG_MATH_CORNER_TOP_RIGHT] = HB_OT_MATH_KERN_TOP_RIGHT,
    [COG_MATH_CORNER_BOTTOM_RIGHT] = HB_OT_MATH_KERN_BOTTOM_RIGHT,
    [COG_MATH_CORNER_TOP_LEFT] = HB_OT_MATH_KERN_TOP_LEFT,
    [COG_MATH_CORNER_BOTTOM_LEFT] = HB_OT_MATH_KERN_BOTTOM_LEFT,
  };

  if (run == NULL || !run->is_single)
    return 0;
  return hb_ot_math_get_glyph_kerning (font->hb, run->glyphs[0].index, corners[corner],
                                       (hb_position_t)(height * font->units)) /
         font->units;
}

void
cog_math_font_select (CogMathFont *font, cairo_t *cr, double size)
{
  cairo_set_font_face (cr, font->face);
  cairo_set_font_size (cr, size);
  cairo_set_font_options (cr, font->options);
}

PangoLayout *
cog_math_font_make_layout (
    CogMathFont *font, const char *text, double size, gboolean is_italic, gboolean is_bold)
{
  PangoLayout *layout = pango_layout_new (font->context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, font->families);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  if (is_italic)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  if (is_bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}
