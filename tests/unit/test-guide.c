/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-guide.h"

#include <string.h>

/* An edition of translated text, a source for each licence, and of figures that stay as they are.
 */
static CogEvaluation *
evaluate (const char *texts, const char *figures)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
  const char *licences[] = { texts, figures };

  for (guint kind = 0; kind < 2; kind++)
    {
      g_auto (GStrv) ids = g_strsplit (licences[kind], ";", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          CogComponent *component =
              kind == 0 ? cog_component_new ("text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED)
                        : cog_component_new ("f", COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED);
          CogCredit *credit = cog_credit_new ();

          component->label = g_strdup_printf ("%s %u", kind == 0 ? "Chapter" : "Figure", i + 1);
          credit->licence = g_strdup (ids[i]);
          g_ptr_array_add (component->sources, credit);
          g_ptr_array_add (list, component);
        }
    }
  return cog_evaluation_new (list);
}

/* "yes!" fixed yes, "ask" open, "-" not asked, "x" no answer is left. */
static char *
dup_state (CogGuide *guide)
{
  GPtrArray *questions = cog_guide_get_questions (guide);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const CogGuideQuestion *question = g_ptr_array_index (questions, i);

      if (!question->is_asked)
        g_string_append (state, " -");
      else if (question->is_fixed)
        g_string_append_printf (state, " %s!", question->given);
      else
        g_string_append_printf (state, " %s", question->given != NULL ? question->given : "ask");
      /* What is fixed always says why. */
      if (question->is_asked && question->is_fixed)
        g_assert_nonnull (question->fixed_by);
    }
  return g_string_free (state, FALSE);
}

/* The rows of rules.md §6.3. */
static void
test_restrictions (void)
{
  static const struct
  {
    const char *texts, *figures, *state, *result;
  } rows[] = {
    { "LicenseRef-PublicDomain", "", " ask ask ask ask", NULL },
    { "CC-BY-4.0", "", " yes! ask ask ask", NULL },
    { "CC-BY-4.0;CC-BY-NC-3.0", "", " yes! no! ask ask", NULL },
    { "CC-BY-SA-3.0;CC-BY-4.0", "", " yes! yes! yes! yes!", "CC-BY-SA-4.0" },
    { "CC-BY-NC-SA-3.0-IGO", "", " yes! no! yes! yes!", "CC-BY-NC-SA-4.0" },
    { "CC-BY-SA-1.0", "", " ask ask ask ask", "CC-BY-SA-1.0" },
    { "LAL-1.3", "", " yes! yes! yes! yes!", "CC-BY-SA-4.0" },
    { "GFDL-1.3-only", "", " ask ask ask ask", "GFDL-1.3-only" },
    { "CC-BY-4.0", "CC-BY-NC-2.0", " yes! no! ask ask", NULL },
    /* A collection: the text stays BY-SA, and others may not sell what holds the figure. */
    { "CC-BY-SA-4.0", "CC-BY-NC-2.0", " yes! no! ask ask", NULL },
    { "CC-BY-SA-4.0;CC-BY-NC-4.0", "", " yes! no! ask ask", NULL },
    /* In one text they exclude each other. */
    { "CC-BY-SA-4.0 AND CC-BY-NC-4.0", "", " ask ask ask ask", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogEvaluation) evaluation = evaluate (rows[i].texts, rows[i].figures);
      g_autoptr (CogGuide) guide = cog_guide_new (evaluation);
      g_autofree char *state = dup_state (guide);
      const CogLicence *result = cog_guide_get_result (guide);

      g_test_message ("%s + %s", rows[i].texts, rows[i].figures);
      g_assert_cmpstr (state, ==, rows[i].state);
      g_assert_cmpstr (result != NULL ? result->id : NULL, ==, rows[i].result);
    }
}

static void
test_answers (void)
{
  g_autoptr (CogEvaluation) evaluation = evaluate ("CC-BY-4.0", "");
  g_autoptr (CogGuide) guide = cog_guide_new (evaluation);
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_guide_answer (guide, "commercial", "no", &error));
  g_assert_true (cog_guide_answer (guide, "adaptations", "yes", &error));
  g_assert_null (cog_guide_get_result (guide));
  g_assert_true (cog_guide_answer (guide, "share-alike", "yes", &error));
  g_assert_cmpstr (cog_guide_get_result (guide)->id, ==, "CC-BY-NC-SA-4.0");
  g_assert_true (cog_guide_answer (guide, "adaptations", "no", &error));
  g_assert_cmpstr (cog_guide_get_result (guide)->id, ==, "CC-BY-NC-ND-4.0");
  g_assert_true (cog_guide_answer (guide, "adaptations", NULL, &error));
  g_assert_null (cog_guide_get_result (guide));
  g_assert_false (cog_guide_answer (guide, "adaptations", "perhaps", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

/* A closed answer is refused with the piece that closes it; the advanced part opens what is only
 * discouraged, and never what is forbidden. */
static void
test_closed (void)
{
  g_autoptr (CogEvaluation) evaluation = evaluate ("CC-BY-NC-4.0", "");
  g_autoptr (CogGuide) guide = cog_guide_new (evaluation);
  g_autoptr (CogEvaluation) strict = evaluate ("CC-BY-NC-SA-4.0", "");
  g_autoptr (CogGuide) closed = cog_guide_new (strict);
  g_autoptr (GError) error = NULL;

  g_assert_false (cog_guide_answer (guide, "commercial", "yes", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Chapter 1"));
  g_assert_nonnull (strstr (error->message, "CC BY-NC 4.0"));
  g_clear_error (&error);
  cog_guide_set_advanced (guide, TRUE);
  g_assert_true (cog_guide_answer (guide, "commercial", "yes", &error));
  cog_guide_set_advanced (closed, TRUE);
  g_assert_false (cog_guide_answer (closed, "commercial", "yes", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
}

static void
test_stuck (void)
{
  g_autoptr (CogEvaluation) evaluation = evaluate ("CC-BY-SA-4.0 AND CC-BY-NC-SA-4.0", "");
  g_autoptr (CogGuide) guide = cog_guide_new (evaluation);
  const CogRightsOption *option = cog_evaluation_find (evaluation, "CC-BY-SA-4.0");

  g_assert_true (cog_guide_is_stuck (guide));
  g_assert_null (cog_guide_get_result (guide));
  for (guint i = 0; i < option->reasons->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (option->reasons, i);
      const char *const *ways = cog_guide_list_ways_out (finding->id);

      g_assert_nonnull (ways[0]);
      for (guint k = 0; ways[k] != NULL; k++)
        g_assert_nonnull (cog_guide_get_way_out (ways[k]));
    }
}

/* The licence of the source itself stays within reach, for those who look for it. */
static void
test_others (void)
{
  g_autoptr (CogEvaluation) evaluation = evaluate ("CC-BY-SA-3.0-IGO", "");
  g_autoptr (CogGuide) guide = cog_guide_new (evaluation);
  g_autoptr (GPtrArray) others = cog_guide_list_others (guide);

  g_assert_cmpuint (others->len, ==, 1);
  g_assert_cmpstr (((const CogLicence *)g_ptr_array_index (others, 0))->id, ==, "CC-BY-SA-3.0-IGO");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/restrictions", test_restrictions);
  g_test_add_func ("/guide/answers", test_answers);
  g_test_add_func ("/guide/closed", test_closed);
  g_test_add_func ("/guide/stuck", test_stuck);
  g_test_add_func ("/guide/others", test_others);
  return g_test_run ();
}
