/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-package.h"

#include "cog-error.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPES "[Content_Types].xml"
#define PACKAGE "" /* whose relations are those of the package itself */

typedef struct
{
  char *kind; /* the last part of its type */
  char *target;
  gboolean is_external;
} Relation;

struct _CogDocxPackage
{
  CogContainer *container;
  CogReport *report;
  CogTrackedChanges changes;
  char *main;
  GHashTable *documents; /* part → xmlDoc; NULL: broken */
  GHashTable *relations; /* part → (id → Relation) */
};

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation);
}

static void
document_free (gpointer data)
{
  if (data != NULL)
    xmlFreeDoc (data);
}

/* Word's own type, the one with macros, and both for templates. */
static gboolean
is_main_type (const char *type)
{
  return g_str_has_prefix (type, "application/vnd.openxmlformats-officedocument."
                                 "wordprocessingml.document.main+") ||
         g_str_has_prefix (type, "application/vnd.openxmlformats-officedocument."
                                 "wordprocessingml.template.main+") ||
         g_str_has_prefix (type, "application/vnd.ms-word.document.macroEnabled.main+") ||
         g_str_has_prefix (type, "application/vnd.ms-word.template.macroEnabledTemplate.main+");
}

char *
cog_docx_dup_main_name (CogContainer *container)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) types = NULL;

  g_return_val_if_fail (container != NULL, NULL);

  if (!cog_container_has (container, TYPES))
    return NULL;
  bytes = cog_container_read (container, TYPES, NULL);
  types = bytes != NULL ? cog_xml_parse (bytes, TYPES, NULL, NULL) : NULL;
  for (xmlNode *n = types != NULL ? cog_xml_first_element (xmlDocGetRootElement (types)) : NULL;
       n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *type = cog_xml_dup_attribute (n, "ContentType");
      g_autofree char *name = cog_xml_dup_attribute (n, "PartName");

      if (name != NULL && type != NULL && is_main_type (type))
        return g_strdup (name[0] == '/' ? name + 1 : name);
    }
  return NULL;
}

static char *
dup_relations_name (const char *part)
{
  g_autofree char *folder = part[0] != '\0' ? g_path_get_dirname (part) : g_strdup (".");
  g_autofree char *base = part[0] != '\0' ? g_path_get_basename (part) : g_strdup ("");

  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", base)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
}

static xmlDoc *
parse_part (CogDocxPackage *self, const char *part, GError **error)
{
  const char *shown = cog_container_get_display_name (self->container);
  g_autofree char *place = g_strdup_printf ("%s: %s", shown, part);
  g_autoptr (GBytes) bytes = cog_container_read (self->container, part, error);
  xmlDoc *document = bytes != NULL ? cog_xml_parse (bytes, place, self->report, error) : NULL;

  if (document != NULL && self->changes == COG_TRACKED_CHANGES_REJECT)
    cog_docx_reverse_changes (xmlDocGetRootElement (document));
  return document;
}

static void
add_relation (CogDocxPackage *self, GHashTable *table, const char *part, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "Id");
  g_autofree char *type = cog_xml_dup_attribute (node, "Type");
  g_autofree char *mode = cog_xml_dup_attribute (node, "TargetMode");
  g_autofree char *target = cog_xml_dup_attribute (node, "Target");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;
  Relation *relation;

  if (id == NULL || target == NULL || slash == NULL)
    return;
  relation = g_new0 (Relation, 1);
  relation->kind = g_strdup (slash + 1);
  relation->is_external = g_strcmp0 (mode, "External") == 0;
  if (relation->is_external)
    relation->target = g_steal_pointer (&target);
  else
    {
      gboolean is_absolute = target[0] == '/' || part[0] == '\0';
      const char *name = target[0] == '/' ? target + 1 : target;

      relation->target =
          g_strdup (cog_container_resolve (self->container, is_absolute ? NULL : part, name));
    }
  g_hash_table_replace (table, g_steal_pointer (&id), relation);
}

static GHashTable *
get_relations (CogDocxPackage *self, const char *part)
{
  GHashTable *table = g_hash_table_lookup (self->relations, part);
  g_autofree char *name = NULL;
  g_autoptr (xmlDoc) document = NULL;

  if (table != NULL)
    return table;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_hash_table_insert (self->relations, g_strdup (part), table);
  name = dup_relations_name (part);
  if (cog_container_has (self->container, name))
    document = parse_part (self, name, NULL);
  for (xmlNode *n = document != NULL ? cog_xml_first_element (xmlDocGetRootElement (document))
                                     : NULL;
       n != NULL; n = cog_xml_next_element (n))
    add_relation (self, table, part, n);
  return table;
}

/* Whether the package itself says that its main part is another one, or none that is in it: what
 * its content types say is then not to be trusted. */
static gboolean
is_disowned (CogDocxPackage *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, get_relations (self, PACKAGE));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Relation *relation = value;

      if (g_str_equal (relation->kind, "officeDocument"))
        return relation->is_external || g_strcmp0 (relation->target, self->main) != 0;
    }
  return FALSE;
}

CogDocxPackage *
cog_docx_package_new (CogContainer *container,
                      CogReport *report,
                      CogTrackedChanges changes,
                      GError **error)
{
  g_autoptr (CogDocxPackage) self = g_new0 (CogDocxPackage, 1);
  xmlDoc *document;

  g_return_val_if_fail (container != NULL, NULL);

  self->container = g_object_ref (container);
  self->report = report;
  self->changes = changes;
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, document_free);
  self->relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  self->main = cog_docx_dup_main_name (container);
  if (self->main == NULL || !cog_container_has (container, self->main) || is_disowned (self))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: the part with its text is missing."),
                   cog_container_get_display_name (container));
      return NULL;
    }
  document = parse_part (self, self->main, error);
  if (document == NULL)
    return NULL;
  g_hash_table_insert (self->documents, g_strdup (self->main), document);
  return g_steal_pointer (&self);
}

void
cog_docx_package_free (CogDocxPackage *self)
{
  g_clear_object (&self->container);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_free (self->main);
  g_free (self);
}

const char *
cog_docx_package_get_main (CogDocxPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->main;
}

xmlNode *
cog_docx_package_get_root (CogDocxPackage *self, const char *part)
{
  gpointer document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (self != NULL && part != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->documents, part, NULL, &document))
    {
      document = parse_part (self, part, &error);
      if (document == NULL)
        cog_report_add (self->report, &cog_finding_page_unreadable, part, part, error->message);
      g_hash_table_insert (self->documents, g_strdup (part), document);
    }
  return document != NULL ? xmlDocGetRootElement (document) : NULL;
}

GBytes *
cog_docx_package_read (CogDocxPackage *self, const char *part)
{
  g_return_val_if_fail (self != NULL && part != NULL, NULL);
  return cog_container_has (self->container, part)
             ? cog_container_read (self->container, part, NULL)
             : NULL;
}

GPtrArray *
cog_docx_package_list_kind (CogDocxPackage *self, const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (self != NULL && kind != NULL, found);

  g_hash_table_iter_init (&iter, get_relations (self, self->main));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Relation *relation = value;

      if (!relation->is_external && relation->target != NULL && g_str_equal (relation->kind, kind))
        g_ptr_array_add (found, relation->target);
    }
  return found;
}

const char *
cog_docx_package_find_kind (CogDocxPackage *self, const char *kind)
{
  g_autoptr (GPtrArray) found = cog_docx_package_list_kind (self, kind);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

const char *
cog_docx_package_get_target (CogDocxPackage *self,
                             const char *part,
                             const char *id,
                             gboolean *is_external)
{
  const Relation *relation;

  g_return_val_if_fail (self != NULL && part != NULL && id != NULL, NULL);

  relation = g_hash_table_lookup (get_relations (self, part), id);
  if (relation == NULL)
    return NULL;
  *is_external = relation->is_external;
  return relation->target;
}
