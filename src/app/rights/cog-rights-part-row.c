/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-part-row.h"

#define LONG_NAME 22 /* characters: "CC BY-NC-SA 3.0 IGO" fits */

struct _CogRightsPartRow
{
  GtkListBoxRow parent_instance;
  CogRightsPart *part;
  CogPictures *pictures;
  guint position;
  GtkPicture *picture;
  GtkImage *icon, *mark;
  GtkLabel *title, *origin, *licence, *words;
  GtkWidget *note, *ways, *edit;
  GtkWidget *put_back, *replace, *record, *decide, *ask, *remove;
};

G_DEFINE_FINAL_TYPE (CogRightsPartRow, cog_rights_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
cog_rights_part_row_dispose (GObject *object)
{
  CogRightsPartRow *self = COG_RIGHTS_PART_ROW (object);

  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  g_clear_object (&self->part);
  G_OBJECT_CLASS (cog_rights_part_row_parent_class)->dispose (object);
}

static void
cog_rights_part_row_class_init (CogRightsPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_rights_part_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/rights/cog-rights-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, picture);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, title);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, origin);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, licence);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, note);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, mark);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, words);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, ways);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, edit);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, put_back);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, replace);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, record);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, decide);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, ask);
  gtk_widget_class_bind_template_child (widget_class, CogRightsPartRow, remove);
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

static const char *
get_icon (const CogRightsPartData *data)
{
  switch (data->kind)
    {
    case COG_COMPONENT_TABLE:
      return "view-grid-symbolic";
    case COG_COMPONENT_FIGURE:
      return "image-x-generic-symbolic";
    case COG_COMPONENT_MEDIA:
      return "audio-x-generic-symbolic";
    case COG_COMPONENT_TEXT:
    case COG_COMPONENT_QUOTATION:
    case COG_COMPONENT_EXERCISE:
      break;
    }
  return "view-paged-symbolic";
}

/* What cannot be shown keeps its sign: why is said where it stands in the book. */
static void
show_picture (CogRightsPartRow *self)
{
  const char *name = cog_rights_part_get (self->part)->picture;
  g_autoptr (GdkPaintable) paintable =
      name != NULL ? cog_pictures_find (self->pictures, name) : NULL;

  gtk_picture_set_paintable (self->picture, paintable);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), paintable != NULL);
}

static void
loaded_cb (CogPictures *pictures, const char *name, CogRightsPartRow *self)
{
  if (g_strcmp0 (cog_rights_part_get (self->part)->picture, name) == 0)
    show_picture (self);
}

static void
show_note (CogRightsPartRow *self, const CogRightsPartData *data)
{
  const char *sentence = data->problem != NULL ? data->problem : data->binds;
  const char *icon = data->problem == NULL ? "view-pin-symbolic"
                     : data->is_error      ? "dialog-error-symbolic"
                                           : "dialog-warning-symbolic";
  const char *colour = data->problem == NULL ? "accent" : data->is_error ? "error" : "warning";

  gtk_widget_set_visible (self->note, sentence != NULL);
  gtk_label_set_label (self->words, sentence != NULL ? sentence : "");
  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), colour);
  if (data->problem == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), colour);
}

static gboolean
has_way (const CogRightsPartData *data, const char *way)
{
  return g_strv_contains (data->ways, way);
}

/* Ways out, where there is something to be got out of. What is merely assumed of a hundred figures
 * has none but the pencil. */
static void
show_ways (CogRightsPartRow *self, const CogRightsPartData *data)
{
  gboolean has_credit = data->credit != NULL;
  gboolean is_stuck = data->is_error || data->is_closing || has_way (data, "ask");

  set_action (self->edit, "rights.edit", self->position);
  set_action (self->record, "rights.edit", self->position);
  set_action (self->decide, "rights.edit", self->position);
  set_action (self->ask, "rights.ask", self->position);
  set_action (self->put_back, "rights.put-back", self->position);
  set_action (self->replace, "rights.replace", self->position);
  set_action (self->remove, "rights.remove", self->position);
  gtk_widget_set_visible (self->ways, is_stuck);
  gtk_widget_set_visible (self->edit, has_credit && !is_stuck);
  gtk_widget_set_visible (self->decide, has_credit && has_way (data, "decide"));
  /* What was found may be wrong, too: where nothing was left undecided, all can be corrected. */
  gtk_widget_set_visible (self->record, has_credit && !has_way (data, "decide"));
  gtk_widget_set_visible (self->ask, has_credit && has_way (data, "ask"));
  gtk_widget_set_visible (self->put_back, data->is_changed && (has_way (data, "keep-unmodified") ||
                                                               has_way (data, "separate")));
  gtk_widget_set_visible (self->replace,
                          has_way (data, "replace") && data->picture != NULL && data->unit != NULL);
  gtk_widget_set_visible (self->remove,
                          has_way (data, "remove") && !data->is_text && data->unit != NULL);
  /* In the workbench only what stands there can be corrected. */
  if (data->is_text)
    gtk_widget_add_css_class (self->edit, "always");
}

GtkWidget *
cog_rights_part_row_new (CogRightsPart *part, guint position, CogPictures *pictures)
{
  CogRightsPartRow *self = g_object_new (COG_TYPE_RIGHTS_PART_ROW, NULL);
  const CogRightsPartData *data = cog_rights_part_get (part);

  self->part = g_object_ref (part);
  self->position = position;
  self->pictures = g_object_ref (pictures);
  g_signal_connect (pictures, "loaded", G_CALLBACK (loaded_cb), self);
  gtk_label_set_label (self->title, data->title);
  gtk_label_set_label (self->origin, data->origin);
  gtk_label_set_label (self->licence, data->licence);
  /* Two that both bind take two lines; one is never broken. */
  gtk_label_set_wrap (self->licence, g_utf8_strlen (data->licence, -1) > LONG_NAME);
  if (data->is_unknown)
    gtk_widget_add_css_class (GTK_WIDGET (self->licence), data->is_error ? "unknown" : "unchosen");
  gtk_image_set_from_icon_name (self->icon, get_icon (data));
  show_picture (self);
  show_note (self, data);
  show_ways (self, data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, data->title,
                                  -1);
  return GTK_WIDGET (self);
}

CogRightsPart *
cog_rights_part_row_get_part (CogRightsPartRow *self)
{
  g_return_val_if_fail (COG_IS_RIGHTS_PART_ROW (self), NULL);
  return self->part;
}

guint
cog_rights_part_row_get_position (CogRightsPartRow *self)
{
  g_return_val_if_fail (COG_IS_RIGHTS_PART_ROW (self), 0);
  return self->position;
}
