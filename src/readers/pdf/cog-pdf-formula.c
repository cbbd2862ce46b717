/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-formula.h"

#include "cog-pdf-formula-private.h"

#include <math.h>
#include <string.h>

#define CLOSE .55       /* of the size: signs of a formula stand no farther from each other */
#define OVER .1         /* of the size that boxes share in height, to be in a row */
#define SMALL .85       /* of the size: what stands over something */
#define HANGING .25     /* of the size, between signs of mathematics */
#define WIDE 1.7        /* of the size, between parts of a formula that stands alone */
#define LOOSE .15       /* of the size, above and below it */
#define MIN_TEXT 3      /* words that make a line of text */
#define LINE 12.0       /* of the size to either side, where they are looked for */
#define FILLED .5       /* of a bar that words stand at */
#define AT_BAR .45      /* of the size from a fraction bar to what stands above or below it */
#define BESIDE 1.8      /* of the size: a word that near is of the same line of text */
#define MAX_PIECES 400  /* of a formula */
#define TALLEST 4.0     /* of the size: a root or brace that was drawn */
#define MARGIN .2       /* of the size: roots and braces reach over their letters */
#define TAB 8.0         /* of the size: "= 8" behind the longest side of several equations */
#define NUMBER_FAR 40.0 /* of the size: "(1.2)" at the margin */

void
cog_pdf_formula_free (CogPdfFormula *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_free (self->text);
  g_free (self);
}

/* Letters of mathematics, and signs that stand nowhere else: "≤" and "≈" do. */
static gboolean
is_math_sign (gunichar c)
{
  return (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0x2200 && c <= 0x220d) || c == 0x220f ||
         c == 0x2211 || (c >= 0x221a && c <= 0x2235 && c != 0x2223) ||
         (c >= 0x2282 && c <= 0x228b) || (c >= 0x27e6 && c <= 0x27ef) ||
         (c >= 0x2a00 && c <= 0x2aff);
}

static gboolean
is_operator (gunichar c)
{
  return strchr ("=<>+", (int)(c < 128 ? c : 1)) != NULL || c == 0x2212 || c == 0xb1 || c == 0xd7 ||
         c == 0xf7 || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2200 && c <= 0x22ff);
}

/* TeX's typefaces for mathematics, those of its successors, and those of formula editors. */
static gboolean
is_math_font (const char *name)
{
  static const char *const starts[] = { "CMMI", "CMSY", "CMEX",    "CMBSY", "MSAM",
                                        "MSBM", "EUFM", "EUSM",    "RSFS",  "MTMI",
                                        "MTSY", "MTEX", "MTExtra", "rsfs",  "LMMath",
                                        "txsy", "txmi", "pxsy",    "pxmi",  "esint" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (name, starts[i]))
      return TRUE;
  return strstr (name, "Math") != NULL && strstr (name, "Mathias") == NULL;
}

/* Their signs hang from the line, and have letters for names (Knuth, Computer Modern Typefaces). */
static gboolean
is_extension_font (const char *name)
{
  return g_str_has_prefix (name, "CMEX") || g_str_has_prefix (name, "MTEX") ||
         g_str_has_prefix (name, "LMMathExtension") || g_str_has_prefix (name, "txex");
}

/* (nullable): a part of a bracket */
static const char *
name_extension (const char *text)
{
  static const struct
  {
    const char *codes, *sign;
  } all[] = { { "PX", "∑" }, { "QY", "∏" }, { "RZ", "∫" }, { "pqrs", "√" } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strlen (text) == 1 && strchr (all[i].codes, text[0]) != NULL)
      return all[i].sign;
  return NULL;
}

static gboolean
is_function (const char *text)
{
  static const char *const all[] = { "sin", "cos", "tan", "log", "ln",  "exp", "lim", "max",
                                     "min", "mod", "det", "cot", "sec", "gcd", "arg", "deg" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (text, all[i]))
      return TRUE;
  return FALSE;
}

static void
judge (const CogPdfFile *file, CogFormulaPiece *piece)
{
  const char *text = piece->word->text;
  const char *font = cog_pdf_file_get_font (file, piece->word->font)->name;
  gboolean is_math = is_math_font (font);
  guint n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      is_math |= is_math_sign (c);
      piece->is_operator |= is_operator (c);
      n_letters += g_unichar_isalpha (c);
      piece->has_letters |= g_unichar_isalnum (c);
    }
  if (is_extension_font (font))
    {
      piece->extension = name_extension (text);
      piece->is_extension = piece->is_operator = TRUE;
      piece->box.y = piece->word->baseline;
      piece->box.height = 1.5 * piece->word->size;
    }
  piece->is_sign = is_math;
  piece->is_ordinary = !is_math && n_letters > 1 && !is_function (text);
}

/* Of a word, what its letters fill: lines of a paragraph do not touch then. */
static CogPdfBox
get_inked (const CogPdfWord *word)
{
  return (CogPdfBox){ word->x, word->baseline - .72 * word->size, word->width, .92 * word->size };
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

/* The size of most letters: fonts of drawn ones (Type 3) tell theirs wrongly, and on a page full of
 * formulas each digit is a word. */
static double
get_usual_size (const CogPdfPage *page)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      for (glong n = g_utf8_strlen (word->text, -1); n > 0; n--)
        g_array_append_val (sizes, word->size);
    }
  g_array_sort (sizes, compare_numbers);
  return sizes->len > 0 ? g_array_index (sizes, double, sizes->len / 2) : 10;
}

static gboolean
is_root (const CogFormulaPiece *piece)
{
  return piece->is_extension ? g_strcmp0 (piece->extension, "√") == 0
                             : g_str_equal (piece->word->text, "√");
}

/* Its sign hangs from the bar that follows it, wherever its typeface has put its line. */
static void
hang_roots (GArray *pieces, double size)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      CogFormulaPiece *root = &g_array_index (pieces, CogFormulaPiece, i);

      if (root->word == NULL || !is_root (root))
        continue;
      for (guint k = 0; k < pieces->len; k++)
        {
          const CogFormulaPiece *bar = &g_array_index (pieces, CogFormulaPiece, k);

          if (bar->word != NULL || fabs (bar->box.x - root->box.x - root->box.width) > .15 * size ||
              fabs (bar->box.y - root->box.y) > size)
            continue;
          root->box.y = bar->box.y;
          root->box.height = .7 * size;
        }
    }
}

static gboolean
is_arrow (const CogFormulaPiece *piece)
{
  gunichar c = piece->word != NULL ? g_utf8_get_char (piece->word->text) : 0;

  return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x27f0 && c <= 0x27ff);
}

/* A word on an arrow says what it does; it is none of the text. */
static void
label_arrows (GArray *pieces, double size)
{
  for (guint i = 0, n = 0; i < pieces->len && n < MAX_PIECES; i++)
    {
      const CogFormulaPiece *arrow = &g_array_index (pieces, CogFormulaPiece, i);

      n += is_arrow (arrow);
      for (guint k = 0; is_arrow (arrow) && k < pieces->len; k++)
        {
          CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, k);
          double gap = MAX (piece->box.y - arrow->box.y - arrow->box.height,
                            arrow->box.y - piece->box.y - piece->box.height);
          double off = piece->box.x + piece->box.width / 2 - arrow->box.x - arrow->box.width / 2;

          if (piece->word != NULL && piece->word->size < SMALL * size && gap < CLOSE * size &&
              fabs (piece->word->baseline - arrow->word->baseline) > OVER * size &&
              fabs (off) < CLOSE * size)
            piece->is_ordinary = FALSE;
        }
    }
}

static void
add_lines (GArray *pieces, const CogPdfPage *page, double size)
{
  for (guint i = 0; i < page->rules->len; i++)
    {
      CogFormulaPiece piece = { .box = g_array_index (page->rules, CogPdfBox, i) };

      if (piece.box.width > piece.box.height && piece.box.width < page->width / 2)
        g_array_append_val (pieces, piece);
    }
  for (guint i = 0; i < page->drawings->len; i++)
    {
      CogPdfBox *box = &g_array_index (page->drawings, CogPdfBox, i);
      CogFormulaPiece piece = { .box = *box, .drawn = box };

      if (box->height < TALLEST * size && box->width < page->width / 2)
        g_array_append_val (pieces, piece);
    }
}

/* Its brackets are as high as its rows; what stands between them belongs together. */
static void
place_in_matrices (CogFormulaPiece *piece, const GArray *matrices)
{
  for (guint i = 0; i < matrices->len; i++)
    {
      const CogPdfMatrix *matrix = &g_array_index (matrices, CogPdfMatrix, i);

      if (piece->word == matrix->first || piece->word == matrix->last)
        {
          *(piece->word == matrix->first ? &piece->opens : &piece->closes) = matrix;
          piece->matrix = matrix;
          piece->box.y = matrix->box.y;
          piece->box.height = matrix->box.height;
          piece->is_sign = piece->is_operator = TRUE;
          return;
        }
      if (cog_pdf_matrix_holds (matrix, piece->word) &&
          (piece->matrix == NULL || matrix->box.width < piece->matrix->box.width))
        piece->matrix = matrix;
    }
  if (piece->matrix != NULL)
    piece->is_ordinary = FALSE;
}

static void
clear_piece (gpointer data)
{
  g_free (((CogFormulaPiece *)data)->text);
}

static GArray *
collect (const CogPdfFile *file,
         const CogPdfPage *page,
         const GArray *matrices,
         double size,
         guint *n_signs)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (CogFormulaPiece));

  g_array_set_clear_func (pieces, clear_piece);
  *n_signs = 0;
  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      CogFormulaPiece piece = { .word = word, .box = get_inked (word) };

      if (word->is_artifact || word->is_taken || word->is_turned)
        continue;
      judge (file, &piece);
      piece.text = cog_pdf_matrix_dup_without_pieces (word->text);
      place_in_matrices (&piece, matrices);
      *n_signs += piece.is_sign;
      g_array_append_val (pieces, piece);
    }
  /* Most pages have none, and then nobody looks at the pieces. */
  if (*n_signs == 0)
    return pieces;
  add_lines (pieces, page, size);
  hang_roots (pieces, size);
  label_arrows (pieces, size);
  return pieces;
}

static gboolean
are_close (const CogFormulaPiece *a, const CogFormulaPiece *b, double size)
{
  double gap = MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width);
  double over = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

  if (a->matrix != NULL && a->matrix == b->matrix)
    return TRUE;
  /* A bar has no height: what stands on it, or hangs from it. */
  if (a->word == NULL || b->word == NULL)
    return gap < .1 * size && over > -AT_BAR * size;
  /* Roots and sums hang higher or lower than their row. */
  if (a->is_sign && b->is_sign)
    return gap < CLOSE * size && over > -HANGING * size;
  return gap < CLOSE * size && over > OVER * size;
}

/* A word of the line of text in which it stands: one with less space to it than columns have.
 * (nullable) */
static const CogFormulaPiece *
find_text_beside (const GArray *pieces, const CogPdfBox *box, double size)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, i);
      double gap =
          MAX (piece->box.x, box->x) - MIN (piece->box.x + piece->box.width, box->x + box->width);
      double middle = piece->box.y + piece->box.height / 2;

      if (piece->is_ordinary && gap < BESIDE * size && gap > -size && middle > box->y &&
          middle < box->y + box->height)
        return piece;
    }
  return NULL;
}

/* "(1.2)": the number of a formula, far from it in its row. */
static void
take_number (const GArray *pieces, CogPdfFormula *formula, double size)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, i);
      double middle = piece->box.y + piece->box.height / 2;
      double gap = piece->box.x - formula->box.x - formula->box.width;

      if (piece->word != NULL && !piece->word->is_taken && gap > 0 && gap < NUMBER_FAR * size &&
          middle > formula->box.y && middle < formula->box.y + formula->box.height &&
          g_regex_match_simple ("^\\([0-9]+([.–-][0-9]+)*[a-z]?\\)$", piece->word->text, 0, 0))
        {
          formula->box = cog_pdf_box_join (&formula->box, &piece->box);
          g_ptr_array_add (formula->words, piece->word);
        }
    }
}

/* The next piece of its row that is not far from it. (nullable) */
static CogFormulaPiece *
find_behind (GArray *pieces, const CogPdfBox *box, double far)
{
  CogFormulaPiece *found = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, i);
      double middle = piece->box.y + piece->box.height / 2;
      double gap = piece->box.x - box->x - box->width;

      if (piece->word != NULL && gap > 0 && gap < far && middle > box->y &&
          middle < box->y + box->height && (found == NULL || piece->box.x < found->box.x))
        found = piece;
    }
  return found;
}

/* Sides of equations that stand below each other are far from what they are equal to. */
static void
take_side (GArray *pieces, GPtrArray *group, CogPdfBox *box, double size)
{
  CogFormulaPiece *piece = find_behind (pieces, box, TAB * size);

  if (piece == NULL || !piece->is_operator)
    return;
  while (piece != NULL && !piece->is_ordinary && !piece->is_seen && group->len < MAX_PIECES)
    {
      piece->is_seen = TRUE;
      g_ptr_array_add (group, piece);
      *box = cog_pdf_box_join (box, &piece->box);
      piece = find_behind (pieces, box, WIDE * size);
    }
}

static CogPdfFormula *
make_formula (const GArray *pieces, GPtrArray *group, double size, const CogPdfWord *beside)
{
  CogPdfFormula *formula = g_new0 (CogPdfFormula, 1);

  formula->words = g_ptr_array_new ();
  formula->beside = beside;
  for (guint i = 0; i < group->len; i++)
    {
      const CogFormulaPiece *piece = group->pdata[i];

      formula->box = i == 0 ? piece->box : cog_pdf_box_join (&formula->box, &piece->box);
      if (piece->word != NULL)
        g_ptr_array_add (formula->words, piece->word);
      else
        formula->has_bars = TRUE;
      if (piece->drawn != NULL)
        *piece->drawn = (CogPdfBox){ 0 };
    }
  formula->text = cog_pdf_formula_dup_text (group, size);
  if (beside != NULL)
    return formula;
  take_number (pieces, formula, size);
  formula->box.y -= MARGIN * size;
  formula->box.height += 2 * MARGIN * size;
  return formula;
}

/* Whether a piece stands in a line of text: with words, close to each other. */
static gboolean
is_of_text (const GArray *pieces, const CogFormulaPiece *piece, double size)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len && n < MIN_TEXT; i++)
    {
      const CogFormulaPiece *other = &g_array_index (pieces, CogFormulaPiece, i);
      double middle = other->box.y + other->box.height / 2;

      n += other->is_ordinary && middle > piece->box.y &&
           middle < piece->box.y + piece->box.height &&
           other->box.x + other->box.width > piece->box.x - LINE * size &&
           other->box.x < piece->box.x + piece->box.width + LINE * size;
    }
  return n >= MIN_TEXT;
}

/* Pieces of a formula are far from each other at times: "= 1" at a tab, big brackets, limits. */
static void
widen (GArray *pieces, GPtrArray *group, CogPdfBox *box, double size)
{
  gboolean is_changed = TRUE;

  while (is_changed && group->len < MAX_PIECES)
    {
      is_changed = FALSE;
      for (guint i = 0; i < pieces->len; i++)
        {
          CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, i);
          double gap = MAX (piece->box.x, box->x) -
                       MIN (piece->box.x + piece->box.width, box->x + box->width);
          double over = MIN (piece->box.y + piece->box.height, box->y + box->height) -
                        MAX (piece->box.y, box->y);

          if (g_ptr_array_find (group, piece, NULL) || gap > WIDE * size || over < -LOOSE * size ||
              is_of_text (pieces, piece, size))
            continue;
          piece->is_seen = TRUE;
          g_ptr_array_add (group, piece);
          *box = cog_pdf_box_join (box, &piece->box);
          is_changed = TRUE;
        }
    }
}

/* Whether each bar is as long as what stands on it or hangs from it: the line of a table is longer.
 */
static gboolean
are_filled (const GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    {
      const CogFormulaPiece *bar = group->pdata[i];
      CogPdfBox span = { 0 };

      if (bar->word != NULL || bar->drawn != NULL)
        continue;
      for (guint k = 0; k < group->len; k++)
        {
          const CogFormulaPiece *piece = group->pdata[k];

          if (piece->word != NULL && piece->box.x < bar->box.x + bar->box.width &&
              bar->box.x < piece->box.x + piece->box.width)
            span = cog_pdf_box_join (&span, &piece->box);
        }
      if (span.width < FILLED * bar->box.width)
        return FALSE;
    }
  return TRUE;
}

/* All that hangs together with a sign. (transfer full) (nullable): that is no formula of its own */
static CogPdfFormula *
follow (GArray *pieces, guint start, double size)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  const CogFormulaPiece *first = &g_array_index (pieces, CogFormulaPiece, start);
  guint n_words = 0, n_operators = 0, n_lines = 0;
  gboolean has_letters = FALSE;
  const CogFormulaPiece *beside;
  CogPdfBox box = first->box;

  g_ptr_array_add (group, &g_array_index (pieces, CogFormulaPiece, start));
  g_array_index (pieces, CogFormulaPiece, start).is_seen = TRUE;
  for (guint i = 0; i < group->len && group->len < MAX_PIECES; i++)
    {
      const CogFormulaPiece *here = group->pdata[i];

      n_words += here->word != NULL;
      n_lines += here->word == NULL;
      has_letters |= here->has_letters;
      n_operators += here->is_operator || here->word == NULL;
      box = cog_pdf_box_join (&box, &here->box);
      for (guint k = 0; k < pieces->len; k++)
        {
          CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, k);

          if (piece->is_seen || piece->is_ordinary || !are_close (here, piece, size))
            continue;
          piece->is_seen = TRUE;
          g_ptr_array_add (group, piece);
        }
    }
  if (!has_letters || n_words < 2 || n_operators == 0 || group->len >= MAX_PIECES ||
      !are_filled (group))
    return NULL;
  beside = find_text_beside (pieces, &box, size);
  if (beside == NULL)
    {
      widen (pieces, group, &box, size);
      take_side (pieces, group, &box, size);
      return make_formula (pieces, group, size, NULL);
    }
  /* In a line, all that reads from left to right is well as text. */
  return n_lines > 0 ? make_formula (pieces, group, size, beside->word) : NULL;
}

GPtrArray *
cog_pdf_formulas_find (const CogPdfFile *file, const CogPdfPage *page)
{
  GPtrArray *formulas = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_formula_free);
  g_autoptr (GArray) pieces = NULL, matrices = NULL;
  double size;
  guint n_signs;

  g_return_val_if_fail (file != NULL && page != NULL, formulas);

  size = get_usual_size (page);
  matrices = cog_pdf_matrices_find (page, size);
  pieces = collect (file, page, matrices, size, &n_signs);
  for (guint i = 0; i < pieces->len && n_signs > 0; i++)
    {
      const CogFormulaPiece *piece = &g_array_index (pieces, CogFormulaPiece, i);
      CogPdfFormula *formula = piece->is_sign && !piece->is_seen ? follow (pieces, i, size) : NULL;

      if (formula != NULL)
        g_ptr_array_add (formulas, formula);
    }
  return formulas;
}

void
cog_pdf_formula_write_in_line (const CogPdfFormula *self, const CogPdfPage *page)
{
  CogPdfWord *only;

  g_return_if_fail (self != NULL && self->words->len > 0 && page != NULL);

  for (guint i = 1; i < self->words->len; i++)
    {
      CogPdfWord *word = self->words->pdata[i];

      word->is_taken = TRUE;
      word->text = "";
    }
  only = self->words->pdata[0];
  only->text = g_string_chunk_insert (page->strings, self->text);
  only->is_raised = only->is_lowered = FALSE;
  only->space_before = TRUE;
  only->x = self->box.x;
  only->width = self->box.width;
  if (self->beside == NULL)
    return;
  only->y = self->beside->y;
  only->height = self->beside->height;
  only->baseline = self->beside->baseline;
  only->size = self->beside->size;
}
