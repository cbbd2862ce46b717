/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-run.h"
#include "cog-web-found.h"

G_BEGIN_DECLS

/* Looking at an address, and taking what was chosen there, in a thread. tell hears, in the main
 * thread, where an address leads on; source is kept until the callback was called. */
typedef void (*CogWebRunTell) (gpointer source, const char *sentence);

void cog_web_run_look (const char *address,
                       const char *folder,
                       CogRun *run,
                       GObject *source,
                       CogWebRunTell tell,
                       GAsyncReadyCallback callback);
/* (transfer full) */
CogWebFound *cog_web_run_look_finish (GAsyncResult *result, GError **error);

/* Takes found. file: which of its files, counted from 0; below 0: the file or page itself. */
void cog_web_run_take (CogWebFound *found,
                       int file,
                       gboolean may_ask_others,
                       const char *folder,
                       CogRun *run,
                       GObject *source,
                       CogWebRunTell tell,
                       GAsyncReadyCallback callback);
/* (transfer full): the path */
char *cog_web_run_take_finish (GAsyncResult *result, GError **error);

G_END_DECLS
