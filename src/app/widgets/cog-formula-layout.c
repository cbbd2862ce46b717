/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-formula-layout.h"

#include "cog-math.h"
#include "cog-xml.h"

/* Formulas that are kept; a chapter of physics has about as many. */
#define MAX_KEPT 400

struct _CogFormulaLayout
{
  CogMathBox *box;
};

/* A typeface for each list of families; there are few: one for each script and face. */
static CogMathFont *
get_font (const char *families)
{
  static GHashTable *fonts = NULL;
  CogMathFont *font;
  PangoContext *context;
  cairo_font_options_t *options;

  if (fonts == NULL)
    fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (fonts, families, NULL, (gpointer *)&font))
    return font;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Parts of a formula stand at fractions of a pixel. */
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  font = cog_math_font_new (context, families);
  g_object_unref (context);
  g_hash_table_insert (fonts, g_strdup (families), font);
  return font;
}

static CogFormulaLayout *
lay_out (const char *mathml, const CogFormulaSetting *setting)
{
  CogMathFont *font = get_font (setting->families);
  g_autoptr (xmlDoc) document = cog_xml_parse_own (mathml, -1, NULL);
  CogMathSetting math = { setting->size, setting->width, setting->is_display, setting->is_rtl };
  CogFormulaLayout *self;
  CogMathBox *box;

  if (font == NULL || document == NULL)
    return NULL;
  box = cog_math_lay_out (font, xmlDocGetRootElement (document), &math);
  if (box == NULL)
    return NULL;
  self = g_rc_box_new0 (CogFormulaLayout);
  self->box = box;
  return self;
}

CogFormulaLayout *
cog_formula_layout_new (const char *mathml, const CogFormulaSetting *setting)
{
  static GHashTable *kept = NULL;
  g_autofree char *key = NULL;
  CogFormulaLayout *self = NULL;

  g_return_val_if_fail (mathml != NULL && setting != NULL && setting->families != NULL, NULL);

  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify)cog_formula_layout_unref);
  key = g_strdup_printf ("%g %g %d %d %s %s", setting->size, setting->width, setting->is_display,
                         setting->is_rtl, setting->families, mathml);
  self = g_hash_table_lookup (kept, key);
  if (self != NULL)
    return cog_formula_layout_ref (self);
  self = lay_out (mathml, setting);
  if (self == NULL)
    return NULL;
  if (g_hash_table_size (kept) >= MAX_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, g_steal_pointer (&key), cog_formula_layout_ref (self));
  return self;
}

CogFormulaLayout *
cog_formula_layout_ref (CogFormulaLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  cog_math_box_free (((CogFormulaLayout *)data)->box);
}

void
cog_formula_layout_unref (CogFormulaLayout *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

double
cog_formula_layout_get_width (const CogFormulaLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return cog_math_box_get_width (self->box);
}

double
cog_formula_layout_get_ascent (const CogFormulaLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return cog_math_box_get_ascent (self->box);
}

double
cog_formula_layout_get_descent (const CogFormulaLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return cog_math_box_get_descent (self->box);
}

void
cog_formula_layout_draw (const CogFormulaLayout *self, cairo_t *cr, double x, double y)
{
  g_return_if_fail (self != NULL && cr != NULL);
  cog_math_box_draw (self->box, cr, x, y, NULL);
}
