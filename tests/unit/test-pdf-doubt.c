/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-doubt.h"
#include "cog-pdf-reading-findings.h"

#include "layout-pages.h"

/* What makes one doubt that a page was read as it was meant, and what does not. */

static const char *const lines[] = {
  "Every village has a story about its water. In some",
  "of them it tells of a spring that never dries, and",
  "in others of a well that had to be dug again, when",
  "the first one had no water left in a dry year of",
  "which nobody had thought that it could come back.",
};

static const CogLayoutDoubt *
get_doubt (const CogLayoutDocument *document, guint page)
{
  g_assert_cmpuint (document->doubts->len, >=, page);
  return &g_array_index (document->doubts, CogLayoutDoubt, page - 1);
}

static gboolean
tells_any (const CogLayoutDoubt *doubt)
{
  for (int kind = 0; kind < COG_LAYOUT_N_DOUBTS; kind++)
    if (cog_layout_doubt_tells (doubt, (CogLayoutDoubtKind)kind))
      return TRUE;
  return FALSE;
}

/* A text, an item with its label, a line with a tab in it: nobody doubts these. */
static void
test_sure (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  layout_pages_add_line (page, 40, 200, 10, 0, "•");
  layout_pages_add_line (page, 60, 200, 10, 0, "an item of which the text stands far from it.");
  layout_pages_add_line (page, 40, 250, 10, 0, "Name:");
  layout_pages_add_line (page, 200, 250, 10, 0, "Date:");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpfloat (get_doubt (document, 1)->confidence, ==, 1);
  g_assert_false (tells_any (get_doubt (document, 1)));
}

/* One letter without a meaning is wrong, on however long a page. */
static void
test_letters (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  layout_pages_add_line (page, 40, 160, 10, 0, "The f\357\277\275ower of the sea.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (get_doubt (document, 1)->counts[COG_LAYOUT_DOUBT_LETTERS], ==, 1);
  g_assert_true (cog_layout_doubt_tells (get_doubt (document, 1), COG_LAYOUT_DOUBT_LETTERS));
  g_assert_false (cog_layout_doubt_tells (get_doubt (document, 1), COG_LAYOUT_DOUBT_CELLS));
}

/* Two columns that stand as close as wide spaces do are read across; the space that runs down
 * between them shows it. */
static void
test_river (LayoutPages *f, gconstpointer data)
{
  static const char *const left[] = { "It was a long", "way to a well", "which a child",
                                      "walked a day,", "but who would" };
  static const char *const right[] = { "the river was", "so low that we", "found a stone",
                                       "from old times", "where water is" };
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutDoubt *doubt;

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      layout_pages_add_line (page, 40, 100 + 12 * i, 10, 0, left[i]);
      layout_pages_add_line (page, 112.5, 100 + 12 * i, 10, 0, right[i]);
    }
  document = cog_layout_document_new (f->file, f->pages);
  doubt = get_doubt (document, 1);
  g_assert_cmpfloat (doubt->confidence, <, .5);
  g_assert_true (cog_layout_doubt_tells (doubt, COG_LAYOUT_DOUBT_CELLS));
}

/* Rows that no table was made of. */
static void
test_cells (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogLayoutBlock *block = cog_layout_block_new (COG_LAYOUT_PARAGRAPH, 1);
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_block_free);
  g_autoptr (GArray) doubts = NULL;
  const CogLayoutDoubt *doubt;

  for (guint i = 0; i < 3; i++)
    {
      layout_pages_add_line (page, 40, 100 + 12 * i, 10, 0, "a high mountain");
      layout_pages_add_line (page, 150 + 20 * i, 100 + 12 * i, 10, 0, "4000 m");
    }
  for (guint i = 0; i < 3; i++)
    {
      CogLayoutLine *line = cog_layout_line_new (1, FALSE);

      for (guint k = 0; k < 5; k++)
        g_ptr_array_add (line->words, &g_array_index (page->words, CogPdfWord, 5 * i + k));
      cog_layout_line_finish (f->file, line);
      cog_layout_block_add_line (block, line);
    }
  g_ptr_array_add (blocks, block);
  doubts = cog_layout_doubts_new (f->pages, blocks);
  doubt = &g_array_index (doubts, CogLayoutDoubt, 0);
  g_assert_cmpuint (doubt->n_words, ==, 15);
  g_assert_cmpuint (doubt->counts[COG_LAYOUT_DOUBT_CELLS], ==, 15);
  g_assert_cmpfloat (doubt->confidence, ==, 0);
}

static void
add_cell (LayoutPages *f, CogLayoutBlock *table, guint row, guint column, const char *text)
{
  CogPdfPage *page = f->pages->pdata[0];
  CogLayoutTableCell *cell = cog_layout_table_cell_new (row, column);
  CogLayoutLine *line = cog_layout_line_new (1, FALSE);
  guint first = page->words->len;

  layout_pages_add_line (page, 40 + 150 * column, 100 + 12 * row, 10, 0, text);
  for (guint i = first; i < page->words->len; i++)
    g_ptr_array_add (line->words, &g_array_index (page->words, CogPdfWord, i));
  cog_layout_line_finish (f->file, line);
  g_ptr_array_add (cell->lines, line);
  g_ptr_array_add (table->cells, cell);
}

static CogLayoutDoubt
measure_table (LayoutPages *f, const char *const *rows, guint n)
{
  CogPdfPage *page = layout_pages_add_page (f);
  CogLayoutBlock *table = cog_layout_block_new (COG_LAYOUT_TABLE, 1);
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_block_free);
  g_autoptr (GArray) doubts = NULL;

  /* The words stay where they are while others are added. */
  g_array_set_size (page->words, 500);
  g_array_set_size (page->words, 0);
  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_table_cell_free);
  for (guint i = 0; i < n; i++)
    add_cell (f, table, i / 2, i % 2, rows[i]);
  g_ptr_array_add (blocks, table);
  doubts = cog_layout_doubts_new (f->pages, blocks);
  return g_array_index (doubts, CogLayoutDoubt, 0);
}

/* A table whose sentences go on from row to row is two columns of text. */
static void
test_columns_as_table (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[] = { "Every village has a",  "least once. The way",
                                      "story about its well", "which children walk",
                                      "that never runs dry",  "is told in some old",
                                      "until it does and it", "books that were for",
                                      "had to be dug again",  "no one but teachers" };
  CogLayoutDoubt doubt = measure_table (f, rows, G_N_ELEMENTS (rows));

  g_assert_cmpfloat (doubt.confidence, ==, 0);
  g_assert_true (cog_layout_doubt_tells (&doubt, COG_LAYOUT_DOUBT_CELLS));
}

/* Cells in lower case are no such sentences: they are as long as they are. */
static void
test_table (LayoutPages *f, gconstpointer data)
{
  static const char *const rows[] = {
    "Source", "Litres", "the spring", "40", "the well of the school", "± 125", "the river", "+ 300",
    "rain",   "12",     "the roof",   "20"
  };
  CogLayoutDoubt doubt = measure_table (f, rows, G_N_ELEMENTS (rows));

  g_assert_cmpfloat (doubt.confidence, ==, 1);
}

/* The rows of a matrix among the text, and words over each other. */
static void
test_formula (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  const CogLayoutDoubt *doubt;

  layout_pages_add_lines (page, 40, 100, lines, G_N_ELEMENTS (lines));
  layout_pages_add_line (page, 40, 180, 10, 0, "2 + 1 = x");
  layout_pages_add_line (page, 40, 200, 10, 0, "[ 4 ]");
  layout_pages_add_line (page, 40, 230, 10, 0, "Over");
  layout_pages_add_line (page, 45, 230, 10, 0, "this");
  document = cog_layout_document_new (f->file, f->pages);
  doubt = get_doubt (document, 1);
  g_assert_cmpuint (doubt->counts[COG_LAYOUT_DOUBT_STACKED], ==, 5 + 3 + 1);
  g_assert_true (cog_layout_doubt_tells (doubt, COG_LAYOUT_DOUBT_STACKED));
}

/* A line that is read after those below it. */
static void
test_order (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;
  g_autoptr (GArray) doubts = NULL;
  gpointer first;

  layout_pages_add_line (page, 40, 100, 10, 0, "This line is first.");
  layout_pages_add_line (page, 40, 150, 10, 0, "This one is second.");
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpuint (get_doubt (document, 1)->counts[COG_LAYOUT_DOUBT_ORDER], ==, 0);
  first = document->blocks->pdata[0];
  document->blocks->pdata[0] = document->blocks->pdata[1];
  document->blocks->pdata[1] = first;
  doubts = cog_layout_doubts_new (f->pages, document->blocks);
  g_assert_cmpuint (g_array_index (doubts, CogLayoutDoubt, 0).counts[COG_LAYOUT_DOUBT_ORDER], ==,
                    4);
}

/* A sentence of which a part stands too far below. */
static void
test_pieces (LayoutPages *f, gconstpointer data)
{
  CogPdfPage *page = layout_pages_add_page (f);
  g_autoptr (CogLayoutDocument) document = NULL;

  layout_pages_add_lines (page, 40, 100, lines, 3);
  layout_pages_add_lines (page, 40, 160, lines + 3, 2);
  document = cog_layout_document_new (f->file, f->pages);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_true (cog_layout_doubt_tells (get_doubt (document, 1), COG_LAYOUT_DOUBT_PIECES));
}

static guint
count (CogReport *report, const char *id, const char *place, const char *pages)
{
  GPtrArray *findings = cog_report_get_findings (report);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = findings->pdata[i];

      g_test_message ("%s %s %s", finding->kind->id, finding->place, finding->arguments[0]);
      n += g_str_equal (finding->kind->id, id) && g_str_equal (finding->place, place) &&
           g_strcmp0 (finding->arguments[0], pages) == 0;
    }
  return n;
}

/* Pages one after the other with the same doubt are told as one, and lead to the first of them. */
static void
test_report (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GArray) doubts = g_array_new (FALSE, TRUE, sizeof (CogLayoutDoubt));

  for (guint page = 1; page <= 9; page++)
    {
      CogLayoutDoubt doubt = { .page = page, .n_words = 100, .confidence = 1 };

      if ((page >= 3 && page <= 5) || page == 9)
        {
          doubt.counts[COG_LAYOUT_DOUBT_CELLS] = 30;
          doubt.counts[COG_LAYOUT_DOUBT_PIECES] = 1;
          doubt.confidence = .7;
        }
      doubt.n_turned = page == 2;
      g_array_append_val (doubts, doubt);
    }
  cog_pdf_report_doubts (report, doubts);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 3);
  g_assert_cmpuint (count (report, "pages-with-doubtful-columns", "page 3", "3–5"), ==, 1);
  g_assert_cmpuint (count (report, "pages-with-doubtful-columns", "page 9", "9"), ==, 1);
  g_assert_cmpuint (count (report, "text-turned-dropped", "page 2", "2"), ==, 1);
}

static void
add (const char *path, void (*test) (LayoutPages *, gconstpointer))
{
  g_test_add (path, LayoutPages, NULL, layout_pages_set_up, test, layout_pages_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/pdf-doubt/sure", test_sure);
  add ("/pdf-doubt/letters", test_letters);
  add ("/pdf-doubt/river", test_river);
  add ("/pdf-doubt/cells", test_cells);
  add ("/pdf-doubt/columns-as-table", test_columns_as_table);
  add ("/pdf-doubt/table", test_table);
  add ("/pdf-doubt/formula", test_formula);
  add ("/pdf-doubt/order", test_order);
  add ("/pdf-doubt/pieces", test_pieces);
  g_test_add_func ("/pdf-doubt/report", test_report);
  return g_test_run ();
}
