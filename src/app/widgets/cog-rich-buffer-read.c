/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

#include "cog-rich-raw.h"

static void
read_objects (CogText *raw, const GtkTextIter *start)
{
  const char *c = raw->plain;
  guint at = 0;

  for (const char *object; (object = strstr (c, COG_RICH_OBJECT)) != NULL;)
    {
      GtkTextIter iter = *start;
      GtkTextChildAnchor *anchor;
      const CogCode *code;

      at += (guint)g_utf8_strlen (c, object - c);
      gtk_text_iter_forward_chars (&iter, (int)at);
      anchor = gtk_text_iter_get_child_anchor (&iter);
      code = anchor != NULL ? cog_rich_anchor_get_code (anchor) : NULL;
      if (code != NULL)
        {
          CogCode *copy = cog_code_copy (code);

          copy->start = at;
          copy->end = code->type == COG_CODE_PIECE ? at + 1 : at;
          g_ptr_array_add (raw->codes, copy);
        }
      at++;
      c = object + strlen (COG_RICH_OBJECT);
    }
}

typedef struct
{
  CogText *raw;
  GHashTable *open; /* (element-type GtkTextTag guint): where each began */
  guint origin;
} SpanReading;

static void
begin_span (SpanReading *reading, GtkTextTag *tag, guint at)
{
  if (cog_rich_tag_get_code (tag) != NULL)
    g_hash_table_insert (reading->open, tag, GUINT_TO_POINTER (at));
}

static void
end_span (SpanReading *reading, GtkTextTag *tag, guint at)
{
  gpointer start;
  CogCode *copy;

  if (!g_hash_table_steal_extended (reading->open, tag, NULL, &start) ||
      GPOINTER_TO_UINT (start) >= at)
    return;
  copy = cog_code_copy (cog_rich_tag_get_code (tag));
  copy->start = GPOINTER_TO_UINT (start) - reading->origin;
  copy->end = at - reading->origin;
  g_ptr_array_add (reading->raw->codes, copy);
}

static void
read_toggles (SpanReading *reading, const GtkTextIter *iter)
{
  guint at = (guint)gtk_text_iter_get_offset (iter);
  GSList *off = gtk_text_iter_get_toggled_tags (iter, FALSE);
  GSList *on = gtk_text_iter_get_toggled_tags (iter, TRUE);

  for (GSList *t = off; t != NULL; t = t->next)
    end_span (reading, t->data, at);
  for (GSList *t = on; t != NULL; t = t->next)
    begin_span (reading, t->data, at);
  g_slist_free (off);
  g_slist_free (on);
}

static void
read_spans (CogText *raw, const GtkTextIter *start, const GtkTextIter *end)
{
  SpanReading reading = { raw, g_hash_table_new (NULL, NULL),
                          (guint)gtk_text_iter_get_offset (start) };
  GtkTextIter iter = *start;
  GSList *tags = gtk_text_iter_get_tags (start);
  GHashTableIter left;
  gpointer tag;

  for (GSList *t = tags; t != NULL; t = t->next)
    begin_span (&reading, t->data, reading.origin);
  g_slist_free (tags);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL) &&
         gtk_text_iter_compare (&iter, end) < 0)
    read_toggles (&reading, &iter);
  g_hash_table_iter_init (&left, reading.open);
  while (g_hash_table_iter_next (&left, &tag, NULL))
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (reading.open, tag));
      guint to = (guint)gtk_text_iter_get_offset (end);

      if (from < to)
        {
          CogCode *copy = cog_code_copy (cog_rich_tag_get_code (tag));

          copy->start = from - reading.origin;
          copy->end = to - reading.origin;
          g_ptr_array_add (raw->codes, copy);
        }
    }
  g_hash_table_unref (reading.open);
}

CogText *
cog_rich_buffer_read_raw (CogRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *plain = gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (self), start, end, TRUE);
  CogText *raw = cog_text_new (plain);

  read_objects (raw, start);
  read_spans (raw, start, end);
  cog_text_sort_codes (raw);
  return raw;
}

/* A span in two stretches is two spans, and ids are unique. */
static void
take_second_ids_off (CogText *raw)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < raw->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (raw->codes, i);
      g_autofree char *whole = NULL;

      if (!cog_rich_raw_has_id (code->markup))
        continue;
      if (!g_hash_table_contains (seen, code->markup))
        {
          g_hash_table_add (seen, code->markup);
          continue;
        }
      whole = g_steal_pointer (&code->markup);
      code->markup = cog_rich_raw_dup_markup_without_id (whole);
    }
}

CogText *
cog_rich_buffer_read_range (CogRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (CogText) raw = NULL;
  GtkTextIter from = *start, to = *end;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), NULL);

  cog_rich_buffer_skip_head (self, &from);
  cog_rich_buffer_skip_head (self, &to);
  raw = cog_rich_buffer_read_raw (self, &from, &to);
  take_second_ids_off (raw);
  return cog_rich_raw_to_text (raw);
}

CogText *
cog_rich_buffer_read (CogRichBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return cog_rich_buffer_read_range (self, &start, &end);
}
