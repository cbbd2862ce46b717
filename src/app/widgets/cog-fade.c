/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fade.h"

#include <adwaita.h>

#define DURATION 150 /* milliseconds */

struct _CogFade
{
  GtkWidget parent_instance;
  GtkWidget *child;
  GdkPaintable *before; /* NULL: at rest */
  AdwAnimation *animation;
  double progress; /* 0..1 */
};

enum
{
  PROP_CHILD = 1
};

G_DEFINE_FINAL_TYPE (CogFade, cog_fade, GTK_TYPE_WIDGET)

static void
progress_cb (double value, gpointer user_data)
{
  CogFade *self = user_data;

  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
done_cb (AdwAnimation *animation, CogFade *self)
{
  g_clear_object (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cog_fade_begin (CogFade *self)
{
  g_autoptr (GdkPaintable) live = NULL;

  g_return_if_fail (COG_IS_FADE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)) || self->before != NULL)
    return;
  live = gtk_widget_paintable_new (self->child);
  self->before = gdk_paintable_get_current_image (live);
  adw_animation_play (self->animation);
}

static void
cog_fade_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogFade *self = COG_FADE (widget);

  if (self->before == NULL)
    {
      GTK_WIDGET_CLASS (cog_fade_parent_class)->snapshot (widget, snapshot);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, self->progress);
  gdk_paintable_snapshot (self->before, snapshot, gdk_paintable_get_intrinsic_width (self->before),
                          gdk_paintable_get_intrinsic_height (self->before));
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->child, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
cog_fade_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogFade *self = COG_FADE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child != NULL)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
cog_fade_dispose (GObject *object)
{
  CogFade *self = COG_FADE (object);

  g_clear_object (&self->animation);
  g_clear_object (&self->before);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_fade_parent_class)->dispose (object);
}

static void
cog_fade_class_init (CogFadeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_fade_dispose;
  G_OBJECT_CLASS (klass)->set_property = cog_fade_set_property;
  widget_class->snapshot = cog_fade_snapshot;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_CHILD,
                                   g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cog_fade_init (CogFade *self)
{
  self->animation =
      adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                               adw_callback_animation_target_new (progress_cb, self, NULL));
  g_signal_connect (self->animation, "done", G_CALLBACK (done_cb), self);
}
