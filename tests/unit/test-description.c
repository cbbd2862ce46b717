/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-job.h"
#include "cog-description.h"
#include "project-fixture.h"

/* What programs leave where a description should stand, and what people write. */
static const struct
{
  const char *text;
  gboolean is_filler;
} rows[] = {
  { NULL, TRUE },
  { "", FALSE },
  { "http://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/320px-Blood.jpg", TRUE },
  { "https://example.org/pictures?id=7", TRUE },
  { "statue_by_nicu.png", TRUE },
  { " My holiday photo 12.JPG ", TRUE },
  { "Image 3", TRUE },
  { "image", TRUE },
  { "IMG_2034", TRUE },
  { "DSCN0042", TRUE },
  { "Рисунок 5", TRUE },
  { "图片 2", TRUE },
  { "صورة", TRUE },
  { "A heron stands in the river.", FALSE },
  { "Picture of a heron", FALSE },
  { "Figure 3: a lever", FALSE },
  { "The file report.png, opened in an editor: a bar chart of rainfall.", FALSE },
  { "Ein Bild", FALSE },
  { "Рисунок сердца", FALSE },
  { "x", FALSE },
};

static void
test_filler (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (cog_description_is_filler (rows[i].text), ==, rows[i].is_filler);
    }
}

static guint
count_missing (CogProject *project)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings = cog_report_get_findings (report);
  guint n = 0;

  g_assert_true (cog_check_project (project, report, NULL));
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((CogFinding *)findings->pdata[i])->kind->id, "no-alternative-text");
  return n;
}

static void
test_check (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);

  g_assert_cmpuint (count_missing (project), ==, 0);
  g_assert_true (project_fixture_set_target (project, "i@alt", "cat-320px.png", NULL));
  g_assert_cmpuint (count_missing (project), ==, 1);
  /* An ornament, on purpose. */
  g_assert_true (project_fixture_set_target (project, "i@alt", "", NULL));
  g_assert_cmpuint (count_missing (project), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/description/filler", test_filler);
  PROJECT_FIXTURE_ADD ("/description/check", test_check);
  return g_test_run ();
}
