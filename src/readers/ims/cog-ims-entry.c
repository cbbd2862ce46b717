/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-media.h"
#include "cog-path.h"
#include "cog-qti.h"
#include "cog-reader-findings.h"

#include <string.h>

static xmlDoc *
parse (CogIms *r, const CogImsResource *resource)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      resource->file != NULL ? cog_container_read (r->container, resource->file, NULL) : NULL;
  xmlDoc *document;

  if (bytes == NULL)
    {
      cog_report_add (r->report, &cog_finding_missing_file, r->manifest->file,
                      resource->href != NULL ? resource->href : resource->id, NULL);
      return NULL;
    }
  document = cog_xml_parse (bytes, resource->file, r->report, &error);
  if (document == NULL)
    cog_report_add (r->report, &cog_finding_page_unreadable, resource->file, resource->file,
                    error->message);
  return document;
}

static char *
dup_child (const xmlNode *parent, const char *name)
{
  xmlNode *child = cog_xml_find_child (parent, NULL, name);
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

gboolean
cog_ims_read_link (CogIms *r, const CogImsResource *resource, char **title, char **url)
{
  g_autoptr (xmlDoc) document = parse (r, resource);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *address = root != NULL ? cog_xml_find_child (root, NULL, "url") : NULL;

  if (address == NULL)
    return FALSE;
  *url = cog_xml_dup_attribute (address, "href");
  *title = dup_child (root, "title");
  if (*url != NULL && !g_str_has_prefix (g_strstrip (*url), "http"))
    g_clear_pointer (url, g_free);
  if (*url == NULL)
    g_clear_pointer (title, g_free);
  return *url != NULL;
}

/* A section with a page of its own. */
static CogSection *
add_page (CogIms *r, GPtrArray *siblings, const char *title, const char *file, xmlNode **body)
{
  CogSection *section = cog_course_add_section (r->course, siblings, title);
  xmlDoc *page = cog_course_page_new (body);

  cog_made_page_add_heading (*body, 1, title);
  cog_course_set_page (r->course, section, file, page, *body);
  return section;
}

static void
note_section (CogIms *r, const CogImsResource *resource, const CogSection *section)
{
  if (resource->id != NULL)
    g_hash_table_insert (r->sections, g_strdup (resource->id), g_strdup (section->id));
}

static gboolean
take_link (CogIms *r, GPtrArray *siblings, const char *title, const CogImsResource *resource)
{
  g_autofree char *own = NULL;
  g_autofree char *url = NULL;
  xmlNode *body, *line;

  if (!cog_ims_read_link (r, resource, &own, &url))
    return FALSE;
  title = title != NULL ? title : own != NULL ? own : url;
  note_section (r, resource, add_page (r, siblings, title, resource->file, &body));
  line = cog_made_page_add (body, "p", NULL, NULL);
  cog_course_page_add_link (line, url, url);
  r->n_links++;
  cog_report_add (r->report, &cog_finding_course_web_links, resource->file, NULL, NULL);
  return TRUE;
}

/* texttype says whether the text is HTML; some platforms forget it. */
static char *
dup_html (const xmlNode *text)
{
  g_autofree char *type = cog_xml_dup_attribute (text, "texttype");
  g_autofree char *words = cog_xml_dup_text (text);

  if ((type != NULL && strstr (type, "html") != NULL) || strstr (words, "</") != NULL)
    return g_steal_pointer (&words);
  return cog_course_page_escape (words);
}

/* Discussions have the text in "text", assignments in that or in "instructor_text". */
static gboolean
take_text (CogIms *r, GPtrArray *siblings, const char *title, const CogImsResource *resource)
{
  g_autoptr (xmlDoc) document = parse (r, resource);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *text = root != NULL ? cog_xml_find_child (root, NULL, "text") : NULL;
  g_autofree char *own = root != NULL ? dup_child (root, "title") : NULL;
  g_autofree char *html = text != NULL ? dup_html (text) : NULL;
  xmlNode *body;

  if (root == NULL)
    return FALSE;
  title = title != NULL ? title : own;
  if (cog_course_page_is_blank (html) && title == NULL)
    return FALSE;
  note_section (r, resource, add_page (r, siblings, title, resource->file, &body));
  cog_made_page_add_html (body, html, NULL);
  if (resource->kind == COG_IMS_DISCUSSION)
    cog_report_add (r->report, &cog_finding_course_activity, resource->file,
                    title != NULL ? title : resource->file, "discussion");
  if (cog_course_page_is_blank (html))
    cog_report_add (r->report, &cog_finding_course_empty_page, resource->file, title, NULL);
  else
    r->n_pages++;
  return TRUE;
}

/* What Canvas cannot say in a cartridge's QTI it says in a second file of the same test. */
static const char *
find_second_file (CogIms *r, const CogImsResource *resource)
{
  for (guint i = 0; i < resource->dependencies->len; i++)
    {
      const CogImsResource *other = cog_ims_manifest_find_resource (
          r->manifest, g_ptr_array_index (resource->dependencies, i));

      for (guint f = 0; other != NULL && f < other->files->len; f++)
        if (strstr (g_ptr_array_index (other->files, f), "non_cc_assessments/") != NULL)
          return g_ptr_array_index (other->files, f);
    }
  return NULL;
}

static guint
write_test (CogIms *r, const xmlNode *root, const char *file, xmlNode *body)
{
  return cog_qti_write (root, file, r->container, r->report, body, 2);
}

static guint
write_second (CogIms *r, const CogImsResource *resource, xmlNode *body)
{
  const char *file = find_second_file (r, resource);
  g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (r->container, file, NULL) : NULL;
  g_autoptr (xmlDoc) document = bytes != NULL ? cog_xml_parse (bytes, file, r->report, NULL) : NULL;

  return document != NULL ? write_test (r, xmlDocGetRootElement (document), file, body) : 0;
}

static gboolean
take_test (CogIms *r, GPtrArray *siblings, const char *title, const CogImsResource *resource)
{
  g_autoptr (xmlDoc) document = parse (r, resource);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *own = root != NULL ? cog_qti_dup_title (root) : NULL;
  CogSection *section;
  xmlNode *body;
  guint n_questions;

  if (root == NULL)
    return FALSE;
  title = title != NULL ? title : own;
  section = add_page (r, siblings, title, resource->file, &body);
  section->type = g_strdup ("assessment");
  note_section (r, resource, section);
  n_questions = write_test (r, root, resource->file, body);
  if (n_questions == 0)
    n_questions = write_second (r, resource, body);
  if (n_questions == 0)
    cog_report_add (r->report, &cog_finding_course_empty_page, resource->file,
                    title != NULL ? title : resource->file, NULL);
  else
    r->n_pages++;
  return TRUE;
}

/* A picture, sound or film is shown; any other document is told of. */
static gboolean
take_file (CogIms *r, GPtrArray *siblings, const char *title, const CogImsResource *resource)
{
  g_autoptr (GBytes) bytes =
      resource->file != NULL ? cog_container_read (r->container, resource->file, NULL) : NULL;
  const char *name = bytes != NULL ? cog_media_get_element (bytes, resource->file) : NULL;
  g_autofree char *reference = NULL;
  xmlNode *body, *figure, *medium;

  if (bytes == NULL)
    {
      g_autofree char *shown =
          g_utf8_make_valid (resource->href != NULL ? resource->href : "?", -1);

      cog_report_add (r->report, &cog_finding_missing_file, r->manifest->file, shown, NULL);
      return FALSE;
    }
  if (name == NULL || title == NULL)
    {
      if (name == NULL)
        cog_report_add (r->report, &cog_finding_course_file, r->manifest->file, resource->file,
                        NULL);
      return FALSE;
    }
  reference = cog_course_dup_reference (resource->file);
  note_section (r, resource, add_page (r, siblings, title, resource->file, &body));
  figure = cog_made_page_add (body, "figure", NULL, NULL);
  medium = cog_made_page_add (figure, name, NULL, NULL);
  cog_xml_set (medium, "src", reference);
  r->n_pages++;
  return TRUE;
}

gboolean
cog_ims_take_entry (CogIms *r, GPtrArray *siblings, const char *title, CogImsResource *resource)
{
  g_return_val_if_fail (r != NULL && siblings != NULL && resource != NULL, FALSE);

  switch (resource->kind)
    {
    case COG_IMS_LINK:
      return take_link (r, siblings, title, resource);
    case COG_IMS_DISCUSSION:
    case COG_IMS_ASSIGNMENT:
      return take_text (r, siblings, title, resource);
    case COG_IMS_TEST:
    case COG_IMS_BANK:
      return take_test (r, siblings, title, resource);
    case COG_IMS_TOOL:
      cog_report_add (r->report, &cog_finding_course_tool, r->manifest->file,
                      title != NULL ? title : resource->id, NULL);
      return FALSE;
    case COG_IMS_WEB:
      return take_file (r, siblings, title, resource);
    case COG_IMS_OTHER:
      break;
    }
  cog_report_add (r->report, &cog_finding_course_activity, r->manifest->file,
                  title != NULL ? title : resource->id, "?");
  return FALSE;
}
