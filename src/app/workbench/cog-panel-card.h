/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPanelCard:
 *
 * A card of the panel: something to know or to decide about the unit in hand. To add one, derive
 * from this class and put its type into the table of cog-panel.c.
 *
 * show() is called in the main thread for each unit that comes in hand and whenever it changed. It
 * says whether there is anything to show for this unit: gtk_widget_set_visible(). What takes time
 * runs in a thread under the cancellable of the card, and finds it cancelled when another unit is
 * in hand.
 */
#define COG_TYPE_PANEL_CARD (cog_panel_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (CogPanelCard, cog_panel_card, COG, PANEL_CARD, GtkWidget)

struct _CogPanelCardClass
{
  GtkWidgetClass parent_class;

  /* is_other: another unit than before is in hand; else the same, changed or not. */
  void (*show) (CogPanelCard *self, CogProject *project, const CogUnit *unit, gboolean is_other);
  /* Stores what is typed and not yet stored. Optional. */
  void (*flush) (CogPanelCard *self);
  /* What a narrow window shows of the card while the rest is folded: a line and its buttons. NULL
   * where nothing in it is open. Optional. (transfer floating) (nullable) */
  GtkWidget *(*new_strip) (CogPanelCard *self);
};

/* unit (nullable): none is in hand, the card is hidden. */
void cog_panel_card_show (CogPanelCard *self, CogProject *project, const CogUnit *unit);
void cog_panel_card_flush (CogPanelCard *self);
GtkWidget *cog_panel_card_new_strip (CogPanelCard *self);

/* For cards. NULL: none is in hand. (transfer none) (nullable) */
CogProject *cog_panel_card_get_project (CogPanelCard *self);
const CogUnit *cog_panel_card_get_unit (CogPanelCard *self);
/* Cancelled when another unit comes in hand, or the same changed. (transfer none) */
GCancellable *cog_panel_card_get_cancellable (CogPanelCard *self);
/* Stores what is typed in the row, then the edit, as one step of that name. A fault is shown. */
gboolean cog_panel_card_edit (CogPanelCard *self, const CogUnitEdit *edit, const char *label);
/* The same for what the store has a function of its own for: first what is typed. */
void cog_panel_card_store_row (CogPanelCard *self);
/* Shows a fault (not one that was cancelled). */
void cog_panel_card_tell_error (CogPanelCard *self, const GError *error);
/* What new_strip() returns changed after show(), such as when a thread ended. Emits
 * "strip-changed". */
void cog_panel_card_strip_changed (CogPanelCard *self);

G_END_DECLS
