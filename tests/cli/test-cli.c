/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char *program;

typedef struct
{
  char *dir;
  int status;
  char *out;
  char *err;
  guint max_file; /* bytes that the program may write to a file; 0: as many as it likes */
} Fixture;

static const char book[] =
    "---\ntitle: River Book\nauthor: Ann Lee\nlang: en\nlicense: CC BY 4.0\n---\n\n"
    "# Rivers\n\nWater **flows** down.[^1]\n\n- one\n- two\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n[^1]: Not always.\n";

static void
forget (Fixture *f)
{
  g_clear_pointer (&f->out, g_free);
  g_clear_pointer (&f->err, g_free);
}

static void
set_limit (gpointer user_data)
{
  const Fixture *f = user_data;
  struct rlimit limit = { f->max_file, f->max_file };

  if (f->max_file > 0)
    setrlimit (RLIMIT_FSIZE, &limit);
}

/* A file and no pipe: a program that ends before it has read all is no fault, and SIGPIPE would be.
 */
static int
open_input (const char *input)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (write (fd, input, strlen (input)), ==, strlen (input));
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

/* Runs the program in the fixture's folder; words are separated by single spaces, "%" stands for a
 * space. */
static int
run_with_input (Fixture *f, const char *input, const char *words)
{
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  forget (f);
  g_ptr_array_add (argv, (gpointer)program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdelimit (arguments[i], "%", ' '));
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_cwd (launcher, f->dir);
  g_subprocess_launcher_set_child_setup (launcher, set_limit, f, NULL);
  g_subprocess_launcher_take_stdin_fd (launcher, open_input (input));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &f->out, &f->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  f->status = g_subprocess_get_exit_status (process);
  return f->status;
}

static int
run (Fixture *f, const char *words)
{
  return run_with_input (f, "", words);
}

static void
write_file (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
has_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp (NULL, NULL);
  write_file (f, "rivers.md", book);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  forget (f);
  remove_tree (f->dir);
  g_free (f->dir);
}

static void
make_project (Fixture *f)
{
  g_assert_cmpint (run (f, "new p.cognate --from rivers.md --to ar-EG"), ==, 0);
}

/* The one document that standard output holds. (transfer full) */
static JsonNode *
parse (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (f->out, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

/* The ids of the units, with the element's kind. */
static char *
dup_unit (Fixture *f, const char *kind)
{
  g_autofree char *wanted = g_strdup_printf ("\"kind\":\"%s\"", kind);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run (f, "units p.cognate"), ==, 0);
  lines = g_strsplit (f->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], wanted) != NULL)
      {
        g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

        return g_strdup (json_object_get_string_member (json_node_get_object (node), "id"));
      }
  g_assert_not_reached ();
}

static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_cmpint (run (f, "--help"), ==, 0);
  lines = g_strsplit (f->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  ") && g_ascii_isalpha (lines[i][2]))
      {
        g_autofree char *name = g_strndup (lines[i] + 2, strcspn (lines[i] + 2, " "));
        g_autofree char *words = g_strconcat (name, " --help", NULL);

        g_assert_cmpint (run (f, words), ==, 0);
        g_assert_nonnull (strstr (f->out, name));
        g_assert_cmpstr (f->err, ==, "");
        n++;
      }
  g_assert_cmpuint (n, >=, 17);
}

static void
test_wrong_usage (Fixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "",
    "nonsense",
    "inspect",
    "inspect --nonsense rivers.md",
    "new p.cognate --from rivers.md",
    "new p.cognate --to ar",
    "new p.cognate --from rivers.md --to not%a%tag",
    "convert rivers.md -",
    "convert rivers.md o.pdf --paper A3",
    "convert rivers.md o.pdf --for reading",
    "licence check --kind adaptation CC-BY-4.0",
    "licence check --kind other --target CC-BY-4.0 CC-BY-4.0",
    "licence options CC-BY-4.0",
    "segment",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run (f, lines[i]), ==, 2);
      g_assert_cmpstr (f->out, ==, "");
      g_assert_cmpstr (f->err, !=, "");
    }
  g_assert_cmpuint (count_files (f), ==, 1);
}

/* On anything but 0 nothing is left behind, and what was there stays. */
static void
test_faults_leave_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (f->dir, "old.epub", NULL);

  write_file (f, "old.epub", "old");
  write_file (f, "bad.epub", "PK no zip");
  g_assert_cmpint (run (f, "convert bad.epub old.epub"), ==, 1);
  g_assert_cmpint (run (f, "convert rivers.md o.xyz"), ==, 1);
  g_assert_cmpint (run (f, "convert nothing.md old.epub"), ==, 1);
  g_assert_cmpint (run (f, "new p.cognate --from bad.epub --to ar"), ==, 1);
  g_assert_nonnull (strstr (f->err, "bad.epub: "));
  g_assert_cmpint (run (f, "new nowhere/p.cognate --from rivers.md --to ar"), !=, 0);
  g_assert_cmpint (run (f, "convert rivers.md rivers.md"), !=, 0);
  g_assert_cmpuint (count_files (f), ==, 3);
  make_project (f);
  /* No licence was chosen: the check finds an error. */
  g_assert_cmpint (run (f, "export p.cognate old.epub"), ==, 1);
  g_assert_cmpint (run (f, "export p.cognate o.pdf --draft --section nowhere"), ==, 1);
  g_assert_true (g_str_has_prefix (f->err, "p.cognate: "));
  g_assert_cmpuint (count_files (f), ==, 4);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

/* A disk that is full: 3, and what was there stays. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  static const char *const targets[] = { "old.epub", "old.html", "old.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *words = g_strdup_printf ("convert rivers.md %s", targets[i]);
      g_autofree char *path = g_build_filename (f->dir, targets[i], NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", targets[i]);
      write_file (f, targets[i], "old");
      f->max_file = 2000;
      g_assert_cmpint (run (f, words), ==, 3);
      f->max_file = 0;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "old");
    }
  g_assert_cmpuint (count_files (f), ==, 4);
}

/* Each command prints one document with --json, whatever it prints without. */
static void
test_json (Fixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "formats",
    "inspect rivers.md",
    "convert rivers.md o.html",
    "new p.cognate --from rivers.md --to ar-EG",
    "status p.cognate",
    "units p.cognate",
    "licence list",
    "licence show CC-BY-4.0",
    "licence check --kind adaptation --target CC-BY-4.0 CC-BY-4.0",
    "licence options --kind collection CC-BY-4.0",
    "licence choose p.cognate CC-BY-4.0",
    "licence replace p.cognate CC0-1.0",
    "undo p.cognate",
    "redo p.cognate",
    "history p.cognate",
    "rights p.cognate",
    "credit list p.cognate",
    "notice list p.cognate",
    "attribution p.cognate",
    "check p.cognate",
    "export p.cognate o.epub",
    "validate p.cognate",
    "validate o.epub",
    "segment --lang en",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *words = g_strconcat (lines[i], " --json", NULL);
      g_autoptr (JsonNode) node = NULL;

      g_test_message ("%s", words);
      g_assert_cmpint (run_with_input (f, "One. Two.", words), ==, 0);
      g_assert_null (strchr (f->err, '\r'));
      node = parse (f);
    }
}

static void
test_inspect (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "title",    "creators",  "language",  "format",
                                      "sections", "units",     "words",     "figures",
                                      "tables",   "equations", "footnotes", "links",
                                      "licence",  "credits",   "dropped",   "warnings" };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  g_assert_cmpint (run (f, "--json inspect rivers.md"), ==, 0);
  node = parse (f);
  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (object, keys[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "River Book");
  g_assert_cmpint (json_object_get_int_member (object, "footnotes"), ==, 1);
  object = json_object_get_object_member (object, "licence");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "CC-BY-4.0");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "evidence")), >=,
                    1);
}

static void
test_set (Fixture *f, gconstpointer data)
{
  g_autofree char *unit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;

  make_project (f);
  unit = dup_unit (f, "paragraph");
  words = g_strdup_printf ("set p.cognate %s --target <b>no --state translated", unit);
  g_assert_cmpint (run (f, words), ==, 1);
  g_free (words);
  words = g_strdup_printf ("set p.cognate %s", unit);
  g_assert_cmpint (run (f, words), ==, 2);
  lines = g_strdup_printf ("{\"id\":\"%s\",\"target\":\"ماء\"}\n\n{\"id\":5}\n", unit);
  g_assert_cmpint (run_with_input (f, lines, "set p.cognate --batch"), ==, 1);
  g_assert_nonnull (strstr (f->err, "line 3"));
  g_assert_cmpint (run (f, "undo p.cognate"), ==, 1);
  *strstr (lines, "\n\n") = '\0';
  g_assert_cmpint (run_with_input (f, lines, "set p.cognate --batch"), ==, 0);
  g_assert_cmpint (run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"target\":\"ماء\""));
  g_assert_cmpint (run (f, "undo p.cognate 9"), ==, 0);
  g_assert_cmpstr (f->out, ==, "1\n");
  g_assert_cmpint (run (f, "undo p.cognate 0"), ==, 2);
}

static void
test_status (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  gint64 words;

  make_project (f);
  g_assert_cmpint (run (f, "status p.cognate --json"), ==, 0);
  node = parse (f);
  object = json_node_get_object (node);
  words = json_object_get_int_member (object, "words");
  g_assert_cmpint (words, >, 0);
  g_assert_cmpint (json_object_get_int_member (
                       json_object_get_object_member (object, "words_by_state"), "initial"),
                   ==, words);
  g_assert_cmpint (json_object_get_int_member (
                       json_object_get_object_member (object, "words_by_decision"), "none"),
                   ==, words);
}

static void
test_licence (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (run (f, "licence check --kind adaptation --target CC-BY-4.0 CC-BY-SA-4.0"), ==,
                   1);
  g_assert_true (g_str_has_prefix (f->out, "forbidden\n"));
  g_assert_cmpint (run (f, "licence check --kind adaptation --target CC-BY-SA-4.0 CC-BY-4.0"), ==,
                   0);
  g_assert_true (g_str_has_prefix (f->out, "allowed\n"));
  g_assert_cmpint (run (f, "licence show Nothing-1.0"), ==, 1);
  make_project (f);
  g_assert_cmpint (run (f, "check p.cognate"), ==, 1);
  g_assert_nonnull (strstr (f->out, "error\tlicence-not-chosen\t"));
  g_assert_cmpint (run (f, "licence choose p.cognate CC-BY-4.0"), ==, 0);
  g_assert_cmpint (run (f, "check p.cognate"), ==, 0);
  g_assert_cmpint (run (f, "rights p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"obligations\""));
  g_assert_nonnull (strstr (f->out, "\"attribution\""));
}

/* Two books that exclude each other: side by side, each under its own licence. */
static void
test_collection (Fixture *f, gconstpointer data)
{
  write_file (f, "a.md",
              "---\ntitle: A\nlang: en\nlicense: CC BY-SA 4.0\n---\n\n# Rain\n\nIt rains.\n");
  write_file (f, "b.md",
              "---\ntitle: B\nlang: en\nlicense: CC BY-NC 4.0\n---\n\n# Snow\n\nIt snows.\n");
  g_assert_cmpint (run (f, "new p.cognate --from a.md --from b.md --to ar"), ==, 0);
  g_assert_cmpint (run (f, "rights p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s1\tCC-BY-SA-4.0\ns2\tCC-BY-NC-4.0\n"));
  g_assert_cmpint (run (f, "licence choose p.cognate CC-BY-SA-4.0"), ==, 1);
  g_assert_cmpint (run (f, "licence choose p.cognate CC-BY-NC-4.0"), ==, 0);
  g_assert_cmpint (run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_nonnull (strstr (f->out, "What this edition takes from “A” is licensed here under"));
  g_assert_null (strstr (f->out, "takes from “B”"));
  g_assert_nonnull (strstr (f->out, "unchanged material from “A”"));
  g_assert_cmpint (run (f, "units p.cognate"), ==, 0);
  {
    g_auto (GStrv) parts = g_strsplit (strstr (f->out, "\"id\""), "\"", 5);
    g_autofree char *words = g_strdup_printf ("set p.cognate %s --target Regen --state translated "
                                              "--decision translated",
                                              parts[3]);

    g_assert_cmpint (run (f, words), ==, 0);
  }
  g_assert_cmpint (run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_null (strstr (f->out, "unchanged material from “A”"));
  g_assert_nonnull (strstr (f->out, "material translated into Arabic from “A”"));
  g_assert_cmpint (run (f, "licence replace p.cognate CC-BY-NC-4.0"), ==, 0);
  g_assert_null (strstr (f->out, "s1\t"));
  g_assert_cmpint (run (f, "licence replace p.cognate CC-BY-SA-4.0"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s2\ttext\tCC-BY-NC-4.0\t"));
  g_assert_null (strstr (f->out, "s1\t"));
}

/* What may not be adapted is said before any work is done. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  write_file (f, "a.md",
              "---\ntitle: A\nlang: en\nlicense: CC BY-ND 4.0\n---\n\n# Rain\n\nIt rains.\n");
  g_assert_cmpint (run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_nonnull (strstr (f->err, "not share a translation"));
  g_assert_nonnull (strstr (f->err, "Write to the owner"));
}

/* A person settles what two statements leave open, and records why a work without licence is used.
 */
static void
test_credit (Fixture *f, gconstpointer data)
{
  write_file (
      f, "a.md",
      "---\ntitle: A\nlang: en\nlicense: CC BY 4.0\nrights: CC BY-NC 4.0\n---\n\n# Rain\n\nIt "
      "rains.\n");
  g_assert_cmpint (run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, " ?\tA\t"));
  g_assert_cmpint (run (f, "rights p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "different things"));
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence CC-BY-4.0 --creator Ann;Bo"), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate"), ==, 0);
  g_assert_cmpstr (f->out, ==, "s1\tCC-BY-4.0\tA\tAnn; Bo\n");
  g_assert_cmpint (run (f, "rights p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "different things"));
  g_assert_cmpint (run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, " ?\tA\t"));
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence Nonsense"), ==, 2);
  g_assert_cmpint (run (f, "credit set p.cognate nothing --title T"), ==, 1);
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence LicenseRef-Permission --grantor Ann "
                           "--scope copy,translate,online --until 2999-01-01"),
                   ==, 0);
  g_assert_cmpint (run (f, "rights p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "last day"));
}

/* A permission stays recorded while another licence is chosen, until somebody takes it off. */
static void
test_permission_kept (Fixture *f, gconstpointer data)
{
  write_file (f, "a.md", book);
  g_assert_cmpint (run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence LicenseRef-Permission --grantor Bo "
                           "--scope copy,translate"),
                   ==, 0);
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence CC-BY-SA-4.0"), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"CC-BY-SA-4.0\""));
  g_assert_nonnull (strstr (f->out, "\"grantor\" : \"Bo\""));
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence LicenseRef-Exception --country EG "
                           "--grantor= --scope="),
                   ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_null (strstr (f->out, "\"grantor\""));
  g_assert_nonnull (strstr (f->out, "\"country\" : \"EG\""));
  g_assert_cmpint (run (f, "credit set p.cognate s1 --country="), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_null (strstr (f->out, "\"leave\""));
}

/* Of the time when a permission was the words of a decision. */
static void
test_permission_in_words (Fixture *f, gconstpointer data)
{
  write_file (f, "a.md", book);
  g_assert_cmpint (run (f, "new p.cognate --from a.md --to ar"), ==, 0);
  g_assert_cmpint (
      run (f, "credit set p.cognate s1 --licence LicenseRef-Permission --why Bo%wrote%yes"), ==, 0);
  g_assert_cmpint (run (f, "credit set p.cognate s1 --licence CC0-1.0 --why her%page"), ==, 0);
  g_assert_cmpint (run (f, "credit list p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"text\" : \"Bo wrote yes\""));
}

/* A publisher's sentence, from its proposal to a person's own words. */
static void
test_notice (Fixture *f, gconstpointer data)
{
  write_file (f, "who.md",
              "---\ntitle: Water\nlang: en\nlicense: CC BY-NC-SA 3.0 IGO\n---\n\n# Water\n\n"
              "Boil it.\n\n© World Health Organization 2020\n");
  g_assert_cmpint (run (f, "new p.cognate --from who.md --to ar"), ==, 0);
  g_assert_cmpint (run (f, "notice list p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "s1\t1\ttranslation\tproposed\tThis translation was not"));
  g_assert_nonnull (strstr (f->out, "s1\t2\tadaptation\tproposed\t"));
  run (f, "check p.cognate");
  g_assert_nonnull (strstr (f->out, "warning\tnotice-proposed\ts1\t"));
  g_assert_cmpint (run (f, "notice confirm p.cognate s1 1"), ==, 0);
  g_assert_cmpint (run (f, "notice drop p.cognate s1 2"), ==, 0);
  run (f, "check p.cognate");
  g_assert_null (strstr (f->out, "notice-proposed"));
  g_assert_cmpint (run (f, "notice set p.cognate s1 1 As%the%page%says. --lang en"), ==, 0);
  g_assert_cmpint (run (f, "notice add p.cognate s1 always Keep%this."), ==, 0);
  g_assert_cmpint (run (f, "rights p.cognate --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"As the page says.\""));
  g_assert_nonnull (strstr (f->out, "\"dropped\""));
  g_assert_nonnull (strstr (f->out, "\"Keep this.\""));
  g_assert_cmpint (run (f, "notice drop p.cognate s1 9"), ==, 1);
  g_assert_cmpint (run (f, "notice drop p.cognate s1 x"), ==, 2);
  g_assert_cmpint (run (f, "notice add p.cognate s1 sometimes X"), ==, 2);
  g_assert_cmpint (run (f, "notice p.cognate"), ==, 2);
}

static char *
dup_page (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
translate (Fixture *f, const char *kind, const char *target)
{
  g_autofree char *unit = dup_unit (f, kind);
  g_autofree char *line = g_strdup_printf ("{\"id\":\"%s\",\"target\":\"%s\"}", unit, target);

  g_assert_cmpint (run_with_input (f, line, "set p.cognate --batch"), ==, 0);
}

static void
test_attribution (Fixture *f, gconstpointer data)
{
  make_project (f);
  g_assert_cmpint (run (f, "attribution p.cognate --lang en"), ==, 0);
  /* Nothing was done yet, so nothing is said to be. */
  g_assert_null (strstr (f->out, "translation"));
  g_assert_nonnull (strstr (f->out, "This edition reproduces"));
  translate (f, "paragraph", "نص");
  g_assert_cmpint (run (f, "attribution p.cognate --lang en"), ==, 0);
  g_assert_nonnull (strstr (f->out, "translation into Arabic (Egypt)"));
  g_assert_cmpint (run (f, "attribution p.cognate --format html"), ==, 0);
  g_assert_true (g_str_has_prefix (f->out, "<p>"));
  g_assert_cmpint (run (f, "attribution p.cognate --format pdf"), ==, 2);
  g_assert_cmpint (run (f, "attribution p.cognate --lang !"), ==, 2);
}

/* Each passage that was translated is followed by its original, in its own language. */
static void
test_bilingual (Fixture *f, gconstpointer data)
{
  static const char *const targets[] = { "b.epub", "b.pdf", "site", "site.zip" };
  g_autofree char *page = NULL;

  make_project (f);
  translate (f, "heading", "أنهار");
  translate (f, "item", "واحد");
  translate (f, "cell", "ج");
  g_assert_cmpint (run (f, "licence choose p.cognate CC-BY-4.0"), ==, 0);
  g_assert_cmpint (run (f, "export p.cognate b.html --bilingual"), ==, 0);
  page = dup_page (f, "b.html");
  g_assert_nonnull (strstr (page, ">أنهار</h"));
  g_assert_nonnull (strstr (page, "<p class=\"original\" lang=\"en\" dir=\"ltr\""));
  g_assert_nonnull (strstr (page, ">Rivers</p>"));
  g_assert_null (strstr (page, ">Rivers</h"));
  g_assert_nonnull (strstr (page, ">one</p>"));
  g_assert_nonnull (strstr (page, ">c</p>"));
  /* What is not translated stands once. */
  g_assert_nonnull (strstr (page, ">two<"));
  g_assert_null (strstr (strstr (page, ">two<") + 1, ">two<"));
  g_assert_cmpint (run (f, "validate b.html"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *words = g_strdup_printf ("export p.cognate %s --bilingual -q", targets[i]);

      g_assert_cmpint (run (f, words), ==, 0);
      g_assert_cmpstr (f->err, ==, "");
      g_assert_true (has_file (f, targets[i]));
    }
  g_assert_cmpint (run (f, "validate b.epub"), ==, 0);
}

static void
test_sections (Fixture *f, gconstpointer data)
{
  g_autofree char *page = NULL;

  g_assert_cmpint (g_mkdir (g_build_filename (f->dir, "book", NULL), 0777), ==, 0);
  write_file (f, "book/1.md", "# First\n\nCC BY 4.0 license: licensed under CC BY 4.0.\n\nalpha\n");
  write_file (f, "book/2.md", "# Second\n\nbeta\n");
  write_file (f, "book/3.md", "# Third\n\ngamma\n");
  g_assert_cmpint (run (f, "new p.cognate --from book --to en-GB"), ==, 0);
  g_assert_cmpint (run (f, "export p.cognate o.html --draft --section text-1 --section text-3"), ==,
                   0);
  page = dup_page (f, "o.html");
  g_assert_nonnull (strstr (page, "alpha"));
  g_assert_null (strstr (page, "beta"));
  g_assert_nonnull (strstr (page, "gamma"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "help", test_help },
    { "wrong-usage", test_wrong_usage },
    { "faults-leave-nothing", test_faults_leave_nothing },
    { "full-disk", test_full_disk },
    { "json", test_json },
    { "inspect", test_inspect },
    { "set", test_set },
    { "status", test_status },
    { "licence", test_licence },
    { "closed", test_closed },
    { "notice", test_notice },
    { "collection", test_collection },
    { "credit", test_credit },
    { "permission-kept", test_permission_kept },
    { "permission-in-words", test_permission_in_words },
    { "attribution", test_attribution },
    { "bilingual", test_bilingual },
    { "sections", test_sections },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
