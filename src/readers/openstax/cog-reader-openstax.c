/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-openstax.h"

#include "cog-asset-rights.h"
#include "cog-cnxml.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-normalizer.h"
#include "cog-openstax-metadata.h"
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
  const char *const *names = cog_source_list_names (source);
  gsize size;
  const char *data;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
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
  const char *list = cog_container_find_shallow (r->container, "META-INF/books.xml");
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
  gboolean is_listed = found != NULL;

  for (guint i = 0; !is_listed && names[i] != NULL; i++)
    {
      if (!g_str_has_suffix (names[i], "collection.xml"))
        continue;
      if (found == NULL)
        found = g_strdup (names[i]);
      else
        cog_report_add (r->report, &cog_finding_other_books, found, names[i], NULL);
    }
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
  g_autofree char *id =
      metadata != NULL ? cog_openstax_dup_child_text (metadata, "content-id") : NULL;

  module->id = id != NULL ? g_steal_pointer (&id) : g_strdup ("module");
  module->file = g_strdup (file);
  module->document = document;
  module->section = cog_section_new (module->id, NULL);
  module->section->title = cog_openstax_dup_child_text (root, "title");
  module->section->origin = g_strdup (file);
  g_ptr_array_add (r->modules, module);
  g_ptr_array_add (r->book->sections, module->section);
  g_hash_table_insert (r->files, g_strdup (module->id), g_strdup (file));
  cog_normalizer_declare (r->normalizer, file, module->id);
  cog_openstax_read_metadata (r->book, r->report, root, file);
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

  cog_openstax_read_metadata (r->book, r->report, root, r->collection);
  cog_openstax_read_licence_file (r->book, r->report, r->container, r->collection);
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
  cog_openstax_labels_end_chapter (r->labels);
  if (!ok || !convert_modules (r, progress, cancellable, error))
    return FALSE;
  for (guint i = 0; i < r->modules->len; i++)
    cog_openstax_read_authors (
        r->book, xmlDocGetRootElement (((Module *)g_ptr_array_index (r->modules, i))->document));
  r->book->credit->language = g_strdup (r->book->language);
  cog_book_identify (r->book, r->report);
  cog_asset_rights_read (r->book, cancellable);
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
  .n_levels = 2,
};
