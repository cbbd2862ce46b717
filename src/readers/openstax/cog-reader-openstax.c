/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-openstax.h"

#include "cog-cnxml.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-language.h"
#include "cog-normalizer.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 12 /* of subcollections */

typedef struct
{
  char *id;
  char *file;
  xmlDoc *document;
  CogSection *section;
} Module;

static void
module_free (Module *module)
{
  g_free (module->id);
  g_free (module->file);
  g_clear_pointer (&module->document, xmlFreeDoc);
  g_free (module);
}

typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  CogOpenstaxLabels *labels;
  GPtrArray *modules; /* Module, in reading order */
  GHashTable *files;  /* module id → file */
  char *collection;   /* file (nullable) */
  guint chapter, appendix;
} Reading;

static gboolean
is_openstax_name (const char *name)
{
  return g_str_has_suffix (name, ".collection.xml") || g_str_has_suffix (name, "/collection.xml") ||
         g_str_equal (name, "collection.xml") || g_str_has_suffix (name, "/index.cnxml") ||
         g_str_equal (name, "index.cnxml") || g_str_has_suffix (name, "index_auto_generated.cnxml");
}

static int
bid (CogSource *source)
{
  const char *const *names = NULL;
  gsize size;
  const char *data;

  if (cog_source_is_folder (source))
    {
      CogContainer *container = cog_source_get_container (source, NULL, NULL, NULL);

      names = container != NULL ? cog_container_get_names (container) : NULL;
    }
  else if (cog_source_is_zip (source))
    names = cog_source_peek_names (source);
  else
    {
      data = g_bytes_get_data (cog_source_get_bytes (source), &size);
      if (g_strstr_len (data, MIN (size, 2000), "http://cnx.rice.edu/cnxml") != NULL ||
          g_strstr_len (data, MIN (size, 2000), "http://cnx.rice.edu/collxml") != NULL)
        return 95;
      return g_str_equal (cog_source_get_extension (source), "cnxml") ? 80 : 0;
    }
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_openstax_name (names[i]))
      return 92;
  return 0;
}

static xmlDoc *
read_xml (Reading *r, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (r->container, file, error);
  g_autofree char *place =
      g_strcmp0 (cog_container_get_display_name (r->container), file) == 0
          ? g_strdup (file)
          : g_strdup_printf ("%s: %s", cog_container_get_display_name (r->container), file);

  return bytes != NULL ? cog_xml_parse (bytes, place, r->report, error) : NULL;
}

/* META-INF/books.xml names the books of a folder; the first is taken. */
static char *
find_listed (Reading *r)
{
  const char *list = cog_container_resolve (r->container, NULL, "META-INF/books.xml");
  g_autoptr (xmlDoc) document = list != NULL ? read_xml (r, list, NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  char *found = NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href =
          cog_xml_is (n, NULL, "book") ? cog_xml_dup_attribute (n, "href") : NULL;
      const char *file = href != NULL ? cog_container_resolve (r->container, list, href) : NULL;

      if (file == NULL)
        continue;
      if (found == NULL)
        found = g_strdup (file);
      else
        cog_report_add (r->report, &cog_finding_other_books, list, file, NULL);
    }
  return found;
}

static char *
find_collection (Reading *r)
{
  const char *const *names = cog_container_get_names (r->container);
  char *found = find_listed (r);

  for (guint i = 0; found == NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], "collection.xml"))
      found = g_strdup (names[i]);
  return found;
}

static const char *
find_module_file (Reading *r, const char *id)
{
  static const char *const patterns[] = { "../modules/%s/index.cnxml", "modules/%s/index.cnxml",
                                          "%s/index.cnxml", "%s/index_auto_generated.cnxml",
                                          "../%s/index.cnxml" };

  /* An id is a name, no way through folders. */
  if (strpbrk (id, "/\\%.") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_auto (GStrv) parts = g_strsplit (patterns[i], "%s", 2);
      g_autofree char *path = g_strjoinv (id, parts);
      const char *file = cog_container_resolve (r->container, r->collection, path);

      if (file != NULL)
        return file;
    }
  return NULL;
}

static const char *
find_type (const xmlNode *root)
{
  static const char *const types[] = { "preface", "appendix", "introduction", "glossary", "index" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (cog_xml_has_word (root, "class", types[i]))
      return types[i];
  return NULL;
}

static gboolean
take_module (Reading *r, const char *id, GPtrArray *parent, guint depth, GError **error)
{
  const char *file = find_module_file (r, id);
  Module *module;
  xmlNode *root;
  xmlNode *title;

  if (file == NULL || g_hash_table_contains (r->files, id))
    {
      cog_report_add (r->report,
                      file == NULL ? &cog_finding_missing_module : &cog_finding_repeated_module,
                      r->collection, id, NULL);
      return TRUE;
    }
  module = g_new0 (Module, 1);
  module->id = g_strdup (id);
  module->file = g_strdup (file);
  g_ptr_array_add (r->modules, module);
  module->document = read_xml (r, file, error);
  if (module->document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (module->document);
  title = cog_xml_find_child (root, NULL, "title");
  module->section = cog_section_new (id, NULL);
  module->section->title = title != NULL ? cog_xml_dup_folded_text (title) : g_strdup (id);
  module->section->type = g_strdup (find_type (root));
  module->section->origin = g_strdup (file);
  g_ptr_array_add (parent, module->section);
  g_hash_table_insert (r->files, g_strdup (id), g_strdup (file));
  cog_normalizer_declare (r->normalizer, file, id);
  if (depth == 0)
    {
      g_autofree char *letter = NULL;

      if (g_strcmp0 (module->section->type, "appendix") == 0)
        letter = g_strdup_printf ("%c", 'A' + (int)MIN (r->appendix++, 25));
      cog_openstax_labels_begin_chapter (r->labels, letter);
    }
  cog_openstax_labels_add_module (r->labels, id, root);
  return TRUE;
}

static gboolean
has_subcollection (const xmlNode *content)
{
  return cog_xml_find_child (content, NULL, "subcollection") != NULL;
}

static gboolean
take_content (Reading *r, xmlNode *content, GPtrArray *parent, guint depth, GError **error);

static gboolean
take_subcollection (Reading *r, xmlNode *node, GPtrArray *parent, guint depth, GError **error)
{
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *content = cog_xml_find_child (node, NULL, "content");
  g_autofree char *id = NULL;
  CogSection *section;

  if (content == NULL || depth >= MAX_DEPTH)
    return TRUE;
  if (has_subcollection (content))
    id = g_strdup_printf ("part-%u-%u", depth, parent->len + 1);
  else
    {
      g_autofree char *number = g_strdup_printf ("%u", ++r->chapter);

      id = g_strdup_printf ("chapter-%u", r->chapter);
      cog_openstax_labels_begin_chapter (r->labels, number);
    }
  section = cog_section_new (id, NULL);
  section->title = title != NULL ? cog_xml_dup_folded_text (title) : NULL;
  section->type = g_strdup (has_subcollection (content) ? "part" : "chapter");
  g_ptr_array_add (parent, section);
  return take_content (r, content, section->children, depth + 1, error);
}

static gboolean
take_content (Reading *r, xmlNode *content, GPtrArray *parent, guint depth, GError **error)
{
  for (xmlNode *n = cog_xml_first_element (content); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, NULL, "subcollection"))
        {
          if (!take_subcollection (r, n, parent, depth, error))
            return FALSE;
        }
      else if (cog_xml_is (n, NULL, "module"))
        {
          g_autofree char *id = cog_xml_dup_attribute (n, "document");

          if (id != NULL && !take_module (r, id, parent, depth, error))
            return FALSE;
        }
    }
  return TRUE;
}

static char *
dup_child_text (const xmlNode *parent, const char *name)
{
  xmlNode *child = cog_xml_find_child (parent, NULL, name);
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Legacy files name people: md:roles/md:role type="author" → md:actors/md:person. */
static void
read_roles (Reading *r, xmlNode *metadata)
{
  for (xmlNode *n = metadata; n != NULL; n = cog_xml_next_in (metadata, n))
    {
      g_autofree char *type =
          cog_xml_is (n, NULL, "role") ? cog_xml_dup_attribute (n, "type") : NULL;
      g_autofree char *ids = NULL;
      g_auto (GStrv) list = NULL;

      if (g_strcmp0 (type, "author") != 0)
        continue;
      ids = cog_xml_dup_folded_text (n);
      list = g_strsplit (ids, " ", 40);
      for (xmlNode *p = metadata; p != NULL; p = cog_xml_next_in (metadata, p))
        {
          g_autofree char *id =
              cog_xml_is (p, NULL, "person") ? cog_xml_dup_attribute (p, "userid") : NULL;
          g_autofree char *name = id != NULL ? dup_child_text (p, "fullname") : NULL;

          if (name != NULL && g_strv_contains ((const char *const *)list, id))
            g_ptr_array_add (r->book->credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
        }
    }
}

/* md:derived-from url: the work that this one was made from, and at times its metadata. */
static void
read_derivation (Reading *r, xmlNode *metadata)
{
  xmlNode *from = cog_xml_find_child (metadata, NULL, "derived-from");
  g_autofree char *url = from != NULL ? cog_xml_dup_attribute (from, "url") : NULL;
  CogCredit *upstream;

  if (url == NULL || g_strstrip (url)[0] == '\0')
    return;
  upstream = cog_credit_new ();
  upstream->source_url = g_strdup (url);
  upstream->title = dup_child_text (from, "title");
  g_ptr_array_add (r->book->credit->upstream, upstream);
}

static void
read_metadata (Reading *r, xmlNode *root, const char *file)
{
  xmlNode *metadata = cog_xml_find_child (root, NULL, "metadata");
  xmlNode *licence = metadata != NULL ? cog_xml_find_child (metadata, NULL, "license") : NULL;
  g_autofree char *language = metadata != NULL ? dup_child_text (metadata, "language") : NULL;
  g_autofree char *slug = metadata != NULL ? dup_child_text (metadata, "slug") : NULL;
  CogCredit *credit = r->book->credit;

  if (metadata == NULL)
    return;
  credit->title = dup_child_text (metadata, "title");
  if (language == NULL)
    language = cog_xml_dup_attribute_ns (root, COG_NS_XML, "lang");
  r->book->language = language != NULL ? cog_language_canonicalise (language) : NULL;
  if (licence != NULL)
    {
      g_autofree char *url = cog_xml_dup_attribute (licence, "url");
      g_autofree char *words = cog_xml_dup_folded_text (licence);

      if (url != NULL)
        g_strstrip (url);
      cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, file, "md:license", words, url);
    }
  read_roles (r, metadata);
  read_derivation (r, metadata);
  if (slug != NULL)
    {
      credit->source_url = g_strdup_printf ("https://openstax.org/details/books/%s", slug);
      credit->requested = g_strdup_printf (
          "Access for free at https://openstax.org/books/%s/pages/1-introduction", slug);
    }
  if (credit->agents->len == 0)
    credit->publisher = g_strdup ("OpenStax");
}

/* The LICENSE file of the folder: a second witness. */
static void
read_licence_file (Reading *r)
{
  static const char *const names[] = { "LICENSE", "LICENSE.md", "LICENSE.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *file = cog_container_resolve (r->container, NULL, names[i]);
      g_autoptr (GBytes) bytes =
          file != NULL ? cog_container_read (r->container, file, NULL) : NULL;
      g_autofree char *text = NULL;
      g_autofree char *head = NULL;
      gsize length;

      if (bytes == NULL || g_bytes_get_size (bytes) > 500000)
        continue;
      text = cog_html_decode (bytes, NULL, &length, NULL);
      head = g_strndup (text, MIN (length, 400));
      cog_evidence_add (r->book, r->report, COG_EVIDENCE_BESIDE, file, "file",
                        g_utf8_make_valid (head, -1), NULL);
      return;
    }
}

/* "Senior Contributing Authors" in the preface lists them with their schools: "Samuel J. Ling,
 * Truman State University". Read only where it stands just so. */
static void
read_authors (Reading *r)
{
  for (guint i = 0; i < r->modules->len; i++)
    {
      const Module *module = g_ptr_array_index (r->modules, i);
      xmlNode *root = xmlDocGetRootElement (module->document);

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *title =
              cog_xml_is (n, NULL, "title") ? cog_xml_dup_folded_text (n) : NULL;

          if (title == NULL || r->book->credit->agents->len > 0 ||
              !(g_str_has_prefix (title, "Senior Contributing Author") ||
                g_str_has_prefix (title, "Senior contributing author")))
            continue;
          for (xmlNode *p = cog_xml_next_element (n); p != NULL; p = cog_xml_next_element (p))
            {
              xmlNode *bold = cog_xml_find_child (p, NULL, "emphasis");
              g_autofree char *text = cog_xml_dup_folded_text (bold != NULL ? bold : p);
              gsize name = strcspn (text, ",(");
              g_autofree char *author = g_strndup (text, name);

              if (cog_xml_is (p, NULL, "para") && text[name] == ',' && name > 4 && name < 60 &&
                  strlen (text) < 160)
                g_ptr_array_add (r->book->credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
            }
        }
    }
}

static gboolean
convert_modules (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < r->modules->len; i++)
    {
      Module *module = g_ptr_array_index (r->modules, i);
      CogCnxmlContext context = { module->id, r->labels, r->files, r->report };
      g_autoptr (xmlDoc) page = NULL;

      cog_progress_tell (progress, (double)i / r->modules->len, _ ("Reading modules…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = cog_cnxml_to_xhtml (xmlDocGetRootElement (module->document), &context);
      cog_normalizer_take (r->normalizer, module->file, xmlDocGetRootElement (page),
                           module->section);
    }
  cog_normalizer_finish (r->normalizer);
  for (guint i = 0; i < r->modules->len; i++)
    cog_evidence_take_credits (r->book, ((Module *)g_ptr_array_index (r->modules, i))->section);
  return TRUE;
}

static gboolean
take_single (Reading *r, const char *file, xmlDoc *document)
{
  Module *module = g_new0 (Module, 1);
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *metadata = cog_xml_find_child (root, NULL, "metadata");
  g_autofree char *id = metadata != NULL ? dup_child_text (metadata, "content-id") : NULL;

  module->id = id != NULL ? g_steal_pointer (&id) : g_strdup ("module");
  module->file = g_strdup (file);
  module->document = document;
  module->section = cog_section_new (module->id, NULL);
  module->section->title = dup_child_text (root, "title");
  module->section->origin = g_strdup (file);
  g_ptr_array_add (r->modules, module);
  g_ptr_array_add (r->book->sections, module->section);
  g_hash_table_insert (r->files, g_strdup (module->id), g_strdup (file));
  cog_normalizer_declare (r->normalizer, file, module->id);
  read_metadata (r, root, file);
  r->labels = cog_openstax_labels_new (r->book->language);
  cog_openstax_labels_begin_chapter (r->labels, NULL);
  cog_openstax_labels_add_module (r->labels, module->id, root);
  return TRUE;
}

static gboolean
take_collection (Reading *r, xmlDoc *document, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *content = cog_xml_find_child (root, NULL, "content");

  read_metadata (r, root, r->collection);
  read_licence_file (r);
  r->labels = cog_openstax_labels_new (r->book->language);
  return content == NULL || take_content (r, content, r->book->sections, 0, error);
}

static char *
find_lone_module (Reading *r)
{
  const char *const *names = cog_container_get_names (r->container);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".cnxml"))
      return g_strdup (names[i]);
  return g_strdup (names[0]);
}

static gboolean
read_all (Reading *r,
          CogSource *source,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  gboolean is_single = !cog_source_is_folder (source) && !cog_source_is_zip (source);
  g_autofree char *file =
      is_single ? g_strdup (cog_container_get_names (r->container)[0]) : find_collection (r);
  xmlDoc *document;
  gboolean ok;

  if (file == NULL)
    file = find_lone_module (r);
  document = read_xml (r, file, error);
  if (document == NULL)
    return FALSE;
  if (cog_xml_is (xmlDocGetRootElement (document), NULL, "collection"))
    {
      r->collection = g_strdup (file);
      ok = take_collection (r, document, error);
      xmlFreeDoc (document);
    }
  else
    ok = take_single (r, file, document);
  if (!ok || !convert_modules (r, progress, cancellable, error))
    return FALSE;
  read_authors (r);
  r->book->credit->language = g_strdup (r->book->language);
  cog_book_identify (r->book, r->report);
  return TRUE;
}

static CogContainer *
open_container (CogSource *source, CogReport *report, GCancellable *cancellable, GError **error)
{
  CogContainer *container;

  /* A collection or module alone: its neighbours lie beside it, a folder or two up. */
  if (!cog_source_is_folder (source) && !cog_source_is_zip (source) &&
      cog_source_get_path (source) != NULL)
    return cog_container_new_for_neighbours (cog_source_get_path (source), 2);
  container = cog_source_get_container (source, report, cancellable, error);
  return container != NULL ? g_object_ref (container) : NULL;
}

static CogBook *
read_openstax (CogSource *source,
               CogReport *report,
               const CogProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  Reading r = { NULL };
  gboolean ok;

  r.container = open_container (source, report, cancellable, error);
  if (r.container == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.report = report;
  r.normalizer = cog_normalizer_new (r.book, r.container, report);
  r.modules = g_ptr_array_new_with_free_func ((GDestroyNotify)module_free);
  r.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ok = read_all (&r, source, progress, cancellable, error);
  g_ptr_array_unref (r.modules);
  g_hash_table_unref (r.files);
  g_free (r.collection);
  cog_openstax_labels_free (r.labels);
  cog_normalizer_free (r.normalizer);
  g_object_unref (r.container);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "cnxml", "collection.xml", "zip", NULL };
static const char *const media_types[] = { "application/vnd.org.cnx.module",
                                           "application/vnd.org.cnx.collection", NULL };

const CogReader cog_reader_openstax = {
  .id = "openstax",
  .name = N_ ("OpenStax source"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_openstax,
};
