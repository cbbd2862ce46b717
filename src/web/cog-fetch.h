/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogFetch:
 *
 * Fetches what a person asked for by its address, and nothing else: by http and https, one thing at
 * a time, without cookies, referrer, passwords or scripts, under an honest name, within limits.
 * Redirects are followed, and told where they leave the host. Computers of the network around are
 * reached only where the person's own address names one (cog-guarded-address.h). What a
 * certificate's check says is never overridden. For one thread.
 *
 * Messages name the host and say what to do. Errors: COG_ERROR_NOT_FOUND (the server has no such
 * page), COG_ERROR_REFUSED (it may not be read, or may not be reached), COG_ERROR_TOO_LARGE,
 * COG_ERROR_INPUT (an answer that is none), COG_ERROR_UNSUPPORTED (built without), else the
 * network's own codes of G_IO_ERROR.
 */
typedef struct _CogFetch CogFetch;

typedef struct
{
  guint64 most;    /* bytes of an answer, unpacked */
  guint patience;  /* milliseconds in which nothing, or next to nothing, comes */
  guint longest;   /* milliseconds for an answer as a whole */
  guint redirects; /* one after another */
  guint unpacking; /* how many times as large an answer may be unpacked, above 16 MiB */
} CogFetchLimits;
extern const CogFetchLimits cog_fetch_limits; /* 512 MiB, half a minute, an hour, 10, 100 */

/* What the person should see: a sentence (translated), in the fetching thread. */
typedef void (*CogFetchTellFunc) (const char *sentence, gpointer user_data);

typedef struct
{
  char *address;    /* after all redirects */
  char *media_type; /* as the server says, lower case (nullable) */
  char *charset;    /* (nullable) */
  char *name;       /* of Content-Disposition, fit for a file (nullable) */
  char *licence;    /* Link: <…>; rel=license, absolute (nullable) */
  guint64 size;     /* bytes, unpacked */
} CogAnswer;
void cog_answer_clear (CogAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogAnswer, cog_answer_clear)

/* FALSE in a build without the web. */
gboolean cog_fetch_is_there (void);

/* address: what the person asked for and saw, clean (cog-web-address.h). limits: (nullable). */
CogFetch *cog_fetch_new (const char *address, const CogFetchLimits *limits);
void cog_fetch_free (CogFetch *fetch);
void cog_fetch_set_tell (CogFetch *fetch, CogFetchTellFunc tell, gpointer user_data);
/* For tests with a certificate of their own: who is trusted instead of the system's list. */
void cog_fetch_set_trust (CogFetch *fetch, GTlsDatabase *trust);

/* Into memory; most: bytes, 0: as in the limits. (transfer full) */
GBytes *cog_fetch_bytes (CogFetch *fetch,
                         const char *address,
                         guint64 most,
                         CogAnswer *answer,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         GError **error);
/* Into a new file at path; on a fault nothing is left there. */
gboolean cog_fetch_file (CogFetch *fetch,
                         const char *address,
                         const char *path,
                         CogAnswer *answer,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFetch, cog_fetch_free)

G_END_DECLS
