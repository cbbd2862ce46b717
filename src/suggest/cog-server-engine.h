/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-server.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What engines on servers have in common: a question, and an answer in JSON. */
#define COG_TYPE_SERVER_ENGINE (cog_server_engine_get_type ())
G_DECLARE_DERIVABLE_TYPE (CogServerEngine, cog_server_engine, COG, SERVER_ENGINE, CogEngine)

struct _CogServerEngineClass
{
  CogEngineClass parent_class;
};

void cog_server_engine_set_server (CogServerEngine *self, const CogServer *server);
/* (transfer none) */
const CogServer *cog_server_engine_get_server (CogServerEngine *self);
/* Asks at path behind the server's address; sent (nullable): a POST. Returns the answer; what says
 * no is an error in words of what a person can do. (transfer full) */
JsonNode *cog_server_engine_ask (CogServerEngine *self,
                                 const char *path,
                                 const char *media_type,
                                 const char *sent,
                                 GCancellable *cancellable,
                                 GError **error);
/* The answer is not what such a server says: COG_ERROR_INPUT. */
void cog_server_engine_set_nonsense (CogServerEngine *self, GError **error);

CogEngine *cog_libretranslate_new (const CogServer *server);
CogEngine *cog_apertium_server_new (const CogServer *server);

G_END_DECLS
