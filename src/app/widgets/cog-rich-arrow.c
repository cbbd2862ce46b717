/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-arrow.h"

#include "cog-rich-buffer-private.h"

/* GTK goes by the places that Pango counts for the direction of the line, not by that where it
 * draws the caret: of a line that begins with words of the other direction it leaves out the place
 * behind them, goes to the mark or to the other end of all, or nowhere; and by words it goes to the
 * left in every line from right to left, also in Latin words. Here the caret goes from where it is
 * seen to where it is seen next. */

typedef struct
{
  GtkTextView *view;
  int sign; /* 1: to the right; -1: to the left */
  gboolean by_words;
} Way;

static GtkTextDirection
get_keyboard_direction (GtkTextView *view)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (view)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && gdk_device_get_direction (keyboard) == PANGO_DIRECTION_RTL
             ? GTK_TEXT_DIR_RTL
             : GTK_TEXT_DIR_LTR;
}

/* Where GTK draws the caret: of two places, at that for the letters of the keyboard. */
static void
get_caret (GtkTextView *view, const GtkTextIter *at, GdkRectangle *caret)
{
  gboolean is_strong =
      get_keyboard_direction (view) == gtk_widget_get_direction (GTK_WIDGET (view));

  gtk_text_view_get_cursor_locations (view, at, is_strong ? caret : NULL, is_strong ? NULL : caret);
}

/* In a line letters of several fonts have carets of several heights. */
static gboolean
is_in_one_line (const GdkRectangle *a, const GdkRectangle *b)
{
  return a->y < b->y + b->height && b->y < a->y + a->height;
}

static int
get_distance (const GtkTextIter *a, const GtkTextIter *b)
{
  return ABS (gtk_text_iter_get_offset (a) - gtk_text_iter_get_offset (b));
}

/* GTK says also of the step to the end that there was none. */
static gboolean
step (GtkTextIter *at)
{
  GtkTextIter before = *at;

  gtk_text_iter_forward_cursor_position (at);
  return !gtk_text_iter_equal (at, &before);
}

static void
get_line_start (GtkTextView *view, const GtkTextIter *within, GtkTextIter *start)
{
  GtkTextIter first;

  *start = *within;
  gtk_text_view_backward_display_line_start (view, start);
  cog_rich_buffer_get_start (COG_RICH_BUFFER (gtk_text_view_get_buffer (view)), &first);
  if (gtk_text_iter_compare (start, &first) < 0)
    *start = first;
}

/* Where a word ends on that way: the begin of a Latin one to the left, of an Arabic one to the
 * right. */
static gboolean
is_stop (const Way *way, const GtkTextIter *at)
{
  GtkTextIter before = *at;

  if (!way->by_words)
    return TRUE;
  if (gtk_text_iter_starts_word (at) &&
      (cog_rich_head_get_direction (gtk_text_iter_get_char (at)) == GTK_TEXT_DIR_RTL) ==
          (way->sign > 0))
    return TRUE;
  return gtk_text_iter_ends_word (at) && gtk_text_iter_backward_char (&before) &&
         (cog_rich_head_get_direction (gtk_text_iter_get_char (&before)) == GTK_TEXT_DIR_RTL) ==
             (way->sign < 0);
}

/* Of the line in which an iter is, the place that one comes to first on that way; after_it: first
 * after where the iter is seen. Of those that are seen as one it is the one nearest to the iter. */
static gboolean
find_place (const Way *way, const GtkTextIter *within, gboolean after_it, GtkTextIter *found)
{
  int best = G_MAXINT;
  GtkTextIter at;
  GdkRectangle here;

  get_caret (way->view, within, &here);
  get_line_start (way->view, within, &at);
  do
    {
      GdkRectangle caret;
      int x;

      get_caret (way->view, &at, &caret);
      if (!is_in_one_line (&caret, &here))
        break;
      x = caret.x * way->sign;
      if ((after_it && x <= here.x * way->sign) || !is_stop (way, &at))
        continue;
      if (x < best || (x == best && get_distance (&at, within) < get_distance (found, within)))
        *found = at;
      best = MIN (x, best);
    }
  while (step (&at));
  return best != G_MAXINT;
}

/* Into the next line, or the one before, where there is one. */
static gboolean
find_in_other_line (const Way *way, const GtkTextIter *from, GtkTextIter *found)
{
  GtkTextView *view = way->view;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  GtkTextIter other = *from;
  GdkRectangle here, there;

  if ((way->sign > 0) == is_rtl)
    gtk_text_view_backward_display_line (view, &other);
  else
    gtk_text_view_forward_display_line (view, &other);
  get_caret (view, from, &here);
  get_caret (view, &other, &there);
  return !is_in_one_line (&here, &there) && find_place (way, &other, FALSE, found);
}

/* Behind the last word of all, by words one comes to the edge. */
static gboolean
find_edge (const Way *way, const GtkTextIter *from, GtkTextIter *found)
{
  Way back = { way->view, -way->sign, FALSE };
  GdkRectangle here, there;

  if (!way->by_words || !find_place (&back, from, FALSE, found))
    return FALSE;
  get_caret (way->view, from, &here);
  get_caret (way->view, found, &there);
  return there.x * way->sign > here.x * way->sign;
}

gboolean
cog_rich_arrow_move (GtkTextView *view, int count, gboolean by_words, gboolean extends_selection)
{
  Way way = { view, count > 0 ? 1 : -1, by_words };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, from, to;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (buffer), FALSE);

  cog_rich_buffer_get_start (COG_RICH_BUFFER (buffer), &start);
  /* From what is selected GTK goes to its edge. */
  if (gtk_text_iter_is_start (&start) ||
      (!by_words && !extends_selection && gtk_text_buffer_get_has_selection (buffer)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &from, gtk_text_buffer_get_insert (buffer));
  if (!find_place (&way, &from, TRUE, &to) && !find_in_other_line (&way, &from, &to) &&
      !find_edge (&way, &from, &to))
    gtk_widget_error_bell (GTK_WIDGET (view));
  else if (extends_selection)
    gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), &to);
  else
    gtk_text_buffer_place_cursor (buffer, &to);
  gtk_text_view_reset_cursor_blink (view);
  gtk_text_view_reset_im_context (view);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
  return TRUE;
}
