/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-inflection.h"

#include "cog-fold.h"
#include "cog-terms-resources.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE "/org/cognate/Cognate/terms/inflections.txt"

/* Vowels and consonants that change before an ending stand in the ending: no more than these. */
#define MAX_BACK 4
/* The common rule. */
#define COMMON_STEM 4
#define COMMON_ENDING 3
/* What may follow in a language of long endings. */
#define OPEN_ENDING 10
#define OPEN_LOST 1 /* letters of the word that change before it: Turkish "renk", "rengi" */

struct _CogInflection
{
  guint min_stem;
  gboolean is_open;
  gboolean has_stems;
  GPtrArray *groups;   /* (element-type GPtrArray of gunichar strings) */
  GPtrArray *prefixes; /* (element-type gunichar*) */
};

static const CogInflection common = { COMMON_STEM, FALSE, TRUE, NULL, NULL };

static guint
get_length (const gunichar *word)
{
  guint n = 0;

  while (word[n] != 0)
    n++;
  return n;
}

static gunichar *
dup_folded (CogFold *fold, const char *text)
{
  gsize length;
  const gunichar *folded = cog_fold_text (fold, g_str_equal (text, "-") ? "" : text, &length);
  gunichar *copy = g_new0 (gunichar, length + 1);

  if (length > 0)
    memcpy (copy, folded, length * sizeof (gunichar));
  return copy;
}

static GPtrArray *
read_list (CogFold *fold, const char *text, const char *separator)
{
  GPtrArray *list = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (list, dup_folded (fold, parts[i]));
  return list;
}

static void
read_options (CogInflection *self, CogFold *fold, const char *text)
{
  g_auto (GStrv) options = g_strsplit (text, " ", -1);

  for (guint i = 0; options[i] != NULL; i++)
    if (g_str_equal (options[i], "open"))
      self->is_open = TRUE;
    else if (g_str_equal (options[i], "stems=no"))
      self->has_stems = FALSE;
    else if (g_str_has_prefix (options[i], "before="))
      self->prefixes = read_list (fold, options[i] + strlen ("before="), ",");
}

static CogInflection *
read_row (CogFold *fold, char **columns)
{
  CogInflection *self = g_new0 (CogInflection, 1);
  g_auto (GStrv) groups = g_strsplit (columns[3], "|", -1);

  self->min_stem = (guint)g_ascii_strtoull (columns[1], NULL, 10);
  self->has_stems = TRUE;
  self->groups = g_ptr_array_new ();
  read_options (self, fold, columns[2]);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (self->groups, read_list (fold, groups[i], " "));
  return self;
}

/* Language → CogInflection; both kept as long as the program. */
static GHashTable *
read_table (void)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cog_terms_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (CogFold) fold = cog_fold_new (FALSE);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, table);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 4);
      g_auto (GStrv) languages = NULL;
      CogInflection *row;

      if (lines[i][0] == '#' || g_strv_length (columns) != 4)
        continue;
      row = read_row (fold, columns);
      languages = g_strsplit (columns[0], ",", -1);
      for (guint k = 0; languages[k] != NULL; k++)
        g_hash_table_insert (table, g_strdup (languages[k]), row);
    }
  return table;
}

const CogInflection *
cog_inflection_get (const char *language)
{
  static gsize table = 0;
  g_autofree char *primary = NULL;
  const CogInflection *row;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize)read_table ());
  primary = g_ascii_strdown (language != NULL ? language : "", -1);
  primary[strcspn (primary, "-_")] = '\0';
  row = g_hash_table_lookup ((GHashTable *)table, primary);
  return row != NULL ? row : &common;
}

gboolean
cog_inflection_has_stems (const CogInflection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_stems;
}

static gboolean
equal (const gunichar *a, const gunichar *b)
{
  while (*a != 0 && *a == *b)
    a++, b++;
  return *a == *b;
}

static gboolean
has_ending (const GPtrArray *group, const gunichar *ending)
{
  for (guint i = 0; i < group->len; i++)
    if (equal (g_ptr_array_index (group, i), ending))
      return TRUE;
  return FALSE;
}

static gboolean
is_common_word (guint shared, guint length, guint other)
{
  return shared >= COMMON_STEM && length - shared <= COMMON_ENDING &&
         other - shared <= COMMON_ENDING && shared * 5 >= MAX (length, other) * 3;
}

gboolean
cog_inflection_is_same (const CogInflection *self, const gunichar *word, const gunichar *other)
{
  guint length, other_length, shared = 0;

  g_return_val_if_fail (self != NULL && word != NULL && other != NULL, FALSE);

  while (word[shared] != 0 && word[shared] == other[shared])
    shared++;
  if (word[shared] == other[shared])
    return TRUE;
  if (shared < self->min_stem)
    return FALSE;
  length = get_length (word);
  other_length = get_length (other);
  if (self->groups == NULL)
    return is_common_word (shared, length, other_length);
  if (self->is_open)
    return shared + OPEN_LOST >= length && other_length - shared <= OPEN_ENDING;
  for (guint back = 0; back <= MAX_BACK && shared - back >= self->min_stem; back++)
    {
      for (guint i = 0; i < self->groups->len; i++)
        if (has_ending (g_ptr_array_index (self->groups, i), word + shared - back) &&
            has_ending (g_ptr_array_index (self->groups, i), other + shared - back))
          return TRUE;
      if (shared == back)
        break;
    }
  return FALSE;
}

void
cog_inflection_list_starts (const CogInflection *self, const gunichar *word, GArray *starts)
{
  guint length;

  g_return_if_fail (self != NULL && word != NULL && starts != NULL);

  length = get_length (word);
  for (guint i = 0; self->prefixes != NULL && i < self->prefixes->len; i++)
    {
      const gunichar *prefix = g_ptr_array_index (self->prefixes, i);
      guint n = get_length (prefix);

      if (n + self->min_stem <= length && memcmp (prefix, word, n * sizeof (gunichar)) == 0)
        g_array_append_val (starts, n);
    }
}
