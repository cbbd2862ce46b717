/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-panel-card.h"

typedef struct
{
  CogProject *project;
  CogUnit *unit;
  GCancellable *cancellable;
} CogPanelCardPrivate;

enum
{
  STRIP_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CogPanelCard, cog_panel_card, GTK_TYPE_WIDGET)

static CogPanelCardPrivate *
get (CogPanelCard *self)
{
  return cog_panel_card_get_instance_private (self);
}

static void
drop (CogPanelCardPrivate *private)
{
  g_cancellable_cancel (private->cancellable);
  g_clear_object (&private->cancellable);
  g_clear_object (&private->project);
  g_clear_pointer (&private->unit, cog_unit_free);
}

static void
cog_panel_card_dispose (GObject *object)
{
  drop (get (COG_PANEL_CARD (object)));
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cog_panel_card_parent_class)->dispose (object);
}

static void
cog_panel_card_class_init (CogPanelCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_panel_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[STRIP_CHANGED] = g_signal_new ("strip-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_panel_card_init (CogPanelCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_panel_card_show (CogPanelCard *self, CogProject *project, const CogUnit *unit)
{
  CogPanelCardPrivate *private;
  gboolean is_other;
  CogUnit *copy;

  g_return_if_fail (COG_IS_PANEL_CARD (self) && (unit == NULL || COG_IS_PROJECT (project)));

  private = get (self);
  is_other = private->unit == NULL || unit == NULL || !g_str_equal (private->unit->id, unit->id);
  if (is_other)
    cog_panel_card_flush (self);
  /* The unit may be the one that is held here. */
  copy = unit != NULL ? cog_unit_copy (unit) : NULL;
  if (unit != NULL)
    g_object_ref (project);
  drop (private);
  if (copy == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  private->unit = copy;
  private->project = project;
  private->cancellable = g_cancellable_new ();
  COG_PANEL_CARD_GET_CLASS (self)->show (self, project, copy, is_other);
}

void
cog_panel_card_flush (CogPanelCard *self)
{
  g_return_if_fail (COG_IS_PANEL_CARD (self));

  if (get (self)->unit != NULL && COG_PANEL_CARD_GET_CLASS (self)->flush != NULL)
    COG_PANEL_CARD_GET_CLASS (self)->flush (self);
}

GtkWidget *
cog_panel_card_new_strip (CogPanelCard *self)
{
  g_return_val_if_fail (COG_IS_PANEL_CARD (self), NULL);

  if (get (self)->unit == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)) ||
      COG_PANEL_CARD_GET_CLASS (self)->new_strip == NULL)
    return NULL;
  return COG_PANEL_CARD_GET_CLASS (self)->new_strip (self);
}

CogProject *
cog_panel_card_get_project (CogPanelCard *self)
{
  g_return_val_if_fail (COG_IS_PANEL_CARD (self), NULL);
  return get (self)->project;
}

const CogUnit *
cog_panel_card_get_unit (CogPanelCard *self)
{
  g_return_val_if_fail (COG_IS_PANEL_CARD (self), NULL);
  return get (self)->unit;
}

GCancellable *
cog_panel_card_get_cancellable (CogPanelCard *self)
{
  g_return_val_if_fail (COG_IS_PANEL_CARD (self), NULL);
  return get (self)->cancellable;
}

void
cog_panel_card_store_row (CogPanelCard *self)
{
  g_return_if_fail (COG_IS_PANEL_CARD (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "workbench.flush", NULL);
}

void
cog_panel_card_tell_error (CogPanelCard *self, const GError *error)
{
  g_return_if_fail (COG_IS_PANEL_CARD (self) && error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

gboolean
cog_panel_card_edit (CogPanelCard *self, const CogUnitEdit *edit, const char *label)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (COG_IS_PANEL_CARD (self) && edit != NULL, FALSE);
  g_return_val_if_fail (get (self)->project != NULL, FALSE);

  project = g_object_ref (get (self)->project);
  /* What is typed in the row is older than this. */
  cog_panel_card_store_row (self);
  if (cog_project_edit (project, edit, 1, label, &error))
    return TRUE;
  cog_panel_card_tell_error (self, error);
  return FALSE;
}

void
cog_panel_card_strip_changed (CogPanelCard *self)
{
  g_return_if_fail (COG_IS_PANEL_CARD (self));
  g_signal_emit (self, signals[STRIP_CHANGED], 0);
}
