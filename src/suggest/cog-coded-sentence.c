/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-coded-sentence-private.h"

#include <string.h>

/* No language needs so many times the letters of another, and a few more. */
#define MOST_TIMES 10
#define MOST_MORE 200

const CogCode *
cog_coded_sentence_get_code (const CogCodedSentence *self, guint i)
{
  return g_ptr_array_index (self->text->codes, i);
}

/* Nobody translates what a computer reads, or what the page says is to stay. */
static gboolean
is_frozen (const CogCode *code)
{
  static const char *const elements[] = { "code", "kbd", "samp", "var", NULL };

  return code->type == COG_CODE_PIECE || g_strv_contains (elements, code->element) ||
         strstr (code->markup, " translate=\"no\"") != NULL;
}

/* What no sentence needs to be understood: the mark of a note, a line break, a page's number. */
static gboolean
is_mark (const CogCode *code)
{
  return code->type == COG_CODE_PIECE && !g_str_equal (code->element, "math") &&
         !g_str_equal (code->element, "img");
}

static gboolean
is_in_frozen (const CogCodedSentence *self, guint i)
{
  const CogCode *code = cog_coded_sentence_get_code (self, i);

  for (guint k = 0; k < i; k++)
    {
      const CogCode *outer = cog_coded_sentence_get_code (self, k);

      if (self->roles[k] == COG_ROLE_FROZEN && outer->start <= code->start &&
          outer->end >= code->end && outer->type == COG_CODE_SPAN)
        return TRUE;
    }
  return FALSE;
}

static gboolean
skip_mark (CogCodedSentence *self)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);

      if (!is_mark (code) || self->roles[i] != COG_ROLE_FROZEN || self->from >= self->to)
        continue;
      if (code->start == self->from)
        self->from = code->end;
      else if (code->end == self->to)
        self->to = code->start;
      else
        continue;
      return TRUE;
    }
  return FALSE;
}

static void
trim (CogCodedSentence *self)
{
  self->to = self->n_chars;
  do
    {
      while (self->from < self->to && g_unichar_isspace (self->chars[self->from]))
        self->from++;
      while (self->from < self->to && g_unichar_isspace (self->chars[self->to - 1]))
        self->to--;
    }
  while (skip_mark (self));
}

static void
set_roles (CogCodedSentence *self)
{
  guint n = self->text->codes->len;

  self->roles = g_new0 (CogCodeRole, n + 1);
  for (guint i = 0; i < n; i++)
    if (is_in_frozen (self, i))
      self->roles[i] = COG_ROLE_INSIDE;
    else if (is_frozen (cog_coded_sentence_get_code (self, i)))
      self->roles[i] = COG_ROLE_FROZEN;
    else
      self->roles[i] = COG_ROLE_SPAN;
  trim (self);
  for (guint i = 0; i < n; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);
      gboolean is_around = code->start <= self->from && code->end >= self->to;

      if (code->start == code->end || code->end <= self->from || code->start >= self->to ||
          (self->roles[i] == COG_ROLE_SPAN && is_around))
        self->roles[i] = COG_ROLE_STAYS;
    }
}

/* Two letters that the text does not have beside each other. */
static void
choose_letters (CogCodedSentence *self)
{
  static const char letters[] = "XKQZJWVYHGFBDPMTCLRNSAEIOU";
  g_autofree char *upper = g_ascii_strup (self->text->plain, -1);

  for (guint i = 0; i < strlen (letters); i++)
    for (guint k = 1; k < strlen (letters); k++)
      {
        self->letters[0] = letters[i];
        self->letters[1] = letters[(i + k) % strlen (letters)];
        if (strstr (upper, self->letters) == NULL)
          return;
      }
}

CogCodedSentence *
cog_coded_sentence_new (const CogText *text)
{
  CogCodedSentence *self = g_new0 (CogCodedSentence, 1);
  glong n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self->text = cog_text_copy (text);
  self->chars = g_utf8_to_ucs4_fast (text->plain, -1, &n);
  self->n_chars = (guint)n;
  set_roles (self);
  choose_letters (self);
  return self;
}

void
cog_coded_sentence_free (CogCodedSentence *sentence)
{
  if (sentence == NULL)
    return;
  cog_text_free (sentence->text);
  g_free (sentence->chars);
  g_free (sentence->roles);
  g_free (sentence);
}

/* The frozen code that begins at a character; its number, or 0. */
static guint
find_frozen_at (const CogCodedSentence *self, guint at)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    if (self->roles[i] == COG_ROLE_FROZEN && cog_coded_sentence_get_code (self, i)->start == at)
      return i + 1;
  return 0;
}

gboolean
cog_coded_sentence_has_words (const CogCodedSentence *sentence)
{
  g_return_val_if_fail (sentence != NULL, FALSE);

  for (guint at = sentence->from; at < sentence->to; at++)
    {
      guint frozen = find_frozen_at (sentence, at);

      if (frozen != 0)
        at = cog_coded_sentence_get_code (sentence, frozen - 1)->end - 1;
      else if (g_unichar_isalpha (sentence->chars[at]))
        return TRUE;
    }
  return FALSE;
}

/* --- as HTML ---------------------------------------------------------------------------------- */

static void
append_char (GString *html, gunichar c)
{
  if (c == '<')
    g_string_append (html, "&lt;");
  else if (c == '>')
    g_string_append (html, "&gt;");
  else if (c == '&')
    g_string_append (html, "&amp;");
  else
    g_string_append_unichar (html, c);
}

/* Spans that end here; one that crosses another is closed with it, and opened anew. */
static void
close_spans (const CogCodedSentence *self, GString *html, GArray *open, guint at)
{
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = open->len;

  for (guint i = 0; i < open->len; i++)
    if (cog_coded_sentence_get_code (self, g_array_index (open, guint, i))->end <= at)
      {
        first = i;
        break;
      }
  while (open->len > first)
    {
      guint i = g_array_index (open, guint, open->len - 1);

      g_string_append (html, "</span>");
      g_array_set_size (open, open->len - 1);
      if (cog_coded_sentence_get_code (self, i)->end > at)
        g_array_prepend_val (again, i);
    }
  for (guint k = 0; k < again->len; k++)
    {
      guint i = g_array_index (again, guint, k);

      g_string_append_printf (html, "<span id=\"k%u\">", i + 1);
      g_array_append_val (open, i);
    }
}

static void
open_spans (const CogCodedSentence *self, GString *html, GArray *open, guint at)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = cog_coded_sentence_get_code (self, i);

      if (self->roles[i] != COG_ROLE_SPAN || MAX (code->start, self->from) != at)
        continue;
      g_string_append_printf (html, "<span id=\"k%u\">", i + 1);
      g_array_append_val (open, i);
    }
}

/* A word of its own, also where it stands close to another: that would else be one with it. */
static void
append_frozen (const CogCodedSentence *self, GString *html, guint number)
{
  const CogCode *code = cog_coded_sentence_get_code (self, number - 1);

  if (code->start > self->from && g_unichar_isalnum (self->chars[code->start - 1]))
    g_string_append_c (html, ' ');
  g_string_append_printf (html, "<span id=\"k%u\">%s%u%c</span>", number, self->letters, number,
                          self->letters[0]);
  if (code->end < self->to && g_unichar_isalnum (self->chars[code->end]))
    g_string_append_c (html, ' ');
}

char *
cog_coded_sentence_dup_html (const CogCodedSentence *sentence)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (sentence != NULL, NULL);

  for (guint at = sentence->from; at < sentence->to;)
    {
      guint frozen = find_frozen_at (sentence, at);

      close_spans (sentence, html, open, at);
      open_spans (sentence, html, open, at);
      if (frozen != 0)
        {
          append_frozen (sentence, html, frozen);
          at = cog_coded_sentence_get_code (sentence, frozen - 1)->end;
          continue;
        }
      append_char (html, sentence->chars[at++]);
    }
  for (guint i = 0; i < open->len; i++)
    g_string_append (html, "</span>");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* --- put together ----------------------------------------------------------------------------- */

gboolean
cog_coded_sentence_is_answer (const gunichar *chars, gsize n, gsize n_sent)
{
  gboolean has_word = FALSE;

  if (n > MOST_TIMES * n_sent + MOST_MORE)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      /* It was no UTF-8. */
      if (chars[i] == 0xFFFD)
        return FALSE;
      has_word |= g_unichar_isalnum (chars[i]);
    }
  return has_word;
}

static guint
shift (const CogCodedSentence *self, guint at, guint n_middle)
{
  return at - (self->to - self->from) + n_middle;
}

static CogCode *
place_code (const CogCodedSentence *self, guint i, const CogCodedMiddle *middle)
{
  CogCode *code = cog_code_copy (cog_coded_sentence_get_code (self, i));
  guint n = middle->chars->len;
  gboolean is_sent = self->roles[i] != COG_ROLE_STAYS;

  /* An anchor in the middle has no word of its own to go with: it goes to the beginning. */
  if (!is_sent && code->start == code->end && code->start > self->from && code->end < self->to)
    code->start = code->end = self->from;
  if (is_sent && code->start >= self->from)
    code->start = self->from + middle->starts[i];
  else if (code->start >= self->to)
    code->start = shift (self, code->start, n);
  if (is_sent && code->end <= self->to)
    code->end = self->from + middle->ends[i];
  else if (code->end >= self->to)
    code->end = shift (self, code->end, n);
  return code;
}

CogText *
cog_coded_sentence_assemble (const CogCodedSentence *self, const CogCodedMiddle *middle)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree char *plain = NULL;
  CogText *text;

  g_array_append_vals (all, self->chars, self->from);
  g_array_append_vals (all, middle->chars->data, middle->chars->len);
  g_array_append_vals (all, self->chars + self->to, self->n_chars - self->to);
  plain = g_ucs4_to_utf8 ((const gunichar *)(gpointer)all->data, all->len, NULL, NULL, NULL);
  text = cog_text_new (plain != NULL ? plain : "");
  for (guint i = 0; i < self->text->codes->len; i++)
    g_ptr_array_add (text->codes, place_code (self, i, middle));
  cog_text_sort_codes (text);
  return text;
}
