/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <math.h>
#include <string.h>

#define LARGE 1.7 /* of the running text */
#define MIN_LINES 2
#define NEAR 0.9 /* em of the running text: from the letter to what stands beside it */

static gboolean
is_one_letter (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text)) && *g_utf8_next_char (text) == '\0';
}

/* Letters that are words by themselves in some language. */
static gboolean
may_be_word (const char *text)
{
  return strchr ("AIOYEU", text[0]) != NULL || (guchar)text[0] >= 0x80;
}

/* The first word of the lines that stand right beside a letter, and how many lines do. (nullable)
 */
static CogPdfWord *
find_beside (const CogPdfPage *page, const CogPdfWord *letter, double size, guint *n_lines)
{
  CogPdfWord *first = NULL;
  double right = letter->x + letter->width;

  *n_lines = 0;
  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double middle = word->y + word->height / 2;

      if (word == letter || word->is_artifact || word->is_taken || word->size > 1.3 * size ||
          word->x < right - 0.3 * size || word->x > right + NEAR * size || middle < letter->y ||
          middle > letter->y + letter->height)
        continue;
      (*n_lines)++;
      if (first == NULL || word->baseline < first->baseline)
        first = word;
    }
  return first;
}

/* Whether a text has a word, whatever its case. */
static gboolean
has_word (const GPtrArray *pages, const char *text)
{
  g_autofree char *key = g_utf8_casefold (text, -1);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const char *other = g_array_index (page->words, CogPdfWord, k).text;
          g_autofree char *folded =
              strlen (other) == strlen (text) ? g_utf8_casefold (other, -1) : NULL;

          if (folded != NULL && strcmp (folded, key) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
join (const GPtrArray *pages, CogPdfPage *page, CogPdfWord *letter, CogPdfWord *word)
{
  g_autofree char *joined = g_strconcat (letter->text, word->text, NULL);
  g_autofree char *apart = g_strconcat (letter->text, " ", word->text, NULL);
  gboolean is_apart =
      may_be_word (letter->text) && !has_word (pages, joined) && has_word (pages, word->text);

  word->text = g_string_chunk_insert (page->strings, is_apart ? apart : joined);
  letter->is_taken = TRUE;
}

void
cog_layout_join_initials (GPtrArray *pages, const CogLayoutBody *body)
{
  g_return_if_fail (pages != NULL && body != NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      CogPdfPage *page = pages->pdata[i];

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          CogPdfWord *letter = &g_array_index (page->words, CogPdfWord, k);
          CogPdfWord *word;
          guint n_lines;

          if (letter->size < LARGE * body->size || letter->is_artifact || letter->is_turned ||
              !is_one_letter (letter->text))
            continue;
          word = find_beside (page, letter, body->size, &n_lines);
          if (word != NULL && n_lines >= MIN_LINES)
            join (pages, page, letter, word);
        }
    }
}
