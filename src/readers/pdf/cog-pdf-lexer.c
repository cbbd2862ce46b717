/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-lexer.h"

#include <string.h>

#define MAX_OPERANDS 100000
#define MAX_BYTES (1u << 20) /* of one operator's strings */

void
cog_pdf_lexer_init (CogPdfLexer *self, const guint8 *data, gsize size)
{
  self->at = data != NULL ? data : (const guint8 *)""; /* of an empty stream qpdf has none */
  self->end = self->at + size;
  self->operands = g_array_new (FALSE, FALSE, sizeof (CogPdfOperand));
  self->bytes = g_byte_array_new ();
  self->op[0] = '\0';
}

void
cog_pdf_lexer_clear (CogPdfLexer *self)
{
  g_clear_pointer (&self->operands, g_array_unref);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

static gboolean
is_space (guint8 c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_regular (guint8 c)
{
  return !is_space (c) && strchr ("()<>[]{}/%", c) == NULL;
}

static void
add (CogPdfLexer *self, CogPdfOperand operand)
{
  static const guint8 zero = 0;

  if (operand.type == COG_PDF_OPERAND_STRING || operand.type == COG_PDF_OPERAND_NAME)
    {
      operand.length = self->bytes->len - operand.start;
      g_byte_array_append (self->bytes, &zero, 1);
    }
  if (self->operands->len < MAX_OPERANDS)
    g_array_append_val (self->operands, operand);
}

static void
put (CogPdfLexer *self, guint8 byte)
{
  if (self->bytes->len < MAX_BYTES)
    g_byte_array_append (self->bytes, &byte, 1);
}

static guint8
take_octal (CogPdfLexer *self)
{
  guint value = 0;

  for (guint i = 0; i < 3 && self->at < self->end && *self->at >= '0' && *self->at <= '7'; i++)
    value = value * 8 + (guint)(*self->at++ - '0');
  return (guint8)value;
}

/* 7.3.4.2: after a backslash. */
static void
take_escape (CogPdfLexer *self)
{
  static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
  guint8 c = *self->at;
  const char *letter = c != '\0' ? strchr (letters, c) : NULL;

  if (c >= '0' && c <= '7')
    {
      put (self, take_octal (self));
      return;
    }
  self->at++;
  if (letter != NULL)
    put (self, (guint8)meant[letter - letters]);
  else if (c == '\r')
    self->at += self->at < self->end && *self->at == '\n';
  else if (c != '\n')
    put (self, c);
}

static void
take_string (CogPdfLexer *self)
{
  CogPdfOperand operand = { .type = COG_PDF_OPERAND_STRING, .start = self->bytes->len };
  guint depth = 1;

  self->at++;
  while (self->at < self->end)
    {
      guint8 c = *self->at++;

      if (c == '\\')
        {
          if (self->at < self->end)
            take_escape (self);
          continue;
        }
      depth += c == '(';
      depth -= c == ')';
      if (depth == 0)
        break;
      put (self, c);
    }
  add (self, operand);
}

static void
take_hex (CogPdfLexer *self)
{
  CogPdfOperand operand = { .type = COG_PDF_OPERAND_STRING, .start = self->bytes->len };
  int high = -1;

  self->at++;
  while (self->at < self->end && *self->at != '>')
    {
      int value = g_ascii_xdigit_value ((char)*self->at++);

      if (value < 0)
        continue;
      if (high >= 0)
        put (self, (guint8)(high << 4 | value));
      high = high >= 0 ? -1 : value;
    }
  if (high >= 0)
    put (self, (guint8)(high << 4));
  self->at += self->at < self->end;
  add (self, operand);
}

static void
take_name (CogPdfLexer *self)
{
  CogPdfOperand operand = { .type = COG_PDF_OPERAND_NAME, .start = self->bytes->len };

  self->at++;
  while (self->at < self->end && is_regular (*self->at))
    {
      guint8 c = *self->at++;

      if (c == '#' && self->end - self->at >= 2 && g_ascii_isxdigit (self->at[0]) &&
          g_ascii_isxdigit (self->at[1]))
        {
          c = (guint8)(g_ascii_xdigit_value ((char)self->at[0]) << 4 |
                       g_ascii_xdigit_value ((char)self->at[1]));
          self->at += 2;
        }
      put (self, c);
    }
  add (self, operand);
}

/* Numbers have no exponent (7.3.3); "--5" and "1.2.3" occur, and others read what they can. */
static void
take_number (CogPdfLexer *self)
{
  CogPdfOperand operand = { .type = COG_PDF_OPERAND_NUMBER };
  double value = 0, scale = 0;
  gboolean is_negative = FALSE;

  for (; self->at < self->end && is_regular (*self->at); self->at++)
    {
      guint8 c = *self->at;

      if (c == '-' && value == 0)
        is_negative = TRUE;
      else if (c == '.' && scale == 0)
        scale = 1;
      else if (!g_ascii_isdigit (c))
        continue;
      else if (scale != 0)
        value += (c - '0') * (scale /= 10);
      else if (value < 1e12)
        value = value * 10 + (c - '0');
    }
  operand.number = is_negative ? -value : value;
  add (self, operand);
}

/* A keyword; TRUE: it is an operator. */
static gboolean
take_word (CogPdfLexer *self)
{
  const guint8 *start = self->at;
  gsize length;

  while (self->at < self->end && is_regular (*self->at))
    self->at++;
  length = (gsize)(self->at - start);
  if (length == 0)
    {
      self->at++;
      return FALSE;
    }
  length = MIN (length, sizeof self->op - 1);
  memcpy (self->op, start, length);
  self->op[length] = '\0';
  if (strcmp (self->op, "true") != 0 && strcmp (self->op, "false") != 0 &&
      strcmp (self->op, "null") != 0)
    return TRUE;
  add (self, (CogPdfOperand){ .type = COG_PDF_OPERAND_WORD });
  return FALSE;
}

/* The bytes of an inline picture end with an EI between white space; chance may have it among
 * them, so what follows has to look like text. */
static void
skip_picture (CogPdfLexer *self)
{
  for (const guint8 *p = self->at; p + 2 < self->end; p++)
    {
      const guint8 *after = p + 3;
      gboolean is_text = TRUE;

      if (!is_space (p[0]) || p[1] != 'E' || p[2] != 'I' ||
          (after < self->end && !is_space (*after)))
        continue;
      for (guint i = 0; i < 12 && after + i < self->end; i++)
        is_text &= after[i] < 0x80 && (after[i] >= 0x20 || is_space (after[i]));
      if (is_text)
        {
          self->at = after;
          return;
        }
    }
  self->at = self->end;
}

/* One token; TRUE: it is an operator. */
static gboolean
take (CogPdfLexer *self)
{
  guint8 c = *self->at;
  gboolean is_double = self->end - self->at > 1 && self->at[1] == c;

  if (c == '%')
    while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
      self->at++;
  else if (c == '(')
    take_string (self);
  else if (c == '/')
    take_name (self);
  else if (c == '<' && !is_double)
    take_hex (self);
  else if (c == '<' || c == '[' || c == '>' || c == ']')
    {
      add (self, (CogPdfOperand){ .type = c == '<' || c == '[' ? COG_PDF_OPERAND_OPEN
                                                               : COG_PDF_OPERAND_CLOSE });
      self->at += is_double && (c == '<' || c == '>') ? 2 : 1;
    }
  else if (g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.')
    take_number (self);
  else
    return take_word (self);
  return FALSE;
}

gboolean
cog_pdf_lexer_next (CogPdfLexer *self)
{
  g_array_set_size (self->operands, 0);
  g_byte_array_set_size (self->bytes, 0);
  while (self->at < self->end)
    {
      if (is_space (*self->at))
        {
          self->at++;
          continue;
        }
      if (!take (self))
        continue;
      if (strcmp (self->op, "ID") == 0)
        skip_picture (self);
      return TRUE;
    }
  return FALSE;
}

const CogPdfOperand *
cog_pdf_lexer_get (const CogPdfLexer *self, guint i)
{
  return i < self->operands->len ? &g_array_index (self->operands, CogPdfOperand, i) : NULL;
}

double
cog_pdf_lexer_get_number (const CogPdfLexer *self, guint i)
{
  const CogPdfOperand *operand = cog_pdf_lexer_get (self, i);

  return operand != NULL && operand->type == COG_PDF_OPERAND_NUMBER ? operand->number : 0;
}

const char *
cog_pdf_lexer_get_bytes (const CogPdfLexer *self, const CogPdfOperand *operand)
{
  return operand->start < self->bytes->len ? (const char *)self->bytes->data + operand->start : "";
}

const CogPdfOperand *
cog_pdf_lexer_find_value (const CogPdfLexer *self, const char *key)
{
  gint depth = 0;

  for (guint i = 0; i + 1 < self->operands->len; i++)
    {
      const CogPdfOperand *operand = cog_pdf_lexer_get (self, i);

      depth += operand->type == COG_PDF_OPERAND_OPEN;
      depth -= operand->type == COG_PDF_OPERAND_CLOSE;
      if (depth == 1 && operand->type == COG_PDF_OPERAND_NAME &&
          strcmp (cog_pdf_lexer_get_bytes (self, operand), key) == 0)
        return operand + 1;
    }
  return NULL;
}
