/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-confinement-private.h"
#include "cog-landlock-private.h"

#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>

#define READ (COG_LANDLOCK_READ_FILE | COG_LANDLOCK_READ_DIR)
/* What may be allowed on a file that is no folder, of what is used here. */
#define OF_FILE                                                                                    \
  (COG_LANDLOCK_READ_FILE | COG_LANDLOCK_EXECUTE | (1ull << 1) | COG_LANDLOCK_TRUNCATE |           \
   COG_LANDLOCK_IOCTL_DEV)

/* Libraries that are loaded late, tables of characters, fonts, words of other languages, time
 * zones; nothing of the person's own, no /etc as a whole, no /proc of others. */
static const char *const system_paths[] = {
  "/usr/lib",
  "/usr/lib32",
  "/usr/lib64",
  "/usr/local/lib",
  "/usr/share",
  "/usr/local/share",
  "/lib",
  "/lib64",
  "/app/lib", /* Flatpak */
  "/app/share",
  "/app/ocr/lib", /* its extension for Tesseract */
  "/app/ocr/share",
  "/etc/fonts",
  "/etc/ld.so.cache",
  "/etc/localtime",
  "/etc/poppler",
  "/var/cache/fontconfig",
  "/dev/null",
  "/dev/urandom",
  "/proc/self",
  "/sys/devices/system/cpu",
  COG_LOCALE_DIR,
};

/* A program finds its configuration, and its fellows. */
static const char *const program_paths[] = { "/usr", "/bin", "/sbin", "/opt", "/etc", "/app" };

static guint64
handled_files (int abi)
{
  return COG_LANDLOCK_ALL_1 | (abi >= 2 ? COG_LANDLOCK_REFER : 0) |
         (abi >= 3 ? COG_LANDLOCK_TRUNCATE : 0) | (abi >= 5 ? COG_LANDLOCK_IOCTL_DEV : 0);
}

static int
make_ruleset (int abi)
{
  CogLandlockRuleset ruleset = { handled_files (abi), abi >= 4 ? COG_LANDLOCK_NET_TCP : 0,
                                 abi >= 6 ? COG_LANDLOCK_SCOPED : 0 };
  /* An older kernel refuses a longer struct only where what is new in it is not 0, but it is
   * cheap to be exact. */
  gsize size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;

  return (int)syscall (SYS_landlock_create_ruleset, &ruleset, size, 0);
}

/* What is not there needs no leave. */
static void
allow (int ruleset, const char *path, guint64 rights)
{
  CogLandlockPath rule = { rights, open (path, O_PATH | O_CLOEXEC) };
  struct stat status;

  if (rule.parent < 0)
    return;
  if (fstat (rule.parent, &status) == 0)
    {
      if (!S_ISDIR (status.st_mode))
        rule.allowed &= OF_FILE;
      syscall (SYS_landlock_add_rule, ruleset, COG_LANDLOCK_PATH, &rule, 0);
    }
  close (rule.parent);
}

/* Fonts that a person has installed: a PDF may not bring its own. */
static void
allow_own_fonts (int ruleset)
{
  static const char *const folders[] = { ".fonts", ".local/share/fonts", ".cache/fontconfig",
                                         ".config/fontconfig" };
  const char *home = g_getenv ("HOME");

  for (gsize i = 0; home != NULL && home[0] == '/' && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (home, folders[i], NULL);

      allow (ruleset, path, READ);
    }
}

static void
allow_programs (int ruleset, const CogConfinement *confinement, int abi)
{
  for (gsize i = 0; i < G_N_ELEMENTS (program_paths); i++)
    allow (ruleset, program_paths[i], READ | COG_LANDLOCK_EXECUTE);
  allow (ruleset, "/lib", READ | COG_LANDLOCK_EXECUTE);
  allow (ruleset, "/lib64", READ | COG_LANDLOCK_EXECUTE);
  allow (ruleset, "/proc", READ);
  allow (ruleset, "/dev/null", handled_files (abi));
  allow (ruleset, "/var/spool/libreoffice", READ); /* what is shared by its users, in Debian */
  /* LibreOffice talks to itself there, whatever TMPDIR says; nothing is opened or removed. */
  allow (ruleset, "/tmp", COG_LANDLOCK_MAKE_SOCK);
  if (confinement->work != NULL)
    allow (ruleset, confinement->work, handled_files (abi));
}

/* What loads this program loads others too (PT_INTERP). */
static int
find_loader_cb (struct dl_phdr_info *info, size_t size, void *user_data)
{
  for (int i = 0; i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_INTERP)
      *(const char **)user_data = (const char *)info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
  /* The first is the program itself. */
  return 1;
}

static void
allow_program (int ruleset, const char *program)
{
  const char *loader = NULL;

  dl_iterate_phdr (find_loader_cb, &loader);
  allow (ruleset, program, COG_LANDLOCK_READ_FILE | COG_LANDLOCK_EXECUTE);
  if (loader != NULL)
    allow (ruleset, loader, COG_LANDLOCK_READ_FILE | COG_LANDLOCK_EXECUTE);
}

guint32
cog_confinement_hold_files (const CogConfinement *confinement)
{
  int abi =
      (int)syscall (SYS_landlock_create_ruleset, NULL, (gsize)0, (guint32)COG_LANDLOCK_VERSION);
  int ruleset = abi > 0 ? make_ruleset (abi) : -1;
  gboolean ok;

  if (ruleset < 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (system_paths); i++)
    allow (ruleset, system_paths[i], READ);
  allow_own_fonts (ruleset);
  for (gsize i = 0; confinement->readable != NULL && confinement->readable[i] != NULL; i++)
    allow (ruleset, confinement->readable[i], READ);
  if (confinement->may_run_programs)
    allow_programs (ruleset, confinement, abi);
  else if (confinement->program != NULL)
    allow_program (ruleset, confinement->program);
  ok = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  if (!ok)
    return 0;
  return COG_HELD_FILES | (abi >= 4 ? COG_HELD_NETWORK : 0) | (abi >= 6 ? COG_HELD_SIGNALS : 0);
}
