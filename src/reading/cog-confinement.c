/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-confinement-private.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#ifdef COG_WITH_SANITIZER
#define LIMITS_MEMORY FALSE
#else
#define LIMITS_MEMORY TRUE
#endif

/* Bytes of files that are looked at where they lie, which takes addresses and no memory: the
 * pictures of a folder (cog-container-folder.c has the same bound), and libraries. */
#define MAPPED ((guint64)5 << 30)

static const struct
{
  const char *nick;
  guint32 bit;
} nicks[] = {
  { "no-new-rights", COG_HELD_NO_NEW_RIGHTS },
  { "limits", COG_HELD_LIMITS },
  { "files", COG_HELD_FILES },
  { "network", COG_HELD_NETWORK },
  { "calls", COG_HELD_CALLS },
  { "signals", COG_HELD_SIGNALS },
};

static gboolean
limit (int what, guint64 value)
{
  struct rlimit old, new = { value, value };

  /* A limit that somebody set before is kept where it is lower. */
  if (getrlimit (what, &old) == 0 && old.rlim_max != RLIM_INFINITY)
    new.rlim_cur = new.rlim_max = MIN (value, old.rlim_max);
  return setrlimit (what, &new) == 0;
}

static guint32
hold_limits (const CogConfinement *confinement)
{
  gboolean ok = limit (RLIMIT_CORE, 0) && limit (RLIMIT_CPU, confinement->seconds);

  /* A converter writes its result, and has memory of its own. */
  if (!confinement->may_run_programs)
    {
      ok = limit (RLIMIT_FSIZE, 0) && ok;
      if (confinement->memory > 0 && LIMITS_MEMORY)
        ok = limit (RLIMIT_DATA, confinement->memory) &&
             limit (RLIMIT_AS, confinement->memory + MAPPED) && ok;
    }
  /* What is logged may go to a file: then it is lost, and nobody dies of it. */
  signal (SIGXFSZ, SIG_IGN);
  return ok ? COG_HELD_LIMITS : 0;
}

guint32
cog_confinement_hold (const CogConfinement *confinement)
{
  guint32 held = 0;

  g_return_val_if_fail (confinement != NULL, 0);

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    held |= COG_HELD_NO_NEW_RIGHTS;
  held |= cog_confinement_hold_files (confinement);
  held |= hold_limits (confinement);
  /* Last, for it forbids what the others need. */
  held |= cog_confinement_hold_calls (confinement);
  return held;
}

const char *
cog_confinement_get_nick (guint index, guint32 *bit)
{
  g_return_val_if_fail (bit != NULL, NULL);

  if (index >= G_N_ELEMENTS (nicks))
    return NULL;
  *bit = nicks[index].bit;
  return nicks[index].nick;
}

char *
cog_confinement_to_string (guint32 held)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (held & nicks[i].bit)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", nicks[i].nick);
  return g_string_free (text, FALSE);
}
