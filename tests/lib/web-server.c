/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "web-server.h"

#include <string.h>

typedef struct
{
  GBytes *raw;
  gsize piece;
  guint pause, count;
} Answer;

struct _WebServer
{
  GSocketService *service;
  GTlsCertificate *certificate;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex mutex;
  GHashTable *answers; /* path → Answer */
  char *request;
  guint port;
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_bytes_unref (answer->raw);
  g_free (answer);
}

/* Up to the empty line. */
static char *
read_head (GInputStream *in)
{
  g_autoptr (GString) head = g_string_new (NULL);
  char byte;

  while (head->len < 65536 && g_input_stream_read (in, &byte, 1, NULL, NULL) == 1)
    {
      g_string_append_c (head, byte);
      if (g_str_has_suffix (head->str, "\r\n\r\n"))
        return g_string_free (g_steal_pointer (&head), FALSE);
    }
  return NULL;
}

/* With bytes of its own: another answer may take its place while it is sent. */
static Answer
find_answer (WebServer *self, const char *head)
{
  static const char missing[] =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  g_auto (GStrv) words = g_strsplit (head, " ", 3);
  Answer found = { NULL, 0, 0, 0 };
  Answer *answer;

  g_mutex_lock (&self->mutex);
  g_free (self->request);
  self->request = g_strdup (head);
  answer = g_strv_length (words) == 3 ? g_hash_table_lookup (self->answers, words[1]) : NULL;
  if (answer != NULL)
    {
      answer->count++;
      found = *answer;
    }
  found.raw =
      answer != NULL ? g_bytes_ref (answer->raw) : g_bytes_new_static (missing, strlen (missing));
  g_mutex_unlock (&self->mutex);
  return found;
}

/* The other side ends first: who closes a socket at once may have the rest thrown away. */
static void
end_connection (GSocketConnection *connection, GIOStream *stream)
{
  GSocket *socket = g_socket_connection_get_socket (connection);
  char rest[256];

  if (stream != G_IO_STREAM (connection))
    g_io_stream_close (stream, NULL, NULL);
  g_socket_set_timeout (socket, 5);
  g_socket_shutdown (socket, FALSE, TRUE, NULL);
  while (g_socket_receive (socket, rest, sizeof rest, NULL, NULL) > 0)
    continue;
  g_socket_close (socket, NULL);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer user_data)
{
  WebServer *self = user_data;
  g_autoptr (GIOStream) stream = G_IO_STREAM (g_object_ref (connection));
  g_autofree char *head = NULL;
  g_autoptr (GBytes) raw = NULL;
  const char *data;
  gsize length;
  Answer answer;

  if (self->certificate != NULL)
    {
      GIOStream *tls = g_tls_server_connection_new (stream, self->certificate, NULL);

      g_object_unref (stream);
      stream = tls;
    }
  head = read_head (g_io_stream_get_input_stream (stream));
  if (head == NULL)
    return TRUE;
  answer = find_answer (self, head);
  raw = answer.raw;
  data = g_bytes_get_data (raw, &length);
  for (gsize at = 0; at < length;)
    {
      gsize n = answer.piece > 0 ? MIN (answer.piece, length - at) : length;

      if (!g_output_stream_write_all (g_io_stream_get_output_stream (stream), data + at, n, NULL,
                                      NULL, NULL))
        break;
      at += n;
      if (answer.pause > 0)
        g_usleep ((gulong)answer.pause * 1000);
    }
  end_connection (connection, stream);
  return TRUE;
}

static gpointer
serve (gpointer data)
{
  WebServer *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

WebServer *
web_server_new (GTlsCertificate *certificate)
{
  WebServer *self = g_new0 (WebServer, 1);
  g_autoptr (GInetAddress) here = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (here, 0);
  g_autoptr (GSocketAddress) given = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (8);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &given, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (self->context);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (given));
  self->thread = g_thread_new ("web-server", serve, self);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  WebServer *self = data;

  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/* Connections that still drip keep what they need: a test's process ends soon after. */
void
web_server_free (WebServer *server)
{
  if (server == NULL)
    return;
  g_main_context_invoke (server->context, quit_cb, server);
  g_thread_join (server->thread);
}

void
web_server_add_raw (
    WebServer *server, const char *path, const void *raw, gsize length, gsize piece, guint pause)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->raw = g_bytes_new (raw, length);
  answer->piece = piece;
  answer->pause = pause;
  g_mutex_lock (&server->mutex);
  g_hash_table_insert (server->answers, g_strdup (path), answer);
  g_mutex_unlock (&server->mutex);
}

void
web_server_add (
    WebServer *server, const char *path, const char *head, const void *body, gssize length)
{
  gsize n = length >= 0 ? (gsize)length : strlen (body);
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autofree char *start = g_strdup_printf (
      "HTTP/1.1 %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n", head, n);

  g_byte_array_append (raw, (const guint8 *)start, strlen (start));
  g_byte_array_append (raw, body, n);
  web_server_add_raw (server, path, raw->data, raw->len, 0, 0);
}

char *
web_server_dup_address (WebServer *server, const char *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", server->certificate != NULL ? "https" : "http",
                          server->port, path);
}

guint
web_server_get_port (WebServer *server)
{
  return server->port;
}

guint
web_server_count (WebServer *server, const char *path)
{
  Answer *answer;
  guint count;

  g_mutex_lock (&server->mutex);
  answer = g_hash_table_lookup (server->answers, path);
  count = answer != NULL ? answer->count : 0;
  g_mutex_unlock (&server->mutex);
  return count;
}

char *
web_server_dup_request (WebServer *server)
{
  char *request;

  g_mutex_lock (&server->mutex);
  request = g_strdup (server->request);
  g_mutex_unlock (&server->mutex);
  return request;
}
