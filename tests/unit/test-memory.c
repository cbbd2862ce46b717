/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-memory-concordance.h"
#include "cog-memory.h"

#include "folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static void
add (CogMemory *memory, const char *from, const char *source, const char *to, const char *target)
{
  g_autoptr (GError) error = NULL;
  CogMemoryEntry entry = { .source = (char *)source,
                           .target = (char *)target,
                           .source_language = (char *)from,
                           .target_language = (char *)to };

  cog_memory_add (memory, &entry, &error);
  g_assert_no_error (error);
}

/* "score target" of each, joined by "; ". */
static char *
look (CogMemory *memory, const CogMemoryQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, query, &error);
  GString *said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const CogMemoryMatch *match = g_ptr_array_index (matches, i);

      g_string_append_printf (said, "%s%s%d %s", i > 0 ? "; " : "",
                              match->kind == COG_MATCH_CONTEXT ? "+" : "", (int)match->score,
                              match->entry->target);
    }
  return g_string_free (said, FALSE);
}

static void
assert_found (
    CogMemory *memory, const char *from, const char *to, const char *text, const char *expected)
{
  const CogMemoryQuery query = { .text = text, .from = from, .to = to, .threshold = 70, .n = 5 };
  g_autofree char *found = look (memory, &query);

  g_assert_cmpstr (found, ==, expected);
}

static CogMemory *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  CogMemory *memory = cog_memory_open ("memory.sqlite", &error);

  g_assert_no_error (error);
  return memory;
}

/* Each test has its own. */
static CogMemory *
open_new (void)
{
  g_unlink ("memory.sqlite");
  g_unlink ("memory.sqlite-wal");
  g_unlink ("memory.sqlite-shm");
  return open_memory ();
}

static void
test_lookup (void)
{
  g_autoptr (CogMemory) memory = open_new ();

  assert_found (memory, "en", "pl", "Water boils.", "");
  add (memory, "en", "Water boils at 100 °C.", "pl", "Woda wrze w 100 °C.");
  assert_found (memory, "en", "pl", "Water  boils at 100 °C. ", "100 Woda wrze w 100 °C.");
  assert_found (memory, "en", "pl", "water boils at 100 °C.", "99 Woda wrze w 100 °C.");
  assert_found (memory, "en", "pl", "Water boils at 90 °C.", "98 Woda wrze w 90 °C.");
  assert_found (memory, "en", "pl", "Ice melts.", "");
  assert_found (memory, "en-GB", "pl-PL", "Water boils at 100 °C.", "100 Woda wrze w 100 °C.");
  assert_found (memory, "en", "es", "Water boils at 100 °C.", "");
  assert_found (memory, "pl", "en", "Woda wrze w 99 °C.", "98 Water boils at 99 °C.");
  /* The index is there, and learns. */
  add (memory, "en-US", "Water boils at 80 °C.", "pl", "Woda wrze w 80 °C.");
  assert_found (memory, "en", "pl", "Water boils at 80 °C.",
                "100 Woda wrze w 80 °C.; 98 Woda wrze w 80 °C.");
  assert_found (memory, "pl", "en", "Woda wrze w 80 °C.",
                "100 Water boils at 80 °C.; 98 Water boils at 80 °C.");
}

/* Traditional and simplified Chinese are not one language. */
static void
test_scripts (void)
{
  g_autoptr (CogMemory) memory = open_new ();

  add (memory, "en", "Light is fast.", "zh-TW", "光很快。");
  assert_found (memory, "en", "zh-Hant", "Light is fast.", "100 光很快。");
  assert_found (memory, "en", "zh-CN", "Light is fast.", "");
}

static void
test_replace (void)
{
  g_autoptr (GError) error = NULL;
  CogMemoryEntry entry = { .source = (char *)"Light bends.",
                           .target = (char *)"Światło się gnie.",
                           .source_language = (char *)"en",
                           .target_language = (char *)"pl",
                           .project = (char *)"Physics",
                           .place = (char *)"u1.1" };

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (CogMemory) memory = pass == 0 ? open_new () : open_memory ();

      entry.target = (char *)(pass == 0 ? "Światło się gnie." : "Światło gnie się.");
      g_assert_true (cog_memory_add (memory, &entry, &error));
      /* With an index, then without. */
      assert_found (memory, "en", "pl", "Light bends",
                    pass == 0 ? "91 Światło się gnie." : "91 Światło gnie się.");
      entry.target = (char *)"Światło ugina się.";
      g_assert_true (cog_memory_add (memory, &entry, &error));
      assert_found (memory, "en", "pl", "Light bends.", "100 Światło ugina się.");
      assert_found (memory, "en", "pl", "Light bends", "91 Światło ugina się.");
    }
}

static void
test_context (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = open_new ();
  CogMemoryEntry entry = { .source = (char *)"Yes.",
                           .source_language = (char *)"en",
                           .target_language = (char *)"pl",
                           .project = (char *)"P" };
  CogMemoryQuery query = { .text = "Yes.", .from = "en", .to = "pl", .threshold = 100, .n = 5 };
  g_autofree char *plain = NULL;
  g_autofree char *known = NULL;

  entry.target = (char *)"Tak.";
  entry.place = (char *)"1";
  entry.previous = cog_memory_hash_context ("Is it hot?");
  entry.date = 1;
  g_assert_true (cog_memory_add (memory, &entry, &error));
  entry.target = (char *)"Owszem.";
  entry.place = (char *)"2";
  entry.previous = cog_memory_hash_context ("Is it cold?");
  entry.date = 2;
  g_assert_true (cog_memory_add (memory, &entry, &error));
  plain = look (memory, &query);
  g_assert_cmpstr (plain, ==, "100 Owszem.; 100 Tak.");
  query.previous = cog_memory_hash_context ("Is it  hot?");
  known = look (memory, &query);
  g_assert_cmpstr (known, ==, "+100 Tak.; 100 Owszem.");
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = open_new ();
  CogMemoryEntry entry = { .source = (char *)"a",
                           .target = (char *)"",
                           .source_language = (char *)"en",
                           .target_language = (char *)"pl" };

  g_assert_false (cog_memory_add (memory, &entry, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  entry.target = (char *)"b";
  entry.target_language = (char *)"!!";
  g_assert_false (cog_memory_add (memory, &entry, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

static void
test_roll_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = open_new ();

  g_assert_true (cog_memory_begin (memory, &error));
  add (memory, "en", "Light bends.", "kk", "Жарық сынады.");
  cog_memory_roll_back (memory);
  assert_found (memory, "en", "kk", "Light bends.", "");
  /* The language went with it, and comes again. */
  add (memory, "en", "Light bends.", "kk", "Жарық сынады.");
  assert_found (memory, "en", "kk", "Light bends.", "100 Жарық сынады.");
}

/* Two programs, one file. */
static void
test_two (void)
{
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (CogMemory) other = open_memory ();

  add (memory, "en", "Light bends.", "pl", "Światło się ugina.");
  assert_found (other, "en", "pl", "Light bends!", "91 Światło się ugina.");
  add (memory, "en", "Light bends!", "pl", "Światło się ugina!");
  add (memory, "en", "Light bends!", "kk", "Жарық сынады!");
  assert_found (other, "en", "pl", "Light bends!", "100 Światło się ugina!; 91 Światło się ugina.");
  assert_found (other, "en", "kk", "Light bends!", "100 Жарық сынады!");
  add (other, "en", "Light bends?", "kk", "Жарық сына ма?");
  assert_found (memory, "en", "kk", "Light bends?", "100 Жарық сына ма?; 91 Жарық сынады!");
}

#define N_MANY 6000

static void
fill_many (CogMemory *memory)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_memory_begin (memory, &error));
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *source = g_strdup_printf ("Body %u falls %u metres.", i, i * 7919 % 10007);
      g_autofree char *target = g_strdup_printf ("Ciało %u spada %u metrów.", i, i * 7919 % 10007);

      add (memory, "en", source, "pl", target);
    }
  g_assert_true (cog_memory_commit (memory, &error));
}

/* Its one file. */
static char *
dup_index_file (void)
{
  g_autoptr (GDir) dir = g_dir_open ("memory.sqlite-index", 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  if (name == NULL)
    return NULL;
  g_assert_null (g_dir_read_name (dir));
  return g_build_filename ("memory.sqlite-index", name, NULL);
}

static void
remove_index_files (void)
{
  g_autofree char *path = NULL;

  while ((path = dup_index_file ()) != NULL)
    {
      g_unlink (path);
      g_clear_pointer (&path, g_free);
    }
}

static void
assert_many_found (void)
{
  g_autoptr (CogMemory) memory = open_memory ();
  /* 4321 * 7919 % 10007 = 4066 */
  const CogMemoryQuery query = {
    .text = "Body 4321 falls 4066 metres!", .from = "en", .to = "pl", .threshold = 90, .n = 5
  };
  g_autofree char *found = look (memory, &query);

  g_assert_cmpstr (found, ==, "96 Ciało 4321 spada 4066 metrów.");
}

/* The lists are kept, and used as they are; what is gone or came since is known in spite of that.
 */
static void
test_index_kept (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  CogMemory *memory;

  remove_index_files ();
  memory = open_new ();
  fill_many (memory);
  cog_memory_close (memory);
  assert_many_found ();
  first = dup_index_file ();
  g_assert_nonnull (first);
  assert_many_found ();
  second = dup_index_file ();
  g_assert_cmpstr (first, ==, second);
  memory = open_memory ();
  add (memory, "en", "Stones roll.", "pl", "Kamienie się toczą.");
  cog_memory_close (memory);
  memory = open_memory ();
  assert_found (memory, "en", "pl", "Stones roll!", "91 Kamienie się toczą.");
  cog_memory_close (memory);
}

static void
damage (const char *path, gsize at, gsize n_bytes, char byte)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  at = MIN (at, size);
  memset (data + at, byte, MIN (n_bytes, size - at));
  g_assert_true (g_file_set_contents (path, data, (gssize)size, NULL));
}

/* Whatever happens to a file of lists, the same is found, and a sound one stands there again. */
static void
test_index_damaged (void)
{
  g_autofree char *path = NULL;
  gsize size;

  remove_index_files ();
  {
    g_autoptr (CogMemory) memory = open_new ();

    fill_many (memory);
  }
  assert_many_found ();
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *data = NULL;
      g_autofree char *again = NULL;

      g_free (path);
      path = dup_index_file ();
      g_assert_nonnull (path);
      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      if (i == 0)
        g_unlink (path);
      else if (i == 1)
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      else if (i == 2)
        g_assert_true (g_file_set_contents (path, data, (gssize)size / 2, NULL));
      else if (i == 3)
        damage (path, 8, 64, '\0');
      else
        damage (path, size * (i - 4) / 20, size / 20 + 1, (char)(i % 2 == 0 ? 0xFF : 0));
      assert_many_found ();
      again = dup_index_file ();
      g_assert_nonnull (again);
    }
}

/* A copy from before is put in its place: what its lists said of later entries is not believed. */
static void
test_index_older (void)
{
  g_autofree char *copy = NULL;
  CogMemory *memory;
  gsize size;

  remove_index_files ();
  memory = open_new ();
  add (memory, "en", "Stones roll.", "pl", "Kamienie się toczą.");
  cog_memory_close (memory);
  g_assert_true (g_file_get_contents ("memory.sqlite", &copy, &size, NULL));
  memory = open_memory ();
  fill_many (memory);
  cog_memory_close (memory);
  assert_many_found ();
  g_assert_true (g_file_set_contents ("memory.sqlite", copy, (gssize)size, NULL));
  g_unlink ("memory.sqlite-wal");
  g_unlink ("memory.sqlite-shm");
  memory = open_memory ();
  assert_found (memory, "en", "pl", "Body 4321 falls 4066 metres.", "");
  assert_found (memory, "en", "pl", "Stones roll!", "91 Kamienie się toczą.");
  fill_many (memory);
  cog_memory_close (memory);
  assert_many_found ();
}

/* What was taken back is not found, by this program or another that has an index already. */
static void
test_withdraw (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = NULL;
  g_autoptr (CogMemory) other = NULL;
  CogMemoryEntry entry = { .source = (char *)"Light bends.",
                           .target = (char *)"Światło się gnie.",
                           .source_language = (char *)"en",
                           .target_language = (char *)"pl",
                           .project = (char *)"Physics",
                           .place = (char *)"u1.1" };
  gboolean was_there;

  memory = open_new ();
  other = open_memory ();
  g_assert_true (cog_memory_add (memory, &entry, &error));
  assert_found (memory, "en", "pl", "Light bends!", "91 Światło się gnie.");
  assert_found (other, "en", "pl", "Light bends!", "91 Światło się gnie.");
  g_assert_true (cog_memory_withdraw (memory, "en-GB", "pl", "u1.2", &was_there, &error));
  g_assert_false (was_there);
  g_assert_true (cog_memory_withdraw (memory, "en-GB", "pl", "u1.1", &was_there, &error));
  g_assert_true (was_there);
  assert_found (memory, "en", "pl", "Light bends!", "");
  assert_found (memory, "en", "pl", "Light bends.", "");
  assert_found (other, "en", "pl", "Light bends!", "");
}

/* As version 1 wrote it. */
static void
test_older_version (void)
{
  static const char old[] =
      "CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);"
      "CREATE TABLE entry (id INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE,"
      " source_hash INTEGER NOT NULL, target_hash INTEGER NOT NULL,"
      " source_language INTEGER NOT NULL, target_language INTEGER NOT NULL,"
      " source TEXT NOT NULL, target TEXT NOT NULL, source_inline TEXT, target_inline TEXT,"
      " previous INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0, origin TEXT,"
      " project TEXT, place TEXT, creator TEXT, licence TEXT, date INTEGER NOT NULL DEFAULT 0);"
      "CREATE INDEX entry_source ON entry (source_hash);"
      "CREATE INDEX entry_target ON entry (target_hash);"
      "INSERT INTO language VALUES (1, 'en'), (2, 'pl');"
      "INSERT INTO entry VALUES (7, 1, 2, 3, 1, 2, 'Light bends.', 'Światło się ugina.', NULL,"
      " NULL, 0, 0, 'x', NULL, NULL, NULL, NULL, 0);"
      "PRAGMA application_id=1130851917; PRAGMA user_version=1;";
  sqlite3 *db = NULL;

  cog_memory_close (open_new ());
  g_unlink ("memory.sqlite");
  g_assert_cmpint (sqlite3_open ("memory.sqlite", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, old, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CogMemory) memory = open_memory ();

      assert_found (memory, "en", "pl", "Light bends!", "91 Światło się ugina.");
    }
}

static void
assert_refused (const char *sql, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = g_shell_quote (sql);
  g_autofree char *command = g_strdup_printf ("sqlite3 memory.sqlite %s", quoted);

  if (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL))
    {
      g_assert_null (cog_memory_open ("memory.sqlite", &error));
      g_assert_error (error, COG_ERROR, code);
    }
}

static void
test_other_files (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents ("memory.sqlite", "This is no database at all.", -1, NULL));
  g_assert_null (cog_memory_open ("memory.sqlite", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_CORRUPT);
  g_unlink ("memory.sqlite");
  g_unlink ("memory.sqlite-wal");
  g_unlink ("memory.sqlite-shm");
  assert_refused ("CREATE TABLE t (a); PRAGMA application_id = 7;", COG_ERROR_INPUT);
  g_unlink ("memory.sqlite");
  cog_memory_close (open_new ());
  assert_refused ("PRAGMA user_version = 99;", COG_ERROR_NEWER);
}

/* The text with what was found in brackets. */
static void
assert_hits (const char *text, const char *words, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);
  guint at = 0, start, end;

  while (cog_memory_find_hit (text, words, at, &start, &end))
    {
      g_autofree char *before = g_utf8_substring (text, at, start);
      g_autofree char *hit = g_utf8_substring (text, start, end);

      g_string_append_printf (said, "%s[%s]", before, hit);
      at = end;
    }
  g_string_append (said, g_utf8_offset_to_pointer (text, at));
  g_assert_cmpstr (said->str, ==, expected);
}

/* Where the words stand: at the beginning of words, or anywhere where no spaces are set. */
static void
test_hits (void)
{
  assert_hits ("Who drives a car takes a bus.", "drives a", "Who [drives] [a] car takes [a] bus.");
  assert_hits ("A lens, lenses, no clens.", "LENS", "A [lens], [lens]es, no clens.");
  assert_hits ("น้ำแข็งลอยอยู่บนน้ำ", "น้ำ", "[น้ำ]แข็งลอยอยู่บน[น้ำ]");
  assert_hits ("光线在水中弯曲。", "水", "光线在[水]中弯曲。");
  assert_hits ("Nothing.", "x", "Nothing.");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (void);
  } cases[] = {
    { "/memory/lookup", test_lookup },
    { "/memory/scripts", test_scripts },
    { "/memory/replace", test_replace },
    { "/memory/context", test_context },
    { "/memory/refused", test_refused },
    { "/memory/roll-back", test_roll_back },
    { "/memory/two", test_two },
    { "/memory/other-files", test_other_files },
    { "/memory/index-kept", test_index_kept },
    { "/memory/index-damaged", test_index_damaged },
    { "/memory/index-older", test_index_older },
    { "/memory/withdraw", test_withdraw },
    { "/memory/older-version", test_older_version },
    { "/memory/hits", test_hits },
  };

  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_func (cases[i].name, cases[i].func);
  return g_test_run ();
}
