/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

#include "cog-rich-raw.h"

#include <string.h>

/* What comes into a CogRichBuffer other than by typing: pasted, put back, moved. */

static guint
get_offset (const GtkTextIter *iter)
{
  return (guint)gtk_text_iter_get_offset (iter);
}

static guint
get_length (const CogText *text)
{
  return (guint)g_utf8_strlen (text->plain, -1);
}

static void
select_range (CogRichBuffer *self, guint start, guint end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int)end);
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* --- what may come in ---------------------------------------------------------------------- */

/* Line feeds of a source's markup are spaces; those of lines that are to stand are kept. */
static void
fold_lines (CogRichBuffer *self, CogText *text)
{
  if (self->mode != COG_RICH_PREFORMATTED)
    g_strdelimit (text->plain, "\n\r\t", ' ');
}

static CogText *
new_plain (const CogText *text)
{
  GString *plain = g_string_new (NULL);
  guint at = 0;

  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c), at++)
    {
      const CogCode *piece =
          g_str_has_prefix (c, COG_RICH_OBJECT) ? cog_rich_raw_get_object (text, at) : NULL;

      if (!g_str_has_prefix (c, COG_RICH_OBJECT))
        g_string_append_len (plain, c, g_utf8_next_char (c) - c);
      else if (piece != NULL && g_str_equal (piece->element, "br"))
        g_string_append_c (plain, ' ');
      else if (piece != NULL && piece->label != NULL)
        g_string_append (plain, piece->label);
    }
  {
    CogText *clean = cog_text_new (plain->str);

    g_string_free (plain, TRUE);
    return clean;
  }
}

static GHashTable *
list_ids (CogRichBuffer *self)
{
  g_autoptr (CogText) now = cog_rich_buffer_read (self);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < now->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (now->codes, i);
      char *id = cog_rich_raw_dup_id (code->markup);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

/* Spans get numbers of their own; an id that is there already is not there twice. */
static void
make_own (CogRichBuffer *self, CogText *raw)
{
  g_autoptr (GHashTable) ids = list_ids (self);
  guint base = self->last_number;

  for (guint i = 0; i < raw->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (raw->codes, i);
      g_autofree char *id = cog_rich_raw_dup_id (code->markup);

      if (code->type == COG_CODE_SPAN)
        {
          code->number += base;
          self->last_number = MAX (self->last_number, code->number);
        }
      if (id != NULL && g_hash_table_contains (ids, id))
        {
          g_autofree char *markup = g_steal_pointer (&code->markup);

          code->markup = cog_rich_raw_dup_markup_without_id (markup);
        }
    }
}

/* What stands around goes on: pasted into bold it is bold. A link in a link is none. */
static void
wrap (CogText *raw, GPtrArray *tags)
{
  guint length = get_length (raw);

  for (guint i = 0; i < tags->len && length > 0; i++)
    {
      const CogCode *code = cog_rich_tag_get_code (g_ptr_array_index (tags, i));
      CogCode *copy;

      for (guint j = raw->codes->len; j > 0; j--)
        {
          const CogCode *inner = g_ptr_array_index (raw->codes, j - 1);

          if (inner->type == COG_CODE_SPAN && inner->end > inner->start &&
              g_str_equal (cog_rich_tag_get_style (inner->element),
                           cog_rich_tag_get_style (code->element)))
            g_ptr_array_remove_index (raw->codes, j - 1);
        }
      copy = cog_code_copy (code);
      copy->start = 0;
      copy->end = length;
      cog_text_add_code (raw, copy);
    }
}

static CogText *
new_incoming (CogRichBuffer *self, const CogText *text)
{
  g_autoptr (CogText) copy = self->mode == COG_RICH_PLAIN ? new_plain (text) : cog_text_copy (text);
  CogText *raw;

  fold_lines (self, copy);
  raw = cog_rich_raw_new (copy);
  make_own (self, raw);
  return raw;
}

/* --- edits --------------------------------------------------------------------------------- */

static void
delete_selection (CogRichBuffer *self)
{
  GtkTextIter from, to;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &from, &to))
    cog_rich_buffer_remove (self, get_offset (&from), get_offset (&to));
}

/* At the caret; returns where it ends. */
static guint
place_at_caret (CogRichBuffer *self, CogText *raw)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter where;
  g_autoptr (GPtrArray) tags = NULL;
  guint at, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &where, gtk_text_buffer_get_insert (buffer));
  tags = cog_rich_buffer_list_typing_tags (self, &where);
  at = get_offset (&where);
  end = at + get_length (raw);
  wrap (raw, tags);
  cog_rich_buffer_place (self, at, raw);
  cog_rich_buffer_join (self, end);
  cog_rich_buffer_join (self, at);
  select_range (self, end, end);
  return end;
}

void
cog_rich_buffer_insert (CogRichBuffer *self, const CogText *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (CogText) raw = NULL;

  g_return_if_fail (COG_IS_RICH_BUFFER (self) && text != NULL);

  gtk_text_buffer_begin_user_action (buffer);
  delete_selection (self);
  raw = new_incoming (self, text);
  place_at_caret (self, raw);
  gtk_text_buffer_end_user_action (buffer);
}

static void
wrap_selection (CogRichBuffer *self, const CogCode *code, guint start, guint end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  CogText *old = cog_rich_buffer_begin_styles (self, start, end);
  GtkTextTag *tag = cog_rich_buffer_get_tag (self, code);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int)end);
  for (guint i = 0; i < old->codes->len; i++)
    {
      const CogCode *inner = g_ptr_array_index (old->codes, i);

      if (inner->type == COG_CODE_SPAN && inner->end > inner->start &&
          g_str_equal (inner->element, code->element))
        gtk_text_buffer_remove_tag (buffer, cog_rich_buffer_get_tag (self, inner), &from, &to);
    }
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
  cog_rich_buffer_end_styles (self, start, end, old);
  select_range (self, end, end);
}

static void
insert_span (CogRichBuffer *self, const CogCode *code, const char *words)
{
  g_autoptr (CogText) raw = cog_text_new (words != NULL && words[0] != '\0' ? words : "…");
  CogCode *copy = cog_code_copy (code);
  guint end;

  copy->start = 0;
  copy->end = get_length (raw);
  cog_text_add_code (raw, copy);
  end = place_at_caret (self, raw);
  /* Selected, to be written over: the link stays. */
  select_range (self, end - get_length (raw), end);
}

void
cog_rich_buffer_insert_code (CogRichBuffer *self, const CogCode *code, const char *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;

  g_return_if_fail (COG_IS_RICH_BUFFER (self) && code != NULL);

  if (self->mode == COG_RICH_PLAIN)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  if (code->type == COG_CODE_PIECE)
    {
      g_autoptr (CogText) raw = cog_text_new (COG_RICH_OBJECT);
      CogCode *copy = cog_code_copy (code);

      copy->start = 0;
      copy->end = 1;
      cog_text_add_code (raw, copy);
      /* What is selected is not what it stands for: the piece goes behind it. */
      if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
        gtk_text_buffer_place_cursor (buffer, &to);
      place_at_caret (self, raw);
    }
  else if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    wrap_selection (self, code, get_offset (&from), get_offset (&to));
  else
    insert_span (self, code, words);
  gtk_text_buffer_end_user_action (buffer);
  g_signal_emit_by_name (self, "pieces-changed");
}

void
cog_rich_buffer_move (CogRichBuffer *self,
                      const GtkTextIter *start,
                      const GtkTextIter *end,
                      const GtkTextIter *where)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint from = get_offset (start), to = get_offset (end), at = MAX (get_offset (where), self->head);
  g_autoptr (CogText) raw = NULL;

  g_return_if_fail (COG_IS_RICH_BUFFER (self));

  if (at >= from && at <= to)
    return;
  raw = cog_rich_buffer_read_raw (self, start, end);
  /* Of a piece alone, the styles of where it stood stay there. */
  if (to - from == 1)
    for (guint i = raw->codes->len; i > 0; i--)
      {
        const CogCode *code = g_ptr_array_index (raw->codes, i - 1);

        if (code->type == COG_CODE_SPAN && code->end > code->start &&
            cog_rich_raw_get_object (raw, 0) != NULL)
          g_ptr_array_remove_index (raw->codes, i - 1);
      }
  gtk_text_buffer_begin_user_action (buffer);
  cog_rich_buffer_remove (self, from, to);
  cog_rich_buffer_set_typing_tags (self, NULL, 0);
  at -= at > to ? to - from : 0;
  select_range (self, at, at);
  at = place_at_caret (self, raw);
  select_range (self, at - (to - from), at);
  gtk_text_buffer_end_user_action (buffer);
}
