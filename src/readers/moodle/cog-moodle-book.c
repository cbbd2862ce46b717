/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"

static CogSection *
take_chapter (CogMoodle *m,
              const CogMoodleActivity *activity,
              const xmlNode *chapter,
              GPtrArray *siblings)
{
  g_autofree char *id = cog_xml_dup_attribute (chapter, "id");
  g_autofree char *title = cog_moodle_dup_child (chapter, "title");
  CogMoodlePlace place = { activity->context, "chapter", id != NULL ? id : "0" };
  g_autofree char *html = cog_moodle_dup_html (m, chapter, "content", &place);
  g_autofree char *file = g_strdup_printf ("%s/%s", activity->file, place.item);
  xmlNode *body, *box;
  xmlDoc *page = cog_course_page_new (&body);
  CogSection *section = cog_course_add_section (m->course, siblings, title);

  cog_made_page_add_heading (body, 1, title);
  box = cog_made_page_add (body, "div", NULL, NULL);
  cog_made_page_add_html (box, html, NULL);
  cog_course_page_shift_headings (box, 2);
  cog_course_set_page (m->course, section, file, page, body);
  g_hash_table_insert (m->modules, g_strdup_printf ("%s/%s", activity->id, place.item),
                       g_strdup (section->id));
  return section;
}

static gint64
read_number (const xmlNode *parent, const char *name)
{
  g_autofree char *text = cog_moodle_dup_child (parent, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static int
compare_chapters (gconstpointer a, gconstpointer b)
{
  gint64 first = read_number (*(const xmlNode *const *)a, "pagenum");
  gint64 second = read_number (*(const xmlNode *const *)b, "pagenum");

  return (first > second) - (first < second);
}

void
cog_moodle_take_book (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  xmlNode *body;
  CogSection *book = cog_moodle_add_page (m, activity, siblings, &body);
  xmlNode *list = cog_xml_find_child (activity->node, NULL, "chapters");
  g_autoptr (GPtrArray) chapters = g_ptr_array_new ();
  CogSection *last = NULL;

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "chapter"))
      g_ptr_array_add (chapters, n);
  g_ptr_array_sort (chapters, compare_chapters);
  for (guint i = 0; i < chapters->len; i++)
    {
      const xmlNode *chapter = g_ptr_array_index (chapters, i);
      gboolean is_below = read_number (chapter, "subchapter") != 0 && last != NULL;

      if (read_number (chapter, "hidden") != 0)
        {
          g_autofree char *title = cog_moodle_dup_child (chapter, "title");

          cog_report_add (m->report, &cog_finding_course_hidden, activity->file,
                          title != NULL ? title : "?", NULL);
        }
      else if (is_below)
        take_chapter (m, activity, chapter, last->children);
      else
        last = take_chapter (m, activity, chapter, book->children);
    }
}

static void
take_entry (CogMoodle *m, const CogMoodleActivity *activity, const xmlNode *entry, xmlNode *list)
{
  g_autofree char *id = cog_xml_dup_attribute (entry, "id");
  g_autofree char *concept = cog_moodle_dup_child (entry, "concept");
  g_autofree char *approved = cog_moodle_dup_child (entry, "approved");
  CogMoodlePlace place = { activity->context, "entry", id != NULL ? id : "0" };
  g_autofree char *html = cog_moodle_dup_html (m, entry, "definition", &place);
  xmlNode *term;

  if (concept == NULL || g_strcmp0 (approved, "0") == 0)
    return;
  term = cog_made_page_add (list, "dt", NULL, NULL);
  xmlAddChild (term, xmlNewDocText (term->doc, (const xmlChar *)concept));
  cog_made_page_add_html (cog_made_page_add (list, "dd", NULL, NULL), html, NULL);
}

void
cog_moodle_take_glossary (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  xmlNode *body;
  CogSection *section = cog_moodle_add_page (m, activity, siblings, &body);
  xmlNode *entries = cog_xml_find_child (activity->node, NULL, "entries");
  xmlNode *list = cog_made_page_add (body, "dl", NULL, NULL);

  section->type = g_strdup ("glossary");
  for (xmlNode *n = entries != NULL ? cog_xml_first_element (entries) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "entry"))
      take_entry (m, activity, n, list);
}
