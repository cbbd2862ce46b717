/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-file.h"

#include "cog-pdf-builder.h"

#include <locale.h>
#include <string.h>

#define LONG                                                                                       \
  "A text of the original that is so long that it needs more lines than the other side has, "
#define HEBREW                                                                                     \
  "<p class=\"original\" lang=\"he\" dir=\"rtl\">כל בני האדם נולדו בני חורין ושווים</p>"

typedef struct
{
  CogBook *book;
  CogPdfStyle *style;
  CogPdfTags *tags;
  CogPdfComposer composer;
  CogPdfFlow *flow;
} Fixture;

static void
build (Fixture *fixture, const char *second, CogSides sides, const char *inner)
{
  const char *const chapters[] = { inner, NULL };
  CogWriterOptions options = { .paper = COG_PAPER_A4, .sides = sides };

  fixture->book = pdf_file_make_book ("en", "T", chapters);
  fixture->book->second_language = g_strdup (second);
  fixture->style = cog_pdf_style_new (fixture->book, &options);
  fixture->tags = cog_pdf_tags_new ();
  cog_pdf_composer_init (&fixture->composer, fixture->book, fixture->style, fixture->tags, NULL,
                         NULL);
  fixture->flow =
      cog_pdf_builder_build (&fixture->composer, g_ptr_array_index (fixture->book->sections, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cog_pdf_flow_free (fixture->flow);
  cog_pdf_composer_clear (&fixture->composer);
  cog_pdf_tags_free (fixture->tags);
  cog_pdf_style_free (fixture->style);
  cog_book_free (fixture->book);
}

static CogPdfItem *
get_item (const Fixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->flow->items, i);
}

/* The short text has one line; the others stand beside nothing, and none is lost. */
static void
test_longer (Fixture *fixture, gconstpointer data)
{
  guint n;

  build (fixture, "fr", COG_SIDES_COLUMNS,
         "<p>Short.</p><p class=\"original\" lang=\"fr\">" LONG LONG LONG "</p><p>Next.</p>");
  n = fixture->flow->items->len;
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpint (get_item (fixture, 0)->kind, ==, COG_PDF_ITEM_LINE);
  for (guint i = 0; i + 1 < n; i++)
    {
      const CogPdfItem *item = get_item (fixture, i);

      g_assert_nonnull (item->beside);
      g_assert_cmpuint (item->beside->line, ==, i);
      g_assert_true (i == 0 || item->kind == COG_PDF_ITEM_EMPTY);
      g_assert_cmpfloat (item->height, >, 0);
    }
  g_assert_null (get_item (fixture, n - 1)->beside);
  /* A space stands after the whole pair. */
  g_assert_cmpfloat (get_item (fixture, 0)->after, ==, 0);
  g_assert_cmpfloat (get_item (fixture, n - 2)->after, >, 0);
}

/* Of two languages that run the same way the original stands first, on the left here. */
static void
test_same_direction (Fixture *fixture, gconstpointer data)
{
  const CogPdfItem *item;

  build (fixture, "fr", COG_SIDES_COLUMNS, "<p>One.</p><p class=\"original\" lang=\"fr\">Un.</p>");
  item = get_item (fixture, 0);
  g_assert_cmpfloat (item->beside->x, ==, 0);
  g_assert_cmpfloat (item->x, >, item->width);
  g_assert_cmpfloat_with_epsilon (item->x + item->width, fixture->style->text_width, .01);
  g_assert_false (fixture->flow->columns.is_main_first);
}

/* Each at its own side, on one line of writing. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  const CogPdfItem *item;
  double height, ascent, other, width;

  build (fixture, "he", COG_SIDES_COLUMNS, "<p>One.</p>" HEBREW);
  item = get_item (fixture, 0);
  g_assert_cmpfloat (item->x, ==, 0);
  g_assert_cmpfloat (item->beside->x, >, item->width);
  cog_pdf_paragraph_get_line (item->paragraph, item->line, &height, &ascent, &width);
  cog_pdf_paragraph_get_line (item->beside->paragraph, 0, &height, &other, &width);
  g_assert_cmpfloat_with_epsilon (item->drop + ascent, item->beside->drop + other, .01);
}

/* Items of a list have their mark on both sides; what stands in a table or box does not go astray.
 */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  const CogPdfItem *item;

  build (fixture, "he", COG_SIDES_COLUMNS,
         "<ol><li><p>One.</p>" HEBREW "</li><li><p>Two.</p>" HEBREW "</li></ol>"
         "<table><tr><td><p>Cell.</p>" HEBREW "</td><td>B</td></tr></table>"
         "<aside><p>Box.</p>" HEBREW "</aside>");
  item = get_item (fixture, 0);
  g_assert_nonnull (item->beside->label);
  g_assert_cmpfloat (item->beside->label->x, >, item->beside->x);
  g_assert_cmpfloat (item->beside->label->x + item->beside->label->width, <=,
                     fixture->style->text_width + .01);
  item = get_item (fixture, 2);
  g_assert_cmpint (item->kind, ==, COG_PDF_ITEM_ROW);
  g_assert_cmpfloat (item->x, ==, 0);
  item = get_item (fixture, 3);
  g_assert_nonnull (item->frame);
  g_assert_nonnull (item->beside);
}

static void
test_below (Fixture *fixture, gconstpointer data)
{
  build (fixture, "he", COG_SIDES_BELOW, "<p>One.</p>" HEBREW);
  g_assert_cmpuint (fixture->flow->items->len, ==, 2);
  g_assert_null (get_item (fixture, 0)->beside);
  g_assert_cmpfloat (get_item (fixture, 0)->width, ==, fixture->style->text_width);
}

/* A text that is longer than a page goes on, on facing pages as on one. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("<p>");
  g_autofree char *path = NULL;
  CogWriterOptions options = { .paper = COG_PAPER_A5, .sides = COG_SIDES_PAGES };
  qpdf_data qpdf;
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, LONG);
  g_string_append (text, "</p>" HEBREW);
  build (fixture, "he", COG_SIDES_PAGES, text->str);
  path = pdf_file_write_with (fixture->book, "pages.pdf", &options);
  qpdf = pdf_file_open (path);
  /* Title, spreads of two. */
  g_assert_cmpint (qpdf_get_num_pages (qpdf) % 2, ==, 1);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), >=, 5);
  dump = pdf_file_dump (qpdf);
  g_assert_nonnull (strstr (dump, "/TwoPageRight"));
  qpdf_cleanup (&qpdf);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, NULL, test, tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("/pdf-pair/longer", test_longer);
  add ("/pdf-pair/same-direction", test_same_direction);
  add ("/pdf-pair/mirrored", test_mirrored);
  add ("/pdf-pair/list", test_list);
  add ("/pdf-pair/below", test_below);
  add ("/pdf-pair/pages", test_pages);
  return g_test_run ();
}
