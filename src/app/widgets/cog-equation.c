/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-equation.h"

#include "cog-compat.h"
#include "cog-book.h"
#include "cog-formula-layout.h"

#include <math.h>

#define MARGIN 4 /* pixels above and below */
#define MIN_WIDTH 24

struct _CogEquation
{
  GtkWidget parent_instance;
  char *mathml;
  char *words;
  CogFormulaLayout *formula; /* NULL: not yet, or it cannot be laid out: its words stand there */
  PangoLayout *plain;
  int width;
  double scale;
};

G_DEFINE_FINAL_TYPE (CogEquation, cog_equation, GTK_TYPE_WIDGET)

static void
drop_layout (CogEquation *self)
{
  g_clear_pointer (&self->formula, cog_formula_layout_unref);
  g_clear_object (&self->plain);
}

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? size : 15;
}

static void
ensure_layout (CogEquation *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  const char *families = pango_font_description_get_family (font);
  CogFormulaSetting setting = { families != NULL ? families : "serif", get_em (widget), width, TRUE,
                                gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };

  width = MAX (width, MIN_WIDTH);
  if (self->mathml == NULL ||
      (self->width == width && (self->formula != NULL || self->plain != NULL)))
    return;
  drop_layout (self);
  self->width = width;
  self->formula = cog_formula_layout_new (self->mathml, &setting);
  if (self->formula != NULL)
    {
      double natural = cog_formula_layout_get_width (self->formula);

      self->scale = natural > width ? width / natural : 1;
      return;
    }
  self->plain = gtk_widget_create_pango_layout (widget, self->words);
  pango_layout_set_width (self->plain, width * PANGO_SCALE);
  pango_layout_set_alignment (self->plain, PANGO_ALIGN_CENTER);
}

static void
cog_equation_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  CogEquation *self = COG_EQUATION (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }
  ensure_layout (self, for_size >= 0 ? for_size : self->width);
  if (self->formula != NULL)
    height = (int)ceil ((cog_formula_layout_get_ascent (self->formula) +
                         cog_formula_layout_get_descent (self->formula)) *
                        self->scale);
  else if (self->plain != NULL)
    pango_layout_get_pixel_size (self->plain, NULL, &height);
  *minimum = *natural = height + 2 * MARGIN;
}

static GtkSizeRequestMode
cog_equation_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cog_equation_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogEquation *self = COG_EQUATION (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr;

  ensure_layout (self, width);
  cog_widget_get_colour (widget, &colour);
  if (self->plain != NULL)
    gtk_snapshot_append_layout (snapshot, self->plain, &colour);
  if (self->formula == NULL)
    return;
  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (
      cr, MAX ((width - cog_formula_layout_get_width (self->formula) * self->scale) / 2, 0),
      MARGIN + cog_formula_layout_get_ascent (self->formula) * self->scale);
  cairo_scale (cr, self->scale, self->scale);
  cog_formula_layout_draw (self->formula, cr, 0, 0);
  cairo_destroy (cr);
}

static void
cog_equation_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cog_equation_parent_class)->css_changed (widget, change);
  drop_layout (COG_EQUATION (widget));
  gtk_widget_queue_resize (widget);
}

static void
cog_equation_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cog_equation_parent_class)->system_setting_changed (widget, setting);
  drop_layout (COG_EQUATION (widget));
  gtk_widget_queue_resize (widget);
}

static void
cog_equation_finalize (GObject *object)
{
  CogEquation *self = COG_EQUATION (object);

  drop_layout (self);
  g_free (self->mathml);
  g_free (self->words);
  G_OBJECT_CLASS (cog_equation_parent_class)->finalize (object);
}

static void
cog_equation_class_init (CogEquationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_equation_finalize;
  widget_class->measure = cog_equation_measure;
  widget_class->get_request_mode = cog_equation_get_request_mode;
  widget_class->snapshot = cog_equation_snapshot;
  widget_class->css_changed = cog_equation_css_changed;
  widget_class->system_setting_changed = cog_equation_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "equation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
cog_equation_init (CogEquation *self)
{
}

GtkWidget *
cog_equation_new (void)
{
  return g_object_new (COG_TYPE_EQUATION, NULL);
}

void
cog_equation_set_mathml (CogEquation *self, const char *mathml)
{
  g_return_if_fail (COG_IS_EQUATION (self) && mathml != NULL);

  if (g_strcmp0 (self->mathml, mathml) == 0)
    return;
  drop_layout (self);
  g_free (self->mathml);
  g_free (self->words);
  self->mathml = g_strdup (mathml);
  self->words = cog_inline_to_plain (mathml);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
