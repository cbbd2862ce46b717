/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-html.h"

#include <string.h>

#define MOST_OPEN 64 /* elements in each other: more are no answer to what was sent */

typedef struct
{
  guint number, start;
  char name[16];
} Open;

typedef struct
{
  GString *plain;
  guint length; /* characters of it */
  GArray *spans;
  Open open[MOST_OPEN];
  guint n_open;
} Reading;

static void
append (Reading *reading, gunichar c)
{
  gboolean is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';

  if (is_space && (reading->length == 0 || g_str_has_suffix (reading->plain->str, " ")))
    return;
  /* U+FFFC would be taken for a piece of the book's. */
  if (!is_space && (g_unichar_iscntrl (c) || c == 0xFFFC || c == 0xFFFE || c == 0xFFFF))
    return;
  g_string_append_unichar (reading->plain, is_space ? ' ' : c);
  reading->length++;
}

static void
close_top (Reading *reading)
{
  Open *top = &reading->open[--reading->n_open];
  CogEngineSpan span = { top->number, top->start, reading->length };

  g_array_append_val (reading->spans, span);
}

static void
close_named (Reading *reading, const char *name)
{
  guint at = reading->n_open;

  while (at > 0 && g_ascii_strcasecmp (reading->open[at - 1].name, name) != 0)
    at--;
  while (at > 0 && reading->n_open >= at)
    close_top (reading);
}

/* Of ` id="k12"`, also where the quotes are others, or none. */
static guint
read_number (const char *tag)
{
  const char *at = strstr (tag, "id=");
  guint64 number = 0;

  if (at == NULL || at == tag || !g_ascii_isspace (at[-1]))
    return 0;
  at += strlen ("id=");
  if (*at == '"' || *at == '\'')
    at++;
  if (*at == 'k' || *at == 'K')
    number = g_ascii_strtoull (at + 1, NULL, 10);
  return number <= G_MAXINT ? (guint)number : 0;
}

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "br", "img", "hr", "wbr", "input", "meta", "link", NULL };

  return g_strv_contains (names, name);
}

/* tag: what stands between < and >. */
static void
take_tag (Reading *reading, const char *tag)
{
  gboolean is_end = tag[0] == '/';
  const char *name = is_end ? tag + 1 : tag;
  gsize length = strcspn (name, " \t\r\n/>");
  Open open = { 0, reading->length, "" };

  for (gsize i = 0; i < MIN (length, sizeof open.name - 1); i++)
    open.name[i] = g_ascii_tolower (name[i]);
  if (is_end)
    {
      close_named (reading, open.name);
      return;
    }
  if (tag[0] == '!' || tag[0] == '?' || reading->n_open == MOST_OPEN)
    return;
  open.number = read_number (tag);
  reading->open[reading->n_open++] = open;
  if (g_str_has_suffix (tag, "/") || is_void (open.name))
    close_top (reading);
}

/* Behind "&"; FALSE: it is an ampersand. */
static gboolean
read_entity (const char *text, gunichar *c, gsize *length)
{
  static const struct
  {
    const char *name;
    gunichar c;
  } names[] = { { "lt;", '<' },   { "gt;", '>' },    { "amp;", '&' },
                { "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", 0xA0 } };
  gboolean is_hex = text[0] == '#' && (text[1] == 'x' || text[1] == 'X');
  const char *digits = text + (is_hex ? 2 : 1);
  char *end = NULL;
  guint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (text, names[i].name))
      {
        *c = names[i].c;
        *length = strlen (names[i].name);
        return TRUE;
      }
  if (text[0] != '#' || !g_ascii_isxdigit (digits[0]))
    return FALSE;
  value = g_ascii_strtoull (digits, &end, is_hex ? 16 : 10);
  if (end == digits || *end != ';' || value > 0x10FFFF || !g_unichar_validate ((gunichar)value))
    return FALSE;
  *c = (gunichar)value;
  *length = (gsize)(end + 1 - text);
  return TRUE;
}

/* A "<" is the beginning of a tag where a name, or the end of one, follows. */
static gboolean
begins_tag (const char *at)
{
  return at[0] == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?');
}

static void
read_all (Reading *reading, const char *html)
{
  for (const char *at = html; *at != '\0';)
    {
      const char *end = begins_tag (at) ? strchr (at, '>') : NULL;
      gunichar c = '&';
      gsize length = 0;

      if (end != NULL)
        {
          g_autofree char *tag = g_strndup (at + 1, (gsize)(end - at - 1));

          take_tag (reading, tag);
          at = end + 1;
          continue;
        }
      if (*at == '&' && read_entity (at + 1, &c, &length))
        {
          append (reading, c);
          at += 1 + length;
          continue;
        }
      append (reading, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  while (reading->n_open > 0)
    close_top (reading);
}

CogEngineHtml *
cog_engine_html_read (const char *html)
{
  CogEngineHtml *self = g_new0 (CogEngineHtml, 1);
  g_autofree char *valid = NULL;
  Reading reading = { .plain = g_string_new (NULL) };

  g_return_val_if_fail (html != NULL, NULL);

  valid = g_utf8_make_valid (html, -1);
  self->spans = reading.spans = g_array_new (FALSE, FALSE, sizeof (CogEngineSpan));
  read_all (&reading, valid);
  if (g_str_has_suffix (reading.plain->str, " "))
    {
      g_string_truncate (reading.plain, reading.plain->len - 1);
      reading.length--;
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      CogEngineSpan *span = &g_array_index (self->spans, CogEngineSpan, i);

      span->start = MIN (span->start, reading.length);
      span->end = MIN (span->end, reading.length);
    }
  self->plain = g_string_free (reading.plain, FALSE);
  return self;
}

void
cog_engine_html_free (CogEngineHtml *self)
{
  if (self == NULL)
    return;
  g_free (self->plain);
  g_array_unref (self->spans);
  g_free (self);
}
