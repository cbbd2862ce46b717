/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-inline.h"

#include "cog-xml-write.h"

typedef struct
{
  GString *out;
  const CogText *text;
  const CogXliffInline *format;
  guint from, to;
  gboolean is_last;
  GPtrArray *open; /* whole spans, innermost last; borrowed */
  guint next;      /* code */
} Writing;

static gboolean
is_whole (const Writing *writing, const CogCode *code)
{
  return code->start >= writing->from && code->end <= writing->to;
}

/* Innermost first. Spans of a text nest: it was made of XHTML. */
static void
close_spans (Writing *writing, guint at)
{
  const CogXliffInline *format = writing->format;

  while (writing->open->len > 0)
    {
      const CogCode *code = g_ptr_array_index (writing->open, writing->open->len - 1);

      if (code->end > at)
        return;
      if (is_whole (writing, code))
        format->close (writing->out, code, format->user_data);
      else
        format->close_torn (writing->out, code, format->user_data);
      g_ptr_array_set_size (writing->open, (int)writing->open->len - 1);
    }
}

static void
open_span (Writing *writing, const CogCode *code)
{
  const CogXliffInline *format = writing->format;

  if (is_whole (writing, code))
    format->open (writing->out, code, format->user_data);
  else
    format->open_torn (writing->out, code, format->user_data);
  g_ptr_array_add (writing->open, (gpointer)code);
  if (code->start == code->end)
    close_spans (writing, code->end);
}

/* What begins at a place. TRUE: the character there is a piece, and was written. */
static gboolean
open_spans (Writing *writing, guint at)
{
  for (; writing->next < writing->text->codes->len; writing->next++)
    {
      const CogCode *code = g_ptr_array_index (writing->text->codes, writing->next);

      if (code->start > at)
        return FALSE;
      if (code->start < at)
        continue;
      if (at >= writing->to && !(writing->is_last && code->start == code->end))
        return FALSE;
      if (code->type == COG_CODE_PIECE)
        {
          writing->next++;
          writing->format->piece (writing->out, code, writing->format->user_data);
          return TRUE;
        }
      open_span (writing, code);
    }
  return FALSE;
}

/* Spans that began before what is written are open: their end may be in it. */
static void
take_open (Writing *writing)
{
  for (guint i = 0; i < writing->text->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (writing->text->codes, i);

      if (code->type == COG_CODE_SPAN && code->start < writing->from && code->end > writing->from)
        g_ptr_array_add (writing->open, code);
    }
}

void
cog_xliff_inline_append (
    GString *out, const CogText *text, guint from, guint to, const CogXliffInline *format)
{
  Writing writing = { out, text, format, from, to, FALSE, NULL, 0 };
  const char *c;

  g_return_if_fail (out != NULL && text != NULL && from <= to && format != NULL);

  c = g_utf8_offset_to_pointer (text->plain, from);
  writing.is_last = to == (guint)g_utf8_strlen (text->plain, -1);
  writing.open = g_ptr_array_new ();
  take_open (&writing);
  for (guint at = from; at < to; at++, c = g_utf8_next_char (c))
    {
      gsize n_bytes = (gsize)(g_utf8_next_char (c) - c);

      close_spans (&writing, at);
      if (open_spans (&writing, at))
        continue;
      if (format->words != NULL)
        format->words (out, c, n_bytes);
      else
        cog_xml_append_escaped (out, c, n_bytes);
    }
  close_spans (&writing, to);
  open_spans (&writing, to);
  g_ptr_array_unref (writing.open);
}
