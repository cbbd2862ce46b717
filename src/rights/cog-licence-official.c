/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-official.h"

#include "cog-licence-private.h"
#include "cog-licence-words.h"

#include <string.h>

#define MAX_TEXT 8000 /* bytes: a statement, and no book */
#define MIN_NAME 7    /* bytes: a shorter word is a word of English, too */

typedef struct
{
  char *words; /* folded */
  const char *id;
} Name;

/* Small letters, one kind of dash, one blank between words. */
static char *
fold (const char *text)
{
  g_autofree char *start = g_strndup (text, MIN (strlen (text), MAX_TEXT));
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  g_autofree char *small = g_utf8_strdown (valid, -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
        g_string_append_c (folded, '-');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

/* Whether its pieces would be read as another licence; of the same family the version with fewer
 * terms is what a bare name means. */
static gboolean
is_misread (const char *words, const char *id)
{
  guint flags = 0;
  g_autofree char *read = cog_licence_words_recognise (words, &flags);

  return read == NULL ? strpbrk (words, "0123456789") != NULL
                      : !g_str_equal (read, id) && !g_str_has_prefix (read, id);
}

static void
add (GArray *names, const char *words, const char *id)
{
  Name name = { fold (words), id };

  if (strlen (name.words) >= MIN_NAME)
    g_array_append_val (names, name);
  else
    g_free (name.words);
}

static gboolean
is_shared (GPtrArray *licences, const CogLicence *licence)
{
  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *other = g_ptr_array_index (licences, i);

      if (other != licence && g_strcmp0 (other->name, licence->name) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (((const Name *)a)->words);
  gsize second = strlen (((const Name *)b)->words);

  return first < second ? 1 : first > second ? -1 : 0;
}

static void
add_spellings (GArray *names)
{
  g_autoptr (JsonObject) root = cog_rights_load_json ("licences.json");
  JsonArray *others = json_object_get_array_member (root, "others");

  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonObject *row = json_array_get_object_element (others, i);
      const CogLicence *licence = cog_licence_lookup (json_object_get_string_member (row, "id"));
      JsonArray *spellings = json_object_has_member (row, "spellings")
                                 ? json_object_get_array_member (row, "spellings")
                                 : NULL;

      for (guint k = 0; spellings != NULL && k < json_array_get_length (spellings); k++)
        add (names, json_array_get_string_element (spellings, k), licence->id);
    }
}

static GArray *
list_names (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  GPtrArray *licences = cog_licence_list ();

  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);

      /* The six licences of Creative Commons in all their versions and ports are most of the
       * catalogue, and what the pieces are made for. */
      if (g_str_has_prefix (licence->id, "LicenseRef-") ||
          (licence->unit != NULL && g_str_has_prefix (licence->unit, "by")))
        continue;
      if (is_misread (licence->id, licence->id))
        add (names, licence->id, licence->id);
      if (!is_shared (licences, licence) && is_misread (licence->name, licence->id))
        add (names, licence->name, licence->id);
    }
  add_spellings (names);
  g_array_sort (names, compare_names);
  return names;
}

static GArray *
get_names (void)
{
  static gsize once = 0;
  static GArray *names;

  if (g_once_init_enter (&once))
    {
      names = list_names ();
      g_once_init_leave (&once, 1);
    }
  return names;
}

/* A part of a longer word, id or number is no name. */
static gboolean
is_inside (char c)
{
  return g_ascii_isalnum (c) || c == '-' || (guchar)c >= 0x80;
}

static const char *
find_word (const char *text, const char *words)
{
  for (const char *at = text; (at = strstr (at, words)) != NULL; at++)
    {
      const char *end = at + strlen (words);

      if ((at == text || !is_inside (at[-1])) && !is_inside (*end) &&
          !(*end == '.' && g_ascii_isdigit (end[1])))
        return at;
    }
  return NULL;
}

const char *
cog_licence_official_find (const char *text, char **rest)
{
  g_autofree char *folded = NULL;
  GArray *names = get_names ();

  g_return_val_if_fail (text != NULL && rest != NULL, NULL);

  *rest = NULL;
  folded = fold (text);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      const char *at = find_word (folded, name->words);

      if (at == NULL)
        continue;
      *rest = g_strdup_printf ("%.*s | %s", (int)(at - folded), folded, at + strlen (name->words));
      return name->id;
    }
  return NULL;
}
