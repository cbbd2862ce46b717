/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-moodle.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-moodle.h"
#include "cog-page-mend.h"
#include "cog-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Moodle's own list of a tar stands first in it; moodle_backup.xml may stand far behind. */
static int
bid (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);
  gboolean has_activities = FALSE, has_list = FALSE;

  if (names == NULL)
    return 0;
  if (g_strv_contains (names, "moodle_backup.xml"))
    return 95;
  for (guint i = 0; names[i] != NULL; i++)
    {
      has_activities |= g_str_has_prefix (names[i], "activities/") ||
                        g_str_has_prefix (names[i], "sections/section_");
      has_list |= g_str_equal (names[i], ".ARCHIVE_INDEX");
    }
  return has_list ? 90 : has_activities && cog_source_is_tar (source) ? 60 : 0;
}

static void
activity_free (gpointer data)
{
  CogMoodleActivity *activity = data;

  g_free (activity->id);
  g_free (activity->kind);
  g_free (activity->folder);
  g_free (activity->context);
  g_free (activity->file);
  g_clear_pointer (&activity->document, xmlFreeDoc);
  g_free (activity);
}

static gboolean
read_visible (CogMoodle *m, const char *folder)
{
  g_autofree char *file = g_strconcat (folder, "/module.xml", NULL);
  g_autoptr (xmlDoc) document = cog_moodle_parse (m, file);
  g_autofree char *visible =
      document != NULL ? cog_moodle_dup_child (xmlDocGetRootElement (document), "visible") : NULL;

  return g_strcmp0 (visible, "0") != 0;
}

/* A row of the backup's list; NULL: what it names is not there. */
static CogMoodleActivity *
read_activity (CogMoodle *m, const xmlNode *row)
{
  CogMoodleActivity *activity = g_new0 (CogMoodleActivity, 1);
  xmlNode *root;

  activity->id = cog_moodle_dup_child (row, "moduleid");
  activity->kind = cog_moodle_dup_child (row, "modulename");
  activity->folder = cog_moodle_dup_child (row, "directory");
  if (activity->id != NULL && activity->kind != NULL && activity->folder != NULL)
    {
      activity->file = g_strdup_printf ("%s/%s.xml", activity->folder, activity->kind);
      activity->document = cog_moodle_parse (m, activity->file);
    }
  root = activity->document != NULL ? xmlDocGetRootElement (activity->document) : NULL;
  if (root != NULL)
    {
      activity->context = cog_xml_dup_attribute (root, "contextid");
      activity->node = cog_xml_find_child (root, NULL, activity->kind);
      activity->is_visible = read_visible (m, activity->folder);
    }
  if (activity->node == NULL)
    {
      activity_free (activity);
      return NULL;
    }
  if (activity->context == NULL)
    activity->context = g_strdup ("0");
  return activity;
}

/* (element-type CogMoodleActivity): id → activity */
static GHashTable *
list_activities (CogMoodle *m, const xmlNode *contents, GPtrArray *order)
{
  GHashTable *activities = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, activity_free);
  xmlNode *list = contents != NULL ? cog_xml_find_child (contents, NULL, "activities") : NULL;

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      CogMoodleActivity *activity = read_activity (m, n);

      if (activity != NULL && !g_hash_table_contains (activities, activity->id))
        {
          g_hash_table_insert (activities, activity->id, activity);
          g_ptr_array_add (order, activity);
        }
      else if (activity != NULL)
        activity_free (activity);
    }
  return activities;
}

typedef struct
{
  CogMoodle *m;
  GHashTable *activities;
  GHashTable *taken; /* activities */
  char *course_context;
} Course;

static void
take_sequence (Course *c, const xmlNode *section, GPtrArray *siblings)
{
  g_autofree char *sequence = cog_moodle_dup_child (section, "sequence");
  g_auto (GStrv) ids = g_strsplit (sequence != NULL ? sequence : "", ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CogMoodleActivity *activity = g_hash_table_lookup (c->activities, g_strstrip (ids[i]));

      if (activity != NULL && g_hash_table_add (c->taken, activity))
        cog_moodle_take_activity (c->m, activity, siblings);
    }
}

/* The first section of a course has no name: what stands in it comes before the others. */
static void
take_section (Course *c, const xmlNode *section, const char *file)
{
  g_autofree char *id = cog_xml_dup_attribute (section, "id");
  g_autofree char *own = cog_moodle_dup_child (section, "name");
  g_autofree char *number = cog_moodle_dup_child (section, "number");
  g_autofree char *visible = cog_moodle_dup_child (section, "visible");
  g_autofree char *sequence = cog_moodle_dup_child (section, "sequence");
  CogMoodlePlace place = { c->course_context, "section", id != NULL ? id : "0" };
  g_autofree char *summary = cog_moodle_dup_html (c->m, section, "summary", &place);
  const char *title = own != NULL ? own : g_strcmp0 (number, "0") == 0 ? NULL : number;
  GPtrArray *siblings = c->m->course->book->sections;
  CogSection *part;

  if (g_strcmp0 (visible, "0") == 0)
    {
      cog_report_add (c->m->report, &cog_finding_course_hidden, file, title != NULL ? title : "?",
                      NULL);
      return;
    }
  if (title == NULL && cog_course_page_is_blank (summary))
    {
      take_sequence (c, section, siblings);
      return;
    }
  if (own == NULL && sequence == NULL && cog_course_page_is_blank (summary))
    return;
  part = cog_course_add_section (c->m->course, siblings,
                                 title != NULL ? title : c->m->course->book->credit->title);
  if (!cog_course_page_is_blank (summary))
    {
      xmlNode *body, *box;
      xmlDoc *page = cog_course_page_new (&body);

      cog_made_page_add_heading (body, 1, part->title);
      box = cog_made_page_add (body, "div", NULL, NULL);
      cog_made_page_add_html (box, summary, NULL);
      cog_course_page_shift_headings (box, 2);
      cog_course_set_page (c->m->course, part, file, page, body);
    }
  take_sequence (c, section, part->children);
}

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  g_autofree char *first =
      cog_moodle_dup_child (xmlDocGetRootElement (*(xmlDoc *const *)a), "number");
  g_autofree char *second =
      cog_moodle_dup_child (xmlDocGetRootElement (*(xmlDoc *const *)b), "number");

  return (int)(g_ascii_strtoll (first != NULL ? first : "0", NULL, 10) -
               g_ascii_strtoll (second != NULL ? second : "0", NULL, 10));
}

static void
take_sections (Course *c, const xmlNode *contents)
{
  xmlNode *list = contents != NULL ? cog_xml_find_child (contents, NULL, "sections") : NULL;
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify)xmlFreeDoc);

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *folder = cog_moodle_dup_child (n, "directory");
      g_autofree char *file = folder != NULL ? g_strconcat (folder, "/section.xml", NULL) : NULL;
      xmlDoc *document = file != NULL ? cog_moodle_parse (c->m, file) : NULL;

      if (document != NULL)
        g_ptr_array_add (sections, document);
    }
  g_ptr_array_sort (sections, compare_sections);
  for (guint i = 0; i < sections->len; i++)
    {
      g_autofree char *file = g_strdup_printf ("sections/%u", i);

      take_section (c, xmlDocGetRootElement (g_ptr_array_index (sections, i)), file);
    }
}

static void
read_course (Course *c, const xmlNode *information)
{
  CogBook *book = c->m->course->book;
  g_autoptr (xmlDoc) document = cog_moodle_parse (c->m, "course/course.xml");
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *language = cog_moodle_dup_child (root, "lang");
  g_autofree char *tag = NULL;

  book->credit->title = cog_moodle_dup_child (information, "original_course_fullname");
  if (book->credit->title == NULL)
    book->credit->title = cog_moodle_dup_child (root, "fullname");
  c->course_context = root != NULL ? cog_xml_dup_attribute (root, "contextid") : NULL;
  if (c->course_context == NULL)
    c->course_context = g_strdup ("0");
  /* "pt_br" is Moodle's spelling of pt-BR. */
  tag = language != NULL ? cog_language_canonicalise (g_strdelimit (language, "_", '-')) : NULL;
  if (tag != NULL && cog_language_is_valid (tag))
    book->language = g_steal_pointer (&tag);
}

static void
mend_page (
    CogCourse *course, CogSection *section, const char *file, xmlNode *content, gpointer user_data)
{
  cog_page_read_metadata (content->doc, file, course->book, course->report);
  cog_page_mend (content->doc, course->container, file, course->report);
}

static void
take_course (CogMoodle *m, xmlNode *root)
{
  xmlNode *information = cog_xml_find_child (root, NULL, "information");
  xmlNode *contents =
      information != NULL ? cog_xml_find_child (information, NULL, "contents") : NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) activities = list_activities (m, contents, order);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  Course c = { m, activities, taken, NULL };

  read_course (&c, information);
  take_sections (&c, contents);
  /* A backup of one activity has no section. */
  for (guint i = 0; i < order->len; i++)
    if (g_hash_table_add (taken, g_ptr_array_index (order, i)))
      cog_moodle_take_activity (m, g_ptr_array_index (order, i), m->course->book->sections);
  g_free (c.course_context);
}

static gboolean
read_backup (CogMoodle *m, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = cog_container_read (m->container, "moodle_backup.xml", error);
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_xml_parse (bytes, "moodle_backup.xml", m->report, error) : NULL;

  if (document == NULL)
    {
      g_prefix_error (error, "%s: ", cog_container_get_display_name (m->container));
      return FALSE;
    }
  cog_moodle_read_files (m);
  cog_moodle_read_questions (m);
  take_course (m, xmlDocGetRootElement (document));
  if (cog_container_has (m->container, "users.xml"))
    cog_report_add (m->report, &cog_finding_course_people, "users.xml", NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  cog_moodle_resolve_links (m);
  cog_course_foreach_page (m->course, mend_page, NULL);
  return cog_course_finish (m->course, progress, cancellable, error);
}

static CogBook *
read_moodle (CogSource *source,
             CogReport *report,
             const CogProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  CogMoodle m = { NULL };
  CogBook *book = NULL;

  m.container = cog_source_get_container (source, report, cancellable, error);
  if (m.container == NULL)
    return NULL;
  m.report = report;
  m.course = cog_course_new (m.container, report);
  m.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  m.areas =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  m.questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  m.entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  m.modules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (read_backup (&m, progress, cancellable, error))
    book = cog_course_steal_book (m.course);
  cog_course_free (m.course);
  g_hash_table_unref (m.areas);
  g_hash_table_unref (m.files);
  g_hash_table_unref (m.questions);
  g_hash_table_unref (m.entries);
  g_hash_table_unref (m.modules);
  g_clear_pointer (&m.question_bank, xmlFreeDoc);
  return book;
}

static const char *const extensions[] = { "mbz", NULL };
static const char *const media_types[] = { "application/vnd.moodle.backup", NULL };

const CogReader cog_reader_moodle = {
  .id = "moodle",
  .name = N_ ("Moodle backup"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_moodle,
};
