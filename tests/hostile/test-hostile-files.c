/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remove.h"
#include "corpus.h"
#include "folder.h"
#include "hostile-file.h"
#include "limited-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Every command that opens what came from outside, on every file that was made to do harm. */

#ifdef COG_WITH_SANITIZER
#define MAX_MEMORY (6L << 20) /* KiB */
#else
#define MAX_MEMORY (700L << 10)
#endif

#define EXERCISES 12 /* column of MANIFEST.tsv */

static const char *program;

/* root/in/FILE is read, root/out is written to, root/secret.txt is nobody's business. */
typedef struct
{
  char *root;
  char *in;
  char *out;
  char *path;
  char *tree; /* what stood in root before */
  GSocket *listener;
  guint port;
} Place;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names and sizes of all below a folder, without what is below "out". */
static void
list_tree (GString *list, const char *path, gboolean is_top)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!is_top || !g_str_equal (name, "out"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      GStatBuf status;

      if (g_lstat (child, &status) != 0)
        continue;
      g_string_append_printf (list, "%s %" G_GOFFSET_FORMAT "\n", child,
                              S_ISREG (status.st_mode) ? (goffset)status.st_size : 0);
      if (S_ISDIR (status.st_mode))
        list_tree (list, child, FALSE);
    }
}

static char *
dup_tree (const Place *place)
{
  GString *list = g_string_new (NULL);

  list_tree (list, place->root, TRUE);
  return g_string_free (list, FALSE);
}

static void
listen_for_calls (Place *place)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  place->listener =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_socket_set_blocking (place->listener, FALSE);
  g_assert_true (g_socket_bind (place->listener, address, FALSE, NULL));
  g_assert_true (g_socket_listen (place->listener, NULL));
  bound = g_socket_get_local_address (place->listener, NULL);
  place->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

static void
place_init (Place *place, const char *name)
{
  g_autofree char *secret = NULL;

  place->root = folder_make ();
  place->in = g_build_filename (place->root, "in", NULL);
  place->out = g_build_filename (place->root, "out", NULL);
  place->path = g_build_filename (place->in, name, NULL);
  secret = g_build_filename (place->root, "secret.txt", NULL);
  g_assert_cmpint (g_mkdir (place->in, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (place->out, 0700), ==, 0);
  hostile_write (secret, "<p>" HOSTILE_SECRET "</p>\n");
  listen_for_calls (place);
}

static void
place_clear (Place *place)
{
  cog_remove_tree (place->root);
  g_clear_object (&place->listener);
  g_free (place->root);
  g_free (place->in);
  g_free (place->out);
  g_free (place->path);
  g_free (place->tree);
}

static void
assert_undisturbed (const Place *place)
{
  g_autofree char *now = dup_tree (place);
  g_autoptr (GSocket) call = g_socket_accept (place->listener, NULL, NULL);

  g_assert_cmpstr (now, ==, place->tree);
  g_assert_null (call);
  g_assert_false (g_file_test ("/tmp/slipped.txt", G_FILE_TEST_EXISTS));
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What was written does not hold the words, unpacked or as it stands. */
static void
assert_not_said (const char *path, const char *words)
{
  g_autofree char *text = NULL;
  gsize length;

  if (words == NULL || !g_file_get_contents (path, &text, &length, NULL))
    return;
  g_assert_null (g_strstr_len (text, (gssize)length, words));
}

static void
assert_fails_well (const LimitedRun *run, const Place *place)
{
  g_autofree char *name = g_path_get_basename (place->path);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->err, name));
  g_assert_cmpuint (count_files (place->out), ==, 0);
}

static void
assert_bounded (const LimitedRun *run)
{
  g_assert_cmpint (run->signal, ==, 0);
  g_assert_true (run->status == 0 || run->status == 1);
  g_assert_cmpint (run->memory, <, MAX_MEMORY);
  g_assert_null (strstr (run->err, "CRITICAL"));
  g_assert_null (strstr (run->err, "WARNING"));
  g_assert_null (strstr (run->err, "runtime error"));
}

/* command: words after the program; the path of the file is put in the place of "%". */
static int
run_one (const Place *place, const HostileFile *file, const char *command, const char *result)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (LimitedRun) run = NULL;
  g_autofree char *written = g_build_filename (place->out, result, NULL);

  g_ptr_array_add (argv, (gpointer)program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, g_str_equal (words[i], "%") ? place->path : words[i]);
  g_ptr_array_add (argv, NULL);
  run = limited_run ((const char *const *)argv->pdata, place->out);
  g_test_message ("%s: %s: status %d, signal %d, %.2f s, %ld MiB%s%s", command, file->name,
                  run->status, run->signal, run->seconds, run->memory / 1024,
                  run->status != 0 ? "; " : "", run->status != 0 ? run->err : "");
  assert_bounded (run);
  if (run->status != 0)
    assert_fails_well (run, place);
  else if (file->answer != HOSTILE_REFUSED)
    {
      /* A report may name what was left out; what is secret stands nowhere. */
      g_assert_null (strstr (run->out, HOSTILE_SECRET));
      assert_not_said (written, file->words);
    }
  if (file->answer == HOSTILE_REFUSED)
    {
      g_assert_cmpint (run->status, ==, 1);
      g_assert_true (file->words == NULL || strstr (run->err, file->words) != NULL);
    }
  if (file->answer == HOSTILE_READS)
    g_assert_cmpint (run->status, ==, 0);
  cog_remove_tree (written);
  assert_undisturbed (place);
  return run->status;
}

static void
run_all (Place *place, const HostileFile *file)
{
  place->tree = dup_tree (place);
  if (run_one (place, file, "inspect --json %", "nothing") != 0)
    {
      run_one (place, file, "new p.cognate --to ar --from %", "p.cognate");
      return;
    }
  run_one (place, file, "new p.cognate --to ar --from %", "p.cognate");
  run_one (place, file, "convert % o.html", "o.html");
  run_one (place, file, "convert % o.epub", "o.epub");
  run_one (place, file, "convert % o.pdf", "o.pdf");
}

static void
test_file (gconstpointer data)
{
  const HostileFile *file = data;
  Place place = { NULL };

  place_init (&place, file->name);
  file->build (place.path, place.port);
  run_all (&place, file);
  place_clear (&place);
}

static void
add_files (const char *group, const HostileFile *files)
{
  for (; files->name != NULL; files++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/%s/%s", group, files->name);

      g_test_add_data_func (path, files, test_file);
    }
}

/* A zip that was cut off, at every sixteenth of it and around its ends. */
static void
test_truncated (void)
{
  static const HostileFile cut = { "cut.epub", HOSTILE_EITHER, NULL, NULL };
  Place place = { NULL };
  g_autofree char *whole = NULL;
  gsize length;

  place_init (&place, cut.name);
  hostile_zips[0].build (place.path, 0);
  g_assert_true (g_file_get_contents (place.path, &whole, &length, NULL));
  for (gsize at = 1; at < length; at += at < 40 || at > length - 30 ? 9 : length / 16)
    {
      g_autoptr (GBytes) part = g_bytes_new (whole, at);

      hostile_write_bytes (place.path, part);
      g_free (place.tree);
      place.tree = dup_tree (&place);
      run_one (&place, &cut, "inspect %", "nothing");
    }
  place_clear (&place);
}

/* What the corpus' own list wants of a file, in the column "exercises". */
static HostileAnswer
get_answer (const char *manifest, const char *name)
{
  g_autofree char *wanted = g_strdup_printf ("\nhostile/%s\t", name);
  const char *row = strstr (manifest, wanted);
  g_autofree char *line = row != NULL ? g_strndup (row + 1, strcspn (row + 1, "\n")) : NULL;
  g_auto (GStrv) words = g_strsplit (line != NULL ? line : "", "\t", -1);
  const char *wish = g_strv_length (words) > EXERCISES ? words[EXERCISES] : "";

  if (strstr (wish, " or ") != NULL)
    return HOSTILE_EITHER;
  if (g_str_has_prefix (wish, "refuse"))
    return HOSTILE_REFUSED;
  /* Formats that cannot be read yet are refused as such, and so is a page whose only text stands in
   * a form. */
  if (g_str_has_prefix (wish, "import") &&
      (g_str_has_suffix (name, ".epub") || g_str_has_suffix (name, ".imscc") ||
       g_str_has_suffix (name, ".pdf")))
    return HOSTILE_READS;
  return HOSTILE_EITHER;
}

/* Files that others made for the same purpose, where they stand beside the checkout. */
static void
test_corpus (void)
{
  g_autofree char *folder = corpus_dup_path ("hostile");
  g_autofree char *list = corpus_dup_path ("MANIFEST.tsv");
  g_autofree char *manifest = NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL || list == NULL || !g_file_get_contents (list, &manifest, NULL, NULL))
    {
      g_test_skip ("no corpus");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      HostileAnswer answer = get_answer (manifest, name);
      HostileFile file = { name, answer, answer == HOSTILE_REFUSED ? NULL : "root:x:", NULL };
      Place place = { NULL };

      place_init (&place, name);
      g_free (place.path);
      place.path = g_build_filename (folder, name, NULL);
      run_all (&place, &file);
      place_clear (&place);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("COGNATE_BUILD_ROOT"), "src", "cli", "cognate-cli", NULL);
  program = path;
  /* One run shows all that is wrong. */
  g_test_set_nonfatal_assertions ();
  if (argc > 1 && g_str_equal (argv[1], "corpus"))
    {
      g_test_add_func ("/hostile/corpus", test_corpus);
      return g_test_run ();
    }
  add_files ("zip", hostile_zips);
  add_files ("book", hostile_books);
  add_files ("document", hostile_documents);
  add_files ("course", hostile_courses);
  add_files ("package", hostile_packages);
  add_files ("page", hostile_pages);
  add_files ("folder", hostile_folders);
  g_test_add_func ("/hostile/truncated", test_truncated);
  return g_test_run ();
}
