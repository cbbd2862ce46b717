/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ring.h"

#include "cog-compat.h"

#include <math.h>

#define SIZE 14

struct _CogRing
{
  GtkWidget parent_instance;
  double share;
};

G_DEFINE_FINAL_TYPE (CogRing, cog_ring, GTK_TYPE_WIDGET)

static void
draw_tick (cairo_t *cr)
{
  cairo_move_to (cr, 2.5, 7.5);
  cairo_line_to (cr, 5.5, 10.5);
  cairo_line_to (cr, 11.5, 4);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr, const GdkRGBA *ground, const GdkRGBA *accent, double share, gboolean rtl)
{
  double start = -G_PI / 2;

  gdk_cairo_set_source_rgba (cr, ground);
  cairo_arc (cr, SIZE / 2., SIZE / 2., 5, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (share <= 0)
    return;
  gdk_cairo_set_source_rgba (cr, accent);
  if (rtl)
    cairo_arc_negative (cr, SIZE / 2., SIZE / 2., 5, start, start - 2 * G_PI * share);
  else
    cairo_arc (cr, SIZE / 2., SIZE / 2., 5, start, start + 2 * G_PI * share);
  cairo_stroke (cr);
}

static void
cog_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogRing *self = COG_RING (widget);
  GdkRGBA ground, accent, success;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));

  cog_widget_get_colour (widget, &ground);
  accent = success = ground;
  cog_widget_lookup_colour (widget, "accent_color", &accent);
  cog_widget_lookup_colour (widget, "success_color", &success);
  ground.alpha *= .25f;
  cairo_set_line_width (cr, 2);
  if (self->share >= 1)
    {
      gdk_cairo_set_source_rgba (cr, &success);
      draw_tick (cr);
    }
  else
    draw_ring (cr, &ground, &accent, self->share,
               gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cairo_destroy (cr);
}

static void
cog_ring_measure (GtkWidget *widget,
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
cog_ring_class_init (CogRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cog_ring_snapshot;
  widget_class->measure = cog_ring_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cog_ring_init (CogRing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
cog_ring_new (void)
{
  return g_object_new (COG_TYPE_RING, NULL);
}

void
cog_ring_set_share (CogRing *self, double share)
{
  g_return_if_fail (COG_IS_RING (self));

  if (self->share == share)
    return;
  self->share = CLAMP (share, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
