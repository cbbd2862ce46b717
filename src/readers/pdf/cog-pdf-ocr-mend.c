/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-text.h"

#include <math.h>
#include <string.h>

#define MAX_WORDS 500        /* of a line that is looked at closely */
#define NARROW .12           /* of the height, by letter: no word is narrower */
#define SPACE .3             /* of the height, between words */
#define WIDEST_SPACE 1.6     /* of the height; a wider one parts columns */
#define WIDEST_SPACE_RTL 5.0 /* the same where boxes are less to be trusted */
#define MIN_BULLETS 2        /* on a page */

static gboolean
is_impossible (const CogPdfOcrText *text, const CogPdfOcrLine *line)
{
  const CogPdfOcrWord *words = &g_array_index (text->words, CogPdfOcrWord, line->first);

  for (guint i = 0; i < line->n; i++)
    {
      glong n = g_utf8_strlen (words[i].text, -1);

      if (n > 2 && words[i].box.width < NARROW * line->height * (double)n)
        return TRUE;
      for (guint k = 0; k < line->n; k++)
        {
          double over =
              MIN (words[i].box.x + words[i].box.width, words[k].box.x + words[k].box.width) -
              MAX (words[i].box.x, words[k].box.x);

          if (k != i && over > .5 * MIN (words[i].box.width, words[k].box.width))
            return TRUE;
        }
    }
  return FALSE;
}

/* The line is the words', each as wide as it has letters: in an Arabic line some boxes are those of
 * a dot, or of half the line. Words come in logical order; from right to left, runs of others keep
 * their own. */
static void
deal_out (CogPdfOcrText *text, const CogPdfOcrLine *line)
{
  CogPdfOcrWord *words = &g_array_index (text->words, CogPdfOcrWord, line->first);
  double letters = 0, unit, at = line->right;

  for (guint i = 0; i < line->n; i++)
    letters += (double)g_utf8_strlen (words[i].text, -1) + 1;
  unit = (line->right - line->left) / letters;
  for (guint i = 0, end; i < line->n; i = end)
    {
      double width = 0, x;

      for (end = i; end < line->n && (end == i || (!words[i].is_rtl && !words[end].is_rtl)); end++)
        width += unit * ((double)g_utf8_strlen (words[end].text, -1) + 1);
      at -= width;
      x = at + unit;
      for (guint k = i; k < end; k++)
        {
          double n = (double)g_utf8_strlen (words[k].text, -1);

          words[k].box.x = x;
          words[k].box.width = unit * n;
          x += unit * (n + 1);
        }
    }
}

/* The word that is nearest on the right. (nullable) */
static const CogPdfOcrWord *
find_next (const CogPdfOcrWord *words, guint n, const CogPdfOcrWord *word)
{
  const CogPdfOcrWord *next = NULL;

  for (guint i = 0; i < n; i++)
    if (words[i].box.x > word->box.x && (next == NULL || words[i].box.x < next->box.x))
      next = &words[i];
  return next;
}

/* Letters end where their ink does: what is between words is wider than it was set. */
static void
close_gaps (CogPdfOcrText *text, const CogPdfOcrLine *line, double widest)
{
  CogPdfOcrWord *words = &g_array_index (text->words, CogPdfOcrWord, line->first);

  for (guint i = 0; i < line->n; i++)
    {
      const CogPdfOcrWord *next = find_next (words, line->n, &words[i]);
      double gap = next != NULL ? next->box.x - words[i].box.x - words[i].box.width : 0;

      if (gap > SPACE * line->height && gap < widest * line->height)
        words[i].box.width += gap - SPACE * line->height;
    }
}

static gboolean
has_rtl (const CogPdfOcrText *text, const CogPdfOcrLine *line)
{
  for (guint i = 0; i < line->n; i++)
    if (g_array_index (text->words, CogPdfOcrWord, line->first + i).is_rtl)
      return TRUE;
  return FALSE;
}

static double
weigh (const CogPdfOcrText *text, const CogPdfOcrLine *line)
{
  double sum = 0;

  for (guint i = 0; i < line->n; i++)
    {
      const CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, line->first + i);

      sum += word->confidence * (double)g_utf8_strlen (word->text, -1);
    }
  return sum;
}

/* Lines that lie on each other: one was read twice, a little higher. */
static void
mark_doubles (CogPdfOcrText *text)
{
  for (guint i = 0; i + 1 < text->lines->len; i++)
    {
      CogPdfOcrLine *one = &g_array_index (text->lines, CogPdfOcrLine, i);

      /* They come one after the other, or with few between. */
      for (guint k = i + 1; k < text->lines->len && k < i + 4; k++)
        {
          CogPdfOcrLine *two = &g_array_index (text->lines, CogPdfOcrLine, k);
          double over = MIN (one->right, two->right) - MAX (one->left, two->left);

          if (one->is_double || two->is_double ||
              fabs (one->baseline - two->baseline) > .6 * MIN (one->height, two->height) ||
              over < .5 * MIN (one->right - one->left, two->right - two->left))
            continue;
          if (weigh (text, one) < weigh (text, two))
            one->is_double = TRUE;
          else
            two->is_double = TRUE;
        }
    }
}

/* What a bullet is taken for, where it stands alone before a line. */
static gboolean
is_like_bullet (const char *text)
{
  static const char *const all[] = {
    "¢", "©", "®", "°", "§", "¤", "»", "•", "●", "▪", "■", "◦", "*"
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (text, all[i]))
      return TRUE;
  return FALSE;
}

static void
mend_bullets (CogPdfOcrText *text)
{
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < text->lines->len; i++)
      {
        const CogPdfOcrLine *line = &g_array_index (text->lines, CogPdfOcrLine, i);
        CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, line->first);

        if (line->n < 2 || !is_like_bullet (word->text))
          continue;
        if (pass == 0)
          n++;
        else if (n >= MIN_BULLETS)
          word->text = g_string_chunk_insert_const (text->strings, "•");
      }
}

void
cog_pdf_ocr_text_mend (CogPdfOcrText *self)
{
  g_return_if_fail (self != NULL);

  mark_doubles (self);
  mend_bullets (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const CogPdfOcrLine *line = &g_array_index (self->lines, CogPdfOcrLine, i);

      if (line->n > MAX_WORDS)
        continue;
      if (has_rtl (self, line) && is_impossible (self, line))
        deal_out (self, line);
      close_gaps (self, line, has_rtl (self, line) ? WIDEST_SPACE_RTL : WIDEST_SPACE);
    }
}
