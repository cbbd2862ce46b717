/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-letters.h"

#include "cog-pdf-ligature.h"

#include <math.h>
#include <string.h>

#define LRE 0x202a
#define RLE 0x202b
#define PDF 0x202c
#define LAM 0x0644
#define NEAR 0.4 /* points: where a glyph is drawn, and where poppler has it */

static gboolean
is_control (gunichar c)
{
  return (c >= LRE && c <= 0x202e) || c == 0x200e || c == 0x200f || (c >= 0x2066 && c <= 0x2069);
}

/* One fragment, from its RLE to the PDF that closes it, whose letters were appended with the runs
 * from left to right marked: gives them their boxes, last first. */
static void
place_fragment (GArray *letters, guint start, guint first_box)
{
  guint box = first_box + letters->len - start;

  for (guint i = start; i < letters->len;)
    {
      guint n = 1;

      if (!g_array_index (letters, CogPdfLetter, i).is_rtl)
        while (i + n < letters->len && !g_array_index (letters, CogPdfLetter, i + n).is_rtl)
          n++;
      box -= n;
      for (guint k = 0; k < n; k++)
        g_array_index (letters, CogPdfLetter, i + k).box = box + k;
      i += n;
    }
}

GArray *
cog_pdf_letters_new (const char *text, guint n_boxes)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  guint box = 0, fragment = 0, depth = 0, start = 0, first_box = 0;
  gboolean is_turned = FALSE;

  g_return_val_if_fail (text != NULL, letters);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LRE || c == RLE)
        {
          if (depth++ == 0)
            {
              fragment++;
              is_turned = c == RLE;
              start = letters->len;
              first_box = box;
            }
        }
      else if (c == PDF && depth > 0)
        {
          if (--depth == 0)
            {
              if (is_turned)
                place_fragment (letters, start, first_box);
              fragment++;
            }
        }
      else if (!is_control (c) && box < n_boxes)
        {
          CogPdfLetter letter = {
            .letter = c,
            .box = box++,
            .fragment = fragment,
            .is_rtl = is_turned && depth == 1,
            .is_in_rtl = is_turned && depth > 0,
          };

          g_array_append_val (letters, letter);
        }
    }
  return letters;
}

static gboolean
is_mark (gunichar c)
{
  return (c >= 0x064b && c <= 0x065f) || c == 0x0670 || (c >= 0x0610 && c <= 0x061a) ||
         (c >= 0x06d6 && c <= 0x06dc) || (c >= 0x0591 && c <= 0x05bd);
}

static gboolean
is_alef (gunichar c)
{
  return c == 0x0627 || c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671;
}

gboolean
cog_pdf_letters_has_marks_first (const GArray *letters)
{
  guint n_first = 0, n_last = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      const CogPdfLetter *next = i + 1 < letters->len ? letter + 1 : NULL;

      if (!letter->is_rtl || !is_mark (letter->letter))
        continue;
      if (i == 0 || letter[-1].fragment != letter->fragment ||
          g_unichar_isspace (letter[-1].letter))
        n_first++;
      if (next == NULL || next->fragment != letter->fragment || g_unichar_isspace (next->letter))
        n_last++;
    }
  return n_first > n_last;
}

static void
swap (CogPdfLetter *a, CogPdfLetter *b)
{
  CogPdfLetter kept = *a;

  *a = *b;
  *b = kept;
}

/* Widths as drawn are rounded to a thousandth of the size or so. */
static gpointer
get_key (const CogPdfLetter *letter, int step)
{
  return GUINT_TO_POINTER ((letter->font << 16) |
                           (guint)CLAMP (lround (letter->width * 500) + step, 0, 0xffff));
}

GHashTable *
cog_pdf_letters_collect_alefs (const GArray *letters)
{
  GHashTable *alefs = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      gboolean has_lam =
          (i > 0 && letter[-1].letter == LAM) || (i + 1 < letters->len && letter[1].letter == LAM);

      if (letter->is_rtl && is_alef (letter->letter) && !has_lam)
        g_hash_table_add (alefs, get_key (letter, 0));
    }
  return alefs;
}

/* A glyph for two letters is cut in the middle by poppler: where nothing else tells, both have one
 * width then, and one that no alef has that stands alone. */
static gboolean
is_ligature (const CogPdfLetter *alef, const CogPdfLetter *lam, GHashTable *alefs)
{
  CogPdfLetter mean = *alef;

  if (!alef->is_rtl || !is_alef (alef->letter) || lam->letter != LAM || alef->font != lam->font ||
      alef->box != lam->box + 1)
    return FALSE;
  if (alef->width <= 0 || fabs (alef->width - lam->width) > 0.01)
    return FALSE;
  mean.width = (alef->width + lam->width) / 2;
  for (int step = -1; step <= 1; step++)
    if (g_hash_table_contains (alefs, get_key (&mean, step)))
      return FALSE;
  return TRUE;
}

/* Vowel signs go behind the letter that follows them. */
static void
mend_marks (CogPdfLetter *letters, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      guint k = i;

      while (k < n && letters[k].is_rtl && is_mark (letters[k].letter))
        k++;
      if (k == i || k == n)
        continue;
      for (guint m = k; m > i; m--)
        swap (&letters[m], &letters[m - 1]);
      i = k;
    }
}

void
cog_pdf_letters_mend (CogPdfLetter *letters, guint n, GHashTable *alefs, gboolean marks_first)
{
  g_return_if_fail (letters != NULL);

  if (!letters[0].is_in_rtl)
    return;
  for (guint i = 0; alefs != NULL && i + 1 < n; i++)
    if (is_ligature (&letters[i], &letters[i + 1], alefs))
      swap (&letters[i], &letters[i + 1]);
  if (marks_first)
    mend_marks (letters, n);
}

static int
compare_ligatures (gconstpointer a, gconstpointer b)
{
  const CogPdfLigature *one = a, *two = b;

  return one->x < two->x ? -1 : one->x > two->x ? 1 : 0;
}

/* The letters of one glyph, first letter at its left end, stand in the order of the page. */
static void
turn_ligature (GArray *letters, guint last, const CogPdfLigature *ligature)
{
  CogPdfLetter *end = &g_array_index (letters, CogPdfLetter, last);

  if (last + 1 < ligature->n)
    return;
  for (guint i = 0; i < ligature->n; i++)
    if (!end[-(int)i].is_rtl || end[-(int)i].fragment != end->fragment ||
        end[-(int)i].box != end->box + i)
      return;
  for (guint i = 0; i < ligature->n / 2; i++)
    swap (&end[-(int)i], &end[(int)i + 1 - (int)ligature->n]);
}

/* The ligature that is drawn where a letter's box begins. by_x: all of the page */
static const CogPdfLigature *
find_ligature (const GArray *by_x, const CogPdfLetter *letter, const PopplerRectangle *box)
{
  guint low = 0, high = by_x->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (by_x, CogPdfLigature, middle).x < box->x1 - NEAR)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < by_x->len; low++)
    {
      const CogPdfLigature *ligature = &g_array_index (by_x, CogPdfLigature, low);

      if (ligature->x > box->x1 + NEAR)
        break;
      if (ligature->first == letter->letter && ligature->y > MIN (box->y1, box->y2) &&
          ligature->y < MAX (box->y1, box->y2) + NEAR)
        return ligature;
    }
  return NULL;
}

void
cog_pdf_letters_turn_ligatures (GArray *letters,
                                const PopplerRectangle *boxes,
                                const GArray *ligatures)
{
  g_autoptr (GArray) by_x = NULL;

  g_return_if_fail (letters != NULL && ligatures != NULL);

  by_x = g_array_copy ((GArray *)ligatures);
  g_array_sort (by_x, compare_ligatures);
  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      const CogPdfLigature *found =
          letter->is_rtl ? find_ligature (by_x, letter, &boxes[letter->box]) : NULL;

      if (found != NULL)
        turn_ligature (letters, i, found);
    }
}

static gboolean
is_small_latin (gunichar letter)
{
  return letter < 0x250 && g_unichar_islower (letter);
}

const char *
cog_pdf_letters_of_glyph (gunichar before, gunichar letter, gunichar after)
{
  const char *letters = cog_pdf_ligature_of_calibri (letter);
  gboolean may_begin = letter == 0x19f; /* "time"; others are capitals there, of names of places */

  if (letters != NULL &&
      (is_small_latin (before) || (may_begin && before == 0 && is_small_latin (after))))
    return letters;
  return NULL;
}

void
cog_pdf_letters_append (GString *string, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  g_return_if_fail (string != NULL);

  /* Only what stands for a way of drawing letters: a fraction or a raised number means something.
   */
  if (!((letter >= 0xfb00 && letter <= 0xfdff) || (letter >= 0xfe70 && letter <= 0xfeff)))
    {
      if (letter == 0xa0)
        letter = ' ';
      if (!g_unichar_iscntrl (letter) && letter != 0xfffe && letter != 0xffff)
        g_string_append_unichar (string, letter);
      return;
    }
  n = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (parts[i] != ' ')
      g_string_append_unichar (string, parts[i]);
}
