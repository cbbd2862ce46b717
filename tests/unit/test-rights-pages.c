/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-project-structure.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* What an edition of two books says of its rights, in each language, as it is to be read: the files
 * in tests/fixtures/rights-pages are for people to look at. COGNATE_UPDATE_FIXTURES=1 writes them
 * anew. */

static const char *const languages[] = {
  "en", "ar", "fr", "es", "ru", "zh-Hans", "pt", "de", "pl",
  "uk", "kk", "tr", "id", "fa", "ur",      "hi", "sw",
};

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static gboolean
add_cats (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (40);
  CogCredit *picture = g_ptr_array_index (book->credits, 0);
  CogCredit *root = cog_credit_new ();
  g_autofree char *id = NULL;

  replace (&book->credit->source_url, "https://example.org/cats?utm_source=x&page=1");
  replace (&book->credit->publisher, "Cat Press");
  replace (&book->credit->copyright, "© 2019 Cat Press");
  replace (&book->credit->changes, "Shortened by Cat Press.");
  root->title = g_strdup ("All Animals");
  root->licence = g_strdup ("CC-BY-3.0");
  g_ptr_array_add (root->agents, cog_agent_new ("Rita", COG_ROLE_AUTHOR));
  g_ptr_array_add (book->credit->upstream, root);
  replace (&picture->title, "A cat asleep");
  replace (&picture->source_url, "https://example.org/asleep");
  g_ptr_array_add (picture->agents, cog_agent_new ("Mara Lindqvist", COG_ROLE_AUTHOR));
  id = cog_project_add_source (project, book, "epub", "cats.epub", NULL, NULL, error);
  return id != NULL;
}

static void
decide (CogProject *project, const char *unit, const char *target, CogDecision decision)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION | (target != NULL ? COG_UNIT_SET_TARGET : 0),
                       .target = target,
                       .decision = decision };
  g_autoptr (GError) error = NULL;

  cog_project_edit (project, &edit, 1, "test", &error);
  g_assert_no_error (error);
}

static void
set_field (CogProject *project, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  cog_project_set_field (project, key, value, &error);
  g_assert_no_error (error);
}

static CogProject *
make_project (const char *path, const char *language)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (path, language, "X", add_cats, NULL, &error);

  g_assert_no_error (error);
  project_fixture_add_second (project);
  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *unit = g_strdup_printf ("p%u", i);

      decide (project, unit, "…", i < 21 ? COG_DECISION_TRANSLATED : COG_DECISION_ADAPTED);
    }
  decide (project, "l1", NULL, COG_DECISION_OMITTED);
  decide (project, "s2-p0", "…", COG_DECISION_TRANSLATED);
  decide (project, "s2-l1", "…", COG_DECISION_REPLACED);
  g_assert_true (cog_project_omit_section (project, "two", TRUE, NULL, &error));
  set_field (project, "licence", "CC-BY-SA-4.0");
  set_field (project, "translator", "Aigul Bekova");
  set_field (project, "publisher", "Lakeside School");
  set_field (project, "year", "2026");
  return project;
}

static void
append_lines (GString *out, const CogBook *book, const char *id, gboolean only_credit)
{
  const xmlNode *root = cog_section_get_root (cog_book_find_section (book, id));

  g_string_append_printf (out, "[%s]\n", id);
  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *text = cog_xml_dup_folded_text (n);

      if (only_credit ? cog_xml_is (n, NULL, "p") && cog_xml_has_word (n, "class", "credit")
                      : cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li") ||
                            cog_xml_is (n, NULL, "h1") || cog_xml_is (n, NULL, "h2"))
        g_string_append_printf (out, "%s\n", text);
    }
}

static char *
write_pages (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogEditionOptions options = { NULL };
  g_autoptr (CogBook) book = cog_edition_new_for_project (project, &options, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  append_lines (out, book, "cognate-copyright", FALSE);
  append_lines (out, book, "one", TRUE);
  append_lines (out, book, "s2-one", TRUE);
  append_lines (out, book, "cognate-changes", FALSE);
  append_lines (out, book, "cognate-credits", FALSE);
  return g_string_free (out, FALSE);
}

static void
test_language (ProjectFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat (languages[i], ".txt", NULL);
      g_autofree char *golden =
          g_build_filename (g_getenv ("COGNATE_FIXTURES"), "rights-pages", name, NULL);
      g_autoptr (CogProject) project = make_project (f->path, languages[i]);
      g_autofree char *pages = write_pages (project);
      g_autofree char *wanted = NULL;

      g_clear_object (&project);
      g_unlink (f->path);
      if (g_getenv ("COGNATE_UPDATE_FIXTURES") != NULL)
        g_assert_true (g_file_set_contents (golden, pages, -1, NULL));
      g_assert_true (g_file_get_contents (golden, &wanted, NULL, NULL));
      g_assert_cmpstr (pages, ==, wanted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/rights-pages/all-languages", test_language);
  return g_test_run ();
}
