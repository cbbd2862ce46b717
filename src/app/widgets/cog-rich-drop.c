/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-drop.h"

#include "cog-piece.h"
#include "cog-rich-buffer.h"

#define WHERE_KEY "cog-drop-where"
#define ANCHOR_KEY "cog-anchor"
#define WORDS_KEY "cog-words"

/* --- where it goes ------------------------------------------------------------------------- */

static void
get_place (GtkTextView *view, double x, double y, GtkTextIter *where)
{
  int at_x, at_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &at_x,
                                         &at_y);
  gtk_text_view_get_iter_at_position (view, where, NULL, at_x, at_y);
}

/* An offset, plus one; 0: nothing is dragged over. */
static void
set_shown (GtkTextView *view, int at)
{
  g_object_set_data (G_OBJECT (view), WHERE_KEY, GINT_TO_POINTER (at + 1));
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

void
cog_rich_drop_snapshot (GtkTextView *view, GtkSnapshot *snapshot)
{
  int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), WHERE_KEY)) - 1;
  GtkTextIter where;
  GdkRectangle caret;
  CogPieceColours colours;

  if (at < 0)
    return;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &where, at);
  gtk_text_view_get_cursor_locations (view, &where, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x,
                                         &caret.y);
  cog_piece_get_colours (GTK_WIDGET (view), &colours);
  gtk_snapshot_append_color (
      snapshot, &colours.accent,
      &GRAPHENE_RECT_INIT ((float)caret.x - 1, (float)caret.y, 2, (float)caret.height));
}

/* --- dropping ------------------------------------------------------------------------------ */

static gboolean
drop_piece (GtkTextView *view, GtkWidget *piece, const GtkTextIter *where)
{
  CogRichBuffer *buffer = COG_RICH_BUFFER (gtk_text_view_get_buffer (view));
  GtkTextChildAnchor *anchor = g_object_get_data (G_OBJECT (piece), ANCHOR_KEY);

  if (anchor != NULL && gtk_widget_get_parent (piece) == GTK_WIDGET (view) &&
      !gtk_text_child_anchor_get_deleted (anchor))
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_child_anchor (GTK_TEXT_BUFFER (buffer), &start, anchor);
      end = start;
      gtk_text_iter_forward_char (&end);
      cog_rich_buffer_move (buffer, &start, &end, where);
      return TRUE;
    }
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), where);
  cog_rich_buffer_insert_code (buffer, cog_piece_get_code (COG_PIECE (piece)),
                               g_object_get_data (G_OBJECT (piece), WORDS_KEY));
  return TRUE;
}

static gboolean
drop_selection (GtkTextView *view, GtkTextBuffer *from, const GtkTextIter *where)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (from, &start, &end))
    return FALSE;
  if (from == buffer)
    cog_rich_buffer_move (COG_RICH_BUFFER (buffer), &start, &end, where);
  else if (COG_IS_RICH_BUFFER (from))
    {
      g_autoptr (CogText) text = cog_rich_buffer_read_range (COG_RICH_BUFFER (from), &start, &end);

      gtk_text_buffer_place_cursor (buffer, where);
      cog_rich_buffer_insert (COG_RICH_BUFFER (buffer), text);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkTextView *view)
{
  GtkTextIter where;

  set_shown (view, -1);
  get_place (view, x, y, &where);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  if (G_VALUE_HOLDS (value, COG_TYPE_PIECE))
    return drop_piece (view, g_value_get_object (value), &where);
  if (G_VALUE_HOLDS (value, GTK_TYPE_TEXT_BUFFER))
    return drop_selection (view, g_value_get_object (value), &where);
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (g_value_get_string (value), -1);
      g_autoptr (CogText) text = cog_text_new (valid);

      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &where);
      cog_rich_buffer_insert (COG_RICH_BUFFER (gtk_text_view_get_buffer (view)), text);
      return TRUE;
    }
  return FALSE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkTextView *view)
{
  GtkTextIter where;

  get_place (view, x, y, &where);
  set_shown (view, gtk_text_iter_get_offset (&where));
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, GtkTextView *view)
{
  set_shown (view, -1);
}

/* A file manager offers a file's name as text, too. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, GtkTextView *view)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
      gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    return FALSE;
  return gdk_content_formats_match (formats, gtk_drop_target_get_formats (target));
}

static void
remove_targets (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}

void
cog_rich_drop_add_target (GtkTextView *view)
{
  GType types[] = { COG_TYPE_PIECE, GTK_TYPE_TEXT_BUFFER, G_TYPE_STRING };
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  remove_targets (GTK_WIDGET (view));
  /* A copy always: what moves within a text is moved here, and GTK shall not delete it after. */
  target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), view);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), view);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), view);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), view);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (target));
}

/* --- dragging ------------------------------------------------------------------------------ */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *piece)
{
  const CogCode *code = cog_piece_get_code (COG_PIECE (piece));
  GdkContentProvider *providers[2];

  providers[0] = gdk_content_provider_new_typed (COG_TYPE_PIECE, piece);
  providers[1] =
      gdk_content_provider_new_typed (G_TYPE_STRING, code->label != NULL ? code->label : "");
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *piece)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

void
cog_rich_drop_add_source (GtkWidget *widget, GtkWidget *piece)
{
  GtkDragSource *source;

  g_return_if_fail (GTK_IS_WIDGET (widget) && COG_IS_PIECE (piece));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), piece);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), piece);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

void
cog_rich_drop_add_code (GtkWidget *widget, const CogCode *code, const char *words)
{
  GtkWidget *piece;

  g_return_if_fail (GTK_IS_WIDGET (widget) && code != NULL);

  piece = g_object_ref_sink (cog_piece_new (code));
  g_object_set_data_full (G_OBJECT (piece), WORDS_KEY, g_strdup (words), g_free);
  g_object_set_data_full (G_OBJECT (widget), "cog-dragged-piece", piece, g_object_unref);
  cog_rich_drop_add_source (widget, piece);
}
