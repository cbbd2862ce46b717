/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"

/* Permissions and exceptions with what they cover: rules.md §1.5. */

static CogEvaluation *
evaluate (CogComponentKind kind, CogUse use, const char *scope, const char *until)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
  CogComponent *component = cog_component_new ("piece", kind, use);
  CogCredit *credit = cog_credit_new ();

  credit->licence = g_strdup ("LicenseRef-Permission");
  credit->leave = cog_leave_new ();
  credit->leave->scope = g_strdup (scope);
  credit->leave->until = g_strdup (until);
  g_ptr_array_add (component->sources, credit);
  g_ptr_array_add (list, component);
  return cog_evaluation_new (list);
}

static void
test_scope (void)
{
  static const struct
  {
    CogComponentKind kind;
    CogUse use;
    const char *scope, *until, *problem;
    CogVerdict verdict;
  } rows[] = {
    { COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "copy print online", NULL, NULL, 0 },
    { COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, NULL, NULL, "permission-scope",
      COG_VERDICT_DISCOURAGED },
    { COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "copy", NULL, "permission-scope",
      COG_VERDICT_DISCOURAGED },
    { COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, NULL, NULL, "permission", COG_VERDICT_DISCOURAGED },
    { COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, "copy online", NULL, "permission",
      COG_VERDICT_FORBIDDEN },
    { COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, "translate online", NULL, NULL, 0 },
    { COG_COMPONENT_FIGURE, COG_USE_ADAPTED, "translate online", NULL, "permission",
      COG_VERDICT_FORBIDDEN },
    { COG_COMPONENT_FIGURE, COG_USE_ADAPTED, "adapt,print", NULL, NULL, 0 },
    { COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "copy print", "1999-12-31", "permission-over",
      COG_VERDICT_FORBIDDEN },
    { COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "copy print", "2999", NULL, 0 },
    { COG_COMPONENT_TEXT, COG_USE_TRANSLATED, "copy print", NULL, "permission",
      COG_VERDICT_FORBIDDEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogEvaluation) evaluation =
          evaluate (rows[i].kind, rows[i].use, rows[i].scope, rows[i].until);

      g_test_message ("%u: %s", i, rows[i].scope);
      g_assert_cmpuint (evaluation->problems->len, ==, rows[i].problem != NULL);
      if (rows[i].problem != NULL)
        {
          const CogRightsFinding *problem = g_ptr_array_index (evaluation->problems, 0);
          g_autofree char *sentence = cog_rights_finding_dup_sentence (problem);

          g_assert_cmpstr (problem->id, ==, rows[i].problem);
          g_assert_cmpint (problem->verdict, ==, rows[i].verdict);
          g_assert_cmpstr (sentence, !=, problem->id);
        }
    }
}

static void
test_today (void)
{
  g_autoptr (CogLeave) leave = cog_leave_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_assert_false (cog_leave_is_over (leave));
  leave->until = g_date_time_format (now, "%Y-%m-%d");
  g_assert_false (cog_leave_is_over (leave));
  g_free (leave->until);
  leave->until = g_date_time_format (now, "%Y");
  g_assert_false (cog_leave_is_over (leave));
}

static void
test_date (void)
{
  static const char *const good[] = { "2026-03-01", "2024-02-29", "2026-12", "1999" };
  static const char *const bad[] = { "",           "1.3.2026",   "2026-3-1",   "2026-13",
                                     "2025-02-29", "2026-00",    "2026-01-00", "2026-01-01-1",
                                     "26",         "March 2026", "2026-",      "0000",
                                     " 2026" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cog_leave_is_date (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cog_leave_is_date (bad[i]));
}

/* Every field comes back from the project file and from an export. */
static void
test_round_trip (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogCredit) back = NULL;
  g_autoptr (CogCredit) copy = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  credit->leave = cog_leave_new ();
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      char **field = cog_leave_get_field (credit->leave, i, &key);

      *field = g_strdup_printf ("%s of it", key);
    }
  copy = cog_credit_copy (credit);
  json = cog_credit_to_json (copy);
  back = cog_credit_from_json (json, &error);
  g_assert_no_error (error);
  again = cog_credit_to_json (back);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpstr (back->leave->extent, ==, "extent of it");
  g_assert_cmpstr (back->leave->text, ==, "text of it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leave/scope", test_scope);
  g_test_add_func ("/leave/today", test_today);
  g_test_add_func ("/leave/date", test_date);
  g_test_add_func ("/leave/round-trip", test_round_trip);
  return g_test_run ();
}
