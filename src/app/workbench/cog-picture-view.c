/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels. */
#define MAX_HEIGHT 340
#define WAITING_HEIGHT 72

struct _CogPictureView
{
  GtkWidget parent_instance;
  CogPictures *pictures;
  const CogRowPicture *picture;
  gboolean is_before;
  char *name;          /* in the pictures */
  GdkPaintable *shown; /* (nullable) */
  GtkWidget *words;    /* (nullable): instead of it */
};

G_DEFINE_FINAL_TYPE (CogPictureView, cog_picture_view, GTK_TYPE_WIDGET)

static void
show_words (CogPictureView *self, const char *words)
{
  if (self->words == NULL)
    {
      self->words = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
      gtk_label_set_justify (GTK_LABEL (self->words), GTK_JUSTIFY_CENTER);
      gtk_widget_set_direction (self->words, gtk_widget_get_default_direction ());
      gtk_widget_add_css_class (self->words, "picture-words");
      gtk_widget_set_parent (self->words, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->words), words);
}

static GdkPaintable *
find (CogPictureView *self)
{
  if (self->picture->drawing != NULL)
    return cog_pictures_find_drawing (self->pictures, self->name, self->picture->drawing);
  return cog_pictures_find (self->pictures, self->name);
}

static void
update (CogPictureView *self)
{
  const char *fault;

  if (self->name == NULL || self->shown != NULL)
    return;
  self->shown = find (self);
  fault = self->shown == NULL ? cog_pictures_get_fault (self->pictures, self->name) : NULL;
  if (self->shown != NULL)
    {
      g_clear_pointer (&self->words, gtk_widget_unparent);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "waits");
    }
  else if (fault != NULL)
    show_words (self, fault);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
loaded_cb (CogPictures *pictures, const char *name, CogPictureView *self)
{
  if (g_strcmp0 (name, self->name) == 0)
    update (self);
}

static void
get_size (CogPictureView *self, int width, double *w, double *h)
{
  double natural_width = gdk_paintable_get_intrinsic_width (self->shown);
  double natural_height = gdk_paintable_get_intrinsic_height (self->shown);
  double scale;

  if (natural_width < 1 || natural_height < 1)
    natural_width = natural_height = 1;
  scale = MIN (1, width / natural_width);
  scale = MIN (scale, MAX_HEIGHT / natural_height);
  *w = natural_width * scale;
  *h = natural_height * scale;
}

static void
cog_picture_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CogPictureView *self = COG_PICTURE_VIEW (widget);
  double w = 0, h = WAITING_HEIGHT;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 24;
      return;
    }
  if (self->shown != NULL)
    get_size (self, for_size >= 0 ? for_size : 300, &w, &h);
  else if (self->words != NULL)
    {
      int needed = 0;

      gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, for_size, NULL, &needed, NULL,
                          NULL);
      h = MAX (WAITING_HEIGHT, needed);
    }
  *minimum = *natural = (int)ceil (h);
}

static GtkSizeRequestMode
cog_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cog_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogPictureView *self = COG_PICTURE_VIEW (widget);
  GtkAllocation box = { 0, 0, width, height };

  if (self->words != NULL)
    gtk_widget_size_allocate (self->words, &box, -1);
}

static void
cog_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogPictureView *self = COG_PICTURE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  double w, h, x;
  GskRoundedRect clip;

  GTK_WIDGET_CLASS (cog_picture_view_parent_class)->snapshot (widget, snapshot);
  if (self->shown == NULL)
    return;
  get_size (self, width, &w, &h);
  x = floor ((width - w) / 2);
  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT ((float)x, 0, (float)w, (float)h), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, 0));
  gdk_paintable_snapshot (self->shown, snapshot, w, h);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
cog_picture_view_dispose (GObject *object)
{
  CogPictureView *self = COG_PICTURE_VIEW (object);

  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (cog_picture_view_parent_class)->dispose (object);
}

static void
cog_picture_view_class_init (CogPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_picture_view_dispose;
  widget_class->measure = cog_picture_view_measure;
  widget_class->get_request_mode = cog_picture_view_get_request_mode;
  widget_class->size_allocate = cog_picture_view_size_allocate;
  widget_class->snapshot = cog_picture_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pictureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cog_picture_view_init (CogPictureView *self)
{
}

GtkWidget *
cog_picture_view_new (CogPictures *pictures,
                      const CogRowPicture *picture,
                      gboolean before,
                      const char *alt)
{
  CogPictureView *self = g_object_new (COG_TYPE_PICTURE_VIEW, NULL);
  const char *asset;

  g_return_val_if_fail (COG_IS_PICTURES (pictures) && picture != NULL, NULL);

  self->pictures = g_object_ref (pictures);
  gtk_widget_add_css_class (GTK_WIDGET (self), "waits");
  self->picture = picture;
  asset = before && picture->before != NULL ? picture->before : picture->asset;
  self->name = picture->drawing != NULL ? g_strdup_printf ("@%s", picture->id) : g_strdup (asset);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      alt != NULL && alt[0] != '\0' ? alt : _ ("A picture without a description"), -1);
  g_signal_connect (pictures, "loaded", G_CALLBACK (loaded_cb), self);
  update (self);
  return GTK_WIDGET (self);
}
