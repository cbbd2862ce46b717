/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-jats.h"

#include "cog-asset-rights.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-item-rights.h"
#include "cog-jats.h"
#include "cog-language-of-text.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 8000   /* bytes looked at: document types of publishers are long */
#define MAX_TRIED 8 /* files of a package that are looked into */

/* Behind the XML declaration, comments and the document type, whose internal subset may hold what
 * looks like elements. (nullable) */
static const char *
find_root (const char *text)
{
  while (text != NULL)
    {
      text = strchr (text, '<');
      if (text == NULL)
        return NULL;
      if (g_str_has_prefix (text, "<!--"))
        text = strstr (text, "-->");
      else if (g_str_has_prefix (text, "<?"))
        text = strstr (text, "?>");
      else if (g_str_has_prefix (text, "<!"))
        {
          const char *end = strchr (text, '>');
          const char *subset = strchr (text, '[');

          text = subset != NULL && end != NULL && subset < end ? strstr (subset, "]") : end;
        }
      else
        return text + 1;
      text = text != NULL ? text + 1 : NULL;
    }
  return NULL;
}

static gboolean
begins_with_name (const char *text, const char *name)
{
  return g_str_has_prefix (text, name) && strchr (" \t\r\n>/", text[strlen (name)]) != NULL;
}

/* DocBook and HTML have an article too: it is JATS by its document type (of JATS, or of NLM before
 * it had the name), by what only JATS writes on it, or by front matter that is its first child. */
gboolean
cog_jats_is_article (GBytes *bytes)
{
  static const char *const signs[] = { "//DTD JATS",       "JATS-",
                                       "-//NLM//DTD",      "jats.nlm.nih.gov",
                                       "dtds.nlm.nih.gov", NULL };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = NULL;
  const char *root;

  if (data == NULL)
    return FALSE;
  head = g_strndup (data, MIN (size, HEAD));
  root = find_root (head);
  if (root == NULL)
    return FALSE;
  if (begins_with_name (root, "pmc-articleset"))
    return TRUE;
  if (!begins_with_name (root, "article"))
    return FALSE;
  for (guint i = 0; signs[i] != NULL; i++)
    if (strstr (head, signs[i]) != NULL)
      return TRUE;
  return strstr (root, "<front>") != NULL || strstr (root, "<article-meta") != NULL;
}

static gboolean
may_hold_article (const char *name)
{
  const char *slash = strchr (name, '/');

  return (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".nxml")) &&
         !g_str_has_prefix (name, "META-INF/") &&
         (slash == NULL || strchr (slash + 1, '/') == NULL);
}

/* The articles of a package: a zip, or a folder, with the pictures beside them. (transfer full)
 * (element-type utf8) */
static GPtrArray *
list_articles (CogContainer *container)
{
  const char *const *names = cog_container_get_names (container);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  guint n_tried = 0;

  for (guint i = 0; names[i] != NULL && n_tried < MAX_TRIED; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!may_hold_article (names[i]))
        continue;
      n_tried++;
      bytes = cog_container_read (container, names[i], NULL);
      if (bytes != NULL && cog_jats_is_article (bytes))
        g_ptr_array_add (found, g_strdup (names[i]));
    }
  return found;
}

static gboolean
has_candidate (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (may_hold_article (names[i]))
      return TRUE;
  return FALSE;
}

/* The source's own container is made with a report when it is read, and only once. */
static CogContainer *
open_for_look (CogSource *source)
{
  CogContainer *container;

  if (!cog_source_is_folder (source))
    return cog_container_new_for_zip (cog_source_get_bytes (source), cog_source_get_name (source),
                                      NULL, NULL, NULL);
  container = cog_source_get_container (source, NULL, NULL, NULL);
  return container != NULL ? g_object_ref (container) : NULL;
}

static int
bid (CogSource *source)
{
  g_autoptr (CogContainer) container = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    return cog_jats_is_article (cog_source_get_bytes (source)) ? 95 : 0;
  if (!has_candidate (source))
    return 0;
  container = open_for_look (source);
  if (container == NULL)
    return 0;
  articles = list_articles (container);
  return articles->len > 0 ? 90 : 0;
}

static char *
find_file (CogSource *source, CogContainer *container, CogReport *report)
{
  g_autoptr (GPtrArray) articles = NULL;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    return g_strdup (cog_container_get_names (container)[0]);
  articles = list_articles (container);
  for (guint i = 1; i < articles->len; i++)
    cog_report_add (report, &cog_finding_other_books, NULL, g_ptr_array_index (articles, i), NULL);
  return articles->len > 0 ? g_strdup (g_ptr_array_index (articles, 0)) : NULL;
}

/* What PMC answers may hold several articles: the first is taken. */
static xmlNode *
find_article (xmlDoc *document, const CogJatsContext *context)
{
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *article;

  if (!cog_xml_is (root, NULL, "pmc-articleset"))
    return root;
  article = cog_xml_find_child (root, NULL, "article");
  for (xmlNode *n = article != NULL ? cog_xml_next_element (article) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    cog_report_add (context->report, &cog_finding_sub_article_left_out, context->file,
                    (const char *)n->name, NULL);
  return article;
}

static void
take_article (xmlNode *article, const CogJatsContext *context, CogSection *section)
{
  g_autoptr (xmlDoc) page = NULL;

  cog_jats_choose_language (article, context);
  cog_jats_read_metadata (article, context);
  section->title = g_strdup (context->book->credit->title);
  page = cog_jats_to_xhtml (article, context);
  /* The normalizer knows small capitals by how they look, not by a word for them. */
  cog_normalizer_add_css (context->normalizer, context->file,
                          ".smallcaps { font-variant: small-caps }");
  cog_normalizer_take (context->normalizer, context->file, xmlDocGetRootElement (page), section);
  cog_normalizer_finish (context->normalizer);
  cog_item_rights_settle (context->book);
  cog_evidence_take_credits (context->book, section);
}

static gboolean
read_article (const CogJatsContext *context, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (context->container, context->file, error);
  g_autofree char *fault = NULL;
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_xml_parse_damaged (bytes, context->file, context->report, &fault, error)
                    : NULL;
  xmlNode *article = document != NULL ? find_article (document, context) : NULL;
  CogSection *section;

  if (document == NULL)
    return FALSE;
  if (fault != NULL)
    cog_report_add (context->report, &cog_finding_damaged, NULL, fault, NULL);
  if (!cog_xml_is (article, NULL, "article"))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no article in it."),
                   context->file);
      return FALSE;
    }
  section = cog_section_new ("article", NULL);
  section->origin = g_strdup (context->file);
  g_ptr_array_add (context->book->sections, section);
  cog_normalizer_declare (context->normalizer, context->file, "article");
  take_article (article, context, section);
  return TRUE;
}

static CogBook *
read_jats (CogSource *source,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogContainer *container = cog_source_get_container (source, report, cancellable, error);
  g_autofree char *file = container != NULL ? find_file (source, container, report) : NULL;
  CogJatsContext context = { NULL };
  gboolean ok;

  if (container == NULL)
    return NULL;
  if (file == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no article in it."),
                   cog_source_get_name (source));
      return NULL;
    }
  context.book = cog_book_new ();
  context.container = container;
  context.normalizer = cog_normalizer_new (context.book, container, report);
  context.report = report;
  context.options = cog_source_get_options (source);
  context.file = file;
  cog_progress_tell (progress, 0.1, _ ("Reading the article…"));
  ok = read_article (&context, error);
  cog_normalizer_free (context.normalizer);
  if (!ok)
    {
      cog_book_free (context.book);
      return NULL;
    }
  cog_language_of_text_settle (context.book, report);
  context.book->credit->language = g_strdup (context.book->language);
  cog_book_identify (context.book, report);
  cog_asset_rights_read (context.book, cancellable);
  return context.book;
}

static const char *const extensions[] = { "xml", "nxml", "zip", NULL };
static const char *const media_types[] = { "application/xml", "text/xml", "application/jats+xml",
                                           NULL };

const CogReader cog_reader_jats = {
  .id = "jats",
  .name = N_ ("Journal article (JATS)"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_jats,
};
