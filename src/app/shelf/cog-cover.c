/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cover.h"

#include "cog-language.h"

#define WIDTH 150 /* pixels; the height follows at 3:4 */
#define SMALL 100 /* below it the title is set in the small size */
#define N_RINGS 7

struct _CogCover
{
  GtkWidget parent_instance;
  GtkWidget *label;
  guint hash;
  int width;
};

enum
{
  PROP_WIDTH = 1
};

G_DEFINE_FINAL_TYPE (CogCover, cog_cover, GTK_TYPE_WIDGET)

/* Dark enough for white words in any place: 4.5:1 and more. */
static const char *const grounds[][2] = {
  { "#1c5b6e", "#102f45" }, { "#2a7052", "#144030" }, { "#7d2f41", "#4a1522" },
  { "#4a4187", "#281f55" }, { "#8a5317", "#553007" }, { "#2b5c97", "#123158" },
};

static void
draw_rings (CogCover *self, GtkSnapshot *snapshot, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (self->label) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  double x = rtl ? width * .15 : width * .85, y = height;

  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, 1, 1, 1, .28);
  for (guint i = 1; i <= N_RINGS; i++)
    {
      cairo_arc (cr, x, y, i * width * (.11 + .01 * (self->hash % 4)), 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_set_source_rgba (cr, 1, .8, .4, .95);
  cairo_arc (cr, rtl ? width * .45 : width * .55, height * (.74 + .02 * (self->hash % 5)),
             width * .035, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
cog_cover_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogCover *self = COG_COVER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (self->label) == GTK_TEXT_DIR_RTL;
  graphene_rect_t page = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_rect_t spine = GRAPHENE_RECT_INIT (rtl ? width - 7 : 5, 0, 2, height);
  GskColorStop stops[2] = { { .offset = 0 }, { .offset = 1 } };
  GskRoundedRect shape;

  gdk_rgba_parse (&stops[0].color, grounds[self->hash % G_N_ELEMENTS (grounds)][0]);
  gdk_rgba_parse (&stops[1].color, grounds[self->hash % G_N_ELEMENTS (grounds)][1]);
  gsk_rounded_rect_init_from_rect (&shape, &page, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_linear_gradient (snapshot, &page, &GRAPHENE_POINT_INIT (0, 0),
                                       &GRAPHENE_POINT_INIT (0, height), stops, 2);
  draw_rings (self, snapshot, width, height);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, .18f }, &spine);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
cog_cover_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  CogCover *self = COG_COVER (widget);

  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->width * 4 / 3;
}

static void
cog_cover_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkAllocation box = { 0, 0, width, height };

  gtk_widget_size_allocate (COG_COVER (widget)->label, &box, -1);
}

static void
cog_cover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogCover *self = COG_COVER (object);

  self->width = g_value_get_int (value);
  if (self->width < SMALL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "small-cover");
}

static void
cog_cover_dispose (GObject *object)
{
  g_clear_pointer (&COG_COVER (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_cover_parent_class)->dispose (object);
}

static void
cog_cover_class_init (CogCoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_cover_dispose;
  G_OBJECT_CLASS (klass)->set_property = cog_cover_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WIDTH,
                                   g_param_spec_int ("width", NULL, NULL, 40, 400, WIDTH,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  widget_class->snapshot = cog_cover_snapshot;
  widget_class->measure = cog_cover_measure;
  widget_class->size_allocate = cog_cover_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cover");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cog_cover_init (CogCover *self)
{
  self->width = WIDTH;
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
cog_cover_new (void)
{
  return g_object_new (COG_TYPE_COVER, NULL);
}

void
cog_cover_set_title (CogCover *self, const char *title, const char *language)
{
  g_return_if_fail (COG_IS_COVER (self) && title != NULL);

  self->hash = g_str_hash (title);
  gtk_label_set_label (GTK_LABEL (self->label), title);
  gtk_widget_set_direction (self->label, language != NULL && cog_language_is_rtl (language)
                                             ? GTK_TEXT_DIR_RTL
                                             : GTK_TEXT_DIR_LTR);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
