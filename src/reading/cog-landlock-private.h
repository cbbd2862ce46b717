/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's interface (Documentation/userspace-api/landlock.rst), as far as it is used, for
 * neither glibc nor the headers of older systems have all of it. Its numbers are the same on every
 * architecture. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define COG_LANDLOCK_VERSION (1u << 0) /* flag of create_ruleset: which ABI */
#define COG_LANDLOCK_PATH 1            /* kind of rule */

#define COG_LANDLOCK_EXECUTE (1ull << 0)
#define COG_LANDLOCK_READ_FILE (1ull << 2)
#define COG_LANDLOCK_READ_DIR (1ull << 3)
#define COG_LANDLOCK_MAKE_SOCK (1ull << 9)
#define COG_LANDLOCK_ALL_1 ((1ull << 13) - 1)            /* all of ABI 1 */
#define COG_LANDLOCK_REFER (1ull << 13)                  /* ABI 2 */
#define COG_LANDLOCK_TRUNCATE (1ull << 14)               /* 3 */
#define COG_LANDLOCK_IOCTL_DEV (1ull << 15)              /* 5 */
#define COG_LANDLOCK_NET_TCP ((1ull << 0) | (1ull << 1)) /* bind, connect; 4 */
#define COG_LANDLOCK_SCOPED ((1ull << 0) | (1ull << 1))  /* abstract sockets, signals; 6 */

typedef struct
{
  guint64 fs, net, scoped;
} CogLandlockRuleset;

typedef struct
{
  guint64 allowed;
  gint32 parent;
} __attribute__ ((packed)) CogLandlockPath;
