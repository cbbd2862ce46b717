/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-h5p.h"

#include "cog-error.h"
#include "cog-h5p-private.h"
#include "cog-json-depth.h"
#include "cog-language.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PACKAGE "h5p.json"
#define CONTENT "content/content.json"
#define MAX_JSON (32u << 20) /* bytes: texts only; what is larger was not written by people */

static gboolean
has_name (const char *const *names, const char *name)
{
  return names != NULL && g_strv_contains (names, name);
}

/* H5P's specification asks for both files at the root. */
static int
bid (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);

  return has_name (names, PACKAGE) && has_name (names, CONTENT) ? 95 : 0;
}

/* (transfer full) (nullable) */
static JsonNode *
read_json (CogContainer *container, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, name, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  const char *data;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size > MAX_JSON)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: %s is too large."),
                   cog_container_get_display_name (container), name);
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    data += 3, size -= 3;
  text = g_utf8_make_valid (data != NULL ? data : "", (gssize)size);
  if (!cog_json_is_shallow (text) || !json_parser_load_from_data (parser, text, -1, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: 1 is a file's name, 2 the name of a file inside it. */
                   _ ("%1$s: is damaged: %2$s cannot be read."),
                   cog_container_get_display_name (container), name);
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

/* One page to be made: a slide, a chapter, or all there is. */
typedef struct
{
  CogSection *section;
  JsonObject *object;
  CogH5pConvert convert; /* NULL: object is a content with a library */
} Page;

typedef struct
{
  CogH5pWalk walk;
  JsonObject *package;
  JsonObject *content;
  JsonObject *whole; /* (nullable): the content as one of a library, where it is one page */
  GArray *pages;
} Reading;

static void
add_page (Reading *r, JsonObject *object, CogH5pConvert convert, const char *title)
{
  g_autofree char *id = g_strdup_printf ("page-%u", r->pages->len + 1);
  g_autofree char *words = cog_made_page_dup_words (title);
  Page page = { cog_section_new (id, words[0] != '\0' ? words : NULL), object, convert };

  /* Paths in the content count from its folder: a name in it for each page. */
  page.section->origin = g_strdup_printf ("content/%s", id);
  cog_normalizer_declare (r->walk.normalizer, page.section->origin, id);
  g_ptr_array_add (r->walk.book->sections, page.section);
  g_array_append_val (r->pages, page);
}

static void
add_slides (Reading *r)
{
  JsonArray *slides = cog_h5p_get_array (cog_h5p_get_object (r->content, "presentation"), "slides");

  for (guint i = 0; i < cog_h5p_count (slides); i++)
    {
      JsonObject *slide = cog_h5p_get_object_at (slides, i);
      JsonArray *keywords = cog_h5p_get_array (slide, "keywords");
      const char *keyword = cog_h5p_count (keywords) > 0
                                ? cog_h5p_get_string (cog_h5p_get_object_at (keywords, 0), "main")
                                : NULL;
      /* Translators: a slide of a presentation that has no title */
      g_autofree char *number = g_strdup_printf (_ ("Slide %u"), i + 1);

      if (slide != NULL)
        add_page (r, slide, cog_h5p_convert_slide,
                  keyword != NULL && keyword[0] != '\0' ? keyword : number);
    }
}

static void
add_chapters (Reading *r)
{
  JsonArray *chapters = cog_h5p_get_array (r->content, "chapters");
  JsonObject *cover = cog_h5p_get_object (r->content, "bookCover");

  if (cover != NULL && cog_h5p_get_boolean (r->content, "showCoverPage"))
    add_page (r, cover, cog_h5p_convert_unknown, cog_h5p_get_string (r->package, "title"));
  for (guint i = 0; i < cog_h5p_count (chapters); i++)
    {
      JsonObject *chapter = cog_h5p_get_object_at (chapters, i);

      if (chapter != NULL)
        add_page (r, chapter, NULL,
                  cog_h5p_get_string (cog_h5p_get_object (chapter, "metadata"), "title"));
    }
}

static void
list_pages (Reading *r)
{
  const char *library = cog_h5p_get_string (r->package, "mainLibrary");

  if (g_strcmp0 (library, "H5P.CoursePresentation") == 0)
    add_slides (r);
  else if (g_strcmp0 (library, "H5P.InteractiveBook") == 0)
    add_chapters (r);
  if (r->pages->len > 0)
    return;
  r->whole = json_object_new ();
  json_object_set_string_member (r->whole, "library", library != NULL ? library : "?");
  json_object_set_object_member (r->whole, "params", json_object_ref (r->content));
  add_page (r, r->whole, NULL, cog_h5p_get_string (r->package, "title"));
}

static void
take_page (Reading *r, const Page *page)
{
  xmlNode *body;
  g_autoptr (xmlDoc) document = cog_made_page_new (&body);

  r->walk.file = page->section->origin;
  r->walk.level = 2;
  r->walk.depth = 0;
  if (page->convert == NULL)
    cog_made_page_add_heading (body, 1, page->section->title);
  if (page->convert != NULL)
    page->convert (&r->walk, page->object, body);
  else
    cog_h5p_convert (&r->walk, page->object, body);
  cog_made_page_take (document, r->walk.file, r->walk.book, r->walk.container, r->walk.normalizer,
                      page->section, r->walk.report);
}

static void
read_language (CogBook *book, JsonObject *package)
{
  const char *language = cog_h5p_get_string (package, "language");

  if (language == NULL || language[0] == '\0' || g_str_equal (language, "und"))
    language = cog_h5p_get_string (package, "defaultLanguage");
  if (language != NULL && language[0] != '\0' && !g_str_equal (language, "und"))
    book->language = cog_language_canonicalise (language);
}

static gboolean
read_pages (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  read_language (r->walk.book, r->package);
  cog_h5p_read_metadata (r->walk.book, r->package, r->walk.report);
  list_pages (r);
  for (guint i = 0; i < r->pages->len; i++)
    {
      cog_progress_tell (progress, (double)i / r->pages->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      take_page (r, &g_array_index (r->pages, Page, i));
    }
  cog_reader_html_finish (r->walk.book, r->walk.normalizer, r->walk.report, cancellable);
  return TRUE;
}

static CogBook *
read_h5p (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  CogContainer *container = cog_source_get_container (source, report, cancellable, error);
  g_autoptr (JsonNode) package = container != NULL ? read_json (container, PACKAGE, error) : NULL;
  g_autoptr (JsonNode) content = package != NULL ? read_json (container, CONTENT, error) : NULL;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (Page));
  Reading r = { .pages = pages };
  gboolean ok;

  if (content == NULL)
    return NULL;
  r.package = json_node_get_object (package);
  r.content = json_node_get_object (content);
  r.walk.book = cog_book_new ();
  r.walk.container = container;
  r.walk.report = report;
  r.walk.normalizer = cog_normalizer_new (r.walk.book, container, report);
  ok = read_pages (&r, progress, cancellable, error);
  cog_normalizer_free (r.walk.normalizer);
  g_clear_pointer (&r.whole, json_object_unref);
  if (!ok)
    g_clear_pointer (&r.walk.book, cog_book_free);
  return r.walk.book;
}

static const char *const extensions[] = { "h5p", NULL };
static const char *const media_types[] = { "application/zip", NULL };

const CogReader cog_reader_h5p = {
  .id = "h5p",
  .name = N_ ("H5P content"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_h5p,
  .n_levels = -1,
};
