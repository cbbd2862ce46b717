/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-view.h"

#include "cog-piece.h"
#include "cog-rich-arrow.h"
#include "cog-rich-clip.h"
#include "cog-rich-drop.h"
#include "cog-text-lean.h"

#include <string.h>

struct _CogRichView
{
  GtkTextView parent_instance;
  CogPictureFunc find_picture;
  gpointer user_data;
  GCancellable *reading; /* of a clipboard */
  GHashTable *drops;     /* (element-type int GtkTextTag): by pixels below the baseline */
  guint settle;          /* idle: pieces have another size, or another is selected */
  guint measure;         /* idle: lines have another height */
  gboolean is_resized;
};

G_DEFINE_FINAL_TYPE (CogRichView, cog_rich_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (CogRichView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* --- pieces -------------------------------------------------------------------------------- */

/* GTK stands a child on the baseline. What hangs below it is lowered by a tag of its own. */
static void
lower_piece (CogRichView *self, const GtkTextIter *at, CogPiece *piece)
{
  int descent = cog_piece_get_descent (piece);
  GtkTextTag *tag = g_hash_table_lookup (self->drops, GINT_TO_POINTER (descent));
  GSList *tags = gtk_text_iter_get_tags (at);
  GtkTextIter end = *at;

  if (tag == NULL)
    {
      tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "rise", -descent * PANGO_SCALE,
                                        NULL);
      g_hash_table_insert (self->drops, GINT_TO_POINTER (descent), tag);
    }
  gtk_text_iter_forward_char (&end);
  for (GSList *t = tags; t != NULL; t = t->next)
    if (t->data != tag && g_object_get_data (t->data, "cog-drop") != NULL)
      gtk_text_buffer_remove_tag (get_buffer (self), t->data, at, &end);
  g_object_set_data (G_OBJECT (tag), "cog-drop", tag);
  if (g_slist_find (tags, tag) == NULL)
    gtk_text_buffer_apply_tag (get_buffer (self), tag, at, &end);
  g_slist_free (tags);
}

static GtkTextChildAnchor *
find_anchor (CogRichView *self, GtkTextIter *iter, GtkWidget *piece)
{
  GtkTextChildAnchor *anchor = g_object_get_data (G_OBJECT (piece), "cog-anchor");

  if (anchor == NULL || gtk_text_child_anchor_get_deleted (anchor))
    return NULL;
  gtk_text_buffer_get_iter_at_child_anchor (get_buffer (self), iter, anchor);
  return anchor;
}

static gboolean
measure_cb (gpointer user_data)
{
  CogRichView *self = user_data;

  self->measure = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static gboolean
settle_cb (gpointer user_data)
{
  CogRichView *self = user_data;
  GtkTextIter start, end;

  self->settle = 0;
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextIter at;

      if (!COG_IS_PIECE (child) || find_anchor (self, &at, child) == NULL)
        continue;
      if (self->is_resized)
        lower_piece (self, &at, COG_PIECE (child));
      cog_piece_set_selected (COG_PIECE (child), gtk_text_iter_compare (&start, &at) <= 0 &&
                                                     gtk_text_iter_compare (&at, &end) < 0);
    }
  /* GTK lays the lines out again after the next frame, and keeps the height that it asked for. */
  if (self->is_resized && self->measure == 0)
    self->measure = g_idle_add_full (G_PRIORITY_LOW, measure_cb, self, NULL);
  self->is_resized = FALSE;
  return G_SOURCE_REMOVE;
}

static void
settle (CogRichView *self, gboolean is_resized)
{
  self->is_resized = self->is_resized || is_resized;
  if (self->settle == 0)
    self->settle = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, settle_cb, self, NULL);
}

static void
select_piece (CogRichView *self, GtkWidget *piece)
{
  GtkTextIter start, end;

  if (find_anchor (self, &start, piece) == NULL)
    return;
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
}

static void
piece_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogRichView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_piece (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
insert_anchor_cb (GtkTextBuffer *buffer,
                  GtkTextIter *where,
                  GtkTextChildAnchor *anchor,
                  CogRichView *self)
{
  const CogCode *code = cog_rich_anchor_get_code (anchor);
  GtkWidget *piece;
  GtkGesture *click;

  if (code == NULL)
    return;
  piece = cog_piece_new (code);
  cog_piece_set_pictures (COG_PIECE (piece), self->find_picture, self->user_data);
  g_object_set_data_full (G_OBJECT (piece), "cog-anchor", g_object_ref (anchor), g_object_unref);
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (piece_pressed_cb), self);
  gtk_widget_add_controller (piece, GTK_EVENT_CONTROLLER (click));
  cog_rich_drop_add_source (piece, piece);
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), piece, anchor);
  settle (self, TRUE);
}

static gboolean
find_piece (CogRichView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter before;

  if (gtk_text_buffer_get_selection_bounds (buffer, start, end))
    return gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start) == 1 &&
           cog_rich_buffer_get_piece (start) != NULL;
  before = *start;
  if (gtk_text_iter_backward_char (&before) && cog_rich_buffer_get_piece (&before) != NULL)
    *start = before;
  else if (cog_rich_buffer_get_piece (start) == NULL)
    return FALSE;
  *end = *start;
  gtk_text_iter_forward_char (end);
  return TRUE;
}

gboolean
cog_rich_view_move_piece (CogRichView *self, gboolean to_right)
{
  GtkTextIter start, end, where;
  gboolean is_rtl, is_forward, is_moved;

  g_return_val_if_fail (COG_IS_RICH_VIEW (self), FALSE);

  if (!find_piece (self, &start, &end))
    return FALSE;
  is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  is_forward = to_right != is_rtl;
  where = is_forward ? end : start;
  is_moved = is_forward ? gtk_text_iter_forward_word_end (&where)
                        : gtk_text_iter_backward_word_start (&where);
  if (!is_moved && is_forward)
    gtk_text_buffer_get_end_iter (get_buffer (self), &where);
  else if (!is_moved)
    cog_rich_buffer_get_start (cog_rich_view_get_buffer (self), &where);
  if (gtk_text_iter_equal (&where, is_forward ? &end : &start))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    cog_rich_buffer_move (COG_RICH_BUFFER (get_buffer (self)), &start, &end, &where);
  return TRUE;
}

/* --- clipboard ----------------------------------------------------------------------------- */

static gboolean
copy_to (CogRichView *self, GdkClipboard *clipboard)
{
  GtkTextIter start, end;
  g_autoptr (CogText) text = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  text = cog_rich_buffer_read_range (COG_RICH_BUFFER (get_buffer (self)), &start, &end);
  content = cog_rich_clip_new (text);
  gdk_clipboard_set_content (clipboard, content);
  return TRUE;
}

static void
cog_rich_view_copy_clipboard (GtkTextView *view)
{
  copy_to (COG_RICH_VIEW (view), gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

static void
cog_rich_view_cut_clipboard (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  if (!copy_to (COG_RICH_VIEW (view), gtk_widget_get_clipboard (GTK_WIDGET (view))))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

static void
read_cb (const CogText *text, gpointer user_data)
{
  CogRichView *self = user_data;

  if (text == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  cog_rich_buffer_insert (COG_RICH_BUFFER (get_buffer (self)), text);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (get_buffer (self)));
}

static void
paste_from (CogRichView *self, GdkClipboard *clipboard)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cog_rich_clip_read (clipboard, self->reading, read_cb, self);
}

static void
cog_rich_view_paste_clipboard (GtkTextView *view)
{
  paste_from (COG_RICH_VIEW (view), gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

/* The middle button pastes what is selected elsewhere; GTK's own way knows no pieces. */
static void
middle_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogRichView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter where;
  int at_x, at_y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &at_x,
                                         &at_y);
  gtk_text_view_get_iter_at_location (view, &where, at_x, at_y);
  gtk_text_buffer_place_cursor (get_buffer (self), &where);
  paste_from (self, gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
}

/* --- where the text begins ----------------------------------------------------------------- */

static void
cog_rich_view_move_cursor (GtkTextView *view,
                           GtkMovementStep step,
                           int count,
                           gboolean extends_selection)
{
  gboolean by_words = step == GTK_MOVEMENT_WORDS;

  if ((step != GTK_MOVEMENT_VISUAL_POSITIONS && !by_words) ||
      !cog_rich_arrow_move (view, count, by_words, extends_selection))
    GTK_TEXT_VIEW_CLASS (cog_rich_view_parent_class)
        ->move_cursor (view, step, count, extends_selection);
}

static void
cog_rich_view_backspace (GtkTextView *view)
{
  CogRichBuffer *buffer = COG_RICH_BUFFER (gtk_text_view_get_buffer (view));

  if (cog_rich_buffer_get_caret (buffer) == 0 &&
      !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)))
    gtk_widget_error_bell (GTK_WIDGET (view));
  else
    GTK_TEXT_VIEW_CLASS (cog_rich_view_parent_class)->backspace (view);
}

/* --- the widget ---------------------------------------------------------------------------- */

static void
show_link_colour (CogRichView *self)
{
  CogPieceColours colours;

  cog_piece_get_colours (GTK_WIDGET (self), &colours);
  cog_rich_buffer_set_link_colour (COG_RICH_BUFFER (get_buffer (self)), &colours.accent);
}

static void
cog_rich_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CogRichView *self = COG_RICH_VIEW (widget);

  GTK_WIDGET_CLASS (cog_rich_view_parent_class)->css_changed (widget, change);
  show_link_colour (self);
  settle (self, TRUE);
}

/* Of the lines that are laid out. */
static int
get_text_height (GtkTextView *view)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return y + height;
}

/* GTK 4.8 asks for the height of the text and, below it, for that of the highest of the widgets
 * that stand in it. */
static void
cog_rich_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int highest = 0;

  GTK_WIDGET_CLASS (cog_rich_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (COG_IS_PIECE (child))
      {
        int height;

        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
        highest = MAX (highest, height);
      }
  if (*minimum - highest >= get_text_height (GTK_TEXT_VIEW (widget)))
    {
      *minimum -= highest;
      *natural -= highest;
    }
}

static void
cog_rich_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (cog_rich_view_parent_class)->direction_changed (widget, previous);
  cog_rich_buffer_set_direction (cog_rich_view_get_buffer (COG_RICH_VIEW (widget)),
                                 gtk_widget_get_direction (widget));
}

static void
cog_rich_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (cog_rich_view_parent_class)->snapshot (widget, snapshot);
  cog_rich_drop_snapshot (GTK_TEXT_VIEW (widget), snapshot);
}

static GtkTextBuffer *
cog_rich_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (cog_rich_buffer_new ());
}

static void
cog_rich_view_dispose (GObject *object)
{
  CogRichView *self = COG_RICH_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->measure, g_source_remove);
  g_clear_pointer (&self->drops, g_hash_table_unref);
  G_OBJECT_CLASS (cog_rich_view_parent_class)->dispose (object);
}

static void
cog_rich_view_class_init (CogRichViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_rich_view_dispose;
  widget_class->css_changed = cog_rich_view_css_changed;
  widget_class->direction_changed = cog_rich_view_direction_changed;
  widget_class->measure = cog_rich_view_measure;
  widget_class->snapshot = cog_rich_view_snapshot;
  view_class->create_buffer = cog_rich_view_create_buffer;
  view_class->copy_clipboard = cog_rich_view_copy_clipboard;
  view_class->cut_clipboard = cog_rich_view_cut_clipboard;
  view_class->paste_clipboard = cog_rich_view_paste_clipboard;
  view_class->move_cursor = cog_rich_view_move_cursor;
  view_class->backspace = cog_rich_view_backspace;
}

static void
selection_cb (CogRichView *self)
{
  settle (self, FALSE);
}

static void
cog_rich_view_init (CogRichView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkGesture *middle = gtk_gesture_click_new ();

  self->drops = g_hash_table_new (NULL, NULL);
  cog_rich_buffer_set_direction (COG_RICH_BUFFER (buffer),
                                 gtk_widget_get_direction (GTK_WIDGET (self)));
  g_signal_connect_object (buffer, "insert-child-anchor", G_CALLBACK (insert_anchor_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "style-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (middle), GTK_PHASE_CAPTURE);
  g_signal_connect (middle, "pressed", G_CALLBACK (middle_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (middle));
  cog_rich_drop_add_target (GTK_TEXT_VIEW (self));
  cog_text_lean_watch (GTK_TEXT_VIEW (self));
}

CogRichBuffer *
cog_rich_view_get_buffer (CogRichView *self)
{
  g_return_val_if_fail (COG_IS_RICH_VIEW (self), NULL);
  return COG_RICH_BUFFER (get_buffer (self));
}

void
cog_rich_view_set_pictures (CogRichView *self, CogPictureFunc func, gpointer user_data)
{
  g_return_if_fail (COG_IS_RICH_VIEW (self));

  self->find_picture = func;
  self->user_data = user_data;
}

void
cog_rich_view_update_pictures (CogRichView *self)
{
  gboolean is_any = FALSE;

  g_return_if_fail (COG_IS_RICH_VIEW (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (COG_IS_PIECE (child) &&
        g_str_equal (cog_piece_get_code (COG_PIECE (child))->element, "img"))
      {
        cog_piece_set_pictures (COG_PIECE (child), self->find_picture, self->user_data);
        is_any = TRUE;
      }
  if (is_any)
    settle (self, TRUE);
}
