/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-correction.h"
#include "cog-doubt.h"
#include "cog-licence-choice.h"
#include "cog-licence.h"

/* What a person can choose among, where a source says different things: rules.md §1.6. */

static void
add (CogCredit *credit, CogEvidenceKind kind, const char *file, const char *words, const char *url)
{
  CogStatement *statement = cog_statement_new (kind, file, NULL, words, url);
  g_autofree char *before = credit->licence;

  cog_statement_recognise (statement);
  g_ptr_array_add (credit->statements, statement);
  credit->licence = cog_licence_dup_both (before, statement->licence);
}

static const CogLicenceChoice *
get (GPtrArray *choices, guint i)
{
  g_assert_cmpuint (i, <, choices->len);
  return g_ptr_array_index (choices, i);
}

static const CogLicenceEvidence *
get_evidence (GPtrArray *choices, guint i, guint k)
{
  const CogLicenceChoice *choice = get (choices, i);

  g_assert_cmpuint (k, <, choice->evidence->len);
  return g_ptr_array_index (choice->evidence, k);
}

/* Each licence once, with all places that name it; the same words on many pages once. */
static void
test_places (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GPtrArray) choices = NULL;

  add (credit, COG_EVIDENCE_TEXT, "a.html", "All rights reserved.", NULL);
  for (guint i = 0; i < 3; i++)
    add (credit, COG_EVIDENCE_LINK, "b.html", NULL, "https://creativecommons.org/licenses/by/4.0/");
  add (credit, COG_EVIDENCE_METADATA, "book.opf", "CC BY 4.0", NULL);
  choices = cog_licence_choice_list (credit);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (get (choices, 0)->licence, ==, "LicenseRef-AllRightsReserved");
  g_assert_cmpstr (get (choices, 1)->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (get (choices, 1)->evidence->len, ==, 2);
  g_assert_cmpuint (get_evidence (choices, 1, 0)->n_more, ==, 2);
  g_assert_cmpstr (get_evidence (choices, 1, 1)->words, ==, "CC BY 4.0");
  g_assert_cmpstr (get_evidence (choices, 1, 1)->statement->file, ==, "book.opf");
}

/* WHO's pages: the words name one licence, and their link leads to another. */
static void
test_link (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GPtrArray) choices = NULL;

  add (credit, COG_EVIDENCE_TEXT, "a.html", "CC BY-NC-SA 3.0 IGO",
       "https://creativecommons.org/licenses/by/3.0/igo");
  choices = cog_licence_choice_list (credit);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (get (choices, 0)->licence, ==, "CC-BY-NC-SA-3.0-IGO");
  g_assert_cmpstr (get_evidence (choices, 0, 0)->words, ==, "CC BY-NC-SA 3.0 IGO");
  g_assert_cmpstr (get (choices, 1)->licence, ==, "CC-BY-3.0-IGO");
  g_assert_cmpstr (get_evidence (choices, 1, 0)->words, ==,
                   "https://creativecommons.org/licenses/by/3.0/igo");
}

/* Two that exclude each other are both taken to bind: that is a choice, too. */
static void
test_both (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GPtrArray) choices = NULL;

  add (credit, COG_EVIDENCE_TEXT, "a.html", "CC BY-SA 4.0", NULL);
  add (credit, COG_EVIDENCE_TEXT, "b.html", "CC BY-NC 4.0", NULL);
  choices = cog_licence_choice_list (credit);
  g_assert_cmpuint (choices->len, ==, 3);
  g_assert_cmpstr (get (choices, 2)->licence, ==, credit->licence);
  g_assert_cmpuint (get (choices, 2)->evidence->len, ==, 0);
}

/* A licence that was named beside others can be chosen alone, and all together. */
static void
test_several (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (GPtrArray) choices = NULL;

  credit->licence = g_strdup ("CC-BY-SA-4.0 AND CC-BY-NC-4.0");
  g_ptr_array_add (credit->statements,
                   cog_statement_new (COG_EVIDENCE_TEXT, "a", NULL, "two", NULL));
  ((CogStatement *)g_ptr_array_index (credit->statements, 0))->licence = g_strdup (credit->licence);
  ((CogStatement *)g_ptr_array_index (credit->statements, 0))->odd = g_strdup ("several");
  choices = cog_licence_choice_list (credit);
  g_assert_cmpuint (choices->len, ==, 3);
  g_assert_cmpstr (get (choices, 0)->licence, ==, credit->licence);
  g_assert_cmpstr (get (choices, 1)->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (get (choices, 2)->licence, ==, "CC-BY-NC-4.0");
}

/* What names no licence is shown last; a decision is no evidence; nothing found is no choice. */
static void
test_unnamed (void)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autoptr (CogCredit) silent = cog_credit_new ();
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GPtrArray) none = NULL;

  add (credit, COG_EVIDENCE_TEXT, "a.html", "Be kind to this book.", NULL);
  add (credit, COG_EVIDENCE_TEXT, "b.html", "CC BY 4.0", NULL);
  cog_credit_decide_licence (credit, "CC0-1.0", "asked");
  choices = cog_licence_choice_list (credit);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (get (choices, 0)->licence, ==, "CC-BY-4.0");
  g_assert_null (get (choices, 1)->licence);
  g_assert_cmpstr (get_evidence (choices, 1, 0)->words, ==, "Be kind to this book.");
  none = cog_licence_choice_list (silent);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/licence-choice/places", test_places);
  g_test_add_func ("/licence-choice/link", test_link);
  g_test_add_func ("/licence-choice/both", test_both);
  g_test_add_func ("/licence-choice/several", test_several);
  g_test_add_func ("/licence-choice/unnamed", test_unnamed);
  return g_test_run ();
}
