/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-doubt.h"
#include "cog-evaluation.h"
#include "cog-licence-label.h"
#include "cog-obligation.h"

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
  /* A part that asks for credit, in a book that gives everything up: rules.md §8. */
  option = cog_evaluation_find (evaluation, "CC0-1.0");
  g_assert_cmpint (option->verdict, ==, COG_VERDICT_FORBIDDEN);
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

static CogComponent *
text_of (GPtrArray *list, const char *licence)
{
  add (list, "text", COG_COMPONENT_TEXT, COG_USE_TRANSLATED, licence);
  return g_ptr_array_index (list, list->len - 1);
}

static CogCredit *
made_from (CogCredit *credit, const char *licence)
{
  CogCredit *upstream = make_source (licence);

  g_ptr_array_add (credit->upstream, upstream);
  return upstream;
}

static gboolean
has_problem (const CogEvaluation *evaluation, const char *id, CogVerdict verdict)
{
  for (guint i = 0; i < evaluation->problems->len; i++)
    {
      const CogRightsFinding *problem = g_ptr_array_index (evaluation->problems, i);

      if (g_str_equal (problem->id, id) && problem->verdict == verdict)
        return TRUE;
    }
  return FALSE;
}

/* However far up: whoever had no right to adapt could give none away (rules.md §1.6). */
static void
test_whole_chain (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  CogComponent *text = text_of (list, "CC-BY-4.0");

  made_from (made_from (text->sources->pdata[0], "CC-BY-4.0"), "CC-BY-ND-4.0");
  evaluation = cog_evaluation_new (list);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_true (has_problem (evaluation, "no-derivatives", COG_VERDICT_FORBIDDEN));
}

/* BY-SA 4.0, s.2(a)(5)(B): the last licence is enough, but only where it is a lawful one. */
static void
test_chain_share_alike (void)
{
  g_autoptr (GPtrArray) lawful = new_list ();
  g_autoptr (GPtrArray) unlawful = new_list ();
  g_autoptr (CogEvaluation) same = NULL;
  g_autoptr (CogEvaluation) freer = NULL;

  made_from (text_of (lawful, "CC-BY-SA-4.0")->sources->pdata[0], "CC-BY-SA-4.0");
  same = cog_evaluation_new (lawful);
  g_assert_cmpint (verdict_of (same, "CC-BY-SA-4.0"), ==, COG_VERDICT_ALLOWED);
  made_from (text_of (unlawful, "CC-BY-4.0")->sources->pdata[0], "CC-BY-SA-4.0");
  freer = cog_evaluation_new (unlawful);
  g_assert_cmpint (verdict_of (freer, "CC-BY-4.0"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_cmpint (verdict_of (freer, "CC-BY-SA-4.0"), ==, COG_VERDICT_ALLOWED);
}

/* What it was made from is named, but not under which licence: said, and not made out of thin air.
 */
static void
test_chain_unknown (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  made_from (text_of (list, "CC-BY-4.0")->sources->pdata[0], NULL);
  evaluation = cog_evaluation_new (list);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_true (has_problem (evaluation, "upstream-unknown", COG_VERDICT_DISCOURAGED));
}

/* What is in the book by a permission, by the law, or by nobody's leave keeps its own terms: it is
 * a matter of that piece, and closes no licence to the rest (rules.md §1.5, §2.4). */
static void
test_excluded (void)
{
  static const struct
  {
    const char *licence, *problem;
    CogVerdict verdict;
  } items[] = {
    { "LicenseRef-AllRightsReserved", "all-rights-reserved", COG_VERDICT_FORBIDDEN },
    { "LicenseRef-Unknown", "licence-unknown", COG_VERDICT_FORBIDDEN },
    { "LicenseRef-Exception", "exception", COG_VERDICT_DISCOURAGED },
    { "LicenseRef-Permission", "permission-scope", COG_VERDICT_DISCOURAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GPtrArray) list = new_list ();
      g_autoptr (CogEvaluation) evaluation = NULL;

      text_of (list, "CC-BY-4.0");
      add (list, "Figure 1", COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED, items[i].licence);
      evaluation = cog_evaluation_new (list);
      g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_ALLOWED);
      g_assert_cmpint (verdict_of (evaluation, "CC-BY-NC-SA-4.0"), ==, COG_VERDICT_ALLOWED);
      g_assert_cmpstr (cog_evaluation_get_proposal (evaluation)->id, ==, "CC-BY-4.0");
      if (items[i].problem != NULL)
        g_assert_true (has_problem (evaluation, items[i].problem, items[i].verdict));
      else
        g_assert_cmpuint (evaluation->problems->len, ==, 0);
    }
}

/* A permission to show a picture is none to translate what is written in it. */
static void
test_permission_changed (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  add (list, "Figure 1", COG_COMPONENT_FIGURE, COG_USE_TRANSLATED, "LicenseRef-Permission");
  evaluation = cog_evaluation_new (list);
  g_assert_true (has_problem (evaluation, "permission", COG_VERDICT_DISCOURAGED));
}

/* One way that is open is enough; of an AND, all bind. */
static void
test_expressions (void)
{
  g_autoptr (GPtrArray) choice = new_list ();
  g_autoptr (GPtrArray) nested = new_list ();
  g_autoptr (GPtrArray) both = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;
  g_autoptr (CogEvaluation) second = NULL;
  g_autoptr (CogEvaluation) third = NULL;

  text_of (choice, "CC-BY-ND-4.0 OR CC-BY-4.0");
  evaluation = cog_evaluation_new (choice);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_cmpuint (evaluation->problems->len, ==, 0);
  text_of (nested, "(CC-BY-SA-3.0 OR GFDL-1.2-or-later) AND CC-BY-4.0");
  second = cog_evaluation_new (nested);
  g_assert_cmpint (verdict_of (second, "CC-BY-SA-4.0"), ==, COG_VERDICT_ALLOWED);
  g_assert_cmpuint (second->problems->len, ==, 0);
  text_of (both, "CC-BY-4.0 AND LicenseRef-AllRightsReserved");
  third = cog_evaluation_new (both);
  g_assert_true (has_problem (third, "all-rights-reserved", COG_VERDICT_FORBIDDEN));
}

/* Whatever licence is stored in a project: it may have been lawful before a source was corrected.
 */
static void
test_any_licence (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  text_of (list, "CC-BY-NC-SA-4.0");
  evaluation = cog_evaluation_new (list);
  g_assert_cmpint (verdict_of (evaluation, "CC-BY-3.0"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_cmpint (verdict_of (evaluation, "LicenseRef-Unknown"), ==, COG_VERDICT_FORBIDDEN);
  g_assert_null (cog_evaluation_find (evaluation, "no such licence"));
  g_assert_null (cog_evaluation_find (evaluation, NULL));
  /* Asking adds nothing to what is offered. */
  for (guint i = 0; i < evaluation->options->len; i++)
    g_assert_cmpstr (((CogRightsOption *)evaluation->options->pdata[i])->licence->id, !=,
                     "CC-BY-3.0");
}

/* What is no proper name is among the strings for people: each language has them all (cli/po). */
static void
test_labels (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "po", "ar.po", NULL);
  g_autofree char *label = cog_licence_dup_label ("CC-BY-4.0 OR LicenseRef-PublicDomain");
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = cog_licence_list ();
  guint n = 0;

  g_file_get_contents (path, &strings, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (all, i);
      g_autofree char *entry = g_strdup_printf ("\nmsgid \"%s\"\n", licence->name);

      if (licence->url[0] != '\0' || !g_str_has_prefix (licence->id, "LicenseRef-"))
        continue;
      n++;
      if (strstr (strings, entry) == NULL)
        g_error ("“%s” is not translated", licence->name);
    }
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpstr (label, ==, "CC BY 4.0 / Public domain");
}

/* A name says whether one is enough or both bind; what is asked for within brackets is asked for.
 */
static void
test_expression_words (void)
{
  g_autoptr (GPtrArray) list = new_list ();
  g_autoptr (GPtrArray) obligations = NULL;
  g_autofree char *either = cog_licence_dup_expression_name ("CC-BY-4.0 OR GFDL-1.3-only");
  g_autofree char *both =
      cog_licence_dup_expression_name ("(CC-BY-SA-3.0 OR CC-BY-NC-4.0) AND CC-BY-4.0");
  gboolean is_asked = FALSE;

  g_assert_cmpstr (either, ==, "CC BY 4.0 / GFDL 1.3");
  g_assert_cmpstr (both, ==, "(CC BY-SA 3.0 / CC BY-NC 4.0) + CC BY 4.0");
  text_of (list, "CC-BY-4.0 AND (CC-BY-NC-4.0 OR GFDL-1.3-only)");
  obligations = cog_obligation_list (list);
  for (guint i = 0; i < obligations->len; i++)
    {
      const CogObligation *obligation = g_ptr_array_index (obligations, i);

      is_asked = is_asked || g_str_equal (obligation->id, "non-commercial");
    }
  g_assert_true (is_asked);
}

/* Free in one country only (rules.md §1.3, §1.5). */
static void
test_free_in_one_country (void)
{
  static const char *const licences[] = { "LicenseRef-PublicDomain-US",
                                          "LicenseRef-RightsStatement-NoC-US" };

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    {
      g_autoptr (GPtrArray) list = new_list ();
      g_autoptr (CogEvaluation) evaluation = NULL;

      text_of (list, licences[i]);
      evaluation = cog_evaluation_new (list);
      g_assert_true (has_problem (evaluation, "free-in-one-country", COG_VERDICT_DISCOURAGED));
      g_assert_cmpint (verdict_of (evaluation, "CC-BY-4.0"), ==, COG_VERDICT_ALLOWED);
    }
}

static void
say (CogComponent *component, const char *words, const char *url)
{
  CogCredit *credit = g_ptr_array_index (component->sources, 0);
  CogStatement *statement = cog_statement_new (COG_EVIDENCE_TEXT, "page", "p", words, url);

  cog_statement_recognise (statement);
  g_ptr_array_add (credit->statements, statement);
}

/* What contradicts itself is said until a person decides, whatever was assumed (rules.md §1.6). */
static void
test_doubts (void)
{
  static const struct
  {
    const char *licence, *first, *second, *url, *problem;
  } cases[] = {
    /* As on pages of the WHO: the words and the link under them. */
    { "CC-BY-NC-SA-3.0-IGO", "CC BY-NC-SA 3.0 IGO", NULL,
      "https://creativecommons.org/licenses/by/3.0/igo/", "statements-differ" },
    { "CC-BY-NC-4.0", "licensed under CC BY-NC 4.0", "licensed under CC BY 4.0", NULL,
      "statements-differ" },
    { "CC-BY-4.0", "licensed under CC BY", "licensed under CC BY 4.0", NULL, NULL },
    { "CC-BY-4.0", "licensed under CC BY 4.0. You may not use it for AI training.", NULL, NULL,
      "terms-added" },
    { "CC-BY-4.0 AND CC-BY-SA-4.0", "Text: CC BY 4.0; pictures: CC BY-SA 4.0", NULL, NULL,
      "several-licences" },
    { "CC-BY-4.0", "CC BY 5.0", NULL, NULL, "version-never-was" },
    { "CC-BY-4.0", "This is not CC BY-SA 4.0", "CC BY 4.0", NULL, "statements-differ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = new_list ();
      CogComponent *text = text_of (list, cases[i].licence);
      g_autoptr (CogEvaluation) evaluation = NULL;
      g_autoptr (CogEvaluation) decided = NULL;
      CogCredit *credit = g_ptr_array_index (text->sources, 0);

      say (text, cases[i].first, cases[i].url);
      if (cases[i].second != NULL)
        say (text, cases[i].second, NULL);
      evaluation = cog_evaluation_new (list);
      g_test_message ("%s: %u", cases[i].first, evaluation->problems->len);
      g_assert_cmpuint (evaluation->problems->len, ==, cases[i].problem != NULL ? 1 : 0);
      if (cases[i].problem != NULL)
        g_assert_true (has_problem (evaluation, cases[i].problem, COG_VERDICT_DISCOURAGED));
      g_ptr_array_add (credit->statements,
                       cog_statement_new (COG_EVIDENCE_PERSON, NULL, NULL, NULL, NULL));
      decided = cog_evaluation_new (list);
      g_assert_cmpuint (decided->problems->len, ==, 0);
    }
}

static char *
write_out (const char *language)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  CogSourceUse use = { TRUE, FALSE, FALSE };
  CogEdition edition = { .language = language,
                         .title = "الفيزياء",
                         .licence = "CC-BY-NC-SA-4.0",
                         .sources = sources,
                         .uses = &use,
                         .changes = changes };
  g_autoptr (GPtrArray) paragraphs = NULL;
  GString *all = g_string_new (NULL);

  g_ptr_array_add (sources, make_source ("CC-BY-NC-SA-4.0"));
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "en", 12);
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
  g_test_add_func ("/evaluation/chain/whole", test_whole_chain);
  g_test_add_func ("/evaluation/chain/share-alike", test_chain_share_alike);
  g_test_add_func ("/evaluation/chain/unknown", test_chain_unknown);
  g_test_add_func ("/evaluation/excluded", test_excluded);
  g_test_add_func ("/evaluation/permission-changed", test_permission_changed);
  g_test_add_func ("/evaluation/expressions", test_expressions);
  g_test_add_func ("/evaluation/expression-words", test_expression_words);
  g_test_add_func ("/evaluation/labels", test_labels);
  g_test_add_func ("/evaluation/any-licence", test_any_licence);
  g_test_add_func ("/evaluation/free-in-one-country", test_free_in_one_country);
  g_test_add_func ("/evaluation/doubts", test_doubts);
  g_test_add_func ("/attribution/languages", test_attribution);
  g_test_add_func ("/attribution/right-to-left", test_attribution_rtl);
  return g_test_run ();
}
