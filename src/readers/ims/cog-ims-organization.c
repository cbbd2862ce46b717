/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-reader-findings.h"

#include <string.h>

static char *
dup_title (const xmlNode *item)
{
  xmlNode *title = cog_xml_find_child (item, NULL, "title");
  char *text = title != NULL ? cog_xml_dup_folded_text (title) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static CogImsResource *
find_resource (CogIms *r, const xmlNode *item)
{
  g_autofree char *id = cog_xml_dup_attribute (item, "identifierref");

  return cog_ims_manifest_find_resource (r->manifest, id);
}

static gboolean
has_items (const xmlNode *item)
{
  return cog_xml_find_child (item, NULL, "item") != NULL;
}

/* Whether an item is not shown to learners. is_all gets whether those below it are not either: in a
 * content package only the item itself is meant (IMS CP, "isvisible"), in Canvas the module. */
static gboolean
is_hidden (CogIms *r, const xmlNode *item, gboolean *is_all)
{
  g_autofree char *id = cog_xml_dup_attribute (item, "identifier");
  g_autofree char *reference = cog_xml_dup_attribute (item, "identifierref");
  g_autofree char *visible = cog_xml_dup_attribute (item, "isvisible");

  *is_all = (id != NULL && g_hash_table_contains (r->hidden, id)) ||
            (reference != NULL && g_hash_table_contains (r->hidden, reference));
  return *is_all || (visible != NULL &&
                     (g_ascii_strcasecmp (visible, "false") == 0 || g_str_equal (visible, "0")));
}

static gboolean
is_page (const CogImsResource *resource)
{
  return resource->kind == COG_IMS_WEB && resource->file != NULL &&
         cog_ims_is_page_name (resource->file);
}

/* Whether an entry is no text, but leads to something: it can stand in a list. */
static gboolean
is_reference (CogIms *r, const xmlNode *item)
{
  const CogImsResource *resource = find_resource (r, item);

  return resource != NULL && !has_items (item) &&
         (resource->kind == COG_IMS_LINK || resource->kind == COG_IMS_TOOL);
}

static gboolean
has_only_references (CogIms *r, const xmlNode *parent)
{
  guint n_items = 0;

  for (const xmlNode *n = cog_xml_first_element (parent); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "item"))
      {
        n_items++;
        if (!is_reference (r, n))
          return FALSE;
      }
  return n_items > 0;
}

static void
add_reference (CogIms *r, const xmlNode *item, xmlNode *list)
{
  CogImsResource *resource = find_resource (r, item);
  g_autofree char *title = dup_title (item);
  g_autofree char *own = NULL;
  g_autofree char *url = NULL;
  xmlNode *entry;
  gboolean is_all;

  resource->is_taken = TRUE;
  if (is_hidden (r, item, &is_all))
    {
      cog_report_add (r->report, &cog_finding_course_hidden, r->manifest->file,
                      title != NULL ? title : "?", NULL);
      return;
    }
  if (resource->kind == COG_IMS_LINK && cog_ims_read_link (r, resource, &own, &url))
    {
      entry = cog_made_page_add (list, "li", NULL, NULL);
      cog_course_page_add_link (entry, url, title != NULL ? title : own != NULL ? own : url);
      r->n_links++;
      cog_report_add (r->report, &cog_finding_course_web_links, resource->file, NULL, NULL);
      return;
    }
  entry = cog_made_page_add (list, "li", NULL, NULL);
  xmlAddChild (entry,
               xmlNewDocText (entry->doc, (const xmlChar *)(title != NULL ? title : resource->id)));
  cog_report_add (r->report,
                  resource->kind == COG_IMS_TOOL ? &cog_finding_course_tool
                                                 : &cog_finding_missing_file,
                  r->manifest->file, title != NULL ? title : resource->id, NULL);
}

/* A module that holds nothing but addresses is one page, with a list of them. */
static void
take_list (CogIms *r, const xmlNode *parent, GPtrArray *siblings, const char *title)
{
  CogSection *section = cog_course_add_section (r->course, siblings, title);
  g_autofree char *file = g_strdup_printf ("%s/%s", r->manifest->file, section->id);
  xmlNode *body;
  xmlDoc *page = cog_course_page_new (&body);
  xmlNode *list;

  cog_made_page_add_heading (body, 1, title);
  list = cog_made_page_add (body, "ul", NULL, NULL);
  for (const xmlNode *n = cog_xml_first_element (parent); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "item"))
      add_reference (r, n, list);
  cog_course_set_page (r->course, section, file, page, body);
}

static void take_items (CogIms *r, const xmlNode *parent, GPtrArray *siblings, guint depth);

/* A title without anything is a line between the pages of a module. */
static void
take_bare_title (CogIms *r, GPtrArray *siblings, const char *title)
{
  CogSection *section = cog_course_add_section (r->course, siblings, title);
  g_autofree char *file = g_strdup_printf ("%s/%s", r->manifest->file, section->id);
  xmlNode *body;
  xmlDoc *page = cog_course_page_new (&body);

  cog_made_page_add_heading (body, 1, title);
  cog_course_set_page (r->course, section, file, page, body);
}

/* The section of what the item names; NULL: it made none. */
static CogSection *
take_resource (CogIms *r, const xmlNode *item, GPtrArray *siblings, const char *title, guint depth)
{
  g_autofree char *reference = cog_xml_dup_attribute (item, "identifierref");
  CogImsResource *resource = find_resource (r, item);
  guint n_before = siblings->len;

  if (resource == NULL || (resource->is_taken && resource->kind != COG_IMS_OTHER))
    {
      cog_report_add (r->report,
                      resource == NULL ? &cog_finding_missing_module : &cog_finding_repeated_module,
                      r->manifest->file, title != NULL ? title : reference, NULL);
      return NULL;
    }
  resource->is_taken = TRUE;
  if (is_page (resource))
    return cog_ims_take_web_page (r, siblings, title, resource, resource->file, depth);
  return cog_ims_take_entry (r, siblings, title, resource) && siblings->len > n_before
             ? g_ptr_array_index (siblings, siblings->len - 1)
             : NULL;
}

static void
take_item (CogIms *r, const xmlNode *item, GPtrArray *siblings, guint depth)
{
  g_autofree char *title = dup_title (item);
  g_autofree char *reference = cog_xml_dup_attribute (item, "identifierref");
  CogSection *section = NULL;
  gboolean is_all = FALSE;
  gboolean hides = is_hidden (r, item, &is_all);

  if (hides)
    {
      CogImsResource *resource = find_resource (r, item);

      if (resource != NULL)
        resource->is_taken = TRUE;
      cog_report_add (r->report, &cog_finding_course_hidden, r->manifest->file,
                      title != NULL ? title : "?", NULL);
    }
  if (is_all)
    return;
  if (!hides && reference != NULL && reference[0] != '\0')
    section = take_resource (r, item, siblings, title, depth);
  else if (!hides && title != NULL && !has_items (item))
    take_bare_title (r, siblings, title);
  if (!has_items (item))
    return;
  if (section == NULL && has_only_references (r, item))
    {
      take_list (r, item, siblings, title);
      return;
    }
  if (section == NULL && title != NULL && !hides)
    section = cog_course_add_section (r->course, siblings, title);
  take_items (r, item,
              section != NULL && depth < COG_COURSE_MAX_DEPTH ? section->children : siblings,
              depth + (section != NULL));
}

/* Goes as deep as the parser of the manifest let it be. */
static void
take_items (CogIms *r, const xmlNode *parent, GPtrArray *siblings, guint depth)
{
  for (const xmlNode *n = cog_xml_first_element (parent); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "item"))
      take_item (r, n, siblings, depth);
}

static void
claim_files (CogIms *r)
{
  const xmlNode *top = r->manifest->organization;

  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    {
      const CogImsResource *resource = cog_xml_is (n, NULL, "item") ? find_resource (r, n) : NULL;

      if (resource != NULL && resource->file != NULL)
        g_hash_table_add (r->claimed, g_strdup (resource->file));
    }
}

/* What a test or a page needs is no page by itself. */
static void
take_dependencies (CogIms *r)
{
  for (guint i = 0; i < r->manifest->resources->len; i++)
    {
      const CogImsResource *resource = g_ptr_array_index (r->manifest->resources, i);

      for (guint d = 0; d < resource->dependencies->len; d++)
        {
          CogImsResource *other = cog_ims_manifest_find_resource (
              r->manifest, g_ptr_array_index (resource->dependencies, d));

          if (other != NULL && (other->kind == COG_IMS_TEST || other->kind == COG_IMS_OTHER))
            other->is_taken = TRUE;
        }
    }
}

/* Canvas exports all its pages, those in modules and the others; of a package without a list all is
 * taken. */
static gboolean
is_wanted (const CogImsResource *resource, gboolean has_list)
{
  if (resource->kind == COG_IMS_OTHER)
    return FALSE;
  if (!is_page (resource))
    return resource->kind != COG_IMS_WEB || (!has_list && resource->file != NULL);
  return !has_list || strstr (resource->file, "wiki_content/") != NULL ||
         strstr (resource->file, "syllabus.html") != NULL ||
         g_ptr_array_find_with_equal_func (resource->files, "assignment_settings.xml",
                                           (GEqualFunc)g_str_has_suffix, NULL);
}

static void
take_rest (CogIms *r, gboolean has_list)
{
  GPtrArray *siblings = r->course->book->sections;

  for (guint i = 0; i < r->manifest->resources->len; i++)
    {
      CogImsResource *resource = g_ptr_array_index (r->manifest->resources, i);
      guint n_before = siblings->len;

      if (resource->is_taken || (resource->file != NULL && is_page (resource) &&
                                 cog_course_find_page (r->course, resource->file) != NULL))
        continue;
      if (resource->kind == COG_IMS_OTHER)
        cog_report_add (r->report, &cog_finding_course_settings, r->manifest->file, NULL, NULL);
      else if (!is_wanted (resource, has_list))
        {
          if (is_page (resource))
            cog_report_add (r->report, &cog_finding_not_listed, r->manifest->file, resource->file,
                            NULL);
          continue;
        }
      resource->is_taken = TRUE;
      if (resource->kind == COG_IMS_OTHER ||
          (resource->id != NULL && g_hash_table_contains (r->hidden, resource->id)))
        continue;
      if (is_page (resource))
        cog_ims_take_web_page (r, siblings, NULL, resource, resource->file, 0);
      else
        cog_ims_take_entry (r, siblings, NULL, resource);
      if (has_list && siblings->len > n_before)
        {
          const CogSection *section = g_ptr_array_index (siblings, siblings->len - 1);

          cog_report_add (r->report, &cog_finding_course_loose_page, resource->file,
                          section->title != NULL ? section->title : resource->file, NULL);
        }
    }
}

void
cog_ims_take_organization (CogIms *r)
{
  const xmlNode *top = r->manifest->organization;
  const xmlNode *first = top != NULL ? cog_xml_find_child (top, NULL, "item") : NULL;
  const xmlNode *root = top;
  gboolean has_list;

  g_return_if_fail (r != NULL);

  claim_files (r);
  take_dependencies (r);
  /* Cartridges have one item around all, without a title (CC 1.0, 4.3). */
  if (first != NULL && cog_xml_find_child (first, NULL, "title") == NULL && has_items (first))
    root = first;
  has_list = root != NULL && has_items (root) &&
             !(root == top && first != NULL && !has_items (first) &&
               cog_xml_find_child (first, NULL, "title") == NULL);
  if (has_list)
    take_items (r, root, r->course->book->sections, 0);
  cog_ims_take_later (r);
  take_rest (r, has_list);
  cog_ims_take_later (r);
}
