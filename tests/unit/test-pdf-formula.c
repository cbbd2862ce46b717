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
  g_test_add ("/pdf-formula/in-line", Fixture, NULL, set_up, test_in_line, tear_down);
  g_test_add ("/pdf-formula/no-formula", Fixture, NULL, set_up, test_no_formula, tear_down);
  return g_test_run ();
}
