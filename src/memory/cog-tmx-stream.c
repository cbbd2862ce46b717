/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tmx-stream.h"

#include <string.h>

#define READ_SIZE (256 * 1024)

struct _CogTmxStream
{
  GInputStream *in;
  GString *buffer;
  gsize base;     /* in the buffer: the piece at hand; what is before it goes when more is read */
  gsize at;       /* what was looked at */
  gsize lines_at; /* up to where line counts */
  guint line;
  gboolean is_at_end;
  gboolean is_tmx;
  gboolean is_closed; /* </tmx> was met */
};

static char *
dup_encoding (const guint8 *data, gsize size)
{
  g_autofree char *head = NULL;
  char *name, *end;

  if (size >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)))
    return g_strdup ("UTF-16");
  /* XML 1.0, appendix F: a "<" in UTF-16 without a mark. */
  if (size >= 2 && data[0] == 0 && data[1] == '<')
    return g_strdup ("UTF-16BE");
  if (size >= 2 && data[0] == '<' && data[1] == 0)
    return g_strdup ("UTF-16LE");
  head = g_strndup ((const char *)data, MIN (size, 256));
  end = strstr (head, "?>");
  name = g_str_has_prefix (head, "<?xml") && end != NULL ? strstr (head, "encoding") : NULL;
  name = name != NULL && name < end ? strpbrk (name, "\"'") : NULL;
  if (name == NULL)
    return NULL;
  name[1 + strcspn (name + 1, "\"'")] = '\0';
  return g_ascii_strcasecmp (name + 1, "utf-8") != 0 ? g_strdup (name + 1) : NULL;
}

CogTmxStream *
cog_tmx_stream_new (GInputStream *in, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = NULL;
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autofree char *encoding = NULL;
  CogTmxStream *self;
  const void *data;
  gsize size;

  g_return_val_if_fail (G_IS_INPUT_STREAM (in), NULL);

  buffered = g_buffered_input_stream_new_sized (in, READ_SIZE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 4096, cancellable, error) <
      0)
    return NULL;
  data = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &size);
  encoding = dup_encoding (data, size);
  if (encoding != NULL)
    converter = g_charset_converter_new ("UTF-8", encoding, NULL);
  self = g_new0 (CogTmxStream, 1);
  if (converter != NULL)
    {
      g_charset_converter_set_use_fallback (converter, TRUE);
      self->in = g_converter_input_stream_new (buffered, G_CONVERTER (converter));
    }
  else
    self->in = g_steal_pointer (&buffered);
  self->buffer = g_string_new (NULL);
  self->line = 1;
  return self;
}

void
cog_tmx_stream_free (CogTmxStream *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->in);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

gboolean
cog_tmx_stream_is_tmx (const CogTmxStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_tmx;
}

static guint
count_line (CogTmxStream *self, gsize to)
{
  for (; self->lines_at < to; self->lines_at++)
    if (self->buffer->str[self->lines_at] == '\n')
      self->line++;
  return self->line;
}

static gboolean
read_more (CogTmxStream *self, GCancellable *cancellable, GError **error)
{
  gsize before;
  gssize n;

  count_line (self, self->base);
  g_string_erase (self->buffer, 0, (gssize)self->base);
  self->at -= self->base;
  self->lines_at -= self->base;
  self->base = 0;
  before = self->buffer->len;
  g_string_set_size (self->buffer, before + READ_SIZE);
  n = g_input_stream_read (self->in, self->buffer->str + before, READ_SIZE, cancellable, error);
  g_string_set_size (self->buffer, before + (gsize)MAX (n, 0));
  /* What cannot be told apart from text would end every search for a mark. */
  for (gsize i = before; i < self->buffer->len; i++)
    if (self->buffer->str[i] == '\0')
      self->buffer->str[i] = ' ';
  self->is_at_end = n <= 0;
  return n >= 0;
}

/* Behind the end of a document type, which may have brackets and quotes in it; NULL: not here. */
static const char *
end_doctype (const char *c)
{
  gboolean is_inside = FALSE;

  for (; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\'')
        {
          c = strchr (c + 1, *c);
          if (c == NULL)
            return NULL;
        }
      else if (*c == '[' || *c == ']')
        is_inside = *c == '[';
      else if (*c == '>' && !is_inside)
        return c + 1;
    }
  return NULL;
}

/* Behind the end of a tag. A "<" in it is damage, and begins what is next: else one quotation mark
 * that is missing would take the rest of the file along. */
static const char *
end_tag (const char *c)
{
  char quote = '\0';

  for (c++; *c != '\0'; c++)
    {
      if (*c == '<')
        return c;
      if (quote != '\0')
        quote = *c == quote ? '\0' : quote;
      else if (*c == '"' || *c == '\'')
        quote = *c;
      else if (*c == '>')
        return c + 1;
    }
  return NULL;
}

static const char *
end_mark (const char *c)
{
  const char *end;

  if (g_str_has_prefix (c, "<!--"))
    return (end = strstr (c + 4, "-->")) != NULL ? end + 3 : NULL;
  if (g_str_has_prefix (c, "<![CDATA["))
    return (end = strstr (c, "]]>")) != NULL ? end + 3 : NULL;
  if (g_str_has_prefix (c, "<!DOCTYPE"))
    return end_doctype (c);
  return end_tag (c);
}

static gboolean
is_tag (const char *c, const char *name)
{
  gsize n = strlen (name);

  return strncmp (c, name, n) == 0 && (c[n] == '>' || c[n] == '/' || g_ascii_isspace (c[n]));
}

/* The next mark at or behind self->at, whole in the buffer: begin and end. FALSE: there is none (no
 * error), or reading failed. */
static gboolean
find_mark (CogTmxStream *self, gsize *begin, gsize *end, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      const char *text = self->buffer->str;
      const char *open = strchr (text + self->at, '<');
      const char *close = open != NULL ? end_mark (open) : NULL;

      if (close != NULL)
        {
          *begin = (gsize)(open - text);
          *end = (gsize)(close - text);
          return TRUE;
        }
      self->at = open != NULL ? (gsize)(open - text) : self->buffer->len;
      /* A comment or a tag without an end. */
      if (open != NULL && self->buffer->len - self->at > COG_TMX_UNIT_MAX)
        {
          self->at++;
          continue;
        }
      if (self->is_at_end || self->buffer->len - self->base > 3 * COG_TMX_UNIT_MAX)
        return FALSE;
      if (!read_more (self, cancellable, error))
        return FALSE;
    }
}

/* From the start tag, where the piece begins, to the end tag. */
static CogTmxPiece
take_unit (CogTmxStream *self, gsize *n_bytes, GCancellable *cancellable, GError **error)
{
  gsize begin, end;

  while (find_mark (self, &begin, &end, cancellable, error))
    {
      const char *mark = self->buffer->str + begin;

      if (is_tag (mark, "</tu"))
        {
          self->at = end;
          *n_bytes = end - self->base;
          return COG_TMX_UNIT;
        }
      if (is_tag (mark, "<tu") || is_tag (mark, "</body") || is_tag (mark, "</tmx") ||
          end - self->base > COG_TMX_UNIT_MAX)
        {
          self->at = begin;
          *n_bytes = begin - self->base;
          return COG_TMX_DAMAGED;
        }
      self->at = end;
    }
  self->at = self->buffer->len;
  *n_bytes = self->at - self->base;
  return *error != NULL ? COG_TMX_FAULT : COG_TMX_DAMAGED;
}

static CogTmxPiece
take_mark (CogTmxStream *self, gsize *n_bytes, GCancellable *cancellable, GError **error)
{
  const char *text = self->buffer->str + self->base;
  gsize n = self->at - self->base;

  if (is_tag (text, "<tu"))
    return take_unit (self, n_bytes, cancellable, error);
  if (is_tag (text, "</tmx"))
    self->is_closed = TRUE;
  if (is_tag (text, "<tmx"))
    self->is_tmx = TRUE;
  if (!is_tag (text, "<header"))
    return COG_TMX_END;
  *n_bytes = n;
  /* "<header …>": its notes and properties are passed over. */
  if (n >= 2 && text[n - 1] == '>' && text[n - 2] != '/')
    {
      g_string_insert_c (self->buffer, (gssize)self->at - 1, '/');
      self->at++;
      *n_bytes = n + 1;
    }
  return COG_TMX_HEADER;
}

CogTmxPiece
cog_tmx_stream_next (CogTmxStream *self,
                     const char **text,
                     gsize *n_bytes,
                     guint *line,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) fault = NULL;
  gsize begin, end;
  CogTmxPiece piece = COG_TMX_END;

  g_return_val_if_fail (self != NULL, COG_TMX_FAULT);

  while (piece == COG_TMX_END)
    {
      self->base = self->at;
      if (!find_mark (self, &begin, &end, cancellable, &fault))
        {
          if (fault == NULL && !self->is_at_end)
            continue;
          *line = count_line (self, self->buffer->len);
          piece = self->is_closed ? COG_TMX_END : COG_TMX_TRUNCATED;
          break;
        }
      self->at = end;
      self->base = begin;
      *line = count_line (self, begin);
      piece = take_mark (self, n_bytes, cancellable, &fault);
    }
  *text = self->buffer->str + self->base;
  if (fault == NULL)
    return piece;
  g_propagate_error (error, g_steal_pointer (&fault));
  return COG_TMX_FAULT;
}
