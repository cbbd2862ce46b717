/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"

G_BEGIN_DECLS

/* Which interface a server speaks. */
typedef enum
{
  COG_SERVER_LIBRETRANSLATE, /* https://libretranslate.com/docs */
  COG_SERVER_APERTIUM,       /* Apertium APy: https://wiki.apertium.org/wiki/Apertium-apy */
} CogServerKind;
const char *cog_server_kind_to_nick (CogServerKind kind); /* "libretranslate", "apertium-apy" */
gboolean cog_server_kind_from_nick (const char *nick, CogServerKind *kind);

/* A server for machine translation that the person entered. A plain value. */
typedef struct
{
  CogServerKind kind;
  char *address; /* clean (cog-web-address.h), without "/" at its end */
  char *key;     /* that the server's people gave to the person (nullable) */
} CogServer;
CogServer *cog_server_new (CogServerKind kind, const char *address, const char *key);
CogServer *cog_server_copy (const CogServer *server);
void cog_server_free (CogServer *server);
/* "libretranslate:translate.example.org". (transfer full) */
char *cog_server_dup_id (const CogServer *server);

/* Asks what it is; the first that is sent to an address, and nothing of a book. typed: as the
 * person typed it. COG_ERROR_INPUT where neither interface answers there. (transfer full) */
CogServer *
cog_server_find_out (const char *typed, const char *key, GCancellable *cancellable, GError **error);

/* Those that the person entered: kept in a file that only that person reads, in the folder
 * COGNATE_DATA_DIR, else in the user's data folder. Its path:
 * (transfer full) */
char *cog_server_dup_path (void);
/* None where there is no file. (transfer full) (element-type CogServer) */
GPtrArray *cog_server_load (const char *path, GError **error);
/* One with the same id is replaced. */
gboolean cog_server_add (const char *path, const CogServer *server, GError **error);
/* COG_ERROR_NOT_FOUND where there is none. */
gboolean cog_server_remove (const char *path, const char *id, GError **error);

/* The engine that asks it. Makes no connection. (transfer full) */
CogEngine *cog_server_new_engine (const CogServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogServer, cog_server_free)

G_END_DECLS
