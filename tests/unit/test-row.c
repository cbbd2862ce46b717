/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-row.h"

#include <string.h>

/* The rows of a section that holds this, whose units are read from it as a project would. */
typedef struct
{
  GPtrArray *rows;
  guint n_units;
} Rows;

static void
collect (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  g_ptr_array_add (user_data, cog_unit_copy (unit));
}

static Rows
make_rows (const char *content)
{
  g_autofree char *text =
      g_strdup_printf ("<section xmlns=\"http://www.w3.org/1999/xhtml\""
                       " xmlns:epub=\"http://www.idpf.org/2007/ops\" id=\"s\">%s</section>",
                       content);
  g_autoptr (GError) error = NULL;
  CogSection *section = cog_section_new ("s", NULL);
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  Rows rows;

  section->content = cog_xml_parse_own (text, -1, &error);
  g_assert_no_error (error);
  cog_section_foreach_unit (section, collect, units);
  rows.n_units = units->len;
  rows.rows = cog_row_list_new (NULL, text, units);
  cog_section_free (section);
  return rows;
}

static const CogRow *
get_row (const Rows *rows, guint i)
{
  g_assert_cmpuint (i, <, rows->rows->len);
  return g_ptr_array_index (rows->rows, i);
}

/* No unit is lost, none is twice. */
static void
finish (Rows *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->rows->len; i++)
    n += get_row (rows, i)->units->len;
  g_assert_cmpuint (n, ==, rows->n_units);
  g_ptr_array_unref (rows->rows);
}

static void
assert_marker (const CogRow *row, const char *language, const char *expected)
{
  g_autofree char *marker = cog_row_dup_marker (row, language);

  g_assert_cmpstr (marker, ==, expected);
}

static void
test_lists (void)
{
  Rows rows = make_rows ("<h2 id='h'>T</h2><ol id='l' start='3'><li id='a'>one</li><li id='b'>"
                         "<p id='b1'>two</p><p id='b2'>more</p><ul id='u'><li id='c'>deep</li></ul>"
                         "</li></ol><ol id='m' type='a'><li id='d'>x</li></ol>");

  g_assert_cmpuint (get_row (&rows, 0)->level, ==, 2);
  g_assert_cmpuint (get_row (&rows, 0)->indent, ==, 0);
  assert_marker (get_row (&rows, 0), "en", NULL);
  assert_marker (get_row (&rows, 1), "en", "3.");
  assert_marker (get_row (&rows, 2), "ar-EG", "٤.");
  assert_marker (get_row (&rows, 3), "en", NULL);
  g_assert_cmpuint (get_row (&rows, 3)->indent, ==, 1);
  assert_marker (get_row (&rows, 4), "en", "•");
  g_assert_cmpuint (get_row (&rows, 4)->indent, ==, 2);
  assert_marker (get_row (&rows, 5), "en", "a.");
  g_assert_true (get_row (&rows, 5)->is_tight);
  finish (&rows);
}

static void
test_contexts (void)
{
  Rows rows = make_rows (
      "<p id='p'>out</p><aside id='n' class='note'><h3 id='h'>Note</h3><p id='q'>in</p></aside>"
      "<section id='e' class='exercise'><section id='f' class='problem'><p id='g'>why</p></section>"
      "<section id='k' class='solution'><p id='j'>so</p></section></section>"
      "<blockquote id='z'><p id='y'>said</p></blockquote>");

  g_assert_cmpint (get_row (&rows, 0)->context, ==, COG_CONTEXT_NONE);
  g_assert_cmpint (get_row (&rows, 1)->context, ==, COG_CONTEXT_NOTE);
  g_assert_true (get_row (&rows, 1)->is_first);
  g_assert_false (get_row (&rows, 1)->is_last);
  g_assert_true (get_row (&rows, 2)->is_last);
  g_assert_cmpint (get_row (&rows, 3)->context, ==, COG_CONTEXT_EXERCISE);
  g_assert_cmpint (get_row (&rows, 4)->context, ==, COG_CONTEXT_ANSWER);
  g_assert_true (get_row (&rows, 4)->is_first);
  g_assert_cmpint (get_row (&rows, 5)->context, ==, COG_CONTEXT_QUOTATION);
  g_assert_cmpuint (get_row (&rows, 5)->indent, ==, 1);
  finish (&rows);
}

static void
test_table (void)
{
  Rows rows = make_rows (
      "<table id='t'><caption id='c'>About</caption><thead><tr><th id='a'>Name</th>"
      "<th id='b' colspan='2'>Both</th></tr></thead><tbody>"
      "<tr><td id='d' rowspan='0'>all</td><td id='e'>1 ft</td><td id='f'>word</td></tr>"
      "<tr><td id='g'>2 ft</td><td id='h'>and a longer text here</td></tr></tbody></table>");
  const CogRow *row = get_row (&rows, 0);
  const CogRowCell *cells = (const CogRowCell *)row->table->cells->data;

  g_assert_cmpint (row->kind, ==, COG_ROW_TABLE);
  g_assert_cmpuint (row->table->n_columns, ==, 3);
  g_assert_cmpuint (row->table->n_lines, ==, 3);
  g_assert_cmpuint (row->table->cells->len, ==, 7);
  g_assert_cmpuint (cells[1].columns, ==, 2);
  g_assert_true (cells[1].is_header);
  g_assert_cmpuint (cells[2].lines, ==, 2);
  g_assert_cmpuint (cells[5].column, ==, 1);
  g_assert_cmpuint (cells[6].column, ==, 2);
  g_assert_true (row->table->is_number[1]);
  g_assert_false (row->table->is_number[2]);
  g_assert_cmpuint (row->table->longest[2], ==, 22);
  g_assert_true (row->table->is_first && row->table->is_last);
  finish (&rows);
}

static void
test_figure (void)
{
  Rows rows = make_rows ("<figure id='f'><img id='i' src='a.png' alt='A car'/><img id='k' "
                         "src='b.png' alt=''/><figcaption id='c'>Cars</figcaption></figure>"
                         "<img id='l' src='c.png'/>"
                         "<p id='p'>see <img id='m' src='d.png' alt='sign'/></p>");
  const CogRow *row = get_row (&rows, 0);
  const CogRowPicture *first = g_ptr_array_index (row->pictures, 0);
  const CogRowPicture *second = g_ptr_array_index (row->pictures, 1);

  g_assert_cmpint (row->kind, ==, COG_ROW_FIGURE);
  g_assert_cmpuint (row->pictures->len, ==, 2);
  g_assert_cmpuint (row->units->len, ==, 2);
  g_assert_cmpint (first->alt, ==, 0);
  g_assert_cmpstr (first->asset, ==, "a.png");
  g_assert_true (second->is_decorative);
  g_assert_cmpint (second->alt, ==, -1);
  g_assert_cmpint (get_row (&rows, 1)->kind, ==, COG_ROW_FIGURE);
  /* A picture in a line goes with its text. */
  g_assert_cmpuint (get_row (&rows, 2)->units->len, ==, 2);
  finish (&rows);
}

/* A paragraph of pictures only is a figure, until it has a text. */
static void
test_carrier (void)
{
  Rows rows = make_rows ("<p id='p'><a href='#q'><img id='i' src='a.png' alt='A car'/></a> </p>"
                         "<p id='q'><img id='k' src='b.png' alt=''/></p>"
                         "<p id='r'><img id='l' src='c.png' alt='x'/>.</p>");
  const CogRow *row = get_row (&rows, 0);
  const CogRowPicture *picture = g_ptr_array_index (row->pictures, 0);

  g_assert_cmpint (row->kind, ==, COG_ROW_FIGURE);
  g_assert_cmpstr (row->id, ==, "p");
  g_assert_cmpint (row->carrier, ==, 0);
  g_assert_cmpuint (row->units->len, ==, 2);
  g_assert_cmpint (picture->alt, ==, 1);
  g_assert_cmpstr (picture->asset, ==, "a.png");
  g_assert_cmpint (get_row (&rows, 1)->carrier, ==, 0);
  g_assert_cmpuint (get_row (&rows, 1)->units->len, ==, 1);
  g_assert_cmpint (get_row (&rows, 2)->kind, ==, COG_ROW_TEXT);
  g_assert_cmpint (get_row (&rows, 2)->carrier, ==, -1);
  finish (&rows);
}

/* A table of ten thousand cells is rows of a bearable size, all of the same columns. */
static void
test_long_table (void)
{
  g_autoptr (GString) content = g_string_new ("<table id='t'>");
  Rows rows;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (content,
                            "<tr><td id='a%u'>a</td><td id='b%u' rowspan='%u'>b</td>"
                            "<td id='c%u'>c</td><td id='d%u'>d</td></tr>",
                            i, i,
                            i == 0       ? 60000
                            : i == 100   ? 0
                            : i % 9 == 0 ? 7
                                         : 1,
                            i, i);
  g_string_append (content, "</table>");
  rows = make_rows (content->str);
  g_assert_cmpuint (rows.rows->len, >, 20);
  for (guint i = 0; i < rows.rows->len; i++)
    {
      const CogRow *row = get_row (&rows, i);

      g_assert_cmpuint (row->table->cells->len, <=, 5 * COG_ROW_PART_CELLS);
      g_assert_cmpuint (row->table->n_columns, ==, get_row (&rows, 0)->table->n_columns);
      g_assert_cmpint (row->table->is_last, ==, i + 1 == rows.rows->len);
      for (guint c = 0; c < row->table->cells->len; c++)
        {
          const CogRowCell *cell = &g_array_index (row->table->cells, CogRowCell, c);

          g_assert_cmpuint (cell->line + cell->lines, <=, row->table->n_lines);
          g_assert_cmpuint (cell->column + cell->columns, <=, row->table->n_columns);
        }
    }
  finish (&rows);
}

static void
append_times (GString *out, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<table id='t'><tr>");
  Rows rows;

  append_times (deep, 100, "<ol><li>");
  g_string_append (deep, "<p id='p'>low</p>");
  append_times (deep, 100, "</li></ol>");
  g_string_append (deep, "<p id='q'>after</p>");
  rows = make_rows (deep->str);
  g_assert_cmpuint (get_row (&rows, 0)->indent, ==, COG_ROW_MAX_INDENT);
  g_assert_cmpuint (get_row (&rows, 1)->indent, ==, 0);
  finish (&rows);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (wide, "<td id='c%u' colspan='99999999999'>x</td>", i);
  g_string_append (wide, "</tr></table>");
  rows = make_rows (wide->str);
  for (guint i = 0; i < rows.rows->len; i++)
    g_assert_cmpuint (get_row (&rows, i)->units->len, <=, COG_ROW_MAX_COLUMNS);
  finish (&rows);

  rows = make_rows ("<table id='t'><tr><td><table id='u'><tr><td id='a'>in</td></tr></table></td>"
                    "<td id='b'>b</td></tr></table><table id='v'/>");
  g_assert_cmpuint (get_row (&rows, 0)->units->len, ==, 2);
  finish (&rows);
}

static void
test_unreadable (void)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  g_autoptr (GPtrArray) rows = NULL;

  g_ptr_array_add (units, cog_unit_new ("a", "s", COG_UNIT_PARAGRAPH));
  g_ptr_array_add (units, cog_unit_new ("b", "s", COG_UNIT_PARAGRAPH));
  rows = cog_row_list_new ("<", "<section", units);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((CogRow *)g_ptr_array_index (rows, 1))->id, ==, "b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/lists", test_lists);
  g_test_add_func ("/row/contexts", test_contexts);
  g_test_add_func ("/row/table", test_table);
  g_test_add_func ("/row/figure", test_figure);
  g_test_add_func ("/row/carrier", test_carrier);
  g_test_add_func ("/row/long-table", test_long_table);
  g_test_add_func ("/row/hostile", test_hostile);
  g_test_add_func ("/row/unreadable", test_unreadable);
  return g_test_run ();
}
