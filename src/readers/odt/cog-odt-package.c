/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-package.h"

#include "cog-error.h"
#include "cog-odt-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPE "application/vnd.oasis.opendocument.text"
#define MANIFEST "META-INF/manifest.xml"
#define HEAD 4096 /* bytes of a flat file in which its root element begins */

struct _CogOdtPackage
{
  CogContainer *container; /* (nullable) */
  CogReport *report;
  xmlDoc *content, *styles, *meta; /* the last two: NULL in a flat file */
  GHashTable *objects;             /* name → xmlDoc (nullable) */
};

static void
document_free (gpointer data)
{
  if (data != NULL)
    xmlFreeDoc (data);
}

/* A text, its template, a text for the web; a master document has its chapters in other files, and
 * what it keeps of them is read. */
static gboolean
is_text_type (const char *type)
{
  static const char *const types[] = { TYPE, TYPE "-template", TYPE "-web", TYPE "-master", NULL };

  return g_strv_contains (types, type);
}

static xmlDoc *
parse_entry (CogContainer *container, const char *name, CogReport *report, GError **error)
{
  g_autofree char *place =
      g_strdup_printf ("%s: %s", cog_container_get_display_name (container), name);
  g_autoptr (GBytes) bytes = cog_container_read (container, name, error);

  return bytes != NULL ? cog_xml_parse (bytes, place, report, error) : NULL;
}

/* The type that the manifest has for the whole, where the file "mimetype" is missing. */
static char *
dup_manifest_type (CogContainer *container)
{
  g_autoptr (xmlDoc) manifest = cog_container_has (container, MANIFEST)
                                    ? parse_entry (container, MANIFEST, NULL, NULL)
                                    : NULL;

  for (xmlNode *n = manifest != NULL ? cog_xml_first_element (xmlDocGetRootElement (manifest))
                                     : NULL;
       n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *path = cog_xml_dup_attribute_ns (n, COG_ODT_MANIFEST, "full-path");

      if (g_strcmp0 (path, "/") == 0)
        return cog_xml_dup_attribute_ns (n, COG_ODT_MANIFEST, "media-type");
    }
  return NULL;
}

static char *
dup_type (CogContainer *container)
{
  g_autoptr (GBytes) bytes = cog_container_has (container, "mimetype")
                                 ? cog_container_read (container, "mimetype", NULL)
                                 : NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return dup_manifest_type (container);
  data = g_bytes_get_data (bytes, &size);
  return g_strstrip (g_strndup (data != NULL ? data : "", MIN (size, 200)));
}

static int
bid_zip (CogSource *source)
{
  const char *const *names = cog_source_peek_names (source);
  g_autoptr (CogContainer) container = NULL;
  g_autofree char *type = NULL;

  if (names == NULL || !g_strv_contains (names, COG_ODT_CONTENT))
    return 0;
  /* On its own, so that what is told of the container is told once. */
  container = cog_container_new_for_zip (cog_source_get_bytes (source),
                                         cog_source_get_name (source), NULL, NULL, NULL);
  /* Damaged, but an OpenDocument file as far as one sees: its reader says what is wrong. */
  if (container == NULL)
    return g_strv_contains (names, "META-INF/manifest.xml") ? 50 : 0;
  type = dup_type (container);
  return type != NULL && is_text_type (type) ? 95 : 0;
}

/* office:document with its office:mimetype, in whichever order and with whichever prefix. */
static int
bid_flat (CogSource *source)
{
  gsize size;
  const char *data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  g_autofree char *head = data != NULL ? g_strndup (data, MIN (size, HEAD)) : NULL;
  const char *root = head != NULL ? strstr (head, ":document") : NULL;

  if (root == NULL || strstr (head, COG_ODT_OFFICE) == NULL)
    return 0;
  return strstr (root, ":mimetype=\"" TYPE) != NULL || strstr (root, ":mimetype='" TYPE) != NULL
             ? 95
             : 0;
}

int
cog_odt_package_bid (CogSource *source)
{
  if (cog_source_is_folder (source))
    return 0;
  return cog_source_is_zip (source) ? bid_zip (source) : bid_flat (source);
}

/* Each file of a package may be locked by itself (part 2, 3.4); then no word of it can be read. */
static gboolean
is_encrypted (CogContainer *container)
{
  g_autoptr (xmlDoc) manifest = cog_container_has (container, MANIFEST)
                                    ? parse_entry (container, MANIFEST, NULL, NULL)
                                    : NULL;
  const xmlNode *root = manifest != NULL ? xmlDocGetRootElement (manifest) : NULL;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, COG_ODT_MANIFEST, "encryption-data"))
      return TRUE;
  return FALSE;
}

static gboolean
open_package (CogOdtPackage *self, GError **error)
{
  if (is_encrypted (self->container))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_ENCRYPTED,
                   _ ("%s: is locked with a password. Ask for a copy that is not."),
                   cog_container_get_display_name (self->container));
      return FALSE;
    }
  self->content = parse_entry (self->container, COG_ODT_CONTENT, self->report, error);
  if (self->content == NULL)
    return FALSE;
  /* Without the other two it is still its text. */
  if (cog_container_has (self->container, "styles.xml"))
    self->styles = parse_entry (self->container, "styles.xml", self->report, NULL);
  if (cog_container_has (self->container, "meta.xml"))
    self->meta = parse_entry (self->container, "meta.xml", self->report, NULL);
  return TRUE;
}

CogOdtPackage *
cog_odt_package_new (CogSource *source,
                     CogReport *report,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CogOdtPackage) self = g_new0 (CogOdtPackage, 1);

  self->report = report;
  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, document_free);
  if (cog_source_is_zip (source))
    {
      self->container = cog_source_get_container (source, report, cancellable, error);
      if (self->container == NULL)
        return NULL;
      g_object_ref (self->container);
      return open_package (self, error) ? g_steal_pointer (&self) : NULL;
    }
  self->content =
      cog_xml_parse (cog_source_get_bytes (source), cog_source_get_name (source), report, error);
  return self->content != NULL ? g_steal_pointer (&self) : NULL;
}

void
cog_odt_package_free (CogOdtPackage *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->container);
  g_clear_pointer (&self->content, xmlFreeDoc);
  g_clear_pointer (&self->styles, xmlFreeDoc);
  g_clear_pointer (&self->meta, xmlFreeDoc);
  g_hash_table_unref (self->objects);
  g_free (self);
}

CogContainer *
cog_odt_package_get_container (CogOdtPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->container;
}

const xmlNode *
cog_odt_package_get_content (CogOdtPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return xmlDocGetRootElement (self->content);
}

const xmlNode *
cog_odt_package_get_styles (CogOdtPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->container == NULL)
    return cog_odt_package_get_content (self);
  return self->styles != NULL ? xmlDocGetRootElement (self->styles) : NULL;
}

const xmlNode *
cog_odt_package_get_meta (CogOdtPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->container == NULL)
    return cog_odt_package_get_content (self);
  return self->meta != NULL ? xmlDocGetRootElement (self->meta) : NULL;
}

const xmlNode *
cog_odt_package_get_text (CogOdtPackage *self)
{
  const xmlNode *body;

  g_return_val_if_fail (self != NULL, NULL);

  body = cog_xml_find_child (cog_odt_package_get_content (self), COG_ODT_OFFICE, "body");
  return body != NULL ? cog_xml_find_child (body, COG_ODT_OFFICE, "text") : NULL;
}

const xmlNode *
cog_odt_package_get_object (CogOdtPackage *self, const char *reference)
{
  g_autofree char *name = NULL;
  const char *entry;
  xmlDoc *document;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  if (self->container == NULL)
    return NULL;
  name = g_strconcat (reference, "/" COG_ODT_CONTENT, NULL);
  entry = cog_container_resolve (self->container, NULL, name);
  if (entry == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->objects, entry, NULL, (gpointer *)&document))
    {
      document = parse_entry (self->container, entry, self->report, NULL);
      g_hash_table_insert (self->objects, g_strdup (entry), document);
    }
  return document != NULL ? xmlDocGetRootElement (document) : NULL;
}
