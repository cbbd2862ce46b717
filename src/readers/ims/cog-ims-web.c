/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-html.h"
#include "cog-lom.h"
#include "cog-page-prepare.h"
#include "cog-page.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW_LETTERS 200  /* a page with fewer, and with programs, may be made by those */
#define MAX_PROGRAMS 200 /* pages whose programs are looked into */
#define NO_LETTERS 20    /* "Loading…" is no text */

static xmlDoc *
parse (CogIms *r, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cog_container_read (r->container, file, NULL);
  xmlDoc *document = bytes != NULL ? cog_html_parse (bytes, NULL, file, r->report, &error) : NULL;

  if (document == NULL)
    cog_report_add (r->report, &cog_finding_page_unreadable, file, file,
                    error != NULL ? error->message : NULL);
  return document;
}

/* meta name="workflow_state" content="unpublished" of Canvas. */
static gboolean
is_unpublished (xmlDoc *document)
{
  xmlNode *head = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "head");

  for (xmlNode *n = head != NULL ? cog_xml_first_element (head) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content =
          g_strcmp0 (name, "workflow_state") == 0 ? cog_xml_dup_attribute (n, "content") : NULL;

      if (g_strcmp0 (content, "unpublished") == 0 || g_strcmp0 (content, "deleted") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_element (const xmlNode *root, const char *const *names)
{
  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *)n->name))
      return TRUE;
  return FALSE;
}

static gboolean
is_built_by_program (xmlDoc *document)
{
  static const char *const scripts[] = { "script", NULL };
  static const char *const things[] = { "img", "table", "math", "video", "audio", NULL };
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *body = cog_xml_find_child (root, NULL, "body");
  guint n_letters = body != NULL ? cog_course_page_count_letters (body) : 0;

  return has_element (root, scripts) && n_letters < FEW_LETTERS &&
         (n_letters < NO_LETTERS || body == NULL || !has_element (body, things));
}

/* What a page says of itself is the package's where that says nothing; but for what is only the
 * page's own. */
static void
read_metadata (CogIms *r, xmlDoc *document, const char *file)
{
  CogBook *book = r->course->book;
  char *title = g_strdup (book->credit->title);
  char *publisher = g_strdup (book->credit->publisher);
  char *url = g_strdup (book->credit->source_url);
  char *description = g_strdup (book->description);
  char *date = g_strdup (book->date);

  cog_page_read_metadata (document, file, book, r->report);
  g_free (book->credit->title);
  g_free (book->credit->publisher);
  g_free (book->credit->source_url);
  g_free (book->description);
  g_free (book->date);
  book->credit->title = title;
  book->credit->publisher = publisher;
  book->credit->source_url = url;
  book->description = description;
  book->date = date;
}

static char *
dup_own_title (xmlDoc *document, const char *file)
{
  char *title = cog_page_dup_title (document);

  if (title != NULL && g_strstrip (title)[0] == '\0')
    g_clear_pointer (&title, g_free);
  return title != NULL ? title : g_path_get_basename (file);
}

/* The rights of the resource that a page, or a picture, is. */
static void
read_rights (CogIms *r, CogSection *section, const CogImsResource *resource)
{
  xmlNode *metadata = cog_xml_find_child (resource->node, NULL, "metadata");
  xmlNode *lom = metadata != NULL ? cog_lom_find (metadata) : NULL;
  CogCredit *credit = lom != NULL ? cog_lom_read_credit (lom, r->manifest->file) : NULL;

  if (credit != NULL)
    cog_course_add_page_credit (r->course, section, credit);
}

/* A page that is led to from so deep that it is set beside: once the others are made, so that a
 * chain of pages is no chain of calls. */
typedef struct
{
  const char *file;
  const CogImsResource *resource;
  GPtrArray *siblings;
} Later;

void
cog_ims_take_later (CogIms *r)
{
  Later *later;

  while ((later = g_queue_pop_head (&r->later)) != NULL)
    {
      if (cog_course_find_page (r->course, later->file) == NULL)
        cog_ims_take_web_page (r, later->siblings, NULL, later->resource, later->file,
                               COG_COURSE_MAX_DEPTH);
      g_free (later);
    }
}

static void
put_off (CogIms *r, const char *file, GPtrArray *siblings, const CogImsResource *resource)
{
  Later *later = g_new (Later, 1);

  later->file = file;
  later->resource = resource;
  later->siblings = siblings;
  g_queue_push_tail (&r->later, later);
}

static void
take_named_pages (
    CogIms *r, GPtrArray *named, GPtrArray *siblings, const CogImsResource *resource, guint depth)
{
  for (guint i = 0; i < named->len; i++)
    if (depth >= COG_COURSE_MAX_DEPTH)
      put_off (r, g_ptr_array_index (named, i), siblings, resource);
    else if (cog_course_find_page (r->course, g_ptr_array_index (named, i)) == NULL)
      cog_ims_take_web_page (r, siblings, NULL, resource, g_ptr_array_index (named, i), depth + 1);
}

/* Pages that no item names, and that this one leads to: they are read behind it. */
static GPtrArray *
list_linked (CogIms *r, const xmlNode *content, const char *file)
{
  GPtrArray *linked = g_ptr_array_new ();

  for (const xmlNode *n = content; n != NULL; n = cog_xml_next_in (content, n))
    {
      gboolean is_frame = cog_xml_is (n, NULL, "iframe") || cog_xml_is (n, NULL, "frame");
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href")
                              : is_frame                ? cog_xml_dup_attribute (n, "src")
                                                        : NULL;
      const char *page = href != NULL && href[0] != '\0' && href[0] != '#'
                             ? cog_container_resolve (r->container, file, href)
                             : NULL;

      if (page != NULL && cog_ims_is_page_name (page) &&
          !g_hash_table_contains (r->claimed, page) &&
          cog_course_find_page (r->course, page) == NULL &&
          !g_ptr_array_find_with_equal_func (linked, page, g_str_equal, NULL))
        g_ptr_array_add (linked, (gpointer)page);
    }
  return linked;
}

/* The text is in a program: other pages that it names are taken, or it is told. */
static CogSection *
take_program (CogIms *r,
              GPtrArray *siblings,
              const char *title,
              const CogImsResource *resource,
              xmlDoc *document,
              const char *file,
              guint depth)
{
  g_autoptr (GPtrArray) named = r->n_programs++ < MAX_PROGRAMS
                                    ? cog_ims_list_named_pages (r, document, file)
                                    : g_ptr_array_new ();
  g_autofree char *own = dup_own_title (document, file);
  const char *program = r->program != NULL ? r->program : cog_ims_find_program (r->container);
  CogSection *section;

  if (named->len == 0 || depth > COG_COURSE_MAX_DEPTH)
    {
      /* Translators: it stands in the place of a program's name. */
      program = program != NULL ? program : _ ("unknown");
      r->program = program;
      cog_report_add (r->report, &cog_finding_course_program, file, file, program);
      return NULL;
    }
  section = cog_course_add_section (r->course, siblings, title != NULL ? title : own);
  take_named_pages (r, named, section->children, resource, depth);
  return section;
}

static guint
count_few (xmlDoc *document)
{
  xmlNode *body = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body");

  return body != NULL ? cog_course_page_count_letters (body) : 0;
}

CogSection *
cog_ims_take_web_page (CogIms *r,
                       GPtrArray *siblings,
                       const char *title,
                       const CogImsResource *resource,
                       const char *file,
                       guint depth)
{
  xmlDoc *document = parse (r, file);
  g_autoptr (GPtrArray) linked = NULL;
  g_autofree char *own = NULL;
  CogSection *section;
  xmlNode *content;

  if (document == NULL)
    return NULL;
  own = dup_own_title (document, file);
  if (is_unpublished (document))
    {
      cog_report_add (r->report, &cog_finding_course_hidden, file, own, NULL);
      xmlFreeDoc (document);
      return NULL;
    }
  read_metadata (r, document, file);
  if (is_built_by_program (document))
    {
      section = take_program (r, siblings, title, resource, document, file, depth);
      if (section != NULL || count_few (document) < NO_LETTERS)
        {
          if (section != NULL && resource->id != NULL)
            g_hash_table_insert (r->sections, g_strdup (resource->id), g_strdup (section->id));
          xmlFreeDoc (document);
          return section;
        }
    }
  content = cog_page_prepare (document, r->course->normalizer, r->container, file, r->report);
  if (content == NULL)
    {
      xmlFreeDoc (document);
      return NULL;
    }
  if (cog_course_page_count_letters (content) == 0)
    cog_report_add (r->report, &cog_finding_course_empty_page, file, title != NULL ? title : own,
                    NULL);
  else
    r->n_pages++;
  cog_course_page_give_title (content, title != NULL ? title : own);
  section = cog_course_add_section (r->course, siblings, title != NULL ? title : own);
  linked = list_linked (r, content, file);
  cog_course_set_page (r->course, section, file, document, content);
  if (g_strcmp0 (file, resource->file) == 0 && resource->id != NULL)
    g_hash_table_insert (r->sections, g_strdup (resource->id), g_strdup (section->id));
  read_rights (r, section, resource);
  take_named_pages (r, linked, depth < COG_COURSE_MAX_DEPTH ? section->children : siblings,
                    resource, depth);
  return section;
}
