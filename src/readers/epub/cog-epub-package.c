/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-epub-package.h"

#include "cog-error.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NCX "application/x-dtbncx+xml"

static void
item_free (CogEpubItem *item)
{
  g_free (item->id);
  g_free (item->file);
  g_free (item->href);
  g_free (item->media_type);
  g_free (item->properties);
  g_free (item->fallback);
  g_free (item);
}

void
cog_epub_package_free (CogEpubPackage *package)
{
  if (package == NULL)
    return;
  g_free (package->file);
  g_clear_pointer (&package->document, xmlFreeDoc);
  g_ptr_array_unref (package->items);
  g_ptr_array_unref (package->spine);
  g_hash_table_unref (package->by_id);
  g_hash_table_unref (package->by_file);
  g_hash_table_unref (package->guide);
  g_free (package->ncx);
  g_free (package->progression);
  g_free (package);
}

static CogEpubPackage *
package_new (void)
{
  CogEpubPackage *package = g_new0 (CogEpubPackage, 1);

  package->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  package->spine = g_ptr_array_new_with_free_func (g_free);
  package->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  package->by_file = g_hash_table_new (g_str_hash, g_str_equal);
  package->guide = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return package;
}

static xmlDoc *
read_xml (CogContainer *container, const char *name, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (container, name, error);
  g_autofree char *place =
      g_strdup_printf ("%s: %s", cog_container_get_display_name (container), name);

  return bytes != NULL ? cog_xml_parse (bytes, place, report, error) : NULL;
}

/* A damaged or missing container.xml: the only .opf there is, if there is one. */
static char *
find_lone_package (CogContainer *container)
{
  const char *const *names = cog_container_get_names (container);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".opf"))
      return g_strdup (names[i]);
  return NULL;
}

static char *
find_package (CogContainer *container, CogReport *report)
{
  g_autoptr (xmlDoc) document = read_xml (container, "META-INF/container.xml", report, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  char *found = NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *path = NULL;
      const char *file;

      if (!cog_xml_is (n, NULL, "rootfile"))
        continue;
      path = cog_xml_dup_attribute (n, "full-path");
      file = path != NULL ? cog_container_resolve (container, NULL, path) : NULL;
      if (file == NULL || g_str_has_prefix (file, "META-INF/"))
        continue;
      if (found == NULL)
        found = g_strdup (file);
      else
        cog_report_add (report, &cog_finding_other_rendition, file, file, NULL);
    }
  /* One that names something else names nothing: which of the files to trust is not ours to guess.
   */
  return found != NULL || root != NULL ? found : find_lone_package (container);
}

static void
read_item (CogEpubPackage *package, CogContainer *container, xmlNode *node)
{
  CogEpubItem *item = g_new0 (CogEpubItem, 1);
  const char *file;

  item->id = cog_xml_dup_attribute (node, "id");
  item->href = cog_xml_dup_attribute (node, "href");
  item->media_type = cog_xml_dup_attribute (node, "media-type");
  item->properties = cog_xml_dup_attribute (node, "properties");
  item->fallback = cog_xml_dup_attribute (node, "fallback");
  file = item->href != NULL ? cog_container_resolve (container, package->file, item->href) : NULL;
  item->file = g_strdup (file);
  g_ptr_array_add (package->items, item);
  if (item->id != NULL)
    g_hash_table_insert (package->by_id, item->id, item);
  if (item->file != NULL && !g_hash_table_contains (package->by_file, item->file))
    g_hash_table_insert (package->by_file, item->file, item);
}

static void
add_to_spine (CogEpubPackage *package, const CogEpubItem *item, gboolean is_linear)
{
  CogEpubSpineItem *entry = g_new0 (CogEpubSpineItem, 1);

  entry->item = item;
  entry->is_linear = is_linear;
  g_ptr_array_add (package->spine, entry);
}

/* A spine that names nothing that is there: the pages in the order of the manifest. */
static void
imply_spine (CogEpubPackage *package)
{
  for (guint i = 0; i < package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (package->items, i);

      if (item->file != NULL && (g_strcmp0 (item->media_type, "application/xhtml+xml") == 0 ||
                                 g_strcmp0 (item->media_type, "text/html") == 0))
        add_to_spine (package, item, TRUE);
    }
}

static void
read_spine (CogEpubPackage *package, xmlNode *spine)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *toc = cog_xml_dup_attribute (spine, "toc");
  const CogEpubItem *ncx = toc != NULL ? g_hash_table_lookup (package->by_id, toc) : NULL;

  package->progression = cog_xml_dup_attribute (spine, "page-progression-direction");
  package->ncx = ncx != NULL && g_strcmp0 (ncx->media_type, NCX) == 0 ? g_strdup (ncx->file) : NULL;
  for (xmlNode *n = cog_xml_first_element (spine); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *idref = cog_xml_dup_attribute (n, "idref");
      g_autofree char *linear = cog_xml_dup_attribute (n, "linear");
      const CogEpubItem *item = idref != NULL ? g_hash_table_lookup (package->by_id, idref) : NULL;

      if (item != NULL && g_hash_table_add (seen, (gpointer)item))
        add_to_spine (package, item, g_strcmp0 (linear, "no") != 0);
    }
}

static void
read_guide (CogEpubPackage *package, CogContainer *container, xmlNode *guide)
{
  for (xmlNode *n = cog_xml_first_element (guide); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *type = cog_xml_dup_attribute (n, "type");
      g_autofree char *href = cog_xml_dup_attribute (n, "href");
      const char *file =
          href != NULL ? cog_container_resolve (container, package->file, href) : NULL;

      if (file != NULL && type != NULL && !g_hash_table_contains (package->guide, file))
        g_hash_table_insert (package->guide, g_strdup (file), g_ascii_strdown (type, -1));
    }
}

static void
find_ncx (CogEpubPackage *package)
{
  for (guint i = 0; package->ncx == NULL && i < package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (package->items, i);

      if (g_strcmp0 (item->media_type, NCX) == 0 ||
          (item->file != NULL && g_str_has_suffix (item->file, ".ncx")))
        package->ncx = g_strdup (item->file);
    }
}

CogEpubPackage *
cog_epub_package_read (CogContainer *container, CogReport *report, GError **error)
{
  g_autoptr (CogEpubPackage) package = package_new ();
  xmlNode *root;
  xmlNode *manifest;
  xmlNode *spine;
  xmlNode *guide;

  package->file = find_package (container, report);
  if (package->file == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: is no EPUB book: it does not say where its package is."),
                   cog_container_get_display_name (container));
      return NULL;
    }
  package->document = read_xml (container, package->file, report, error);
  if (package->document == NULL)
    return NULL;
  root = xmlDocGetRootElement (package->document);
  manifest = cog_xml_find_child (root, NULL, "manifest");
  spine = cog_xml_find_child (root, NULL, "spine");
  guide = cog_xml_find_child (root, NULL, "guide");
  if (!cog_xml_is (root, NULL, "package") || manifest == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: the list of its pages is missing (%s)."),
                   cog_container_get_display_name (container), package->file);
      return NULL;
    }
  for (xmlNode *n = cog_xml_first_element (manifest); n != NULL; n = cog_xml_next_element (n))
    read_item (package, container, n);
  if (spine != NULL)
    read_spine (package, spine);
  if (package->spine->len == 0)
    imply_spine (package);
  cog_epub_package_recognise (package);
  find_ncx (package);
  if (guide != NULL)
    read_guide (package, container, guide);
  return g_steal_pointer (&package);
}

gboolean
cog_epub_item_has_property (const CogEpubItem *item, const char *property)
{
  g_auto (GStrv) words =
      g_strsplit_set (item->properties != NULL ? item->properties : "", " \n\t", 40);

  return g_strv_contains ((const char *const *)words, property);
}

static gboolean
is_readable (const CogEpubItem *item)
{
  static const char *const types[] = {
    "application/xhtml+xml",    "image/svg+xml",        "text/html",
    "application/x-dtbook+xml", "text/x-oeb1-document", NULL
  };

  return item->file != NULL && item->media_type != NULL &&
         (g_strv_contains (types, item->media_type) ||
          g_str_has_prefix (item->media_type, "image/"));
}

const CogEpubItem *
cog_epub_package_resolve (CogEpubPackage *package, const CogEpubItem *item)
{
  /* A chain of fallbacks may be a circle. */
  for (guint steps = 0; item != NULL && steps < 16; steps++)
    {
      if (is_readable (item))
        return item;
      item = item->fallback != NULL ? g_hash_table_lookup (package->by_id, item->fallback) : NULL;
    }
  return NULL;
}

static gboolean
is_obfuscation (const char *algorithm)
{
  return g_strcmp0 (algorithm, "http://www.idpf.org/2008/embedding") == 0 ||
         g_strcmp0 (algorithm, "http://ns.adobe.com/pdf/enc#RC") == 0;
}

/* A font that is locked is none that the book needs to be read. */
static gboolean
is_font (const xmlNode *data)
{
  static const char *const suffixes[] = { ".ttf", ".otf", ".ttc", ".woff", ".woff2", ".eot" };

  for (const xmlNode *n = data; n != NULL; n = cog_xml_next_in (data, n))
    if (cog_xml_is (n, NULL, "CipherReference"))
      {
        g_autofree char *uri = cog_xml_dup_attribute (n, "URI");
        g_autofree char *lower = g_ascii_strdown (uri != NULL ? uri : "", -1);

        for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
          if (g_str_has_suffix (lower, suffixes[i]))
            return TRUE;
      }
  return FALSE;
}

gboolean
cog_epub_check_protection (CogContainer *container, GError **error)
{
  static const char *const keys[] = { "META-INF/rights.xml", "META-INF/sinf.xml",
                                      "META-INF/license.lcpl" };
  g_autoptr (xmlDoc) document = NULL;
  gboolean is_protected = FALSE;
  xmlNode *root;

  if (cog_container_has (container, "META-INF/encryption.xml"))
    {
      document = read_xml (container, "META-INF/encryption.xml", NULL, NULL);
      is_protected = document == NULL;
    }
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "EncryptionMethod") && cog_xml_is (n->parent, NULL, "EncryptedData"))
      {
        g_autofree char *algorithm = cog_xml_dup_attribute (n, "Algorithm");

        is_protected |= !is_obfuscation (algorithm) && !is_font (n->parent);
      }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    is_protected |= cog_container_has (container, keys[i]);
  if (is_protected)
    g_set_error (
        error, COG_ERROR, COG_ERROR_ENCRYPTED,
        _ ("%s: this book is copy-protected (DRM). Cognate cannot open it; ask the publisher "
           "for a copy without protection."),
        cog_container_get_display_name (container));
  return !is_protected;
}
