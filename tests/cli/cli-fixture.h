/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The program itself in a folder of its own, in which "rivers.md" lies. */
typedef struct
{
  char *dir;
  int status;
  char *out;
  char *err;
  guint max_file; /* bytes that the program may write to a file; 0: as many as it likes */
} CliFixture;

extern const char cli_book[]; /* what is in rivers.md */

/* Runs the program; words are separated by single spaces, "%" stands for a space. Returns what it
 * ends with. */
int cli_run (CliFixture *f, const char *words);
int cli_run_with_input (CliFixture *f, const char *input, const char *words);

void cli_write_file (CliFixture *f, const char *name, const char *text);
gboolean cli_has_file (CliFixture *f, const char *name);
guint cli_count_files (CliFixture *f);
char *cli_dup_page (CliFixture *f, const char *name); /* (transfer full) */

/* p.cognate, of rivers.md. */
void cli_make_project (CliFixture *f);
/* The id of its first unit of that kind. (transfer full) */
char *cli_dup_unit (CliFixture *f, const char *kind);
void cli_translate (CliFixture *f, const char *kind, const char *target);
/* The one document that standard output holds. (transfer full) */
JsonNode *cli_parse (CliFixture *f);

typedef struct
{
  const char *name;
  void (*test) (CliFixture *f, gconstpointer data);
} CliTest;

/* All of a program of tests, whose one argument is the program that is tried. */
int cli_run_tests (int argc, char *argv[], const CliTest *tests, gsize n_tests);

G_END_DECLS
