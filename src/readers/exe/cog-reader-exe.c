/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-exe.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-evidence.h"
#include "cog-exe-links.h"
#include "cog-exe-package.h"
#include "cog-language.h"
#include "cog-page-mend.h"
#include "cog-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CogCourse *course;
  CogContainer *container;
  CogReport *report;
  CogExePackage *package;
  GHashTable *sections; /* page → section id, borrowed */
  GQueue later;         /* (element-type Later) */
} Reading;

/* A page so deep that it is set beside the one above it: once the others are made, so that nothing
 * here goes as deep as a file says. */
typedef struct
{
  CogExePage *page;
  GPtrArray *siblings;
} Later;

#define HEAD 4000 /* bytes of content.xml that are looked at */

/* content.xml is also the name of what an OpenDocument file holds. */
static gboolean
holds_ode (CogSource *source)
{
  g_autoptr (CogContainer) own = NULL;
  CogContainer *container;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *head = NULL;
  gsize size;
  const char *data;

  if (!cog_source_is_folder (source))
    own = cog_container_new_for_zip (cog_source_get_bytes (source), cog_source_get_name (source),
                                     NULL, NULL, NULL);
  container = own != NULL                     ? own
              : cog_source_is_folder (source) ? cog_source_get_container (source, NULL, NULL, NULL)
                                              : NULL;
  bytes = container != NULL ? cog_container_read (container, "content.xml", NULL) : NULL;
  data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  head = data != NULL ? g_strndup (data, MIN (size, HEAD)) : NULL;
  return head != NULL && cog_exe_is_ode (head);
}

static int
bid (CogSource *source)
{
  const char *const *names;

  if (!cog_source_is_folder (source) && !cog_source_is_zip (source))
    return 0;
  names = cog_source_list_names (source);
  if (names == NULL)
    return 0;
  if (g_strv_contains (names, "contentv3.xml"))
    return 96;
  if (g_strv_contains (names, "content.xml"))
    return holds_ode (source) ? 96 : 0;
  /* The oldest generation: told what it is, and never opened. */
  return g_strv_contains (names, "content.data") && cog_source_is_zip (source) ? 40 : 0;
}

/* Games keep their data, scrambled or not, in an element that is not shown. */
static gboolean
is_data (const xmlNode *n)
{
  g_autofree char *value = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "class") : NULL;
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\r\n", 40) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_has_suffix (words[i], "-DataGame") || g_str_has_suffix (words[i], "DataGame") ||
        g_str_has_suffix (words[i], "-version") || g_str_equal (words[i], "exe-hidden-data"))
      return TRUE;
  return FALSE;
}

static void
drop_data (xmlNode *content)
{
  for (xmlNode *n = content, *next; n != NULL; n = next)
    {
      next = is_data (n) ? cog_xml_skip_in (content, n) : cog_xml_next_in (content, n);
      if (n != content && is_data (n))
        cog_xml_remove (n);
    }
}

/* "exe.engine.freetextidevice.FreeTextIdevice" is a name for programs. */
static const char *
get_type_name (const CogExeDevice *device)
{
  const char *dot = strrchr (device->type, '.');

  return dot != NULL ? dot + 1 : device->type;
}

static void
write_device (Reading *r, const CogExeDevice *device, xmlNode *body, const char *title)
{
  guint level = device->heading != NULL ? 3 : 2;
  xmlNode *box;

  cog_made_page_add_heading (body, 2, device->heading);
  box = cog_made_page_add (body, "div", NULL, NULL);
  for (guint i = 0; i < device->texts->len; i++)
    cog_made_page_add_html (box, g_ptr_array_index (device->texts, i), NULL);
  drop_data (box);
  cog_course_page_shift_headings (box, level);
  for (guint i = 0; i < device->questions->len; i++)
    cog_course_question_write (g_ptr_array_index (device->questions, i), box, level + 1);
  if (device->is_activity)
    cog_report_add (r->report, &cog_finding_course_activity, title,
                    device->heading != NULL ? device->heading : title, get_type_name (device));
}

static void
take_page (Reading *r, CogExePage *page, GPtrArray *siblings, guint depth)
{
  const char *title = page->title != NULL ? page->title : "?";
  CogSection *section;
  g_autofree char *file = NULL;
  xmlNode *body;
  xmlDoc *document;

  if (page->is_hidden)
    {
      cog_report_add (r->report, &cog_finding_course_hidden, r->package->file, title, NULL);
      return;
    }
  section = cog_course_add_section (r->course, siblings, page->title);
  g_hash_table_insert (r->sections, page, section->id);
  file = g_strdup_printf ("%s/%s", r->package->file, section->id);
  document = cog_course_page_new (&body);
  cog_made_page_add_heading (body, 1, page->title);
  for (guint i = 0; i < page->devices->len; i++)
    write_device (r, g_ptr_array_index (page->devices, i), body, title);
  cog_course_set_page (r->course, section, file, document, body);
  for (guint i = 0; i < page->children->len; i++)
    if (depth < COG_COURSE_MAX_DEPTH)
      take_page (r, g_ptr_array_index (page->children, i), section->children, depth + 1);
    else
      {
        Later *later = g_new (Later, 1);

        later->page = g_ptr_array_index (page->children, i);
        later->siblings = siblings;
        g_queue_push_tail (&r->later, later);
      }
}

static void
take_pages (Reading *r)
{
  for (guint i = 0; i < r->package->roots->len; i++)
    {
      g_autofree Later *later = NULL;

      take_page (r, g_ptr_array_index (r->package->roots, i), r->course->book->sections, 0);
      while ((later = g_queue_pop_head (&r->later)) != NULL)
        {
          take_page (r, later->page, later->siblings, COG_COURSE_MAX_DEPTH);
          g_clear_pointer (&later, g_free);
        }
    }
}

static void
finish_page (
    CogCourse *course, CogSection *section, const char *file, xmlNode *content, gpointer user_data)
{
  Reading *r = user_data;

  cog_exe_resolve_links (course, r->package, r->sections, section, content);
  cog_page_read_metadata (content->doc, file, course->book, r->report);
  cog_page_mend (content->doc, r->container, file, r->report);
}

/* "Ana López, Universidad de X" stays one name: who is meant, only a person can tell. */
static void
read_metadata (Reading *r)
{
  const CogExePackage *package = r->package;
  CogBook *book = r->course->book;
  g_autofree char *tag =
      package->language != NULL ? cog_language_canonicalise (package->language) : NULL;

  book->credit->title = g_strdup (package->title);
  book->description = g_strdup (package->description);
  if (tag != NULL && cog_language_is_valid (tag))
    book->language = g_steal_pointer (&tag);
  if (package->author != NULL)
    {
      g_autofree char *name = cog_xml_fold_space (package->author);

      if (name[0] != '\0')
        g_ptr_array_add (book->credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
    }
  /* "None" is what stands there until somebody chooses. */
  if (package->licence != NULL && g_ascii_strcasecmp (package->licence, "None") != 0)
    cog_evidence_add (book, r->report, COG_EVIDENCE_METADATA, package->file, "license",
                      package->licence, NULL);
  if (package->rights != NULL)
    cog_evidence_add (book, r->report, COG_EVIDENCE_METADATA, package->file, "rights",
                      package->rights, NULL);
}

static void
settle_title (Reading *r)
{
  CogBook *book = r->course->book;
  const CogExePage *first =
      r->package->roots->len > 0 ? g_ptr_array_index (r->package->roots, 0) : NULL;

  if (book->credit->title == NULL && first != NULL)
    book->credit->title = g_strdup (first->title);
}

static gboolean
read_package (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  r->package = cog_exe_package_read (r->container, r->report, error);
  if (r->package == NULL)
    return FALSE;
  read_metadata (r);
  take_pages (r);
  settle_title (r);
  cog_course_foreach_page (r->course, finish_page, r);
  return cog_course_finish (r->course, progress, cancellable, error);
}

static CogBook *
read_exe (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  Reading r = { NULL };
  CogBook *book = NULL;

  r.container = cog_source_get_container (source, report, cancellable, error);
  if (r.container == NULL)
    return NULL;
  r.report = report;
  r.course = cog_course_new (r.container, report);
  r.sections = g_hash_table_new (g_direct_hash, g_direct_equal);
  if (read_package (&r, progress, cancellable, error))
    book = cog_course_steal_book (r.course);
  cog_course_free (r.course);
  g_clear_pointer (&r.package, cog_exe_package_free);
  g_hash_table_unref (r.sections);
  return book;
}

static const char *const extensions[] = { "elp", "elpx", NULL };
static const char *const media_types[] = { "application/x-exelearning", NULL };

const CogReader cog_reader_exe = {
  .id = "exelearning",
  .name = N_ ("eXeLearning project"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_exe,
};
