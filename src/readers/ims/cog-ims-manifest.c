/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims-manifest.h"

#include "cog-course-findings.h"
#include "cog-error.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
resource_free (gpointer data)
{
  CogImsResource *resource = data;

  g_free (resource->id);
  g_free (resource->href);
  g_free (resource->file);
  g_ptr_array_unref (resource->files);
  g_ptr_array_unref (resource->dependencies);
  g_free (resource);
}

void
cog_ims_manifest_free (CogImsManifest *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_ptr_array_unref (self->resources);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

const char *
cog_ims_manifest_find (const char *const *names)
{
  const char *found = NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *slash = strchr (names[i], '/');
      const char *last = slash != NULL ? slash + 1 : names[i];

      if (g_ascii_strcasecmp (last, "imsmanifest.xml") != 0)
        continue;
      if (slash == NULL)
        return names[i];
      if (found == NULL)
        found = names[i];
    }
  return found;
}

gboolean
cog_ims_is_page_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm") ||
         g_str_has_suffix (lower, ".xhtml");
}

static CogImsKind
find_kind (const char *type, const char *href)
{
  if (strstr (type, "question-bank") != NULL)
    return COG_IMS_BANK;
  if (g_str_has_prefix (type, "imsqti"))
    return COG_IMS_TEST;
  if (g_str_has_prefix (type, "imswl"))
    return COG_IMS_LINK;
  if (g_str_has_prefix (type, "imsdt"))
    return COG_IMS_DISCUSSION;
  if (g_str_has_prefix (type, "assignment"))
    return COG_IMS_ASSIGNMENT;
  if (g_str_has_prefix (type, "imsbasiclti") || g_str_has_prefix (type, "imslti"))
    return COG_IMS_TOOL;
  /* Canvas keeps pages of assignments and the syllabus as what only it understands. */
  if (g_str_equal (type, "webcontent") || (href != NULL && cog_ims_is_page_name (href)))
    return COG_IMS_WEB;
  return COG_IMS_OTHER;
}

/* XML Base: from the manifest down, each counts from the one above it. (transfer full) */
static char *
dup_base (const CogImsManifest *self, const xmlNode *node)
{
  const char *slash = strrchr (self->file, '/');
  g_autoptr (GString) base = g_string_new (NULL);

  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      g_autofree char *own = cog_xml_dup_attribute_ns (n, COG_NS_XML, "base");

      if (own != NULL && own[0] != '\0')
        {
          if (own[strlen (own) - 1] != '/')
            g_string_prepend_c (base, '/');
          g_string_prepend (base, own);
        }
    }
  if (slash != NULL)
    g_string_prepend_len (base, self->file, slash + 1 - self->file);
  return g_string_free (g_steal_pointer (&base), FALSE);
}

static const char *
resolve (CogImsManifest *self, CogContainer *container, const xmlNode *node, const char *href)
{
  g_autofree char *base = dup_base (self, node);
  const char *file = cog_container_resolve (container, base[0] != '\0' ? base : NULL, href);

  /* Some platforms write xml:base and mean the root all the same. */
  return file != NULL ? file : cog_container_resolve (container, self->file, href);
}

static void
add_file (CogImsManifest *self,
          CogContainer *container,
          CogImsResource *resource,
          const xmlNode *node)
{
  g_autofree char *href = cog_xml_dup_attribute (node, "href");
  const char *file = href != NULL ? resolve (self, container, node, href) : NULL;

  if (file != NULL)
    g_ptr_array_add (resource->files, g_strdup (file));
}

static void
add_resource (CogImsManifest *self, CogContainer *container, xmlNode *node)
{
  CogImsResource *resource = g_new0 (CogImsResource, 1);
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  const char *file;

  resource->id = cog_xml_dup_attribute (node, "identifier");
  resource->href = cog_xml_dup_attribute (node, "href");
  resource->node = node;
  resource->files = g_ptr_array_new_with_free_func (g_free);
  resource->dependencies = g_ptr_array_new_with_free_func (g_free);
  resource->kind = find_kind (type != NULL ? type : "", resource->href);
  for (xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      char *id =
          cog_xml_is (n, NULL, "dependency") ? cog_xml_dup_attribute (n, "identifierref") : NULL;

      if (id != NULL)
        g_ptr_array_add (resource->dependencies, id);
      if (cog_xml_is (n, NULL, "file"))
        add_file (self, container, resource, n);
    }
  file = resource->href != NULL ? resolve (self, container, node, resource->href) : NULL;
  if (file == NULL && resource->href == NULL && resource->files->len > 0)
    file = g_ptr_array_index (resource->files, 0);
  resource->file = g_strdup (file);
  g_ptr_array_add (self->resources, resource);
  if (resource->id != NULL && !g_hash_table_contains (self->by_id, resource->id))
    g_hash_table_insert (self->by_id, resource->id, resource);
}

/* Cartridges have one organization, content packages may have several. */
static void
choose_organization (CogImsManifest *self, xmlNode *organizations, CogReport *report)
{
  g_autofree char *wanted = cog_xml_dup_attribute (organizations, "default");

  for (xmlNode *n = cog_xml_first_element (organizations); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *id = NULL;

      if (!cog_xml_is (n, NULL, "organization"))
        continue;
      id = cog_xml_dup_attribute (n, "identifier");
      if (self->organization == NULL || (wanted != NULL && g_strcmp0 (id, wanted) == 0))
        self->organization = n;
    }
  for (xmlNode *n = cog_xml_first_element (organizations); n != NULL; n = cog_xml_next_element (n))
    if (n != self->organization && cog_xml_is (n, NULL, "organization"))
      {
        xmlNode *title = cog_xml_find_child (n, NULL, "title");
        g_autofree char *words = title != NULL ? cog_xml_dup_folded_text (title) : NULL;

        cog_report_add (report, &cog_finding_course_several_orders, self->file,
                        words != NULL ? words : "?", NULL);
      }
}

static gboolean
is_scorm (const CogImsManifest *self)
{
  xmlNode *schema =
      self->metadata != NULL ? cog_xml_find_child (self->metadata, NULL, "schema") : NULL;
  g_autofree char *words = schema != NULL ? cog_xml_dup_folded_text (schema) : NULL;

  if (words != NULL && strstr (words, "SCORM") != NULL)
    return TRUE;
  for (guint i = 0; i < self->resources->len; i++)
    {
      const CogImsResource *resource = g_ptr_array_index (self->resources, i);

      for (xmlAttr *a = resource->node->properties; a != NULL; a = a->next)
        if (g_ascii_strcasecmp ((const char *)a->name, "scormtype") == 0)
          return TRUE;
    }
  return FALSE;
}

static void
read_children (CogImsManifest *self, CogContainer *container, CogReport *report)
{
  xmlNode *root = xmlDocGetRootElement (self->document);

  for (xmlNode *n = cog_xml_first_element (root); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, NULL, "metadata"))
        self->metadata = n;
      else if (cog_xml_is (n, NULL, "organizations"))
        choose_organization (self, n, report);
      else if (cog_xml_is (n, NULL, "authorizations"))
        self->is_protected = TRUE;
      else if (cog_xml_is (n, NULL, "resources"))
        for (xmlNode *r = cog_xml_first_element (n); r != NULL; r = cog_xml_next_element (r))
          if (cog_xml_is (r, NULL, "resource"))
            add_resource (self, container, r);
    }
  self->is_scorm = is_scorm (self);
}

CogImsManifest *
cog_ims_manifest_new (CogContainer *container, CogReport *report, GError **error)
{
  g_autoptr (CogImsManifest) self = NULL;
  const char *file;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (COG_IS_CONTAINER (container), NULL);

  file = cog_ims_manifest_find (cog_container_get_names (container));
  bytes = file != NULL ? cog_container_read (container, file, error) : NULL;
  if (file == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                 _ ("%s: its table of contents (imsmanifest.xml) is missing."),
                 cog_container_get_display_name (container));
  if (bytes == NULL)
    return NULL;
  self = g_new0 (CogImsManifest, 1);
  self->file = g_strdup (file);
  self->resources = g_ptr_array_new_with_free_func (resource_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->document = cog_xml_parse (bytes, file, report, error);
  if (self->document == NULL)
    {
      g_prefix_error (error, "%s: ", cog_container_get_display_name (container));
      return NULL;
    }
  read_children (self, container, report);
  return g_steal_pointer (&self);
}

CogImsResource *
cog_ims_manifest_find_resource (CogImsManifest *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}
