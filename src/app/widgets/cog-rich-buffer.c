/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

#include "cog-rich-raw.h"

#include <string.h>

enum
{
  PIECES_CHANGED,
  STYLE_CHANGED,
  LINE_FEED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogRichBuffer, cog_rich_buffer, GTK_TYPE_TEXT_BUFFER)

static void
get_iter (CogRichBuffer *self, GtkTextIter *iter, guint at)
{
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter, (int)at);
}

static void
record (CogRichBuffer *self, guint at, CogText *old, CogText *new)
{
  /* Of the text: what stands before it comes and goes. */
  cog_rich_history_add (self->history, at - self->head, old, new, g_get_monotonic_time ());
}

void
cog_rich_buffer_tell_style (CogRichBuffer *self)
{
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

static void
tell_pieces (CogRichBuffer *self)
{
  if (!self->is_piece_change)
    return;
  self->is_piece_change = FALSE;
  g_signal_emit (self, signals[PIECES_CHANGED], 0);
}

/* --- placing ------------------------------------------------------------------------------- */

/* The characters and anchors of raw. */
static void
place_plain (CogRichBuffer *self, guint at, const CogText *raw)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *c = raw->plain;
  guint offset = 0;
  GtkTextIter iter;

  get_iter (self, &iter, at);
  while (*c != '\0')
    {
      const char *object = strstr (c, COG_RICH_OBJECT);
      const char *end = object != NULL ? object : c + strlen (c);
      const CogCode *code;

      if (end > c)
        gtk_text_buffer_insert (buffer, &iter, c, (int)(end - c));
      offset += (guint)g_utf8_strlen (c, end - c);
      if (object == NULL)
        return;
      code = cog_rich_raw_get_object (raw, offset++);
      if (code != NULL)
        {
          g_autoptr (GtkTextChildAnchor) anchor = cog_rich_anchor_new (code);

          gtk_text_buffer_insert_child_anchor (buffer, &iter, anchor);
          self->is_piece_change = TRUE;
        }
      c = object + strlen (COG_RICH_OBJECT);
    }
}

static void
place_spans (CogRichBuffer *self, guint at, const CogText *raw)
{
  for (guint i = 0; i < raw->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (raw->codes, i);
      GtkTextIter start, end;

      if (code->type != COG_CODE_SPAN || code->end <= code->start)
        continue;
      get_iter (self, &start, at + code->start);
      get_iter (self, &end, at + code->end);
      gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), cog_rich_buffer_get_tag (self, code),
                                 &start, &end);
    }
}

void
cog_rich_buffer_place (CogRichBuffer *self, guint at, const CogText *raw)
{
  gboolean was_placing = self->is_placing;
  GtkTextIter start, end;

  self->is_placing = TRUE;
  place_plain (self, at, raw);
  self->is_placing = was_placing;
  get_iter (self, &start, at);
  get_iter (self, &end, at + (guint)g_utf8_strlen (raw->plain, -1));
  /* In the middle of a span, what is inserted gets its tag. */
  cog_rich_buffer_take_styles_off (self, &start, &end);
  place_spans (self, at, raw);
  if (!self->is_quiet)
    record (self, at, cog_text_new (""), cog_text_copy (raw));
}

void
cog_rich_buffer_remove (CogRichBuffer *self, guint start, guint end)
{
  GtkTextIter from, to;

  get_iter (self, &from, start);
  get_iter (self, &to, end);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self), &from, &to);
}

CogText *
cog_rich_buffer_begin_styles (CogRichBuffer *self, guint start, guint end)
{
  GtkTextIter from, to;

  get_iter (self, &from, start);
  get_iter (self, &to, end);
  return cog_rich_buffer_read_raw (self, &from, &to);
}

void
cog_rich_buffer_end_styles (CogRichBuffer *self, guint start, guint end, CogText *old)
{
  CogText *new = cog_rich_buffer_begin_styles (self, start, end);

  if (self->is_quiet)
    {
      cog_text_free (old);
      cog_text_free (new);
      return;
    }
  record (self, start, old, new);
  g_signal_emit_by_name (self, "changed");
}

/* --- what GtkTextBuffer calls -------------------------------------------------------------- */

/* What may stand in a text of this mode. */
static char *
dup_clean (CogRichBuffer *self, const char *text, int length)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\r' && c[1] == '\n')
        continue;
      if (character == 0x2028 || character == 0x2029 || character == '\r')
        character = '\n';
      if (character == '\n' && self->mode != COG_RICH_PREFORMATTED)
        character = ' ';
      if (character == '\t' && self->mode != COG_RICH_PREFORMATTED)
        character = ' ';
      /* XML has no control characters, and an anchor is none of the text's letters. */
      if (character == 0xFFFC || (character < 0x20 && character != '\n' && character != '\t'))
        continue;
      g_string_append_unichar (clean, character);
    }
  return g_string_free (clean, FALSE);
}

static CogText *
new_typed (const char *plain, GPtrArray *tags)
{
  CogText *raw = cog_text_new (plain);

  for (guint i = 0; i < tags->len; i++)
    {
      CogCode *code = cog_code_copy (cog_rich_tag_get_code (g_ptr_array_index (tags, i)));

      code->start = 0;
      code->end = (guint)g_utf8_strlen (plain, -1);
      cog_text_add_code (raw, code);
    }
  return raw;
}

/* What is done outside of an action, as by a screen reader, is one of its own. Returns where the
 * offset is then. */
static guint
settle (CogRichBuffer *self, guint at)
{
  guint before = self->head;

  if (!cog_rich_history_is_in_step (self->history))
    cog_rich_buffer_settle_head (self);
  return at + self->head - before;
}

static void
cog_rich_buffer_insert_text (GtkTextBuffer *buffer,
                             GtkTextIter *where,
                             const char *text,
                             int length)
{
  CogRichBuffer *self = COG_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent = GTK_TEXT_BUFFER_CLASS (cog_rich_buffer_parent_class);
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  guint at, end;
  GtkTextIter start;

  if (self->is_placing || self->is_quiet)
    {
      parent->insert_text (buffer, where, text, length);
      return;
    }
  /* The key, as it comes through the input method; what is pasted comes by another way. */
  if (self->mode != COG_RICH_PREFORMATTED && length == 1 && text[0] == '\n')
    {
      g_signal_emit (self, signals[LINE_FEED], 0);
      return;
    }
  clean = dup_clean (self, text, length >= 0 ? length : (int)strlen (text));
  if (clean[0] == '\0')
    return;
  cog_rich_buffer_skip_head (self, where);
  at = (guint)gtk_text_iter_get_offset (where);
  tags = cog_rich_buffer_list_typing_tags (self, where);
  parent->insert_text (buffer, where, clean, (int)strlen (clean));
  end = (guint)gtk_text_iter_get_offset (where);
  get_iter (self, &start, at);
  cog_rich_buffer_take_styles_off (self, &start, where);
  cog_rich_buffer_put_tags_on (self, tags, &start, where);
  if (self->typing != NULL)
    cog_rich_buffer_set_typing_tags (self, tags, end);
  record (self, at, cog_text_new (""), new_typed (clean, tags));
  end = settle (self, end);
  /* The tags may have moved it. */
  get_iter (self, where, end);
}

/* What is typed over a selection has the style that all of it had. */
static GPtrArray *
list_common_tags (const GtkTextIter *start, const GtkTextIter *end)
{
  GPtrArray *common = g_ptr_array_new ();
  GSList *tags = gtk_text_iter_get_tags (start);

  for (GSList *t = tags; t != NULL; t = t->next)
    {
      GtkTextIter off = *start;

      if (cog_rich_tag_get_code (t->data) != NULL &&
          (!gtk_text_iter_forward_to_tag_toggle (&off, t->data) ||
           gtk_text_iter_compare (&off, end) >= 0))
        g_ptr_array_add (common, t->data);
    }
  g_slist_free (tags);
  return common;
}

static void
cog_rich_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  CogRichBuffer *self = COG_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent = GTK_TEXT_BUFFER_CLASS (cog_rich_buffer_parent_class);
  guint at, length;
  CogText *old;

  gtk_text_iter_order (start, end);
  if (!self->is_quiet)
    {
      cog_rich_buffer_skip_head (self, start);
      cog_rich_buffer_skip_head (self, end);
    }
  at = (guint)gtk_text_iter_get_offset (start);
  length = (guint)gtk_text_iter_get_offset (end) - at;
  if (self->is_quiet)
    {
      self->is_piece_change = TRUE;
      parent->delete_range (buffer, start, end);
      return;
    }
  if (length == 0)
    return;
  old = cog_rich_buffer_read_raw (self, start, end);
  if (strstr (old->plain, COG_RICH_OBJECT) != NULL)
    self->is_piece_change = TRUE;
  if (!self->is_placing && length > 1)
    {
      g_autoptr (GPtrArray) common = list_common_tags (start, end);

      cog_rich_buffer_set_typing_tags (self, common, at);
    }
  parent->delete_range (buffer, start, end);
  record (self, at, old, cog_text_new (""));
  cog_rich_buffer_join (self, at);
  at = settle (self, at);
  get_iter (self, start, at);
  *end = *start;
  tell_pieces (self);
}

static void
cog_rich_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *where, GtkTextMark *mark)
{
  CogRichBuffer *self = COG_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent = GTK_TEXT_BUFFER_CLASS (cog_rich_buffer_parent_class);

  /* Then it is told anew. */
  if ((mark == gtk_text_buffer_get_insert (buffer) ||
       mark == gtk_text_buffer_get_selection_bound (buffer)) &&
      cog_rich_buffer_keep_behind_head (self))
    return;
  if (parent->mark_set != NULL)
    parent->mark_set (buffer, where, mark);
  if (mark != gtk_text_buffer_get_insert (buffer) || self->is_placing)
    return;
  if (self->typing != NULL && (guint)gtk_text_iter_get_offset (where) != self->typing_at)
    {
      cog_rich_buffer_set_typing_tags (self, NULL, 0);
      cog_rich_history_break (self->history);
    }
  cog_rich_buffer_tell_style (self);
}

static void
cog_rich_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  cog_rich_history_begin (COG_RICH_BUFFER (buffer)->history);
}

static void
cog_rich_buffer_end_user_action (GtkTextBuffer *buffer)
{
  CogRichBuffer *self = COG_RICH_BUFFER (buffer);

  cog_rich_history_end (self->history);
  cog_rich_buffer_settle_head (self);
  tell_pieces (self);
}

static void
cog_rich_buffer_finalize (GObject *object)
{
  CogRichBuffer *self = COG_RICH_BUFFER (object);

  cog_rich_history_free (self->history);
  g_clear_pointer (&self->typing, g_ptr_array_unref);
  g_hash_table_unref (self->tags);
  G_OBJECT_CLASS (cog_rich_buffer_parent_class)->finalize (object);
}

static void
cog_rich_buffer_class_init (CogRichBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_rich_buffer_finalize;
  buffer_class->insert_text = cog_rich_buffer_insert_text;
  buffer_class->delete_range = cog_rich_buffer_delete_range;
  buffer_class->mark_set = cog_rich_buffer_mark_set;
  buffer_class->begin_user_action = cog_rich_buffer_begin_user_action;
  buffer_class->end_user_action = cog_rich_buffer_end_user_action;
  signals[PIECES_CHANGED] = g_signal_new ("pieces-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINE_FEED] = g_signal_new ("line-feed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STYLE_CHANGED] = g_signal_new ("style-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_rich_buffer_init (CogRichBuffer *self)
{
  self->history = cog_rich_history_new ();
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->link = (GdkRGBA){ 0.1F, 0.42F, 0.8F, 1 };
  /* The platform's history knows neither styles nor pieces. */
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
}

CogRichBuffer *
cog_rich_buffer_new (void)
{
  return g_object_new (COG_TYPE_RICH_BUFFER, NULL);
}

void
cog_rich_buffer_set_mode (CogRichBuffer *self, CogRichMode mode)
{
  g_return_if_fail (COG_IS_RICH_BUFFER (self));
  self->mode = mode;
  cog_rich_buffer_settle_head (self);
}

CogRichMode
cog_rich_buffer_get_mode (CogRichBuffer *self)
{
  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), COG_RICH_INLINE);
  return self->mode;
}

void
cog_rich_buffer_set_link_colour (CogRichBuffer *self, const GdkRGBA *colour)
{
  GHashTableIter iter;
  gpointer tag;

  g_return_if_fail (COG_IS_RICH_BUFFER (self) && colour != NULL);

  self->link = *colour;
  g_hash_table_iter_init (&iter, self->tags);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    if (g_str_equal (cog_rich_tag_get_code (tag)->element, "a"))
      g_object_set (tag, "foreground-rgba", colour, NULL);
}

void
cog_rich_buffer_load (CogRichBuffer *self, const CogText *text)
{
  g_autoptr (CogText) raw = NULL;
  GtkTextIter end;

  g_return_if_fail (COG_IS_RICH_BUFFER (self) && text != NULL);

  raw = cog_rich_raw_new (text);
  self->is_quiet = TRUE;
  self->head = 0;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
  cog_rich_buffer_forget_tags (self);
  cog_rich_buffer_set_typing_tags (self, NULL, 0);
  for (guint i = 0; i < raw->codes->len; i++)
    self->last_number =
        MAX (self->last_number, ((CogCode *)g_ptr_array_index (raw->codes, i))->number);
  cog_rich_buffer_place (self, 0, raw);
  self->is_quiet = FALSE;
  cog_rich_history_clear (self->history);
  cog_rich_buffer_settle_head (self);
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &end);
  self->is_piece_change = TRUE;
  tell_pieces (self);
}

/* --- history ------------------------------------------------------------------------------- */

static void
replace (CogRichBuffer *self, guint where, const CogText *old, const CogText *new)
{
  GtkTextIter caret;
  guint at = where + self->head;
  guint length = (guint)g_utf8_strlen (old->plain, -1);

  if (length > 0)
    cog_rich_buffer_remove (self, at, at + length);
  cog_rich_buffer_place (self, at, new);
  get_iter (self, &caret, at + (guint)g_utf8_strlen (new->plain, -1));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &caret);
}

static gboolean
step (CogRichBuffer *self, GPtrArray *changes, gboolean is_back)
{
  if (changes == NULL)
    return FALSE;
  self->is_quiet = TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      const CogRichChange *change = g_ptr_array_index (changes, is_back ? changes->len - 1 - i : i);

      if (is_back)
        replace (self, change->at, change->new, change->old);
      else
        replace (self, change->at, change->old, change->new);
    }
  self->is_quiet = FALSE;
  cog_rich_buffer_settle_head (self);
  cog_rich_buffer_set_typing_tags (self, NULL, 0);
  self->is_piece_change = TRUE;
  tell_pieces (self);
  cog_rich_buffer_tell_style (self);
  return TRUE;
}

gboolean
cog_rich_buffer_undo (CogRichBuffer *self)
{
  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), FALSE);
  return step (self, cog_rich_history_undo (self->history), TRUE);
}

gboolean
cog_rich_buffer_redo (CogRichBuffer *self)
{
  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), FALSE);
  return step (self, cog_rich_history_redo (self->history), FALSE);
}

gboolean
cog_rich_buffer_has_history (CogRichBuffer *self)
{
  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), FALSE);
  return cog_rich_history_can_undo (self->history);
}

const CogCode *
cog_rich_buffer_get_piece (const GtkTextIter *iter)
{
  GtkTextChildAnchor *anchor = gtk_text_iter_get_child_anchor (iter);

  return anchor != NULL ? cog_rich_anchor_get_code (anchor) : NULL;
}
