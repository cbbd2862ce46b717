/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"
#include "web-server.h"

#include <string.h>

static const char page[] =
    "<!DOCTYPE html><html lang=en><head><title>Tides</title></head><body><main><h1>Tides</h1>"
    "<p>The sea rises twice a day.</p></main></body></html>";

static WebServer *
serve (void)
{
  WebServer *server = web_server_new (NULL);

  web_server_add (server, "/tides", "200 OK\r\nContent-Type: text/html", page, -1);
  return server;
}

/* Without the word, the network is not used, whatever is given. */
static void
test_refused (CliFixture *f, gconstpointer data)
{
  static const char *const commands[] = { "inspect %s", "convert %s out.epub",
                                          "new p.cognate --from %s --to pl" };
  g_autoptr (WebServer) server = serve ();
  g_autofree char *address = web_server_dup_address (server, "/tides");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) halves = g_strsplit (commands[i], "%s", 2);
      g_autofree char *words = g_strconcat (halves[0], address, halves[1], NULL);

      g_assert_cmpint (cli_run (f, words), ==, 1);
      g_assert_nonnull (strstr (f->err, "--from-web"));
      g_assert_nonnull (strstr (f->err, "127.0.0.1"));
    }
  g_assert_cmpuint (web_server_count (server, "/tides"), ==, 0);
}

static void
test_inspect (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) server = serve ();
  g_autofree char *address = web_server_dup_address (server, "/tides");
  g_autofree char *words = g_strdup_printf ("inspect --from-web %s", address);

  g_assert_cmpint (cli_run (f, words), ==, 0);
  g_assert_nonnull (strstr (f->err, "Asking 127.0.0.1"));
  g_assert_nonnull (strstr (f->out, "Tides"));
  g_assert_cmpuint (cli_count_files (f), ==, 1);
}

/* The edition says where its source was fetched, and on which day: to people, and to machines. */
static void
test_said (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) server = serve ();
  g_autofree char *address = web_server_dup_address (server, "/tides");
  g_autofree char *begin = g_strdup_printf ("new p.cognate --from-web --from %s --to de", address);
  g_autofree char *written = NULL;
  g_autoptr (GRegex) sentence =
      g_regex_new ("wurde am \\d+\\. \\w+ \\d{4} von <a[^>]*>(<bdi>)?http://127", 0, 0, NULL);

  g_assert_cmpint (cli_run (f, begin), ==, 0);
  g_assert_cmpint (cli_run (f, "export --draft p.cognate out.html"), ==, 0);
  written = cli_dup_page (f, "out.html");
  g_assert_true (g_regex_match (sentence, written, 0, NULL));
  g_assert_nonnull (strstr (written, "\"http://purl.org/pav/retrievedOn\""));
}

static void
test_fetch (CliFixture *f, gconstpointer data)
{
  g_autoptr (WebServer) server = serve ();
  g_autofree char *address = web_server_dup_address (server, "/tides");
  g_autofree char *missing = web_server_dup_address (server, "/gone");
  g_autofree char *fetch = g_strdup_printf ("fetch %s -o tides.html", address);
  g_autofree char *list = g_strdup_printf ("--json fetch --list %s", address);
  g_autofree char *gone = g_strdup_printf ("fetch %s -o gone.html", missing);
  g_autofree char *nowhere = g_strdup_printf ("fetch %s", address);
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (cli_run (f, fetch), ==, 0);
  g_assert_true (cli_has_file (f, "tides.html"));
  g_assert_true (cli_has_file (f, "tides.html.source.json"));
  g_assert_cmpint (cli_run (f, list), ==, 0);
  node = cli_parse (f);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "kind"), ==, "page");
  g_assert_cmpint (cli_run (f, gone), ==, 1);
  g_assert_nonnull (strstr (f->err, "no page at this address"));
  g_assert_false (cli_has_file (f, "gone.html"));
  g_assert_cmpint (cli_run (f, nowhere), ==, 2);
  g_assert_cmpint (cli_run (f, "fetch file:///etc/passwd -o x"), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "web-refused", test_refused },
    { "web-inspect", test_inspect },
    { "web-fetch", test_fetch },
    { "web-said", test_said },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
