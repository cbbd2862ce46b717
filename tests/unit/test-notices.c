/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-job.h"
#include "cog-edition-job.h"
#include "cog-error.h"
#include "cog-notice-job.h"
#include "project-fixture.h"

#include <string.h>

/* The notices of publishers in a project: proposed, checked, decided, printed. */

#define WHO_SAYS "This translation was not created by the World Health Organization (WHO)."
#define ADAPTED "This is an adaptation of an original work by the World Health Organization"

static void
set_publisher (CogProject *project, const char *source, const char *publisher, const char *licence)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autoptr (CogCredit) credit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((CogProjectSource *)g_ptr_array_index (sources, i))->id, source))
      credit = cog_credit_copy (((CogProjectSource *)g_ptr_array_index (sources, i))->credit);
  g_assert_nonnull (credit);
  g_free (credit->publisher);
  credit->publisher = g_strdup (publisher);
  g_free (credit->licence);
  credit->licence = g_strdup (licence);
  cog_project_set_source_credit (project, source, credit, &error);
  g_assert_no_error (error);
}

static CogCredit *
dup_credit (CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  return cog_credit_copy (((CogProjectSource *)g_ptr_array_index (sources, 0))->credit);
}

static char *
dup_origins (CogProject *project)
{
  g_autoptr (CogCredit) credit = dup_credit (project);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);

      g_string_append_printf (all, "%s%s %s", i > 0 ? ", " : "", notice->kind,
                              cog_notice_origin_to_nick (notice->origin));
    }
  return g_string_free (all, FALSE);
}

static guint
count_findings (CogProject *project, const char *id)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;
  guint n = 0;

  cog_check_project (project, report, &error);
  g_assert_no_error (error);
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((CogFinding *)g_ptr_array_index (findings, i))->kind->id, id);
  return n;
}

static char *
write_attribution (CogProject *project, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paragraphs = cog_edition_list_attribution (project, language, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *line =
          cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), language, FALSE);

      g_string_append_printf (all, "%s\n", line);
    }
  return g_string_free (all, FALSE);
}

/* What is proposed follows the record as it is corrected, and stands in no step of the history. */
static void
test_proposals (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autofree char *none = dup_origins (project);
  g_autofree char *proposed = NULL;
  g_autofree char *gone = NULL;

  g_assert_cmpstr (none, ==, "");
  set_publisher (project, "s1", "World Health Organization", "CC-BY-3.0-IGO");
  proposed = dup_origins (project);
  g_assert_cmpstr (proposed, ==, "translation proposed, adaptation proposed");
  set_publisher (project, "s1", "World Health Organization", "LicenseRef-AllRightsReserved");
  gone = dup_origins (project);
  g_assert_cmpstr (gone, ==, "");
}

/* A person confirms, drops, words anew; each can be undone, and outlives the program. */
static void
test_decisions (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *origins = NULL;
  g_autofree char *after = NULL;
  g_autofree char *page = NULL;

  set_publisher (project, "s1", "World Health Organization", "CC-BY-3.0-IGO");
  project_fixture_set_target (project, "p0", "Text", NULL);
  g_assert_cmpuint (count_findings (project, "notice-proposed"), ==, 1);
  g_assert_true (cog_notice_job_set_text (project, "s1", 0, " AS THE PAGE SAYS ", NULL, &error));
  g_assert_true (cog_notice_job_decide (project, "s1", 1, FALSE, &error));
  g_assert_true (cog_notice_job_add (project, "s1", "always", "KEEP THIS", "en", &error));
  g_assert_no_error (error);
  origins = dup_origins (project);
  g_assert_cmpstr (origins, ==, "translation confirmed, adaptation dropped, always confirmed");
  g_assert_cmpuint (count_findings (project, "notice-proposed"), ==, 0);
  g_assert_true (cog_project_close (project, &error));
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  page = write_attribution (project, "de");
  g_assert_nonnull (strstr (page, "AS THE PAGE SAYS"));
  g_assert_nonnull (strstr (page, "KEEP THIS"));
  g_assert_null (strstr (page, "WHO"));
  cog_project_undo (project, 1, &error);
  g_assert_no_error (error);
  after = dup_origins (project);
  g_assert_cmpstr (after, ==, "translation confirmed, adaptation dropped");
}

static void
test_refusals (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (cog_notice_job_decide (project, "s9", 0, TRUE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cog_notice_job_decide (project, "s1", 0, TRUE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cog_notice_job_add (project, "s1", "whatever", "X", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (cog_notice_job_add (project, "s1", "always", " \n", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
}

static const xmlNode *
find_notice (const CogBook *book, const char *section_id, const char *begin)
{
  const CogSection *section = cog_book_find_section (book, section_id);
  const xmlNode *root = section != NULL ? cog_section_get_root (section) : NULL;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "p"))
      {
        g_autofree char *text = cog_xml_dup_folded_text (n);

        if (g_str_has_prefix (text, begin))
          return n;
      }
  return NULL;
}

static CogBook *
make_edition (CogProject *project)
{
  CogEditionOptions options = { NULL };
  g_autoptr (GError) error = NULL;
  CogBook *book = cog_edition_new_for_project (project, &options, &error);
  g_autoptr (CogReport) report = cog_report_new ();

  g_assert_no_error (error);
  if (!cog_book_validate (book, report))
    g_error ("%s",
             cog_finding_dup_sentence (g_ptr_array_index (cog_report_get_findings (report), 0)));
  return book;
}

/* On the page, in both languages, each in its own direction. */
static void
test_edition (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogBook) book = NULL;
  const xmlNode *ours, *theirs;
  g_autofree char *lang = NULL;
  g_autofree char *dir = NULL;

  set_publisher (project, "s1", "World Health Organization", "CC-BY-3.0-IGO");
  project_fixture_set_target (project, "p0", "نص", NULL);
  book = make_edition (project);
  ours = find_notice (book, "cognate-copyright", "لم تُعِدّ منظمة الصحة العالمية هذه الترجمة");
  theirs = find_notice (book, "cognate-copyright", WHO_SAYS);
  g_assert_nonnull (ours);
  g_assert_nonnull (theirs);
  g_assert_true (cog_xml_next_element (ours) == theirs);
  lang = cog_xml_dup_attribute (theirs, "lang");
  dir = cog_xml_dup_attribute (theirs, "dir");
  g_assert_cmpstr (lang, ==, "en");
  g_assert_cmpstr (dir, ==, "ltr");
  g_assert_null (find_notice (book, "cognate-copyright", ADAPTED));
}

/* Where only one chapter is by such a publisher, it stands there, too. */
static void
test_chapter (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (CogBook) book = NULL;
  guint n_chapters = 0;

  project_fixture_add_second (project);
  set_publisher (project, "s2", "World Health Organization", "CC-BY-3.0-IGO");
  project_fixture_set_target (project, "s2-p0", "نص", NULL);
  book = make_edition (project);
  g_assert_nonnull (find_notice (book, "cognate-copyright", WHO_SAYS));
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      gboolean is_second = g_str_has_prefix (section->id, "s2-");
      gboolean has_notice = find_notice (book, section->id, WHO_SAYS) != NULL;

      if (g_str_has_prefix (section->id, "cognate-"))
        continue;
      n_chapters += has_notice;
      g_assert_true (!has_notice || is_second);
    }
  g_assert_cmpuint (n_chapters, >, 0);
}

/* A logo is told of until it is left out. */
static void
test_logo (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;
  CogUnitEdit edit = { .set = COG_UNIT_SET_DECISION, .decision = COG_DECISION_OMITTED };

  project = project_fixture_create (f->path, 3);
  g_assert_cmpuint (count_findings (project, "publisher-logo"), ==, 0);
  cog_project_close (project, &error);
  g_clear_object (&project);
  project_fixture_run_sql (f->path, "UPDATE asset SET origin = 'images/who-emblem.png';"
                                    "UPDATE section SET type = 'copyright-page';");
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_findings (project, "publisher-logo"), ==, 1);
  units = cog_project_list_units (project, NULL, &error);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->kind == COG_UNIT_ALT)
        {
          /* With all around it, too. */
          g_assert_true (cog_project_omit_section (project, unit->section, TRUE, NULL, &error));
          g_assert_cmpuint (count_findings (project, "publisher-logo"), ==, 0);
          g_assert_cmpuint (cog_project_undo (project, 1, &error), ==, 1);
        }
      edit.unit = unit->id;
      if (unit->kind == COG_UNIT_ALT)
        g_assert_true (cog_project_edit (project, &edit, 1, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_findings (project, "publisher-logo"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/notices/proposals", test_proposals);
  PROJECT_FIXTURE_ADD ("/notices/decisions", test_decisions);
  PROJECT_FIXTURE_ADD ("/notices/refusals", test_refusals);
  PROJECT_FIXTURE_ADD ("/notices/edition", test_edition);
  PROJECT_FIXTURE_ADD ("/notices/chapter", test_chapter);
  PROJECT_FIXTURE_ADD ("/notices/logo", test_logo);
  return g_test_run ();
}
