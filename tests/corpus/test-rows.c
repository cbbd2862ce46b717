/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-job.h"
#include "cog-section-rows.h"
#include "corpus.h"

#include <glib/gstdio.h>

/* Each unit of a real book is in exactly one row of the workbench, and what the rows say of
 * themselves holds. */

static void
check_table (const CogRow *row)
{
  g_assert_cmpuint (row->table->n_columns, <=, COG_ROW_MAX_COLUMNS);
  for (guint i = 0; i < row->table->cells->len; i++)
    {
      const CogRowCell *cell = &g_array_index (row->table->cells, CogRowCell, i);

      g_assert_cmpuint (cell->column + cell->columns, <=, row->table->n_columns);
      g_assert_cmpuint (cell->line + cell->lines, <=, row->table->n_lines);
      g_assert_cmpuint (cell->first_unit + cell->n_units, <=, row->units->len);
    }
}

static void
check_pictures (const CogRow *row)
{
  for (guint i = 0; row->pictures != NULL && i < row->pictures->len; i++)
    {
      const CogRowPicture *picture = g_ptr_array_index (row->pictures, i);

      g_assert_cmpint (picture->alt, <, (int)row->units->len);
      g_assert_true (picture->asset != NULL || picture->drawing != NULL || picture->is_media);
      if (picture->alt >= 0)
        g_assert_cmpint (((CogUnit *)g_ptr_array_index (row->units, picture->alt))->kind, ==,
                         COG_UNIT_ALT);
    }
}

static void
check_section (CogProject *project, const char *section, guint counts[COG_ROW_FIGURE + 1])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, &error);
  g_autoptr (CogSectionRows) rows = cog_section_rows_load (project, section, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const CogRow *row = g_ptr_array_index (rows->rows, i);

      counts[row->kind]++;
      g_assert_cmpuint (row->indent, <=, COG_ROW_MAX_INDENT);
      if (row->table != NULL)
        check_table (row);
      check_pictures (row);
      for (guint k = 0; k < row->units->len; k++)
        g_assert_true (g_hash_table_add (seen, ((CogUnit *)g_ptr_array_index (row->units, k))->id));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, units->len);
}

static void
test_book (gconstpointer data)
{
  g_autofree char *path = corpus_dup_path (data);
  const char *files[] = { path, NULL };
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  guint counts[COG_ROW_FIGURE + 1] = { 0 };

  if (path == NULL)
    {
      g_test_skip ("The corpus is not here.");
      return;
    }
  project =
      cog_import_new_project ("rows.cognate", files, NULL, "ar", NULL, report, NULL, NULL, &error);
  g_assert_no_error (error);
  sections = cog_project_list_sections (project);
  for (guint i = 0; i < sections->len; i++)
    check_section (project, ((CogSectionInfo *)g_ptr_array_index (sections, i))->id, counts);
  g_test_message ("%u texts, %u equations, %u tables, %u figures", counts[COG_ROW_TEXT],
                  counts[COG_ROW_EQUATION], counts[COG_ROW_TABLE], counts[COG_ROW_FIGURE]);
  g_assert_true (cog_project_close (project, &error));
  g_clear_object (&project);
  g_assert_cmpint (g_remove ("rows.cognate"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rows/openstax", "openstax/university-physics-en", test_book);
  g_test_add_data_func ("/rows/openstax-tables", "openstax/microeconomics-en", test_book);
  g_test_add_data_func ("/rows/epub", "epub/cole-voyage-of-life.epub", test_book);
  g_test_add_data_func ("/rows/page", "html/wikipedia-hermitian-matrix.html", test_book);
  g_test_add_data_func ("/rows/arabic", "epub/regime-anticancer-arabic.epub", test_book);
  g_test_add_data_func ("/rows/hostile-spans", "hostile/huge-table-span.epub", test_book);
  return g_test_run ();
}
