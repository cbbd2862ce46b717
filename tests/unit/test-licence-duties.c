/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-duties.h"
#include "cog-edition-job.h"
#include "cog-licence-text.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_field (CogProject *project, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_set_field (project, key, value, &error));
  g_assert_no_error (error);
}

static CogBook *
make_edition (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogEditionOptions options = { NULL };
  CogBook *book = cog_edition_new_for_project (project, &options, &error);

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static char *
dup_section (const CogBook *book, const char *id)
{
  const CogSection *section = cog_book_find_section (book, id);

  return section != NULL ? cog_section_serialise (section) : NULL;
}

/* Which licences want more than a link, and the notice in their own words. */
static void
test_notice (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *licence;
    const char *notice; /* how it goes on behind the version */
  } rows[] = {
    { "GFDL-1.3-no-invariants-or-later",
      "Version 1.3 or any later version published by the Free Software Foundation; with no "
      "Invariant Sections, no Front-Cover Texts, and no Back-Cover Texts. A copy" },
    { "GFDL-1.2-only", "Version 1.2. A copy" },
    { "GFDL-1.1-invariants-or-later",
      "Version 1.1 or any later version published by the Free Software Foundation. A copy" },
    { "CC-BY-SA-4.0", NULL },
    { "LAL-1.3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CogLicence *licence = cog_licence_lookup (rows[i].licence);
      g_autofree char *notice = cog_licence_dup_notice (licence);

      g_assert_cmpint (notice != NULL, ==, rows[i].notice != NULL);
      g_assert_cmpint (cog_licence_wants_text (licence), ==, rows[i].notice != NULL);
      if (notice != NULL)
        g_assert_nonnull (strstr (notice, rows[i].notice));
    }
  g_assert_null (cog_licence_dup_notice (NULL));
  g_assert_null (cog_licence_get_text (cog_licence_lookup ("CC-BY-4.0")));
}

/* History, notice and text stand in the book; the text only where it was there to be built in. */
static void
test_pages (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  const char *text = cog_licence_get_text (cog_licence_lookup ("GFDL-1.3-only"));
  g_autoptr (CogBook) book = NULL;
  g_autofree char *history = NULL;
  g_autofree char *licence = NULL;
  g_autofree char *page = NULL;

  set_field (project, "licence", "GFDL-1.3-or-later");
  set_field (project, "title", "قطط");
  set_field (project, "translator", "Tina");
  set_field (project, "publisher", "Lakeside School");
  set_field (project, "year", "2026");
  book = make_edition (project);
  history = dup_section (book, "cognate-history");
  licence = dup_section (book, "cognate-licence");
  page = dup_section (book, "cognate-copyright");
  g_assert_nonnull (strstr (history, "(History)</h1>"));
  g_assert_nonnull (strstr (history, "Cats"));
  g_assert_nonnull (strstr (history, "Ann"));
  g_assert_nonnull (strstr (strstr (history, "Ann"), "Tina"));
  g_assert_nonnull (strstr (history, "Lakeside School"));
  g_assert_nonnull (strstr (history, "2026"));
  g_assert_nonnull (strstr (page, "Version 1.3 or any later version"));
  g_assert_cmpint (licence != NULL, ==, text != NULL);
  if (licence != NULL)
    {
      g_assert_nonnull (strstr (licence, ">2. VERBATIM COPYING</h2>"));
      g_assert_nonnull (
          strstr (licence, ">A. Use in the Title Page (and on the covers, if any) a"));
      g_assert_nonnull (strstr (licence, ">B. List on the Title Page"));
    }
}

static void
test_no_pages (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;

  set_field (project, "licence", "CC-BY-SA-4.0");
  book = make_edition (project);
  g_assert_null (cog_book_find_section (book, "cognate-history"));
  g_assert_null (cog_book_find_section (book, "cognate-licence"));
}

/* A picture under it brings the text along, unless it may be had under another licence. */
static void
test_item (ProjectFixture *f, gconstpointer data)
{
  static const char *const licences[] = { "GFDL-1.2-or-later",
                                          "GFDL-1.2-or-later OR CC-BY-SA-3.0" };
  const char *text = cog_licence_get_text (cog_licence_lookup ("GFDL-1.2-or-later"));

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    {
      g_autoptr (CogProject) project = NULL;
      g_autoptr (CogCredit) credit = cog_credit_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = NULL;

      g_unlink (f->path);
      project = project_fixture_create (f->path, 1);
      set_field (project, "licence", "CC-BY-SA-4.0");
      credit->item = g_strdup ("f");
      credit->licence = g_strdup (licences[i]);
      g_assert_true (cog_project_set_credit (project, credit, &error));
      g_assert_no_error (error);
      book = make_edition (project);
      g_assert_null (cog_book_find_section (book, "cognate-history"));
      g_assert_cmpint (cog_book_find_section (book, "cognate-licence") != NULL, ==,
                       i == 0 && text != NULL);
    }
}

static char *
list_duties (CogProject *project)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings;
  GString *ids = g_string_new (NULL);

  cog_check_duties (project, report);
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      g_assert_null (strchr (sentence, '%'));
      g_string_append_printf (ids, "%s %s\n", finding->kind->id, finding->place);
    }
  return g_string_free (ids, FALSE);
}

/* What the program cannot do is said, until it is done. */
static void
test_duties (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autofree char *none = list_duties (project);
  g_autofree char *free_art = NULL;
  g_autofree char *old = NULL;
  g_autofree char *more = NULL;
  g_autofree char *done = NULL;

  g_assert_cmpstr (none, ==, "");
  set_field (project, "licence", "LAL-1.3");
  free_art = list_duties (project);
  g_assert_cmpstr (free_art, ==, "licence-wants-authors field:adapter\nlicence-wants-originals \n");
  set_field (project, "licence", "GFDL-1.1-no-invariants-only");
  set_field (project, "title", "CATS");
  old = list_duties (project);
  g_assert_cmpstr (old, ==,
                   "licence-wants-title field:title\nlicence-wants-history field:year\n"
                   "licence-wants-text \n");
  set_field (project, "title", "قطط");
  set_field (project, "year", "2026");
  more = list_duties (project);
  g_assert_cmpstr (more, ==, "licence-wants-history field:publisher\nlicence-wants-text \n");
  set_field (project, "publisher", "Lakeside School");
  set_field (project, "licence", "CC-BY-4.0");
  done = list_duties (project);
  g_assert_cmpstr (done, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/licence-duties/notice", test_notice);
  PROJECT_FIXTURE_ADD ("/licence-duties/pages", test_pages);
  PROJECT_FIXTURE_ADD ("/licence-duties/no-pages", test_no_pages);
  PROJECT_FIXTURE_ADD ("/licence-duties/item", test_item);
  PROJECT_FIXTURE_ADD ("/licence-duties/duties", test_duties);
  return g_test_run ();
}
