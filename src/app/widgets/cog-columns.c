/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-columns.h"

#include "cog-text-scale.h"

#include <math.h>

struct _CogColumns
{
  GtkWidget parent_instance;
  int least, start_width, end_width, spacing;
};

enum
{
  PROP_LEAST = 1,
  PROP_START_WIDTH,
  PROP_END_WIDTH,
  PROP_SPACING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (CogColumns, cog_columns, GTK_TYPE_WIDGET)

/* (nullable): one that is hidden leaves the room to the other. */
static GtkWidget *
get_start (CogColumns *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static GtkWidget *
get_end (CogColumns *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));

  if (child == gtk_widget_get_first_child (GTK_WIDGET (self)))
    return NULL;
  return gtk_widget_should_layout (child) ? child : NULL;
}

static int
get_least (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_natural (GtkWidget *child)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_wanted (GtkWidget *child, int width)
{
  return width < 0 ? get_natural (child) : (int)(width * cog_text_scale_get ());
}

/* Of the start, and of the end; both the whole width: they stand one above the other. */
static void
divide (CogColumns *self, int width, int *start, int *end)
{
  GtkWidget *first = get_start (self), *second = get_end (self);
  int room = width - self->spacing;
  int least_start = get_least (first, GTK_ORIENTATION_HORIZONTAL, -1);
  int least_end = get_least (second, GTK_ORIENTATION_HORIZONTAL, -1);

  *start = *end = width;
  if (first == NULL || second == NULL || width < self->least * cog_text_scale_get () ||
      room < least_start + least_end)
    return;
  if (self->start_width != 0)
    *start = get_wanted (first, self->start_width);
  else if (self->end_width != 0)
    *start = room - get_wanted (second, self->end_width);
  else
    *start = room / 2;
  *start = CLAMP (*start, least_start, room - least_end);
  *end = room - *start;
}

static GtkSizeRequestMode
cog_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CogColumns *self, int *minimum, int *natural)
{
  GtkWidget *start = get_start (self), *end = get_end (self);

  *minimum = MAX (get_least (start, GTK_ORIENTATION_HORIZONTAL, -1),
                  get_least (end, GTK_ORIENTATION_HORIZONTAL, -1));
  *natural = get_natural (start) + get_natural (end);
  if (start != NULL && end != NULL)
    *natural += self->spacing;
}

static int
measure_height (CogColumns *self, int width)
{
  GtkWidget *first = get_start (self), *second = get_end (self);
  int start, end, above, below;

  divide (self, width, &start, &end);
  above = get_least (first, GTK_ORIENTATION_VERTICAL, start);
  below = get_least (second, GTK_ORIENTATION_VERTICAL, end);
  if (start < width)
    return MAX (above, below);
  return above + below + (first != NULL && second != NULL ? self->spacing : 0);
}

/* At which they stand side by side as they like. */
static int
get_good_width (CogColumns *self)
{
  int minimum, natural;

  measure_width (self, &minimum, &natural);
  return MAX (natural, (int)ceil (self->least * cog_text_scale_get ()));
}

static void
cog_columns_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  CogColumns *self = COG_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    {
      /* Without a width, how low it can be: side by side. */
      if (for_size < 0)
        for_size = get_good_width (self);
      *minimum = *natural = measure_height (self, for_size);
    }
}

static void
place (CogColumns *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation box = { x, y, width, height };

  if (child == NULL)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
cog_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogColumns *self = COG_COLUMNS (widget);
  GtkWidget *first = get_start (self), *second = get_end (self);
  int start, end, above;

  divide (self, width, &start, &end);
  if (start < width)
    {
      place (self, first, 0, 0, start, height);
      place (self, second, start + self->spacing, 0, end, height);
      return;
    }
  above = second != NULL ? get_least (first, GTK_ORIENTATION_VERTICAL, width) : height;
  place (self, first, 0, 0, width, above);
  if (first != NULL)
    above += self->spacing;
  else
    above = 0;
  place (self, second, 0, above, width,
         MAX (height - above, get_least (second, GTK_ORIENTATION_VERTICAL, width)));
}

static void
cog_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogColumns *self = COG_COLUMNS (object);
  int *const places[N_PROPS] = { NULL, &self->least, &self->start_width, &self->end_width,
                                 &self->spacing };

  *places[id] = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cog_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cog_columns_parent_class)->dispose (object);
}

static void
cog_columns_class_init (CogColumnsClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "least", "start-width", "end-width",
                                              "spacing" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cog_columns_dispose;
  object_class->set_property = cog_columns_set_property;
  for (guint i = PROP_LEAST; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i,
                                     g_param_spec_int (names[i], NULL, NULL, -1, G_MAXINT, 0,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  widget_class->get_request_mode = cog_columns_get_request_mode;
  widget_class->measure = cog_columns_measure;
  widget_class->size_allocate = cog_columns_size_allocate;
}

static void
cog_columns_init (CogColumns *self)
{
}
