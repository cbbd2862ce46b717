/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-job.h"
#include "cog-lens-apply.h"
#include "cog-lens-conflict.h"
#include "cog-namespaces.h"
#include "cog-said-amounts.h"
#include "project-fixture.h"

#include <string.h>

#define SECTION(content)                                                                           \
  "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>" content "</section>"
#define EXERCISE(id, problem, solution)                                                            \
  "<section epub:type='practice' class='exercise' id='" id "'>"                                    \
  "<section epub:type='question' class='problem'><p id='" id "p'>" problem "</p></section>"        \
  "<section epub:type='answer' class='solution'><p id='" id "s'>" solution "</p></section>"        \
  "</section>"

/* Running text, two exercises, a table that the first refers to; then an answer that stands alone.
 */
#define FIRST                                                                                      \
  SECTION (                                                                                        \
      "<h1 id='h'>Speed</h1><p id='t0'>Cars drive at 75 mph.</p><p id='t1'>At 75 mph they "        \
      "are loud. Ogden says so.</p>" EXERCISE (                                                    \
          "e1", "A car drives at 75 mph, as the <a href='#tab'>table</a> says, and costs $10.",    \
          "At 75 mph it needs 8 s, and pays $30.")                                                 \
          EXERCISE ("e2", "Ogden drives at 75 mph.",                                               \
                    "75 mph is what Ogden drives.") "<table id='tab'><tbody><tr><td id='c'>75 "    \
                                                    "mph</td></tr></tbody></table>"                \
                                                    "<section epub:type='practice' "               \
                                                    "class='exercise' id='e3'><section "           \
                                                    "epub:type='question' class='problem'><p "     \
                                                    "id='e3p'>It weighs 40 lb.</p>"                \
                                                    "</section></section>")
#define SECOND                                                                                     \
  SECTION (                                                                                        \
      "<h1 id='h2'>Answers</h1><section epub:type='answer' class='solution' id='a3'>"              \
      "<p id='a3p'><a href='#e3'>3</a> It is 40 lb.</p></section><p id='z'>40 lb is all.</p>")

static CogProject *
create (ProjectFixture *f, const char *language)
{
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *one = cog_section_new ("one", "Speed");
  CogSection *two = cog_section_new ("two", "Answers");
  CogProject *project = cog_project_create (f->path, language, NULL, NULL, NULL, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  one->content = cog_xml_parse_own (FIRST, -1, &error);
  g_assert_no_error (error);
  two->content = cog_xml_parse_own (SECOND, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (book->sections, one);
  g_ptr_array_add (book->sections, two);
  book->language = g_strdup ("en-US");
  book->credit->title = g_strdup ("Speed");
  cog_book_identify (book, NULL);
  id = cog_project_add_source (project, book, "html", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return project;
}

static CogPlacedFinding *
find (CogProject *project, const char *unit, const char *text)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) found = cog_lens_index_dup_unit (index, unit, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (strcmp (placed->finding->text, text) == 0)
        return cog_placed_finding_ref (placed);
    }
  g_error ("%s is not found in %s", text, unit);
}

static void
decide (CogProject *project,
        const char *unit,
        const char *text,
        CogChoice choice,
        const char *words,
        const char *reason)
{
  g_autoptr (CogPlacedFinding) placed = find (project, unit, text);
  const CogLensAction action = { placed, choice, words, NULL, reason };
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  g_assert_true (cog_lens_apply (project, &action, 1, &n_done, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_done, ==, 1);
}

/* "UNIT KIND here|there@OTHER", one a line, in the book's order. */
static void
assert_conflicts (CogProject *project, const char *wanted)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) conflicts = cog_lens_index_dup_conflicts (index, NULL, NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);

      g_string_append_printf (told, "%s %s %s|%s@%s\n", conflict->placed->finding->unit,
                              cog_lens_conflict_kind_to_nick (conflict->kind), conflict->here,
                              conflict->there, conflict->other != NULL ? conflict->other : "");
    }
  g_assert_cmpstr (told->str, ==, wanted);
}

/* An exercise and its solution; the other exercise may say what it likes. */
static void
test_differs (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autofree char *target = NULL;

  decide (project, "t0", "75 mph", COG_CHOICE_KEEP, NULL, NULL);
  decide (project, "t1", "75 mph", COG_CHOICE_KEEP, NULL, NULL);
  decide (project, "e1p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  decide (project, "e1s", "75 mph", COG_CHOICE_RECHOOSE, "121 km/h", NULL);
  decide (project, "c", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  decide (project, "e2p", "75 mph", COG_CHOICE_RECHOOSE, "100 km/h", NULL);
  decide (project, "e2s", "75 mph", COG_CHOICE_RECHOOSE, "100 km/h", NULL);
  /* Two say 120, in the table too: it is the third that is told of. */
  assert_conflicts (project, "e1s differs 121 km/h|120 km/h@e1p\n");
  decide (project, "e1s", "75 mph", COG_CHOICE_RECHOOSE, "120 kilometres an hour", NULL);
  /* What stood there by the first decision makes room for the second. */
  target = project_fixture_dup_target (project, "e1s");
  g_assert_cmpstr (target, ==, "At 120 kilometres an hour it needs 8 s, and pays $30.");
  assert_conflicts (project, "");
  decide (project, "e1s", "75 mph", COG_CHOICE_RECHOOSE, "33.3 m/s", NULL);
  assert_conflicts (project, "");
  decide (project, "e1s", "75 mph", COG_CHOICE_EXPLAIN, "75 mph (120 km/h)", NULL);
  assert_conflicts (project, "");
}

/* What was found is kept, until something changes. */
static void
test_fresh (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) after = NULL;

  before = cog_lens_index_dup_conflicts (index, NULL, NULL);
  same = cog_lens_index_dup_conflicts (index, NULL, NULL);
  g_assert_true (before == same);
  g_assert_cmpuint (before->len, ==, 0);
  decide (project, "e2p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  decide (project, "e2s", "75 mph", COG_CHOICE_CONVERT, "121 km/h", NULL);
  after = cog_lens_index_dup_conflicts (index, NULL, NULL);
  g_assert_cmpuint (after->len, ==, 2);
}

/* One against one: both are told of, each leads to the other. */
static void
test_both (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");

  decide (project, "e2p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  decide (project, "e2s", "75 mph", COG_CHOICE_CONVERT, "121 km/h", NULL);
  assert_conflicts (project, "e2p differs 120 km/h|121 km/h@e2s\n"
                             "e2s differs 121 km/h|120 km/h@e2p\n");
}

/* What is kept on purpose, with a reason, is no slip. */
static void
test_kept (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");

  decide (project, "e2p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  decide (project, "e2s", "75 mph", COG_CHOICE_KEEP, NULL, NULL);
  assert_conflicts (project, "e2p differs 120 km/h|75 mph@e2s\n"
                             "e2s differs 75 mph|120 km/h@e2p\n");
  decide (project, "e2s", "75 mph", COG_CHOICE_KEEP, NULL, "It is the law there.");
  assert_conflicts (project, "");
}

/* What waits in the same problem, and in no other; the table that it refers to belongs to it. */
static void
test_half_done (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *there = NULL;
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) conflicts = NULL;

  decide (project, "e1p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  assert_conflicts (project, "e1s half-done 75 mph|120 km/h@e1p\n"
                             "c half-done 75 mph|120 km/h@e1p\n");
  conflicts = cog_lens_index_dup_conflicts (index, NULL, NULL);
  there = cog_lens_conflict_dup_there (g_ptr_array_index (conflicts, 0));
  g_assert_cmpstr (there, ==, "\u2068120 km/h\u2069 (\u2068exercise\u2069)");
  g_assert_true (cog_check_project (project, report, NULL));
  g_assert_true (cog_report_has (report, "lens-half-done"));
  g_assert_false (cog_report_has (report, "lens-differs"));
}

/* The price in the exercise was changed, and what it comes to in the solution waits. */
static void
test_beside (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");

  decide (project, "e1p", "$10", COG_CHOICE_RECHOOSE, "KSh 1,000", NULL);
  assert_conflicts (project, "e1s beside $30|$10 → KSh 1,000@e1p\n");
}

/* An answer at the end of the book refers to its exercise; the text behind it does not. */
static void
test_linked (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");

  decide (project, "e3p", "40 lb", COG_CHOICE_CONVERT, "18 kg", NULL);
  assert_conflicts (project, "a3p half-done 40 lb|18 kg@e3p\n");
  decide (project, "a3p", "40 lb", COG_CHOICE_CONVERT, "20 kg", NULL);
  assert_conflicts (project, "e3p differs 18 kg|20 kg@a3p\n"
                             "a3p differs 20 kg|18 kg@e3p\n");
}

/* Running text: what is calculated is the same, what is chosen anew within a passage. */
static void
test_text (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "en-KE");

  decide (project, "t0", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  assert_conflicts (project, "t1 half-done 75 mph|120 km/h@t0\n"
                             "c half-done 75 mph|120 km/h@t0\n");
  decide (project, "c", "75 mph", COG_CHOICE_KEEP, NULL, NULL);
  decide (project, "t1", "75 mph", COG_CHOICE_KEEP, NULL, NULL);
  assert_conflicts (project, "");
  decide (project, "t1", "75 mph", COG_CHOICE_CONVERT, "121 km/h", NULL);
  assert_conflicts (project, "t0 differs 120 km/h|121 km/h@t1\n"
                             "t1 differs 121 km/h|120 km/h@t0\n");
}

/* Translated by hand: the passage's only speed stands for the original's. */
static void
test_by_hand (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "pl-PL");

  g_assert_true (project_fixture_set_target (project, "e2p", "Ogden jedzie 75 mph.", NULL));
  decide (project, "e2p", "75 mph", COG_CHOICE_CONVERT, "120 km/h", NULL);
  g_assert_true (project_fixture_set_target (project, "e2s", "121 km/h to jego szybkość.", NULL));
  assert_conflicts (project, "e2s differs 121 km/h|120 km/h@e2p\n");
  g_assert_true (project_fixture_set_target (project, "e2s", "120 km/h to jego szybkość.", NULL));
  assert_conflicts (project, "");
  g_assert_true (project_fixture_set_target (project, "e2s", "Tyle właśnie.", NULL));
  assert_conflicts (project, "");
}

/* A name is one in the whole book, in whatever form. */
static void
test_names (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "kk-KZ");
  const CogAgreement agreement = { .kind = "name", .original = "Ogden" };
  const CogAnswerEdit edit = { .agreements = &agreement, .n_agreements = 1 };

  decide (project, "t1", "Ogden", COG_CHOICE_SWAP, "Олжас", NULL);
  decide (project, "e2p", "Ogden", COG_CHOICE_RECHOOSE, "Олжастың", NULL);
  assert_conflicts (project, "e2s half-done Ogden|Олжас@t1\n");
  decide (project, "e2s", "Ogden", COG_CHOICE_RECHOOSE, "Арман", NULL);
  assert_conflicts (project, "e2s agreement Арман|Олжас@\n");
  g_assert_true (cog_project_edit_answers (project, &edit, NULL, NULL));
  assert_conflicts (project, "e2s differs Арман|Олжас@t1\n");
  decide (project, "e2p", "Ogden", COG_CHOICE_KEEP, NULL, NULL);
  assert_conflicts (project, "t1 differs Олжас|Арман@e2s\n"
                             "e2s differs Арман|Олжас@t1\n");
}

/* An amount that was converted before the rate was another one. */
static void
test_rate (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f, "kk-KZ");
  CogAgreement rate = { .kind = "rate", .original = "USD", .words = "500 KZT" };
  const CogAnswerEdit edit = { .agreements = &rate, .n_agreements = 1 };
  g_autoptr (CogPlacedFinding) placed = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  const CogProposal *proposal;

  g_assert_true (cog_project_edit_answers (project, &edit, NULL, NULL));
  placed = find (project, "e1p", "$10");
  proposal = cog_lens_finding_get_proposal (placed->finding, COG_CHOICE_CONVERT);
  decide (project, "e1p", "$10", COG_CHOICE_CONVERT, proposal->words, NULL);
  decide (project, "e1s", "$30", COG_CHOICE_KEEP, NULL, "Known there.");
  assert_conflicts (project, "");
  rate.words = "510 KZT";
  g_assert_true (cog_project_edit_answers (project, &edit, NULL, NULL));
  assert_conflicts (project, "");
  rate.words = "700 KZT";
  g_assert_true (cog_project_edit_answers (project, &edit, NULL, NULL));
  g_assert_true (cog_check_project (project, report, NULL));
  g_assert_true (cog_report_has (report, "lens-off-rate"));
}

/* What counts as the same amount. */
static void
test_amounts (void)
{
  static const struct
  {
    const char *one, *other, *language;
    gboolean same;
  } cases[] = {
    { "120 km/h", "120 kilometres per hour", "en-KE", TRUE },
    { "120 km/h", "121 km/h", "en-KE", FALSE },
    { "120 km/h", "33.3 m/s", "en-KE", TRUE },
    { "120 km/h", "33.9 m/s", "en-KE", FALSE },
    { "120 km/h", "120 kg", "en-KE", FALSE },
    { "$5 million", "$5,000,000", "en-US", TRUE },
    { "1.5–2 m", "1.5–3 m", "en-KE", FALSE },
    { "5 kg", "5 kg (about 11 lb)", "en-KE", TRUE },
    { "120 км/сағ", "121 км/сағ", "kk-KZ", FALSE },
    { "١٢٠ كم/س", "120 كم/س", "ar-EG", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) amounts = cog_said_amounts_read_words (cases[i].one, cases[i].language);
      g_autoptr (GArray) others = cog_said_amounts_read_words (cases[i].other, cases[i].language);

      g_test_message ("%s, %s", cases[i].one, cases[i].other);
      g_assert_cmpuint (amounts->len, >, 0);
      g_assert_cmpuint (others->len, >, 0);
      g_assert_cmpint (cog_said_amounts_agree (amounts, others, FALSE), ==, cases[i].same);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-conflict/amounts", test_amounts);
  PROJECT_FIXTURE_ADD ("/lens-conflict/differs", test_differs);
  PROJECT_FIXTURE_ADD ("/lens-conflict/both", test_both);
  PROJECT_FIXTURE_ADD ("/lens-conflict/fresh", test_fresh);
  PROJECT_FIXTURE_ADD ("/lens-conflict/kept", test_kept);
  PROJECT_FIXTURE_ADD ("/lens-conflict/half-done", test_half_done);
  PROJECT_FIXTURE_ADD ("/lens-conflict/beside", test_beside);
  PROJECT_FIXTURE_ADD ("/lens-conflict/linked", test_linked);
  PROJECT_FIXTURE_ADD ("/lens-conflict/text", test_text);
  PROJECT_FIXTURE_ADD ("/lens-conflict/by-hand", test_by_hand);
  PROJECT_FIXTURE_ADD ("/lens-conflict/names", test_names);
  PROJECT_FIXTURE_ADD ("/lens-conflict/rate", test_rate);
  return g_test_run ();
}
