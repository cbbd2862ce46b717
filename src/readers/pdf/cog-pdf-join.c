/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-join.h"

#include "cog-pdf-hidden.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REACH 1.5 /* times the size: words this far from a piece of text may still be its own */

/* Pieces of text by height on the page, so that a word looks at those of its line only. */
typedef struct
{
  const CogPdfShow **shows;
  guint n;
  const CogPdfMarks *marks;
  GPtrArray *covers; /* see cog-pdf-hidden.h */
} Index;

static int
compare_height (const void *a, const void *b)
{
  const CogPdfShow *first = *(const CogPdfShow *const *)a, *second = *(const CogPdfShow *const *)b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return first < second ? -1 : first > second;
}

static Index
index_shows (const CogPdfMarks *marks)
{
  Index index = { g_new (const CogPdfShow *, marks->shows->len + 1), 0, marks,
                  cog_pdf_hidden_find_covers (marks) };

  for (guint i = 0; i < marks->shows->len; i++)
    {
      const CogPdfShow *show = &g_array_index (marks->shows, CogPdfShow, i);

      if (isfinite (show->x) && isfinite (show->y) && isfinite (show->end_x) &&
          isfinite (show->end_y))
        index.shows[index.n++] = show;
    }
  qsort (index.shows, index.n, sizeof *index.shows, compare_height);
  return index;
}

static guint
find_first (const Index *index, double y)
{
  guint low = 0, high = index->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (index->shows[middle]->y < y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How badly a piece on a word's line fits it: by how much of the word lies outside of it, then by
 * the distance of the baselines, and of the sizes. The pen's end is only as good as the widths that
 * the font tells, so that a start to the left counts even where the piece seems to be too short. */
static double
rate (const CogPdfWord *word, const CogPdfShow *show)
{
  double left = MIN (show->x, show->end_x), right = MAX (show->x, show->end_x);
  double inside = MIN (right, word->x + word->width) - MAX (left, word->x);
  double outside = MAX (0, word->width - MAX (inside, 0));
  double badness = outside / MAX (word->width, .1) * 10;

  if (inside <= 0)
    badness += left <= word->x + word->width * .5 ? (word->x - right) / MAX (word->size, 1)
                                                  : 20 + (left - word->x) / MAX (word->size, 1);
  badness += fabs (show->y - word->baseline) / MAX (word->height, 1) * 4;
  badness += MIN (fabs (show->size - word->size) / MAX (word->size, 1), 1);
  return badness;
}

static const CogPdfShow *
find_on_line (const Index *index, const CogPdfWord *word)
{
  const CogPdfShow *best = NULL;
  double least = G_MAXDOUBLE, bottom = word->y + word->height * 1.15;

  for (guint i = find_first (index, word->y + word->height * .3);
       i < index->n && index->shows[i]->y <= bottom; i++)
    {
      double badness = rate (word, index->shows[i]);

      /* Of several that fit alike, the later one was drawn over the others. */
      if (badness <= least)
        {
          least = badness;
          best = index->shows[i];
        }
    }
  return best;
}

static double
get_distance (const CogPdfShow *show, double x, double y)
{
  double dx = show->end_x - show->x, dy = show->end_y - show->y;
  double square = dx * dx + dy * dy;
  double part = square > 0 ? ((x - show->x) * dx + (y - show->y) * dy) / square : 0;

  part = CLAMP (part, 0, 1);
  return hypot (x - show->x - part * dx, y - show->y - part * dy);
}

/* Text that does not run along the line: the nearest piece, whatever its direction. */
static const CogPdfShow *
find_near (const Index *index, const CogPdfWord *word)
{
  const CogPdfShow *best = NULL;
  double least = MAX (word->size, 4) * REACH;

  for (guint i = 0; i < index->n; i++)
    {
      double distance =
          get_distance (index->shows[i], word->x + word->width / 2, word->y + word->height / 2);

      if (distance < least)
        {
          least = distance;
          best = index->shows[i];
        }
    }
  return best;
}

/* About how wide a letter is beside others; enough to know between which two a word is parted. */
static double
guess_width (gunichar c)
{
  if (c < 0x80 && strchr (".,;:'|!il()[]/ ftj", (int)c) != NULL)
    return .5;
  return c < 0x80 && strchr ("mwMW@%", (int)c) != NULL ? 1.5 : 1;
}

/* Where in a word's text a share of its width ends; NULL: at one of its ends. */
static const char *
find_part (const char *text, double share)
{
  double whole = 0, so_far = 0, nearest = 1;
  const char *best = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    whole += guess_width (g_utf8_get_char (p));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (fabs (so_far / whole - share) < nearest)
        {
          nearest = fabs (so_far / whole - share);
          best = p;
        }
      so_far += guess_width (g_utf8_get_char (p));
    }
  return best != NULL && best != text && 1 - share > nearest ? best : NULL;
}

/* The piece of another mark that begins inside of a word, on its line: "here" and "." of a link
 * that a sentence ends with. */
static const CogPdfShow *
find_second (const Index *index, const CogPdfWord *word, const CogPdfShow *first)
{
  double bottom = word->y + word->height * 1.15;

  for (guint i = find_first (index, word->y + word->height * .3);
       i < index->n && index->shows[i]->y <= bottom; i++)
    {
      const CogPdfShow *show = index->shows[i];
      gboolean begins_inside = show->x > word->x + word->width * .1 &&
                               show->x < word->x + word->width * .95 && first->x < show->x &&
                               first->end_x < show->x + word->size * .1;

      if (show->mcid != first->mcid && begins_inside && fabs (show->y - first->y) < .5)
        return show;
    }
  return NULL;
}

/* Parts a word that two pieces show; in text from right to left nobody could say where. */
static void
split_word (CogPdfPage *page, guint i, const CogPdfShow *second)
{
  CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
  CogPdfWord rest = *word;
  const char *part = find_part (word->text, (second->x - word->x) / MAX (word->width, .1));
  g_autofree char *before = NULL;

  if (part == NULL || word->is_rtl)
    return;
  before = g_strndup (word->text, (gsize)(part - word->text));
  rest.text = g_string_chunk_insert_const (page->strings, part);
  rest.x = second->x;
  rest.width = word->x + word->width - second->x;
  rest.space_before = 0;
  word->text = g_string_chunk_insert_const (page->strings, before);
  word->width = second->x - word->x;
  g_array_insert_val (page->words, i + 1, rest);
}

static gboolean
join_word (const Index *index, CogPdfPage *page, guint i)
{
  CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
  const CogPdfShow *show = word->is_turned ? NULL : find_on_line (index, word), *second;

  if (show == NULL)
    show = find_near (index, word);
  if (show == NULL)
    return FALSE;
  if (!word->is_turned && fabs (show->y - show->end_y) < .1)
    {
      word->baseline = show->y;
      second = find_second (index, word, show);
      if (second != NULL)
        split_word (page, i, second);
      word = &g_array_index (page->words, CogPdfWord, i);
    }
  word->mcid = show->mcid;
  word->is_artifact = show->is_artifact;
  word->is_hidden = cog_pdf_hidden_is_word (index->covers, index->marks, word, show);
  return TRUE;
}

guint
cog_pdf_page_join_words (CogPdfPage *page, const CogPdfMarks *marks)
{
  Index index;
  guint n_joined = 0;

  g_return_val_if_fail (page != NULL && marks != NULL, 0);

  index = index_shows (marks);
  for (guint i = 0; i < page->words->len; i++)
    n_joined += join_word (&index, page, i) ? 1 : 0;
  g_free (index.shows);
  g_ptr_array_unref (index.covers);
  cog_pdf_hidden_drop (page);
  return n_joined;
}

static void
take_boxes (GArray *into, const GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const CogPdfMark *mark = &g_array_index (from, CogPdfMark, i);
      CogPdfBox box = { mark->x, mark->y, mark->width, mark->height };

      g_array_append_val (into, box);
    }
}

static void
take_pictures (GArray *into, const GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const CogPdfMark *mark = &g_array_index (from, CogPdfMark, i);
      CogPdfPicture picture = { .box = { mark->x, mark->y, mark->width, mark->height },
                                .object = mark->object,
                                .generation = mark->generation,
                                .mcid = mark->mcid,
                                .is_artifact = mark->is_artifact,
                                .is_whole = !mark->is_clipped && !mark->is_turned && !mark->is_mask,
                                .resolution = mark->resolution };

      g_array_append_val (into, picture);
    }
}

void
cog_pdf_page_join (CogPdfPage *page, const CogPdfMarks *marks)
{
  g_return_if_fail (page != NULL && marks != NULL);

  cog_pdf_page_join_words (page, marks);
  take_boxes (page->rules, marks->rules);
  take_boxes (page->boxes, marks->boxes);
  take_boxes (page->drawings, marks->drawings);
  take_pictures (page->pictures, marks->pictures);
  page->is_marked = TRUE;
}

/* The left edge of a page's text. */
static double
get_left (const CogPdfPage *page)
{
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (!word->is_artifact)
        left = MIN (left, word->x);
    }
  return left;
}

void
cog_pdf_pages_mend_destinations (const CogPdfFile *file, GPtrArray *pages)
{
  g_autofree char *producer = NULL;
  double margin = 0;

  g_return_if_fail (file != NULL && pages != NULL);

  producer = poppler_document_get_producer (file->poppler);
  if (producer == NULL || !g_str_has_prefix (producer, "Skia/PDF"))
    return;
  /* What stands furthest to the left tells the margin; what is indented would tell too little. */
  for (guint i = 0; i < pages->len; i++)
    for (guint k = 0; pages->pdata[i] != NULL && k < ((CogPdfPage *)pages->pdata[i])->links->len;
         k++)
      {
        const CogPdfLink *link =
            &g_array_index (((CogPdfPage *)pages->pdata[i])->links, CogPdfLink, k);
        const CogPdfPage *target =
            link->page > 0 && link->page <= pages->len ? pages->pdata[link->page - 1] : NULL;
        double left = target != NULL && link->x > 0 ? get_left (target) - link->x : 0;

        if (left > margin && left < 300)
          margin = left;
      }
  for (guint i = 0; margin > 4 && i < pages->len; i++)
    for (guint k = 0; pages->pdata[i] != NULL && k < ((CogPdfPage *)pages->pdata[i])->links->len;
         k++)
      {
        CogPdfLink *link = &g_array_index (((CogPdfPage *)pages->pdata[i])->links, CogPdfLink, k);

        if (link->page > 0 && link->x > 0)
          link->y += margin;
      }
}
