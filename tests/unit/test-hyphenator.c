/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-hyphen-files.h"
#include "cog-hyphenator.h"
#include "folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
write_file (const Fixture *fixture, const char *name, const char *text, const char *encoding)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  gsize n = 0;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &n, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = folder_make ();
  g_setenv ("COGNATE_HYPHEN_PATH", fixture->folder, TRUE);
  write_file (fixture, "hyph_en_US.dic", "UTF-8\n1tion\n1tern\n1na\n.in3t\n", "UTF-8");
  write_file (fixture, "hyph_ru_RU.dic", "KOI8-R\nо1г\nа1ф\n", "KOI8-R");
  write_file (fixture, "hyph_de.dic", "UTF-8\nf1f/ff=f,1,2\nt1z\n", "UTF-8");
  write_file (fixture, "hyph_sr_Latn.dic", "UTF-8\no1g\n", "UTF-8");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_divided (const char *language, const char *word, const char *expected)
{
  g_autoptr (CogHyphenator) hyphenator = cog_hyphenator_new (language);
  guint8 places[200];
  g_autoptr (GString) divided = g_string_new (NULL);

  if (hyphenator == NULL)
    {
      g_test_skip ("built without libhyphen");
      return;
    }
  cog_hyphenator_divide (hyphenator, word, strlen (word), places);
  for (gsize i = 0; i < strlen (word); i++)
    {
      if (places[i] != 0)
        g_string_append_c (divided, '-');
      g_string_append_c (divided, word[i]);
    }
  g_assert_cmpstr (divided->str, ==, expected);
}

static void
test_divide (Fixture *fixture, gconstpointer data)
{
  assert_divided ("en", "international", "in-ter-na-tio-nal");
}

static void
test_capitals (Fixture *fixture, gconstpointer data)
{
  assert_divided ("en", "Nation", "Na-tion");
}

/* Another encoding, letters of two bytes. */
static void
test_encoding (Fixture *fixture, gconstpointer data)
{
  assert_divided ("ru", "Биография", "Био-гра-фия");
}

/* At least two letters before, three after. */
static void
test_short (Fixture *fixture, gconstpointer data)
{
  assert_divided ("ru", "огонь", "огонь");
  assert_divided ("ru", "графа", "графа");
}

/* Where the letters would change, it stays whole; elsewhere not. */
static void
test_respelt (Fixture *fixture, gconstpointer data)
{
  assert_divided ("de", "Schiffahrtzeit", "Schiffahrt-zeit");
}

static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CogHyphenator) hyphenator = cog_hyphenator_new ("en");
  g_autofree char *word = g_strnfill (5000, 'n');
  g_autofree guint8 *places = g_new (guint8, 5000);

  g_assert_cmpuint (hyphenator == NULL ? 0 : cog_hyphenator_divide (hyphenator, word, 5000, places),
                    ==, 0);
}

static void
assert_found (const char *language, const char *name)
{
  g_autofree char *path = cog_hyphen_files_find (language);
  g_autofree char *found = path != NULL ? g_path_get_basename (path) : NULL;

  g_assert_cmpstr (found, ==, name);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  assert_found ("en-US", "hyph_en_US.dic");
  assert_found ("en-GB", "hyph_en_US.dic");
  assert_found ("en", "hyph_en_US.dic");
  assert_found ("de-AT", "hyph_de.dic");
  assert_found ("ru-KZ", "hyph_ru_RU.dic");
  assert_found ("sr-Latn", "hyph_sr_Latn.dic");
  assert_found ("sr", NULL);
  assert_found ("ru-Latn", NULL);
  assert_found ("ar", NULL);
  assert_found ("und", NULL);
  assert_found ("../../x", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/hyphenator/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/hyphenator/divide", Fixture, NULL, set_up, test_divide, tear_down);
  g_test_add ("/hyphenator/capitals", Fixture, NULL, set_up, test_capitals, tear_down);
  g_test_add ("/hyphenator/encoding", Fixture, NULL, set_up, test_encoding, tear_down);
  g_test_add ("/hyphenator/short", Fixture, NULL, set_up, test_short, tear_down);
  g_test_add ("/hyphenator/respelt", Fixture, NULL, set_up, test_respelt, tear_down);
  g_test_add ("/hyphenator/endless", Fixture, NULL, set_up, test_endless, tear_down);
  return g_test_run ();
}
