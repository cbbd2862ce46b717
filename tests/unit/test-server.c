/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-table.h"
#include "cog-engine-texts.h"
#include "cog-error.h"
#include "cog-server.h"
#include "folder.h"
#include "web-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define JSON "200 OK\r\nContent-Type: application/json"
#define LANGUAGES                                                                                  \
  "[{\"code\":\"en\",\"name\":\"English\",\"targets\":[\"en\",\"es\",\"pb\"]},"                    \
  "{\"code\":\"es\",\"targets\":[\"en\"]},{\"code\":7},{},3]"

static void
answer (WebServer *site, const char *path, const char *head, const char *body)
{
  web_server_add (site, path, head, body, -1);
}

static CogEngine *
new_engine (WebServer *site, CogServerKind kind, const char *key)
{
  g_autofree char *address = web_server_dup_address (site, "/");
  g_autoptr (CogServer) server = cog_server_new (kind, address, key);

  return cog_server_new_engine (server);
}

/* One passage, or NULL with the error. */
static char *
translate (CogEngine *engine, const char *xhtml, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = NULL;

  g_ptr_array_add (list, (char *)xhtml);
  targets = cog_engine_translate_xhtml (engine, list, "en", "es", NULL, NULL, NULL, error);
  return targets != NULL ? g_strdup (g_ptr_array_index (targets, 0)) : NULL;
}

static void
test_libretranslate (void)
{
  g_autoptr (WebServer) site = web_server_new (NULL);
  g_autoptr (CogEngine) engine = new_engine (site, COG_SERVER_LIBRETRANSLATE, "secret");
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;
  g_autofree char *request = NULL;

  /* Nobody is asked before there is a question. */
  g_assert_nonnull (cog_engine_get_address (engine));
  g_assert_true (g_str_has_prefix (cog_engine_get_id (engine), "libretranslate:127.0.0.1:"));
  g_assert_cmpuint (web_server_count (site, "/languages"), ==, 0);
  answer (site, "/languages", JSON, LANGUAGES);
  answer (site, "/translate", JSON,
          "{\"translatedText\":[\"La <span id=\\\"k1\\\">casa</span> roja.\"]}");
  target = translate (engine, "The red <b>house</b>.", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (target, ==, "La <b>casa</b> roja.");
  g_assert_cmpuint (web_server_count (site, "/languages"), ==, 1);
  request = web_server_dup_request (site);
  g_assert_true (g_str_has_prefix (request, "POST /translate "));
  /* Nothing tells who asks, or what he asked before. */
  g_assert_null (strstr (request, "Cookie"));
  g_assert_null (strstr (request, "Referer"));
  g_assert_cmpuint (cog_engine_list_pairs (engine, NULL, NULL)->len, ==, 3);
}

static void
assert_fault (const char *head, const char *body, GQuark domain, int code, const char *words)
{
  g_autoptr (WebServer) site = web_server_new (NULL);
  g_autoptr (CogEngine) engine = new_engine (site, COG_SERVER_LIBRETRANSLATE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  answer (site, "/languages", JSON, LANGUAGES);
  answer (site, "/translate", head, body);
  target = translate (engine, "The red house.", &error);
  g_assert_null (target);
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, words));
}

/* Each as a person needs it said. */
static void
test_faults (void)
{
  assert_fault ("403 Forbidden\r\nContent-Type: application/json",
                "{\"error\":\"Visit https://portal.example to get an API key\"}", COG_ERROR,
                COG_ERROR_REFUSED, "API key");
  assert_fault ("429 Too Many Requests", "{\"error\":\"Slowdown: 5 per 1 minute\"}", COG_ERROR,
                COG_ERROR_REFUSED, "pause");
  assert_fault ("400 Bad Request", "{\"error\":\"es is not supported\"}", COG_ERROR,
                COG_ERROR_INPUT, "es is not supported");
  assert_fault ("500 Oops", "<html>", COG_ERROR, COG_ERROR_INPUT, "itself");
  assert_fault ("404 Not Found", "", COG_ERROR, COG_ERROR_INPUT, "address");
  assert_fault ("302 Found\r\nLocation: https://other.example/translate", "", COG_ERROR,
                COG_ERROR_REFUSED, "https://other.example");
  assert_fault (JSON, "nonsense", COG_ERROR, COG_ERROR_INPUT, "does not answer as");
  assert_fault (JSON, "[[[[[", COG_ERROR, COG_ERROR_INPUT, "does not answer as");
  assert_fault (JSON, "{\"translatedText\":\"one\"}", COG_ERROR, COG_ERROR_INPUT, "translation");
  assert_fault (JSON, "{\"translatedText\":[\"one\",\"two\"]}", COG_ERROR, COG_ERROR_INPUT,
                "translation");
  assert_fault (JSON, "\xFF\xFE", COG_ERROR, COG_ERROR_INPUT, "translation");
}

/* An answer without end is not read. */
static void
test_huge (void)
{
  g_autofree char *huge = g_strnfill (17u << 20, ' ');

  assert_fault (JSON, huge, COG_ERROR, COG_ERROR_TOO_LARGE, "more than was asked");
}

/* One that stands in the answer and is none is left out; the others are taken. */
static void
test_null_answer (void)
{
  g_autoptr (WebServer) site = web_server_new (NULL);
  g_autoptr (CogEngine) engine = new_engine (site, COG_SERVER_LIBRETRANSLATE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  answer (site, "/languages", JSON, LANGUAGES);
  answer (site, "/translate", JSON, "{\"translatedText\":[null]}");
  target = translate (engine, "The red house.", &error);
  g_assert_no_error (error);
  g_assert_null (target);
}

static void
test_no_pair (void)
{
  g_autoptr (WebServer) site = web_server_new (NULL);
  g_autoptr (CogEngine) engine = new_engine (site, COG_SERVER_LIBRETRANSLATE, NULL);
  g_autoptr (GError) error = NULL;

  answer (site, "/languages", JSON, LANGUAGES);
  g_assert_null (cog_engine_find_pair (engine, "en", "kk", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
test_nobody (void)
{
  g_autoptr (CogServer) server =
      cog_server_new (COG_SERVER_LIBRETRANSLATE, "http://127.0.0.1:1", NULL);
  g_autoptr (CogEngine) engine = cog_server_new_engine (server);
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_engine_list_pairs (engine, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
assert_found (WebServer *site, const char *kind)
{
  g_autofree char *address = web_server_dup_address (site, "/");
  g_autoptr (GError) error = NULL;
  g_autoptr (CogServer) server = cog_server_find_out (address, "k", NULL, &error);

  if (kind == NULL)
    {
      g_assert_null (server);
      g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (cog_server_kind_to_nick (server->kind), ==, kind);
  g_assert_cmpstr (server->key, ==, "k");
  g_assert_false (g_str_has_suffix (server->address, "/"));
}

static void
test_find_out (void)
{
  g_autoptr (WebServer) site = web_server_new (NULL);

  assert_found (site, NULL);
  answer (site, "/listPairs", JSON,
          "{\"responseData\":[{\"sourceLanguage\":\"eng\",\"targetLanguage\":\"spa\"}]}");
  assert_found (site, "apertium-apy");
  answer (site, "/languages", JSON, LANGUAGES);
  assert_found (site, "libretranslate");
}

static void
test_file (void)
{
  const char *path = "deep/services.ini";
  g_autoptr (CogServer) server =
      cog_server_new (COG_SERVER_LIBRETRANSLATE, "https://translate.example.org/api/", "k");
  g_autoptr (CogServer) again =
      cog_server_new (COG_SERVER_LIBRETRANSLATE, "https://translate.example.org", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) servers = cog_server_load (path, &error);
  g_autoptr (GPtrArray) engines = NULL;
  g_autoptr (CogEngine) engine = NULL;
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpuint (servers->len, ==, 0);
  g_assert_true (cog_server_add (path, server, &error));
  g_assert_true (cog_server_add (path, again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 077, ==, 0);
  g_ptr_array_unref (servers);
  servers = cog_server_load (path, NULL);
  g_assert_cmpuint (servers->len, ==, 1);
  g_assert_null (((CogServer *)g_ptr_array_index (servers, 0))->key);
  engines = cog_engine_table_list (path, NULL);
  g_assert_cmpuint (engines->len, ==, 2);
  engine = cog_engine_table_find (path, "libretranslate:translate.example.org", NULL);
  g_assert_cmpstr (cog_engine_get_address (engine), ==, "https://translate.example.org");
  g_assert_null (cog_engine_table_find (path, "x", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "apertium, libretranslate:"));
  g_clear_error (&error);
  g_assert_true (cog_server_remove (path, "libretranslate:translate.example.org", NULL));
  g_assert_false (cog_server_remove (path, "libretranslate:translate.example.org", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "nonsense", -1, NULL));
  g_assert_null (cog_server_load (path, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

/* --- the real Apertium APy -------------------------------------------------------------------- */

#define TRIES 100

static GSubprocess *
start_apy (guint port)
{
  g_autofree char *number = g_strdup_printf ("%u", port);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_setenv (launcher, "LANG", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  return g_subprocess_launcher_spawn (launcher, NULL, "apertium-apy", "-p", number,
                                      "/usr/share/apertium", NULL);
}

/* A port that nobody has. */
static guint
find_port (void)
{
  g_autoptr (WebServer) site = web_server_new (NULL);

  return web_server_get_port (site);
}

static gboolean
wait_for_apy (CogEngine *engine)
{
  for (guint i = 0; i < TRIES; i++)
    {
      if (cog_engine_list_pairs (engine, NULL, NULL) != NULL)
        return TRUE;
      g_usleep (G_USEC_PER_SEC / 5);
    }
  return FALSE;
}

static void
assert_apy (CogEngine *engine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target =
      translate (engine,
                 "The <b>red</b> house<a href=\"#n\">note</a> of <math "
                 "xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>F</mi></math> is big. I have "
                 "two &lt; three zorglyx.",
                 &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (target, "roja"));
  g_assert_nonnull (strstr (target, "<mi>F</mi>"));
  g_assert_nonnull (strstr (target, "<a href=\"#n\">"));
  g_assert_nonnull (strstr (target, "Tengo dos &lt; tres zorglyx."));
  g_assert_cmpuint (cog_engine_get_n_unknown (engine), >=, 1);
  g_assert_null (cog_engine_find_pair (engine, "en", "kk", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
}

static void
test_apy (void)
{
  g_autofree char *program = g_find_program_in_path ("apertium-apy");
  g_autofree char *address = NULL;
  g_autoptr (CogServer) server = NULL;
  g_autoptr (CogEngine) engine = NULL;
  g_autoptr (GSubprocess) apy = NULL;
  guint port = find_port ();

  if (program == NULL ||
      !g_file_test ("/usr/share/apertium/modes/eng-spa.mode", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("apertium-apy with English and Spanish is not installed");
      return;
    }
  apy = start_apy (port);
  address = g_strdup_printf ("http://127.0.0.1:%u", port);
  server = cog_server_new (COG_SERVER_APERTIUM, address, NULL);
  engine = cog_server_new_engine (server);
  g_assert_true (wait_for_apy (engine));
  assert_apy (engine);
  /* Asked to end, it sometimes waits for a pipe of its own for ever. */
  g_subprocess_force_exit (apy);
  g_subprocess_wait (apy, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/server/file", test_file);
  g_test_add_func ("/server/libretranslate", test_libretranslate);
  g_test_add_func ("/server/faults", test_faults);
  g_test_add_func ("/server/huge", test_huge);
  g_test_add_func ("/server/null-answer", test_null_answer);
  g_test_add_func ("/server/no-pair", test_no_pair);
  g_test_add_func ("/server/nobody", test_nobody);
  g_test_add_func ("/server/find-out", test_find_out);
  g_test_add_func ("/server/apy", test_apy);
  return g_test_run ();
}
