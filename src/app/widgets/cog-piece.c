/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-piece.h"

#include "cog-tooltip.h"

struct _CogPiece
{
  GtkWidget parent_instance;
  CogCode *code;
  CogPieceLayout *layout; /* NULL: to be made anew */
  CogPictureFunc find_picture;
  gpointer user_data;
  gboolean is_selected;
};

G_DEFINE_FINAL_TYPE (CogPiece, cog_piece, GTK_TYPE_WIDGET)

static void
drop_layout (CogPiece *self)
{
  g_clear_pointer (&self->layout, cog_piece_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const CogPieceLayout *
get_layout (CogPiece *self)
{
  CogPieceSetting setting = { gtk_widget_get_pango_context (GTK_WIDGET (self)),
                              gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, 0,
                              self->find_picture, self->user_data };

  if (self->layout == NULL)
    self->layout = cog_piece_layout_new (self->code, &setting);
  return self->layout;
}

static void
cog_piece_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  const CogPieceLayout *layout = get_layout (COG_PIECE (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = cog_piece_layout_get_width (layout);
  else
    {
      *minimum_baseline = *natural_baseline = cog_piece_layout_get_ascent (layout);
      *minimum = *natural = *natural_baseline + cog_piece_layout_get_descent (layout);
    }
}

static void
cog_piece_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogPiece *self = COG_PIECE (widget);
  const CogPieceLayout *layout = get_layout (self);
  CogPieceColours colours;

  cog_piece_get_colours (widget, &colours);
  colours.is_selected = self->is_selected;
  cog_piece_layout_snapshot (layout, snapshot, 0, cog_piece_layout_get_ascent (layout), &colours);
}

static void
cog_piece_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cog_piece_parent_class)->css_changed (widget, change);
  drop_layout (COG_PIECE (widget));
}

static void
cog_piece_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cog_piece_parent_class)->system_setting_changed (widget, setting);
  drop_layout (COG_PIECE (widget));
}

static void
cog_piece_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (cog_piece_parent_class)->direction_changed (widget, before);
  drop_layout (COG_PIECE (widget));
}

static void
cog_piece_finalize (GObject *object)
{
  CogPiece *self = COG_PIECE (object);

  cog_piece_layout_free (self->layout);
  cog_code_free (self->code);
  G_OBJECT_CLASS (cog_piece_parent_class)->finalize (object);
}

static void
cog_piece_class_init (CogPieceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_piece_finalize;
  widget_class->measure = cog_piece_measure;
  widget_class->snapshot = cog_piece_snapshot;
  widget_class->css_changed = cog_piece_css_changed;
  widget_class->system_setting_changed = cog_piece_system_setting_changed;
  widget_class->direction_changed = cog_piece_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "piece");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cog_piece_init (CogPiece *self)
{
}

GtkWidget *
cog_piece_new (const CogCode *piece)
{
  CogPiece *self;
  g_autofree char *words = NULL;

  g_return_val_if_fail (piece != NULL, NULL);

  self = g_object_new (COG_TYPE_PIECE, NULL);
  self->code = cog_code_copy (piece);
  words = cog_piece_dup_words (piece);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  cog_tooltip_set (GTK_WIDGET (self), words);
  return GTK_WIDGET (self);
}

const CogCode *
cog_piece_get_code (CogPiece *self)
{
  g_return_val_if_fail (COG_IS_PIECE (self), NULL);
  return self->code;
}

void
cog_piece_set_pictures (CogPiece *self, CogPictureFunc func, gpointer user_data)
{
  g_return_if_fail (COG_IS_PIECE (self));

  self->find_picture = func;
  self->user_data = user_data;
  drop_layout (self);
}

void
cog_piece_set_selected (CogPiece *self, gboolean selected)
{
  g_return_if_fail (COG_IS_PIECE (self));

  if (self->is_selected == selected)
    return;
  self->is_selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
cog_piece_get_descent (CogPiece *self)
{
  g_return_val_if_fail (COG_IS_PIECE (self), 0);
  return cog_piece_layout_get_descent (get_layout (self));
}
