/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-coded-sentence-private.h"
#include "cog-engine-html.h"

#include <string.h>

/* Characters that an engine may have made of the word for a piece: longer, and they are words. */
#define MOST_MANGLED 8

/* A word that stands for a frozen code, as it came back. */
typedef struct
{
  guint code;       /* index; G_MAXUINT: there is no such code, or it is there already */
  guint start, end; /* in the answer */
} Stand;

typedef struct
{
  const CogCodedSentence *sentence;
  CogEngineHtml *html;
  gunichar *answer;
  guint n;
  GArray *stands; /* (element-type Stand) */
  guint *map;     /* where the answer's characters came to stand in the middle */
  CogCodedMiddle middle;
  gboolean *is_placed; /* one for each code */
  gboolean is_mended;
} Reading;

static gboolean
is_role (const Reading *self, guint number, CogCodeRole role)
{
  return number >= 1 && number <= self->sentence->text->codes->len &&
         self->sentence->roles[number - 1] == role;
}

/* "XK12X" at a character; its length, or 0. An engine may change the case. */
static guint
match_stand (const Reading *self, guint at, guint *number)
{
  const char *letters = self->sentence->letters;
  guint i = at + 2;

  if (at + 4 > self->n || g_unichar_toupper (self->answer[at]) != (gunichar)letters[0] ||
      g_unichar_toupper (self->answer[at + 1]) != (gunichar)letters[1])
    return 0;
  for (*number = 0; i < self->n && i < at + 8 && self->answer[i] >= '0' && self->answer[i] <= '9';
       i++)
    *number = *number * 10 + (self->answer[i] - '0');
  if (i == at + 2 || i >= self->n || g_unichar_toupper (self->answer[i]) != (gunichar)letters[0])
    return 0;
  return i + 1 - at;
}

static void
add_stand (Reading *self, guint number, guint start, guint end)
{
  Stand stand = { G_MAXUINT, start, end };

  if (is_role (self, number, COG_ROLE_FROZEN) && !self->is_placed[number - 1])
    {
      stand.code = number - 1;
      self->is_placed[number - 1] = TRUE;
    }
  else
    self->is_mended = TRUE;
  g_array_append_val (self->stands, stand);
}

static gboolean
is_taken (const Reading *self, guint start, guint end)
{
  for (guint i = 0; i < self->stands->len; i++)
    {
      const Stand *stand = &g_array_index (self->stands, Stand, i);

      if (start < stand->end && end > stand->start)
        return TRUE;
    }
  return FALSE;
}

static int
compare_stands (gconstpointer a, gconstpointer b)
{
  const Stand *first = a;
  const Stand *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

/* By the words first; then by the elements, of those whose word was translated, or mangled. */
static void
find_stands (Reading *self)
{
  for (guint at = 0; at < self->n; at++)
    {
      guint number = 0;
      guint length = match_stand (self, at, &number);

      if (length == 0)
        continue;
      add_stand (self, number, at, at + length);
      at += length - 1;
    }
  for (guint i = 0; i < self->html->spans->len; i++)
    {
      const CogEngineSpan *span = &g_array_index (self->html->spans, CogEngineSpan, i);

      if (is_role (self, span->number, COG_ROLE_FROZEN) && !self->is_placed[span->number - 1] &&
          !is_taken (self, span->start, span->end))
        add_stand (self, span->number, span->start,
                   span->end - span->start <= MOST_MANGLED ? span->end : span->start);
      else if (!is_role (self, span->number, COG_ROLE_FROZEN) &&
               !is_role (self, span->number, COG_ROLE_SPAN))
        self->is_mended = TRUE;
    }
  g_array_sort (self->stands, compare_stands);
}

/* --- the middle ------------------------------------------------------------------------------- */

static gunichar
get_last (const Reading *self)
{
  guint n = self->middle.chars->len;

  return n > 0 ? g_array_index (self->middle.chars, gunichar, n - 1) : ' ';
}

static void
push (Reading *self, gunichar c)
{
  if (c != ' ' || get_last (self) != ' ')
    g_array_append_val (self->middle.chars, c);
}

/* Where the source has no space before a piece, there is none. */
static void
glue (Reading *self, guint at)
{
  guint n;

  while (self->middle.chars->len > 0 && get_last (self) == ' ')
    g_array_set_size (self->middle.chars, self->middle.chars->len - 1);
  n = self->middle.chars->len;
  for (guint i = at + 1; i > 0 && self->map[i - 1] > n; i--)
    self->map[i - 1] = n;
}

/* Returns whether the space behind it is to be left out. */
static gboolean
push_frozen (Reading *self, const Stand *stand)
{
  const CogCodedSentence *sentence = self->sentence;
  const CogCode *code = cog_coded_sentence_get_code (sentence, stand->code);
  gunichar before = code->start > 0 ? sentence->chars[code->start - 1] : ' ';
  gunichar after = code->end < sentence->n_chars ? sentence->chars[code->end] : ' ';
  guint at;

  if (!g_unichar_isspace (before))
    glue (self, stand->start);
  else if (g_unichar_isalnum (get_last (self)))
    push (self, ' ');
  at = self->middle.chars->len;
  self->map[stand->start] = at;
  g_array_append_vals (self->middle.chars, sentence->chars + code->start, code->end - code->start);
  for (guint i = 0; i < sentence->text->codes->len; i++)
    {
      const CogCode *inner = cog_coded_sentence_get_code (sentence, i);

      if (i != stand->code && (sentence->roles[i] != COG_ROLE_INSIDE ||
                               inner->start < code->start || inner->end > code->end))
        continue;
      self->middle.starts[i] = at + inner->start - code->start;
      self->middle.ends[i] = at + inner->end - code->start;
    }
  if (g_unichar_isspace (after) && stand->end < self->n &&
      g_unichar_isalnum (self->answer[stand->end]))
    push (self, ' ');
  return g_unichar_isalnum (after);
}

static void
build (Reading *self)
{
  guint next = 0;
  gboolean is_glued = FALSE;

  for (guint at = 0; at < self->n;)
    {
      const Stand *stand = NULL;

      self->map[at] = self->middle.chars->len;
      while (next < self->stands->len && g_array_index (self->stands, Stand, next).start < at)
        next++;
      if (next < self->stands->len && g_array_index (self->stands, Stand, next).start == at)
        stand = &g_array_index (self->stands, Stand, next++);
      if (stand != NULL)
        {
          is_glued = stand->code != G_MAXUINT && push_frozen (self, stand);
          for (guint i = at + 1; i < stand->end; i++)
            self->map[i] = self->middle.chars->len;
          at = stand->end;
          continue;
        }
      if (!is_glued || self->answer[at] != ' ')
        push (self, self->answer[at]);
      is_glued = FALSE;
      at++;
    }
  /* One that stands behind all: the engine sent its element empty. */
  for (; next < self->stands->len; next++)
    if (g_array_index (self->stands, Stand, next).code != G_MAXUINT)
      push_frozen (self, &g_array_index (self->stands, Stand, next));
  self->map[self->n] = self->middle.chars->len;
  glue (self, self->n);
}

/* --- spans ------------------------------------------------------------------------------------ */

/* From the first of its parts to the last: an engine may put a word between them. */
static void
place_span (Reading *self, const CogEngineSpan *span)
{
  guint i = span->number - 1;
  guint start = self->map[span->start];
  guint end = self->map[span->end];

  while (start < end && g_array_index (self->middle.chars, gunichar, start) == ' ')
    start++;
  while (start < end && g_array_index (self->middle.chars, gunichar, end - 1) == ' ')
    end--;
  if (start >= end)
    return;
  if (!self->is_placed[i])
    {
      self->middle.starts[i] = start;
      self->middle.ends[i] = end;
      self->is_placed[i] = TRUE;
      return;
    }
  if (start > self->middle.ends[i] + 1)
    self->is_mended = TRUE;
  self->middle.starts[i] = MIN (self->middle.starts[i], start);
  self->middle.ends[i] = MAX (self->middle.ends[i], end);
}

static gboolean
is_inside (const CogCode *inner, const CogCode *outer)
{
  return inner->start >= outer->start && inner->end <= outer->end;
}

/* Two that cross: as in the source, one is in the other, or they are beside each other. */
static void
uncross (Reading *self, guint i, guint k)
{
  const CogCode *a = cog_coded_sentence_get_code (self->sentence, i);
  const CogCode *b = cog_coded_sentence_get_code (self->sentence, k);
  guint *starts = self->middle.starts;
  guint *ends = self->middle.ends;

  if (starts[i] > starts[k] || starts[k] >= ends[i] || ends[k] <= ends[i] || starts[i] == starts[k])
    return;
  self->is_mended = TRUE;
  if (is_inside (b, a))
    ends[i] = ends[k];
  else if (is_inside (a, b))
    starts[k] = starts[i];
  else
    starts[k] = ends[i];
}

static gboolean
is_link (const Reading *self, guint i)
{
  return self->sentence->roles[i] != COG_ROLE_INSIDE &&
         self->sentence->roles[i] != COG_ROLE_STAYS &&
         g_str_equal (cog_coded_sentence_get_code (self->sentence, i)->element, "a");
}

/* A link in a link is none. */
static gboolean
has_links_in_links (const Reading *self)
{
  guint n = self->sentence->text->codes->len;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; is_link (self, i) && k < n; k++)
      if (is_link (self, k) && self->middle.starts[i] < self->middle.ends[k] &&
          self->middle.starts[k] < self->middle.ends[i])
        return TRUE;
  return FALSE;
}

static gboolean
place_spans (Reading *self)
{
  guint n = self->sentence->text->codes->len;

  for (guint i = 0; i < self->html->spans->len; i++)
    {
      const CogEngineSpan *span = &g_array_index (self->html->spans, CogEngineSpan, i);

      if (is_role (self, span->number, COG_ROLE_SPAN) && span->end > span->start)
        place_span (self, span);
    }
  for (guint i = 0; i < n; i++)
    if (!self->is_placed[i] &&
        (self->sentence->roles[i] == COG_ROLE_SPAN || self->sentence->roles[i] == COG_ROLE_FROZEN))
      return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (i != k && self->sentence->roles[i] == COG_ROLE_SPAN &&
          self->sentence->roles[k] == COG_ROLE_SPAN)
        uncross (self, i, k);
  return !has_links_in_links (self);
}

static CogText *
read_answer (Reading *self)
{
  const CogCodedSentence *sentence = self->sentence;

  if (!cog_coded_sentence_is_answer (self->answer, self->n, sentence->to - sentence->from))
    return NULL;
  find_stands (self);
  build (self);
  return place_spans (self) &&
                 cog_coded_sentence_is_answer ((const gunichar *)(gpointer)self->middle.chars->data,
                                               self->middle.chars->len, G_MAXUINT16)
             ? cog_coded_sentence_assemble (sentence, &self->middle)
             : NULL;
}

CogText *
cog_coded_sentence_read (const CogCodedSentence *sentence, const char *html, gboolean *is_mended)
{
  g_autoptr (CogEngineHtml) read = NULL;
  g_autoptr (GArray) stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  g_autoptr (GArray) chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree guint *numbers = NULL;
  g_autofree gboolean *is_placed = NULL;
  Reading reading = { .sentence = sentence, .stands = stands };
  guint n;
  glong length = 0;
  CogText *text;

  g_return_val_if_fail (sentence != NULL && html != NULL && is_mended != NULL, NULL);

  n = sentence->text->codes->len;
  reading.html = read = cog_engine_html_read (html);
  reading.answer = g_utf8_to_ucs4_fast (read->plain, -1, &length);
  reading.n = (guint)length;
  numbers = g_new0 (guint, (gsize)reading.n + 1 + 2 * (gsize)n);
  reading.map = numbers;
  reading.middle.chars = chars;
  reading.middle.starts = numbers + reading.n + 1;
  reading.middle.ends = reading.middle.starts + n;
  reading.is_placed = is_placed = g_new0 (gboolean, n + 1);
  text = read_answer (&reading);
  g_free (reading.answer);
  *is_mended = reading.is_mended;
  return text;
}
