/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-fetch.h"
#include "cog-guarded-address.h"
#include "cog-web-address.h"
#include "folder.h"
#include "web-server.h"

#include <gio/gio.h>
#include <string.h>

/* Nothing leaves this computer. In a hurry: a test cannot wait for half a minute. */
static const CogFetchLimits hurried = { 1u << 20, 10000, 20000, 10, 100 };
static const CogFetchLimits impatient = { 1u << 20, 400, 4000, 10, 100 };

#define PAGE "200 OK\r\nContent-Type: text/html; charset=utf-8"

typedef struct
{
  CogAnswer answer;
  GString *told;
  GError *error;
  GBytes *bytes;
} Got;

static void
tell_cb (const char *sentence, gpointer told)
{
  g_string_append_printf (told, "%s\n", sentence);
}

static void
got_clear (Got *got)
{
  cog_answer_clear (&got->answer);
  g_string_free (got->told, TRUE);
  g_clear_error (&got->error);
  g_clear_pointer (&got->bytes, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Got, got_clear)

static Got
get_with (const char *address, const CogFetchLimits *limits, GCancellable *cancellable)
{
  g_autoptr (CogFetch) fetch = cog_fetch_new (address, limits);
  Got got = { { NULL }, g_string_new (NULL), NULL, NULL };

  cog_fetch_set_tell (fetch, tell_cb, got.told);
  got.bytes = cog_fetch_bytes (fetch, address, 0, &got.answer, NULL, cancellable, &got.error);
  g_assert_true ((got.bytes != NULL) != (got.error != NULL));
  return got;
}

static Got
get (WebServer *server, const char *path)
{
  g_autofree char *address = web_server_dup_address (server, path);

  return get_with (address, &hurried, NULL);
}

static void
assert_said (const Got *got, GQuark domain, int code, const char *words)
{
  g_test_message ("%s", got->error != NULL ? got->error->message : "nothing");
  g_assert_error (got->error, domain, code);
  g_assert_nonnull (strstr (got->error->message, words));
}

static void
test_plain (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autofree char *request = NULL;

  web_server_add (server, "/a%20page",
                  PAGE "\r\nSet-Cookie: track=1\r\nLink: </next>; rel=next, "
                       "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"\r\n"
                       "Content-Disposition: attachment; filename=\"../../etc/Lesson 1.html\"",
                  "<p>Hello", -1);
  g_auto (Got) got = get (server, "/a%20page");
  g_assert_no_error (got.error);
  g_assert_cmpmem (g_bytes_get_data (got.bytes, NULL), g_bytes_get_size (got.bytes), "<p>Hello", 8);
  g_assert_cmpstr (got.answer.media_type, ==, "text/html");
  g_assert_cmpstr (got.answer.charset, ==, "utf-8");
  g_assert_cmpstr (got.answer.licence, ==, "https://creativecommons.org/licenses/by/4.0/");
  g_assert_null (strchr (got.answer.name, '/'));
  g_assert_true (g_str_has_suffix (got.answer.name, "Lesson 1.html"));
  /* Asked a second time, it sends back nothing that it was given. */
  {
    g_auto (Got) again = get (server, "/a%20page");
    g_assert_no_error (again.error);
  }
  request = web_server_dup_request (server);
  g_assert_nonnull (strstr (request, "User-Agent: Cognate/"));
  g_assert_null (strstr (request, "Cookie"));
  g_assert_null (strstr (request, "Referer"));
  g_assert_null (strstr (request, "Authorization"));
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *head;
    CogError code;
    const char *words;
  } cases[] = {
    { "404 Not Found", COG_ERROR_NOT_FOUND, "no page at this address" },
    { "410 Gone", COG_ERROR_NOT_FOUND, "for good" },
    { "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", COG_ERROR_REFUSED, "signed in" },
    { "403 Forbidden", COG_ERROR_REFUSED, "browser" },
    { "429 Too Many Requests", COG_ERROR_INPUT, "pause" },
    { "500 Internal Server Error", COG_ERROR_INPUT, "your computer is not the cause" },
    { "503 Service Unavailable", COG_ERROR_INPUT, "Try again later" },
    { "418 Teapot", COG_ERROR_INPUT, "does not understand" },
    { "204 No Content", COG_ERROR_INPUT, "holds nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WebServer) server = web_server_new (NULL);

      web_server_add (server, "/x", cases[i].head, "", 0);
      g_auto (Got) got = get (server, "/x");
      assert_said (&got, COG_ERROR, (int)cases[i].code, cases[i].words);
      g_assert_nonnull (strstr (got.error->message, "127.0.0.1"));
    }
}

static void
add_redirect (WebServer *server, const char *path, const char *to)
{
  g_autofree char *head = g_strdup_printf ("302 Found\r\nLocation: %s", to);

  web_server_add (server, path, head, "", 0);
}

static void
test_redirects (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);

  web_server_add (server, "/end", PAGE, "end", 3);
  add_redirect (server, "/start", "middle");
  add_redirect (server, "/middle", "/end#part");
  add_redirect (server, "/loop", "/loop2");
  add_redirect (server, "/loop2", "/loop");
  add_redirect (server, "/file", "file:///etc/passwd");
  add_redirect (server, "/script", "javascript:alert(1)");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/long%u", i);
      g_autofree char *next = g_strdup_printf ("/long%u", i + 1);

      add_redirect (server, path, next);
    }
  {
    g_auto (Got) got = get (server, "/start");
    g_assert_no_error (got.error);
    g_assert_true (strstr (got.answer.address, "/end") != NULL);
    g_assert_cmpstr (got.told->str, ==, "");
  }
  {
    g_auto (Got) got = get (server, "/loop");
    assert_said (&got, COG_ERROR, COG_ERROR_INPUT, "without end");
    g_assert_cmpuint (web_server_count (server, "/loop"), ==, 1);
  }
  {
    g_auto (Got) got = get (server, "/long0");
    assert_said (&got, COG_ERROR, COG_ERROR_INPUT, "without end");
    g_assert_cmpuint (web_server_count (server, "/long11"), ==, 0);
  }
  {
    g_auto (Got) got = get (server, "/file");
    assert_said (&got, COG_ERROR, COG_ERROR_INPUT, "no address on the web");
  }
  {
    g_auto (Got) got = get (server, "/script");
    assert_said (&got, COG_ERROR, COG_ERROR_INPUT, "no address on the web");
  }
}

/* A page on the web, or on one near computer, may not reach another near one. */
static void
test_near_redirects (void)
{
  static const char *const others[] = { "http://10.0.0.1/",
                                        "http://192.168.1.1/admin",
                                        "http://[::1]/",
                                        "http://169.254.169.254/latest",
                                        "http://localhost:%u/end",
                                        "http://127.0.0.2:%u/end",
                                        "http://[::ffff:127.0.0.1]:%u/end" };
  g_autoptr (WebServer) server = web_server_new (NULL);

  web_server_add (server, "/end", PAGE, "end", 3);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto (GStrv) halves = g_strsplit (others[i], "%u", 2);
      g_autofree char *to =
          halves[1] != NULL
              ? g_strdup_printf ("%s%u%s", halves[0], web_server_get_port (server), halves[1])
              : g_strdup (others[i]);

      add_redirect (server, "/near", to);
      g_auto (Got) got = get (server, "/near");
      assert_said (&got, COG_ERROR, COG_ERROR_REFUSED, "own network");
      g_assert_cmpuint (web_server_count (server, "/end"), ==, 0);
    }
}

/* A session for a page of the web that asks for a near picture. */
static void
test_near_from_far (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autoptr (CogFetch) fetch = cog_fetch_new ("https://example.org/page", &hurried);
  g_autofree char *address = web_server_dup_address (server, "/picture");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (CogAnswer) answer = { NULL };

  web_server_add (server, "/picture", "200 OK", "x", 1);
  bytes = cog_fetch_bytes (fetch, address, 0, &answer, NULL, NULL, &error);
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
  g_assert_cmpuint (web_server_count (server, "/picture"), ==, 0);
}

/* --- a resolver that lies --------------------------------------------------------------------- */

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)
struct _TestResolver
{
  GResolver parent_instance;
};
G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static GList *
lookup (GResolver *resolver, const char *name, GCancellable *cancellable, GError **error)
{
  if (g_str_has_suffix (name, ".example"))
    return g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4));
  g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "Name or service not known");
  return NULL;
}

static GList *
lookup_with_flags (GResolver *resolver,
                   const char *name,
                   GResolverNameLookupFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  if (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    {
      g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "none");
      return NULL;
    }
  return lookup (resolver, name, cancellable, error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  G_RESOLVER_CLASS (klass)->lookup_by_name = lookup;
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags = lookup_with_flags;
}

static void
test_resolver_init (TestResolver *self)
{
}

/* The name is one of the web's, its number this computer's: no connection is made. */
static void
test_rebinding (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autoptr (GResolver) lying = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_autoptr (GResolver) usual = g_resolver_get_default ();
  g_autofree char *address =
      g_strdup_printf ("http://school.example:%u/x", web_server_get_port (server));
  g_autofree char *missing =
      g_strdup_printf ("http://nowhere.invalid:%u/x", web_server_get_port (server));

  web_server_add (server, "/x", PAGE, "secret", -1);
  g_resolver_set_default (lying);
  {
    g_auto (Got) got = get_with (address, &hurried, NULL);
    assert_said (&got, COG_ERROR, COG_ERROR_REFUSED, "school.example leads to a computer in your");
  }
  {
    g_auto (Got) got = get_with (missing, &hurried, NULL);
    assert_said (&got, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND, "nowhere.invalid:");
  }
  g_resolver_set_default (usual);
  g_assert_cmpuint (web_server_count (server, "/x"), ==, 0);
}

/* --- sizes ------------------------------------------------------------------------------------ */

static void
test_lengths (void)
{
  static const char less[] = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello, and more";
  static const char more[] = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nHello";
  static const char huge[] = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nHello";
  static const char wordy[] = "HTTP/1.1 200 OK\r\nContent-Length: some\r\n\r\nHello";
  static const char chunk[] =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\nab";
  static const char none[] = "220 smtp.example ESMTP\r\n\r\n";
  g_autofree char *big = g_strnfill (2u << 20, 'x');
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autofree char *endless = g_strconcat ("HTTP/1.1 200 OK\r\n\r\n", big, NULL);

  web_server_add_raw (server, "/less", less, strlen (less), 0, 0);
  web_server_add_raw (server, "/more", more, strlen (more), 0, 0);
  web_server_add_raw (server, "/huge", huge, strlen (huge), 0, 0);
  web_server_add_raw (server, "/wordy", wordy, strlen (wordy), 0, 0);
  web_server_add_raw (server, "/chunk", chunk, strlen (chunk), 0, 0);
  web_server_add_raw (server, "/none", none, strlen (none), 0, 0);
  web_server_add_raw (server, "/endless", endless, strlen (endless), 0, 0);
  {
    g_auto (Got) got = get (server, "/less");
    g_assert_no_error (got.error);
    g_assert_cmpuint (g_bytes_get_size (got.bytes), ==, 5);
  }
  {
    g_auto (Got) got = get (server, "/more");
    assert_said (&got, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "broke off");
  }
  {
    g_auto (Got) got = get (server, "/huge");
    assert_said (&got, COG_ERROR, COG_ERROR_TOO_LARGE, "the limit that protects");
  }
  {
    g_auto (Got) got = get (server, "/endless");
    assert_said (&got, COG_ERROR, COG_ERROR_TOO_LARGE, "the limit that protects");
  }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const odd[] = { "/wordy", "/chunk", "/none" };
      g_auto (Got) got = get (server, odd[i]);

      /* Whatever it is taken for: it ends, and says so of the host, or is short. */
      if (got.error != NULL)
        g_assert_nonnull (strstr (got.error->message, "127.0.0.1"));
      else
        g_assert_cmpuint (g_bytes_get_size (got.bytes), <, 100);
    }
}

static GBytes *
pack (gsize size)
{
  g_autoptr (GZlibCompressor) zip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, G_CONVERTER (zip));
  g_autofree char *zeros = g_malloc0 (1u << 20);

  for (gsize n = 0; n < size; n += 1u << 20)
    g_assert_true (g_output_stream_write_all (out, zeros, 1u << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_bomb (void)
{
  CogFetchLimits limits = hurried;
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autoptr (GBytes) bomb = pack (64u << 20);
  g_autofree char *address = web_server_dup_address (server, "/bomb");

  limits.most = 512u << 20;
  limits.longest = 60000;
  web_server_add (server, "/bomb", PAGE "\r\nContent-Encoding: gzip", g_bytes_get_data (bomb, NULL),
                  (gssize)g_bytes_get_size (bomb));
  g_auto (Got) got = get_with (address, &limits, NULL);
  assert_said (&got, COG_ERROR, COG_ERROR_TOO_LARGE, "unpacks to more");
}

/* --- time ------------------------------------------------------------------------------------- */

static void
test_slow (void)
{
  static const char head[] =
      "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: 2\r\nX-C: 3\r\nX-D: 4\r\nX-E: 5\r\n";
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autofree char *letters = g_strnfill (400, 'x');
  g_autofree char *body = g_strconcat ("HTTP/1.1 200 OK\r\n\r\n", letters, NULL);
  gint64 start = g_get_monotonic_time ();

  web_server_add_raw (server, "/head", head, strlen (head), 1, 60);
  web_server_add_raw (server, "/body", body, strlen (body), 1, 20);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *address = web_server_dup_address (server, i == 0 ? "/head" : "/body");
      g_auto (Got) got = get_with (address, &impatient, NULL);

      assert_said (&got, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "too slowly");
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (150 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  CogFetchLimits patient = cog_fetch_limits;
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *address = web_server_dup_address (server, "/never");
  gint64 start = g_get_monotonic_time ();
  GThread *thread;

  web_server_add_raw (server, "/never", "HTTP/1.1 200 OK\r\n", 17, 1, 1000);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  {
    g_auto (Got) got = get_with (address, &patient, cancellable);
    g_assert_error (got.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_thread_join (thread);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

/* --- TLS -------------------------------------------------------------------------------------- */

static void
test_certificate (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COGNATE_FIXTURES"), "web/server.pem", NULL);
  g_autofree char *roots = g_build_filename (g_getenv ("COGNATE_FIXTURES"), "web/server.crt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  g_autoptr (GTlsDatabase) trust = NULL;
  g_autoptr (WebServer) server = NULL;
  g_autofree char *address = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS here");
      return;
    }
  g_assert_no_error (error);
  trust = g_tls_file_database_new (roots, &error);
  g_assert_no_error (error);
  server = web_server_new (certificate);
  web_server_add (server, "/x", PAGE, "safe", 4);
  address = web_server_dup_address (server, "/x");
  {
    g_auto (Got) got = get_with (address, &cog_fetch_limits, NULL);
    assert_said (&got, COG_ERROR, COG_ERROR_REFUSED, "nobody whom this computer trusts");
    g_assert_cmpuint (web_server_count (server, "/x"), ==, 0);
  }
  /* The same server where its certificate is trusted; the name in it is checked. */
  {
    g_autoptr (CogFetch) fetch = cog_fetch_new (address, NULL);
    g_auto (CogAnswer) answer = { NULL };
    g_autoptr (GBytes) bytes = NULL;

    cog_fetch_set_trust (fetch, trust);
    bytes = cog_fetch_bytes (fetch, address, 0, &answer, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "safe", 4);
  }
  /* From a safe page on to an unsafe one: not followed. */
  {
    g_autoptr (CogFetch) fetch = cog_fetch_new (address, NULL);
    g_autofree char *from = web_server_dup_address (server, "/down");
    g_autofree char *to = g_strdup_printf ("http%s", address + strlen ("https"));
    g_auto (CogAnswer) answer = { NULL };
    g_autoptr (GBytes) bytes = NULL;

    add_redirect (server, "/down", to);
    cog_fetch_set_trust (fetch, trust);
    bytes = cog_fetch_bytes (fetch, from, 0, &answer, NULL, NULL, &error);
    g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, "unsafe"));
  }
}

static void
test_refused (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autofree char *address = web_server_dup_address (server, "/x");

  web_server_free (g_steal_pointer (&server));
  g_auto (Got) got = get_with (address, &hurried, NULL);
  assert_said (&got, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, "no web server runs");
}

/* A file on a fault: none is left. */
static void
test_file (void)
{
  g_autoptr (WebServer) server = web_server_new (NULL);
  g_autofree char *good = web_server_dup_address (server, "/good");
  g_autofree char *bad = web_server_dup_address (server, "/bad");
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (CogFetch) fetch = cog_fetch_new (good, &hurried);
  g_auto (CogAnswer) answer = { NULL };
  g_auto (CogAnswer) other = { NULL };
  g_autoptr (GError) error = NULL;

  web_server_add (server, "/good", PAGE, "good", 4);
  web_server_add_raw (server, "/bad", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbad", 41, 0, 0);
  g_assert_false (cog_fetch_file (fetch, bad, path, &other, NULL, NULL, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_true (cog_fetch_file (fetch, good, path, &answer, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (answer.size, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("no_proxy", "*", TRUE);
  g_test_add_func ("/fetch/plain", test_plain);
  g_test_add_func ("/fetch/statuses", test_statuses);
  g_test_add_func ("/fetch/redirects", test_redirects);
  g_test_add_func ("/fetch/near-redirects", test_near_redirects);
  g_test_add_func ("/fetch/near-from-far", test_near_from_far);
  g_test_add_func ("/fetch/rebinding", test_rebinding);
  g_test_add_func ("/fetch/lengths", test_lengths);
  g_test_add_func ("/fetch/bomb", test_bomb);
  g_test_add_func ("/fetch/slow", test_slow);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/certificate", test_certificate);
  g_test_add_func ("/fetch/refused", test_refused);
  g_test_add_func ("/fetch/file", test_file);
  return g_test_run ();
}
