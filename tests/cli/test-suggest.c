/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"
#include "web-server.h"

#include <string.h>

#define JSON "200 OK\r\nContent-Type: application/json"

static WebServer *
new_site_that_says (const char *answer)
{
  WebServer *site = web_server_new (NULL);

  web_server_add (site, "/languages", JSON, "[{\"code\":\"en\",\"targets\":[\"es\",\"ar\"]}]", -1);
  web_server_add (site, "/translate", JSON, answer, -1);
  return site;
}

static WebServer *
new_site (void)
{
  return new_site_that_says ("{\"translatedText\":[\"Los ríos\"]}");
}

static void
run (CliFixture *f, const char *format, const char *word, int expected)
{
  g_auto (GStrv) parts = g_strsplit (format, "$", 2);
  g_autofree char *words = g_strjoinv (word, parts);

  g_assert_cmpint (cli_run (f, words), ==, expected);
}

/* A server is entered, asked, and taken away; none is ever asked that was not named. */
static void
test_server (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) site = new_site ();
  g_autofree char *address = web_server_dup_address (site, "");
  g_autofree char *id = NULL;

  run (f, "engines add $ --key k --data-dir data", address, 0);
  id = g_strstrip (g_strdup (f->out));
  g_assert_true (g_str_has_prefix (id, "libretranslate:127.0.0.1:"));
  g_assert_nonnull (strstr (f->err, "127.0.0.1"));
  g_assert_cmpuint (web_server_count (site, "/languages"), ==, 1);
  run (f, "engines --from en --to es --data-dir data", "", 0);
  g_assert_nonnull (strstr (f->out, id));
  g_assert_nonnull (strstr (f->out, address));
  g_assert_cmpuint (web_server_count (site, "/languages"), ==, 1);
  run (f, "engines pairs $ --data-dir data", id, 0);
  g_assert_cmpstr (f->out, ==, "en\tes\nen\tar\n");
  {
    g_autofree char *words =
        g_strdup_printf ("suggest --from en --to es --engine %s --data-dir data", id);

    g_assert_cmpint (cli_run_with_input (f, "The rivers\n", words), ==, 0);
    g_assert_cmpstr (f->out, ==, "Los ríos\n");
  }
  run (f, "engines remove $ --data-dir data", id, 0);
  run (f, "engines pairs $ --data-dir data", id, 1);
}

static void
test_unit (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) site = new_site ();
  g_autofree char *address = web_server_dup_address (site, "");
  g_autofree char *unit = NULL;
  g_autofree char *words = NULL;

  cli_make_project (f);
  unit = cli_dup_unit (f, "heading");
  run (f, "engines add $ --data-dir data", address, 0);
  words = g_strdup_printf ("suggest p.cognate %s --to es --use --data-dir data --engine %s", unit,
                           g_strstrip (f->out));
  g_assert_cmpint (cli_run (f, words), ==, 0);
  g_assert_cmpstr (f->out, ==, "Los ríos\n");
  g_assert_cmpint (cli_run (f, "status p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"units_machine\" : 1"));
  /* Whoever reviews it makes it a person's. */
  run (f, "set p.cognate $ --state reviewed", unit, 0);
  g_assert_cmpint (cli_run (f, "status p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"units_machine\" : 0"));
}

/* A server may answer with nothing: then there is no translation to take. */
static void
test_nothing (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) site = new_site_that_says ("{\"translatedText\":[\"\"]}");
  g_autofree char *address = web_server_dup_address (site, "");
  g_autofree char *unit = NULL;
  g_autofree char *words = NULL;

  cli_make_project (f);
  unit = cli_dup_unit (f, "heading");
  run (f, "engines add $ --data-dir data", address, 0);
  words = g_strdup_printf ("suggest p.cognate %s --to es --use --data-dir data --engine %s", unit,
                           g_strstrip (f->out));
  g_assert_cmpint (cli_run (f, words), ==, 1);
  g_assert_nonnull (strstr (f->err, "no machine translation"));
  g_assert_null (strstr (f->err, "CRITICAL"));
}

static void
test_refused (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) site = web_server_new (NULL);
  g_autofree char *address = web_server_dup_address (site, "");

  g_assert_cmpint (cli_run (f, "suggest --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "engines forget --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run_with_input (f, "x\n", "suggest --from en --to es --engine y"), ==, 1);
  g_assert_nonnull (strstr (f->err, "apertium"));
  run (f, "engines add $ --data-dir data", address, 1);
  g_assert_nonnull (strstr (f->err, "no translation service"));
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "server", test_server },
    { "unit", test_unit },
    { "nothing", test_nothing },
    { "refused", test_refused },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
