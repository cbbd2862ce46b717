/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-hyphen-files.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uloc.h>

#define SIZE 32

typedef struct
{
  char language[SIZE], script[SIZE], region[SIZE];
} Parts;

static void
read_parts (const char *id, Parts *parts)
{
  UErrorCode status = U_ZERO_ERROR;

  uloc_getLanguage (id, parts->language, SIZE, &status);
  uloc_getScript (id, parts->script, SIZE, &status);
  uloc_getCountry (id, parts->region, SIZE, &status);
  if (U_FAILURE (status))
    *parts = (Parts){ 0 };
}

/* "ru" → "ru_Cyrl_RU" */
static void
read_likely (const char *id, Parts *parts)
{
  char likely[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  uloc_addLikelySubtags (id, likely, sizeof likely, &status);
  read_parts (U_SUCCESS (status) ? likely : id, parts);
}

static char *
dup_if_there (const char *folder, const char *first, const char *second, const char *third)
{
  g_autoptr (GString) name = g_string_new ("hyph");
  g_autofree char *path = NULL;
  const char *words[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_string_append_printf (name, "_%s", words[i]);
  g_string_append (name, ".dic");
  path = g_build_filename (folder, name->str, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/* hyph_xx_YY.dic with any region, the first in the alphabet. */
static char *
dup_any (const char *folder, const char *language)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *prefix = g_strdup_printf ("hyph_%s_", language);
  g_autofree char *best = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".dic") &&
        strlen (name) == strlen (prefix) + strlen ("YY.dic") &&
        (best == NULL || strcmp (name, best) < 0))
      {
        g_free (best);
        best = g_strdup (name);
      }
  return best != NULL ? g_build_filename (folder, best, NULL) : NULL;
}

static char *
find_in (const char *folder, const Parts *asked, const Parts *likely, gboolean is_common)
{
  const char *language = asked->language;
  char *path = NULL;

  if (*asked->script != '\0' && *asked->region != '\0')
    path = dup_if_there (folder, language, asked->script, asked->region);
  if (path == NULL && *asked->script != '\0')
    path = dup_if_there (folder, language, asked->script, NULL);
  if (!is_common)
    return path;
  if (path == NULL && *asked->region != '\0')
    path = dup_if_there (folder, language, asked->region, NULL);
  if (path == NULL)
    path = dup_if_there (folder, language, NULL, NULL);
  if (path == NULL && *likely->region != '\0')
    path = dup_if_there (folder, language, likely->region, NULL);
  return path != NULL ? path : dup_any (folder, language);
}

char *
cog_hyphen_files_find (const char *language)
{
  const char *only = g_getenv ("COGNATE_HYPHEN_PATH");
  const char *const *folders = g_get_system_data_dirs ();
  char id[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  Parts asked, likely, common;
  gboolean is_common;
  char *path = NULL;

  uloc_forLanguageTag (language, id, sizeof id, NULL, &status);
  read_parts (U_SUCCESS (status) ? id : "", &asked);
  if (*asked.language == '\0')
    return NULL;
  read_likely (id, &likely);
  read_likely (asked.language, &common);
  is_common = strcmp (likely.script, common.script) == 0;
  if (only != NULL)
    return find_in (only, &asked, &likely, is_common);
  for (guint i = 0; path == NULL && folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], "hyphen", NULL);

      path = find_in (folder, &asked, &likely, is_common);
    }
  return path;
}
