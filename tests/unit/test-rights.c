/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-evaluation.h"

#include <string.h>

static CogCredit *
make_source (const char *licence)
{
  CogCredit *credit = cog_credit_new ();

  credit->title = g_strdup ("University Physics");
  credit->source_url = g_strdup ("https://openstax.org/details/books/university-physics-volume-1");
  credit->licence = g_strdup (licence);
  credit->language = g_strdup ("en");
  g_ptr_array_add (credit->agents, cog_agent_new ("Samuel J. Ling", COG_ROLE_AUTHOR));
  return credit;
}

static void
add (GPtrArray *list, const char *id, CogComponentKind kind, CogUse use, const char *licence)
{
  CogComponent *component = cog_component_new (id, kind, use);

  component->label = g_strdup (id);
  g_ptr_array_add (component->sources, make_source (licence));
  g_ptr_array_add (list, component);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
}

static CogVerdict
verdict_of (const CogEvaluation *evaluation, const char *licence)
{
  return cog_evaluation_find (evaluation, licence)->verdict;
}

static void
test_evaluation (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  const CogRightsOption *option;

  add (list, "text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED, "CC-BY-4.0");
  for (int i = 0; i < 20000; i++)
    add (list, "Figure 1", COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, "CC-BY-NC-2.0");
  evaluation = cog_evaluation_new (list);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-SA-4.0"), ==, COG_VERDICT_ALLOWED);
  option = cog_evaluation_find (evaluation, "CC-BY-4.0");
  g_assert_cmpint (option->verdict, ==, COG_VERDICT_FORBIDDEN);
  g_assert_cmpstr (((CogRightsFinding *)g_ptr_array_index (option->reasons, 0))->label, ==,
                   "Figure 1");
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-NC-4.0");
  /* A part that asks for credit, in a book that gives everything up. */
  option = cog_evaluation_find (evaluation, "CC0-1.0");
  g_assert_cmpint (option->verdict, ==, COG_VERDICT_DISCOURAGED);
  for (guint i = 0; i < option->reasons->len; i++)
    g_assert_cmpstr (((CogRightsFinding *)g_ptr_array_index (option->reasons, i))->id, !=,
                     "not-charted");
}

/* BY-NC-SA alone under BY: the reason is said once, and blames no other source, since there is
 * none. */
static void
test_one_reason (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  const CogRightsOption *option;

  add (list, "text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED, "CC-BY-NC-SA-4.0");
  evaluation = cog_evaluation_new (list);
  option = cog_evaluation_find (evaluation, "CC-BY-4.0");
  g_assert_cmpuint (option->reasons->len, ==, 1);
  g_assert_cmpstr (((CogRightsFinding *)g_ptr_array_index (option->reasons, 0))->id, ==,
                   "noncommercial");
}

static void
test_problems (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  g_autofree char *sentence = NULL;

  add (list, "text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED, "CC-BY-ND-4.0");
  add (list, "Figure 2", COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, NULL);
  evaluation = cog_evaluation_new (list);
  g_assert_null (cog_evaluation_get_proposal (evaluation));
  g_assert_cmpuint (evaluation->problems->len, ==, 2);
  sentence = cog_rights_finding_dup_sentence (g_ptr_array_index (evaluation->problems, 0));
  g_assert_nonnull (strstr (sentence, "CC BY-ND 4.0"));
}

static void
test_chain (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  CogComponent *component;

  add (list, "text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED, "CC-BY-4.0");
  component = g_ptr_array_index (list, 0);
  g_ptr_array_add (((CogCredit *)g_ptr_array_index (component->sources, 0))->upstream,
                   make_source ("CC-BY-NC-3.0"));
  evaluation = cog_evaluation_new (list);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_DISCOURAGED);
  g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-NC-4.0");
}

static char *
write_out (const char *language)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogEdition edition = { .language = language,
                         .title = "الفيزياء",
                         .licence = "CC-BY-NC-SA-4.0",
                         .sources = sources,
                         .is_translated = TRUE,
                         .n_translated = 12 };
  g_autoptr (GPtrArray) paragraphs = NULL;
  GString *all = g_string_new (NULL);

  g_ptr_array_add (sources, make_source ("CC-BY-NC-SA-4.0"));
  paragraphs = cog_attribution_list_paragraphs (&edition);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *plain =
          cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), language, TRUE);

      g_string_append_printf (all, "%s\n", plain);
    }
  return g_string_free (all, FALSE);
}

static void
test_attribution (void)
{
  static const char *const languages[] = { "ar-EG", "en", "fr", "es", "ru", "zh", "sw" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = write_out (languages[i]);

      g_assert_nonnull (strstr (text, "University Physics"));
      g_assert_nonnull (strstr (text, "Samuel J. Ling"));
      g_assert_nonnull (strstr (text, "https://creativecommons.org/licenses/by-nc-sa/4.0/"));
      g_assert_null (strchr (text, '{'));
    }
}

static void
test_attribution_rtl (void)
{
  g_autofree char *text = write_out ("ar-EG");

  g_assert_nonnull (strstr (text, "\xE2\x81\xA8Samuel J. Ling\xE2\x81\xA9"));
  g_assert_nonnull (strstr (text, "ترجمة إلى العربية"));
  g_assert_nonnull (strstr (text, "١٢"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation/binds", test_evaluation);
  g_test_add_func ("/evaluation/one-reason", test_one_reason);
  g_test_add_func ("/evaluation/problems", test_problems);
  g_test_add_func ("/evaluation/chain", test_chain);
  g_test_add_func ("/attribution/languages", test_attribution);
  g_test_add_func ("/attribution/right-to-left", test_attribution_rtl);
  return g_test_run ();
}
