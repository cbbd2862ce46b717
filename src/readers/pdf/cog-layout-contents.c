/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define MIN_LEADERS 4 /* dots in a row */
#define MIN_ROWS 5    /* with leaders, on a page */
#define SAME_LINE 0.4 /* em */
#define NEAR 3.0      /* em: from one row to the next */
#define TITLE 4.0     /* em: from the title of the contents to the first */
#define MAX_TITLE 3   /* words */

/* Words on one baseline. */
typedef struct
{
  guint first, n; /* of the words, sorted */
  guint n_dots;
  gint64 number; /* at its end; -1: none */
  gboolean is_entry;
} Row;

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const CogPdfWord *one = *(CogPdfWord *const *)a, *two = *(CogPdfWord *const *)b;

  if (one->baseline != two->baseline)
    return one->baseline < two->baseline ? -1 : 1;
  return one->x < two->x ? -1 : one->x > two->x;
}

static gboolean
is_dot (gunichar c)
{
  return c == '.' || c == '_' || c == 0xb7 || c == 0x2025 || c == 0x2026 || c == 0x2024;
}

/* The dots of a leader: of a word of dots, or those that follow each other behind a word. */
static guint
count_dots (const char *text)
{
  guint most = 0, n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n = is_dot (c) ? n + (c == 0x2026 ? 3 : 1) : 0;
      most = MAX (most, n);
    }
  return most >= MIN_LEADERS || n == g_utf8_strlen (text, -1) ? most : 0;
}

static gint64
read_number (const char *text)
{
  gint64 number = 0;

  while (is_dot (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0 || number > 100000)
        return -1;
      number = number * 10 + digit;
    }
  return text[0] != '\0' ? number : -1;
}

static GArray *
make_rows (GPtrArray *words, gboolean is_rtl)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  for (guint i = 0; i < words->len;)
    {
      const CogPdfWord *first = words->pdata[i], *last = first;
      Row row = { .first = i };

      for (; i < words->len; i++, row.n++)
        {
          const CogPdfWord *word = words->pdata[i];

          if (word->baseline - first->baseline > SAME_LINE * MAX (first->size, word->size))
            break;
          row.n_dots += count_dots (word->text);
          if (is_rtl ? word->x < last->x : word->x > last->x)
            last = word;
        }
      row.number = row.n > 1 ? read_number (last->text) : -1;
      row.is_entry = row.n_dots >= MIN_LEADERS && row.number >= 0;
      g_array_append_val (rows, row);
    }
  return rows;
}

/* The pages of contents follow each other; a list of prices, or an index, has its numbers in any
 * order. */
static gboolean
is_rising (const GArray *rows)
{
  gint64 last = -1;
  guint n = 0, n_falls = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (!row->is_entry)
        continue;
      n++;
      n_falls += row->number < last ? 1 : 0;
      last = row->number;
    }
  return n >= MIN_ROWS && n_falls * 10 <= n;
}

static double
get_baseline (GPtrArray *words, const GArray *rows, guint i)
{
  const CogPdfWord *word = words->pdata[g_array_index (rows, Row, i).first];

  return word->baseline;
}

/* The rows of the contents, with those of parts, which have no leader, and their title. */
static void
find_range (GPtrArray *words, const GArray *rows, guint *first, guint *last)
{
  const CogPdfWord *word;

  *first = G_MAXUINT;
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Row, i).is_entry)
      {
        *first = MIN (*first, i);
        *last = i;
      }
  word = words->pdata[g_array_index (rows, Row, *first).first];
  while (*first > 0 && g_array_index (rows, Row, *first - 1).number >= 0 &&
         get_baseline (words, rows, *first) - get_baseline (words, rows, *first - 1) <
             NEAR * word->size)
    (*first)--;
  if (*first > 0 && g_array_index (rows, Row, *first - 1).n <= MAX_TITLE &&
      get_baseline (words, rows, *first) - get_baseline (words, rows, *first - 1) <
          TITLE * word->size)
    (*first)--;
  while (*last + 1 < rows->len && g_array_index (rows, Row, *last + 1).number >= 0 &&
         get_baseline (words, rows, *last + 1) - get_baseline (words, rows, *last) <
             NEAR * word->size)
    (*last)++;
}

static void
drop_rows (GPtrArray *words, const GArray *rows)
{
  guint first = 0, last = 0;

  find_range (words, rows, &first, &last);
  for (guint i = first; i <= last; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      for (guint k = 0; k < row->n; k++)
        ((CogPdfWord *)words->pdata[row->first + k])->is_artifact = TRUE;
    }
}

guint
cog_layout_mark_contents (GPtrArray *pages, gboolean is_rtl)
{
  guint n_pages = 0;

  g_return_val_if_fail (pages != NULL, 0);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      g_autoptr (GArray) rows = NULL;

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          CogPdfWord *word = &g_array_index (page->words, CogPdfWord, k);

          if (!word->is_artifact && !word->is_turned)
            g_ptr_array_add (words, word);
        }
      g_ptr_array_sort (words, compare_words);
      rows = make_rows (words, is_rtl);
      if (!is_rising (rows))
        continue;
      drop_rows (words, rows);
      n_pages++;
    }
  return n_pages;
}
