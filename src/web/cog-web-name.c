/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-name.h"

#include <string.h>

/* The name of a zip's first entry, and what an EPUB or ODT holds there, uncompressed. */
static const char *
find_zip_ending (const char *head, gsize size)
{
  static const struct
  {
    const char *word;
    const char *ending;
  } types[] = { { "application/epub+zip", "epub" },
                { "application/vnd.oasis.opendocument.text", "odt" } };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (memmem (head, MIN (size, 200), types[i].word, strlen (types[i].word)) != NULL)
      return types[i].ending;
  return NULL;
}

static gboolean
is_page (const char *lower)
{
  const char *start = lower + strspn (lower, " \t\r\n");

  return strstr (lower, "<!doctype html") != NULL || strstr (lower, "<html") != NULL ||
         g_str_has_prefix (start, "<head") || g_str_has_prefix (start, "<body");
}

const char *
cog_web_name_find_ending (GBytes *bytes, const char *media_type)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = size > 0 ? g_strndup (data, MIN (size, 4096)) : g_strdup ("");
  g_autofree char *lower = g_ascii_strdown (head, -1);

  if (size > 4 && memcmp (data, "PK\003\004", 4) == 0)
    return find_zip_ending (data, size);
  if (size > 5 && memmem (data, MIN (size, 1024), "%PDF-", 5) != NULL)
    return "pdf";
  if (is_page (lower))
    return "html";
  if (g_str_has_prefix (lower + strspn (lower, "\xEF\xBB\xBF \t\r\n"), "<?xml") ||
      strstr (lower, "<article") != NULL)
    return "xml";
  /* A fragment of a page has no other mark. Binary files that call themselves pages have NULs. */
  if (media_type != NULL && strlen (head) == MIN (size, 4096) &&
      (g_str_equal (media_type, "text/html") || g_str_equal (media_type, "application/xhtml+xml")))
    return "html";
  if (g_strcmp0 (media_type, "text/markdown") == 0)
    return "md";
  return NULL;
}

char *
cog_web_name_dup (const char *given, const char *ending)
{
  g_autofree char *end = ending != NULL ? g_strconcat (".", ending, NULL) : NULL;
  const char *name = given != NULL ? given : "document";
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *dot = strrchr (name, '.');

  if (end == NULL || g_str_has_suffix (lower, end) ||
      (g_str_equal (end, ".html") &&
       (g_str_has_suffix (lower, ".htm") || g_str_has_suffix (lower, ".xhtml"))))
    return g_strdup (name);
  /* "item.php" is a page; "Vol. 2" has no ending. */
  if (dot != NULL && dot > name && strlen (dot) <= 5 && strchr (dot, ' ') == NULL)
    return g_strdup_printf ("%.*s%s", (int)(dot - name), name, end);
  return g_strconcat (name, end, NULL);
}
