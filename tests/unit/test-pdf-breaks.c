/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-breaks.h"

#include <math.h>

#define SPACE 3.

/* A text of words of these widths; a hyphen may divide a word in the middle where is_divided. */
static GArray *
make_text (const double *words, guint n, gboolean is_divided)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (CogPdfBreak));
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      double stretch = i * SPACE / 2, shrink = i * SPACE / 3;
      CogPdfBreak middle = { i * 10 + 5, x + words[i] / 2, stretch, shrink, x + words[i] / 2,
                             stretch,    shrink,           2,       60 };
      CogPdfBreak end = {
        i * 10 + 10,         x + words[i],       stretch, shrink, x + words[i] + SPACE,
        stretch + SPACE / 2, shrink + SPACE / 3, 0,       0
      };

      if (is_divided)
        g_array_append_val (breaks, middle);
      g_array_append_val (breaks, end);
      x += words[i] + SPACE;
    }
  return breaks;
}

static const CogPdfBreak *
get_break (GArray *breaks, GArray *chosen, guint i)
{
  return &g_array_index (breaks, CogPdfBreak, g_array_index (chosen, guint, i));
}

static GArray *
choose (GArray *breaks, double width, double rag, double tolerance)
{
  CogPdfMeasure measure = { width, rag, tolerance };

  return cog_pdf_breaks_choose ((CogPdfBreak *)(gpointer)breaks->data, breaks->len, &measure);
}

static double
get_ratio (GArray *breaks, GArray *chosen, guint i, double width)
{
  return cog_pdf_breaks_get_ratio (i > 0 ? get_break (breaks, chosen, i - 1) : NULL,
                                   get_break (breaks, chosen, i), width, 0);
}

static void
test_one_line (void)
{
  const double words[] = { 10, 20 };
  g_autoptr (GArray) breaks = make_text (words, 2, FALSE);
  g_autoptr (GArray) chosen = choose (breaks, 100, 0, 1);

  g_assert_nonnull (chosen);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpuint (g_array_index (chosen, guint, 0), ==, 1);
}

/* Filling line after line would leave the second with one word and a hole: "aa bb" | "cccccccccc".
 */
static void
test_whole_paragraph (void)
{
  const double words[] = { 20, 20, 20, 20, 20, 80, 20, 20, 20, 20 };
  g_autoptr (GArray) breaks = make_text (words, G_N_ELEMENTS (words), FALSE);
  g_autoptr (GArray) chosen = choose (breaks, 112, 0, INFINITY);
  double worst = 0;

  for (guint i = 0; i + 1 < chosen->len; i++)
    worst = MAX (worst, get_ratio (breaks, chosen, i, 112));
  g_assert_cmpfloat (worst, <=, 6);
  g_assert_cmpuint (g_array_index (chosen, guint, chosen->len - 1), ==, breaks->len - 1);
}

/* What keeps to the tolerance is within it, and nothing is too long. */
static void
test_random (void)
{
  guint n_found = 0;

  for (guint round = 0; round < 400; round++)
    {
      double words[120];
      g_autoptr (GArray) breaks = NULL;
      g_autoptr (GArray) chosen = NULL;
      guint last = 0;

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        words[i] = g_test_rand_double_range (4, 60);
      breaks = make_text (words, G_N_ELEMENTS (words), round % 2 == 0);
      chosen = choose (breaks, 300, 0, 1.8);
      if (chosen == NULL)
        continue;
      n_found++;
      for (guint i = 0; i < chosen->len; i++)
        {
          double ratio = get_ratio (breaks, chosen, i, 300);

          g_assert_true (i == 0 || g_array_index (chosen, guint, i) > last);
          last = g_array_index (chosen, guint, i);
          g_assert_cmpfloat (ratio, >=, -1.0001);
          g_assert_true (ratio <= 1.8 || i + 1 == chosen->len);
        }
      g_assert_cmpuint (last, ==, breaks->len - 1);
    }
  g_assert_cmpuint (n_found, >, 100);
}

/* Hyphens are few where words can be divided everywhere, and hardly ever at two ends running. */
static void
test_hyphens (void)
{
  guint n_lines = 0, n_hyphens = 0, n_pairs = 0;

  for (guint round = 0; round < 100; round++)
    {
      double words[200];
      g_autoptr (GArray) breaks = NULL;
      g_autoptr (GArray) chosen = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        words[i] = g_test_rand_double_range (4, 30);
      breaks = make_text (words, G_N_ELEMENTS (words), TRUE);
      chosen = choose (breaks, 300, 0, INFINITY);
      n_lines += chosen->len;
      for (guint i = 0; i < chosen->len; i++)
        {
          gboolean is_divided = get_break (breaks, chosen, i)->hyphen > 0;

          n_hyphens += is_divided;
          n_pairs += is_divided && i > 0 && get_break (breaks, chosen, i - 1)->hyphen > 0;
        }
    }
  g_assert_cmpuint (n_hyphens * 4, <, n_lines);
  g_assert_cmpuint (n_pairs * 50, <, n_lines);
}

/* A word that is longer than the line has one of its own; all others stand as they should. */
static void
test_too_long (void)
{
  const double words[] = { 30, 30, 500, 30, 30 };
  g_autoptr (GArray) breaks = make_text (words, G_N_ELEMENTS (words), FALSE);
  g_autoptr (GArray) none = choose (breaks, 100, 0, 3);
  g_autoptr (GArray) chosen = choose (breaks, 100, 0, INFINITY);

  g_assert_null (none);
  g_assert_cmpuint (chosen->len, ==, 3);
  g_assert_cmpuint (g_array_index (chosen, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (chosen, guint, 1), ==, 2);
}

/* Lines that are not filled are never too long either. */
static void
test_ragged (void)
{
  double words[80];
  g_autoptr (GArray) breaks = NULL;
  g_autoptr (GArray) chosen = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = g_test_rand_double_range (4, 40);
  breaks = make_text (words, G_N_ELEMENTS (words), FALSE);
  chosen = choose (breaks, 150, 20, INFINITY);
  for (guint i = 0; i < chosen->len; i++)
    g_assert_cmpfloat (get_ratio (breaks, chosen, i, 150), >=, -1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-breaks/one-line", test_one_line);
  g_test_add_func ("/pdf-breaks/whole-paragraph", test_whole_paragraph);
  g_test_add_func ("/pdf-breaks/random", test_random);
  g_test_add_func ("/pdf-breaks/hyphens", test_hyphens);
  g_test_add_func ("/pdf-breaks/too-long", test_too_long);
  g_test_add_func ("/pdf-breaks/ragged", test_ragged);
  return g_test_run ();
}
