/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-selection.h"

#include <math.h>
#include <string.h>

/* From where to where a page is selected, in shares of its width; from its top to its bottom.
 * Poppler gives text only as a reader would select it with the mouse: from the line that is nearest
 * to the one point to the line that is nearest to the other. On pages from right to left the first
 * and the last lines are seldom nearest to a corner, and which they are nearest to depends on how
 * long they are. */
static const struct
{
  double from, to;
} sweeps[] = { { 1, 0 }, { 1, 1 }, { 0, .25 }, { 0, .5 }, { .75, 0 }, { .5, .25 }, { .75, .75 } };

#define MOST_TRIES 5  /* to find the end of a line that was cut */
#define MOST_MISSED 8 /* lines of a page that are looked for one by one */
#define CELL 6.0      /* points: nearer than lines are to each other */

static CogPdfSelection *
new_empty (void)
{
  CogPdfSelection *self = g_new0 (CogPdfSelection, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (PopplerRectangle));
  self->looks = g_ptr_array_new ();
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)poppler_page_free_text_attributes);
  return self;
}

void
cog_pdf_selection_free (CogPdfSelection *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->letters, g_array_unref);
  g_array_unref (self->boxes);
  g_ptr_array_unref (self->looks);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/* The letters of an area, whose boxes and looks are added to those that are there. (transfer full)
 */
static GArray *
read_area (CogPdfSelection *self, PopplerPage *page, PopplerRectangle *area, const char *text)
{
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0, first = self->boxes->len;
  GArray *letters;
  GList *looks;

  if (!poppler_page_get_text_layout_for_area (page, area, &boxes, &n_boxes))
    return g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  g_array_append_vals (self->boxes, boxes, n_boxes);
  g_free (boxes);
  g_ptr_array_set_size (self->looks, (int)self->boxes->len);
  looks = poppler_page_get_text_attributes_for_area (page, area);
  g_ptr_array_add (self->lists, looks);
  for (GList *l = looks; l != NULL; l = l->next)
    {
      PopplerTextAttributes *look = l->data;

      for (int i = MAX (0, look->start_index); i <= look->end_index && i < (int)n_boxes; i++)
        self->looks->pdata[first + (guint)i] = look;
    }
  letters = cog_pdf_letters_new (text, n_boxes);
  for (guint i = 0; i < letters->len; i++)
    g_array_index (letters, CogPdfLetter, i).box += first;
  return letters;
}

/* A letter at a place, to a quarter of a point. */
static gint64
get_key (const CogPdfSelection *self, const CogPdfLetter *letter)
{
  const PopplerRectangle *box = &g_array_index (self->boxes, PopplerRectangle, letter->box);

  return ((gint64)letter->letter << 42) ^ ((gint64)(lround (box->x1 * 4) & 0x1fffff) << 21) ^
         (gint64)(lround (box->y1 * 4) & 0x1fffff);
}

static void
add_keys (const CogPdfSelection *self, const GArray *letters, GHashTable *keys)
{
  for (guint i = 0; i < letters->len; i++)
    {
      gint64 key = get_key (self, &g_array_index (letters, CogPdfLetter, i));

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }
}

static gboolean
is_known (const CogPdfSelection *self, const CogPdfLetter *letter, GHashTable *keys)
{
  gint64 key = get_key (self, letter);

  return g_hash_table_contains (keys, &key);
}

static guint
find_letter (const CogPdfSelection *self, const CogPdfLetter *letter)
{
  gint64 key = get_key (self, letter);
  guint i = 0;

  while (i < self->letters->len &&
         get_key (self, &g_array_index (self->letters, CogPdfLetter, i)) != key)
    i++;
  return i;
}

/* What another sweep has found besides goes where it has it: behind the letter before, or else
 * before the one behind. */
static void
take_new (CogPdfSelection *self, GArray *found, GHashTable *keys)
{
  guint n_fragments = 0;
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));

  for (guint i = 0; i < self->letters->len; i++)
    n_fragments = MAX (n_fragments, g_array_index (self->letters, CogPdfLetter, i).fragment + 1);
  for (guint i = 0; i < found->len; i++)
    g_array_index (found, CogPdfLetter, i).fragment += n_fragments;
  for (guint i = 0, end; i < found->len; i = end)
    {
      const CogPdfLetter *first = &g_array_index (found, CogPdfLetter, i);
      guint at = 0;

      end = i + 1;
      if (is_known (self, first, keys))
        continue;
      while (end < found->len && !is_known (self, &g_array_index (found, CogPdfLetter, end), keys))
        end++;
      if (i > 0)
        at = find_letter (self, first - 1) + 1;
      else if (end < found->len)
        at = find_letter (self, &g_array_index (found, CogPdfLetter, end));
      g_array_insert_vals (self->letters, MIN (at, self->letters->len), first, end - i);
      g_array_append_vals (added, first, end - i);
      add_keys (self, added, keys);
      g_array_set_size (added, 0);
    }
}

/* Most sweeps find the same lines: they need not be looked at letter by letter. */
static gboolean
has_new_lines (const char *text, GHashTable *lines)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  gboolean is_new = FALSE;

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_hash_table_contains (lines, all[i]))
      {
        is_new = TRUE;
        g_hash_table_add (lines, g_strdup (all[i]));
      }
  return is_new;
}

/* The letters of the first line of a text, or of the last one. */
static guint
count_letters (const char *text, gboolean is_last)
{
  const char *start = is_last ? strrchr (text, '\n') : NULL;
  guint n = 0;

  for (const char *p = start != NULL ? start + 1 : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        break;
      n += !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
    }
  return n;
}

/* The letters of a line, the first or the last one that was found, and how far they reach. */
static void
measure_line (const CogPdfSelection *self,
              const GArray *found,
              guint n,
              gboolean is_last,
              double *left,
              double *right)
{
  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  for (guint i = 0; i < found->len && n > 0; i++)
    {
      const CogPdfLetter *letter =
          &g_array_index (found, CogPdfLetter, is_last ? found->len - 1 - i : i);
      const PopplerRectangle *box = &g_array_index (self->boxes, PopplerRectangle, letter->box);

      if (g_unichar_isspace (letter->letter))
        continue;
      *left = MIN (*left, MIN (box->x1, box->x2));
      *right = MAX (*right, MAX (box->x1, box->x2));
      n--;
    }
}

/* The first letters of a text's last line. */
static gunichar
get_first_letter (const char *text)
{
  const char *start = strrchr (text, '\n');

  for (const char *p = start != NULL ? start + 1 : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        return c;
    }
  return 0;
}

/* The last line that a sweep has is not the last one that it touches: it ended right of that line,
 * which has its right edge where the others have theirs. */
static gboolean
reach_last_line (const CogPdfSelection *self,
                 const GArray *found,
                 const char *text,
                 const char *whole,
                 PopplerRectangle *area)
{
  guint n = count_letters (text, TRUE), n_whole = count_letters (whole, TRUE);
  double left, right, edge, end;

  if (n == 0 || n_whole == 0 ||
      (n <= n_whole && get_first_letter (text) == get_first_letter (whole)))
    return FALSE;
  measure_line (self, found, n, TRUE, &left, &right);
  edge = right;
  measure_line (self, found, found->len, TRUE, &end, &edge);
  end = edge - (right - left) / n * n_whole - 1;
  if (!isfinite (end) || fabs (end - area->x2) < 1)
    return FALSE;
  area->x2 = end;
  return TRUE;
}

/* A sweep that begins or ends within a line cuts it. Moves its ends to where the line ends if its
 * other letters are as wide as those that are there: far enough from the line, another one would
 * be nearer. FALSE: nothing is cut. */
static gboolean
widen (const CogPdfSelection *self,
       PopplerPage *page,
       const GArray *found,
       const char *text,
       PopplerRectangle *area)
{
  g_autofree char *whole = poppler_page_get_selected_text (page, POPPLER_SELECTION_LINE, area);
  gboolean is_cut = FALSE;

  if (whole != NULL && reach_last_line (self, found, text, whole, area))
    return TRUE;
  /* Where nothing was new, what is cut was cut before. */
  for (int is_last = 0; found != self->letters && whole != NULL && is_last <= 1; is_last++)
    {
      guint n = count_letters (text, is_last), n_whole = count_letters (whole, is_last);
      double left, right, rest;

      if (n == 0 || n_whole <= n)
        continue;
      measure_line (self, found, n, is_last, &left, &right);
      rest = (right - left) / n * (n_whole - n);
      if (!isfinite (rest) || rest <= 0)
        continue;
      if (is_last)
        area->x2 = left - rest;
      else
        area->x1 = right + rest;
      is_cut = TRUE;
    }
  return is_cut;
}

/* What was found so far, and how. */
typedef struct
{
  CogPdfSelection *selection;
  PopplerPage *page;
  GHashTable *keys;  /* (element-type gint64): letters at their places */
  GHashTable *lines; /* (element-type utf8) */
} Sweeping;

static void
sweep_area (Sweeping *s, PopplerRectangle *area)
{
  for (guint k = 0; k < MOST_TRIES; k++)
    {
      g_autofree char *text = poppler_page_get_text_for_area (s->page, area);
      g_autoptr (GArray) found = NULL;

      if (text == NULL)
        break;
      if (has_new_lines (text, s->lines))
        {
          found = read_area (s->selection, s->page, area, text);
          take_new (s->selection, found, s->keys);
        }
      else if (k > 0)
        break;
      if (!widen (s->selection, s->page, found != NULL ? found : s->selection->letters, text, area))
        break;
    }
}

static gpointer
get_cell (double x, double y)
{
  return GUINT_TO_POINTER (
      ((guint)CLAMP (x / CELL, 0, 0x7fff) << 16 | (guint)CLAMP (y / CELL, 0, 0x7fff)) + 1);
}

/* The places where letters stand, as cells of a grid. */
static GHashTable *
collect_cells (const CogPdfSelection *self)
{
  GHashTable *cells = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->letters->len; i++)
    {
      guint number = g_array_index (self->letters, CogPdfLetter, i).box;
      const PopplerRectangle *box = &g_array_index (self->boxes, PopplerRectangle, number);
      double x = (box->x1 + box->x2) / 2, y = (box->y1 + box->y2) / 2;

      for (int k = 0; k < 9; k++)
        g_hash_table_add (cells, get_cell (x + (k % 3 - 1) * CELL, y + (k / 3 - 1) * CELL));
    }
  return cells;
}

/* A line that the page shows and no sweep has found, as is the last one of some pages: one ends
 * there. */
static void
sweep_missed (Sweeping *s, double width, const CogPdfMarks *marks)
{
  g_autoptr (GHashTable) cells = collect_cells (s->selection);
  guint n_tried = 0;

  for (guint i = 0; i < marks->shows->len && n_tried < MOST_MISSED; i++)
    {
      const CogPdfShow *show = &g_array_index (marks->shows, CogPdfShow, i);
      double x = (show->x + show->end_x) / 2, y = (show->y + show->end_y) / 2 - show->size * .3;
      PopplerRectangle area = { width, 0, MIN (show->x, show->end_x), show->y };

      if (show->is_invisible || g_hash_table_contains (cells, get_cell (x, y)))
        continue;
      n_tried++;
      sweep_area (s, &area);
      g_hash_table_unref (cells);
      cells = collect_cells (s->selection);
    }
}

static void
sweep (
    CogPdfSelection *self, PopplerPage *page, double width, double height, const CogPdfMarks *marks)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sweeping s = { self, page, keys, lines };

  self->letters = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  for (guint i = 0; i < G_N_ELEMENTS (sweeps); i++)
    {
      PopplerRectangle area = { width * sweeps[i].from, 0, width * sweeps[i].to, height };

      sweep_area (&s, &area);
    }
  if (marks != NULL)
    sweep_missed (&s, width, marks);
}

CogPdfSelection *
cog_pdf_selection_new (PopplerPage *page, double width, double height, const CogPdfMarks *marks)
{
  CogPdfSelection *self;
  /* To beyond the right edge: a line that runs over it would be nearer than all below it. */
  PopplerRectangle area = { 0, 0, 2 * width, height };
  g_autofree char *text = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  self = new_empty ();
  text = poppler_page_get_text_for_area (page, &area);
  if (text != NULL && strstr (text, "\u202b") == NULL)
    self->letters = read_area (self, page, &area, text);
  else if (text != NULL)
    sweep (self, page, width, height, marks);
  if (self->letters == NULL)
    self->letters = g_array_new (FALSE, FALSE, sizeof (CogPdfLetter));
  return self;
}
