/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogWebQuestion:
 *
 * One question to a service that the person entered by its address, and its answer: an interface
 * for programs, not a page (cog-fetch.h). What is sent goes to that address and nowhere else: a
 * server that leads on to another is not followed, but told of.
 */
typedef struct
{
  const char *service;    /* the address that the person entered: whether it may be near */
  const char *address;    /* of the question */
  const char *media_type; /* of what is sent; NULL: nothing is sent (GET) (nullable) */
  GBytes *sent;           /* (nullable) */
} CogWebQuestion;

typedef struct
{
  guint status; /* of HTTP: an answer that is an error has a body, too */
  GBytes *body;
} CogWebReply;
void cog_web_reply_clear (CogWebReply *reply);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogWebReply, cog_web_reply_clear)

/* Blocks; at most five minutes, and 16 MiB. Errors: as of cog_fetch_bytes(), save for the status.
 */
gboolean cog_web_service_ask (const CogWebQuestion *question,
                              CogWebReply *reply,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
