/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-matrix.h"

#include <math.h>
#include <string.h>

#define LEVEL .5     /* of the size: brackets of one pair */
#define ROW_GAP .9   /* of the size, from row to row */
#define NEW_ROW .6   /* of the size, from baseline to baseline */
#define SAME_EDGE .3 /* of the size: pieces over each other */
#define WIDEST .7    /* of the page */
#define MAX_ROWS 40
#define MAX_BRACKETS 400 /* of a page */
#define MAX_WORDS 20000

typedef struct
{
  const CogPdfPage *page;
  double size;
  double x1, x2;         /* between the brackets */
  CogPdfBox open, close; /* their columns, of which no other word has a part */
  const CogPdfWord *first, *last;
} Search;

static const struct
{
  const char *open, *close;
  gunichar first_open, first_close; /* of three or four pieces, by Unicode */
  guint n;
} pairs[] = {
  { "(", ")", 0x239b, 0x239e, 3 },
  { "[", "]", 0x23a1, 0x23a4, 3 },
  { "{", "}", 0x23a7, 0x23ab, 3 },
};

static gboolean
is_piece (gunichar c)
{
  return c >= 0x239b && c <= 0x23ad;
}

char *
cog_pdf_matrix_dup_without_pieces (const char *text)
{
  const char *start = text, *end;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + strlen (text);
  while (is_piece (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_piece (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return start > text || *end != '\0' ? g_strndup (start, (gsize)(end - start)) : NULL;
}

static gboolean
is_text (const CogPdfWord *word)
{
  return !word->is_artifact && !word->is_taken && !word->is_turned;
}

/* What its letters fill. */
static CogPdfBox
get_inked (const CogPdfWord *word, double size)
{
  return (CogPdfBox){ word->x, word->baseline - .72 * size, word->width, .92 * size };
}

static gboolean
is_ordinary (const CogPdfWord *word)
{
  guint n = 0;

  for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n = g_unichar_isalpha (c) && (c < 0x1d400 || c > 0x1d7ff) ? n + 1 : 0;
      if (n > 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
overlaps (double a1, double a2, double b1, double b2)
{
  return a1 < b2 && b1 < a2;
}

typedef enum
{
  ROW_NONE,
  ROW_OF_MATRIX,
  ROW_OF_TEXT,
} RowKind;

/* What stands right above (or below) the rows that are known; of a row of the matrix, box grows by
 * it. */
static RowKind
find_next_row (const Search *s, CogPdfBox *box, gboolean is_above)
{
  CogPdfBox grown = *box;
  RowKind kind = ROW_NONE;

  for (guint i = 0; i < s->page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (s->page->words, CogPdfWord, i);
      CogPdfBox inked = get_inked (word, s->size);
      double bottom = inked.y + inked.height;
      double gap = is_above ? box->y - bottom : inked.y - box->y - box->height;
      gboolean is_known = is_above ? inked.y >= box->y - .01 : bottom <= box->y + box->height + .01;

      if (!is_text (word) || is_known || gap > ROW_GAP * s->size || word == s->first ||
          word == s->last ||
          !overlaps (inked.x, inked.x + inked.width, s->open.x, s->close.x + s->close.width))
        continue;
      /* A bracket that is as high as the rows leaves no room in its column. */
      if (is_ordinary (word) || inked.x < s->x1 - .01 || inked.x + inked.width > s->x2 + .01)
        return ROW_OF_TEXT;
      grown = cog_pdf_box_join (&grown, &inked);
      kind = ROW_OF_MATRIX;
    }
  *box = grown;
  return kind;
}

static void
grow (const Search *s, CogPdfBox *box, gboolean is_above)
{
  for (guint n = 0; n < MAX_ROWS; n++)
    if (find_next_row (s, box, is_above) != ROW_OF_MATRIX)
      return;
}

static guint
count_rows (const Search *s, const CogPdfBox *box)
{
  g_autoptr (GArray) baselines = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < s->page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (s->page->words, CogPdfWord, i);
      gboolean is_new = is_text (word) && word->x >= s->x1 - .01 &&
                        word->x + word->width <= s->x2 + .01 && word->baseline > box->y &&
                        word->baseline < box->y + box->height;

      for (guint k = 0; k < baselines->len && is_new; k++)
        is_new = fabs (g_array_index (baselines, double, k) - word->baseline) > NEW_ROW * s->size;
      if (is_new)
        g_array_append_val (baselines, word->baseline);
    }
  return baselines->len;
}

/* The next bracket on the line that closes it; brackets of the same kind between are passed over.
 * (nullable) */
static const CogPdfWord *
find_close (const CogPdfPage *page, const CogPdfWord *open, guint pair, double size)
{
  const CogPdfWord *found = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (is_text (word) && g_str_equal (word->text, pairs[pair].close) &&
          word->x > open->x + open->width && word->x < open->x + WIDEST * page->width &&
          fabs (word->baseline - open->baseline) < LEVEL * size &&
          (found == NULL || word->x < found->x))
        found = word;
    }
  return found;
}

static void
add_stretched (
    GArray *matrices, const CogPdfPage *page, const CogPdfWord *open, guint pair, double size)
{
  const CogPdfWord *close = find_close (page, open, pair, size);
  CogPdfMatrix matrix = { { 0 }, 0, 0, pairs[pair].open, pairs[pair].close, open, close };
  Search s = { page, size, 0, 0, get_inked (open, size), { 0 } };
  CogPdfBox box = s.open;

  if (close == NULL)
    return;
  s.close = get_inked (close, size);
  s.x1 = matrix.inner_x1 = open->x + open->width;
  s.x2 = matrix.inner_x2 = close->x;
  box = cog_pdf_box_join (&box, &s.close);
  s.first = open;
  s.last = close;
  grow (&s, &box, TRUE);
  grow (&s, &box, FALSE);
  if (count_rows (&s, &box) < 2)
    return;
  matrix.box = box;
  g_array_append_val (matrices, matrix);
}

/* A piece of which kind of bracket a word begins (or ends) with; G_MAXUINT: none. */
static guint
find_pair (const char *text, gboolean is_close)
{
  gunichar c = text[0] == '\0'
                   ? 0
                   : g_utf8_get_char (is_close ? g_utf8_prev_char (text + strlen (text)) : text);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gunichar first = is_close ? pairs[i].first_close : pairs[i].first_open;

      if (c >= first && c < first + pairs[i].n)
        return i;
    }
  return G_MAXUINT;
}

/* All pieces over and under one, as a box as wide as a bracket. */
static CogPdfBox
join_pieces (const CogPdfPage *page,
             const CogPdfWord *piece,
             gboolean is_close,
             double size,
             gboolean *is_top)
{
  double edge = is_close ? piece->x + piece->width : piece->x;
  CogPdfBox box = get_inked (piece, size);
  gboolean is_changed = TRUE;

  *is_top = TRUE;
  while (is_changed)
    {
      is_changed = FALSE;
      for (guint i = 0; i < page->words->len; i++)
        {
          const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
          CogPdfBox inked = get_inked (word, size), joined = cog_pdf_box_join (&box, &inked);

          if (find_pair (word->text, is_close) == G_MAXUINT ||
              fabs ((is_close ? word->x + word->width : word->x) - edge) > SAME_EDGE * size ||
              MAX (inked.y - box.y - box.height, box.y - inked.y - inked.height) > ROW_GAP * size ||
              joined.height <= box.height + .01)
            continue;
          *is_top = *is_top && word->baseline > piece->baseline;
          box = joined;
          is_changed = TRUE;
        }
    }
  return (CogPdfBox){ is_close ? edge - LEVEL * size : edge, box.y, LEVEL * size, box.height };
}

static void
add_pieced (
    GArray *matrices, const CogPdfPage *page, const CogPdfWord *open, guint pair, double size)
{
  CogPdfMatrix matrix = { { 0 }, 0, 0, pairs[pair].open, pairs[pair].close, open, NULL };
  gboolean is_top;
  CogPdfBox left = join_pieces (page, open, FALSE, size, &is_top), right = { 0 };

  if (!is_top)
    return;
  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double edge = word->x + word->width;

      if (find_pair (word->text, TRUE) != pair || edge < left.x + left.width ||
          !overlaps (word->baseline - size, word->baseline, left.y, left.y + left.height) ||
          (matrix.last != NULL && edge > right.x + right.width - SAME_EDGE * size))
        continue;
      right = join_pieces (page, word, TRUE, size, &is_top);
      matrix.last = word;
    }
  if (matrix.last == NULL)
    return;
  matrix.box = cog_pdf_box_join (&left, &right);
  matrix.inner_x1 = left.x;
  matrix.inner_x2 = right.x + right.width;
  g_array_append_val (matrices, matrix);
}

/* Of a page that was made to take long, none is looked for. */
static guint
count_brackets (const CogPdfPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      const char *text = g_array_index (page->words, CogPdfWord, i).text;

      n += find_pair (text, FALSE) != G_MAXUINT || find_pair (text, TRUE) != G_MAXUINT;
      for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
        n += g_str_equal (text, pairs[k].open);
    }
  return n;
}

GArray *
cog_pdf_matrices_find (const CogPdfPage *page, double size)
{
  GArray *matrices = g_array_new (FALSE, FALSE, sizeof (CogPdfMatrix));

  g_return_val_if_fail (page != NULL, matrices);

  if (size <= 0 || count_brackets (page) > MAX_BRACKETS || page->words->len > MAX_WORDS)
    return matrices;
  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      guint pair = find_pair (word->text, FALSE);

      if (!is_text (word))
        continue;
      if (pair != G_MAXUINT)
        add_pieced (matrices, page, word, pair, size);
      for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
        if (g_str_equal (word->text, pairs[k].open))
          add_stretched (matrices, page, word, k, size);
    }
  return matrices;
}

gboolean
cog_pdf_matrix_holds (const CogPdfMatrix *self, const CogPdfWord *word)
{
  g_return_val_if_fail (self != NULL && word != NULL, FALSE);

  return word != self->first && word != self->last && word->x >= self->inner_x1 - .01 &&
         word->x + word->width <= self->inner_x2 + .01 && word->baseline > self->box.y &&
         word->baseline < self->box.y + self->box.height + .01;
}
