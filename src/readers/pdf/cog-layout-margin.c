/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-margin.h"

#include <math.h>
#include <string.h>

#define SAME_EDGE 2.0 /* points */
#define APART 0.6     /* em: from the text's edge */
#define WIDE 0.6      /* of the widest line: lines of the text */
#define MIN_LINES 6   /* of a text */
#define MIN_TEXT 5    /* words: of a line of text */
#define NARROW 0.45   /* of the text's width: notes */
#define MIN_LETTERS 3 /* of a note: less are labels, and numbers of lines */
#define MOST 0.25     /* of the page's letters */
#define TIGHT 1.5     /* em: from a line to the next */
#define LEVEL 0.3     /* em: lines that stand at one height */
#define FULL 0.85     /* of the text's width: a line that goes on */
#define AMID 3        /* one of so many notes stands beside a line that goes on */

/* The text of a page, from edge to edge. */
typedef struct
{
  double left, right;
  gboolean is_even; /* its lines end at one edge: beyond it, nothing is the end of a line */
} Text;

static double
get_right (const CogLayoutLine *line)
{
  return line->box.x + line->box.width;
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const CogLayoutLine *one = *(CogLayoutLine *const *)a, *two = *(CogLayoutLine *const *)b;

  return one->baseline < two->baseline   ? -1
         : one->baseline > two->baseline ? 1
         : one->box.x < two->box.x       ? -1
                                         : one->box.x > two->box.x;
}

static gboolean
is_text_line (const CogLayoutLine *line, double widest)
{
  return line->block == NULL && line->box.width >= WIDE * widest && line->words->len >= MIN_TEXT;
}

static double
find_widest (GPtrArray *segments)
{
  double widest = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];

      if (line->block == NULL)
        widest = MAX (widest, line->box.width);
    }
  return widest;
}

/* The edges that most wide lines share. Returns FALSE where there are too few. */
static gboolean
find_text (GPtrArray *segments, Text *text)
{
  double widest = find_widest (segments);
  guint most = 0, n_even, n_lines = 0;

  *text = (Text){ 0 };
  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];
      double right = get_right (line);
      guint n = 0;

      if (!is_text_line (line, widest))
        continue;
      n_lines++;
      for (guint k = 0; k < segments->len; k++)
        {
          const CogLayoutLine *other = segments->pdata[k];

          if (!is_text_line (other, widest) || fabs (other->box.x - line->box.x) > SAME_EDGE)
            continue;
          right = MAX (right, get_right (other));
          n++;
        }
      if (n > most)
        {
          most = n;
          *text = (Text){ line->box.x, right, FALSE };
        }
    }
  n_even = 0;
  for (guint i = 0; i < segments->len; i++)
    n_even += fabs (get_right (segments->pdata[i]) - text->right) < SAME_EDGE ? 1 : 0;
  text->is_even = n_even * 2 > most;
  return most >= MIN_LINES && most * 2 > n_lines;
}

static guint
count_alphabetic (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

static gboolean
is_beyond (const CogLayoutLine *line, const Text *text)
{
  return line->block == NULL && line->box.width < NARROW * (text->right - text->left) &&
         (get_right (line) < text->left - APART * line->size ||
          (text->is_even && line->box.x > text->right + APART * line->size)) &&
         count_alphabetic (line->text) >= MIN_LETTERS;
}

/* Whether a line stands beyond the edges, and another one below or above it there: the end of a
 * line whose words stand wide apart is alone. */
static gboolean
is_note (GPtrArray *segments, const Text *text, const CogLayoutLine *line)
{
  for (guint i = 0; is_beyond (line, text) && i < segments->len; i++)
    {
      const CogLayoutLine *other = segments->pdata[i];

      if (other != line && is_beyond (other, text) &&
          (fabs (other->box.x - line->box.x) < SAME_EDGE ||
           fabs (get_right (other) - get_right (line)) < SAME_EDGE))
        return TRUE;
    }
  return FALSE;
}

/* The line of the text that stands nearest above a place, or at it. (nullable) */
static const CogLayoutLine *
find_beside (GPtrArray *segments, const Text *text, double baseline, double slack)
{
  const CogLayoutLine *found = NULL;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];

      if (line->block == NULL && !is_beyond (line, text) && line->baseline < baseline + slack &&
          (found == NULL || line->baseline > found->baseline))
        found = line;
    }
  return found;
}

/* Whether the text runs on beside a note, amid a sentence. */
static gboolean
runs_on_beside (GPtrArray *segments, const Text *text, const CogLayoutLine *note)
{
  const CogLayoutLine *line = find_beside (segments, text, note->baseline, LEVEL * note->size);
  const CogLayoutLine *above =
      line != NULL ? find_beside (segments, text, line->baseline, -LEVEL * line->size) : NULL;

  return above != NULL && line->baseline - above->baseline < TIGHT * line->size &&
         note->baseline - line->baseline < TIGHT * line->size &&
         above->box.width > FULL * (text->right - text->left) &&
         !g_unichar_isupper (g_utf8_get_char (line->text)) &&
         strchr (".:;?!", above->text[strlen (above->text) - 1]) == NULL;
}

/* Whether what stands beyond the edges heeds the text no more than notes do. */
static gboolean
are_notes (GPtrArray *segments, const Text *text)
{
  guint n_notes = 0, n_amid = 0, n_letters = 0, n_all = 0;
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < segments->len; i++)
    {
      const CogLayoutLine *line = segments->pdata[i];

      n_all += line->n_letters;
      /* A line that is no note's stands there: it is a column. */
      if (line->block == NULL && line->box.width >= NARROW * (text->right - text->left) &&
          (get_right (line) < text->left || line->box.x > text->right))
        return FALSE;
      if (!is_note (segments, text, line))
        continue;
      n_letters += line->n_letters;
      if (line->baseline - last > TIGHT * line->size)
        {
          n_notes++;
          n_amid += runs_on_beside (segments, text, line) ? 1 : 0;
        }
      last = line->baseline;
    }
  return n_amid > 0 && n_amid * AMID >= n_notes && n_letters < MOST * n_all;
}

GPtrArray *
cog_layout_margin_take (GPtrArray *segments, gboolean is_rtl)
{
  GPtrArray *notes;
  Text text;

  g_return_val_if_fail (segments != NULL, NULL);

  if (is_rtl || !find_text (segments, &text))
    return NULL;
  g_ptr_array_sort (segments, compare_y);
  if (!are_notes (segments, &text))
    return NULL;
  notes = g_ptr_array_new ();
  for (guint i = 0; i < segments->len; i++)
    if (is_note (segments, &text, segments->pdata[i]))
      g_ptr_array_add (notes, segments->pdata[i]);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_remove (segments, notes->pdata[i]);
  return notes;
}

static gboolean
is_of_margin (const CogLayoutBlock *block)
{
  return block->lines->len > 0 && ((CogLayoutLine *)block->lines->pdata[0])->is_margin;
}

void
cog_layout_margin_place (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_return_if_fail (blocks != NULL);

  for (guint i = blocks->len; i > 0; i--)
    if (is_of_margin (blocks->pdata[i - 1]))
      g_ptr_array_add (notes, g_ptr_array_steal_index (blocks, i - 1));
  /* From the last to the first: those beside one paragraph keep their order. */
  for (guint i = 0; i < notes->len; i++)
    {
      CogLayoutBlock *note = notes->pdata[i];
      guint place = 0;

      for (guint k = 0; k < blocks->len; k++)
        {
          const CogLayoutBlock *block = blocks->pdata[k];

          if (block->box.y < note->box.y + note->box.height / 2 && !is_of_margin (block))
            place = k + 1;
        }
      note->is_margin = TRUE;
      g_ptr_array_insert (blocks, (int)place, note);
    }
}
