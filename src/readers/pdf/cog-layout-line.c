/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include "cog-pdf-bidi.h"

#include <math.h>
#include <string.h>

#define SEGMENT_GAP 0.9 /* em: a gutter between columns is wider */
#define CELL_GAP 1.05   /* em: wider than spaces get in justified lines */
#define SPACE_GAP 0.12  /* em */
#define SCRIPT_SIZE .86 /* of the size of what it belongs to, at most */
#define SCRIPT_GAP .15  /* em */

CogLayoutLine *
cog_layout_line_new (guint page, gboolean is_rtl)
{
  CogLayoutLine *line = g_new0 (CogLayoutLine, 1);

  line->page = page;
  line->is_rtl = is_rtl;
  line->words = g_ptr_array_new ();
  line->cells = g_array_new (FALSE, TRUE, sizeof (CogLayoutCell));
  return line;
}

void
cog_layout_line_free (CogLayoutLine *line)
{
  if (line == NULL)
    return;
  g_ptr_array_unref (line->words);
  g_array_unref (line->cells);
  cog_layout_block_free (line->block);
  g_free (line->text);
  g_free (line);
}

CogLayoutLine *
cog_layout_line_new_for_block (CogLayoutBlock *block)
{
  CogLayoutLine *line;

  g_return_val_if_fail (block != NULL, NULL);

  line = cog_layout_line_new (block->page, block->is_rtl);
  line->block = block;
  line->box = block->box;
  line->baseline = block->box.y + block->box.height;
  line->size = 1;
  line->text = g_strdup ("");
  return line;
}

gboolean
cog_layout_is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const CogPdfWord *one = *(const CogPdfWord *const *)a, *two = *(const CogPdfWord *const *)b;

  return one->x < two->x ? -1 : one->x > two->x ? 1 : 0;
}

static double
get_gap (const CogPdfWord *a, const CogPdfWord *b)
{
  return MAX (b->x - (a->x + a->width), a->x - (b->x + b->width));
}

static void
find_cells (CogLayoutLine *line)
{
  guint first = 0;

  g_array_set_size (line->cells, 0);
  for (guint i = 1; i <= line->words->len; i++)
    {
      CogLayoutCell cell = { first, i - first, G_MAXDOUBLE, 0 };

      if (i < line->words->len &&
          get_gap (line->words->pdata[i - 1], line->words->pdata[i]) < CELL_GAP * line->size)
        continue;
      for (guint k = first; k < i; k++)
        {
          const CogPdfWord *word = line->words->pdata[k];

          cell.x1 = MIN (cell.x1, word->x);
          cell.x2 = MAX (cell.x2, word->x + word->width);
        }
      g_array_append_val (line->cells, cell);
      first = i;
    }
}

/* Most letters decide on the size; small ones above or below the line are scripts. */
static void
measure (const CogPdfFile *file, CogLayoutLine *line)
{
  double best = 0;
  guint n_bold = 0, n_italic = 0, n_fixed = 0;

  line->n_letters = 0;
  line->box = (CogPdfBox){ 0 };
  for (guint i = 0; i < line->words->len; i++)
    {
      const CogPdfWord *word = line->words->pdata[i];
      const CogPdfFont *font = cog_pdf_file_get_font (file, word->font);
      CogPdfBox box = cog_pdf_word_get_box (word);
      guint n = (guint)g_utf8_strlen (word->text, -1);
      double weight = 0;

      line->box = cog_pdf_box_join (&line->box, &box);
      line->n_letters += n;
      n_bold += font->is_bold ? n : 0;
      n_italic += font->is_italic ? n : 0;
      n_fixed += font->is_fixed ? n : 0;
      for (guint k = 0; k < line->words->len; k++)
        {
          const CogPdfWord *other = line->words->pdata[k];

          if (fabs (other->size - word->size) < 0.3)
            weight += (double)strlen (other->text);
        }
      if (weight > best)
        {
          best = weight;
          line->size = word->size;
          line->baseline = word->baseline;
          line->colour = word->colour;
        }
    }
  line->is_bold = n_bold > 0 && n_bold * 10 >= line->n_letters * 9;
  line->is_italic = n_italic > 0 && n_italic * 10 >= line->n_letters * 9;
  line->is_fixed = n_fixed > 0 && n_fixed * 10 >= line->n_letters * 9;
}

static void
mark_scripts (CogLayoutLine *line)
{
  for (guint i = 0; i < line->words->len; i++)
    {
      CogPdfWord *word = line->words->pdata[i];

      word->is_raised =
          word->size < 0.86 * line->size && word->baseline < line->baseline - 0.16 * line->size;
      word->is_lowered =
          word->size < 0.86 * line->size && word->baseline > line->baseline + 0.06 * line->size;
    }
}

/* Some programs draw labels of items close to their text. */
static gboolean
is_label (const char *text)
{
  const char *p = text;
  gunichar c = g_utf8_get_char (p);

  if (c == 0x2022 || c == 0x25e6 || (c >= 0x25a0 && c <= 0x25ff) || (c >= 0xf020 && c <= 0xf0ff))
    return *g_utf8_next_char (p) == '\0';
  while (g_unichar_isdigit (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p > text && p - text <= 6 && (g_str_equal (p, ".") || g_str_equal (p, ")"));
}

/* Spaces are as wide as the gaps say; scripts without spaces have none. */
static gboolean
is_spaced (const CogLayoutLine *line, const CogPdfWord *left, const CogPdfWord *right)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (left->text + strlen (left->text)));
  double gap = get_gap (left, right);
  gboolean is_told = right->space_before || (line->is_rtl && left->space_before);

  if (cog_layout_is_cjk (last) && cog_layout_is_cjk (g_utf8_get_char (right->text)))
    return gap > 0.4 * line->size;
  return gap > SPACE_GAP * line->size || (is_told && gap > 0.05 * line->size);
}

/* Words as they are seen from left to right, and the spaces between them, in the order of the text.
 */
static void
order_words (CogLayoutLine *line)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (CogPdfBidiUnit));
  g_autoptr (GPtrArray) words = g_ptr_array_copy (line->words, NULL, NULL);
  gboolean has_space = FALSE;
  CogPdfBidiUnit *all;

  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfWord *word = words->pdata[i];
      CogPdfBidiUnit unit = cog_pdf_bidi_unit_new_for_word (word->text, i);

      if (i > 0 && is_spaced (line, words->pdata[i - 1], word))
        g_array_append_val (units, ((CogPdfBidiUnit){ COG_PDF_BIDI_SPACE, ' ', i }));
      g_array_append_val (units, unit);
    }
  all = (CogPdfBidiUnit *)(gpointer)units->data;
  line->is_rtl = cog_pdf_bidi_runs_to_left (all, units->len, line->is_rtl);
  cog_pdf_bidi_order (all, units->len, line->is_rtl);
  g_ptr_array_set_size (line->words, 0);
  for (guint i = 0; i < units->len; i++)
    {
      CogPdfWord *word = words->pdata[all[i].index];

      if (all[i].type == COG_PDF_BIDI_SPACE)
        {
          has_space = TRUE;
          continue;
        }
      if (line->words->len > 0)
        word->space_before = has_space;
      g_ptr_array_add (line->words, word);
      has_space = FALSE;
    }
}

static void
write_text (CogLayoutLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->words->len; i++)
    {
      CogPdfWord *word = line->words->pdata[i];

      if (i > 0 && i <= 2 && is_label (text->str) &&
          g_unichar_isalpha (g_utf8_get_char (word->text)))
        word->space_before = TRUE;
      if (i > 0 && word->space_before)
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
    }
  g_free (line->text);
  line->text = g_string_free (g_steal_pointer (&text), FALSE);
}

void
cog_layout_line_finish (const CogPdfFile *file, CogLayoutLine *line)
{
  g_return_if_fail (file != NULL && line != NULL && line->words->len > 0);

  g_ptr_array_sort (line->words, compare_x);
  measure (file, line);
  order_words (line);
  mark_scripts (line);
  write_text (line);
  find_cells (line);
}

typedef struct
{
  guint first, n; /* of the words that are looked at */
  CogPdfBox box;
  double size, baseline;
  guint group; /* the run that it belongs to */
} Run;

static double
get_overlap (const CogPdfBox *a, const CogPdfBox *b)
{
  return MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);
}

static gboolean
are_level (const CogPdfBox *a, const CogPdfBox *b)
{
  return get_overlap (a, b) >= 0.5 * MIN (a->height, b->height);
}

/* An index or exponent at the edge of its letter. Typefaces of formulas have boxes that are hardly
 * higher than their signs: those of the two overlap by little. */
static gboolean
is_script_of (const Run *script, const Run *run, double gap)
{
  return script->size < SCRIPT_SIZE * run->size && fabs (gap) < SCRIPT_GAP * run->size &&
         get_overlap (&script->box, &run->box) > 0;
}

static gboolean
are_near (const Run *one, const Run *two)
{
  const CogPdfBox *a = &one->box, *b = &two->box;
  double size = MIN (one->size, two->size);
  double gap = MAX (b->x - (a->x + a->width), a->x - (b->x + b->width));

  if (is_script_of (one, two, gap) || is_script_of (two, one, gap))
    return TRUE;
  return gap < SEGMENT_GAP * size && gap > -0.5 * size && are_level (a, b) &&
         fabs (one->baseline - two->baseline) < 0.6 * MAX (one->size, two->size);
}

static guint
find_group (GArray *runs, guint i)
{
  while (g_array_index (runs, Run, i).group != i)
    i = g_array_index (runs, Run, i).group;
  return i;
}

static Run
make_run (const CogPdfWord *word, guint first, guint group)
{
  return (Run){ first, 1, cog_pdf_word_get_box (word), word->size, word->baseline, group };
}

/* Poppler gives the words of a line one after the other, mostly. */
static GArray *
make_runs (GPtrArray *words)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (Run));

  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfWord *word = words->pdata[i];
      const CogPdfWord *last = i > 0 ? words->pdata[i - 1] : NULL;
      Run *run = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
      Run here = make_run (word, i, runs->len);
      Run before = make_run (last != NULL ? last : word, 0, 0);

      if (run != NULL && are_near (&before, &here))
        {
          run->n++;
          run->box = cog_pdf_box_join (&run->box, &here.box);
          if (word->size > run->size)
            run->baseline = word->baseline;
          run->size = MAX (run->size, word->size);
          continue;
        }
      g_array_append_val (runs, here);
    }
  return runs;
}

static GPtrArray *
pick_words (const CogPdfPage *page)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (!word->is_artifact && !word->is_taken && !word->is_turned && word->size > 0.5)
        g_ptr_array_add (words, word);
    }
  return words;
}

static void
join_runs (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    for (guint k = i + 1; k < runs->len; k++)
      {
        const Run *a = &g_array_index (runs, Run, i), *b = &g_array_index (runs, Run, k);

        if (are_near (a, b))
          g_array_index (runs, Run, find_group (runs, k)).group = find_group (runs, i);
      }
}

GPtrArray *
cog_layout_segments_new_for_words (const CogPdfFile *file,
                                   GPtrArray *words,
                                   guint page,
                                   gboolean is_rtl)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_line_free);
  g_autoptr (GPtrArray) by_group = g_ptr_array_new ();
  GArray *runs;

  g_return_val_if_fail (file != NULL && words != NULL, segments);

  runs = make_runs (words);
  join_runs (runs);
  g_ptr_array_set_size (by_group, (int)runs->len);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      guint group = find_group (runs, i);
      CogLayoutLine *line = by_group->pdata[group];

      if (line == NULL)
        {
          line = by_group->pdata[group] = cog_layout_line_new (page, is_rtl);
          g_ptr_array_add (segments, line);
        }
      for (guint k = 0; k < run->n; k++)
        g_ptr_array_add (line->words, words->pdata[run->first + k]);
    }
  g_array_unref (runs);
  for (guint i = 0; i < segments->len; i++)
    cog_layout_line_finish (file, segments->pdata[i]);
  return segments;
}

GPtrArray *
cog_layout_segments_new (const CogPdfFile *file, const CogPdfPage *page, gboolean is_rtl)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (file != NULL && page != NULL, NULL);

  words = pick_words (page);
  return cog_layout_segments_new_for_words (file, words, page->number, is_rtl);
}
