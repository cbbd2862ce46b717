/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-pressbooks.h"

#include "cog-container-parts.h"
#include "cog-reader-findings.h"
#include "cog-reader-html.h"
#include "cog-vocabulary.h"
#include "cog-wxr.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 8000 /* bytes looked at: a long comment stands first */
#define GLOSSARY "glossary.html"

/* An RSS feed whose namespace is that of WordPress's exports. */
static int
bid (CogSource *source)
{
  gsize size;
  const char *data;
  g_autofree char *head = NULL;

  if (cog_source_is_folder (source) || cog_source_is_zip (source))
    return 0;
  data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  head = data != NULL ? g_strndup (data, MIN (size, HEAD)) : g_strdup ("");
  return strstr (head, "<rss") != NULL && strstr (head, "wordpress.org/export/") != NULL ? 95 : 0;
}

static gboolean
has_type (const CogWxr *wxr, const char *type)
{
  for (guint i = 0; i < wxr->posts->len; i++)
    if (cog_wxr_is_type (g_ptr_array_index (wxr->posts, i), type))
      return TRUE;
  return FALSE;
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const CogWxrPost *first = *(const CogWxrPost *const *)a;
  const CogWxrPost *second = *(const CogWxrPost *const *)b;
  gint64 x = first->id != NULL ? g_ascii_strtoll (first->id, NULL, 10) : 0;
  gint64 y = second->id != NULL ? g_ascii_strtoll (second->id, NULL, 10) : 0;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return (x > y) - (x < y);
}

/* What a reader of the site sees, or of its e-book: "private" is in the e-book only. */
static gboolean
is_published (const CogWxr *wxr, const CogWxrPost *post)
{
  static const char *const states[] = { "publish", "private", "web-only", NULL };

  if (post->status == NULL || g_strv_contains (states, post->status))
    return TRUE;
  if (!g_str_equal (post->status, "trash") && !g_str_equal (post->status, "auto-draft") &&
      !g_str_equal (post->status, "inherit"))
    cog_report_add (wxr->report, &cog_finding_wxr_draft, wxr->name, post->title, NULL);
  return FALSE;
}

/* (transfer container) */
static GPtrArray *
list_posts (const CogWxr *wxr, const char *type, const char *parent)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < wxr->posts->len; i++)
    {
      CogWxrPost *post = g_ptr_array_index (wxr->posts, i);

      if (cog_wxr_is_type (post, type) &&
          (parent == NULL || g_strcmp0 (post->parent, parent) == 0) && post->section == NULL &&
          is_published (wxr, post))
        g_ptr_array_add (list, post);
    }
  g_ptr_array_sort (list, compare_posts);
  return list;
}

static const char *
find_section_type (const CogWxrPost *post)
{
  static const struct
  {
    const char *kind, *type;
  } kinds[] = {
    { "acknowledgements", "acknowledgments" },
    { "about-the-author", "contributors" },
    { "abstracts", "abstract" },
    { "authors-note", "author-note" },
    { "notes", "endnotes" },
    { "title-page", "titlepage" },
    { "suggested-citation", "imprint" },
  };

  for (guint i = 0; post->kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (post->kind, kinds[i].kind))
      return kinds[i].type;
  if (post->kind != NULL && cog_vocabulary_has_type (post->kind))
    return post->kind;
  if (cog_wxr_is_type (post, "part"))
    return "part";
  return cog_wxr_is_type (post, "chapter") ? "chapter" : NULL;
}

static void
add_section (CogWxr *wxr, CogWxrPost *post, GPtrArray *siblings)
{
  g_autofree char *id = g_strdup_printf ("post-%s", post->id != NULL ? post->id : "0");
  g_autofree char *title = cog_made_page_dup_words (post->title);

  for (guint n = 2; cog_book_find_section (wxr->book, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("post-%s-%u", post->id != NULL ? post->id : "0", n);
    }
  post->section = cog_section_new (id, title[0] != '\0' ? title : NULL);
  post->section->type = g_strdup (find_section_type (post));
  post->file = g_strconcat (id, ".html", NULL);
  post->section->origin = g_strdup (post->file);
  g_ptr_array_add (siblings, post->section);
}

static void
add_all (CogWxr *wxr, const char *type, const char *parent, GPtrArray *siblings)
{
  g_autoptr (GPtrArray) posts = list_posts (wxr, type, parent);

  for (guint i = 0; i < posts->len; i++)
    add_section (wxr, g_ptr_array_index (posts, i), siblings);
}

/* Front matter, parts with their chapters, back matter; of a site that is no book its pages and
 * posts. */
static void
make_sections (CogWxr *wxr)
{
  GPtrArray *sections = wxr->book->sections;
  g_autoptr (GPtrArray) parts = NULL;

  if (!has_type (wxr, "chapter") && !has_type (wxr, "front-matter"))
    {
      add_all (wxr, "page", NULL, sections);
      add_all (wxr, "post", NULL, sections);
      return;
    }
  add_all (wxr, "front-matter", NULL, sections);
  parts = list_posts (wxr, "part", NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      CogWxrPost *part = g_ptr_array_index (parts, i);

      add_section (wxr, part, sections);
      add_all (wxr, "chapter", part->id, part->section->children);
    }
  add_all (wxr, "chapter", NULL, sections);
  add_all (wxr, "back-matter", NULL, sections);
}

/* The names under which posts link to each other. */
static gboolean
make_container (CogWxr *wxr, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (guint i = 0; i < wxr->posts->len; i++)
    {
      CogWxrPost *post = g_ptr_array_index (wxr->posts, i);
      g_autofree char *path = NULL;

      if (post->section == NULL)
        continue;
      g_ptr_array_add (names, post->file);
      g_ptr_array_add (bytes, g_bytes_new_static ("", 0));
      path = cog_wxr_dup_path (post->link);
      if (path != NULL)
        g_hash_table_insert (wxr->by_path, g_steal_pointer (&path), post);
    }
  g_ptr_array_add (names, GLOSSARY);
  g_ptr_array_add (bytes, g_bytes_new_static ("", 0));
  wxr->container = cog_container_new_for_parts (wxr->name, names, bytes, wxr->report, error);
  return wxr->container != NULL;
}

static void
take_post (CogWxr *wxr, const CogWxrPost *post)
{
  xmlNode *body;
  g_autoptr (xmlDoc) page = cog_made_page_new (&body);
  g_autofree char *html = cog_wxr_dup_html (wxr, post);
  const char *subtitle = cog_wxr_get_meta (post, "pb_subtitle");

  if (html[strspn (html, " \t\r\n")] == '\0')
    return;
  cog_made_page_add_heading (body, 1, post->section->title);
  if (subtitle != NULL)
    {
      g_autofree char *words = cog_made_page_dup_words (subtitle);

      cog_made_page_add_words (body, "p", words);
    }
  cog_made_page_add_html (body, html, wxr->report);
  cog_wxr_mend_links (wxr, body);
  cog_wxr_take_picture_credits (wxr, post, body);
  cog_made_page_take (page, post->file, wxr->book, wxr->container, wxr->normalizer, post->section,
                      wxr->report);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const CogWxrPost *first = *(const CogWxrPost *const *)a;
  const CogWxrPost *second = *(const CogWxrPost *const *)b;

  return g_utf8_collate (first->title != NULL ? first->title : "",
                         second->title != NULL ? second->title : "");
}

/* The book's own page for the terms, which is left empty for the site to fill; else a new one. */
static CogSection *
find_glossary (CogWxr *wxr)
{
  CogSection *section;

  for (guint i = 0; i < wxr->posts->len; i++)
    {
      const CogWxrPost *post = g_ptr_array_index (wxr->posts, i);

      if (post->section != NULL && g_strcmp0 (post->section->type, "glossary") == 0)
        return post->section;
    }
  section = cog_section_new ("glossary", _ ("Glossary"));
  section->type = g_strdup ("glossary");
  section->origin = g_strdup (GLOSSARY);
  g_ptr_array_add (wxr->book->sections, section);
  return section;
}

static void
take_glossary (CogWxr *wxr, CogSection *section, GPtrArray *terms)
{
  xmlNode *body, *list;
  g_autoptr (xmlDoc) page = cog_made_page_new (&body);

  if (cog_section_get_root (section) == NULL)
    cog_made_page_add_heading (body, 1, section->title);
  list = cog_made_page_add (body, "dl", NULL, "glossary");
  for (guint i = 0; i < terms->len; i++)
    {
      const CogWxrPost *term = g_ptr_array_index (terms, i);
      g_autofree char *id = g_strdup_printf ("term-%s", term->id);
      g_autofree char *words = cog_made_page_dup_words (term->title);
      xmlNode *name = cog_made_page_add_words (list, "dt", words);

      if (name == NULL)
        continue;
      cog_xml_set (name, "id", id);
      cog_made_page_add_html (cog_made_page_add (list, "dd", NULL, NULL), term->content,
                              wxr->report);
    }
  cog_made_page_take (page, GLOSSARY, wxr->book, wxr->container, wxr->normalizer, section,
                      wxr->report);
}

/* Sections have their ids for sure only now. */
static void
give_credits (CogWxr *wxr, GHashTable *credits)
{
  GHashTableIter iter;
  gpointer id, credit;

  g_hash_table_iter_init (&iter, credits);
  while (g_hash_table_iter_next (&iter, &id, &credit))
    {
      const CogSection *section = cog_book_find_section (wxr->book, id);

      if (section == NULL || cog_section_get_root (section) == NULL)
        continue;
      g_hash_table_iter_steal (&iter);
      ((CogCredit *)credit)->item = id;
      ((CogCredit *)credit)->place = g_strdup (id);
      g_ptr_array_add (wxr->book->credits, credit);
    }
}

static gboolean
take_posts (CogWxr *wxr, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) terms = list_posts (wxr, "glossary", NULL);
  g_autoptr (GHashTable) credits =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_credit_free);
  CogSection *glossary = terms->len > 0 ? find_glossary (wxr) : NULL;

  if (glossary != NULL)
    cog_normalizer_declare (wxr->normalizer, GLOSSARY, glossary->id);
  for (guint i = 0; i < wxr->posts->len; i++)
    {
      const CogWxrPost *post = g_ptr_array_index (wxr->posts, i);

      if (post->section != NULL)
        cog_normalizer_declare (wxr->normalizer, post->file, post->section->id);
    }
  for (guint i = 0; i < wxr->posts->len; i++)
    {
      const CogWxrPost *post = g_ptr_array_index (wxr->posts, i);
      CogCredit *credit = post->section != NULL ? cog_wxr_dup_credit (wxr, post) : NULL;

      cog_progress_tell (progress, (double)i / wxr->posts->len, _ ("Reading pages…"));
      if (credit != NULL)
        g_hash_table_insert (credits, g_strdup (post->section->id), credit);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (post->section != NULL)
        take_post (wxr, post);
    }
  g_ptr_array_sort (terms, compare_titles);
  if (glossary != NULL)
    take_glossary (wxr, glossary, terms);
  cog_reader_html_finish (wxr->book, wxr->normalizer, wxr->report, cancellable);
  give_credits (wxr, credits);
  return TRUE;
}

static gboolean
read_export (CogWxr *wxr,
             GBytes *bytes,
             const CogProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *fault = NULL;
  g_autoptr (xmlDoc) document =
      cog_xml_parse_damaged (bytes, wxr->name, wxr->report, &fault, error);

  if (document == NULL || !cog_wxr_read (wxr, document, error))
    return FALSE;
  if (fault != NULL)
    cog_report_add (wxr->report, &cog_finding_damaged, NULL, fault, NULL);
  cog_wxr_read_metadata (wxr);
  make_sections (wxr);
  if (!make_container (wxr, error))
    return FALSE;
  wxr->normalizer = cog_normalizer_new (wxr->book, wxr->container, wxr->report);
  return take_posts (wxr, progress, cancellable, error);
}

static CogBook *
read_pressbooks (CogSource *source,
                 CogReport *report,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  CogWxr wxr = { .report = report, .name = cog_source_get_name (source) };

  wxr.book = cog_book_new ();
  if (!read_export (&wxr, cog_source_get_bytes (source), progress, cancellable, error))
    g_clear_pointer (&wxr.book, cog_book_free);
  g_clear_pointer (&wxr.normalizer, cog_normalizer_free);
  g_clear_object (&wxr.container);
  cog_wxr_clear (&wxr);
  return wxr.book;
}

static const char *const extensions[] = { "xml", NULL };
static const char *const media_types[] = { "application/rss+xml", "application/xml", NULL };

const CogReader cog_reader_pressbooks = {
  .id = "pressbooks",
  .name = N_ ("Pressbooks or WordPress export"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_pressbooks,
};
