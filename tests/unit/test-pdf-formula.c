/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-formula.h"

#include "pdf-maker.h"

typedef struct
{
  CogPdfFile *file;
  CogPdfPage *page;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (pdf_maker_new_page ("", "", "0 0 m"));

  f->file = cog_pdf_file_new (bytes, "a.pdf", NULL);
  f->page = cog_pdf_page_new_empty (1, 300, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cog_pdf_page_close (f->page);
  cog_pdf_file_free (f->file);
}

static void
add (Fixture *f, const char *font, const char *text, double x, double width, double baseline)
{
  CogPdfWord word = { .x = x,
                      .y = baseline - 8,
                      .width = width,
                      .height = 11,
                      .baseline = baseline,
                      .size = 10,
                      .text = text,
                      .font = cog_pdf_file_add_font (f->file, font),
                      .mcid = -1 };

  cog_pdf_page_add_word (f->page, &word);
}

static void
add_bar (Fixture *f, double x, double width, double y)
{
  CogPdfBox bar = { x, y, width, .4 };

  g_array_append_val (f->page->rules, bar);
}

static void
add_text (Fixture *f, double baseline)
{
  static const char *const words[] = { "the", "speed", "of", "such", "a", "wave" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add (f, "CMR10", words[i], 20 + 30 * i, 27, baseline);
}

/* A root and a fraction that stand alone become one formula with its number; the text does not. */
static void
test_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;
  const CogPdfFormula *formula;

  add_text (f, 60);
  add (f, "CMMI10", "c", 80, 5, 90);
  add (f, "CMR10", "=", 88, 7, 90);
  add (f, "CMSY10", "√", 98, 8, 84);
  add_bar (f, 106, 12, 82);
  add (f, "CMMI10", "gh", 106, 12, 90);
  add (f, "CMR10", "2", 124, 5, 84);
  add_bar (f, 122, 9, 87);
  add (f, "CMMI10", "π", 124, 5, 98);
  add (f, "CMR10", "(1.2)", 240, 20, 90);
  add_text (f, 125);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 1);
  formula = formulas->pdata[0];
  g_assert_cmpstr (formula->text, ==, "c = √gh 2/π");
  g_assert_null (formula->beside);
  g_assert_cmpuint (formula->words->len, ==, 7);
  g_assert_cmpfloat (formula->box.x, <=, 80);
  g_assert_cmpfloat (formula->box.x + formula->box.width, >=, 260);
  g_assert_cmpfloat (formula->box.y, >, 62);
  g_assert_cmpfloat (formula->box.y + formula->box.height, <, 117);
}

/* Brackets as high as their rows have the box of a small one; the rows between them are one formula
 * with what stands beside, a word on an arrow too. */
static void
test_matrix (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;
  const CogPdfFormula *formula;

  add_text (f, 60);
  add (f, "", "𝐸", 40, 7, 106);
  add (f, "", "=", 52, 6, 106);
  add (f, "", "[", 62, 4, 100);
  add (f, "", "2", 70, 5, 94);
  add (f, "", "−1", 85, 9, 94);
  add (f, "", "12", 68, 9, 106);
  add (f, "", "0", 87, 5, 106);
  add (f, "", "3", 70, 5, 118);
  add (f, "", "4", 87, 5, 118);
  add (f, "", "]", 100, 4, 100);
  add (f, "", "→", 112, 20, 106);
  add (f, "Times", "swap", 114, 16, 99);
  g_array_index (f->page->words, CogPdfWord, f->page->words->len - 1).size = 6;
  add (f, "", "(", 140, 4, 106);
  add (f, "", "x", 146, 5, 100);
  add (f, "", "y", 146, 5, 112);
  add (f, "", ")", 154, 4, 106);
  add_text (f, 150);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 1);
  formula = formulas->pdata[0];
  g_assert_cmpstr (formula->text, ==, "E = [2 −1; 12 0; 3 4] → swap (x; y)");
  g_assert_cmpuint (formula->words->len, ==, 16);
  g_assert_cmpfloat (formula->box.y, <, 88);
  g_assert_cmpfloat (formula->box.y + formula->box.height, >, 118);
}

/* What is equal to a formula may stand at a tab; what follows it is text where it has no sign. */
static void
test_side (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;
  const CogPdfFormula *formula;

  add_text (f, 60);
  add (f, "CMMI10", "x", 40, 5, 90);
  add (f, "CMR10", "+", 48, 6, 90);
  add (f, "CMMI10", "y", 57, 5, 90);
  add (f, "CMR10", "=", 120, 6, 90);
  add (f, "CMR10", "−8", 130, 10, 90);
  add (f, "CMMI10", "z", 40, 5, 110);
  add (f, "CMR10", "+", 48, 6, 110);
  add (f, "CMMI10", "y", 57, 5, 110);
  add (f, "CMR10", "7", 120, 6, 110);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 2);
  formula = formulas->pdata[0];
  g_assert_cmpstr (formula->text, ==, "x + y = −8");
  formula = formulas->pdata[1];
  g_assert_cmpstr (formula->text, ==, "z + y");
}

/* As TeX's successors put brackets together; a piece and a letter of the row may be one word. */
static void
test_pieces (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;
  const CogPdfFormula *formula;

  add_text (f, 60);
  add (f, "LatinModernMath", "⎡", 60, 5, 90);
  add (f, "LatinModernMath", "7", 66, 5, 92);
  add (f, "LatinModernMath", "5⎤", 80, 11, 92);
  add (f, "LatinModernMath", "⎢1", 60, 11, 104);
  add (f, "LatinModernMath", "6", 80, 5, 104);
  add (f, "LatinModernMath", "⎥", 86, 5, 102);
  add (f, "LatinModernMath", "⎣", 60, 5, 114);
  add (f, "LatinModernMath", "0", 66, 5, 116);
  add (f, "LatinModernMath", "8⎦", 80, 11, 116);
  add_text (f, 150);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 1);
  formula = formulas->pdata[0];
  g_assert_cmpstr (formula->text, ==, "[7 5; 1 6; 0 8]");
}

/* Numbers in brackets below each other: each row has brackets of its own. */
static void
test_no_matrix (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;

  for (guint i = 0; i < 4; i++)
    {
      add (f, "Times", "(", 60, 4, 90 + 12 * i);
      add (f, "Times", "12", 66, 10, 90 + 12 * i);
      add (f, "Times", ")", 78, 4, 90 + 12 * i);
    }
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 0);
}

/* In a line, a fraction is written with a stroke; letters and signs are text as they are. */
static void
test_in_line (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;
  const CogPdfFormula *formula;

  add_text (f, 60);
  add (f, "CMMI10", "x", 203, 5, 60);
  add_text (f, 80);
  add (f, "CMMI10", "a", 204, 5, 75);
  add_bar (f, 202, 9, 78);
  add (f, "CMMI10", "b", 204, 5, 88);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 1);
  formula = formulas->pdata[0];
  g_assert_cmpstr (formula->text, ==, "a/b");
  g_assert_cmpstr (formula->beside->text, ==, "wave");
}

/* Signs that stand in any text, a line under a word, a letter as a label. */
static void
test_no_formula (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) formulas = NULL;

  add_text (f, 60);
  add_bar (f, 20, 27, 62);
  add (f, "Times", "≤", 20, 5, 90);
  add (f, "Times", "5", 30, 5, 90);
  add (f, "CMMI10", "A", 20, 5, 120);
  formulas = cog_pdf_formulas_find (f->file, f->page);
  g_assert_cmpuint (formulas->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pdf-formula/alone", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/pdf-formula/matrix", Fixture, NULL, set_up, test_matrix, tear_down);
  g_test_add ("/pdf-formula/side", Fixture, NULL, set_up, test_side, tear_down);
  g_test_add ("/pdf-formula/pieces", Fixture, NULL, set_up, test_pieces, tear_down);
  g_test_add ("/pdf-formula/no-matrix", Fixture, NULL, set_up, test_no_matrix, tear_down);
  g_test_add ("/pdf-formula/in-line", Fixture, NULL, set_up, test_in_line, tear_down);
  g_test_add ("/pdf-formula/no-formula", Fixture, NULL, set_up, test_no_formula, tear_down);
  return g_test_run ();
}
