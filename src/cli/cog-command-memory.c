/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-command-align.h"
#include "cog-error.h"
#include "cog-memory-concordance.h"
#include "cog-memory-fill.h"
#include "cog-memory.h"
#include "cog-tmx.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MOST_MATCHES 5
#define THRESHOLD 70.0
#define MOST_HITS 100

typedef struct
{
  char *from;
  char *to;
  double threshold;
  gboolean ignores_ids;
} Options;

static gboolean
check_format (const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".tmx"))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               /* Translators: a file name. */
               _ ("%s: a translation memory is a TMX file (.tmx)."), path);
  return FALSE;
}

static gboolean
import (CogCommandContext *context, CogMemory *memory, const char *path, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  gint64 n = 0;
  gboolean ok = check_format (path, error) &&
                cog_tmx_import (memory, path, NULL, report, cog_command_get_progress (context),
                                NULL, &n, error);

  cog_command_end_progress (context);
  if (ok)
    cog_print_file_count (context, path, "segments", n, report);
  return ok;
}

static gboolean export(CogCommandContext *context,
                       CogMemory *memory,
                       const char *path,
                       GError **error)
{
  gint64 n = 0;

  if (!check_format (path, error) || !cog_tmx_export (memory, path, &n, error))
    return FALSE;
  cog_print_file_count (context, path, "segments", n, NULL);
  return TRUE;
}

/* A row is a line, and has two tabs. */
static char *
dup_cell (const char *text)
{
  return g_strdelimit (g_strdup (text), "\t\r\n", ' ');
}

static void
print_match (JsonBuilder *builder, const CogMemoryMatch *match)
{
  g_autofree char *date = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (match->entry->date != 0)
    time = g_date_time_new_from_unix_utc (match->entry->date);
  date = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
  json_builder_begin_object (builder);
  cog_json_int (builder, "score", (gint64)match->score);
  cog_json_boolean (builder, "context", match->kind == COG_MATCH_CONTEXT);
  cog_json_boolean (builder, "adjusted", match->kind == COG_MATCH_ADJUSTED);
  cog_json_string (builder, "source", match->entry->source);
  cog_json_string (builder, "target", match->entry->target);
  cog_json_string (builder, "origin", match->entry->origin);
  cog_json_string (builder, "project", match->entry->project);
  cog_json_string (builder, "creator", match->entry->creator);
  cog_json_string (builder, "licence", match->entry->licence);
  cog_json_string (builder, "date", date);
  json_builder_end_object (builder);
}

static void
print_matches (CogCommandContext *context, GPtrArray *matches)
{
  g_autoptr (JsonBuilder) builder = context->json ? json_builder_new () : NULL;

  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < matches->len; i++)
    {
      const CogMemoryMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *source = dup_cell (match->entry->source);
      g_autofree char *target = dup_cell (match->entry->target);

      if (builder != NULL)
        print_match (builder, match);
      else
        cog_print ("%d\t%s\t%s\n", (int)match->score, source, target);
    }
  if (builder == NULL)
    return;
  json_builder_end_array (builder);
  cog_print_json (builder, FALSE);
}

static gboolean
look_up (CogCommandContext *context,
         CogMemory *memory,
         const Options *options,
         const char *text,
         GError **error)
{
  const CogMemoryQuery query = { .text = text,
                                 .from = options->from,
                                 .to = options->to,
                                 .threshold = options->threshold,
                                 .n = MOST_MATCHES };
  g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, &query, error);

  if (matches != NULL)
    print_matches (context, matches);
  return matches != NULL;
}

/* Segments from standard input; an empty line ends each one's rows. */
static gboolean
look_up_lines (CogCommandContext *context,
               CogMemory *memory,
               const Options *options,
               GError **error)
{
  g_autofree char *line = NULL;
  size_t room = 0;
  gssize n;

  while ((n = getline (&line, &room, stdin)) >= 0)
    {
      g_autofree char *text = g_utf8_make_valid (line, n);

      g_strchomp (text);
      if (!look_up (context, memory, options, text, error))
        return FALSE;
      if (!context->json)
        cog_print ("\n");
      fflush (stdout);
    }
  return TRUE;
}

static gboolean
lookup (CogCommandContext *context,
        CogMemory *memory,
        const Options *options,
        const char *text,
        GError **error)
{
  if (options->from == NULL || options->to == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "memory",
                   "lookup --from L --to L [TEXT]");
      return FALSE;
    }
  return text != NULL ? look_up (context, memory, options, text, error)
                      : look_up_lines (context, memory, options, error);
}

/* How words were translated, a row each. */
static gboolean
search (CogCommandContext *context,
        CogMemory *memory,
        const Options *options,
        const char *words,
        GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (JsonBuilder) builder = context->json ? json_builder_new () : NULL;

  if (options->from == NULL || options->to == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "memory",
                   "search --from L --to L WORDS");
      return FALSE;
    }
  entries = cog_memory_search (memory, options->from, options->to, words, MOST_HITS, error);
  if (entries == NULL)
    return FALSE;
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      CogMemoryEntry *entry = entries->pdata[i];
      const CogMemoryMatch match = { .entry = entry, .score = 100 };
      g_autofree char *source = dup_cell (entry->source);
      g_autofree char *target = dup_cell (entry->target);

      if (builder != NULL)
        print_match (builder, &match);
      else
        cog_print ("%s\t%s\n", source, target);
    }
  if (builder == NULL)
    return TRUE;
  json_builder_end_array (builder);
  cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
status (CogCommandContext *context, CogMemory *memory, GError **error)
{
  g_autoptr (GPtrArray) pairs = cog_memory_dup_pairs (memory, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 n = 0;

  if (pairs == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  cog_json_string (builder, "file", cog_memory_get_path (memory));
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CogMemoryPair *pair = g_ptr_array_index (pairs, i);

      n += pair->n;
      if (!context->json)
        cog_print ("%s\t%s\t%" G_GINT64_FORMAT "\n", pair->from, pair->to, pair->n);
      json_builder_begin_object (builder);
      cog_json_string (builder, "from", pair->from);
      cog_json_string (builder, "to", pair->to);
      cog_json_int (builder, "segments", pair->n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cog_json_int (builder, "segments", n);
  json_builder_end_object (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  else
    cog_print ("%" G_GINT64_FORMAT "\n", n);
  return TRUE;
}

/* Two editions of a book: into the memory of this person, else into a file. */
static gboolean
align (CogCommandContext *context, const Options *options, char **editions, GError **error)
{
  if (options->to != NULL && !check_format (options->to, error))
    return FALSE;
  return cog_command_align (context, editions, options->to, options->ignores_ids, error);
}

/* What is confirmed in a project. */
static gboolean
fill (CogCommandContext *context, CogMemory *memory, const char *path, GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, error);
  g_autoptr (JsonBuilder) builder = NULL;
  CogMemoryFilled told;

  if (project == NULL || !cog_memory_fill (project, memory, NULL,
                                           cog_command_get_progress (context), NULL, &told, error))
    {
      cog_command_end_progress (context);
      return FALSE;
    }
  cog_command_end_progress (context);
  if (!context->json)
    {
      cog_print ("%" G_GINT64_FORMAT "\n", told.n_entries);
      return TRUE;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "file", path);
  cog_json_int (builder, "units", told.n_units);
  cog_json_int (builder, "segments", told.n_entries);
  cog_json_int (builder, "withdrawn", told.n_withdrawn);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
run_word (CogCommandContext *context, const Options *options, int argc, char **argv, GError **error)
{
  g_autofree char *path = cog_memory_dup_path ();
  g_autoptr (CogMemory) memory = NULL;

  if (g_str_equal (argv[1], "align") && argc == 4)
    return align (context, options, argv + 2, error);
  memory = cog_memory_open (path, error);
  if (memory == NULL)
    return FALSE;
  if (g_str_equal (argv[1], "import") && argc == 3)
    return import (context, memory, argv[2], error);
  if (g_str_equal (argv[1], "export") && argc == 3)
    return export(context, memory, argv[2], error);
  if (g_str_equal (argv[1], "fill") && argc == 3)
    return fill (context, memory, argv[2], error);
  if (g_str_equal (argv[1], "lookup"))
    return lookup (context, memory, options, argc == 3 ? argv[2] : NULL, error);
  if (g_str_equal (argv[1], "search") && argc == 3)
    return search (context, memory, options, argv[2], error);
  if (g_str_equal (argv[1], "status") && argc == 2)
    return status (context, memory, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
               cog_command_memory.name, cog_command_memory.synopsis);
  return FALSE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  Options options = { .threshold = THRESHOLD };
  gboolean done;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Language of the segments"), N_ ("LANG") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Language of the translations; of align, the file"),
      N_ ("LANG|FILE") },
    { "ignore-ids", 0, 0, G_OPTION_ARG_NONE, &options.ignores_ids,
      N_ ("Align by structure and length even where the editions share ids"), NULL },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &options.threshold,
      N_ ("How alike a segment must be, 0 to 100"), N_ ("PERCENT") },
    G_OPTION_ENTRY_NULL
  };

  if (!cog_command_parse (&cog_command_memory, context, entries, &argc, &argv, 1, 3, &done, error))
    return FALSE;
  options.from = from;
  options.to = to;
  return done || run_word (context, &options, argc, argv, error);
}

const CogCommand cog_command_memory = {
  "memory",
  "import FILE | export FILE | fill PROJECT | lookup --from L --to L [TEXT] |"
  " search --from L --to L WORDS | align SOURCE TARGET [--to FILE.tmx] [--ignore-ids] | status",
  N_ ("The translation memory of all projects"),
  run,
};
