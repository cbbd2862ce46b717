/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tex-folder.h"

#include "cog-html.h"
#include "cog-reader-findings.h"
#include "cog-tex-mend.h"

#include <string.h>

#define MAX_DEPTH 20
#define MAX_FILES 2000
#define MAX_TEXT (32u << 20) /* bytes of all together */
#define MAX_TRIED 2000       /* files that are looked into for the one that brings in the rest */

/* \input{a}, \include{a}, \subfile{a}, \import{dir}{a}, \input a; and macros whose names end so,
 * as books make them for their own folders. */
#define COMMAND "\\\\([a-zA-Z]*(?:input|include|import|subfile|subimport|subincludefrom)\\*?)"
#define ARGUMENTS                                                                                  \
  "(?:\\s*\\[[^\\]\\n]*\\])*\\s*(?:\\{([^{}\\n]*)\\}(?:\\{([^{}\\n]*)\\})?|([\\w./-]+))"

typedef struct
{
  CogContainer *container;
  CogReport *report;
  GRegex *regex;
  GString *text;
  GPtrArray *open; /* const char *: the files that are being expanded */
  GHashTable *used;
  guint n_files;
} Expansion;

static char *
read_file (CogContainer *container, const char *file)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, file, NULL);

  gsize length;

  return bytes != NULL ? cog_html_decode (bytes, NULL, &length, NULL) : NULL;
}

static gboolean
is_tex_name (const char *name)
{
  return g_str_has_suffix (name, ".tex") || g_str_has_suffix (name, ".ltx");
}

gboolean
cog_tex_folder_is_one (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_tex_name (names[i]))
      return TRUE;
  return FALSE;
}

/* The file that an argument means, as TeX looks for it: with its ending or without, from the folder
 * of the file that asks or from the top. (transfer none) (nullable) */
static const char *
find_file (CogContainer *container, const char *base, const char *folder, const char *name)
{
  static const char *const endings[] = { ".tex", "", ".ltx" };
  const char *const bases[] = { base, NULL };

  for (guint b = 0; b < G_N_ELEMENTS (bases); b++)
    for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
      {
        g_autofree char *reference = g_strconcat (
            folder != NULL ? folder : "",
            folder != NULL && folder[0] != '\0' && !g_str_has_suffix (folder, "/") ? "/" : "", name,
            endings[e], NULL);
        g_autofree char *escaped = g_uri_escape_string (reference, "/", TRUE);
        const char *found = cog_container_resolve (container, bases[b], escaped);

        if (found != NULL && (is_tex_name (found) || endings[e][0] == '\0'))
          return found;
      }
  return NULL;
}

/* A file that may be read on its own has a head of its own, which does not belong to the whole. */
static char *
dup_body (const char *text)
{
  const char *begin = strstr (text, "\\begin{document}");
  const char *end = begin != NULL ? strstr (begin, "\\end{document}") : NULL;

  if (strstr (text, "\\documentclass") == NULL || begin == NULL)
    return g_strdup (text);
  begin += strlen ("\\begin{document}");
  return end != NULL ? g_strndup (begin, (gsize)(end - begin)) : g_strdup (begin);
}

static gboolean
is_open (Expansion *x, const char *file)
{
  return g_ptr_array_find_with_equal_func (x->open, file, g_str_equal, NULL);
}

static void expand (Expansion *x, const char *file, const char *text);

static gboolean
expand_file (Expansion *x, const char *file)
{
  g_autofree char *whole = NULL;
  g_autofree char *body = NULL;

  if (x->open->len >= MAX_DEPTH || x->n_files >= MAX_FILES || x->text->len >= MAX_TEXT ||
      is_open (x, file))
    return FALSE;
  whole = read_file (x->container, file);
  if (whole == NULL)
    return FALSE;
  x->n_files++;
  g_hash_table_add (x->used, (gpointer)file);
  body = dup_body (whole);
  expand (x, file, body);
  g_string_append_c (x->text, '\n');
  return TRUE;
}

static gboolean
is_standard (const char *command)
{
  static const char *const names[] = { "input", "include", "subfile", "import", "subimport", NULL };

  return g_strv_contains (names, command);
}

/* Whether the command was one, and is done with. */
static gboolean
follow (Expansion *x, const char *file, GMatchInfo *match)
{
  g_autofree char *command = g_match_info_fetch (match, 1);
  g_autofree char *first = g_match_info_fetch (match, 2);
  g_autofree char *second = g_match_info_fetch (match, 3);
  g_autofree char *bare = g_match_info_fetch (match, 4);
  gboolean has_two = second != NULL && second[0] != '\0';
  const char *name = has_two ? second : first != NULL && first[0] != '\0' ? first : bare;
  const char *found;

  if (name == NULL || name[0] == '\0' ||
      (bare != NULL && bare[0] != '\0' && !g_str_equal (command, "input")))
    return FALSE;
  found = find_file (x->container, file, has_two ? first : NULL, name);
  if (found != NULL && expand_file (x, found))
    return TRUE;
  if (!is_standard (command))
    return FALSE;
  cog_report_add (x->report, &cog_finding_missing_file, file, name, NULL);
  return TRUE;
}

static void
expand_line (Expansion *x, const char *file, const char *line, const char *end)
{
  const char *comment = cog_tex_find_comment (line, end);
  g_autofree char *text = g_strndup (line, (gsize)(comment - line));
  g_autoptr (GMatchInfo) match = NULL;
  int done = 0;

  g_regex_match (x->regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      int from = 0, to = 0;

      g_match_info_fetch_pos (match, 0, &from, &to);
      g_string_append_len (x->text, text + done, from - done);
      if (!follow (x, file, match))
        g_string_append_len (x->text, text + from, to - from);
      done = to;
      g_match_info_next (match, NULL);
    }
  g_string_append (x->text, text + done);
  g_string_append_len (x->text, comment, end - comment);
}

static void
expand (Expansion *x, const char *file, const char *text)
{
  g_ptr_array_add (x->open, (gpointer)file);
  for (const char *line = text; *line != '\0' && x->text->len < MAX_TEXT;)
    {
      const char *end = line + strcspn (line, "\n");

      expand_line (x, file, line, end);
      if (*end != '\0')
        g_string_append_c (x->text, '\n');
      line = *end != '\0' ? end + 1 : end;
    }
  g_ptr_array_set_size (x->open, (int)x->open->len - 1);
}

static char *
expand_all (CogContainer *container, const char *file, CogReport *report, guint *n_files)
{
  Expansion x = { container, report };
  g_autofree char *text = read_file (container, file);

  if (text == NULL)
    return NULL;
  x.regex = g_regex_new (COMMAND ARGUMENTS, G_REGEX_OPTIMIZE, 0, NULL);
  x.text = g_string_new (NULL);
  x.open = g_ptr_array_new ();
  x.used = g_hash_table_new (g_str_hash, g_str_equal);
  expand (&x, file, text);
  if (n_files != NULL)
    *n_files = g_hash_table_size (x.used);
  g_regex_unref (x.regex);
  g_ptr_array_unref (x.open);
  g_hash_table_unref (x.used);
  return g_string_free (x.text, FALSE);
}

char *
cog_tex_folder_expand (CogContainer *container, const char *file, CogReport *report)
{
  g_return_val_if_fail (container != NULL && file != NULL, NULL);
  return expand_all (container, file, report, NULL);
}

const char *
cog_tex_folder_find_main (CogContainer *container)
{
  const char *const *names = cog_container_get_names (container);
  const char *best = NULL;
  gboolean has_head = FALSE;
  guint most = 0;

  for (guint i = 0; names[i] != NULL && i < MAX_TRIED; i++)
    {
      g_autofree char *text = is_tex_name (names[i]) ? read_file (container, names[i]) : NULL;
      g_autofree char *whole = NULL;
      guint n_files = 0;

      if (text == NULL)
        continue;
      if (best == NULL)
        best = names[i];
      if (strstr (text, "\\documentclass") == NULL)
        continue;
      whole = expand_all (container, names[i], NULL, &n_files);
      /* A file that says it is part of another comes after one that does not. */
      n_files = 2 * n_files + (strstr (text, "{subfiles}") == NULL ? 1 : 0);
      if (n_files > most || !has_head)
        {
          has_head = TRUE;
          best = names[i];
          most = n_files;
        }
    }
  return best;
}
