/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-diff.h"

#include <string.h>
#include <unicode/ubrk.h>

/* Squares of the table of two texts: two bytes each. */
#define MOST_SQUARES 4000000

/* A text cut at the borders of words; spaces and marks are words, too. */
typedef struct
{
  GPtrArray *words;   /* (element-type utf8) */
  GArray *starts;     /* guint, characters: of each word, and the end */
  gboolean *is_other; /* the other text does not have it there */
} Words;

static void
cut (Words *self, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  glong length = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  UBreakIterator *iterator =
      ubrk_open (UBRK_WORD, "", (const UChar *)utf16, (int32_t)length, &status);
  const char *from = text;
  guint at = 0;

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (int32_t border = 0, last = 0; U_SUCCESS (status); last = border)
    {
      const char *to = from;
      guint n = 0;

      border = ubrk_next (iterator);
      if (border == UBRK_DONE)
        break;
      for (int32_t i = last; i < border; i++)
        n += !U16_IS_TRAIL (utf16[i]);
      to = g_utf8_offset_to_pointer (from, (glong)n);
      g_array_append_val (self->starts, at);
      g_ptr_array_add (self->words, g_strndup (from, (gsize)(to - from)));
      at += n;
      from = to;
    }
  ubrk_close (iterator);
  g_array_append_val (self->starts, at);
  self->is_other = g_new0 (gboolean, self->words->len + 1);
}

static void
clear (Words *self)
{
  g_ptr_array_unref (self->words);
  g_array_unref (self->starts);
  g_free (self->is_other);
}

static gboolean
is_same (const Words *a, guint i, const Words *b, guint k)
{
  return g_str_equal (g_ptr_array_index (a->words, i), g_ptr_array_index (b->words, k));
}

static void
set_other (Words *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    self->is_other[i] = TRUE;
}

/* The longest common subsequence of what is between the same beginning and the same end. */
static void
compare (Words *a, Words *b, guint first, guint end_a, guint end_b)
{
  guint n = end_a - first, m = end_b - first, i = 0, k = 0;
  gsize row = (gsize)m + 1;
  g_autofree guint16 *table = g_new0 (guint16, ((gsize)n + 1) * row);

  for (guint x = n; x > 0; x--)
    for (guint y = m; y > 0; y--)
      table[(x - 1) * row + y - 1] = is_same (a, first + x - 1, b, first + y - 1)
                                         ? table[x * row + y] + 1
                                         : MAX (table[x * row + y - 1], table[(x - 1) * row + y]);
  while (i < n && k < m)
    if (is_same (a, first + i, b, first + k))
      i++, k++;
    else if (table[(i + 1) * row + k] >= table[i * row + k + 1])
      a->is_other[first + i++] = TRUE;
    else
      b->is_other[first + k++] = TRUE;
  set_other (a, first + i, end_a);
  set_other (b, first + k, end_b);
}

static gboolean
is_space (const Words *self, guint i)
{
  return g_unichar_isspace (g_utf8_get_char (g_ptr_array_index (self->words, i)));
}

/* A space between two words that differ is no word that is the same. */
static GArray *
list_spans (const Words *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CogWordSpan));

  for (guint i = 0; i < self->words->len; i++)
    {
      CogWordSpan span = { g_array_index (self->starts, guint, i), 0 };

      if (!self->is_other[i])
        continue;
      while (i + 1 < self->words->len &&
             (self->is_other[i + 1] ||
              (i + 2 < self->words->len && is_space (self, i + 1) && self->is_other[i + 2])))
        i++;
      span.end = g_array_index (self->starts, guint, i + 1);
      g_array_append_val (spans, span);
    }
  return spans;
}

void
cog_word_diff (const char *before, const char *after, GArray **removed, GArray **added)
{
  Words a, b;
  guint first = 0, end_a, end_b;

  g_return_if_fail (before != NULL && after != NULL && removed != NULL && added != NULL);

  cut (&a, before);
  cut (&b, after);
  end_a = a.words->len;
  end_b = b.words->len;
  while (first < end_a && first < end_b && is_same (&a, first, &b, first))
    first++;
  while (end_a > first && end_b > first && is_same (&a, end_a - 1, &b, end_b - 1))
    end_a--, end_b--;
  if ((gsize)(end_a - first) * (end_b - first) <= MOST_SQUARES &&
      MIN (end_a, end_b) - first < G_MAXUINT16)
    compare (&a, &b, first, end_a, end_b);
  else
    {
      set_other (&a, first, end_a);
      set_other (&b, first, end_b);
    }
  *removed = list_spans (&a);
  *added = list_spans (&b);
  clear (&a);
  clear (&b);
}
