/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-path.h"

#include "cog-container.h"

#include <string.h>

gboolean
cog_path_has_scheme (const char *reference)
{
  const char *c = reference;

  g_return_val_if_fail (reference != NULL, FALSE);

  if (strncmp (reference, "//", 2) == 0 || strncmp (reference, "\\\\", 2) == 0)
    return TRUE;
  if (!g_ascii_isalpha (*c))
    return FALSE;
  while (g_ascii_isalnum (*c) || *c == '+' || *c == '-' || *c == '.')
    c++;
  return *c == ':';
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text < 0x20 || *text == 0x7F)
      return TRUE;
  return FALSE;
}

/* Joins and resolves parts; allow_up: ".." goes up as long as it stays inside. */
static char *
resolve_parts (const char *folder, const char *path, gboolean allow_up)
{
  g_autofree char *whole = g_strconcat (folder, "/", path, NULL);
  g_auto (GStrv) parts = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] == '\0' || g_str_equal (parts[i], "."))
        continue;
      if (g_str_equal (parts[i], ".."))
        {
          if (!allow_up || kept->len == 0)
            return NULL;
          g_ptr_array_remove_index (kept, kept->len - 1);
          continue;
        }
      g_ptr_array_add (kept, parts[i]);
    }
  if (kept->len == 0 || kept->len > COG_CONTAINER_MAX_DEPTH)
    return NULL;
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static char *
normalise (char *name)
{
  g_autofree char *owned G_GNUC_UNUSED = name;

  if (name == NULL || strlen (name) > COG_CONTAINER_MAX_NAME || has_control (name))
    return NULL;
  return g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
}

char *
cog_path_clean (const char *raw)
{
  g_autofree char *slashed = g_strdup (raw);

  g_return_val_if_fail (raw != NULL, NULL);

  if (strlen (raw) > 4 * COG_CONTAINER_MAX_NAME)
    return NULL;
  g_strdelimit (slashed, "\\", '/');
  if (slashed[0] == '/' || cog_path_has_scheme (slashed))
    return NULL;
  return normalise (resolve_parts ("", slashed, FALSE));
}

static char *
dup_folder (const char *base)
{
  const char *slash = base != NULL ? strrchr (base, '/') : NULL;

  return slash != NULL ? g_strndup (base, slash - base) : g_strdup ("");
}

static char *
join (const char *base, const char *reference, gboolean decode)
{
  g_autofree char *folder = dup_folder (base);
  g_autofree char *bare = NULL;
  g_autofree char *decoded = NULL;
  const char *path;

  if (strlen (reference) > 4 * COG_CONTAINER_MAX_NAME || cog_path_has_scheme (reference))
    return NULL;
  bare = g_strndup (reference, strcspn (reference, "#?"));
  decoded = decode ? g_uri_unescape_string (bare, NULL) : NULL;
  path = decode ? decoded : bare;
  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    return NULL;
  if (path[0] == '\0')
    return base != NULL ? g_strdup (base) : NULL;
  /* "/x" means the root of the container, never that of the computer. */
  if (path[0] == '/')
    g_clear_pointer (&folder, g_free);
  return normalise (resolve_parts (folder != NULL ? folder : "", path, TRUE));
}

char *
cog_path_join (const char *base, const char *reference)
{
  g_return_val_if_fail (reference != NULL, NULL);
  return join (base, reference, FALSE);
}

char *
cog_path_join_decoded (const char *base, const char *reference)
{
  g_return_val_if_fail (reference != NULL, NULL);
  return join (base, reference, TRUE);
}

char *
cog_path_fold (const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
