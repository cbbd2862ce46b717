/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-fetch.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* --- a watch over one answer: cog-fetch-watch.c ----------------------------------------------- */

/* Stops an answer that does not come on, or that somebody cancelled, wherever its thread waits. */
typedef struct _CogFetchWatch CogFetchWatch;

CogFetchWatch *cog_fetch_watch_new (const CogFetchLimits *limits, GCancellable *cancellable);
void cog_fetch_watch_free (CogFetchWatch *watch);
/* For all that waits. (transfer none) */
GCancellable *cog_fetch_watch_get_stop (CogFetchWatch *watch);
/* Something came: so many bytes until now. A few bytes now and then are as good as none. */
void cog_fetch_watch_came (CogFetchWatch *watch, guint64 bytes);
/* Whether it was the watch that stopped it, and nobody cancelled. */
gboolean cog_fetch_watch_was_slow (CogFetchWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogFetchWatch, cog_fetch_watch_free)

/* --- faults in words: cog-fetch-fault.c ------------------------------------------------------- */

/* What an answer's status means; FALSE with an error unless it is 200. */
gboolean cog_fetch_check_status (SoupMessage *message, const char *host, GError **error);
/* What the network's fault means for a person; takes fault. */
void cog_fetch_set_fault (
    GError **error, GError *fault, SoupMessage *message, CogFetchWatch *watch, const char *host);

G_END_DECLS
