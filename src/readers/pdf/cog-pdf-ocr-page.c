/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-page.h"

#include "cog-layout.h"
#include "cog-pdf-ocr-text.h"

#include <math.h>
#include <string.h>

#define READABLE .5    /* confidence; text of another script than the data's has less */
#define FEW_LETTERS 25 /* with so few, more is asked: what is seen in a drawing */
#define FEW_READABLE .8
#define MIN_WORD .2 /* confidence of a sign, below which it is dirt */
/* Of the height from the tops of tall letters to the ends of hanging ones: the size that a typeface
 * of such letters has. */
#define SIZE .9
#define NEAR 1.25 /* lines of a paragraph whose heights differ by less are of one height */

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

/* A line without tall letters, or without hanging ones, is guessed to be lower than it is: the
 * lines of a paragraph have the height of most of them. */
static void
level_heights (CogPdfOcrText *text)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0, end; i < text->lines->len; i = end)
    {
      CogPdfOcrLine *lines = &g_array_index (text->lines, CogPdfOcrLine, i);
      double middle;

      g_array_set_size (heights, 0);
      for (end = i; end < text->lines->len && lines[end - i].paragraph == lines[0].paragraph; end++)
        g_array_append_val (heights, lines[end - i].height);
      g_array_sort (heights, compare_heights);
      middle = g_array_index (heights, double, heights->len / 2);
      for (guint k = 0; k < end - i; k++)
        if (lines[k].height < middle * NEAR && lines[k].height > middle / NEAR)
          lines[k].height = middle;
    }
}

/* The word of another reading that stands in the same place. (nullable) */
static const CogPdfOcrWord *
find_same (const CogPdfOcrText *text, const CogPdfOcrWord *word)
{
  double x = word->box.x + word->box.width / 2, y = word->box.y + word->box.height / 2;

  for (guint i = 0; i < text->words->len; i++)
    {
      const CogPdfOcrWord *other = &g_array_index (text->words, CogPdfOcrWord, i);

      if (x > other->box.x && x < other->box.x + other->box.width && y > other->box.y &&
          y < other->box.y + other->box.height &&
          fabs (other->box.x + other->box.width / 2 - x) < word->box.width / 2)
        return other;
    }
  return NULL;
}

/* Short Arabic words look like Latin ones to data that know both. */
static void
take_second (CogPdfOcrText *text, const CogPdfOcrText *second)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, i);
      const CogPdfOcrWord *other = word->is_latin ? find_same (second, word) : NULL;

      if (other == NULL || other->is_latin || !other->is_rtl ||
          other->confidence <= word->confidence)
        continue;
      word->text = g_string_chunk_insert (text->strings, other->text);
      word->confidence = other->confidence;
      word->is_latin = FALSE;
      word->is_rtl = TRUE;
    }
}

void
cog_pdf_ocr_word_set_size (CogPdfWord *word, double size)
{
  word->size = size;
  word->y = word->baseline - .95 * size;
  word->height = 1.2 * size;
}

/* Scripts without spaces come in pieces. */
static gboolean
is_space_between (const CogPdfOcrWord *before, const CogPdfOcrWord *word)
{
  const char *end = before->text + strlen (before->text);

  return !(cog_layout_is_cjk (g_utf8_get_char (g_utf8_prev_char (end))) &&
           cog_layout_is_cjk (g_utf8_get_char (word->text)));
}

static void
add_word (CogPdfPage *page, const CogPdfOcrText *text, guint which, guint font)
{
  const CogPdfOcrWord *seen = &g_array_index (text->words, CogPdfOcrWord, which);
  const CogPdfOcrLine *line = &g_array_index (text->lines, CogPdfOcrLine, seen->line);
  CogPdfWord word = { .x = seen->box.x,
                      .width = seen->box.width,
                      .baseline = line->baseline,
                      .text = seen->text,
                      .font = font,
                      .mcid = -1,
                      .space_before = which == line->first || is_space_between (seen - 1, seen),
                      .is_rtl = seen->is_rtl,
                      .is_turned = line->is_turned };

  cog_pdf_ocr_word_set_size (&word, line->height * SIZE);
  cog_pdf_page_add_word (page, &word);
}

/* A speck that was taken for a comma; or a word of a line that was read twice. */
static gboolean
is_dirt (const CogPdfOcrText *text, guint which)
{
  const CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, which);

  if (g_array_index (text->lines, CogPdfOcrLine, word->line).is_double)
    return TRUE;
  for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return word->confidence < MIN_WORD;
}

/* What the page had, but for its links, is in what was recognized. */
static void
replace (CogPdfPage *page, const CogPdfOcrText *text, guint font)
{
  g_array_set_size (page->words, 0);
  g_array_set_size (page->rules, 0);
  g_array_set_size (page->drawings, 0);
  g_array_set_size (page->pictures, 0);
  for (guint i = 0; i < text->words->len; i++)
    if (!is_dirt (text, i))
      add_word (page, text, i, font);
  for (guint i = 0; i < text->pictures->len; i++)
    {
      CogPdfPicture picture = { .box = g_array_index (text->pictures, CogPdfBox, i), .mcid = -1 };

      g_array_append_val (page->pictures, picture);
    }
}

static CogPdfOcrResult
judge (const CogPdfOcrText *text)
{
  CogPdfOcrResult result = { 0 };

  for (guint i = 0; i < text->words->len; i++)
    {
      const CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, i);
      guint n = (guint)g_utf8_strlen (word->text, -1);

      result.n_letters += n;
      result.confidence += n * word->confidence;
    }
  result.confidence /= MAX (result.n_letters, 1);
  return result;
}

gboolean
cog_pdf_ocr_page_take (CogPdfPage *page,
                       GBytes *hocr,
                       GBytes *second,
                       guint resolution,
                       guint font,
                       CogPdfOcrResult *result)
{
  g_autoptr (CogPdfOcrText) text = NULL;
  g_autoptr (CogPdfOcrText) other = NULL;

  g_return_val_if_fail (page != NULL && hocr != NULL && result != NULL, FALSE);

  *result = (CogPdfOcrResult){ 0 };
  text = cog_pdf_ocr_text_new (hocr, resolution);
  if (text == NULL || text->words->len == 0)
    return FALSE;
  other = second != NULL ? cog_pdf_ocr_text_new (second, resolution) : NULL;
  if (other != NULL)
    take_second (text, other);
  *result = judge (text);
  if (result->confidence < (result->n_letters < FEW_LETTERS ? FEW_READABLE : READABLE))
    return FALSE;
  cog_pdf_ocr_text_mend (text);
  level_heights (text);
  replace (page, text, font);
  return TRUE;
}
