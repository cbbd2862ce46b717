/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-stemmer.h"

#include "cog-language.h"

#ifdef HAVE_HUNSPELL
#include <hunspell/hunspell.h>
#endif

#include <string.h>

/* A longer "word" is none, and costs hunspell time. */
#define MAX_WORD 100

struct _CogStemmer
{
  GMutex mutex;
#ifdef HAVE_HUNSPELL
  Hunhandle *handle;
  char *encoding; /* NULL: UTF-8 */
#endif
};

#ifdef HAVE_HUNSPELL
static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "pl_PL.dic" in a folder; "hyph_pl_PL.dic" is of another kind. */
static void
list_dictionaries (const char *folder, const char *language, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gsize n = strlen (language);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (strncmp (name, language, n) == 0 && (name[n] == '_' || name[n] == '.') &&
        g_str_has_suffix (name, ".dic"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".dic")));
  g_ptr_array_sort (names, compare_names);
}

/* The path without ".dic" and ".aff". (nullable) */
static char *
find_in_folder (const char *folder, const char *language, const char *region)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = g_strdup_printf ("%s_%s", language, region != NULL ? region : "");
  /* Languages that are written in one place above all: "es_AR" would be the first. */
  g_autofree char *upper = g_ascii_strup (language, -1);
  g_autofree char *home = g_strdup_printf ("%s_%s", language, upper);
  const char *choices[] = { wanted, language, home };

  list_dictionaries (folder, language, names);
  for (guint k = 0; k < G_N_ELEMENTS (choices); k++)
    for (guint i = 0; i < names->len; i++)
      if (g_str_equal (g_ptr_array_index (names, i), choices[k]))
        return g_build_filename (folder, choices[k], NULL);
  return names->len > 0 ? g_build_filename (folder, g_ptr_array_index (names, 0), NULL) : NULL;
}

static char *
find_dictionary (const char *language, const char *region)
{
  static const char *const places[] = { "hunspell", "myspell", "myspell/dicts" };
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "hunspell", NULL);
  char *found = find_in_folder (own, language, region);

  for (guint i = 0; found == NULL && folders[i] != NULL; i++)
    for (guint k = 0; found == NULL && k < G_N_ELEMENTS (places); k++)
      {
        g_autofree char *folder = g_build_filename (folders[i], places[k], NULL);

        found = find_in_folder (folder, language, region);
      }
  return found;
}

static CogStemmer *
load (const char *canonical)
{
  g_auto (GStrv) parts = g_strsplit (canonical, "-", -1);
  const char *region = NULL;
  g_autofree char *path = NULL;
  g_autofree char *affixes = NULL;
  g_autofree char *words = NULL;
  CogStemmer *self;
  Hunhandle *handle;

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL && strlen (parts[i]) > 1; i++)
    if (strlen (parts[i]) == 2)
      region = parts[i];
  path = parts[0] != NULL ? find_dictionary (parts[0], region) : NULL;
  affixes = path != NULL ? g_strconcat (path, ".aff", NULL) : NULL;
  words = path != NULL ? g_strconcat (path, ".dic", NULL) : NULL;
  handle = path != NULL ? Hunspell_create (affixes, words) : NULL;
  if (handle == NULL)
    return NULL;
  self = g_new0 (CogStemmer, 1);
  g_mutex_init (&self->mutex);
  self->handle = handle;
  if (g_ascii_strcasecmp (Hunspell_get_dic_encoding (handle), "UTF-8") != 0)
    self->encoding = g_strdup (Hunspell_get_dic_encoding (handle));
  return self;
}
#endif

CogStemmer *
cog_stemmer_get (const char *language)
{
  CogStemmer *stemmer = NULL;
#ifdef HAVE_HUNSPELL
  static GMutex mutex;
  static GHashTable *known = NULL; /* by tag; without a dictionary: NULL */
  g_autofree char *canonical = language != NULL ? cog_language_canonicalise (language) : NULL;

  if (canonical == NULL)
    return NULL;
  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_contains (known, canonical))
    g_hash_table_insert (known, g_strdup (canonical), load (canonical));
  stemmer = g_hash_table_lookup (known, canonical);
  g_mutex_unlock (&mutex);
#endif
  return stemmer;
}

GPtrArray *
cog_stemmer_dup_stems (CogStemmer *self, const char *word)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);
#ifdef HAVE_HUNSPELL
  g_autofree char *coded = NULL;
  char **list = NULL;
  int n;
#endif

  g_return_val_if_fail (self != NULL && word != NULL, stems);

#ifdef HAVE_HUNSPELL
  if (strlen (word) > MAX_WORD)
    return stems;
  if (self->encoding != NULL)
    coded = g_convert (word, -1, self->encoding, "UTF-8", NULL, NULL, NULL);
  if (self->encoding != NULL && coded == NULL)
    return stems;
  g_mutex_lock (&self->mutex);
  n = Hunspell_stem (self->handle, &list, coded != NULL ? coded : word);
  for (int i = 0; i < n; i++)
    {
      char *stem = self->encoding != NULL
                       ? g_convert (list[i], -1, "UTF-8", self->encoding, NULL, NULL, NULL)
                       : g_strdup (list[i]);

      if (stem != NULL && g_utf8_validate (stem, -1, NULL))
        g_ptr_array_add (stems, stem);
      else
        g_free (stem);
    }
  Hunspell_free_list (self->handle, &list, n);
  g_mutex_unlock (&self->mutex);
#endif
  return stems;
}
