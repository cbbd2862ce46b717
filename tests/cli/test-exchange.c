/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

/* Puts a text in the place of another in a file. */
static void
change (CliFixture *f, const char *name, const char *old, const char *with)
{
  g_autofree char *text = cli_dup_page (f, name);
  g_auto (GStrv) parts = g_strsplit (text, old, 2);
  g_autofree char *changed = NULL;

  g_assert_nonnull (parts[1]);
  changed = g_strjoinv (with, parts);
  cli_write_file (f, name, changed);
}

static guint
count (JsonNode *report, const char *list)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object (report), list));
}

static const char po_empty[] = "msgid \"Rivers\"\nmsgstr \"\"";
static const char po_full[] = "msgid \"Rivers\"\nmsgstr \"أنهار\"";

static void
test_there_and_back (CliFixture *f, gconstpointer data)
{
  static const char *const names[] = { "a.xlf", "a.xliff", "a.po", "a.tmx" };
  g_autoptr (JsonNode) report = NULL;
  const char *target;

  cli_make_project (f);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = g_strconcat ("exchange export p.cognate ", names[i], NULL);

      g_assert_cmpint (cli_run (f, words), ==, 0);
      g_assert_true (cli_has_file (f, names[i]));
    }
  g_assert_cmpint (cli_run (f, "exchange export p.cognate b.xlf --version 1.2 --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"format\" : \"xliff-1.2\""));
  change (f, "a.po", po_empty, po_full);
  g_assert_cmpint (cli_run (f, "exchange import p.cognate a.po --json"), ==, 0);
  report = cli_parse (f);
  g_assert_cmpuint (count (report, "changed"), ==, 1);
  g_assert_cmpuint (count (report, "conflicts"), ==, 0);
  target = json_object_get_string_member (
      json_array_get_object_element (
          json_object_get_array_member (json_node_get_object (report), "changed"), 0),
      "theirs");
  g_assert_cmpstr (target, ==, "أنهار");
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "أنهار"));
}

static void
test_conflict (CliFixture *f, gconstpointer data)
{
  g_autoptr (JsonNode) report = NULL;

  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "exchange export p.cognate a.po"), ==, 0);
  change (f, "a.po", po_empty, po_full);
  cli_translate (f, "heading", "نهر");
  g_assert_cmpint (cli_run (f, "exchange import p.cognate a.po --json"), ==, 0);
  report = cli_parse (f);
  g_assert_cmpuint (count (report, "changed"), ==, 0);
  g_assert_cmpuint (count (report, "conflicts"), ==, 1);
  g_assert_cmpint (cli_run (f, "exchange import p.cognate a.po --take ours"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "أنهار"));
  g_assert_cmpint (cli_run (f, "exchange import p.cognate a.po --take theirs"), ==, 0);
  g_assert_nonnull (strstr (f->out, "conflict\t"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "أنهار"));
}

static void
test_folder (CliFixture *f, gconstpointer data)
{
  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "exchange export p.cognate team/"), ==, 0);
  g_assert_true (cli_has_file (f, "team/.cognate/.gitignore"));
  g_assert_cmpint (cli_run (f, "exchange import p.cognate team/"), ==, 0);
  g_assert_cmpstr (f->out, ==, "0\n");
}

static void
test_refused (CliFixture *f, gconstpointer data)
{
  cli_make_project (f);
  g_assert_cmpint (cli_run (f, "exchange export p.cognate a.doc"), ==, 1);
  g_assert_false (cli_has_file (f, "a.doc"));
  g_assert_cmpint (cli_run (f, "exchange export p.cognate a.xlf --version 3"), ==, 2);
  g_assert_cmpint (cli_run (f, "exchange export p.cognate a.po --version 1.2"), ==, 2);
  g_assert_cmpint (cli_run (f, "exchange import p.cognate rivers.md"), ==, 1);
  g_assert_nonnull (strstr (f->err, "rivers.md"));
  g_assert_cmpint (cli_run (f, "exchange import p.cognate none.po"), !=, 0);
  g_assert_cmpint (cli_run (f, "exchange import p.cognate a.po --take mine"), ==, 2);
  g_assert_cmpint (cli_run (f, "exchange move p.cognate a.po"), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "there-and-back", test_there_and_back },
    { "conflict", test_conflict },
    { "folder", test_folder },
    { "refused", test_refused },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
