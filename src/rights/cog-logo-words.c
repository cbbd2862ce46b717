/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-logo-words.h"

#include "cog-licence-private.h"

#include <string.h>

/* What has no type is looked at in so many sections at the front and one at the back; a longer one
 * is a chapter. */
#define N_FRONT 2
#define MAX_WORDS 400

typedef struct
{
  GPtrArray *words;    /* (element-type CogNameWords) */
  GPtrArray *prefixes; /* (element-type utf8): of single words, folded */
  GPtrArray *never;    /* (element-type CogNameWords) */
  GHashTable *types;   /* of sections */
} Data;

static void
load_words (GPtrArray *words, GPtrArray *prefixes, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *word = json_array_get_string_element (array, i);
      gsize length = strlen (word);

      if (prefixes != NULL && word[length - 1] == '*')
        {
          g_autofree char *stem = g_strndup (word, length - 1);

          g_ptr_array_add (prefixes, g_utf8_casefold (stem, -1));
        }
      else
        g_ptr_array_add (words, cog_name_words_new (word));
    }
}

static const Data *
get_data (void)
{
  static gsize once = 0;
  static Data data;

  if (g_once_init_enter (&once))
    {
      g_autoptr (JsonObject) root = cog_rights_load_json ("publishers.json");
      JsonObject *logo = json_object_get_object_member (root, "logo");
      JsonArray *types = json_object_get_array_member (logo, "places");

      data.words = g_ptr_array_new ();
      data.prefixes = g_ptr_array_new ();
      data.never = g_ptr_array_new ();
      data.types = g_hash_table_new (g_str_hash, g_str_equal);
      load_words (data.words, data.prefixes, json_object_get_array_member (logo, "words"));
      load_words (data.never, NULL, json_object_get_array_member (logo, "never"));
      for (guint i = 0; i < json_array_get_length (types); i++)
        g_hash_table_add (data.types, g_strdup (json_array_get_string_element (types, i)));
      g_once_init_leave (&once, 1);
    }
  return &data;
}

static gboolean
has_any (const CogNameWords *words, GPtrArray *wanted)
{
  guint start, to;

  for (guint i = 0; i < wanted->len; i++)
    if (cog_name_words_find (words, g_ptr_array_index (wanted, i), 0, &start, &to))
      return TRUE;
  return FALSE;
}

static gboolean
says_logo (const CogNameWords *words)
{
  const Data *data = get_data ();

  if (has_any (words, data->words))
    return TRUE;
  for (guint i = 0; i < data->prefixes->len; i++)
    if (cog_name_words_has_prefix (words, g_ptr_array_index (data->prefixes, i)))
      return TRUE;
  return FALSE;
}

/* The file's own name: folders are called "logos" for all that is in them. */
static CogNameWords *
new_file_words (const char *name)
{
  g_autofree char *base = g_path_get_basename (name != NULL ? name : "");

  return cog_name_words_new_for_file (base);
}

gboolean
cog_logo_is_file (const char *name)
{
  g_autoptr (CogNameWords) words = new_file_words (name);

  return says_logo (words);
}

gboolean
cog_logo_is_description (const char *text)
{
  g_autoptr (CogNameWords) words = cog_name_words_new (text);

  return says_logo (words);
}

static gboolean
names_any (GPtrArray *publishers, const CogNameWords *words)
{
  for (guint i = 0; i < publishers->len; i++)
    if (cog_publisher_is_in (g_ptr_array_index (publishers, i), words))
      return TRUE;
  return FALSE;
}

/* A picture that is called "World Health Organization", and no more, is its emblem. */
static gboolean
is_name_of_any (GPtrArray *publishers, const CogNameWords *words)
{
  for (guint i = 0; i < publishers->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (publishers, i);

      if (publisher->forbids_logo && cog_publisher_is_all_of (publisher, words))
        return TRUE;
    }
  return FALSE;
}

gboolean
cog_logo_is (const CogLogoClues *clues, GPtrArray *publishers)
{
  g_autoptr (CogNameWords) file = new_file_words (clues->file);
  g_autoptr (CogNameWords) alternative = cog_name_words_new (clues->alternative);
  g_autoptr (CogNameWords) title = cog_name_words_new (clues->title);
  const CogNameWords *const all[] = { file, alternative, title };
  gboolean is_logo = FALSE, is_named = FALSE, is_known = FALSE, is_name = FALSE;

  g_return_val_if_fail (clues != NULL && publishers != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (has_any (all[i], get_data ()->never))
        return FALSE;
      is_logo = is_logo || says_logo (all[i]);
      is_named = is_named || names_any (publishers, all[i]);
      is_known = is_known || names_any (cog_publisher_list (), all[i]);
      is_name = is_name || (i > 0 && is_name_of_any (publishers, all[i]));
    }
  if (is_logo)
    return clues->is_at_front || is_named || is_known;
  return clues->is_at_front && is_name;
}

gboolean
cog_logo_is_mark (const CogLogoClues *clues, gboolean is_small)
{
  g_autoptr (CogNameWords) file = NULL;
  g_autoptr (CogNameWords) alternative = NULL;
  g_autoptr (CogNameWords) title = NULL;

  g_return_val_if_fail (clues != NULL, FALSE);

  file = new_file_words (clues->file);
  alternative = cog_name_words_new (clues->alternative);
  title = cog_name_words_new (clues->title);
  /* A long description may speak of a logo that the picture shows among other things: then, too,
     the picture is not wholly the book's. */
  return says_logo (file) || says_logo (alternative) || says_logo (title) ||
         (is_small && has_any (file, get_data ()->never)) || has_any (title, get_data ()->never) ||
         is_name_of_any (cog_publisher_list (), alternative) ||
         is_name_of_any (cog_publisher_list (), title);
}

gboolean
cog_logo_is_cover (const char *type, GPtrArray *publishers)
{
  g_auto (GStrv) types = g_strsplit (type != NULL ? type : "", " ", -1);

  g_return_val_if_fail (publishers != NULL, FALSE);

  if (!g_strv_contains ((const char *const *)types, "cover"))
    return FALSE;
  for (guint i = 0; i < publishers->len; i++)
    if (((const CogPublisher *)g_ptr_array_index (publishers, i))->forbids_cover)
      return TRUE;
  return FALSE;
}

gboolean
cog_logo_is_front (const char *type, guint index, guint n_sections, guint n_words)
{
  g_auto (GStrv) types = g_strsplit (type != NULL ? type : "", " ", -1);

  for (guint i = 0; types[i] != NULL; i++)
    if (g_hash_table_contains (get_data ()->types, types[i]))
      return TRUE;
  return n_words <= MAX_WORDS && (index < N_FRONT || index + 1 == n_sections);
}
