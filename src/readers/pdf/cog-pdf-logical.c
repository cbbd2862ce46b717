/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-logical.h"

#include "cog-pdf-bidi.h"
#include "cog-pdf-joiner.h"

#include <math.h>

#define GAP 0.13       /* of the size: a wider one is a space */
#define LEAST_GAP 0.05 /* where poppler has a space */
#define REACH 1.5      /* of the size: words of a line are no further apart */

/* What is moved as one: a letter with the marks on it, or a space. */
typedef struct
{
  guint word; /* index in the page's words */
  guint first, n;
} Atom;

/* Words that stand beside each other in one line. */
typedef struct
{
  guint first;   /* that poppler has first: where the line stands among the others */
  GArray *words; /* (element-type guint): from left to right */
  GArray *atoms; /* (element-type Atom) (nullable): it is left as it is */
  GArray *units; /* (element-type CogPdfBidiUnit): in the order of the text */
} Line;

typedef struct
{
  const CogPdfFile *file;
  CogPdfPage *page;
  const GArray *ranges, *letters;
  const PopplerRectangle *boxes;
  GArray *lines; /* (element-type Line) */
  gboolean is_rtl;
  gboolean brackets_are_drawn;
} Order;

static const CogPdfLetter *
get_letters (const Order *o, guint word, guint *n)
{
  const CogPdfLetterRange *range = &g_array_index (o->ranges, CogPdfLetterRange, word);

  *n = range->n;
  return &g_array_index (o->letters, CogPdfLetter, range->first);
}

static const CogPdfWord *
get_word (const Order *o, guint i)
{
  return &g_array_index (o->page->words, CogPdfWord, i);
}

static double
get_gap (const CogPdfWord *a, const CogPdfWord *b)
{
  return MAX (b->x - (a->x + a->width), a->x - (b->x + b->width));
}

static gboolean
is_level (const CogPdfWord *a, const CogPdfWord *b)
{
  double overlap = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return !a->is_turned && !b->is_turned && overlap >= 0.5 * MIN (a->height, b->height) &&
         fabs (a->baseline - b->baseline) < 0.6 * MAX (a->size, b->size);
}

static gboolean
has_rtl (const Order *o, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    if (get_letters (o, i, &(guint){ 0 })->is_in_rtl)
      return TRUE;
  return FALSE;
}

static void
reverse (Atom *atoms, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      Atom kept = atoms[i];

      atoms[i] = atoms[n - 1 - i];
      atoms[n - 1 - i] = kept;
    }
}

/* The atoms of a word as they are seen from left to right: what runs from right to left was turned
 * by poppler, with the runs from left to right in it as they are. */
static void
add_atoms (const Order *o, guint word, GArray *all)
{
  guint n, first = all->len, n_atoms;
  const CogPdfLetter *letters = get_letters (o, word, &n);
  guint start = g_array_index (o->ranges, CogPdfLetterRange, word).first;
  Atom *atoms;

  for (guint i = 0; i < n;)
    {
      Atom atom = { word, start + i, 1 };

      for (i++; i < n && g_unichar_ismark (letters[i].letter); i++)
        atom.n++;
      g_array_append_val (all, atom);
    }
  if (!letters[0].is_in_rtl)
    return;
  atoms = &g_array_index (all, Atom, first);
  n_atoms = all->len - first;
  reverse (atoms, n_atoms);
  for (guint i = 0; i < n_atoms; i++)
    {
      guint end = i;

      while (end < n_atoms && !letters[atoms[end].first - start].is_rtl)
        end++;
      if (end > i)
        reverse (atoms + i, end - i);
      i = MAX (end, i);
    }
}

static gboolean
is_spaced (const Order *o, guint left, guint right)
{
  const CogPdfWord *a = get_word (o, left), *b = get_word (o, right);
  double size = MAX (1, MIN (a->size, b->size));
  double gap = get_gap (a, b);
  gboolean is_told =
      (right == left + 1 && b->space_before) || (left == right + 1 && a->space_before);

  return gap > (is_told ? LEAST_GAP : GAP) * size;
}

static int
compare_x (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *o = user_data;
  const CogPdfWord *one = get_word (o, *(const guint *)a), *two = get_word (o, *(const guint *)b);

  return one->x < two->x ? -1 : one->x > two->x ? 1 : 0;
}

/* Code is set from left to right whatever stands around it, signs at its ends too. */
static gboolean
is_code (const Order *o, guint word)
{
  guint n;
  const CogPdfLetter *letters = get_letters (o, word, &n);

  for (guint i = 0; i < n; i++)
    if (letters[i].is_rtl)
      return FALSE;
  return cog_pdf_file_get_font (o->file, get_word (o, word)->font)->is_fixed;
}

static void
order_line (Order *o, Line *line)
{
  CogPdfBidiUnit *units;

  line->atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  line->units = g_array_new (FALSE, FALSE, sizeof (CogPdfBidiUnit));
  for (guint i = 0; i < line->words->len; i++)
    {
      guint word = g_array_index (line->words, guint, i);

      if (i > 0 && is_spaced (o, g_array_index (line->words, guint, i - 1), word))
        g_array_append_val (line->atoms, ((Atom){ word, 0, 0 }));
      add_atoms (o, word, line->atoms);
    }
  for (guint i = 0; i < line->atoms->len; i++)
    {
      const Atom *atom = &g_array_index (line->atoms, Atom, i);
      CogPdfBidiUnit unit = cog_pdf_bidi_unit_new (
          atom->n > 0 ? g_array_index (o->letters, CogPdfLetter, atom->first).letter : ' ', i);

      if (atom->n > 0 && is_code (o, atom->word))
        unit.type = COG_PDF_BIDI_LEFT;
      g_array_append_val (line->units, unit);
    }
  units = (CogPdfBidiUnit *)(gpointer)line->units->data;
  cog_pdf_bidi_order (units, line->units->len,
                      cog_pdf_bidi_runs_to_left (units, line->units->len, o->is_rtl));
}

/* Cells of a table, and columns, stand level too: far apart. */
static void
add_lines (Order *o, guint first, guint n)
{
  g_autoptr (GArray) by_x = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_turned = has_rtl (o, first, n);
  guint n_before = o->lines->len, last = 0;

  for (guint i = first; i < first + n; i++)
    g_array_append_val (by_x, i);
  if (is_turned)
    g_array_sort_with_data (by_x, compare_x, o);
  for (guint i = 0; i < n; i++)
    {
      guint word = g_array_index (by_x, guint, i);
      const CogPdfWord *here = get_word (o, word);
      Line *line;

      if (i == 0 || (is_turned && get_gap (get_word (o, last), here) > REACH * here->size))
        {
          Line added = { word, g_array_new (FALSE, FALSE, sizeof (guint)), NULL, NULL };

          g_array_append_val (o->lines, added);
        }
      line = &g_array_index (o->lines, Line, o->lines->len - 1);
      g_array_append_val (line->words, word);
      line->first = MIN (line->first, word);
      last = word;
    }
  for (guint i = n_before; is_turned && i < o->lines->len; i++)
    order_line (o, &g_array_index (o->lines, Line, i));
}

static int
compare_first (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *two = b;

  return one->first < two->first ? -1 : one->first > two->first ? 1 : 0;
}

static void
find_lines (Order *o)
{
  for (guint i = 0, end; i < o->page->words->len; i = end)
    {
      for (end = i + 1; end < o->page->words->len; end++)
        if (!is_level (get_word (o, end - 1), get_word (o, end)))
          break;
      add_lines (o, i, end - i);
    }
  g_array_sort (o->lines, compare_first);
}

static void
measure_direction (Order *o)
{
  guint n_right = 0, n_left = 0;

  for (guint i = 0; i < o->letters->len; i++)
    {
      CogPdfBidiUnit unit =
          cog_pdf_bidi_unit_new (g_array_index (o->letters, CogPdfLetter, i).letter, 0);

      n_right += unit.type == COG_PDF_BIDI_RIGHT;
      n_left += unit.type == COG_PDF_BIDI_LEFT;
    }
  o->is_rtl = n_right > n_left;
}

static void
measure_brackets (Order *o)
{
  guint n_meant = 0, n_drawn = 0;

  for (guint i = 0; i < o->lines->len; i++)
    {
      const Line *line = &g_array_index (o->lines, Line, i);

      if (line->units != NULL)
        cog_pdf_bidi_vote_brackets ((const CogPdfBidiUnit *)(gpointer)line->units->data,
                                    line->units->len, &n_meant, &n_drawn);
    }
  o->brackets_are_drawn = n_drawn > n_meant;
}

/* Units of one word that follow each other: a word again. */
static void
add_piece (const Order *o, const Line *line, guint first, guint end, GArray *words)
{
  const CogPdfBidiUnit *units = (const CogPdfBidiUnit *)(gpointer)line->units->data;
  const Atom *atoms = (const Atom *)(gpointer)line->atoms->data;
  CogPdfWord word = *get_word (o, atoms[units[first].index].word);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *composed = NULL;
  CogPdfBox box = { 0 };

  word.space_before =
      first > 0 ? atoms[units[first - 1].index].n == 0 : get_word (o, line->first)->space_before;
  word.is_rtl = 0;
  for (guint i = first; i < end; i++)
    for (guint k = 0; k < atoms[units[i].index].n; k++)
      {
        const CogPdfLetter *letter =
            &g_array_index (o->letters, CogPdfLetter, atoms[units[i].index].first + k);
        const PopplerRectangle *area = &o->boxes[letter->box];
        CogPdfBox part = { MIN (area->x1, area->x2), word.y, fabs (area->x2 - area->x1),
                           word.height };
        gunichar shown = letter->letter;

        if (o->brackets_are_drawn && units[i].level % 2 == 1 &&
            (cog_pdf_bidi_is_opening (shown) || cog_pdf_bidi_is_closing (shown)))
          g_unichar_get_mirror_char (shown, &shown);
        if (letter->is_parted && !(i == first && k == 0 && word.space_before))
          g_string_append_unichar (text, COG_PDF_NON_JOINER);
        cog_pdf_letters_append (text, shown);
        box = cog_pdf_box_join (&box, &part);
        word.is_rtl |= units[i].type == COG_PDF_BIDI_RIGHT;
      }
  composed = g_utf8_normalize (text->str, (gssize)text->len, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL || composed[0] == '\0')
    return;
  word.x = box.x;
  word.width = box.width;
  word.text = g_string_chunk_insert_const (o->page->strings, composed);
  g_array_append_val (words, word);
}

static void
add_line (const Order *o, const Line *line, GArray *words)
{
  if (line->units == NULL)
    {
      for (guint i = 0; i < line->words->len; i++)
        g_array_append_vals (words, get_word (o, g_array_index (line->words, guint, i)), 1);
      return;
    }
  for (guint i = 0, end; i < line->units->len; i = end)
    {
      const Atom *atoms = (const Atom *)(gpointer)line->atoms->data;
      const CogPdfBidiUnit *units = (const CogPdfBidiUnit *)(gpointer)line->units->data;

      end = i + 1;
      if (atoms[units[i].index].n == 0)
        continue;
      while (end < line->units->len && atoms[units[end].index].n > 0 &&
             atoms[units[end].index].word == atoms[units[i].index].word)
        end++;
      add_piece (o, line, i, end, words);
    }
}

void
cog_pdf_logical_order (const CogPdfFile *file,
                       CogPdfPage *page,
                       const GArray *ranges,
                       const GArray *letters,
                       const PopplerRectangle *boxes)
{
  Order o = { file, page, ranges, letters, boxes, NULL, FALSE, FALSE };
  GArray *words;

  g_return_if_fail (file != NULL && page != NULL && ranges != NULL && letters != NULL &&
                    ranges->len == page->words->len);

  if (page->words->len == 0 || !has_rtl (&o, 0, page->words->len))
    return;
  o.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  words = g_array_sized_new (FALSE, TRUE, sizeof (CogPdfWord), page->words->len);
  measure_direction (&o);
  find_lines (&o);
  measure_brackets (&o);
  for (guint i = 0; i < o.lines->len; i++)
    {
      Line *line = &g_array_index (o.lines, Line, i);

      add_line (&o, line, words);
      g_clear_pointer (&line->words, g_array_unref);
      g_clear_pointer (&line->atoms, g_array_unref);
      g_clear_pointer (&line->units, g_array_unref);
    }
  g_array_unref (o.lines);
  g_array_unref (page->words);
  page->words = words;
}
