/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project-fixture.h"

static void
add_section (CogBook *book, const char *id, const char *title, const char *markup)
{
  CogSection *section = cog_section_new (id, title);
  g_autofree char *text = g_strdup_printf (
      "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>%s</section>", markup);

  section->content = cog_xml_parse_own (text, -1, NULL);
  g_ptr_array_add (book->sections, section);
}

/* As books have them: a page with one painting, a letter, a page that holds nothing. */
static gboolean
add_book (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  g_autofree char *id = NULL;

  add_section (book, "s1", "Winter", "<h1>Winter</h1><p>Cold.</p>");
  add_section (book, "s1b", NULL, "<figure id='f'><img src='a.png' alt='A river'/></figure>");
  add_section (book, "s2", NULL,
               "<p> </p><p>Dear <em>reader</em>, this is a long letter to you about rivers.</p>");
  add_section (book, "s3", NULL,
               "<p>春眠不觉晓处处闻啼鸟夜来风雨声花落知多少床前明月光疑是地上霜举头望明月低头思故乡"
               "白日依山尽黄河入海流欲穷千里目更上一层楼</p>");
  add_section (book, "s4", NULL, "<hr/>");
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  book->language = g_strdup ("en");
  book->credit->title = g_strdup ("Winter");
  cog_book_identify (book, NULL);
  id = cog_project_add_source (project, book, "epub", "w.epub", bytes, NULL, error);
  return id != NULL;
}

static const char *
get_name (GPtrArray *sections, guint i)
{
  return cog_section_info_get_label (g_ptr_array_index (sections, i), TRUE);
}

static void
test_names (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project =
      cog_project_create (f->path, "ar-EG", NULL, add_book, NULL, &error);
  g_autoptr (GPtrArray) sections = NULL;

  g_assert_no_error (error);
  sections = cog_project_list_sections (project);
  g_assert_cmpuint (sections->len, ==, 5);
  g_assert_cmpstr (get_name (sections, 0), ==, "Winter");
  g_assert_cmpstr (get_name (sections, 1), ==, "A river");
  g_assert_cmpstr (get_name (sections, 2), ==, "Dear reader, this is a long letter to you about…");
  g_assert_cmpint (g_utf8_strlen (get_name (sections, 3), -1), ==, 49);
  g_assert_true (g_str_has_suffix (get_name (sections, 3), "…"));
  g_assert_cmpstr (get_name (sections, 4), ==, "Without a title");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/section-names/names", ProjectFixture, NULL, project_fixture_set_up, test_names,
              project_fixture_tear_down);
  return g_test_run ();
}
