/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-service.h"

#include "cog-error.h"
#include "cog-fetch-private.h"
#include "cog-guarded-address.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>

#define MOST (16u << 20) /* bytes of an answer, unpacked */
#define CHUNK 65536
#define AGENT "Cognate/" COG_VERSION " (editor for open educational resources; asked by a person)"

/* A machine thinks before it answers: a minute of silence is none too long. */
static const CogFetchLimits limits = { MOST, 60 * 1000, 5 * 60 * 1000, 0, 100 };

void
cog_web_reply_clear (CogWebReply *reply)
{
  g_return_if_fail (reply != NULL);

  reply->status = 0;
  g_clear_pointer (&reply->body, g_bytes_unref);
}

/* Of the same place as the service: the person's own address may be of the network around. */
static SoupSession *
new_session (const CogWebQuestion *question)
{
  g_autofree char *own = cog_web_address_dup_origin (question->service);
  g_autofree char *origin = cog_web_address_dup_origin (question->address);
  gboolean may_be_near =
      cog_web_address_is_near (question->service) && g_strcmp0 (own, origin) == 0;
  g_autoptr (GSocketConnectable) guarded = cog_guarded_address_new (question->address, may_be_near);
  SoupSession *session =
      soup_session_new_with_options ("remote-connectable", guarded, "user-agent", AGENT, "timeout",
                                     limits.patience / 1000 + 1, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  return session;
}

static SoupMessage *
new_message (const CogWebQuestion *question)
{
  gboolean is_post = question->media_type != NULL;
  SoupMessage *message =
      soup_message_new (is_post ? SOUP_METHOD_POST : SOUP_METHOD_GET, question->address);

  if (message == NULL)
    return NULL;
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept",
                                "application/json");
  if (is_post)
    soup_message_set_request_body_from_bytes (message, question->media_type, question->sent);
  return message;
}

static gboolean
check_redirect (SoupMessage *message, const char *address, const char *host, GError **error)
{
  guint status = soup_message_get_status (message);
  const char *location;
  g_autofree char *next = NULL;
  g_autofree char *shown = NULL;

  if (status < 300 || status >= 400)
    return TRUE;
  location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  next = location != NULL ? cog_web_address_resolve (address, location) : NULL;
  shown = next != NULL ? cog_web_address_dup_origin (next) : g_strdup ("?");
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               /* Translators: 1 is a host, 2 an address. */
               _ ("%1$s leads on to %2$s. Nothing was sent there. If that is the service that you "
                  "mean, enter its address."),
               host, shown);
  return FALSE;
}

static gboolean
read_body (GInputStream *in,
           SoupMessage *message,
           CogFetchWatch *watch,
           const char *host,
           GByteArray *body,
           GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GError) fault = NULL;
  gssize n;

  while ((n = g_input_stream_read (in, chunk, CHUNK, cog_fetch_watch_get_stop (watch), &fault)) > 0)
    {
      if (body->len + (gsize)n > MOST)
        {
          g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                       /* Translators: a host */
                       _ ("%s answers with far more than was asked. It was not read."), host);
          return FALSE;
        }
      g_byte_array_append (body, chunk, (guint)n);
      cog_fetch_watch_came (watch, body->len);
    }
  if (n == 0)
    return TRUE;
  cog_fetch_set_fault (error, g_steal_pointer (&fault), message, watch, host);
  return FALSE;
}

gboolean
cog_web_service_ask (const CogWebQuestion *question,
                     CogWebReply *reply,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *host = NULL;
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (CogFetchWatch) watch = NULL;
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (question != NULL && reply != NULL, FALSE);
  g_return_val_if_fail (question->media_type == NULL || question->sent != NULL, FALSE);

  host = cog_web_address_dup_host (question->address);
  message = new_message (question);
  if (message == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("“%.80s” is not an address on the web."),
                   question->address);
      return FALSE;
    }
  session = new_session (question);
  watch = cog_fetch_watch_new (&limits, cancellable);
  in = soup_session_send (session, message, cog_fetch_watch_get_stop (watch), &fault);
  if (in == NULL)
    {
      cog_fetch_set_fault (error, g_steal_pointer (&fault), message, watch, host);
      return FALSE;
    }
  if (!check_redirect (message, question->address, host, error) ||
      !read_body (in, message, watch, host, body, error))
    return FALSE;
  reply->status = soup_message_get_status (message);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&body));
  return TRUE;
}
