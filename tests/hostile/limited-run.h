/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One run of the program under limits: processor time, memory, and a wall clock that ends it where
 * it waits. */
typedef struct
{
  int status; /* exit status; -1: ended by a signal */
  int signal; /* that signal, or 0 */
  double seconds;
  glong memory; /* KiB at most */
  char *out;
  char *err;
} LimitedRun;

/* argv: NULL-terminated; folder: where it runs. */
LimitedRun *limited_run (const char *const *argv, const char *folder);
void limited_run_free (LimitedRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimitedRun, limited_run_free)

G_END_DECLS
