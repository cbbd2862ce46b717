/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-note-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define REST 900 /* milliseconds after which what was typed is stored */

struct _CogNoteCard
{
  CogPanelCard parent_instance;
  AdwExpanderRow *row;
  GtkLabel *count;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  gboolean is_loading;
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogNoteCard, cog_note_card, COG_TYPE_PANEL_CARD)

static char *
dup_text (CogNoteCard *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
cog_note_card_show (CogPanelCard *card, CogProject *project, const CogUnit *unit, gboolean is_other)
{
  CogNoteCard *self = COG_NOTE_CARD (card);
  const char *note = unit->note != NULL ? unit->note : "";
  g_autofree char *there = dup_text (self);

  /* Between two pauses the person types on: only what came from elsewhere is put in. */
  if (g_strcmp0 (there, note) != 0 && (is_other || self->timer == 0))
    {
      self->is_loading = TRUE;
      gtk_text_buffer_set_text (self->buffer, note, -1);
      self->is_loading = FALSE;
    }
  gtk_label_set_label (self->count, note[0] != '\0' ? "1" : "");
  if (is_other)
    adw_expander_row_set_expanded (self->row, note[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
cog_note_card_flush (CogPanelCard *card)
{
  CogNoteCard *self = COG_NOTE_CARD (card);
  const CogUnit *unit = cog_panel_card_get_unit (card);
  g_autofree char *id = g_strdup (unit->id);
  g_autofree char *note = dup_text (self);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_NOTE };

  g_clear_handle_id (&self->timer, g_source_remove);
  if (g_strcmp0 (note, unit->note != NULL ? unit->note : "") == 0)
    return;
  edit.note = note[0] != '\0' ? note : NULL;
  cog_panel_card_edit (card, &edit, _ ("Wrote a note"));
}

static void
flush_cb (CogNoteCard *self)
{
  if (self->timer != 0)
    cog_panel_card_flush (COG_PANEL_CARD (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  CogNoteCard *self = user_data;

  self->timer = 0;
  cog_panel_card_flush (COG_PANEL_CARD (self));
  return G_SOURCE_REMOVE;
}

static void
typed_cb (CogNoteCard *self)
{
  if (self->is_loading)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

static void
cog_note_card_dispose (GObject *object)
{
  g_clear_handle_id (&COG_NOTE_CARD (object)->timer, g_source_remove);
  G_OBJECT_CLASS (cog_note_card_parent_class)->dispose (object);
}

static void
cog_note_card_class_init (CogNoteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_note_card_dispose;
  COG_PANEL_CARD_CLASS (klass)->show = cog_note_card_show;
  COG_PANEL_CARD_CLASS (klass)->flush = cog_note_card_flush;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogNoteCard, row);
  gtk_widget_class_bind_template_child (widget_class, CogNoteCard, count);
  gtk_widget_class_bind_template_child (widget_class, CogNoteCard, view);
  gtk_widget_class_bind_template_child (widget_class, CogNoteCard, buffer);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flush_cb);
}

static void
cog_note_card_init (CogNoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
