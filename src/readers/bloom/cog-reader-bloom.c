/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-bloom.h"

#include "cog-bloom-private.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-json-depth.h"
#include "cog-language-choice.h"
#include "cog-language.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SIGN "bloomDataDiv"
#define MAX_TRIED 4         /* pages of a package that are looked into */
#define MAX_JSON (2u << 20) /* bytes */

/* The div stands behind the style sheets of the head. */
static gboolean
is_bloom (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return data != NULL && g_strstr_len (data, (gssize)MIN (size, 400000), "id=\"" SIGN "\"") != NULL;
}

static gboolean
may_be_book (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *slash = strchr (name, '/');

  return (g_str_has_suffix (lower, ".htm") || g_str_has_suffix (lower, ".html")) &&
         (slash == NULL || strchr (slash + 1, '/') == NULL);
}

/* (transfer none) (nullable) */
static const char *
find_book (CogContainer *container)
{
  const char *const *names = cog_container_get_names (container);
  guint n_tried = 0;

  for (guint i = 0; names[i] != NULL && n_tried < MAX_TRIED; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!may_be_book (names[i]))
        continue;
      n_tried++;
      bytes = cog_container_read (container, names[i], NULL);
      if (bytes != NULL && is_bloom (bytes))
        return names[i];
    }
  return NULL;
}

/* A book has its page and, since 2014, a file of facts beside it: a look at the names comes before
 * anything is unpacked. */
static gboolean
has_candidate (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);
  gboolean has_page = FALSE, has_facts = FALSE;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      has_page = has_page || may_be_book (names[i]);
      has_facts = has_facts || g_str_has_suffix (names[i], "meta.json");
    }
  return has_page && has_facts;
}

static int
bid (CogSource *source)
{
  g_autoptr (CogContainer) container = NULL;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    return is_bloom (cog_source_get_bytes (source)) ? 92 : 0;
  if (!has_candidate (source))
    return 0;
  if (cog_source_is_folder (source))
    {
      CogContainer *own = cog_source_get_container (source, NULL, NULL, NULL);

      container = own != NULL ? g_object_ref (own) : NULL;
    }
  else
    container = cog_container_new_for_zip (cog_source_get_bytes (source),
                                           cog_source_get_name (source), NULL, NULL, NULL);
  return container != NULL && find_book (container) != NULL ? 92 : 0;
}

static gboolean
is_content_page (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && cog_xml_has_word (node, "class", "bloom-page") &&
         !cog_xml_has_word (node, "class", "bloom-frontMatter") &&
         !cog_xml_has_word (node, "class", "bloom-backMatter") &&
         !cog_xml_has_word (node, "class", "cover");
}

/* How much is written in which language on the pages. (transfer full): tag → letters */
static GHashTable *
count_languages (const xmlNode *root)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *page = NULL;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *language = NULL;
      g_autofree char *text = NULL;

      if (n->type == XML_ELEMENT_NODE && cog_xml_has_word (n, "class", "bloom-page"))
        page = is_content_page (n) ? n : NULL;
      if (page == NULL || n->type != XML_ELEMENT_NODE ||
          !cog_xml_has_word (n, "class", "bloom-editable") ||
          /* Ready-made words of the program come in all its languages. */
          cog_xml_has_word (n->parent, "class", "bloom-ignoreChildrenForBookLanguageList"))
        continue;
      language = cog_xml_dup_attribute (n, "lang");
      text = cog_xml_dup_folded_text (n);
      if (language == NULL || text[0] == '\0' || g_str_equal (language, "z") ||
          g_str_equal (language, "*") || language[0] == '\0')
        continue;
      g_hash_table_insert (
          counts, g_strdup (language),
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, language)) +
                            (guint)strlen (text)));
    }
  return counts;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* In the order of the alphabet. (transfer full) (element-type utf8) */
static GPtrArray *
list_languages (GHashTable *counts)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (tags, g_strdup (key));
  g_ptr_array_sort (tags, compare_strings);
  return tags;
}

static guint
find_commonest (GPtrArray *tags, GHashTable *counts)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < tags->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_ptr_array_index (tags, i)));

      if (n > most)
        best = i;
      most = MAX (n, most);
    }
  return best;
}

/* What was chosen; else the language that the book says is its own, where anything is written in
 * it; else the one that most is written in. (transfer full) */
static char *
choose_language (const CogBloom *bloom, const xmlNode *root, GHashTable *counts)
{
  g_autofree char *own = cog_bloom_dup_field (bloom, "contentLanguage1");
  g_autoptr (GPtrArray) tags = list_languages (counts);
  guint usual;

  if (own == NULL)
    own = cog_xml_dup_attribute (cog_xml_find_child (root, NULL, "body"), "data-l1");
  if (tags->len == 0)
    return own != NULL && own[0] != '\0' ? g_steal_pointer (&own) : g_strdup ("en");
  if (own == NULL || !g_ptr_array_find_with_equal_func (tags, own, g_str_equal, &usual))
    usual = find_commonest (tags, counts);
  usual = cog_language_choice_make (bloom->book, tags, usual, bloom->options, bloom->file,
                                    bloom->report);
  return g_strdup (g_ptr_array_index (tags, usual));
}

static void
report_languages (CogBloom *bloom, GHashTable *counts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *own = cog_language_dup_own_name (bloom->language);
  g_autofree char *others = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_str_equal (key, bloom->language))
      g_ptr_array_add (names, cog_language_dup_own_name (key));
  if (names->len == 0)
    return;
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);
  /* Translators: between the items of a list */
  others = g_strjoinv (_ (", "), (char **)names->pdata);
  cog_report_add (bloom->report, &cog_finding_bloom_languages, bloom->file, own, others);
}

/* meta.json says what the page does not, such as a licence that is none: "ask", "custom". */
static void
read_facts (CogBloom *bloom)
{
  const char *name = cog_container_resolve (bloom->container, bloom->file, "meta.json");
  g_autoptr (GBytes) bytes =
      name != NULL ? cog_container_read (bloom->container, name, NULL) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonNode *root, *licence;
  CogCredit *credit = bloom->book->credit;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > MAX_JSON)
    return;
  text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  if (!cog_json_is_shallow (text) || !json_parser_load_from_data (parser, text, -1, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  licence = json_object_get_member (json_node_get_object (root), "license");
  if (credit->licence == NULL && licence != NULL && JSON_NODE_HOLDS_VALUE (licence) &&
      json_node_get_value_type (licence) == G_TYPE_STRING)
    cog_evidence_add (bloom->book, bloom->report, COG_EVIDENCE_METADATA, name, "license",
                      json_node_get_string (licence), NULL);
}

/* But for the picture that they are about. */
static gboolean
is_same_credit (const CogCredit *a, const CogCredit *b)
{
  g_autoptr (CogCredit) copy = cog_credit_copy (a);

  g_free (copy->place);
  copy->place = g_strdup (b->place);
  return cog_credit_is_same_work (copy, b);
}

/* The cover goes with the book; where nothing else in it has the same credit, it stands in the
 * text as well, so that its own is printed. */
static void
take_cover (CogBloom *bloom, xmlNode *body, xmlNode *heading)
{
  const xmlNode *cover = cog_bloom_find_field (bloom, "coverImage");
  g_autofree char *source = cover != NULL ? cog_xml_dup_attribute (cover, "src") : NULL;
  guint before = bloom->book->credits->len;
  gboolean is_told = FALSE;
  xmlNode *figure;
  const CogCredit *credit;

  if (cover == NULL)
    return;
  if (source == NULL || source[0] == '\0')
    {
      g_free (source);
      source = cog_xml_dup_folded_text (cover);
    }
  if (source[0] == '\0' || g_str_has_prefix (source, "placeHolder"))
    return;
  bloom->book->cover = g_strdup (cog_normalizer_add_asset (bloom->normalizer, bloom->file, source));
  if (bloom->book->cover == NULL)
    return;
  cog_bloom_add_picture (bloom, cover, NULL, body);
  figure = body->last;
  credit =
      bloom->book->credits->len > before ? g_ptr_array_index (bloom->book->credits, before) : NULL;
  for (guint i = 0; credit != NULL && i < before && !is_told; i++)
    is_told = is_same_credit (credit, g_ptr_array_index (bloom->book->credits, i));
  if (credit == NULL || is_told)
    {
      if (cog_xml_is (figure, NULL, "figure"))
        cog_xml_remove (figure);
      if (credit != NULL)
        g_ptr_array_remove_index (bloom->book->credits, before);
      return;
    }
  xmlUnlinkNode (figure);
  if (heading != NULL)
    xmlAddNextSibling (heading, figure);
  else
    xmlAddPrevSibling (body->children, figure);
}

static void
take_pages (CogBloom *bloom, const xmlNode *root)
{
  xmlNode *body, *heading;
  g_autoptr (xmlDoc) page = cog_made_page_new (&body);
  CogSection *section = cog_section_new ("book", bloom->book->credit->title);

  section->origin = g_strdup (bloom->file);
  g_ptr_array_add (bloom->book->sections, section);
  cog_normalizer_declare (bloom->normalizer, bloom->file, section->id);
  heading = cog_made_page_add_heading (body, 1, section->title);
  for (const xmlNode *n = root, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (root, n);
      if (!is_content_page (n))
        continue;
      next = cog_xml_skip_in (root, n);
      cog_bloom_convert_page (bloom, n, body);
    }
  take_cover (bloom, body, heading);
  cog_made_page_take (page, bloom->file, bloom->book, bloom->container, bloom->normalizer, section,
                      bloom->report);
}

static gboolean
read_book (CogBloom *bloom, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (bloom->container, bloom->file, error);
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_html_parse (bytes, NULL, bloom->file, bloom->report, error) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autofree char *language = NULL;

  if (root == NULL)
    return FALSE;
  bloom->data = cog_xml_find_by_id (root, SIGN);
  if (bloom->data == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no book in it."),
                   bloom->file);
      return FALSE;
    }
  bloom->language = "en";
  counts = count_languages (root);
  language = choose_language (bloom, root, counts);
  bloom->language = language;
  report_languages (bloom, counts);
  cog_bloom_read_metadata (bloom);
  read_facts (bloom);
  take_pages (bloom, root);
  return TRUE;
}

static CogBook *
read_bloom (CogSource *source,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  CogContainer *container = cog_source_get_container (source, report, cancellable, error);
  CogBloom bloom = { NULL };
  gboolean ok;

  if (container == NULL)
    return NULL;
  bloom.file = cog_source_is_folder (source) || cog_source_is_zip (source)
                   ? find_book (container)
                   : cog_container_get_names (container)[0];
  if (bloom.file == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no book in it."),
                   cog_source_get_name (source));
      return NULL;
    }
  cog_progress_tell (progress, 0.1, _ ("Reading pages…"));
  bloom.book = cog_book_new ();
  bloom.container = container;
  bloom.report = report;
  bloom.options = cog_source_get_options (source);
  bloom.normalizer = cog_normalizer_new (bloom.book, container, report);
  ok = read_book (&bloom, error);
  if (ok)
    cog_reader_html_finish (bloom.book, bloom.normalizer, report, cancellable);
  cog_normalizer_free (bloom.normalizer);
  if (!ok)
    g_clear_pointer (&bloom.book, cog_book_free);
  return bloom.book;
}

static const char *const extensions[] = { "bloomsource", "bloompub", "bloomd", "htm", NULL };
static const char *const media_types[] = { "application/zip", "text/html", NULL };

const CogReader cog_reader_bloom = {
  .id = "bloom",
  .name = N_ ("Bloom book"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_bloom,
};
