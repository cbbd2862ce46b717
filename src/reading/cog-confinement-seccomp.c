/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-confinement-private.h"

#ifdef COG_WITH_SECCOMP

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A list of what is forbidden, not of what is allowed: the libraries below us (poppler, ICU,
 * fontconfig) change what they call with every version, and a reader that is killed for a new call
 * is of no use. What is not listed cannot reach a file, a socket or another process: Landlock and
 * the limits stand behind it. */

/* No reader has a reason: who calls these means harm. */
static const char *const deadly[] = {
  "ptrace",
  "process_vm_readv",
  "process_vm_writev",
  "process_madvise",
  "pidfd_getfd",
  "kcmp",
  "bpf",
  "perf_event_open",
  "userfaultfd",
  "io_uring_setup",
  "io_uring_enter",
  "io_uring_register",
  "init_module",
  "finit_module",
  "delete_module",
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "swapon",
  "swapoff",
  "mount",
  "umount",
  "umount2",
  "move_mount",
  "open_tree",
  "fsopen",
  "fsmount",
  "pivot_root",
  "chroot",
  "setns",
  "add_key",
  "request_key",
  "keyctl",
  "iopl",
  "ioperm",
  "modify_ldt",
  "acct",
  "quotactl",
  "open_by_handle_at",
};

/* A library may try, and goes on without. */
static const char *const forbidden[] = {
  "connect",
  "bind",
  "listen",
  "accept",
  "accept4",
  "creat",
  "unlink",
  "unlinkat",
  "rename",
  "renameat",
  "renameat2",
  "mkdir",
  "mkdirat",
  "rmdir",
  "link",
  "linkat",
  "symlink",
  "symlinkat",
  "mknod",
  "mknodat",
  "chmod",
  "fchmod",
  "fchmodat",
  "chown",
  "fchown",
  "lchown",
  "fchownat",
  "unshare",
  "truncate",
  "utime",
  "utimes",
  "utimensat",
  "futimesat",
  "setxattr",
  "lsetxattr",
  "fsetxattr",
  "removexattr",
  "setuid",
  "setgid",
  "setreuid",
  "setregid",
  "setresuid",
  "setresgid",
  "setgroups",
  "capset",
  "setdomainname",
  "sethostname",
  "settimeofday",
  "clock_settime",
  "tkill",
  "rt_sigqueueinfo",
  "rt_tgsigqueueinfo",
  "pidfd_send_signal",
  "setpriority",
  "sched_setscheduler",
  "shmget",
  "shmat",
  "msgget",
  "semget",
  "mq_open",
  "inotify_init",
  "inotify_init1",
  "fanotify_init",
  "personality",
  "socket",
  "socketpair",
};

/* The same for one that runs no programs. */
static const char *const forbidden_alone[] = { "execve", "execveat", "fork",
                                               "vfork",  "kill",     "setrlimit" };

static void
add_all (scmp_filter_ctx filter, guint32 action, const char *const *names, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      int number = seccomp_syscall_resolve_name (names[i]);

      /* Not every architecture has every call. */
      if (number != __NR_SCMP_ERROR)
        seccomp_rule_add (filter, action, number, 0);
    }
}

/* open() for anything but reading. */
static void
add_opening (scmp_filter_ctx filter)
{
  static const struct
  {
    scmp_datum_t mask, value;
  } writing[] = {
    { O_ACCMODE, O_WRONLY }, { O_ACCMODE, O_RDWR }, { O_CREAT, O_CREAT }, { O_TRUNC, O_TRUNC }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    {
#ifdef __NR_open
      seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (open), 1,
                        SCMP_A1 (SCMP_CMP_MASKED_EQ, writing[i].mask, writing[i].value));
#endif
      seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (openat), 1,
                        SCMP_A2 (SCMP_CMP_MASKED_EQ, writing[i].mask, writing[i].value));
    }
  /* Its flags lie in memory, where a filter cannot look; callers fall back to openat. */
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (openat2), 0);
}

/* Threads yes, processes no. */
static void
add_processes (scmp_filter_ctx filter)
{
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (clone), 1,
                    SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0);
}

/* Characters put into the terminal that it was started from. */
static void
add_terminal (scmp_filter_ctx filter)
{
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (ioctl), 1,
                    SCMP_A1 (SCMP_CMP_MASKED_EQ, 0xFFFFFFFFu, TIOCSTI));
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (ioctl), 1,
                    SCMP_A1 (SCMP_CMP_MASKED_EQ, 0xFFFFFFFFu, TIOCLINUX));
}

static void
add_alone (scmp_filter_ctx filter)
{
  add_all (filter, SCMP_ACT_ERRNO (EPERM), forbidden_alone, G_N_ELEMENTS (forbidden_alone));
  /* Signals to itself only: abort() needs them. */
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (tgkill), 1,
                    SCMP_A0 (SCMP_CMP_NE, (scmp_datum_t)getpid ()));
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (prlimit64), 1,
                    SCMP_A2 (SCMP_CMP_NE, 0));
  add_processes (filter);
}

/* Sockets between processes of this computer are how LibreOffice talks to itself. */
static void
add_networks (scmp_filter_ctx filter)
{
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (socket), 1,
                    SCMP_A0 (SCMP_CMP_NE, 1 /* AF_UNIX */));
}

/* Files that a converter writes in its own folder; Landlock holds it there. A name space of its
 * own, which cog_helper_run() tries for it, is refused: what that would take away is out of reach.
 */
static const char *const forbidden_always[] = {
  "setuid",        "setgid",      "setreuid",      "setregid", "setresuid",
  "setresgid",     "setgroups",   "capset",        "mknod",    "mknodat",
  "chown",         "fchown",      "lchown",        "fchownat", "settimeofday",
  "clock_settime", "sethostname", "setdomainname", "unshare",
};

guint32
cog_confinement_hold_calls (const CogConfinement *confinement)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);
  gboolean ok;

  if (filter == NULL)
    return 0;
  add_all (filter, SCMP_ACT_KILL_PROCESS, deadly, G_N_ELEMENTS (deadly));
  if (confinement->may_run_programs)
    {
      add_all (filter, SCMP_ACT_ERRNO (EPERM), forbidden_always, G_N_ELEMENTS (forbidden_always));
      add_networks (filter);
    }
  else
    {
      add_all (filter, SCMP_ACT_ERRNO (EPERM), forbidden, G_N_ELEMENTS (forbidden));
      add_terminal (filter);
      add_opening (filter);
      if (confinement->program == NULL)
        add_alone (filter);
    }
  ok = seccomp_load (filter) == 0;
  seccomp_release (filter);
  return ok ? COG_HELD_CALLS : 0;
}

#else

guint32
cog_confinement_hold_calls (const CogConfinement *confinement)
{
  return 0;
}

#endif
