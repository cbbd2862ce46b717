/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-server-engine.h"

#include "cog-error.h"
#include "cog-fetch.h"
#include "cog-json-depth.h"
#include "cog-web-address.h"
#include "cog-web-service.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SAID 200 /* characters of a server's own words */

typedef struct
{
  CogServer *server;
} CogServerEnginePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CogServerEngine, cog_server_engine, COG_TYPE_ENGINE)

static CogServerEnginePrivate *
get_private (CogServerEngine *self)
{
  return cog_server_engine_get_instance_private (self);
}

static gboolean
cog_server_engine_is_there (CogEngine *engine)
{
  return cog_fetch_is_there ();
}

static void
cog_server_engine_finalize (GObject *object)
{
  cog_server_free (get_private (COG_SERVER_ENGINE (object))->server);
  G_OBJECT_CLASS (cog_server_engine_parent_class)->finalize (object);
}

static void
cog_server_engine_class_init (CogServerEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_server_engine_finalize;
  COG_ENGINE_CLASS (klass)->is_there = cog_server_engine_is_there;
}

static void
cog_server_engine_init (CogServerEngine *self)
{
}

void
cog_server_engine_set_server (CogServerEngine *self, const CogServer *server)
{
  g_autofree char *id = NULL;
  g_autofree char *host = NULL;

  g_return_if_fail (COG_IS_SERVER_ENGINE (self) && server != NULL);

  id = cog_server_dup_id (server);
  host = cog_web_address_dup_host (server->address);
  get_private (self)->server = cog_server_copy (server);
  cog_engine_set_names (COG_ENGINE (self), id, host, server->address);
}

const CogServer *
cog_server_engine_get_server (CogServerEngine *self)
{
  g_return_val_if_fail (COG_IS_SERVER_ENGINE (self), NULL);
  return get_private (self)->server;
}

/* --- faults ----------------------------------------------------------------------------------- */

typedef struct
{
  guint first, last;
  CogError code;
  const char *sentence;
} Status;

/* RFC 9110, in the words of what a person can do. Translators: %s is a host, "example.org". */
static const Status statuses[] = {
  { 401, 403, COG_ERROR_REFUSED,
    N_ ("%s wants a key, or does not take this one. Ask those who keep the service for one, and "
        "enter it beside the address.") },
  { 404, 405, COG_ERROR_INPUT,
    N_ ("%s is no translation service at this address. Look whether it was typed whole.") },
  { 413, 413, COG_ERROR_TOO_LARGE, N_ ("%s does not take so long a text.") },
  { 429, 429, COG_ERROR_REFUSED,
    N_ ("%s was asked too often and wants a pause. Try again later.") },
  { 503, 503, COG_ERROR_INPUT, N_ ("%s is too busy now, or is being repaired. Try again later.") },
  { 500, 599, COG_ERROR_INPUT,
    N_ ("Something is wrong at %s itself; your computer is not the cause. Try again later.") },
  { 100, 499, COG_ERROR_INPUT, N_ ("%s does not take the question.") },
};

/* What it says itself: LibreTranslate in "error", Apertium in "explanation" or "message". (transfer
 * full) (nullable) */
static char *
dup_said (JsonNode *node)
{
  static const char *const members[] = { "error", "explanation", "message" };
  JsonObject *object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *member = json_object_get_member (object, members[i]);
      g_autofree char *said = NULL;

      if (member == NULL || !JSON_NODE_HOLDS_VALUE (member) ||
          json_node_get_value_type (member) != G_TYPE_STRING)
        continue;
      said = cog_xml_fold_space (json_node_get_string (member));
      if (said[0] == '\0')
        continue;
      return g_utf8_strlen (said, -1) > MOST_SAID ? g_utf8_substring (said, 0, MOST_SAID)
                                                  : g_steal_pointer (&said);
    }
  return NULL;
}

static void
set_status (CogServerEngine *self, guint status, JsonNode *node, GError **error)
{
  const char *host = cog_engine_get_name (COG_ENGINE (self));
  g_autofree char *said = dup_said (node);
  const Status *row = &statuses[G_N_ELEMENTS (statuses) - 1];
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (status >= statuses[i].first && status <= statuses[i].last)
      {
        row = &statuses[i];
        break;
      }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (_ (row->sentence), host);
#pragma GCC diagnostic pop
  if (said != NULL)
    /* Translators: 1 is a sentence of ours, 2 what the server says itself, 3 the number of the
     * fault.
     */
    g_set_error (error, COG_ERROR, row->code, _ ("%1$s It says: “%2$s” (%3$u)"), sentence, said,
                 status);
  else
    /* Translators: a sentence, then the number by which the site's people know the fault. */
    g_set_error (error, COG_ERROR, row->code, _ ("%1$s (%2$u)"), sentence, status);
}

void
cog_server_engine_set_nonsense (CogServerEngine *self, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a host */
               _ ("%s does not answer as a translation service does."),
               cog_engine_get_name (COG_ENGINE (self)));
}

/* --- a question ------------------------------------------------------------------------------- */

/* (transfer full) (nullable): it is no JSON. */
static JsonNode *
parse (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);
  JsonNode *root;

  if (!g_utf8_validate (text, -1, NULL) || !cog_json_is_shallow (text) ||
      !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL ? json_node_copy (root) : NULL;
}

JsonNode *
cog_server_engine_ask (CogServerEngine *self,
                       const char *path,
                       const char *media_type,
                       const char *sent,
                       GCancellable *cancellable,
                       GError **error)
{
  const char *service;
  g_autofree char *address = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (CogWebReply) reply = { 0 };
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (COG_IS_SERVER_ENGINE (self) && path != NULL, NULL);

  service = get_private (self)->server->address;
  address = g_strconcat (service, path, NULL);
  bytes = sent != NULL ? g_bytes_new (sent, strlen (sent)) : NULL;
  {
    const CogWebQuestion question = { service, address, sent != NULL ? media_type : NULL, bytes };

    if (!cog_web_service_ask (&question, &reply, cancellable, error))
      return NULL;
  }
  node = parse (reply.body);
  if (reply.status != 200)
    {
      set_status (self, reply.status, node, error);
      return NULL;
    }
  if (node == NULL)
    cog_server_engine_set_nonsense (self, error);
  return g_steal_pointer (&node);
}
