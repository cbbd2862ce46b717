/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-figures.h"
#include "cog-table.h"
#include "structure-fixture.h"

#include <string.h>

static gboolean
omit_table (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "t22", COG_BLOCK_TABLE, TRUE, "old", error);
}

static gboolean
take_table (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "tc", COG_BLOCK_TABLE, FALSE, NULL, error);
}

static gboolean
omit_row (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "t22", COG_BLOCK_ROW, TRUE, NULL, error);
}

static gboolean
omit_column (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "t21", COG_BLOCK_COLUMN, TRUE, NULL, error);
}

static gboolean
omit_figure (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "c", COG_BLOCK_NEAREST, TRUE, NULL, error);
}

static gboolean
omit_exercise (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "x1", COG_BLOCK_EXERCISE, TRUE, NULL, error);
}

static gboolean
omit_list (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "l1", COG_BLOCK_LIST, TRUE, NULL, error);
}

static gboolean
omit_no_cell (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "p0", COG_BLOCK_ROW, TRUE, NULL, error);
}

static void
decide (CogProject *project, const char *unit, CogDecision decision)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_DECISION, .decision = decision };

  g_assert_true (cog_project_edit (project, &edit, 1, NULL, NULL));
}

static guint
count_components (CogProject *project)
{
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);

  return components->len;
}

/* Wholes go as one step, and come back with what was decided on each unit. */
static void
test_omit (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogUnit) unit = NULL;

  credit->item = g_strdup ("t");
  credit->licence = g_strdup ("CC-BY-NC-4.0");
  g_assert_true (cog_project_set_credit (project, credit, NULL));
  g_assert_cmpuint (count_components (project), ==, 3);
  g_assert_true (project_fixture_set_target (project, "t21", "١", NULL));
  decide (project, "t21", COG_DECISION_ADAPTED);
  structure_fixture_check (&project, omit_table);
  structure_fixture_assert_text (project, "<table", FALSE);
  g_assert_cmpuint (count_components (project), ==, 2);
  unit = cog_project_dup_unit (project, "t21", NULL);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_OMITTED);
  g_assert_cmpstr (unit->reason, ==, "old");
  structure_fixture_check (&project, take_table);
  cog_unit_free (unit);
  unit = cog_project_dup_unit (project, "t21", NULL);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_ADAPTED);
  structure_fixture_check (&project, omit_figure);
  structure_fixture_assert_text (project, "<figure", FALSE);
  g_assert_cmpuint (count_components (project), ==, 2);
  structure_fixture_check (&project, omit_exercise);
  structure_fixture_assert_text (project, "class=\"exercise\"", FALSE);
  structure_fixture_check (&project, omit_list);
  structure_fixture_assert_text (project, "<ul", FALSE);
  structure_fixture_refuse (project, omit_no_cell, COG_ERROR_REFUSED);
}

/* A line of a table of which all was left out is not in the edition; one cell alone leaves its
 * place empty. */
static void
test_omit_lines (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  decide (project, "t21", COG_DECISION_OMITTED);
  structure_fixture_assert_text (project, "<td id=\"t21\"/>", TRUE);
  structure_fixture_check (&project, omit_column);
  structure_fixture_assert_text (project, "t21", FALSE);
  structure_fixture_assert_text (project, "<td id=\"t22\"", TRUE);
  structure_fixture_check (&project, omit_row);
  structure_fixture_assert_text (project, "<tbody", FALSE);
  structure_fixture_assert_text (project, "<th id=\"t12\"", TRUE);
}

static gboolean
add_table (CogProject *project, GError **error)
{
  CogTableSpec spec = { 2, 3, TRUE, "Mine" };
  g_autofree char *id = cog_project_add_table (project, "one", "p1", &spec, error);

  g_assert_true (id == NULL || g_str_equal (id, "one-added-1.c"));
  return id != NULL;
}

static gboolean
add_huge_table (CogProject *project, GError **error)
{
  CogTableSpec spec = { 100000, 3, TRUE, NULL };
  g_autofree char *id = cog_project_add_table (project, "one", "p1", &spec, error);

  return id != NULL;
}

static gboolean
row_after (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "one-added-1.4", COG_TABLE_ROW_AFTER, error);
}

static gboolean
head_after (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "one-added-1.1", COG_TABLE_COLUMN_AFTER, error);
}

static gboolean
remove_column (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "one-added-1.2", COG_TABLE_REMOVE_COLUMN, error);
}

static gboolean
remove_row (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "one-added-1.7", COG_TABLE_REMOVE_ROW, error);
}

static gboolean
remove_of_source (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "t22", COG_TABLE_REMOVE_ROW, error);
}

static gboolean
add_to_source (CogProject *project, GError **error)
{
  return cog_project_edit_table (project, "t22", COG_TABLE_ROW_BEFORE, error);
}

static gboolean
remove_table (CogProject *project, GError **error)
{
  return cog_project_remove_block (project, "one-added-1.c", COG_BLOCK_TABLE, error);
}

static void
test_tables (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, add_table);
  structure_fixture_refuse (project, add_huge_table, COG_ERROR_REFUSED);
  structure_fixture_assert_units (
      project, "one",
      "h i@alt c r np l1 l2 p0 p1 one-added-1.c one-added-1.1 one-added-1.2 one-added-1.3 "
      "one-added-1.4 one-added-1.5 one-added-1.6 one-added-1.7 one-added-1.8 one-added-1.9 p2 b1 "
      "b2 tc t11 t12 t21 t22 x1 x2");
  structure_fixture_check (&project, row_after);
  structure_fixture_check (&project, head_after);
  g_assert_true (project_fixture_set_target (project, "one-added-3.1", "Head", NULL));
  structure_fixture_assert_text (project, "<th id=\"one-added-3.1\" scope=\"col\">Head</th>", TRUE);
  structure_fixture_check (&project, remove_column);
  structure_fixture_check (&project, remove_row);
  structure_fixture_refuse (project, remove_of_source, COG_ERROR_REFUSED);
  structure_fixture_check (&project, add_to_source);
  structure_fixture_assert_text (project, "<tbody><tr><td id=\"one-added-4.1\"/>", TRUE);
  structure_fixture_check (&project, remove_table);
  structure_fixture_assert_text (project, "Mine", FALSE);
}

static gboolean
add_figure (CogProject *project, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new picture", 11);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/jpeg", bytes);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  CogFigureSpec spec = { asset, credit, "A dog & more", "A <em>dog</em>", FALSE };
  g_autofree char *id = NULL;

  asset->width = 80;
  asset->height = 60;
  credit->licence = g_strdup ("CC-BY-NC-4.0");
  credit->title = g_strdup ("Dog");
  id = cog_project_add_figure (project, "one", "p1", &spec, error);
  return id != NULL;
}

static gboolean
add_decoration (CogProject *project, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("line", 4);
  g_autoptr (CogAsset) asset = cog_asset_new ("x", "image/png", bytes);
  CogFigureSpec spec = { asset, NULL, NULL, NULL, TRUE };
  g_autofree char *id = cog_project_add_figure (project, "three", NULL, &spec, error);

  return id != NULL;
}

static gboolean
move_figure (CogProject *project, GError **error)
{
  return cog_project_move_block (project, "one-added-1.i@alt", COG_BLOCK_NEAREST, "three",
                                 COG_PLACE_LAST, error);
}

static gboolean
omit_own_figure (CogProject *project, GError **error)
{
  return cog_project_omit_block (project, "one-added-1.c", COG_BLOCK_FIGURE, TRUE, NULL, error);
}

static gboolean
remove_figure (CogProject *project, GError **error)
{
  return cog_project_remove_block (project, "one-added-1.c", COG_BLOCK_FIGURE, error);
}

static gboolean
remove_second_figure (CogProject *project, GError **error)
{
  return cog_project_remove_block (project, "one-added-2.c", COG_BLOCK_FIGURE, error);
}

/* A credit that undo brings back stands in its place among those that came after another had
 * gone. */
static void
test_credit_order (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (add_figure (project, &error));
  g_assert_true (add_figure (project, &error));
  g_assert_true (remove_figure (project, &error));
  g_assert_true (add_figure (project, &error));
  g_assert_no_error (error);
  structure_fixture_check (&project, remove_second_figure);
}

static void
test_figures (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogProjectFigure) figure = NULL;

  structure_fixture_check (&project, add_figure);
  structure_fixture_assert_text (project, "alt=\"A dog &amp; more\"", TRUE);
  structure_fixture_assert_text (
      project, "<figcaption id=\"one-added-1.c\">A <em>dog</em></figcaption>", TRUE);
  g_assert_cmpuint (count_components (project), ==, 3);
  figure = cog_project_dup_figure (project, "one-added-1.c", NULL);
  g_assert_cmpstr (figure->credit->title, ==, "Dog");
  structure_fixture_check (&project, add_decoration);
  structure_fixture_assert_text (project, "alt=\"\"", TRUE);
  g_assert_cmpuint (count_components (project), ==, 4);
  structure_fixture_check (&project, move_figure);
  g_assert_true (cog_project_omit_section (project, "one", TRUE, NULL, NULL));
  g_assert_cmpuint (count_components (project), ==, 3);
  g_assert_true (cog_project_omit_section (project, "one", FALSE, NULL, NULL));
  structure_fixture_check (&project, omit_own_figure);
  g_assert_cmpuint (count_components (project), ==, 3);
  structure_fixture_check (&project, remove_figure);
  g_assert_cmpuint (count_components (project), ==, 3);
}

static void
test_list_blocks (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  static const struct
  {
    const char *id;
    const char *kinds;
  } cases[] = {
    { "p0", "nearest:p:1" },
    { "c", "nearest:figure:2" },
    { "l1", "nearest:li:1 list:ul:2" },
    { "b1", "nearest:p:1 aside:aside:2" },
    { "t21", "nearest:table:5 row:tr:2 column:td:2" },
    { "x2", "nearest:p:1 exercise:section:2" },
    { "np", "nearest:aside:1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = cog_project_list_blocks (project, cases[i].id, NULL);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint b = 0; b < blocks->len; b++)
        {
          const CogBlockInfo *info = g_ptr_array_index (blocks, b);

          g_string_append_printf (said, "%s%s:%s:%u", b > 0 ? " " : "",
                                  cog_block_kind_to_nick (info->kind), info->element,
                                  info->n_units);
          g_assert_false (info->is_own);
        }
      g_assert_cmpstr (said->str, ==, cases[i].kinds);
    }
}

/* Cells that reach over rows and columns, in a table with a head. */
static void
test_grid (void)
{
  static const char text[] =
      "<table xmlns='" COG_NS_XHTML "'><thead><tr><th>a</th><th colspan='2'>b</th></tr></thead>"
      "<tbody><tr><td rowspan='2'>c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr>"
      "</tbody></table>";
  g_autoptr (xmlDoc) document = cog_xml_parse_own (text, -1, NULL);
  g_autoptr (CogTable) table = cog_table_new (xmlDocGetRootElement (document));
  g_autoptr (GPtrArray) row = NULL;
  g_autoptr (GPtrArray) column = NULL;
  const CogTableCell *cell;

  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpuint (table->n_columns, ==, 3);
  row = cog_table_insert_row (table, 1, TRUE);
  g_assert_cmpuint (row->len, ==, 2); /* c grows */
  cell = &g_array_index (table->cells, CogTableCell, 2);
  g_assert_cmpuint (cell->n_rows, ==, 3);
  column = cog_table_insert_column (table, 2);
  g_assert_cmpuint (column->len, ==, 3); /* b grows */
  g_assert_cmpuint (table->n_columns, ==, 4);
  cog_table_remove_column (table, 2);
  g_assert_cmpuint (table->n_columns, ==, 3);
  cog_table_remove_row (table, 1); /* c goes down */
  g_assert_cmpuint (table->rows->len, ==, 3);
  cell = &g_array_index (table->cells, CogTableCell, 2);
  g_assert_cmpuint (cell->row, ==, 1);
  g_assert_cmpuint (cell->n_rows, ==, 2);
  cog_table_remove_row (table, 0);
  g_assert_null (cog_xml_find_child (table->element, NULL, "thead"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/structure/omit", test_omit);
  PROJECT_FIXTURE_ADD ("/structure/omit-lines", test_omit_lines);
  PROJECT_FIXTURE_ADD ("/structure/own-tables", test_tables);
  PROJECT_FIXTURE_ADD ("/structure/own-figures", test_figures);
  PROJECT_FIXTURE_ADD ("/structure/credit-order", test_credit_order);
  PROJECT_FIXTURE_ADD ("/structure/list-blocks", test_list_blocks);
  g_test_add_func ("/structure/grid", test_grid);
  return g_test_run ();
}
