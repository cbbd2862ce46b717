/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-words.h"

#include "cog-pdf-glyph-use.h"
#include "cog-pdf-joiner.h"
#include "cog-pdf-letters.h"
#include "cog-pdf-logical.h"
#include "cog-pdf-lost.h"
#include "cog-pdf-selection.h"

#include <math.h>
#include <string.h>

#define GAP 0.13         /* of the size: a wider one parts words (list labels, cells of tables) */
#define BACK 0.4         /* of the size: so far back, a new word begins */
#define SHIFT 0.12       /* of the size: so far up or down, a new word begins */
#define LONGEST_WORD 400 /* letters */
#define DESCENT 0.22     /* of the height of a box: most typefaces have about that below the line */

/* What is needed while the letters of a page become words. */
typedef struct
{
  CogPdfFile *file;
  CogPdfPage *page;
  GArray *letters;
  const PopplerRectangle *boxes;
  const PopplerTextAttributes *const *looks; /* by box */
  GHashTable *alefs;                         /* (nullable) */
  gboolean marks_first;
  GArray *ranges; /* (element-type CogPdfLetterRange): of the page's words */
} Reading;

static guint32
pack_colour (const PopplerColor *colour)
{
  return ((guint32)(colour->red >> 8) << 16) | ((guint32)(colour->green >> 8) << 8) |
         (colour->blue >> 8);
}

/* Letters have one width in a typeface for code, "i" as well as "m": its name does not tell
 * (Monotype makes others too). */
static void
measure_letter (CogPdfFont *font, gunichar letter, double width, double size)
{
  if (letter >= 0x250 || !g_unichar_isalpha (letter) || width <= 0 || size <= 0)
    return;
  width /= size;
  font->narrowest = font->n_measured == 0 ? width : MIN (font->narrowest, width);
  font->widest = font->n_measured == 0 ? width : MAX (font->widest, width);
  font->n_measured++;
  font->is_fixed = font->n_measured > 12 && font->widest < font->narrowest * 1.02;
}

static double
get_width (const PopplerRectangle *box)
{
  return fabs (box->x2 - box->x1);
}

static void
measure_letters (Reading *r)
{
  for (guint i = 0; i < r->letters->len; i++)
    {
      CogPdfLetter *letter = &g_array_index (r->letters, CogPdfLetter, i);
      const PopplerTextAttributes *look = r->looks[letter->box];

      letter->width = get_width (&r->boxes[letter->box]) /
                      (look != NULL && look->font_size > 0 ? look->font_size : 10);
      letter->font = look != NULL ? cog_pdf_file_add_font (r->file, look->font_name) : 0;
    }
}

/* Of the letters of a word in Calibri. */
static const char *
get_several (const CogPdfLetter *letters, guint i, guint n)
{
  return cog_pdf_letters_of_glyph (i > 0 ? letters[i - 1].letter : 0, letters[i].letter,
                                   i + 1 < n ? letters[i + 1].letter : 0);
}

static char *
dup_text (Reading *r, guint start, guint end, gboolean is_calibri)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CogPdfLetter *letters = &g_array_index (r->letters, CogPdfLetter, start);

  cog_pdf_letters_mend (letters, end - start, r->alefs, r->marks_first);
  for (guint i = 0; i < end - start; i++)
    {
      const char *several = is_calibri ? get_several (letters, i, end - start) : NULL;

      if (several != NULL)
        g_string_append (text, several);
      else
        cog_pdf_letters_append (text, letters[i].letter);
    }
  return g_utf8_normalize (text->str, (gssize)text->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* Text that stands on its side has letters above each other. */
static gboolean
is_turned (Reading *r, guint start, guint end)
{
  const CogPdfLetter *letters = &g_array_index (r->letters, CogPdfLetter, 0);
  const PopplerRectangle *first = &r->boxes[letters[start].box];
  const PopplerRectangle *last = &r->boxes[letters[end - 1].box];

  return end - start > 1 && fabs (first->x1 - last->x1) < 0.5 &&
         fabs (first->x2 - last->x2) < 0.5 &&
         fabs (first->y1 - last->y1) > 0.3 * fabs (first->x2 - first->x1);
}

/* The letter whose typeface is the word's. */
static const CogPdfLetter *
get_face (const CogPdfLetter *letters, guint n)
{
  return n > 1 && cog_pdf_is_joiner (letters[0].letter) ? &letters[1] : letters;
}

static void
add_word (Reading *r, guint start, guint end, gboolean space_before)
{
  const CogPdfLetter *first = &g_array_index (r->letters, CogPdfLetter, start);
  const PopplerTextAttributes *look = r->looks[get_face (first, end - start)->box];
  CogPdfWord word = { .mcid = -1, .space_before = space_before, .is_rtl = first->is_rtl };
  double x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE, y2 = -G_MAXDOUBLE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < end - start; i++)
    {
      const PopplerRectangle *box = &r->boxes[first[i].box];

      x1 = MIN (x1, MIN (box->x1, box->x2));
      y1 = MIN (y1, MIN (box->y1, box->y2));
      x2 = MAX (x2, MAX (box->x1, box->x2));
      y2 = MAX (y2, MAX (box->y1, box->y2));
    }
  if (!isfinite (x1) || !isfinite (y1) || !isfinite (x2) || !isfinite (y2))
    return;
  word.x = x1;
  word.y = y1;
  word.width = x2 - x1;
  word.height = y2 - y1;
  word.baseline = y2 - DESCENT * word.height;
  word.size = look != NULL && look->font_size > 0 ? look->font_size : word.height * 0.85;
  word.font = cog_pdf_file_add_font (r->file, look != NULL ? look->font_name : NULL);
  word.colour = look != NULL ? pack_colour (&look->color) : 0;
  word.is_underlined = look != NULL && look->is_underlined;
  word.is_turned = is_turned (r, start, end);
  for (guint i = 0; i < end - start; i++)
    measure_letter (cog_pdf_file_get_font (r->file, word.font), first[i].letter,
                    get_width (&r->boxes[first[i].box]), word.size);
  text = dup_text (r, start, end,
                   look != NULL && look->font_name != NULL &&
                       strstr (look->font_name, "Calibri") != NULL);
  if (text == NULL || text[0] == '\0')
    return;
  word.text = text;
  cog_pdf_page_add_word (r->page, &word);
  g_array_append_val (r->ranges, ((CogPdfLetterRange){ start, end - start }));
}

/* Index of the link that a letter stands in, from 1. */
static guint
find_link (Reading *r, const PopplerRectangle *box)
{
  double x = (box->x1 + box->x2) / 2, y = box->y1 + 0.55 * (box->y2 - box->y1);

  for (guint i = 0; i < r->page->links->len; i++)
    {
      const CogPdfBox *area = &g_array_index (r->page->links, CogPdfLink, i).box;

      if (x >= area->x && x <= area->x + area->width && y >= area->y && y <= area->y + area->height)
        return i + 1;
    }
  return 0;
}

/* Where the direction changes: from the letter before, or at hand, to the run of the other
 * direction that it stands beside. */
static double
get_gap_beside_run (Reading *r, guint i)
{
  const CogPdfLetter *letters = &g_array_index (r->letters, CogPdfLetter, 0);
  gboolean begins = !letters[i].is_rtl; /* the run from left to right */
  const PopplerRectangle *outside = &r->boxes[letters[begins ? i - 1 : i].box];
  double left = G_MAXDOUBLE, right = 0;

  for (guint k = begins ? i : i - 1;
       k < r->letters->len && !letters[k].is_rtl && letters[k].fragment == letters[i].fragment;
       k += begins ? 1 : -1)
    {
      left = MIN (left, r->boxes[letters[k].box].x1);
      right = MAX (right, r->boxes[letters[k].box].x2);
      if (k == 0)
        break;
    }
  return MAX (left - outside->x2, outside->x1 - right);
}

/* Whether a new word begins with a letter, though poppler has no space before it. */
static gboolean
is_parted (Reading *r, guint i, gboolean *space)
{
  const CogPdfLetter *letter = &g_array_index (r->letters, CogPdfLetter, i);
  const PopplerRectangle *box = &r->boxes[letter->box];
  const PopplerRectangle *before = &r->boxes[letter[-1].box];
  double size = MAX (1, box->y2 - box->y1);
  double gap = MAX (box->x1 - before->x2, before->x1 - box->x2);

  *space = FALSE;
  if (letter->fragment != letter[-1].fragment)
    {
      *space = gap > GAP * size || fabs (box->y2 - before->y2) > size;
      return TRUE;
    }
  if (r->looks[letter->box] != r->looks[letter[-1].box])
    {
      *space = gap > GAP * size;
      return TRUE;
    }
  if (letter->is_in_rtl && letter->is_rtl != letter[-1].is_rtl)
    {
      *space = get_gap_beside_run (r, i) > GAP * size;
      return *space;
    }
  /* The comma behind a link is not of it. */
  if (find_link (r, box) != find_link (r, before))
    {
      *space = gap > GAP * size;
      return TRUE;
    }
  if (gap > GAP * size && fabs (box->x1 - before->x1) > 0.01)
    return *space = TRUE;
  return fabs (box->y2 - before->y2) > SHIFT * size && fabs (box->x1 - before->x1) > 0.01;
}

/* A joiner is a letter of another typeface, at times, and of no width of its own. Poppler has it
 * with the letters behind it, or by itself before them. */
static gboolean
is_beside_joiner (const Reading *r, guint i)
{
  const CogPdfLetter *letter = &g_array_index (r->letters, CogPdfLetter, i);

  const PopplerRectangle *box = &r->boxes[letter->box], *before = &r->boxes[letter[-1].box];

  if (letter->fragment == letter[-1].fragment)
    return cog_pdf_is_joiner (letter->letter) || cog_pdf_is_joiner (letter[-1].letter);
  return letter->is_rtl && cog_pdf_is_joiner (letter[-1].letter) &&
         fabs (box->x2 - before->x1) < SHIFT * fabs (box->y2 - box->y1);
}

static gboolean
is_space (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == 0xa0;
}

static void
make_words (Reading *r)
{
  gboolean space = TRUE;

  for (guint i = 0; i < r->letters->len;)
    {
      guint end = i + 1;
      gboolean parts_with_space = FALSE;

      if (is_space (g_array_index (r->letters, CogPdfLetter, i).letter))
        {
          space = TRUE;
          i++;
          continue;
        }
      while (end < r->letters->len && end - i < LONGEST_WORD &&
             !is_space (g_array_index (r->letters, CogPdfLetter, end).letter) &&
             (is_beside_joiner (r, end) || !is_parted (r, end, &parts_with_space)))
        end++;
      add_word (r, i, end, space);
      space = parts_with_space;
      i = end;
    }
}

void
cog_pdf_words_read (CogPdfFile *file, CogPdfPage *self, PopplerPage *page, const CogPdfMarks *marks)
{
  Reading r = { .file = file, .page = self };
  g_autoptr (CogPdfSelection) all = NULL;

  g_return_if_fail (file != NULL && self != NULL && page != NULL);

  all = cog_pdf_selection_new (page, self->width, self->height, marks);
  if (marks != NULL)
    cog_pdf_lost_insert (all, marks->lost);
  r.letters = all->letters;
  r.boxes = (const PopplerRectangle *)(gpointer)all->boxes->data;
  r.looks = (const PopplerTextAttributes *const *)all->looks->pdata;
  measure_letters (&r);
  if (marks != NULL && marks->has_ligatures)
    cog_pdf_letters_turn_ligatures (r.letters, r.boxes, marks->ligatures);
  else
    r.alefs = cog_pdf_letters_collect_alefs (r.letters);
  r.marks_first = cog_pdf_letters_has_marks_first (r.letters);
  if (marks != NULL)
    cog_pdf_glyph_uses_learn (file->glyph_uses, r.letters, r.boxes, marks->glyphs);
  cog_pdf_joiners_find (r.letters, r.boxes);
  r.ranges = g_array_new (FALSE, FALSE, sizeof (CogPdfLetterRange));
  make_words (&r);
  cog_pdf_logical_order (file, self, r.ranges, r.letters, r.boxes);
  g_array_unref (r.ranges);
  g_clear_pointer (&r.alefs, g_hash_table_unref);
}
