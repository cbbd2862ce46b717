/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-changes.h"
#include "cog-edition-job.h"
#include "cog-lens-apply.h"
#include "project-fixture.h"

#include <string.h>

/* What a teacher decides about a passage that is translated already, and what the edition says of
 * it. */
typedef struct
{
  const char *source, *target; /* of the passage */
  const char *text;            /* that was found */
  CogChoice choice;
  const char *words;
  const char *after;  /* the passage, then */
  const char *clause; /* of the statement of changes */
} Case;

static const Case cases[] = {
  /* The same number of another unit is an example; nothing was calculated. */
  { "The farm has 300 acres.", "للمزرعة ٣٠٠ فدان.", "300 acres", COG_CHOICE_SWAP, "٣٠٠ فدان",
    "للمزرعة ٣٠٠ فدان.", "استُبدل اسم أو مثال واحد بآخر محلي" },
  { "The road is 75 miles long.", "طول الطريق ١٢٠ كيلومترًا.", "75 miles", COG_CHOICE_CONVERT,
    "١٢٠ كيلومتر", "طول الطريق ١٢٠ كيلومترًا.", "حُوِّل قياس واحد" },
  /* A number is no amount of money. */
  { "They made 1.56 billion trips.", "قاموا بنحو ١٫٥٦ مليار رحلة.", "1.56 billion",
    COG_CHOICE_CONVERT, "١٫٥٦ مليار", "قاموا بنحو ١٫٥٦ مليار رحلة.",
    "كُتب تاريخ أو عدد واحد بالطريقة المحلية" },
  { "The trip costs $20.", "ثمن الرحلة ٢٠ ج.م. فقط.", "$20", COG_CHOICE_SWAP,
    /* As ICU writes it, with marks of direction that no keyboard has. */
    "\u200f٢٠\u00A0ج.م.\u200f", "ثمن الرحلة ٢٠ ج.م. فقط.", "كُيِّف مبلغ واحد" },
  /* Explained once, it need not be again where it is named. */
  { "The Environmental Protection Agency warns.", "تحذّر وكالة حماية البيئة الأمريكية (EPA).",
    "Environmental Protection Agency", COG_CHOICE_EXPLAIN, "وكالة حماية البيئة الأمريكية",
    "تحذّر وكالة حماية البيئة الأمريكية (EPA).", "شُرح اسم أو عادة واحدة" },
};

static CogProject *
create (ProjectFixture *f, const Case *test)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE unit SET source = '%s', target = '%s', state = 'translated', decision = 'translated'"
      " WHERE id = 'p0'; UPDATE source SET language = 'en-US'",
      test->source, test->target);
  CogProject *project = project_fixture_create (f->path, 1);

  g_clear_object (&project);
  project_fixture_run_sql (f->path, sql);
  return cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
}

static CogPlacedFinding *
find (CogLensIndex *index, const char *text)
{
  g_autoptr (GPtrArray) found = cog_lens_index_dup_unit (index, "p0", NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (strcmp (placed->finding->text, text) == 0)
        return cog_placed_finding_ref (placed);
    }
  return NULL;
}

static void
assert_case (ProjectFixture *f, const Case *test)
{
  g_autoptr (CogProject) project = create (f, test);
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) found = find (index, test->text);
  g_autoptr (CogPlacedFinding) done = NULL;
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogChanges) changes = NULL;
  g_autoptr (GPtrArray) text = cog_credit_text_new ();
  g_autofree char *plain = NULL;

  g_test_message ("%s", test->source);
  g_assert_nonnull (found);
  CogLensAction action = { found, test->choice, test->words, NULL, NULL };
  g_assert_true (cog_lens_apply (project, &action, 1, NULL, NULL));
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_cmpstr (unit->target, ==, test->after);
  /* It said so before: the passage is as it was. */
  g_assert_cmpint (unit->decision, ==, COG_DECISION_TRANSLATED);
  done = find (index, test->text);
  g_assert_false (done->is_open || done->is_lacking);
  book = cog_project_dup_adaptation (project, NULL, NULL);
  changes = cog_changes_new (project, book);
  cog_change_list_describe (changes->changes, "ar-EG", "ar-EG", text);
  plain = cog_credit_text_to_plain (text, "ar-EG", FALSE);
  g_test_message ("%s", plain);
  g_assert_nonnull (strstr (plain, test->clause));
}

static void
test_translated (ProjectFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_case (f, &cases[i]);
      project_fixture_tear_down (f, NULL);
      project_fixture_set_up (f, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/answered-changes/translated", test_translated);
  return g_test_run ();
}
