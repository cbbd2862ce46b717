/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fetch-private.h"

#include "cog-error.h"
#include "cog-guarded-address.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define CHUNK (64 * 1024)  /* bytes read at once */
#define LITTLE (16u << 20) /* bytes: what may be unpacked from anything */
#define AGENT "Cognate/" COG_VERSION " (editor for open educational resources; asked by a person)"

struct _CogFetch
{
  CogFetchLimits limits;
  char *near; /* origin that the person's own address names in the network around (nullable) */
  GHashTable *sessions; /* origin → SoupSession */
  GTlsDatabase *trust;  /* (nullable) */
  CogFetchTellFunc tell;
  gpointer user_data;
};

/* One answer on its way. */
typedef struct
{
  CogFetch *fetch;
  SoupMessage *message;
  CogFetchWatch *watch;
  const CogProgress *progress;
  char *host;
  guint64 most;
  guint64 wanted; /* bytes that are announced; 0: not known */
} Transfer;

gboolean
cog_fetch_is_there (void)
{
  return TRUE;
}

CogFetch *
cog_fetch_new (const char *address, const CogFetchLimits *limits)
{
  CogFetch *self = g_new0 (CogFetch, 1);

  g_return_val_if_fail (address != NULL, NULL);

  self->limits = limits != NULL ? *limits : cog_fetch_limits;
  self->near = cog_web_address_is_near (address) ? cog_web_address_dup_origin (address) : NULL;
  self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
cog_fetch_free (CogFetch *fetch)
{
  if (fetch == NULL)
    return;
  g_hash_table_unref (fetch->sessions);
  g_clear_object (&fetch->trust);
  g_free (fetch->near);
  g_free (fetch);
}

void
cog_fetch_set_tell (CogFetch *fetch, CogFetchTellFunc tell, gpointer user_data)
{
  g_return_if_fail (fetch != NULL);
  fetch->tell = tell;
  fetch->user_data = user_data;
}

void
cog_fetch_set_trust (CogFetch *fetch, GTlsDatabase *trust)
{
  g_return_if_fail (fetch != NULL);
  g_set_object (&fetch->trust, trust);
}

/* A session an origin, for it has the one guarded address that it connects to. It keeps no cookies
 * and knows no password: it has no jar, and no manager of passwords. */
static SoupSession *
get_session (CogFetch *self, const char *address)
{
  g_autofree char *origin = cog_web_address_dup_origin (address);
  SoupSession *session = g_hash_table_lookup (self->sessions, origin);
  g_autoptr (GSocketConnectable) guarded = NULL;

  if (session != NULL)
    return session;
  guarded = cog_guarded_address_new (address, g_strcmp0 (origin, self->near) == 0);
  session = soup_session_new_with_options ("remote-connectable", guarded, "user-agent", AGENT,
                                           "timeout", self->limits.patience / 1000 + 1,
                                           "max-conns-per-host", 1, NULL);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (self->trust != NULL)
    soup_session_set_tls_database (session, self->trust);
  g_hash_table_insert (self->sessions, g_steal_pointer (&origin), session);
  return session;
}

static gboolean
may_go (CogFetch *self, const char *address, GError **error)
{
  g_autofree char *origin = cog_web_address_dup_origin (address);
  g_autofree char *host = NULL;

  if (!cog_web_address_is_near (address) || g_strcmp0 (origin, self->near) == 0)
    return TRUE;
  host = cog_web_address_dup_host (address);
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               _ ("The page leads on to %s, a computer in your own network. Pages of the web may "
                  "not reach there."),
               host);
  return FALSE;
}

/* --- the answer's head ------------------------------------------------------------------------ */

/* RFC 8288: <https://…>; rel="license" */
static char *
dup_licence (SoupMessage *message, const char *address)
{
  const char *value =
      soup_message_headers_get_list (soup_message_get_response_headers (message), "Link");
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (value == NULL || strlen (value) > 16384)
    return NULL;
  regex = g_regex_new ("<([^>]{1,2000})>[^,<]*;\\s*rel\\s*=\\s*(?:\"(?:[^\"]* )?license(?: [^\"]*)?"
                       "\"|license\\b)",
                       G_REGEX_CASELESS, 0, NULL);
  if (!g_regex_match (regex, value, 0, &match))
    return NULL;
  found = g_match_info_fetch (match, 1);
  return cog_web_address_resolve (address, found);
}

static void
read_head (SoupMessage *message, const char *address, CogAnswer *answer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GHashTable) parameters = NULL;
  g_autoptr (GHashTable) disposition = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);
  const char *name = NULL;

  answer->address = g_strdup (address);
  answer->media_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  if (parameters != NULL)
    answer->charset = g_strdup (g_hash_table_lookup (parameters, "charset"));
  if (soup_message_headers_get_content_disposition (headers, NULL, &disposition) &&
      disposition != NULL)
    name = g_hash_table_lookup (disposition, "filename");
  answer->name = name != NULL ? cog_web_address_dup_safe_name (name) : NULL;
  answer->licence = dup_licence (message, address);
}

/* --- the answer's body ------------------------------------------------------------------------ */

static void
tell_progress (const Transfer *self, guint64 came)
{
  g_autofree char *now = g_format_size (came);
  g_autofree char *all = g_format_size (self->wanted);
  /* Translators: 1 a host, 2 and 3 sizes: "3.1 MB" */
  g_autofree char *sentence =
      self->wanted > 0
          ? g_strdup_printf (_ ("Fetching from %1$s: %2$s of %3$s"), self->host, now, all)
          : g_strdup_printf (_ ("Fetching from %1$s: %2$s"), self->host, now);

  cog_progress_tell (self->progress, self->wanted > 0 ? MIN ((double)came / self->wanted, 1) : -1,
                     sentence);
}

static gboolean
set_too_large (const Transfer *self, GError **error)
{
  g_autofree char *most = g_format_size_full (self->most, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: 1 a host, 2 a size: "512 MiB" */
  g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
               _ ("What %1$s sends is larger than %2$s, the limit that protects this computer."),
               self->host, most);
  return FALSE;
}

/* A few packed bytes that unpack without end are an attack, not a book. */
static gboolean
is_bomb (const Transfer *self, guint64 came)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (self->message);
  guint64 packed =
      metrics != NULL ? soup_message_metrics_get_response_body_bytes_received (metrics) : came;

  return came > LITTLE && came / self->fetch->limits.unpacking > packed;
}

static gboolean
check_size (const Transfer *self, guint64 came, GError **error)
{
  if (came > self->most)
    return set_too_large (self, error);
  if (!is_bomb (self, came))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
               _ ("What %s sends unpacks to more than any book holds; it was not fetched."),
               self->host);
  return FALSE;
}

static gboolean
copy_body (
    const Transfer *self, GInputStream *in, GOutputStream *out, guint64 *came, GError **error)
{
  GCancellable *stop = cog_fetch_watch_get_stop (self->watch);
  g_autofree char *chunk = g_malloc (CHUNK);
  g_autoptr (GError) fault = NULL;

  for (*came = 0;;)
    {
      gssize n = g_input_stream_read (in, chunk, CHUNK, stop, &fault);

      if (n < 0)
        {
          cog_fetch_set_fault (error, g_steal_pointer (&fault), self->message, self->watch,
                               self->host);
          return FALSE;
        }
      if (n == 0)
        break;
      *came += n;
      cog_fetch_watch_came (self->watch, *came);
      if (!check_size (self, *came, error) ||
          !g_output_stream_write_all (out, chunk, n, NULL, NULL, error))
        return FALSE;
      tell_progress (self, *came);
    }
  /* libsoup takes an answer that ends early for a whole one where the connection was closed. */
  if (self->wanted > 0 && *came < self->wanted)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
                   _ ("%s broke off in the middle. Try again."), self->host);
      return FALSE;
    }
  return TRUE;
}

/* --- one request ------------------------------------------------------------------------------ */

static SoupMessage *
new_message (const char *address)
{
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, address);

  if (message == NULL)
    return NULL;
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE |
                                       SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept",
                                "text/html,application/xhtml+xml,application/epub+zip,"
                                "application/pdf,application/xml;q=0.9,*/*;q=0.8");
  return message;
}

static gboolean
is_redirect (SoupMessage *message)
{
  guint status = soup_message_get_status (message);

  return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

/* Where it leads on. NULL with an error where it may not. (transfer full) */
static char *
dup_next (const Transfer *self, const char *address, GError **error)
{
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autofree char *next = location != NULL ? cog_web_address_resolve (address, location) : NULL;
  g_autofree char *host = NULL;

  if (next == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s leads on to something that is no address on the web."), self->host);
      return NULL;
    }
  host = cog_web_address_dup_host (next);
  if (g_str_has_prefix (address, "https:") && !g_str_has_prefix (next, "https:"))
    {
      /* Translators: both are hosts */
      g_set_error (
          error, COG_ERROR, COG_ERROR_REFUSED,
          _ ("%1$s leads from its safe connection on to an unsafe one at %2$s. Nothing was "
             "fetched."),
          self->host, host);
      return NULL;
    }
  if (!may_go (self->fetch, next, error))
    return NULL;
  if (!g_str_equal (host, self->host) && self->fetch->tell != NULL)
    {
      /* Translators: both are hosts */
      g_autofree char *sentence = g_strdup_printf (_ ("%1$s leads on to %2$s."), self->host, host);

      self->fetch->tell (sentence, self->fetch->user_data);
    }
  return g_steal_pointer (&next);
}

/* *next gets where the answer leads on, if it does; else the answer is in out. */
static gboolean
receive (Transfer *self,
         const char *address,
         GOutputStream *out,
         CogAnswer *answer,
         char **next,
         GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (GInputStream) in =
      soup_session_send (get_session (self->fetch, address), self->message,
                         cog_fetch_watch_get_stop (self->watch), &fault);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  if (in == NULL)
    {
      cog_fetch_set_fault (error, g_steal_pointer (&fault), self->message, self->watch, self->host);
      return FALSE;
    }
  if (is_redirect (self->message))
    return (*next = dup_next (self, address, error)) != NULL;
  if (!cog_fetch_check_status (self->message, self->host, error))
    return FALSE;
  if (soup_message_headers_get_one (headers, "Content-Encoding") == NULL &&
      soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    self->wanted = (guint64)MAX (soup_message_headers_get_content_length (headers), 0);
  if (self->wanted > self->most)
    return set_too_large (self, error);
  read_head (self->message, address, answer);
  cog_fetch_watch_came (self->watch, 0);
  return copy_body (self, in, out, &answer->size, error);
}

static gboolean
fetch_one (CogFetch *self,
           const char *address,
           guint64 most,
           GOutputStream *out,
           CogAnswer *answer,
           char **next,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SoupMessage) message = new_message (address);
  g_autoptr (CogFetchWatch) watch = NULL;
  g_autofree char *host = cog_web_address_dup_host (address);
  g_autofree char *sentence = NULL;
  Transfer transfer = { self, message, NULL, progress, host, most, 0 };

  if (message == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("“%.80s” is not an address on the web."),
                   address);
      return FALSE;
    }
  if (!may_go (self, address, error))
    return FALSE;
  /* Translators: a host */
  sentence = g_strdup_printf (_ ("Asking %s…"), host);
  cog_progress_tell (progress, -1, sentence);
  transfer.watch = watch = cog_fetch_watch_new (&self->limits, cancellable);
  return receive (&transfer, address, out, answer, next, error);
}

static gboolean
fetch (CogFetch *self,
       const char *address,
       guint64 most,
       GOutputStream *out,
       CogAnswer *answer,
       const CogProgress *progress,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *at = g_strdup (address);

  for (guint i = 0; i <= self->limits.redirects && g_hash_table_add (seen, g_strdup (at)); i++)
    {
      char *next = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !fetch_one (self, at, most, out, answer, &next, progress, cancellable, error))
        return FALSE;
      if (next == NULL)
        return TRUE;
      g_free (at);
      at = next;
    }
  {
    g_autofree char *host = cog_web_address_dup_host (at);

    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 _ ("%s leads on from page to page without end."), host);
  }
  return FALSE;
}

GBytes *
cog_fetch_bytes (CogFetch *self,
                 const char *address,
                 guint64 most,
                 CogAnswer *answer,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_return_val_if_fail (self != NULL && address != NULL && answer != NULL, NULL);

  if (most == 0 || most > self->limits.most)
    most = self->limits.most;
  if (!fetch (self, address, most, out, answer, progress, cancellable, error) ||
      !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

gboolean
cog_fetch_file (CogFetch *self,
                const char *address,
                const char *path,
                CogAnswer *answer,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_return_val_if_fail (self != NULL && address != NULL && path != NULL && answer != NULL, FALSE);

  file = g_file_new_for_path (path);
  out = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  if (out == NULL)
    return FALSE;
  if (fetch (self, address, self->limits.most, G_OUTPUT_STREAM (out), answer, progress, cancellable,
             error) &&
      g_output_stream_close (G_OUTPUT_STREAM (out), NULL, error))
    return TRUE;
  g_output_stream_close (G_OUTPUT_STREAM (out), NULL, NULL);
  g_unlink (path);
  return FALSE;
}
