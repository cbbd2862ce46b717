/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogRun:
 *
 * The progress of a job in a thread, for widgets: told there, heard in the main thread, at most one
 * message under way.
 *
 * Properties: "fraction" (double, 0..1, below 0: not known) and "sentence" (string), notified in
 * the main thread.
 */
#define COG_TYPE_RUN (cog_run_get_type ())
G_DECLARE_FINAL_TYPE (CogRun, cog_run, COG, RUN, GObject)

CogRun *cog_run_new (void);
GCancellable *cog_run_get_cancellable (CogRun *self);
/* For the job; valid as long as the run. */
const CogProgress *cog_run_get_progress (CogRun *self);

G_END_DECLS
