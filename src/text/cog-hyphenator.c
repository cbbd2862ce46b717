/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-hyphenator.h"

#include "cog-hyphen-files.h"

#ifdef HAVE_HYPHEN

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORD 100 /* bytes; what is longer is no word */
#define LEAST_BEFORE 2
#define LEAST_AFTER 3

struct _CogHyphenator
{
  HyphenDict *dictionary;
};

CogHyphenator *
cog_hyphenator_new (const char *language)
{
  g_autofree char *path = cog_hyphen_files_find (language);
  HyphenDict *dictionary = path != NULL ? hnj_hyphen_load (path) : NULL;
  CogHyphenator *self;

  if (dictionary == NULL)
    return NULL;
  self = g_new0 (CogHyphenator, 1);
  self->dictionary = dictionary;
  return self;
}

void
cog_hyphenator_free (CogHyphenator *self)
{
  if (self == NULL)
    return;
  hnj_hyphen_free (self->dictionary);
  g_free (self);
}

/* As the dictionary has it: in small letters and in its own encoding. NULL where the letters are
 * not one to one the word's. */
static char *
dup_folded (const CogHyphenator *self, const char *word, gsize length, gsize *n_bytes)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize)length);

  if (g_utf8_strlen (lower, -1) != g_utf8_strlen (word, (gssize)length))
    return NULL;
  *n_bytes = strlen (lower);
  if (self->dictionary->utf8)
    return g_steal_pointer (&lower);
  return g_convert (lower, -1, self->dictionary->cset, "UTF-8", NULL, n_bytes, NULL);
}

/* The points, by character: odd after which the word may be divided. */
static gboolean
find_points (const CogHyphenator *self, const char *folded, gsize n_bytes, char *points)
{
  char **replaced = NULL;
  int *positions = NULL, *cuts = NULL;
  gboolean is_found = hnj_hyphen_hyphenate2 (self->dictionary, folded, (int)n_bytes, points, NULL,
                                             &replaced, &positions, &cuts) == 0;

  for (gsize i = 0; replaced != NULL && i < n_bytes; i++)
    if (replaced[i] != NULL)
      {
        points[i] = '0';
        free (replaced[i]);
      }
  free (replaced);
  free (positions);
  free (cuts);
  return is_found;
}

guint
cog_hyphenator_divide (const CogHyphenator *self, const char *word, gsize length, guint8 *places)
{
  char points[2 * MAX_WORD + 5] = "";
  gsize n_bytes = 0;
  glong n_letters = g_utf8_strlen (word, (gssize)length);
  g_autofree char *folded = NULL;
  guint n = 0;
  glong i = 0;

  memset (places, 0, length);
  if (length > MAX_WORD || n_letters < LEAST_BEFORE + LEAST_AFTER)
    return 0;
  folded = dup_folded (self, word, length, &n_bytes);
  if (folded == NULL || n_bytes > 2 * MAX_WORD || !find_points (self, folded, n_bytes, points))
    return 0;
  for (const char *p = g_utf8_next_char (word); p < word + length; p = g_utf8_next_char (p), i++)
    if ((points[i] & 1) != 0 && i + 1 >= LEAST_BEFORE && n_letters - i - 1 >= LEAST_AFTER &&
        !g_unichar_ismark (g_utf8_get_char (p)))
      {
        places[p - word] = 1;
        n++;
      }
  return n;
}

#else

CogHyphenator *
cog_hyphenator_new (const char *language)
{
  return NULL;
}

void
cog_hyphenator_free (CogHyphenator *self)
{
}

guint
cog_hyphenator_divide (const CogHyphenator *self, const char *word, gsize length, guint8 *places)
{
  return 0;
}

#endif
