/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-part-row.h"

struct _CogRightsPartRow
{
  GtkBox parent_instance;
  GtkLabel *title, *origin, *licence, *words;
  GtkImage *mark;
  GtkWidget *note, *ways, *edit, *show, *record;
};

G_DEFINE_FINAL_TYPE (CogRightsPartRow, cog_rights_part_row, GTK_TYPE_BOX)

static void
cog_rights_part_row_class_init (CogRightsPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/rights/cog-rights-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, title);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, origin);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, licence);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, note);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, mark);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, words);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, ways);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, edit);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, show);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, record);
}

static void
cog_rights_part_row_init (CogRightsPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The target first: an action without the one that it needs complains. */
static void
set_action (GtkWidget *button, const char *action, guint position)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

void
cog_rights_part_row_show (CogRightsPartRow *self, CogRightsPart *part, guint position)
{
  const CogRightsPartData *data = cog_rights_part_get (part);
  const char *known[] = { "licence", NULL };
  const char *unknown[] = { "licence", "unknown", NULL };
  const char *assumed[] = { "licence", "unchosen", NULL };
  const char *binds[] = { "accent", NULL };
  const char *warns[] = { "warning", NULL };
  const char *stops[] = { "error", NULL };
  const char *sentence = data->problem != NULL ? data->problem : data->binds;

  gtk_label_set_label (self->title, data->title);
  gtk_label_set_label (self->origin, data->origin);
  gtk_label_set_label (self->licence, data->licence);
  gtk_widget_set_css_classes (GTK_WIDGET (self->licence), !data->is_unknown ? known
                                                          : data->is_error  ? unknown
                                                                            : assumed);
  set_action (self->edit, "rights.edit", position);
  set_action (self->show, "rights.show", position);
  set_action (self->record, "rights.edit", position);
  gtk_widget_set_visible (self->edit, data->credit != NULL);
  gtk_widget_set_visible (self->ways, data->is_error);
  gtk_widget_set_visible (self->show, !data->is_text);
  gtk_widget_set_visible (self->note, sentence != NULL);
  if (sentence == NULL)
    return;
  gtk_label_set_label (self->words, sentence);
  gtk_image_set_from_icon_name (self->mark, data->problem == NULL ? "view-pin-symbolic"
                                            : data->is_error      ? "dialog-error-symbolic"
                                                                  : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), data->problem == NULL ? binds
                                                       : data->is_error      ? stops
                                                                             : warns);
}
