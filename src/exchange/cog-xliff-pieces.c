/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-pieces.h"

#include "cog-xml.h"

#include <string.h>

void
cog_xliff_pieces_init (CogXliffPieces *self, const char *text, gsize n_bytes)
{
  g_return_if_fail (self != NULL && (text != NULL || n_bytes == 0));

  *self = (CogXliffPieces){ .text = text, .end = text + n_bytes, .at = text, .counted = text };
  self->line = 1;
}

static guint
count_line (CogXliffPieces *self, const char *to)
{
  for (; self->counted < to; self->counted++)
    if (*self->counted == '\n')
      self->line++;
  return self->line;
}

static const char *
find (CogXliffPieces *self, const char *from, const char *wanted, gboolean *is_missing)
{
  gsize n = strlen (wanted);

  /* Looked for once, and not again from each place where it could be: that would be quadratic. */
  while (!*is_missing && (gsize)(self->end - from) >= n)
    {
      const char *c = memchr (from, wanted[0], (gsize)(self->end - from) - n + 1);

      if (c == NULL)
        break;
      if (memcmp (c, wanted, n) == 0)
        return c + n;
      from = c + 1;
    }
  *is_missing = TRUE;
  return NULL;
}

static gboolean
begins (const CogXliffPieces *self, const char *c, const char *prefix)
{
  gsize n = strlen (prefix);

  return (gsize)(self->end - c) >= n && memcmp (c, prefix, n) == 0;
}

/* Behind a document type, which may have brackets and quotes in it. */
static const char *
end_doctype (CogXliffPieces *self, const char *c)
{
  gboolean is_inside = FALSE;

  for (; c < self->end && !self->has_no_doctype_end; c++)
    {
      if (*c == '"' || *c == '\'')
        {
          c = memchr (c + 1, *c, (gsize)(self->end - c - 1));
          if (c == NULL)
            break;
        }
      else if (*c == '[' || *c == ']')
        is_inside = *c == '[';
      else if (*c == '>' && !is_inside)
        return c + 1;
    }
  self->has_no_doctype_end = TRUE;
  return NULL;
}

/* A "<" in a tag is damage, and begins what is next: else one quotation mark that is missing would
 * take the rest of the file along. */
static const char *
end_tag (const CogXliffPieces *self, const char *c)
{
  char quote = '\0';

  for (c++; c < self->end; c++)
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

/* The next mark: from "<" up to behind its end. FALSE: there is none. */
static gboolean
find_mark (CogXliffPieces *self, const char **begin, const char **after)
{
  while (self->at < self->end)
    {
      const char *open = memchr (self->at, '<', (gsize)(self->end - self->at));

      if (open == NULL)
        break;
      if (begins (self, open, "<!--"))
        *after = find (self, open + 4, "-->", &self->has_no_comment_end);
      else if (begins (self, open, "<![CDATA["))
        *after = find (self, open, "]]>", &self->has_no_cdata_end);
      else if (begins (self, open, "<!DOCTYPE"))
        *after = end_doctype (self, open);
      else
        *after = end_tag (self, open);
      *begin = open;
      if (*after != NULL)
        return TRUE;
      /* Without an end: what is behind may still be sound. */
      self->at = open + 1;
    }
  self->at = self->end;
  return FALSE;
}

/* "unit" of "<x:unit id…>" and "/unit" of "</x:unit>". */
static gboolean
is_tag (const char *begin, const char *after, const char *name)
{
  const char *c = begin + 1;
  const char *colon;
  gsize length;

  if (name[0] == '/' && (c >= after || *c++ != '/'))
    return FALSE;
  name += name[0] == '/' ? 1 : 0;
  for (length = 0; c + length < after && !g_ascii_isspace (c[length]) && c[length] != '>' &&
                   c[length] != '/' && c[length] != '<';
       length++)
    ;
  colon = memchr (c, ':', length);
  if (colon != NULL)
    {
      length -= (gsize)(colon + 1 - c);
      c = colon + 1;
    }
  return length == strlen (name) && memcmp (c, name, length) == 0;
}

static gboolean
is_unit (const char *begin, const char *after)
{
  return is_tag (begin, after, "unit") || is_tag (begin, after, "trans-unit");
}

static gboolean
ends_unit (const char *begin, const char *after)
{
  return is_tag (begin, after, "/unit") || is_tag (begin, after, "/trans-unit");
}

static CogXliffPieceKind
take_unit (CogXliffPieces *self, const char *start)
{
  const char *begin, *after;

  while (find_mark (self, &begin, &after))
    {
      if (ends_unit (begin, after))
        {
          self->at = after;
          return after - start <= COG_XLIFF_UNIT_MAX ? COG_XLIFF_UNIT : COG_XLIFF_DAMAGED;
        }
      if (is_unit (begin, after) || is_tag (begin, after, "/file") ||
          is_tag (begin, after, "/xliff"))
        {
          self->at = begin;
          return COG_XLIFF_DAMAGED;
        }
      self->at = after;
    }
  return COG_XLIFF_DAMAGED;
}

static CogXliffPieceKind
take_mark (CogXliffPieces *self, const char *begin, const char *after)
{
  self->at = after;
  if (is_tag (begin, after, "/xliff"))
    self->is_closed = TRUE;
  else if (is_tag (begin, after, "xliff"))
    return COG_XLIFF_ROOT;
  else if (is_tag (begin, after, "file"))
    return COG_XLIFF_FILE;
  else if (is_unit (begin, after))
    return after - begin >= 2 && after[-2] == '/' ? COG_XLIFF_DAMAGED : take_unit (self, begin);
  return COG_XLIFF_END;
}

CogXliffPiece
cog_xliff_pieces_next (CogXliffPieces *self)
{
  CogXliffPiece piece = { COG_XLIFF_END, NULL, 0, 0 };
  const char *begin, *after;

  while (find_mark (self, &begin, &after))
    {
      piece.kind = take_mark (self, begin, after);
      if (piece.kind == COG_XLIFF_END)
        continue;
      piece.text = begin;
      piece.n_bytes = (gsize)(self->at - begin);
      piece.line = count_line (self, begin);
      return piece;
    }
  piece.kind = self->is_closed ? COG_XLIFF_END : COG_XLIFF_TRUNCATED;
  piece.line = count_line (self, self->end);
  return piece;
}

char *
cog_xliff_tag_dup_name (const CogXliffPiece *tag)
{
  gsize length = 0;

  while (1 + length < tag->n_bytes && !g_ascii_isspace (tag->text[1 + length]) &&
         strchr (">/<", tag->text[1 + length]) == NULL)
    length++;
  return g_strndup (tag->text + 1, length);
}

/* The start tag as an element by itself; prefixes need not be declared for that. */
char *
cog_xliff_tag_dup_attribute (const CogXliffPiece *tag, const char *name)
{
  g_autofree char *start = g_strndup (tag->text, tag->n_bytes);
  g_autofree char *element = cog_xliff_tag_dup_name (tag);
  g_autoptr (GString) whole = g_string_new (start);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) document = NULL;

  if (!g_str_has_suffix (start, "/>"))
    g_string_append_printf (whole, "</%s>", element);
  bytes = g_bytes_new_static (whole->str, whole->len);
  document = cog_xml_parse (bytes, "XLIFF", NULL, NULL);
  return document != NULL ? cog_xml_dup_attribute (xmlDocGetRootElement (document), name) : NULL;
}
