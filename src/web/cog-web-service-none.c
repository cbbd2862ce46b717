/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-service.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

/* A build without libsoup. */

void
cog_web_reply_clear (CogWebReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
}

gboolean
cog_web_service_ask (const CogWebQuestion *question,
                     CogWebReply *reply,
                     GCancellable *cancellable,
                     GError **error)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                       _ ("This Cognate was built without access to the web: it asks no server."));
  return FALSE;
}
