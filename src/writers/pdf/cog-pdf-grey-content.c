/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-grey.h"

#include <string.h>

#define MOST 4 /* operands of an operator that sets a colour */

/* ISO 32000-1, 7.2 and 7.8.2: operands, then their operator. */
typedef struct
{
  GString *out;
  const char *at, *end;
  guint n;             /* numbers before the operator */
  double values[MOST]; /* the last of them */
  gsize places[MOST];  /* where they stand in out */
} Lexer;

double
cog_pdf_grey_get (double red, double green, double blue)
{
  return .299 * red + .587 * green + .114 * blue;
}

static gboolean
is_delimiter (char c)
{
  return c == '\0' || strchr (" \t\r\n\f()<>[]{}/%", c) != NULL;
}

static void
copy (Lexer *lexer, const char *to)
{
  g_string_append_len (lexer->out, lexer->at, to - lexer->at);
  lexer->at = to;
}

static const char *
find_string_end (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    if (*at == '\\')
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && --depth == 0)
      return at + 1;
  return end;
}

static const char *
find (const char *at, const char *end, char c)
{
  const char *found = memchr (at, c, (gsize)(end - at));

  return found != NULL ? found + 1 : end;
}

/* The bytes of a picture in the content: up to EI between white space. */
static const char *
find_picture_end (const char *at, const char *end)
{
  for (; at + 3 < end; at++)
    if (g_ascii_isspace (at[0]) && at[1] == 'E' && at[2] == 'I' && is_delimiter (at[3]))
      return at + 3;
  return end;
}

static void
note_number (Lexer *lexer, double value)
{
  if (lexer->n == MOST)
    {
      memmove (lexer->values, lexer->values + 1, sizeof lexer->values - sizeof lexer->values[0]);
      memmove (lexer->places, lexer->places + 1, sizeof lexer->places - sizeof lexer->places[0]);
      lexer->n--;
    }
  lexer->values[lexer->n] = value;
  lexer->places[lexer->n++] = lexer->out->len;
}

static void
set_grey (Lexer *lexer, guint n, gboolean is_stroke)
{
  const double *v = lexer->values + lexer->n - n;
  double grey = n == 3 ? cog_pdf_grey_get (v[0], v[1], v[2])
                       : 1 - MIN (1, cog_pdf_grey_get (v[0], v[1], v[2]) + v[3]);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_truncate (lexer->out, lexer->places[lexer->n - n]);
  g_string_append (lexer->out, g_ascii_formatd (buffer, sizeof buffer, "%.3f", CLAMP (grey, 0, 1)));
  g_string_append (lexer->out, is_stroke ? " G" : " g");
}

static void
take_word (Lexer *lexer)
{
  const char *to = lexer->at + 1;
  g_autofree char *word = NULL;
  char *rest;
  double value;

  while (to < lexer->end && !is_delimiter (*to))
    to++;
  word = g_strndup (lexer->at, (gsize)(to - lexer->at));
  value = g_ascii_strtod (word, &rest);
  if (*rest == '\0')
    {
      note_number (lexer, value);
      copy (lexer, to);
      return;
    }
  if (g_ascii_strcasecmp (word, "rg") == 0 && lexer->n >= 3)
    {
      set_grey (lexer, 3, word[0] == 'R');
      lexer->at = to;
    }
  else if (g_ascii_strcasecmp (word, "k") == 0 && lexer->n >= 4)
    {
      set_grey (lexer, 4, word[0] == 'K');
      lexer->at = to;
    }
  else if (strcmp (word, "ID") == 0)
    copy (lexer, find_picture_end (to, lexer->end));
  else
    copy (lexer, to);
  lexer->n = 0;
}

void
cog_pdf_grey_append_content (GString *out, const char *content, gsize size)
{
  Lexer lexer = { .out = out, .at = content, .end = content + size };

  while (lexer.at < lexer.end)
    {
      char c = *lexer.at;

      if (c == '(')
        copy (&lexer, find_string_end (lexer.at, lexer.end));
      else if (c == '%')
        copy (&lexer, find (lexer.at, lexer.end, '\n'));
      else if (c == '<' && lexer.at + 1 < lexer.end && lexer.at[1] != '<')
        copy (&lexer, find (lexer.at, lexer.end, '>'));
      else if (c == '/' || !is_delimiter (c))
        take_word (&lexer);
      else
        copy (&lexer, lexer.at + (c == '<' ? 2 : 1));
    }
}
