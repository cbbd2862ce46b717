/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-pages.h"

#include <string.h>

/* Tables without a grid of rules. */

static void
assert_cell (const CogLayoutBlock *table, guint row, guint column, const char *text)
{
  g_autofree char *found = layout_pages_dup_cell (table, row, column);

  g_assert_cmpstr (found, ==, text);
}

static const CogLayoutBlock *
get_table (const CogLayoutDocument *document, guint i)
{
  const CogLayoutBlock *table;

  g_assert_cmpuint (document->blocks->len, >, i);
  table = document->blocks->pdata[i];
  g_assert_cmpint (table->kind, ==, COG_LAYOUT_TABLE);
  return table;
}

static const char *const text_lines[] = {
  "A paragraph stands before the table, of more lines than one, as they",
  "mostly do, so that it is known how far from each other lines of the",
  "text are, and what is said in it is of no matter here, but that it is",
  "long enough.",
};

/* The longest cells end where the next column begins: what stands below tells. */
static void
test_narrow_gaps (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][3] = { { "clay", "slow", "27" },
                                         { "sand", "fast", "4" },
                                         { "garden soil", "very slowly", "12" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 3; k++)
      layout_pages_add_line (page, 40 + 58.5 * k, 110 + 14 * i, 10, 0, rows[i][k]);
  layout_pages_add_line (page, 40, 180, 10, 0, "The text goes on below the table.");
  document = cog_layout_document_new (f->file, f->pages);
  table = get_table (document, 0);
  g_assert_cmpuint (table->cells->len, ==, 9);
  assert_cell (table, 2, 0, "garden soil");
  assert_cell (table, 2, 1, "very slowly");
  assert_cell (table, 2, 2, "12");
}

/* Cells of one line stand in the middle beside one of two lines. */
static void
test_two_lines_in_a_cell (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  for (guint i = 0; i < 2; i++)
    {
      layout_pages_add_line (page, 40, 110 + 20 * i, 10, 0, i == 0 ? "Monday" : "Tuesday");
      layout_pages_add_line (page, 140, 110 + 20 * i, 10, 0, i == 0 ? "sand" : "clay");
      layout_pages_add_line (page, 240, 110 + 20 * i, 10, 0, i == 0 ? "4" : "27");
    }
  layout_pages_add_line (page, 140, 150, 10, 0, "garden");
  layout_pages_add_line (page, 40, 156, 10, 0, "Thursday");
  layout_pages_add_line (page, 240, 156, 10, 0, "12");
  layout_pages_add_line (page, 140, 162, 10, 0, "soil");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  table = get_table (document, 1);
  g_assert_cmpuint (table->cells->len, ==, 9);
  assert_cell (table, 2, 0, "Thursday");
  assert_cell (table, 2, 1, "garden soil");
}

/* A head over two columns, and a cell over two rows. */
static void
test_spans (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;
  const CogLayoutTableCell *cell;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  layout_pages_add_line (page, 40, 100, 10, 1, "Place");
  layout_pages_add_line (page, 130, 100, 10, 1, "Height in metres");
  layout_pages_add_line (page, 130, 120, 10, 0, "morning");
  layout_pages_add_line (page, 200, 120, 10, 0, "3.1");
  layout_pages_add_line (page, 40, 129, 10, 0, "North pier");
  layout_pages_add_line (page, 130, 138, 10, 0, "evening");
  layout_pages_add_line (page, 200, 138, 10, 0, "2.9");
  layout_pages_add_line (page, 40, 158, 10, 0, "Harbour");
  layout_pages_add_line (page, 130, 158, 10, 0, "morning");
  layout_pages_add_line (page, 200, 158, 10, 0, "2.2");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  table = get_table (document, 1);
  cell = table->cells->pdata[1];
  g_assert_true (cell->is_header);
  g_assert_cmpuint (cell->column_span, ==, 2);
  cell = table->cells->pdata[2];
  g_assert_cmpuint (cell->row_span, ==, 2);
  assert_cell (table, 1, 0, "North pier");
  assert_cell (table, 2, 1, "evening");
  assert_cell (table, 3, 2, "2.2");
}

/* Rules above, below and one between: what stands above that one names the columns. */
static void
test_three_rules (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][2] = { { "Soil", "Minutes" }, { "sand", "4" }, { "clay", "27" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_rule (page, 40, 98, 200, 0.5);
  layout_pages_add_rule (page, 40, 115, 200, 0.5);
  layout_pages_add_rule (page, 40, 146, 200, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 2; k++)
      layout_pages_add_line (page, 42 + 90 * k, 110 + 15 * i, 10, 0, rows[i][k]);
  document = cog_layout_document_new (f->file, f->pages);
  table = get_table (document, 0);
  g_assert_cmpuint (table->cells->len, ==, 6);
  g_assert_true (((CogLayoutTableCell *)table->cells->pdata[1])->is_header);
  g_assert_false (((CogLayoutTableCell *)table->cells->pdata[2])->is_header);
}

/* A line right above a table, small, is its caption without a label. */
static void
test_title (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][2] = { { "sand", "4" }, { "clay", "27" }, { "soil", "12" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_line (page, 40, 60, 10, 0, "A paragraph stands before all this and has a line");
  layout_pages_add_line (page, 40, 72, 10, 0, "more than it would need.");
  layout_pages_add_line (page, 50, 96, 9, 0, "Heights in one week");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 2; k++)
      layout_pages_add_line (page, 42 + 90 * k, 110 + 15 * i, 10, 0, rows[i][k]);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_nonnull (get_table (document, 1)->inner);
}

/* Words of justified lines stand far apart, and are no cells. */
static void
test_justified (LayoutPages *f, gconstpointer data)
{
  static const struct
  {
    double x;
    const char *text;
  } words[] = { { 40, "Cut" },    { 88, "the" }, { 136, "bottle" }, { 40, "into" },   { 92, "two" },
                { 139, "parts" }, { 40, "and" }, { 91, "put" },     { 136, "gravel" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double width = 5 * (double)g_utf8_strlen (words[i].text, -1);
      double x = i % 3 == 2 ? 170 - width : words[i].x;

      layout_pages_add_line (page, x, 100 + 12 * (i / 3), 10, 0, words[i].text);
    }
  layout_pages_add_line (page, 40, 136, 10, 0, "and sand into it.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 1);
  layout_pages_assert_block (document, 0, COG_LAYOUT_PARAGRAPH,
                             "Cut the bottle into two parts and put gravel and sand into it.");
}

/* Those of an item end where nothing else on the page does: the line above them has the same edges,
 * and no wide gaps. */
static void
test_justified_item (LayoutPages *f, gconstpointer data)
{
  static const char *const lines[] = { "entries in their own", "elements as long as",
                                       "entries are by two" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  layout_pages_add_line (page, 70, 110, 10, 0, "they can have any value of");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      double gap = (130 - 5 * (double)(strlen (lines[i]) - 3)) / 3, x = 70;

      for (guint k = 0; words[k] != NULL; k++)
        x = gap + layout_pages_add_line (page, x, 122 + 12 * i, 10, 0, words[k]);
    }
  layout_pages_add_line (page, 70, 158, 10, 0, "conjugates.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  layout_pages_assert_block (document, 1, COG_LAYOUT_PARAGRAPH,
                             "they can have any value of entries in their own elements as long as "
                             "entries are by two conjugates.");
}

/* Cells that nearly touch, and the first ones set in the middle of their rows: the second column
 * begins at one place, and below it the lines of its cells. */
static void
test_touching_cells (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  layout_pages_add_line (page, 88, 92, 10, 0, "A layer of rock that holds water and lets it flow");
  layout_pages_add_line (page, 41, 98, 10, 0, "aquifer");
  layout_pages_add_line (page, 88, 104, 10, 0, "below the fields.");
  layout_pages_add_line (page, 41, 119, 10, 0, "spring");
  layout_pages_add_line (page, 88, 119, 10, 0, "Water that comes out by itself.");
  layout_pages_add_line (page, 41, 134, 10, 0, "well");
  layout_pages_add_line (page, 88, 134, 10, 0, "A hole that is dug.");
  layout_pages_add_line (page, 41, 149, 10, 0, "delta");
  layout_pages_add_line (page, 88, 149, 10, 0, "What a river builds.");
  layout_pages_add_lines (page, 40, 171, text_lines, G_N_ELEMENTS (text_lines));
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 3);
  table = get_table (document, 1);
  g_assert_cmpuint (table->cells->len, ==, 8);
  assert_cell (table, 0, 0, "aquifer");
  assert_cell (table, 0, 1, "A layer of rock that holds water and lets it flow below the fields.");
  assert_cell (table, 1, 0, "spring");
  assert_cell (table, 2, 1, "A hole that is dug.");
}

/* All cells of a row go on in a second line, no further below than a row that a tight table has;
 * but rows stand further apart, and the words had no room. */
static void
test_wrapped_rows (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][4] = { { "Cut the", "bottle", "five", "minutes" },
                                         { "Fill in the", "layers", "ten", "minutes" },
                                         { "Pour the", "water", "fifteen", "minutes" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 4; k++)
      layout_pages_add_line (page, k < 2 ? 40 : 120, 98 + 30 * i + (k % 2 == 1 ? 12 : 0), 10, 0,
                             rows[i][k]);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  table = get_table (document, 1);
  g_assert_cmpuint (table->cells->len, ==, 6);
  assert_cell (table, 0, 0, "Cut the bottle");
  assert_cell (table, 1, 0, "Fill in the layers");
  assert_cell (table, 2, 1, "fifteen minutes");
}

/* Names of columns set in their middle, above cells that are not: no columns of their own. */
static void
test_centred_head (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[][3] = { { "January", "12", "8" },
                                         { "March", "118", "9" },
                                         { "May", "205", "11" } };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutBlock *table;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  layout_pages_add_line (page, 80, 100, 10, 1, "Month");
  layout_pages_add_line (page, 180, 100, 10, 1, "Rain");
  layout_pages_add_line (page, 280, 100, 10, 1, "Wells");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < 3; k++)
      layout_pages_add_line (page, 40 + 105 * k, 116 + 15 * i, 10, 0, rows[i][k]);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  table = get_table (document, 1);
  g_assert_cmpuint (table->cells->len, ==, 12);
  assert_cell (table, 0, 1, "Rain");
  assert_cell (table, 1, 0, "January");
  assert_cell (table, 3, 2, "11");
  g_assert_true (((CogLayoutTableCell *)table->cells->pdata[0])->is_header);
}

/* Words of text may stand below each other by chance, and labels of items always do. */
static void
test_aligned_text (LayoutPages *f, gconstpointer data)
{
  static const char *const aligned[] = {
    "Many of them have stood here for years, and it is not known",
    "when all of them were put up, nor how they could have been",
    "kept off the road, which is used by many of those who live", "here."
  };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 40, aligned, G_N_ELEMENTS (aligned));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      layout_pages_add_line (page, 45, 100 + 12 * i, 10, 0, label);
      layout_pages_add_line (page, 70, 100 + 12 * i, 10, 0,
                             i == 0   ? "Cut the bottle."
                             : i == 1 ? "Fill it."
                                      : "Wait for an hour.");
    }
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[0])->kind, ==, COG_LAYOUT_PARAGRAPH);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[i])->kind, ==, COG_LAYOUT_ITEM);
}

/* Dots that lead to numbers are no cells, nor are the keys of a bibliography. */
static void
test_leaders (LayoutPages *f, gconstpointer data)
{
  static const char *const entries[] = { "bottle . . . . . . . . . . 27",
                                         "water . . . . . . . . 243",
                                         "well . . . . . . . . . . . 5" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 40, text_lines, G_N_ELEMENTS (text_lines));
  for (guint i = 0; i < 3; i++)
    {
      layout_pages_add_line (page, 40, 100 + 12 * i, 10, 0, entries[i]);
      layout_pages_add_line (page, 40, 160 + 12 * i, 10, 0, i == 0 ? "[Gau07]" : "[Kn84]");
      layout_pages_add_line (page, 80, 160 + 12 * i, 10, 0,
                             i == 2 ? "Water." : "On wells and bottles.");
    }
  document = cog_layout_document_new (f->file, f->pages);
  for (guint i = 0; i < document->blocks->len; i++)
    g_assert_cmpint (((CogLayoutBlock *)document->blocks->pdata[i])->kind, !=, COG_LAYOUT_TABLE);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/pdf-layout-tables/" name, LayoutPages, NULL, layout_pages_set_up, func,            \
              layout_pages_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("narrow-gaps", test_narrow_gaps);
  ADD ("two-lines-in-a-cell", test_two_lines_in_a_cell);
  ADD ("spans", test_spans);
  ADD ("three-rules", test_three_rules);
  ADD ("title", test_title);
  ADD ("justified", test_justified);
  ADD ("justified-item", test_justified_item);
  ADD ("touching-cells", test_touching_cells);
  ADD ("wrapped-rows", test_wrapped_rows);
  ADD ("centred-head", test_centred_head);
  ADD ("aligned-text", test_aligned_text);
  ADD ("leaders", test_leaders);
  return g_test_run ();
}
