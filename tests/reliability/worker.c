/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory.h"
#include "random-adapter.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What tests/reliability starts, to end it at any moment, and to look at what is there then. What
 * was stored is told of in a line of its own, right away: from then on it may not be lost. */

static void
say (const char *line)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);

  if (write (STDOUT_FILENO, whole, strlen (whole)) < 0)
    exit (0); /* nobody listens any more */
}

static void
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (3);
}

static CogProject *
open_project (const char *path)
{
  GError *error = NULL;
  CogProject *project = cog_project_open (path, COG_PROJECT_WRITE, &error);

  if (project == NULL)
    fail (error);
  return project;
}

static void
say_digest (CogProject *project)
{
  g_autofree char *dump = random_adapter_dump (project);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);

  say (digest);
}

/* PATH: the small book that can be adapted in every way; PATH N: one with N paragraphs. */
static int
run_make (int argc, char **argv)
{
  g_autoptr (CogProject) project = argc > 1
                                       ? project_fixture_create (argv[0], (guint)atoi (argv[1]))
                                       : structure_fixture_create (argv[0]);

  return project != NULL ? 0 : 1;
}

/* PATH VERSION: as a Cognate of that version left it. */
static int
run_age (int argc, char **argv)
{
  static const char *const sql[] = {
    NULL,
    PROJECT_FIXTURE_TO_VERSION_2
    "DROP INDEX section_outline; ALTER TABLE section DROP COLUMN source_parent;"
    "ALTER TABLE section DROP COLUMN source_position;"
    "ALTER TABLE section DROP COLUMN is_absent;"
    "ALTER TABLE unit DROP COLUMN origins; ALTER TABLE unit DROP COLUMN works;"
    "PRAGMA user_version=1;",
    PROJECT_FIXTURE_TO_VERSION_2,
    PROJECT_FIXTURE_TO_VERSION_3,
    PROJECT_FIXTURE_TO_VERSION_4,
  };
  int version = argc > 1 ? atoi (argv[1]) : 0;

  g_assert_true (version >= 0 && version < (int)G_N_ELEMENTS (sql));
  if (version == 0)
    project_fixture_make_old (argv[0]);
  else
    project_fixture_run_sql (argv[0], sql[version]);
  return 0;
}

/* PATH SEED [N]: does what can be done, N deeds or until it is ended; the digest of all that can be
 * seen, before the first, and after each change that is durable. */
static int
run_adapt (int argc, char **argv)
{
  g_autoptr (CogProject) project = open_project (argv[0]);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)atoi (argv[1]));
  guint64 n = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : G_MAXUINT64;

  say_digest (project);
  g_signal_connect (project, "changed", G_CALLBACK (say_digest), NULL);
  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!random_adapter_act (project, rand, NULL, &error) && !random_adapter_is_refusal (error))
        fail (error);
    }
  return 0;
}

/* PATH: opens it as the person would who comes back, looks whether all is sound, and tells the
 * digest. */
static int
run_look (int argc, char **argv)
{
  g_autoptr (CogProject) project = open_project (argv[0]);
  GError *error = NULL;

  structure_fixture_assert_sound (project);
  say_digest (project);
  if (!cog_project_close (project, &error))
    fail (error);
  return 0;
}

static CogMemoryEntry *
make_entry (guint i)
{
  CogMemoryEntry *entry = cog_memory_entry_new ();

  entry->source = g_strdup_printf ("Passage %u speaks of water.", i);
  entry->target = g_strdup_printf ("تتحدث الفقرة %u عن الماء.", i);
  entry->source_language = g_strdup ("en");
  entry->target_language = g_strdup ("ar");
  entry->date = g_get_real_time () / G_USEC_PER_SEC;
  return entry;
}

static CogMemory *
open_memory (const char *path)
{
  GError *error = NULL;
  CogMemory *memory = cog_memory_open (path, &error);

  if (memory == NULL)
    fail (error);
  return memory;
}

/* PATH: adds to a memory until it is ended; each entry's number. */
static int
run_remember (int argc, char **argv)
{
  g_autoptr (CogMemory) memory = open_memory (argv[0]);

  for (guint i = 1;; i++)
    {
      g_autoptr (CogMemoryEntry) entry = make_entry (i);
      g_autofree char *line = g_strdup_printf ("%u", i);
      GError *error = NULL;

      if (!cog_memory_add (memory, entry, &error))
        fail (error);
      say (line);
    }
  return 0;
}

/* PATH N: whether the memory finds N entries. */
static int
run_recall (int argc, char **argv)
{
  g_autoptr (CogMemory) memory = open_memory (argv[0]);

  for (guint i = 1; i <= (guint)atoi (argv[1]); i++)
    {
      g_autoptr (CogMemoryEntry) entry = make_entry (i);
      CogMemoryQuery query = {
        .text = entry->source, .from = "en", .to = "ar", .threshold = 100, .n = 1
      };
      GError *error = NULL;
      g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, &query, &error);

      if (matches == NULL)
        fail (error);
      if (matches->len != 1)
        {
          g_printerr ("entry %u is lost\n", i);
          return 1;
        }
    }
  return 0;
}

static const struct
{
  const char *name;
  int n_arguments; /* at least */
  int (*run) (int argc, char **argv);
} commands[] = {
  { "make", 1, run_make }, { "age", 2, run_age },           { "adapt", 2, run_adapt },
  { "look", 1, run_look }, { "remember", 1, run_remember }, { "recall", 2, run_recall },
};

int
main (int argc, char *argv[])
{
  g_set_prgname ("worker");
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name) && argc - 2 >= commands[i].n_arguments)
      return commands[i].run (argc - 2, argv + 2);
  g_printerr ("worker make|age|adapt|look|remember|recall …\n");
  return 2;
}
