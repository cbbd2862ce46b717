/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-stitch.h"

#include "cog-compat.h"

#define SIZE 14
#define MIDDLE (SIZE / 2.)

struct _CogStitch
{
  GtkWidget parent_instance;
  CogState state;
  CogDecision decision;
};

G_DEFINE_FINAL_TYPE (CogStitch, cog_stitch, GTK_TYPE_WIDGET)

/* A minus or a plus: the passage is on one page only. */
static void
draw_sign (cairo_t *cr, gboolean is_plus)
{
  cairo_move_to (cr, 3, MIDDLE);
  cairo_line_to (cr, SIZE - 3, MIDDLE);
  if (is_plus)
    {
      cairo_move_to (cr, MIDDLE, 3);
      cairo_line_to (cr, MIDDLE, SIZE - 3);
    }
  cairo_stroke (cr);
}

static void
draw_final (cairo_t *cr, const GdkRGBA *success)
{
  gdk_cairo_set_source_rgba (cr, success);
  cairo_arc (cr, MIDDLE, MIDDLE, 6.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, 4, 7.2);
  cairo_line_to (cr, 6.2, 9.4);
  cairo_line_to (cr, 10, 5);
  cairo_stroke (cr);
}

static void
draw_state (CogStitch *self, cairo_t *cr, const GdkRGBA *success)
{
  double start =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -G_PI / 2 : G_PI / 2;

  switch (self->state)
    {
    case COG_STATE_INITIAL:
      cairo_arc (cr, MIDDLE, MIDDLE, 5.25, 0, 2 * G_PI);
      cairo_stroke (cr);
      return;
    case COG_STATE_TRANSLATED:
      cairo_arc (cr, MIDDLE, MIDDLE, 5.25, 0, 2 * G_PI);
      cairo_stroke (cr);
      cairo_arc (cr, MIDDLE, MIDDLE, 5.25, start, start + G_PI);
      cairo_fill (cr);
      return;
    case COG_STATE_REVIEWED:
      cairo_arc (cr, MIDDLE, MIDDLE, 6, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    case COG_STATE_FINAL:
      draw_final (cr, success);
      return;
    }
}

static void
cog_stitch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogStitch *self = COG_STITCH (widget);
  GdkRGBA ink, page, success;
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-2, -2, SIZE + 4, SIZE + 4));

  cog_widget_get_colour (widget, &ink);
  page = success = ink;
  cog_widget_lookup_colour (widget, "page", &page);
  cog_widget_lookup_colour (widget, "success_bg_color", &success);
  /* The thread of the fold ends at the stitch; off the page there is none. */
  if (!gtk_widget_has_css_class (widget, "plain"))
    {
      gdk_cairo_set_source_rgba (cr, &page);
      cairo_arc (cr, MIDDLE, MIDDLE, MIDDLE + 2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  ink.alpha *= .75f;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.5);
  if (self->decision == COG_DECISION_OMITTED)
    draw_sign (cr, FALSE);
  else if (self->decision == COG_DECISION_ADDED && self->state < COG_STATE_REVIEWED)
    draw_sign (cr, TRUE);
  else
    draw_state (self, cr, &success);
  cairo_destroy (cr);
}

static void
cog_stitch_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
cog_stitch_class_init (CogStitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cog_stitch_snapshot;
  widget_class->measure = cog_stitch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cog_stitch_init (CogStitch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
cog_stitch_new (void)
{
  return g_object_new (COG_TYPE_STITCH, NULL);
}

void
cog_stitch_show (CogStitch *self, CogState state, CogDecision decision)
{
  g_return_if_fail (COG_IS_STITCH (self));

  self->state = state;
  self->decision = decision;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
