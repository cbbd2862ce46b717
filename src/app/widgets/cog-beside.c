/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-beside.h"

#include "cog-text-scale.h"

/* Pixels, with text of the usual size. */
#define GAP 6         /* between the two */
#define ROOM_MAIN 620 /* that the main one needs side by side: two pages of a book */
#define ROOM_BESIDE 320
#define SHARE .42     /* of the width at most, side by side */
#define SHARE_HIGH .4 /* of the height, one above the other */

struct _CogBeside
{
  GtkWidget parent_instance;
  GtkWidget *main;
  GtkWidget *beside; /* (nullable) */
};

enum
{
  PROP_MAIN = 1,
  PROP_BESIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogBeside, cog_beside, GTK_TYPE_WIDGET)

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_should_layout (widget);
}

static int
get_least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least;

  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

/* Nothing below says how large it wants to be: both scroll. */
static void
cog_beside_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  CogBeside *self = COG_BESIDE (widget);
  GtkWidget *const children[] = { self->main, self->beside };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least, wanted;

      if (!is_shown (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &least, &wanted, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
      else
        {
          *minimum += least + (i > 0 ? GAP : 0);
          *natural += wanted + (i > 0 ? GAP : 0);
        }
    }
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  const GtkAllocation box = { x, y, width, height };

  gtk_widget_size_allocate (child, &box, -1);
}

static void
cog_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogBeside *self = COG_BESIDE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int room_main = (int)(ROOM_MAIN * cog_text_scale_get ());
  int room_beside = (int)(ROOM_BESIDE * cog_text_scale_get ());
  int part, rest;

  if (self->main == NULL || !is_shown (self->beside))
    {
      if (self->main != NULL)
        allocate (self->main, 0, 0, width, height);
      return;
    }
  if (width >= room_beside + GAP + room_main)
    {
      part = MAX (room_beside, MIN ((int)(width * SHARE), width - GAP - room_main));
      part = MAX (part, get_least (self->beside, GTK_ORIENTATION_HORIZONTAL, -1));
      rest = width - part - GAP;
      allocate (self->beside, is_rtl ? width - part : 0, 0, part, height);
      allocate (self->main, is_rtl ? 0 : part + GAP, 0, rest, height);
      return;
    }
  rest = get_least (self->main, GTK_ORIENTATION_VERTICAL, width);
  part = MIN ((int)(height * SHARE_HIGH), height - GAP - rest);
  part = MAX (part, get_least (self->beside, GTK_ORIENTATION_VERTICAL, width));
  allocate (self->beside, 0, 0, width, part);
  allocate (self->main, 0, part + GAP, width, MAX (rest, height - part - GAP));
}

static void
cog_beside_dispose (GObject *object)
{
  CogBeside *self = COG_BESIDE (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->beside, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_beside_parent_class)->dispose (object);
}

static void
cog_beside_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CogBeside *self = COG_BESIDE (object);

  g_value_set_object (value, id == PROP_MAIN ? self->main : self->beside);
}

/* Tab goes through what is beside first, as it is read. */
static void
set_child (CogBeside *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;
  if (place == &self->beside)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->main);
  else
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
cog_beside_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogBeside *self = COG_BESIDE (object);

  set_child (self, id == PROP_MAIN ? &self->main : &self->beside, g_value_get_object (value));
}

static void
cog_beside_class_init (CogBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = cog_beside_dispose;
  object_class->get_property = cog_beside_get_property;
  object_class->set_property = cog_beside_set_property;
  widget_class->measure = cog_beside_measure;
  widget_class->size_allocate = cog_beside_size_allocate;
  props[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_BESIDE] = g_param_spec_object ("beside", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cog_beside_init (CogBeside *self)
{
}

void
cog_beside_set_beside (CogBeside *self, GtkWidget *child)
{
  g_return_if_fail (COG_IS_BESIDE (self));
  set_child (self, &self->beside, child);
}
