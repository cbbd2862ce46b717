/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-package.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-exe-json.h"

#include <string.h>

/* content.xml of eXeLearning 3 and later: a flat list of pages, each with its parent, and in it
 * blocks with iDevices. */

/* What these show needs no program. */
static const char *const plain_types[] = {
  "text", "image", "image-gallery", "external-website", "download-source-file", "", NULL
};

static char *
dup_child (const xmlNode *parent, const char *name)
{
  xmlNode *child = parent != NULL ? cog_xml_find_child (parent, NULL, name) : NULL;
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  /* The value that was never set is this word. */
  if (text != NULL && (text[0] == '\0' || g_str_equal (text, "undefined")))
    g_clear_pointer (&text, g_free);
  return text;
}

/* The value of a key in a list of properties; of one that stands twice, the first. */
static char *
dup_property (const xmlNode *list, const char *key)
{
  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *own = dup_child (n, "key");

      if (g_strcmp0 (own, key) == 0)
        return dup_child (n, "value");
    }
  return NULL;
}

static gboolean
is_hidden (const xmlNode *parent, const char *list)
{
  g_autofree char *visible = dup_property (cog_xml_find_child (parent, NULL, list), "visibility");

  return g_strcmp0 (visible, "false") == 0;
}

static int
read_order (const xmlNode *node, const char *name)
{
  g_autofree char *text = dup_child (node, name);

  return text != NULL ? (int)CLAMP (g_ascii_strtoll (text, NULL, 10), -100000, 100000) : 0;
}

typedef struct
{
  xmlNode *node;
  int order;
} Ordered;

static int
compare_ordered (gconstpointer a, gconstpointer b)
{
  return ((const Ordered *)a)->order - ((const Ordered *)b)->order;
}

/* Children of that name, in the order that a child of theirs says. (element-type Ordered) */
static GArray *
list_ordered (const xmlNode *parent, const char *name, const char *order)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Ordered));

  for (xmlNode *n = parent != NULL ? cog_xml_first_element (parent) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, name))
      {
        Ordered row = { n, read_order (n, order) };

        g_array_append_val (list, row);
      }
  g_array_sort (list, compare_ordered);
  return list;
}

static void
tell_hidden (CogReport *report, const CogExePage *page, const char *heading)
{
  const char *title = page->title != NULL ? page->title : "?";

  cog_report_add (report, &cog_finding_course_hidden, title,
                  heading != NULL && heading[0] != '\0' ? heading : title, NULL);
}

static void
read_component (CogExePage *page, const xmlNode *component, char **heading, CogReport *report)
{
  g_autofree char *type = dup_child (component, "odeIdeviceTypeName");
  xmlNode *view = cog_xml_find_child (component, NULL, "htmlView");
  xmlNode *json = cog_xml_find_child (component, NULL, "jsonProperties");
  g_autofree char *html = view != NULL ? cog_xml_dup_text (view) : NULL;
  CogExeDevice *device;

  if (is_hidden (component, "odeComponentsProperties"))
    {
      tell_hidden (report, page, *heading);
      return;
    }
  device = cog_exe_page_add_device (page, type != NULL ? type : "");
  device->is_activity = !g_strv_contains (plain_types, device->type);
  device->heading = g_steal_pointer (heading);
  if (!cog_course_page_is_blank (html))
    g_ptr_array_add (device->texts, g_steal_pointer (&html));
  else if (json != NULL)
    {
      /* The same text stands here; some activities have only this. */
      g_autofree char *text = cog_xml_dup_text (json);

      cog_exe_json_add_texts (text, device->texts);
    }
}

static void
read_block (CogExePage *page, const xmlNode *block, CogReport *report)
{
  g_autoptr (GArray) components = list_ordered (cog_xml_find_child (block, NULL, "odeComponents"),
                                                "odeComponent", "odeComponentsOrder");
  g_autofree char *heading = dup_child (block, "blockName");

  if (is_hidden (block, "odePagStructureProperties"))
    {
      tell_hidden (report, page, heading);
      return;
    }
  for (guint i = 0; i < components->len; i++)
    read_component (page, g_array_index (components, Ordered, i).node, &heading, report);
}

static void
read_page (CogExePackage *self, const xmlNode *node, CogReport *report)
{
  CogExePage *page = cog_exe_package_add_page (self, dup_child (node, "odePageId"));
  xmlNode *properties = cog_xml_find_child (node, NULL, "odeNavStructureProperties");
  g_autoptr (GArray) blocks = list_ordered (cog_xml_find_child (node, NULL, "odePagStructures"),
                                            "odePagStructure", "odePagStructureOrder");

  page->parent = dup_child (node, "odeParentPageId");
  page->order = read_order (node, "odeNavStructureOrder");
  page->title = dup_property (properties, "titlePage");
  if (page->title == NULL)
    page->title = dup_child (node, "pageName");
  page->is_hidden = is_hidden (node, "odeNavStructureProperties");
  /* A hidden page is told once, as a whole. */
  for (guint i = 0; i < blocks->len && !page->is_hidden; i++)
    read_block (page, g_array_index (blocks, Ordered, i).node, report);
}

/* The first of the keys that is set. */
static char *
dup_any (const xmlNode *list, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *value = dup_property (list, keys[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

void
cog_exe_read_ode (CogExePackage *self, xmlNode *root, CogReport *report)
{
  static const char *const titles[] = { "pp_title", "lom_general_title_string", NULL };
  static const char *const authors[] = { "pp_author", "lom_lifeCycle_contribute_entity_name",
                                         NULL };
  static const char *const languages[] = { "pp_lang", "lom_general_language", NULL };
  static const char *const licences[] = { "pp_license", "license", NULL };
  static const char *const rights[] = { "lom_rights_description_string", "dc_rights", NULL };
  static const char *const descriptions[] = { "pp_description", "lom_general_description_string",
                                              NULL };
  const xmlNode *properties = cog_xml_find_child (root, NULL, "odeProperties");
  const xmlNode *pages = cog_xml_find_child (root, NULL, "odeNavStructures");

  self->title = dup_any (properties, titles);
  self->author = dup_any (properties, authors);
  self->language = dup_any (properties, languages);
  self->licence = dup_any (properties, licences);
  self->rights = dup_any (properties, rights);
  self->description = dup_any (properties, descriptions);
  for (xmlNode *n = pages != NULL ? cog_xml_first_element (pages) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "odeNavStructure"))
      read_page (self, n, report);
}
