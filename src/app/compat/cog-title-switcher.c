/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-title-switcher.h"

struct _CogTitleSwitcher
{
  GtkWidget parent_instance;
  GtkWidget *names, *title;
  int reserve; /* pixels */
  gboolean is_narrow;
  guint notify_idle;
};

G_DEFINE_FINAL_TYPE (CogTitleSwitcher, cog_title_switcher, GTK_TYPE_WIDGET)

enum
{
  PROP_IS_NARROW = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* As wide as the names want to be, and no wider than the title needs. */
static void
cog_title_switcher_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  CogTitleSwitcher *self = COG_TITLE_SWITCHER (widget);
  int names_minimum, names_natural;

  gtk_widget_measure (self->names, orientation, -1, &names_minimum, &names_natural, NULL, NULL);
  gtk_widget_measure (self->title, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, names_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    names_natural += self->reserve;
  *natural = MAX (*natural, names_natural);
}

static gboolean
notify_cb (gpointer user_data)
{
  CogTitleSwitcher *self = user_data;

  self->notify_idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_NARROW]);
  return G_SOURCE_REMOVE;
}

/* Who hears it shows or hides a bar below, and this is in the middle of a layout: that bar would be
 * given less than no height. */
static void
queue_notify (CogTitleSwitcher *self)
{
  if (self->notify_idle == 0)
    self->notify_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, self, NULL);
}

static void
cog_title_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogTitleSwitcher *self = COG_TITLE_SWITCHER (widget);
  gboolean is_narrow;
  int wanted;

  gtk_widget_measure (self->names, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  is_narrow = width < wanted + self->reserve;
  gtk_widget_set_child_visible (self->names, !is_narrow);
  gtk_widget_set_child_visible (self->title, is_narrow);
  gtk_widget_allocate (is_narrow ? self->title : self->names, width, height, baseline, NULL);
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  queue_notify (self);
}

static void
cog_title_switcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_NARROW)
    g_value_set_boolean (value, COG_TITLE_SWITCHER (object)->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cog_title_switcher_dispose (GObject *object)
{
  CogTitleSwitcher *self = COG_TITLE_SWITCHER (object);

  g_clear_handle_id (&self->notify_idle, g_source_remove);
  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_title_switcher_parent_class)->dispose (object);
}

static void
cog_title_switcher_class_init (CogTitleSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = cog_title_switcher_get_property;
  G_OBJECT_CLASS (klass)->dispose = cog_title_switcher_dispose;
  widget_class->measure = cog_title_switcher_measure;
  widget_class->size_allocate = cog_title_switcher_size_allocate;
  props[PROP_IS_NARROW] = g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
cog_title_switcher_init (CogTitleSwitcher *self)
{
  self->names =
      g_object_new (ADW_TYPE_VIEW_SWITCHER, "policy", ADW_VIEW_SWITCHER_POLICY_WIDE, NULL);
  self->title = adw_window_title_new ("", "");
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

void
cog_title_switcher_set_title (CogTitleSwitcher *self, const char *title)
{
  g_return_if_fail (COG_IS_TITLE_SWITCHER (self) && title != NULL);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
}

void
cog_title_switcher_set_stack (CogTitleSwitcher *self, AdwViewStack *stack)
{
  g_return_if_fail (COG_IS_TITLE_SWITCHER (self));
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->names), stack);
}

void
cog_title_switcher_set_reserve (CogTitleSwitcher *self, int reserve)
{
  g_return_if_fail (COG_IS_TITLE_SWITCHER (self) && reserve >= 0);

  if (self->reserve == reserve)
    return;
  self->reserve = reserve;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
cog_title_switcher_is_narrow (CogTitleSwitcher *self)
{
  g_return_val_if_fail (COG_IS_TITLE_SWITCHER (self), FALSE);
  return self->is_narrow;
}
