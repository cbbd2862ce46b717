/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown.h"

#include "cog-html.h"
#include "cog-reader-findings.h"

#include <string.h>

#define MAX_LIST 500000 /* bytes */

/* Files in which the programs that make books and sites of Markdown keep the order of chapters. */
static const struct
{
  const char *name;
  const char *root;   /* key below which the book is described; NULL: the top */
  const char *title;  /* key of the title where it is not "title" (nullable) */
  const char *folder; /* where the chapters lie, from the list (nullable) */
} lists[] = {
  { "SUMMARY.md", NULL, NULL, NULL },
  { "src/SUMMARY.md", NULL, NULL, NULL },
  { "_quarto.yml", "book", NULL, NULL },
  { "_bookdown.yml", NULL, NULL, NULL },
  { "_toc.yml", NULL, NULL, NULL },
  { "myst.yml", "project", NULL, NULL },
  { "mkdocs.yml", NULL, "site_name", "docs/" },
  { "mkdocs.yaml", NULL, "site_name", "docs/" },
  { "config.yaml", NULL, NULL, NULL },
};

static char *
read_list (CogContainer *container, const char *file)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, file, NULL);
  gsize length;
  gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  return size > 0 && size < MAX_LIST ? cog_html_decode (bytes, NULL, &length, NULL) : NULL;
}

/* A chapter's file: as it is named, with the extension that lists of Jupyter Book leave out, and in
 * the folder that the program takes for granted. */
static const char *
find_chapter (CogContainer *container, const char *list, const char *folder, const char *name)
{
  static const char *const endings[] = { "", ".md", ".qmd", ".Rmd", ".markdown" };
  static const char *const folders[] = { "", "episodes/", "learners/" };
  gsize n_endings = g_str_has_suffix (list, ".md") ? 1 : G_N_ELEMENTS (endings);

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    for (guint e = 0; e < n_endings; e++)
      {
        g_autofree char *plain =
            g_strconcat (folder != NULL && f == 0 ? folder : folders[f], name, endings[e], NULL);
        const char *found = cog_container_resolve (container, list, plain);

        if (found != NULL && cog_markdown_has_name (found) && !g_str_equal (found, list))
          return found;
      }
  return NULL;
}

static void
add_once (GPtrArray *ordered, const char *file)
{
  if (file != NULL && !g_ptr_array_find (ordered, file, NULL))
    g_ptr_array_add (ordered, (gpointer)file);
}

/* "- chapter.md", "- Title: chapter.md", "- file: chapter", "rmd_files: ["a.Rmd", "b.Rmd"]", and
 * "* [Title](chapter.md)": whatever on a line names a file that is there. */
static void
scan_list (CogContainer *container,
           const char *list,
           const char *folder,
           const char *text,
           GPtrArray *ordered)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\"'[](),<>", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && words[i][0] != '#' && strlen (words[i]) < 300)
      add_once (ordered, find_chapter (container, list, folder, words[i]));
}

/* The lines below "book:", moved to the margin. (transfer full) (nullable) */
static char *
dup_below (const char *text, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *head = g_strconcat (key, ":", NULL);
  GString *below = NULL;
  gsize indent = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize own = strspn (lines[i], " ");

      if (below == NULL && g_str_has_prefix (lines[i], head))
        below = g_string_new (NULL);
      else if (below != NULL && own == 0 && lines[i][0] != '\0' && lines[i][0] != '\r')
        break;
      else if (below != NULL)
        {
          if (indent == 0)
            indent = own;
          g_string_append_printf (below, "%s\n", lines[i] + MIN (own, indent));
        }
    }
  return below != NULL ? g_string_free (below, FALSE) : NULL;
}

static void
read_title (const char *text, const char *key, char **title)
{
  g_autofree char *pattern = g_strdup_printf ("^%s:[ \\t]*[\"']?(.*?)[\"']?[ \\t\\r]*$", key);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (*title == NULL && g_regex_match (regex, text, 0, &match))
    *title = g_match_info_fetch (match, 1);
}

static void
read_settings (
    const char *text, const char *file, const char *root, CogBook *book, CogReport *report)
{
  g_autofree char *below = root != NULL ? dup_below (text, root) : NULL;

  cog_front_matter_read_block (below != NULL ? below : text, file, book, report,
                               &book->credit->title);
  if (below != NULL)
    cog_front_matter_read_block (text, file, book, report, &book->credit->title);
}

static void
keep_order (GPtrArray *files, GPtrArray *ordered, const char *list, CogReport *report)
{
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);

      if (!g_ptr_array_find (ordered, file, NULL) && !g_str_equal (file, list))
        cog_report_add (report, &cog_finding_not_listed, list, file, NULL);
    }
  g_ptr_array_set_size (files, 0);
  g_ptr_array_extend (files, ordered, NULL, NULL);
}

void
cog_markdown_order (CogContainer *container, GPtrArray *files, CogBook *book, CogReport *report)
{
  g_return_if_fail (container != NULL && files != NULL && book != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *list = cog_container_find_shallow (container, lists[i].name);
      g_autofree char *text = list != NULL ? read_list (container, list) : NULL;
      g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

      if (text == NULL)
        continue;
      if (!g_str_has_suffix (list, ".md"))
        {
          if (lists[i].title != NULL)
            read_title (text, lists[i].title, &book->credit->title);
          read_settings (text, list, lists[i].root, book, report);
        }
      scan_list (container, list, lists[i].folder, text, ordered);
      if (ordered->len < 2)
        continue;
      keep_order (files, ordered, list, report);
      return;
    }
}
