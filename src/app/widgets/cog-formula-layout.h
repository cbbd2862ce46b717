/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CogFormulaLayout:
 *
 * A MathML formula laid out by src/math for the window: measures in pixels, drawn in the source
 * colour of a cairo context, so that it follows the colour of the text around. Formulas repeat
 * themselves while a list scrolls, so the last few hundred are kept. Main thread only.
 */
typedef struct _CogFormulaLayout CogFormulaLayout;

typedef struct
{
  const char *families; /* of the text around, as in a PangoFontDescription */
  double size;          /* of the text around, pixels an em */
  double width;         /* of the line; 0: as wide as it comes */
  gboolean is_display;  /* on a line of its own */
  gboolean is_rtl;      /* the text around runs right to left */
} CogFormulaSetting;

/* mathml: a whole math element, as a CogCode's markup has it. NULL where it cannot be laid out:
 * show its text then. (transfer full) (nullable) */
CogFormulaLayout *cog_formula_layout_new (const char *mathml, const CogFormulaSetting *setting);
CogFormulaLayout *cog_formula_layout_ref (CogFormulaLayout *self);
void cog_formula_layout_unref (CogFormulaLayout *self);
double cog_formula_layout_get_width (const CogFormulaLayout *self);
/* Above and below the baseline. */
double cog_formula_layout_get_ascent (const CogFormulaLayout *self);
double cog_formula_layout_get_descent (const CogFormulaLayout *self);
/* x: the left end of the baseline; y: the baseline. */
void cog_formula_layout_draw (const CogFormulaLayout *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFormulaLayout, cog_formula_layout_unref)

G_END_DECLS
