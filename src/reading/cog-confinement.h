/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What holds a process that reads foreign files. Which of them there are is the kernel's to say,
 * and the build's: bits, as a helper's greeting has them. */
typedef enum
{
  COG_HELD_NO_NEW_RIGHTS = 1 << 0, /* PR_SET_NO_NEW_PRIVS; PR_SET_DUMPABLE 0 */
  COG_HELD_LIMITS = 1 << 1,        /* memory, processor time, no file grows, no core */
  COG_HELD_FILES = 1 << 2,         /* Landlock: reads a few folders, writes nowhere */
  COG_HELD_NETWORK = 1 << 3,       /* Landlock since 6.7: no TCP */
  COG_HELD_CALLS = 1 << 4,         /* seccomp: no sockets, programs, writing, tracing */
  COG_HELD_SIGNALS = 1 << 5,       /* Landlock since 6.12: no signals to, no sockets of others */
} CogHeld;

typedef struct
{
  const char *const *readable; /* files and folders that it may read; NULL-terminated (nullable) */
  const char *work;            /* folder where programs may write (nullable) */
  gboolean may_run_programs;
  const char *program; /* where it may not: one that it may run all the same (nullable) */
  guint64 memory;      /* bytes, without files that are only read; 0: without limit */
  guint64 seconds;     /* of the processor */
} CogConfinement;

/* Holds this process and all that it will start, for good. Call it before the first thread is made
 * and before a byte of a file is looked at. Returns what could be done: bits of CogHeld. */
guint32 cog_confinement_hold (const CogConfinement *confinement);

/* "limits, files, network": the nicks of bits, or "" for none. (transfer full) */
char *cog_confinement_to_string (guint32 held);
/* The nicks one by one, with the bit of each; NULL after the last. */
const char *cog_confinement_get_nick (guint index, guint32 *bit);

G_END_DECLS
