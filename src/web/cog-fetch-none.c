/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fetch.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

/* A build without libsoup: all that asks is told so. */
struct _CogFetch
{
  int unused;
};

gboolean
cog_fetch_is_there (void)
{
  return FALSE;
}

CogFetch *
cog_fetch_new (const char *address, const CogFetchLimits *limits)
{
  return g_new0 (CogFetch, 1);
}

void
cog_fetch_free (CogFetch *fetch)
{
  g_free (fetch);
}

void
cog_fetch_set_tell (CogFetch *fetch, CogFetchTellFunc tell, gpointer user_data)
{
}

void
cog_fetch_set_trust (CogFetch *fetch, GTlsDatabase *trust)
{
}

static void
set_missing (GError **error)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                       _ ("This Cognate was built without access to the web. Download the file "
                          "with your browser, and import it."));
}

GBytes *
cog_fetch_bytes (CogFetch *fetch,
                 const char *address,
                 guint64 most,
                 CogAnswer *answer,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  set_missing (error);
  return NULL;
}

gboolean
cog_fetch_file (CogFetch *fetch,
                const char *address,
                const char *path,
                CogAnswer *answer,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  set_missing (error);
  return FALSE;
}
