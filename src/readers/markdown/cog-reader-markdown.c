/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-markdown.h"

#include "cog-error.h"
#include "cog-caption.h"
#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-language.h"
#include "cog-markdown.h"
#include "cog-normalizer.h"
#include "cog-reader-findings.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT (64u << 20) /* bytes */

gboolean
cog_markdown_has_name (const char *name)
{
  static const char *const endings[] = { ".md", ".markdown", ".mdown", ".mkd", ".rmd", ".qmd" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* README and LICENSE stand beside a book; they are not in it. */
static gboolean
is_beside (const char *name)
{
  const char *slash = strrchr (name, '/');
  g_autofree char *base = g_ascii_strdown (slash != NULL ? slash + 1 : name, -1);

  return g_str_has_prefix (base, "readme") || g_str_has_prefix (base, "license") ||
         g_str_has_prefix (base, "licence") || g_str_has_prefix (base, "contributing") ||
         g_str_has_prefix (base, "code_of_conduct") || g_str_has_prefix (base, "changelog");
}

static int
bid (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    return cog_markdown_has_name (cog_source_get_name (source)) ? 50 : 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (cog_markdown_has_name (names[i]) && !is_beside (names[i]))
      return 20;
  return 0;
}

typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  GPtrArray *files; /* const char * */
} Reading;

static char *
read_text (Reading *r, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (r->container, file, error);
  gsize size, length;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size > MAX_TEXT)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), file);
      return NULL;
    }
  /* One empty chapter among others is no fault. */
  if (size == 0 && r->files->len > 1)
    return g_strdup ("");
  if (size == 0 || memchr (data, '\0', size) != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   size == 0 ? _ ("%s: is empty.") : _ ("%s: is not a text file."),
                   cog_container_get_display_name (r->container));
      return NULL;
    }
  return cog_html_decode (bytes, NULL, &length, NULL);
}

/* A caption that was written beside its table goes into it. */
static void
place_captions (xmlNode *body)
{
  for (xmlNode *n = body, *next; n != NULL; n = next)
    {
      xmlNode *before, *after, *table;

      next = cog_xml_next_in (body, n);
      if (!cog_xml_is (n, NULL, "p") || !cog_xml_has_word (n, "class", "table-caption"))
        continue;
      for (before = n->prev; before != NULL && before->type != XML_ELEMENT_NODE;)
        before = before->prev;
      after = cog_xml_next_element (n);
      table = cog_xml_is (before, NULL, "table") ? before : after;
      if (!cog_xml_is (table, NULL, "table") || cog_xml_find_child (table, NULL, "caption") != NULL)
        continue;
      next = cog_xml_skip_in (body, n);
      xmlUnlinkNode (n);
      xmlNodeSetName (n, (const xmlChar *)"caption");
      xmlUnsetProp (n, (const xmlChar *)"class");
      if (table->children != NULL)
        xmlAddPrevSibling (table->children, n);
      else
        xmlAddChild (table, n);
    }
}

/* A term or definition of one paragraph is that text. */
static void
open_definitions (xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      xmlNode *p = cog_xml_is (n, NULL, "dt") || cog_xml_is (n, NULL, "dd")
                       ? cog_xml_first_element (n)
                       : NULL;

      if (!cog_xml_is (p, NULL, "p") || cog_xml_next_element (p) != NULL)
        continue;
      while (p->children != NULL)
        {
          xmlNode *child = p->children;

          xmlUnlinkNode (child);
          xmlAddPrevSibling (p, child);
        }
      xmlUnlinkNode (p);
      xmlFreeNode (p);
    }
}

static gboolean
take_file (Reading *r, guint index, GError **error)
{
  const char *file = g_ptr_array_index (r->files, index);
  CogSection *section = g_ptr_array_index (r->book->sections, index);
  g_autofree char *text = read_text (r, file, error);
  g_autofree char *html = NULL;
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *body;

  if (text == NULL)
    return FALSE;
  html = cog_markdown_to_html (text, file, r->container, r->book, r->report, &title);
  bytes = g_bytes_new (html, strlen (html));
  document = cog_html_parse (bytes, "UTF-8", file, r->report, error);
  if (document == NULL)
    return FALSE;
  body = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body");
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *words = cog_xml_is (n, NULL, "p") ? cog_xml_dup_folded_text (n) : NULL;

      if (heading == NULL && cog_xml_is (n, NULL, "h1"))
        heading = cog_xml_dup_folded_text (n);
      if (words != NULL && !cog_caption_is_in_credit (n))
        cog_evidence_scan_text (r->book, r->report, file, "p", words);
    }
  /* What the page says is its title; else what its front matter says. */
  section->title = g_strdup (heading != NULL ? heading
                             : title != NULL ? title
                                             : r->book->credit->title);
  if (r->book->credit->title == NULL)
    r->book->credit->title = g_strdup (title != NULL ? title : section->title);
  place_captions (body);
  open_definitions (body);
  cog_normalizer_take (r->normalizer, file, body, section);
  return TRUE;
}

/* A licence that stands in a file of its own, beside the text or above it. */
static void
read_beside (Reading *r)
{
  static const char *const names[] = { "LICENSE.md",
                                       "LICENSE",
                                       "LICENSE.txt",
                                       "../LICENSE.md",
                                       "../LICENSE",
                                       "../../LICENSE",
                                       "../../LICENSE.md",
                                       "README.original.md",
                                       "../README.original.md",
                                       "../../README.original.md" };
  const char *first = r->files->len > 0 ? g_ptr_array_index (r->files, 0) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *file = cog_container_resolve (r->container, first, names[i]);
      g_autoptr (GBytes) bytes =
          file != NULL ? cog_container_read (r->container, file, NULL) : NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) paragraphs = NULL;
      gsize length;

      if (bytes == NULL || g_bytes_get_size (bytes) > 200000)
        continue;
      text = cog_html_decode (bytes, NULL, &length, NULL);
      paragraphs = g_strsplit (text, "\n\n", 12);
      for (guint p = 0; paragraphs[p] != NULL && p < 10; p++)
        if (strstr (paragraphs[p], "icense") != NULL || strstr (paragraphs[p], "icencia") != NULL ||
            strstr (paragraphs[p], "Creative Commons") != NULL)
          cog_evidence_add (r->book, r->report, COG_EVIDENCE_BESIDE, file, names[i], paragraphs[p],
                            NULL);
      return;
    }
}

/* What a file is ordered by: its name as people count ("2" before "10"); the first page of a folder
 * has the folder's own. (transfer full) */
static char *
dup_key (const char *file)
{
  const char *slash = strrchr (file, '/');
  const char *base = slash != NULL ? slash + 1 : file;
  g_autofree char *stem = g_ascii_strdown (base, (gssize)strcspn (base, "."));
  gboolean is_first = g_str_equal (stem, "index") || g_str_equal (stem, "_index");

  return g_utf8_collate_key_for_filename (file, is_first ? (gssize)(base - file) : -1);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = dup_key (*(const char *const *)a);
  g_autofree char *second = dup_key (*(const char *const *)b);

  return strcmp (first, second);
}

static void
list_files (Reading *r, CogSource *source)
{
  const char *const *names = cog_container_get_names (r->container);

  for (guint i = 0; names[i] != NULL; i++)
    if (cog_markdown_has_name (names[i]) &&
        (!is_beside (names[i]) || (!cog_source_is_folder (source) && !cog_source_is_zip (source))))
      g_ptr_array_add (r->files, (gpointer)names[i]);
  g_ptr_array_sort (r->files, compare_files);
}

/* "fr" of "fr/01-introduction/chapter.md"; NULL where the first folder is no language. */
static char *
dup_language_folder (const char *file)
{
  const char *slash = strchr (file, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (file, slash - file) : NULL;
  g_autofree char *name = NULL;

  if (folder == NULL || strcspn (folder, "-_") != 2 || !cog_language_is_valid (folder))
    return NULL;
  name = cog_language_dup_name (folder, "en");
  return g_str_equal (name, folder) ? NULL : g_steal_pointer (&folder);
}

/* A folder that holds the same text in several languages gives one book, in the language that
 * comes first, English before others: a book has one language. */
static void
keep_one_language (Reading *r)
{
  g_autofree char *kept = NULL;
  guint n_others = 0;

  for (guint i = 0; i < r->files->len; i++)
    {
      g_autofree char *language = dup_language_folder (g_ptr_array_index (r->files, i));

      if (language == NULL)
        return;
      if (kept == NULL || g_str_equal (language, "en"))
        {
          g_free (kept);
          kept = g_steal_pointer (&language);
        }
    }
  for (guint i = r->files->len; i > 0; i--)
    {
      g_autofree char *language = dup_language_folder (g_ptr_array_index (r->files, i - 1));

      if (g_str_equal (language, kept))
        continue;
      g_ptr_array_remove_index (r->files, i - 1);
      n_others++;
    }
  if (kept != NULL && r->book->language == NULL)
    r->book->language = cog_language_canonicalise (kept);
  if (n_others > 0)
    cog_report_add (r->report, &cog_finding_other_languages, NULL, kept, NULL);
}

/* The folder's name, as a last and weak hint: "fr/0005_anansi.md". */
static void
guess_language (Reading *r, CogSource *source)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) parts = NULL;

  if (r->book->language != NULL || cog_source_get_path (source) == NULL)
    return;
  folder = g_path_get_dirname (cog_source_get_path (source));
  parts = g_strsplit (folder, "/", -1);
  for (guint i = g_strv_length (parts), steps = 0; i > 0 && steps < 2; i--, steps++)
    if (strlen (parts[i - 1]) == 2 && cog_language_is_valid (parts[i - 1]))
      {
        g_autofree char *name = cog_language_dup_name (parts[i - 1], "en");

        if (!g_str_equal (name, parts[i - 1]))
          {
            r->book->language = g_strdup (parts[i - 1]);
            return;
          }
      }
}

static gboolean
read_all (Reading *r,
          CogSource *source,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  list_files (r, source);
  keep_one_language (r);
  if (cog_source_is_folder (source) || cog_source_is_zip (source))
    cog_markdown_order (r->container, r->files, r->book, r->report);
  for (guint i = 0; i < r->files->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("text-%u", i + 1);
      CogSection *section = cog_section_new (id, NULL);

      section->origin = g_strdup (g_ptr_array_index (r->files, i));
      g_ptr_array_add (r->book->sections, section);
      cog_normalizer_declare (r->normalizer, section->origin, id);
    }
  for (guint i = 0; i < r->files->len; i++)
    {
      cog_progress_tell (progress, (double)i / r->files->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_file (r, i, error))
        return FALSE;
    }
  read_beside (r);
  guess_language (r, source);
  cog_reader_html_finish (r->book, r->normalizer, r->report, cancellable);
  return TRUE;
}

static CogBook *
read_markdown (CogSource *source,
               CogReport *report,
               const CogProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  Reading r = { NULL };
  gboolean ok;

  /* A single file may name pictures two folders up; nothing else there is looked at. */
  if (!cog_source_is_folder (source) && !cog_source_is_zip (source) &&
      cog_source_get_path (source) != NULL)
    r.container = cog_container_new_for_neighbours (cog_source_get_path (source), 2);
  else
    {
      r.container = cog_source_get_container (source, report, cancellable, error);
      if (r.container == NULL)
        return NULL;
      g_object_ref (r.container);
    }
  r.book = cog_book_new ();
  r.report = report;
  r.normalizer = cog_normalizer_new (r.book, r.container, report);
  r.files = g_ptr_array_new ();
  ok = read_all (&r, source, progress, cancellable, error);
  cog_normalizer_free (r.normalizer);
  g_ptr_array_unref (r.files);
  g_object_unref (r.container);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "md", "markdown", "qmd", "rmd", NULL };
static const char *const media_types[] = { "text/markdown", NULL };

const CogReader cog_reader_markdown = {
  .id = "markdown",
  .name = N_ ("Markdown text"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_markdown,
  .n_levels = 2,
};
