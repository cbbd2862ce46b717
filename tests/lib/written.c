/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "cog-html.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

Written *
written_open (const char *path)
{
  Written *self = g_new0 (Written, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    self->container = cog_container_new_for_folder (path, NULL, NULL, &error);
  else if (g_str_has_suffix (path, ".html"))
    self->container = cog_container_new_for_neighbours (path, 0);
  else
    {
      g_autoptr (GBytes) bytes = NULL;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      bytes = g_bytes_new (data, length);
      self->container = cog_container_new_for_zip (bytes, path, NULL, NULL, &error);
    }
  g_assert_no_error (error);
  self->documents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)xmlFreeDoc);
  return self;
}

void
written_free (Written *self)
{
  g_hash_table_unref (self->documents);
  g_object_unref (self->container);
  g_free (self);
}

xmlDoc *
written_get (Written *self, const char *name)
{
  xmlDoc *document = g_hash_table_lookup (self->documents, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (document != NULL)
    return document;
  bytes = cog_container_read (self->container, name, &error);
  g_assert_no_error (error);
  document = g_str_has_suffix (name, ".html") ? cog_html_parse (bytes, NULL, name, NULL, &error)
                                              : cog_xml_parse (bytes, name, NULL, &error);
  g_assert_no_error (error);
  g_hash_table_insert (self->documents, g_strdup (name), document);
  return document;
}

static xmlXPathObject *
evaluate (Written *self, const char *name, const char *path)
{
  static const struct
  {
    const char *prefix, *ns;
  } rows[] = { { "h", COG_NS_XHTML },
               { "m", COG_NS_MATHML },
               { "epub", COG_NS_EPUB },
               { "opf", "http://www.idpf.org/2007/opf" },
               { "dc", "http://purl.org/dc/elements/1.1/" },
               { "ncx", "http://www.daisy.org/z3986/2005/ncx/" },
               { "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
               { "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
               { "omml", "http://schemas.openxmlformats.org/officeDocument/2006/math" },
               { "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
               { "custom",
                 "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" },
               { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
               { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
               { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
               { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
               { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
               { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
               { "svgc", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
               { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
               { "xlink", COG_NS_XLINK },
               { "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" } };
  xmlXPathContext *context = xmlXPathNewContext (written_get (self, name));
  xmlXPathObject *result;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    xmlXPathRegisterNs (context, (const xmlChar *)rows[i].prefix, (const xmlChar *)rows[i].ns);
  result = xmlXPathEvalExpression ((const xmlChar *)path, context);
  if (result == NULL)
    g_error ("%s is no path", path);
  xmlXPathFreeContext (context);
  return result;
}

guint
written_count (Written *self, const char *name, const char *path)
{
  xmlXPathObject *result = evaluate (self, name, path);
  guint n = result->nodesetval != NULL ? (guint)result->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (result);
  return n;
}

char *
written_dup (Written *self, const char *name, const char *path)
{
  xmlXPathObject *result = evaluate (self, name, path);
  xmlChar *text = xmlXPathCastToString (result);
  char *folded = cog_xml_fold_space ((const char *)text);

  xmlFree (text);
  xmlXPathFreeObject (result);
  return folded;
}

static gboolean
has_id (Written *self, const char *name, const char *id)
{
  g_autofree char *path = g_strdup_printf ("//*[@id='%s']", id);

  return written_count (self, name, path) == 1;
}

static void
assert_reference (Written *self, const char *name, const char *reference, gboolean is_link)
{
  const char *hash = strchr (reference, '#');
  const char *file =
      hash == reference ? name : cog_container_resolve (self->container, name, reference);

  if (is_link &&
      (g_str_has_prefix (reference, "https://") || g_str_has_prefix (reference, "http://")))
    return;
  if (g_str_has_prefix (reference, "data:image/") && !is_link)
    return;
  if (file == NULL || !cog_container_has (self->container, file))
    g_error ("%s: %s leads to no file", name, reference);
  if (hash != NULL && !has_id (self, file, hash + 1))
    g_error ("%s: %s leads to no element", name, reference);
}

void
written_assert_sound (Written *self, const char *name)
{
  static const char *const active[] = {
    "iframe", "object", "embed", "form", "input", "base", NULL
  };
  xmlNode *root = xmlDocGetRootElement (written_get (self, name));

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *type = NULL;

      if (n->type != XML_ELEMENT_NODE)
        continue;
      g_assert_false (g_strv_contains (active, (const char *)n->name));
      type = cog_xml_dup_attribute (n, "type");
      /* JSON is data. */
      if (cog_xml_is (n, NULL, "script") && g_strcmp0 (type, "application/json") != 0)
        g_assert_cmpstr (type, ==, "application/ld+json");
      for (xmlAttr *a = n->properties; a != NULL; a = a->next)
        {
          g_autofree char *value = (char *)xmlNodeListGetString (n->doc, a->children, 1);
          const char *attribute = (const char *)a->name;

          g_assert_false (g_str_has_prefix (attribute, "on"));
          if (strcmp (attribute, "href") == 0 || strcmp (attribute, "src") == 0)
            assert_reference (self, name, value, strcmp (attribute, "href") == 0);
        }
    }
}
