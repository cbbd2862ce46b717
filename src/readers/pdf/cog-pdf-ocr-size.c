/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-page.h"

#include <string.h>

/* Words whose letters differ by less are of one size; Arabic has marks above and below that come
 * and go with the words of a line. */
#define SAME_SIZE 1.14
#define SAME_SIZE_RTL 1.26

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const CogPdfWord *one = *(const CogPdfWord *const *)a, *two = *(const CogPdfWord *const *)b;

  return one->size < two->size ? -1 : one->size > two->size;
}

static guint
count_letters (const GPtrArray *words, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += (guint)strlen (((const CogPdfWord *)words->pdata[i])->text);
  return n;
}

/* From first on, the words up to SAME_SIZE times as large. */
static guint
find_end (const GPtrArray *words, guint first, double same)
{
  double limit = ((const CogPdfWord *)words->pdata[first])->size * same;
  guint end = first + 1;

  while (end < words->len && ((const CogPdfWord *)words->pdata[end])->size <= limit)
    end++;
  return end;
}

/* A part of the words, by size. */
typedef struct
{
  guint from, to;
} Span;

/* The words of one size that are the most of a span. */
static Span
find_largest (const GPtrArray *words, Span span, double same)
{
  Span best = { span.from, span.from };
  guint most = 0;

  for (guint i = span.from, next; i < span.to; i = next)
    {
      const CogPdfWord *word = words->pdata[i];
      guint end = MIN (find_end (words, i, same), span.to), n = count_letters (words, i, end);

      if (n > most)
        {
          most = n;
          best = (Span){ i, end };
        }
      /* The next larger one, not each of the thousands that are alike. */
      for (next = i + 1; next < span.to;)
        if (((const CogPdfWord *)words->pdata[next])->size < word->size * 1.01)
          next++;
        else
          break;
    }
  return best;
}

/* The sizes that hold the most text become one, then so what is left on either side. */
static void
settle (const GPtrArray *words, double same)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Span whole = { 0, words->len };

  g_array_append_val (spans, whole);
  while (spans->len > 0)
    {
      Span span = g_array_index (spans, Span, spans->len - 1), best, before, behind;
      double size;

      g_array_set_size (spans, spans->len - 1);
      best = find_largest (words, span, same);
      if (best.from == best.to)
        continue;
      size = ((const CogPdfWord *)words->pdata[(best.from + best.to) / 2])->size;
      for (guint i = best.from; i < best.to; i++)
        cog_pdf_ocr_word_set_size (words->pdata[i], size);
      before = (Span){ span.from, best.from };
      behind = (Span){ best.to, span.to };
      if (before.from < before.to)
        g_array_append_val (spans, before);
      if (behind.from < behind.to)
        g_array_append_val (spans, behind);
    }
}

void
cog_pdf_ocr_pages_settle_sizes (const GPtrArray *pages)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint n_rtl = 0;

  g_return_if_fail (pages != NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; k < page->words->len; k++)
        {
          CogPdfWord *word = &g_array_index (page->words, CogPdfWord, k);

          g_ptr_array_add (words, word);
          n_rtl += word->is_rtl ? 1 : 0;
        }
    }
  g_ptr_array_sort (words, compare_sizes);
  settle (words, n_rtl > words->len / 2 ? SAME_SIZE_RTL : SAME_SIZE);
}
