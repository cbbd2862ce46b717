/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_licence (CliFixture *f, gconstpointer data)
{
  g_assert_cmpint (cli_run (f, "licence check --kind adaptation --target CC-BY-4.0 CC-BY-SA-4.0"),
                   ==, 1);
  g_assert_true (g_str_has_prefix (f->out, "forbidden\n"));
  g_assert_cmpint (cli_run (f, "licence check --kind adaptation --target CC-BY-SA-4.0 CC-BY-4.0"),
                   ==, 0);
  g_assert_true (g_str_has_prefix (f->out, "allowed\n"));
  g_assert_cmpint (cli_run (f, "licence show Nothing-1.0"), ==, 1);
  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "check p.cognate"), ==, 1);
  g_assert_nonnull (strstr (f->out, "error\tlicence-not-chosen\t"));
  g_assert_cmpint (cli_run (f, "licence choose p.cognate CC-BY-4.0"), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "rights p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"obligations\""));
  g_assert_nonnull (strstr (f->out, "\"attribution\""));
}

/* Two books that exclude each other: side by side, each under its own licence. */
static void
test_collection (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "a.md",
                  "---\ntitle: A\nlang: en\nlicense: CC BY-SA 4.0\n---\n\n# Rain\n\nIt rains.\n");
  cli_write_file (f, "b.md",
                  "---\ntitle: B\nlang: en\nlicense: CC BY-NC 4.0\n---\n\n# Snow\n\nIt snows.\n");
  g_assert_cmpint (cli_run (f, "new p.cognate --from a.md --from b.md --to ar"), ==, 0);
  g_assert_cmpint (cli_run (f, "rights p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s1\tCC-BY-SA-4.0\ns2\tCC-BY-NC-4.0\n"));
  g_assert_cmpint (cli_run (f, "licence choose p.cognate CC-BY-SA-4.0"), ==, 1);
  g_assert_cmpint (cli_run (f, "licence choose p.cognate CC-BY-NC-4.0"), ==, 0);
  g_assert_cmpint (cli_run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_nonnull (strstr (f->out, "What this edition takes from “A” is licensed here under"));
  g_assert_null (strstr (f->out, "takes from “B”"));
  g_assert_nonnull (strstr (f->out, "unchanged material from “A”"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  {
    g_auto (GStrv) parts = g_strsplit (strstr (f->out, "\"id\""), "\"", 5);
    g_autofree char *words = g_strdup_printf ("set p.cognate %s --target Regen --state translated "
                                              "--decision translated",
                                              parts[3]);

    g_assert_cmpint (cli_run (f, words), ==, 0);
  }
  g_assert_cmpint (cli_run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_null (strstr (f->out, "unchanged material from “A”"));
  g_assert_nonnull (strstr (f->out, "material translated into Arabic from “A”"));
  g_assert_cmpint (cli_run (f, "licence replace p.cognate CC-BY-NC-4.0"), ==, 0);
  g_assert_null (strstr (f->out, "s1\t"));
  g_assert_cmpint (cli_run (f, "licence replace p.cognate CC-BY-SA-4.0"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s2\ttext\tCC-BY-NC-4.0\t"));
  g_assert_null (strstr (f->out, "s1\t"));
}

/* What may not be adapted is said before any work is done. */
static void
test_closed (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "a.md",
                  "---\ntitle: A\nlang: en\nlicense: CC BY-ND 4.0\n---\n\n# Rain\n\nIt rains.\n");
  g_assert_cmpint (cli_run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_nonnull (strstr (f->err, "not share a translation"));
  g_assert_nonnull (strstr (f->err, "Write to the owner"));
}

/* A person settles what two statements leave open, and records why a work without licence is used.
 */
static void
test_credit (CliFixture *f, gconstpointer data)
{
  cli_write_file (
      f, "a.md",
      "---\ntitle: A\nlang: en\nlicense: CC BY 4.0\nrights: CC BY-NC 4.0\n---\n\n# Rain\n\nIt "
      "rains.\n");
  g_assert_cmpint (cli_run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, " ?\tA\t"));
  g_assert_cmpint (cli_run (f, "rights p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "different things"));
  g_assert_cmpint (cli_run (f, "credit set p.cognate s1 --licence CC-BY-4.0 --creator Ann;Bo"), ==,
                   0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate"), ==, 0);
  g_assert_cmpstr (f->out, ==, "s1\tCC-BY-4.0\tA\tAnn; Bo\n");
  g_assert_cmpint (cli_run (f, "rights p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "different things"));
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, " ?\tA\t"));
  g_assert_cmpint (cli_run (f, "credit set p.cognate s1 --licence Nonsense"), ==, 2);
  g_assert_cmpint (cli_run (f, "credit set p.cognate nothing --title T"), ==, 1);
  g_assert_cmpint (cli_run (f,
                            "credit set p.cognate s1 --licence LicenseRef-Permission --grantor Ann "
                            "--scope copy,translate,online --until 2999-01-01"),
                   ==, 0);
  g_assert_cmpint (cli_run (f, "rights p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "last day"));
}

/* A permission stays recorded while another licence is chosen, until somebody takes it off. */
static void
test_permission_kept (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "a.md", cli_book);
  g_assert_cmpint (cli_run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (cli_run (f,
                            "credit set p.cognate s1 --licence LicenseRef-Permission --grantor Bo "
                            "--scope copy,translate"),
                   ==, 0);
  g_assert_cmpint (cli_run (f, "credit set p.cognate s1 --licence CC-BY-SA-4.0"), ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"CC-BY-SA-4.0\""));
  g_assert_nonnull (strstr (f->out, "\"grantor\" : \"Bo\""));
  g_assert_cmpint (cli_run (f,
                            "credit set p.cognate s1 --licence LicenseRef-Exception --country EG "
                            "--grantor= --scope="),
                   ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_null (strstr (f->out, "\"grantor\""));
  g_assert_nonnull (strstr (f->out, "\"country\" : \"EG\""));
  g_assert_cmpint (cli_run (f, "credit set p.cognate s1 --country="), ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_null (strstr (f->out, "\"leave\""));
}

/* Of the time when a permission was the words of a decision. */
static void
test_permission_in_words (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "a.md", cli_book);
  g_assert_cmpint (cli_run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (
      cli_run (f, "credit set p.cognate s1 --licence LicenseRef-Permission --why Bo%wrote%yes"), ==,
      0);
  g_assert_cmpint (cli_run (f, "credit set p.cognate s1 --licence CC0-1.0 --why her%page"), ==, 0);
  g_assert_cmpint (cli_run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"text\" : \"Bo wrote yes\""));
}

/* A publisher's sentence, from its proposal to a person's own words. */
static void
test_notice (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "who.md",
                  "---\ntitle: Water\nlang: en\nlicense: CC BY-NC-SA 3.0 IGO\n---\n\n# Water\n\n"
                  "Boil it.\n\n© World Health Organization 2020\n");
  g_assert_cmpint (cli_run (f, "new p.cognate --from who.md --to ar"), ==, 0);
  g_assert_cmpint (cli_run (f, "notice list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s1\t1\ttranslation\tproposed\tThis translation was not"));
  g_assert_nonnull (strstr (f->out, "s1\t2\tadaptation\tproposed\t"));
  cli_run (f, "check p.cognate");
  g_assert_nonnull (strstr (f->out, "warning\tnotice-proposed\ts1\t"));
  g_assert_cmpint (cli_run (f, "notice confirm p.cognate s1 1"), ==, 0);
  g_assert_cmpint (cli_run (f, "notice drop p.cognate s1 2"), ==, 0);
  cli_run (f, "check p.cognate");
  g_assert_null (strstr (f->out, "notice-proposed"));
  g_assert_cmpint (cli_run (f, "notice set p.cognate s1 1 As%the%page%says. --lang en"), ==, 0);
  g_assert_cmpint (cli_run (f, "notice add p.cognate s1 always Keep%this."), ==, 0);
  g_assert_cmpint (cli_run (f, "rights p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"As the page says.\""));
  g_assert_nonnull (strstr (f->out, "\"dropped\""));
  g_assert_nonnull (strstr (f->out, "\"Keep this.\""));
  g_assert_cmpint (cli_run (f, "notice drop p.cognate s1 9"), ==, 1);
  g_assert_cmpint (cli_run (f, "notice drop p.cognate s1 x"), ==, 2);
  g_assert_cmpint (cli_run (f, "notice add p.cognate s1 sometimes X"), ==, 2);
  g_assert_cmpint (cli_run (f, "notice p.cognate"), ==, 2);
}

static void
test_attribution (CliFixture *f, gconstpointer data)
{
  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "attribution p.cognate --lang en"), ==, 0);
  /* Nothing was done yet, so nothing is said to be. */
  g_assert_null (strstr (f->out, "translation"));
  g_assert_nonnull (strstr (f->out, "This edition reproduces"));
  cli_translate (f, "paragraph", "نص");
  g_assert_cmpint (cli_run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_nonnull (strstr (f->out, "translation into Arabic (Egypt)"));
  g_assert_cmpint (cli_run (f, "attribution p.cognate --format html"), ==, 0);
  g_assert_true (g_str_has_prefix (f->out, "<p>"));
  g_assert_cmpint (cli_run (f, "attribution p.cognate --format pdf"), ==, 2);
  g_assert_cmpint (cli_run (f, "attribution p.cognate --lang !"), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "licence", test_licence },
    { "closed", test_closed },
    { "notice", test_notice },
    { "collection", test_collection },
    { "credit", test_credit },
    { "permission-kept", test_permission_kept },
    { "permission-in-words", test_permission_in_words },
    { "attribution", test_attribution },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
