/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-slip.h"

struct _CogSlip
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title, *aside;
  GtkListBox *rows;
};

enum
{
  PROP_TITLE = 1
};

G_DEFINE_FINAL_TYPE (CogSlip, cog_slip, GTK_TYPE_WIDGET)

static void
cog_slip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  cog_slip_set_title (COG_SLIP (object), g_value_get_string (value));
}

static void
cog_slip_dispose (GObject *object)
{
  g_clear_pointer (&COG_SLIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_slip_parent_class)->dispose (object);
}

static void
cog_slip_class_init (CogSlipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_slip_dispose;
  G_OBJECT_CLASS (klass)->set_property = cog_slip_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/widgets/cog-slip.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSlip, box);
  gtk_widget_class_bind_template_child (widget_class, CogSlip, title);
  gtk_widget_class_bind_template_child (widget_class, CogSlip, aside);
  gtk_widget_class_bind_template_child (widget_class, CogSlip, rows);
}

static void
cog_slip_init (CogSlip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_slip_set_title (CogSlip *self, const char *title)
{
  g_return_if_fail (COG_IS_SLIP (self));

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

void
cog_slip_set_aside (CogSlip *self, const char *text, const char *badge_class)
{
  const char *badge[] = { "badge", badge_class, NULL };
  const char *plain[] = { "small", "dim", NULL };

  g_return_if_fail (COG_IS_SLIP (self));

  gtk_label_set_label (self->aside, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->aside), text != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->aside), badge_class != NULL ? badge : plain);
  gtk_widget_set_hexpand (GTK_WIDGET (self->aside), badge_class == NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->aside),
                         badge_class != NULL ? GTK_ALIGN_START : GTK_ALIGN_END);
}

void
cog_slip_set_middle (CogSlip *self, GtkWidget *widget)
{
  g_return_if_fail (COG_IS_SLIP (self) && GTK_IS_WIDGET (widget));

  gtk_box_insert_child_after (GTK_BOX (self->box), widget, gtk_widget_get_first_child (self->box));
}

void
cog_slip_clear (CogSlip *self)
{
  GtkWidget *row;

  g_return_if_fail (COG_IS_SLIP (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_slip_append (CogSlip *self, GtkWidget *row)
{
  g_return_if_fail (COG_IS_SLIP (self) && GTK_IS_WIDGET (row));

  gtk_list_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
