/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-panel.h"

struct _CogPanel
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (CogPanel, cog_panel, GTK_TYPE_WIDGET)

static void
cog_panel_dispose (GObject *object)
{
  CogPanel *self = COG_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  G_OBJECT_CLASS (cog_panel_parent_class)->dispose (object);
}

static void
cog_panel_class_init (CogPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPanel, scroller);
}

static void
cog_panel_init (CogPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_panel_set_project (CogPanel *self, CogProject *project, CogPlace *place)
{
  g_return_if_fail (COG_IS_PANEL (self) && self->project == NULL);
  g_return_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place));

  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
}
