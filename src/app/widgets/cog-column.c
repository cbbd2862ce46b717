/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-column.h"

struct _CogColumn
{
  GtkWidget parent_instance;
  GtkWidget *child;
};

enum
{
  PROP_CHILD = 1
};

G_DEFINE_FINAL_TYPE (CogColumn, cog_column, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cog_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cog_column_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  CogColumn *self = COG_COLUMN (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      NULL, NULL);
}

static void
cog_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogColumn *self = COG_COLUMN (widget);
  GtkAllocation box = { 0, 0, width, height };

  if (self->child != NULL)
    gtk_widget_size_allocate (self->child, &box, -1);
}

static void
cog_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  cog_column_set_child (COG_COLUMN (object), g_value_get_object (value));
}

static void
cog_column_dispose (GObject *object)
{
  g_clear_pointer (&COG_COLUMN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_column_parent_class)->dispose (object);
}

static void
cog_column_class_init (CogColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_column_dispose;
  G_OBJECT_CLASS (klass)->set_property = cog_column_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_CHILD,
                                   g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  widget_class->get_request_mode = cog_column_get_request_mode;
  widget_class->measure = cog_column_measure;
  widget_class->size_allocate = cog_column_size_allocate;
}

static void
cog_column_init (CogColumn *self)
{
}

void
cog_column_set_child (CogColumn *self, GtkWidget *child)
{
  g_return_if_fail (COG_IS_COLUMN (self) && (child == NULL || GTK_IS_WIDGET (child)));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}
