/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

#include <unicode/uchar.h>

/* The head of a text. GtkTextView sets each paragraph in the direction of its first letter, and
 * Pango does so again; neither can be told another one. So where a text begins with a letter of the
 * other direction (an Arabic one with “NASA”), a mark of the language's own stands before it
 * (Unicode, UAX #9, section 2.6). It is nobody's: it is neither read nor recorded, nothing deletes
 * it, and the caret does not stand before it. It comes and goes between the actions of a person,
 * when nobody holds a place of the buffer. Code that has no lines of its own (preformatted text) is
 * left to GTK. */

#define LEFT_TO_RIGHT_MARK "\xE2\x80\x8E" /* U+200E */
#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F" /* U+200F */

/* Letters, and what fribidi, and so Pango, calls strong as well. */
#define LEFT_TO_RIGHT                                                                              \
  (U_MASK (U_LEFT_TO_RIGHT) | U_MASK (U_LEFT_TO_RIGHT_EMBEDDING) |                                 \
   U_MASK (U_LEFT_TO_RIGHT_OVERRIDE))
#define RIGHT_TO_LEFT                                                                              \
  (U_MASK (U_RIGHT_TO_LEFT) | U_MASK (U_RIGHT_TO_LEFT_ARABIC) |                                    \
   U_MASK (U_RIGHT_TO_LEFT_EMBEDDING) | U_MASK (U_RIGHT_TO_LEFT_OVERRIDE))

GtkTextDirection
cog_rich_head_get_direction (gunichar c)
{
  guint32 class = U_MASK (u_charDirection ((UChar32)c));

  if ((class & LEFT_TO_RIGHT) != 0)
    return GTK_TEXT_DIR_LTR;
  return (class & RIGHT_TO_LEFT) != 0 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_NONE;
}

static gboolean
needs_head (CogRichBuffer *self)
{
  GtkTextIter at;
  GtkTextDirection found = GTK_TEXT_DIR_NONE;

  if (self->direction == GTK_TEXT_DIR_NONE || self->mode == COG_RICH_PREFORMATTED)
    return FALSE;
  cog_rich_buffer_get_start (self, &at);
  do
    found = cog_rich_head_get_direction (gtk_text_iter_get_char (&at));
  while (found == GTK_TEXT_DIR_NONE && gtk_text_iter_forward_char (&at));
  return found != GTK_TEXT_DIR_NONE && found != self->direction;
}

static void
put_head (CogRichBuffer *self)
{
  GtkTextIter start;

  self->head = 1;
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_insert (
      GTK_TEXT_BUFFER (self), &start,
      self->direction == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, -1);
  self->typing_at++;
}

static void
take_head (CogRichBuffer *self)
{
  self->head = 0;
  cog_rich_buffer_remove (self, 0, 1);
  if (self->typing_at > 0)
    self->typing_at--;
}

void
cog_rich_buffer_settle_head (CogRichBuffer *self)
{
  gboolean is_needed = needs_head (self);
  gboolean was_quiet = self->is_quiet, was_piece_change = self->is_piece_change;

  if (is_needed == (self->head > 0))
    return;
  self->is_quiet = TRUE;
  if (is_needed)
    put_head (self);
  else
    take_head (self);
  self->is_quiet = was_quiet;
  self->is_piece_change = was_piece_change;
}

void
cog_rich_buffer_skip_head (CogRichBuffer *self, GtkTextIter *iter)
{
  if ((guint)gtk_text_iter_get_offset (iter) < self->head)
    gtk_text_iter_set_offset (iter, (int)self->head);
}

/* Both ends of a selection at once: in between, there would be another one. */
gboolean
cog_rich_buffer_keep_behind_head (CogRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter insert, bound;

  if (self->head == 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  if (!gtk_text_iter_is_start (&insert) && !gtk_text_iter_is_start (&bound))
    return FALSE;
  cog_rich_buffer_skip_head (self, &insert);
  cog_rich_buffer_skip_head (self, &bound);
  gtk_text_buffer_select_range (buffer, &insert, &bound);
  return TRUE;
}

void
cog_rich_buffer_set_direction (CogRichBuffer *self, GtkTextDirection direction)
{
  g_return_if_fail (COG_IS_RICH_BUFFER (self));

  if (self->direction == direction)
    return;
  /* Of the other direction it would be the other mark. */
  self->direction = GTK_TEXT_DIR_NONE;
  cog_rich_buffer_settle_head (self);
  self->direction = direction;
  cog_rich_buffer_settle_head (self);
}

void
cog_rich_buffer_get_start (CogRichBuffer *self, GtkTextIter *iter)
{
  g_return_if_fail (COG_IS_RICH_BUFFER (self) && iter != NULL);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter, (int)self->head);
}

guint
cog_rich_buffer_get_caret (CogRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), 0);

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint)gtk_text_iter_get_offset (&iter) - self->head;
}
