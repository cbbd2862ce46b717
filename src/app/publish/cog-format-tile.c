/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-format-tile.h"

#include "cog-compat.h"

#include <glib/gi18n-lib.h>

#define PICTURE_HEIGHT 76 /* pixels */

struct _CogFormatTile
{
  GtkToggleButton parent_instance;
  const CogFormat *format;
  GtkWidget *tick;
};

G_DEFINE_FINAL_TYPE (CogFormatTile, cog_format_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
fill (cairo_t *cr,
      const GdkRGBA *colour,
      double alpha,
      double x,
      double y,
      double w,
      double h,
      double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + w - radius, y + h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
  cairo_fill (cr);
}

/* A sheet with an edge, a heading and lines of text. */
static void
draw_sheet (cairo_t *cr,
            const GdkRGBA *ink,
            const GdkRGBA *paper,
            double x,
            double y,
            double w,
            double h,
            int n_lines)
{
  double step = (h - 18) / n_lines;

  fill (cr, ink, .28, x - 1, y - 1, w + 2, h + 2, 4);
  fill (cr, paper, 1, x, y, w, h, 3);
  fill (cr, ink, .7, x + w * .3, y + 7, w * .4, 3, 1.5);
  for (int i = 0; i < n_lines; i++)
    fill (cr, ink, .25, x + 6, y + 15 + i * step, (w - 12) * (i % 3 == 2 ? .7 : 1), 2, 1);
}

static void
draw_bar (cairo_t *cr, const GdkRGBA *ink, double x, double y, double w)
{
  fill (cr, ink, .28, x - 1, y - 1, w + 2, 9, 4);
  for (int i = 0; i < 3; i++)
    fill (cr, ink, .6, x + 5 + i * 6, y + 2, 3, 3, 1.5);
}

/* Drawn from the middle, in the colours of the text and the page: it holds in the dark as well. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const CogFormat *format = user_data;
  GdkRGBA ink, paper = { 1, 1, 1, 1 };
  double x = width / 2.0;

  cog_widget_get_colour (GTK_WIDGET (area), &ink);
  cog_widget_lookup_colour (GTK_WIDGET (area), "page", &paper);
  if (g_str_equal (format->id, "epub"))
    {
      fill (cr, &ink, .75, x - 25, 0, 50, height, 8);
      draw_sheet (cr, &ink, &paper, x - 20, 6, 40, height - 14, 6);
    }
  else if (g_str_equal (format->id, "pdf"))
    {
      draw_sheet (cr, &ink, &paper, x - 20, 2, 50, height - 8, 7);
      draw_sheet (cr, &ink, &paper, x - 30, 6, 50, height - 8, 7);
    }
  else if (g_str_equal (format->id, "html"))
    {
      draw_sheet (cr, &ink, &paper, x - 34, 8, 68, height - 14, 6);
      draw_bar (cr, &ink, x - 34, 8, 68);
    }
  else
    {
      draw_sheet (cr, &ink, &paper, x - 22, 2, 58, height - 22, 4);
      draw_bar (cr, &ink, x - 22, 2, 58);
      draw_sheet (cr, &ink, &paper, x - 36, 18, 58, height - 22, 4);
      draw_bar (cr, &ink, x - 36, 18, 58);
    }
}

static GtkWidget *
new_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

static void
toggled_cb (CogFormatTile *self)
{
  gtk_image_set_from_icon_name (
      GTK_IMAGE (self->tick),
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)) ? "object-select-symbolic" : NULL);
}

static void
cog_format_tile_class_init (CogFormatTileClass *klass)
{
}

static void
cog_format_tile_init (CogFormatTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "format-tile");
  g_signal_connect (self, "toggled", G_CALLBACK (toggled_cb), NULL);
}

GtkWidget *
cog_format_tile_new (const CogFormat *format)
{
  CogFormatTile *self = g_object_new (COG_TYPE_FORMAT_TILE, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = gtk_drawing_area_new ();
  const char *heading[] = { "heading", NULL };
  const char *small[] = { "small", "dim", NULL };

  g_return_val_if_fail (format != NULL, NULL);

  self->format = format;
  self->tick = gtk_image_new ();
  gtk_widget_add_css_class (self->tick, "tile-tick");
  gtk_widget_set_halign (self->tick, GTK_ALIGN_END);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_START);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb, (gpointer)format, NULL);
  gtk_widget_set_margin_bottom (picture, 9);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), new_label (_ (format->name), heading));
  gtk_box_append (GTK_BOX (box), new_label (_ (format->use), small));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->tick);
  gtk_button_set_child (GTK_BUTTON (self), overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (format->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (format->use), -1);
  return GTK_WIDGET (self);
}

const CogFormat *
cog_format_tile_get_format (CogFormatTile *self)
{
  g_return_val_if_fail (COG_IS_FORMAT_TILE (self), NULL);
  return self->format;
}
