/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cover.h"

#include "cog-language.h"

#define WIDTH 162 /* pixels; the height follows at 3:4 */
#define SMALL 100 /* below it the title is set in the small size */
#define N_RINGS 7

struct _CogCover
{
  GtkWidget parent_instance;
  GtkWidget *label;
  char *file;          /* (nullable) */
  GdkTexture *picture; /* (nullable) */
  GCancellable *loading;
  gboolean is_far, is_troubled;
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

static const char *const troubled[] = { "#77767b", "#5e5c64" };

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

/* The platform's sign, large, on what cannot be opened. */
static void
draw_warning (CogCover *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  int side = (int)(page->size.width / 3);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, "dialog-warning-symbolic", NULL, side, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
      GTK_TEXT_DIR_NONE, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA white = { 1, 1, 1, .8f };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((page->size.width - (float)side) / 2,
                                                page->size.height * .72f - (float)side / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, side, side,
                                            &white, 1);
  gtk_snapshot_restore (snapshot);
}

/* A drawn cover: ground, rings, and the title over them. */
static void
snapshot_drawn (CogCover *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  GskColorStop stops[2] = { { .offset = 0 }, { .offset = 1 } };
  const char *const *ground =
      self->is_troubled ? troubled : grounds[self->hash % G_N_ELEMENTS (grounds)];

  gdk_rgba_parse (&stops[0].color, ground[0]);
  gdk_rgba_parse (&stops[1].color, ground[1]);
  gtk_snapshot_append_linear_gradient (snapshot, page, &GRAPHENE_POINT_INIT (0, 0),
                                       &GRAPHENE_POINT_INIT (0, page->size.height), stops, 2);
  if (self->is_troubled)
    draw_warning (self, snapshot, page);
  else
    draw_rings (self, snapshot, (int)page->size.width, (int)page->size.height);
}

/* Fills the page; what is much wider or higher than a page stands whole on the drawn ground. */
static void
snapshot_picture (CogCover *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  double width = gdk_texture_get_width (self->picture);
  double height = gdk_texture_get_height (self->picture);
  double x = page->size.width / width, y = page->size.height / height;
  double factor = MAX (x, y) > 1.2 * MIN (x, y) ? MIN (x, y) : MAX (x, y);

  if (factor < MAX (x, y))
    snapshot_drawn (self, snapshot, page);
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT ((page->size.width - width * factor) / 2,
                                                    (page->size.height - height * factor) / 2,
                                                    width * factor, height * factor));
}

static void
cog_cover_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogCover *self = COG_COVER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (self->label) == GTK_TEXT_DIR_RTL;
  graphene_rect_t page = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_rect_t spine = GRAPHENE_RECT_INIT (rtl ? width - 7 : 5, 0, 2, height);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &page, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  if (self->picture != NULL)
    snapshot_picture (self, snapshot, &page);
  else
    {
      snapshot_drawn (self, snapshot, &page);
      gtk_widget_snapshot_child (widget, self->label, snapshot);
    }
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, .18f }, &spine);
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
stop_loading (CogCover *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *picture = gdk_texture_new_from_filename (file, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* A picture that is gone by now leaves the drawn cover. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogCover *self = COG_COVER (object);
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;
  g_clear_object (&self->loading);
  if (picture != NULL)
    cog_cover_set_picture (self, picture);
}

static void
load (CogCover *self)
{
  g_autoptr (GTask) task = NULL;

  stop_loading (self);
  if (self->file == NULL || self->is_far || self->picture != NULL)
    return;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->file), g_free);
  g_task_run_in_thread (task, load_in_thread);
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
  CogCover *self = COG_COVER (object);

  stop_loading (self);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->label, gtk_widget_unparent);
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

/* The first letter decides; U+0590…U+08FF: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
static gboolean
begins_from_right (const char *title)
{
  const char *c = title;

  while (*c != '\0' && !g_unichar_isalpha (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  return *c == '\0' || (g_utf8_get_char (c) >= 0x590 && g_utf8_get_char (c) <= 0x8ff);
}

void
cog_cover_set_title (CogCover *self, const char *title, const char *language)
{
  gboolean is_rtl = language != NULL && cog_language_is_rtl (language);
  gboolean is_turned;

  g_return_if_fail (COG_IS_COVER (self) && title != NULL);

  self->hash = g_str_hash (title);
  gtk_label_set_label (GTK_LABEL (self->label), title);
  gtk_widget_set_direction (self->label, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  /* A title that is not translated yet stands where its own lines begin. */
  is_turned = is_rtl && !begins_from_right (title);
  gtk_label_set_xalign (GTK_LABEL (self->label), is_turned ? 1 : 0);
  if (is_turned)
    gtk_widget_add_css_class (self->label, "turned");
  else
    gtk_widget_remove_css_class (self->label, "turned");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cog_cover_set_picture (CogCover *self, GdkTexture *picture)
{
  g_return_if_fail (COG_IS_COVER (self));

  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cog_cover_set_file (CogCover *self, const char *file)
{
  g_return_if_fail (COG_IS_COVER (self));

  g_free (self->file);
  self->file = g_strdup (file);
  cog_cover_set_picture (self, NULL);
  load (self);
}

void
cog_cover_set_near (CogCover *self, gboolean is_near)
{
  g_return_if_fail (COG_IS_COVER (self));

  if (self->is_far == !is_near)
    return;
  self->is_far = !is_near;
  if (is_near)
    load (self);
  else if (self->file != NULL)
    {
      stop_loading (self);
      cog_cover_set_picture (self, NULL);
    }
}

void
cog_cover_set_troubled (CogCover *self, gboolean is_troubled)
{
  g_return_if_fail (COG_IS_COVER (self));

  self->is_troubled = is_troubled;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
