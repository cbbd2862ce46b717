/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What every command is given: the options that all have. */
typedef struct
{
  gboolean json;
  gboolean quiet;
  char *data_dir;   /* (nullable) */
  const char *file; /* the project at hand, for messages that do not name it (nullable) */
  CogProgress progress;
  int percent; /* what the progress bar shows; -1: there is none */
} CogCommandContext;

/**
 * CogCommand:
 *
 * One word of the command line: a const struct in its own file, a row in cog-command-table.c. It
 * parses its options, starts a job or calls the library, and prints; it knows nothing about books
 * itself.
 */
typedef struct
{
  const char *name;
  const char *synopsis; /* "FILE" */
  const char *summary;  /* N_("…") */
  /* argv[0] is the command's name. FALSE with an error: its exit status follows from it.
   * exit_status: for a command whose answer is no without a fault. */
  gboolean (*run) (
      CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error);
} CogCommand;

const CogCommand *const *cog_command_table_get (void);

/* Parses options of a command; entries: (nullable). --help prints the synopsis, and *done is set.
 * FALSE with COG_ERROR_USAGE, also when the number of arguments is not between min and max (max -1:
 * any). */
gboolean cog_command_parse (const CogCommand *command,
                            CogCommandContext *context,
                            const GOptionEntry *entries,
                            int *argc,
                            char ***argv,
                            int min,
                            int max,
                            gboolean *done,
                            GError **error);

/* For long runs: a bar on standard error where that is a terminal; NULL where it is none, or where
 * quiet was wanted. (transfer none) (nullable) */
const CogProgress *cog_command_get_progress (CogCommandContext *context);
/* Takes the bar away, before anything else is said there. */
void cog_command_end_progress (CogCommandContext *context);

/* Standard output, whole lines. */
void cog_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void cog_print_json (JsonBuilder *builder, gboolean pretty);
/* A member with a string, null where there is none. */
void cog_json_string (JsonBuilder *builder, const char *name, const char *value);
void cog_json_int (JsonBuilder *builder, const char *name, gint64 value);
void cog_json_boolean (JsonBuilder *builder, const char *name, gboolean value);
/* A member with the findings of a report: id, severity, effect, place, message, count. losses:
 * FALSE those that lose nothing, TRUE those that do. */
void cog_json_findings (JsonBuilder *builder, const char *name, CogReport *report, gboolean losses);
/* The findings of a report on standard error, unless quiet. */
void cog_print_report (CogCommandContext *context, CogReport *report);
/* What was read from a file or written to it: the number alone, or an object with the file, member
 * as the number's name, and what was dropped. report: (nullable) */
void cog_print_file_count (
    CogCommandContext *context, const char *path, const char *member, gint64 n, CogReport *report);
/* What a command did to a file: {file, format, dropped[], warnings[]} with --json, else the
 * findings on standard error. */
void cog_print_done (CogCommandContext *context,
                     const char *file,
                     const char *format,
                     CogReport *report);

G_END_DECLS
