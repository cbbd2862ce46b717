/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include "cog-course-credits.h"
#include "cog-lom.h"

#include <string.h>

/* course_settings/ of a Canvas export: module_meta.xml says which modules and items are published,
 * files_meta.xml whose the files are. */

static xmlDoc *
parse (CogIms *r, const char *name)
{
  const char *file = cog_container_resolve (r->container, r->manifest->file, name);
  g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (r->container, file, NULL) : NULL;

  return bytes != NULL ? cog_xml_parse (bytes, file, r->report, NULL) : NULL;
}

static char *
dup_child (const xmlNode *parent, const char *name)
{
  xmlNode *child = cog_xml_find_child (parent, NULL, name);

  return child != NULL ? cog_xml_dup_folded_text (child) : NULL;
}

static void
read_modules (CogIms *r)
{
  g_autoptr (xmlDoc) document = parse (r, "course_settings/module_meta.xml");
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *state = cog_xml_is (n, NULL, "module") || cog_xml_is (n, NULL, "item")
                                   ? dup_child (n, "workflow_state")
                                   : NULL;
      g_autofree char *id = state != NULL ? cog_xml_dup_attribute (n, "identifier") : NULL;

      if (id != NULL && (g_str_equal (state, "unpublished") || g_str_equal (state, "deleted")))
        g_hash_table_add (r->hidden, g_steal_pointer (&id));
    }
}

/* Its words for licences; "private" is what it says where nobody chose. */
static const char *
find_licence (const char *licence, const char *justification)
{
  static const struct
  {
    const char *word;
    const char *licence;
  } words[] = {
    { "cc_by", "CC BY" },
    { "cc_by_sa", "CC BY-SA" },
    { "cc_by_nc", "CC BY-NC" },
    { "cc_by_nc_sa", "CC BY-NC-SA" },
    { "cc_by_nd", "CC BY-ND" },
    { "cc_by_nc_nd", "CC BY-NC-ND" },
    { "public_domain", "Public Domain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (licence, words[i].word) == 0 || g_strcmp0 (justification, words[i].word) == 0)
      return words[i].licence;
  if (g_strcmp0 (justification, "own_copyright") == 0 ||
      g_strcmp0 (justification, "used_by_permission") == 0 ||
      g_strcmp0 (justification, "fair_use") == 0)
    return justification;
  return NULL;
}

static void
read_usage (CogIms *r, const xmlNode *file, const xmlNode *usage)
{
  g_autofree char *id = cog_xml_dup_attribute (file, "identifier");
  const CogImsResource *resource = cog_ims_manifest_find_resource (r->manifest, id);
  g_autofree char *justification = cog_xml_dup_attribute (usage, "use_justification");
  g_autofree char *licence = dup_child (usage, "license");
  g_autofree char *holder = dup_child (usage, "legal_copyright");
  const char *words = find_licence (licence, justification);
  CogCredit *credit;

  if (resource == NULL || resource->file == NULL || (words == NULL && holder == NULL))
    return;
  credit =
      cog_course_credit_new (NULL, words, NULL, "course_settings/files_meta.xml", "usage_rights");
  if (holder != NULL && holder[0] != '\0')
    credit->copyright = g_strdup (holder);
  cog_course_add_file_credit (r->course, resource->file, credit);
}

static void
read_files (CogIms *r)
{
  g_autoptr (xmlDoc) document = parse (r, "course_settings/files_meta.xml");
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      xmlNode *usage =
          cog_xml_is (n, NULL, "file") ? cog_xml_find_child (n, NULL, "usage_rights") : NULL;

      if (usage != NULL)
        read_usage (r, n, usage);
    }
}

/* In every package a resource may have metadata of its own. */
static void
read_resources (CogIms *r)
{
  for (guint i = 0; i < r->manifest->resources->len; i++)
    {
      const CogImsResource *resource = g_ptr_array_index (r->manifest->resources, i);
      xmlNode *metadata = cog_xml_find_child (resource->node, NULL, "metadata");
      xmlNode *lom = metadata != NULL ? cog_lom_find (metadata) : NULL;
      CogCredit *credit =
          lom != NULL && resource->file != NULL && !cog_ims_is_page_name (resource->file)
              ? cog_lom_read_credit (lom, r->manifest->file)
              : NULL;

      if (credit != NULL)
        cog_course_add_file_credit (r->course, resource->file, credit);
    }
}

void
cog_ims_read_canvas (CogIms *r)
{
  g_return_if_fail (r != NULL);

  read_modules (r);
  read_resources (r);
  read_files (r);
}
