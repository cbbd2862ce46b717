/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-job.h"
#include "cog-error.h"
#include "cog-text.h"
#include "structure-fixture.h"

#include <string.h>

#define P0 "Water <em>boils at</em> hundred. It is hot."
#define P1 "Ice <strong>melts</strong>."

/* What was cut is whole again, wherever the cut was. */
static void
test_text (void)
{
  static const char *const texts[] = {
    "plain words",
    "a <em>b <strong>c d</strong></em> e",
    "x<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a>y <a href=\"#p\">z z</a>",
    "<em>a</em><em>b</em>",
    "<a id=\"k\" href=\"#p\">z z</a> &lt; <br/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CogText) text = cog_text_new_from_xhtml (texts[i], NULL);
      guint length = (guint)g_utf8_strlen (text->plain, -1);

      for (guint at = 0; at <= length; at++)
        {
          g_autoptr (CogText) first = cog_text_slice (text, 0, at);
          g_autoptr (CogText) second = cog_text_slice (text, at, length);
          g_autoptr (CogText) joined = cog_text_join (first, second, "");
          g_autofree char *back = cog_text_to_xhtml (joined);
          g_autofree char *half = cog_text_to_xhtml (second);

          g_assert_true (cog_inline_check (half, NULL));
          if (i != 3) /* two that stand side by side become one: the same to a reader */
            g_assert_cmpstr (back, ==, texts[i]);
          if (at > 0)
            g_assert_null (strstr (half, " id="));
        }
    }
}

static gboolean
split_source (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "p0", 9, COG_SPLIT_GUESS, error);

  g_assert_true (id == NULL || g_str_equal (id, "one-added-1"));
  return id != NULL;
}

static gboolean
merge_p0 (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "p0", error);
}

/* Not translated yet: the source is what is divided, and joined again. */
static void
test_split_source (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  structure_fixture_check (&project, split_source);
  structure_fixture_assert_unit (project, "p0", "Water <em>boi</em>", NULL, NULL);
  structure_fixture_assert_unit (project, "one-added-1", "<em>ls at</em> hundred. It is hot.", NULL,
                                 "p0");
  structure_fixture_assert_text (project,
                                 "<em>boi</em></p><p id=\"one-added-1\" lang=\"en\" dir=\"ltr\">"
                                 "<em>ls at</em>",
                                 TRUE);
  structure_fixture_assert_text (project, "href=\"#p1\"", TRUE);
  structure_fixture_check (&project, merge_p0);
  structure_fixture_assert_unit (project, "p0", "Water <em>boi ls at</em> hundred. It is hot.",
                                 NULL, NULL);
}

static gboolean
split_target (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "p0", 16, COG_SPLIT_GUESS, error);

  return id != NULL;
}

/* Translated sentence by sentence: the source is divided at the same sentence. */
static void
test_split_sentences (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);

  g_assert_true (
      project_fixture_set_target (project, "p0", "يغلي <em>الماء</em> هنا. إنه ساخن.", NULL));
  structure_fixture_check (&project, split_target);
  structure_fixture_assert_unit (project, "p0", "Water <em>boils at</em> hundred.",
                                 "يغلي <em>الماء</em> هنا.", NULL);
  structure_fixture_assert_unit (project, "one-added-1", "It is hot.", "إنه ساخن.", "p0");
  structure_fixture_check (&project, merge_p0);
  structure_fixture_assert_unit (project, "p0", P0, "يغلي <em>الماء</em> هنا. إنه ساخن.", NULL);
  structure_fixture_assert_text (project, "one-added-1", FALSE);
}

static gboolean
split_whole (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "r", 3, COG_SPLIT_WHOLE, error);

  return id != NULL;
}

static gboolean
merge_r (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "r", error);
}

static guint
count_findings (CogProject *project, const char *kind)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings = cog_report_get_findings (report);
  guint n = 0;

  g_assert_true (cog_check_project (project, report, NULL));
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const CogFinding *)g_ptr_array_index (findings, i))->kind->id, kind);
  return n;
}

/* The source stays whole beside the first half; the piece that went to the second is not lost. */
static void
test_split_whole (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *source = NULL;
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, "r", NULL);
  g_autofree char *target = NULL;
  const char *note = strchr (unit->source, '<');
  g_autoptr (CogUnit) second = NULL;

  target = g_strdup_printf ("انظر ذلك%.*s.", (int)(strstr (note, "</a>") + 4 - note), note);
  g_assert_true (project_fixture_set_target (project, "r", target, NULL));
  structure_fixture_check (&project, split_whole);
  second = cog_project_dup_unit (project, "one-added-1", NULL);
  g_assert_true (cog_unit_continues (second));
  g_assert_false (cog_unit_continues (unit));
  g_assert_cmpuint (second->n_words, ==, 0);
  g_assert_cmpstr (second->works, ==, "s1");
  structure_fixture_assert_units (project, "one",
                                  "h i@alt c r one-added-1 np l1 l2 p0 p1 p2 b1 b2 tc t11 t12 t21 "
                                  "t22 x1 x2");
  structure_fixture_assert_text (project, "<p id=\"r\">انظ</p><p id=\"one-added-1\">ر ذلك<a", TRUE);
  g_assert_cmpuint (count_findings (project, "piece-lost"), ==, 0);
  g_assert_true (project_fixture_set_target (project, "one-added-1", NULL, NULL));
  structure_fixture_assert_text (project, "one-added-1", FALSE);
  g_assert_cmpuint (count_findings (project, "piece-lost"), ==, 1);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  source = g_strdup (unit->source);
  structure_fixture_check (&project, merge_r);
  g_free (target);
  target = g_strdup_printf ("انظ ر ذلك%.*s.", (int)(strstr (note, "</a>") + 4 - note), note);
  structure_fixture_assert_unit (project, "r", source, target, NULL);
}

static gboolean
merge_p1 (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "p1", error);
}

static gboolean
merge_p0_and_all (CogProject *project, GError **error)
{
  return merge_p0 (project, error);
}

static gboolean
split_p0_at_seam (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "p0", 34, COG_SPLIT_WHOLE, error);

  g_assert_true (id == NULL || g_str_equal (id, "p1"));
  return id != NULL;
}

/* Joined, with links to the second; and apart again at the seam: each is itself. */
static void
test_merge (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  structure_fixture_check (&project, merge_p1);
  structure_fixture_assert_unit (project, "p1", P1 " Steam rises.", NULL, "p1 p2");
  structure_fixture_check (&project, merge_p0_and_all);
  structure_fixture_assert_unit (project, "p0", P0 " " P1 " Steam rises.", NULL, "p0 p1 p2");
  structure_fixture_assert_text (project, "<a href=\"#p0\">ice</a>", TRUE);
  g_assert_cmpuint (cog_project_undo (project, 2, NULL), ==, 2);
  before = structure_fixture_dump (project);
  structure_fixture_check (&project, merge_p0);
  structure_fixture_check (&project, split_p0_at_seam);
  after = structure_fixture_dump (project);
  g_assert_true (g_strrstr (after, "one-added") == NULL);
  structure_fixture_assert_unit (project, "p0", P0, NULL, NULL);
  structure_fixture_assert_unit (project, "p1", P1, NULL, NULL);
  structure_fixture_assert_text (project, "<a href=\"#p1\">ice</a>", TRUE);
}

/* One of the two is translated: nothing is lost, and it counts as open. */
static void
test_merge_half (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autoptr (CogUnit) unit = NULL;
  guint before;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const all[] = { "k", "q", "h" };

      g_assert_true (project_fixture_set_target (project, all[i], "x", NULL));
    }
  g_assert_true (project_fixture_set_target (project, "p1", "الجليد", NULL));
  before = count_findings (project, "not-translated");
  structure_fixture_check (&project, merge_p1);
  unit = cog_project_dup_unit (project, "p1", NULL);
  g_assert_cmpstr (unit->target, ==, "الجليد Steam rises.");
  g_assert_cmpint (unit->state, ==, COG_STATE_INITIAL);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_NONE);
  g_assert_cmpuint (count_findings (project, "not-translated"), ==, before);
}

static gboolean
merge_items (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "l1", error);
}

static gboolean
split_item (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "l1", 6, COG_SPLIT_GUESS, error);

  g_assert_true (id == NULL || g_str_equal (id, "l2"));
  return id != NULL;
}

static gboolean
merge_last (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "p2", error);
}

static gboolean
merge_caption (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "c", error);
}

static gboolean
split_heading (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "h", 1, COG_SPLIT_GUESS, error);

  return id != NULL;
}

static gboolean
split_at_end (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "p2", 12, COG_SPLIT_GUESS, error);

  return id != NULL;
}

static gboolean
merge_with_omitted (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "p1", error);
}

static void
test_items_and_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  CogUnitEdit edit = { .unit = "p2",
                       .set = COG_UNIT_SET_DECISION,
                       .decision = COG_DECISION_OMITTED };
  g_autofree char *mergeable = cog_project_dup_mergeable (project, "l1");
  g_autofree char *none = cog_project_dup_mergeable (project, "l2");

  g_assert_cmpstr (mergeable, ==, "l2");
  g_assert_null (none);
  structure_fixture_check (&project, merge_items);
  structure_fixture_assert_text (project,
                                 "<li id=\"l1\" lang=\"en\" dir=\"ltr\">First. Second.</li>"
                                 "</ul>",
                                 TRUE);
  structure_fixture_check (&project, split_item);
  structure_fixture_refuse (project, merge_last, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, merge_caption, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, split_heading, COG_ERROR_REFUSED);
  structure_fixture_refuse (project, split_at_end, COG_ERROR_REFUSED);
  g_assert_true (cog_project_edit (project, &edit, 1, NULL, NULL));
  structure_fixture_refuse (project, merge_with_omitted, COG_ERROR_REFUSED);
}

static gboolean
merge_own (CogProject *project, GError **error)
{
  return cog_project_merge_unit (project, "p2", error);
}

static gboolean
split_own (CogProject *project, GError **error)
{
  g_autofree char *id = cog_project_split_unit (project, "one-added-1", 4, COG_SPLIT_GUESS, error);

  return id != NULL;
}

static void
test_own (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = structure_fixture_create (f->path);
  g_autofree char *id = cog_project_add_unit (project, "one", "p2", "p", "Mine own.", NULL);
  g_autoptr (CogUnit) second = NULL;

  g_assert_cmpstr (id, ==, "one-added-1");
  structure_fixture_check (&project, split_own);
  second = cog_project_dup_unit (project, "one-added-2", NULL);
  g_assert_null (second->source);
  g_assert_null (second->works);
  g_assert_cmpint (second->decision, ==, COG_DECISION_ADDED);
  g_assert_true (project_fixture_set_target (project, "p2", "يرتفع.", NULL));
  structure_fixture_check (&project, merge_own);
  structure_fixture_assert_unit (project, "p2", "Steam rises.", "يرتفع. Mine", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/text", test_text);
  PROJECT_FIXTURE_ADD ("/structure/split-source", test_split_source);
  PROJECT_FIXTURE_ADD ("/structure/split-sentences", test_split_sentences);
  PROJECT_FIXTURE_ADD ("/structure/split-whole", test_split_whole);
  PROJECT_FIXTURE_ADD ("/structure/merge", test_merge);
  PROJECT_FIXTURE_ADD ("/structure/merge-half", test_merge_half);
  PROJECT_FIXTURE_ADD ("/structure/items", test_items_and_refused);
  PROJECT_FIXTURE_ADD ("/structure/own-units", test_own);
  return g_test_run ();
}
