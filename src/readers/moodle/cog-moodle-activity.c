/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-html.h"
#include "cog-media.h"
#include "cog-reader-findings.h"

#include <string.h>

char *
cog_moodle_dup_child (const xmlNode *parent, const char *name)
{
  xmlNode *child = parent != NULL ? cog_xml_find_child (parent, NULL, name) : NULL;
  char *text = child != NULL ? cog_xml_dup_text (child) : NULL;

  if (text != NULL && (g_str_equal (text, "$@NULL@$") || text[0] == '\0'))
    g_clear_pointer (&text, g_free);
  return text;
}

xmlDoc *
cog_moodle_parse (CogMoodle *m, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      cog_container_has (m->container, file) ? cog_container_read (m->container, file, NULL) : NULL;
  xmlDoc *document = bytes != NULL ? cog_xml_parse (bytes, file, m->report, &error) : NULL;

  if (bytes != NULL && document == NULL)
    cog_report_add (m->report, &cog_finding_page_unreadable, file, file, error->message);
  return document;
}

static char *
dup_title (const CogMoodleActivity *activity)
{
  g_autofree char *name = cog_moodle_dup_child (activity->node, "name");

  return name != NULL ? cog_xml_fold_space (name) : NULL;
}

CogSection *
cog_moodle_add_page (CogMoodle *m,
                     const CogMoodleActivity *activity,
                     GPtrArray *siblings,
                     xmlNode **body)
{
  CogMoodlePlace place = { activity->context, "intro", "0" };
  g_autofree char *title = dup_title (activity);
  g_autofree char *intro = cog_moodle_dup_html (m, activity->node, "intro", &place);
  xmlDoc *page = cog_course_page_new (body);
  CogSection *section = cog_course_add_section (m->course, siblings, title);

  cog_made_page_add_heading (*body, 1, title);
  cog_made_page_add_html (*body, intro, NULL);
  cog_course_set_page (m->course, section, activity->file, page, *body);
  g_hash_table_insert (m->modules, g_strdup (activity->id), g_strdup (section->id));
  return section;
}

/* A block of text in a page of its own, whose headings begin below the title. */
static void
add_text (xmlNode *body, const char *html)
{
  xmlNode *box = cog_made_page_add (body, "div", NULL, NULL);

  cog_made_page_add_html (box, html, NULL);
  cog_course_page_shift_headings (box, 2);
}

static void
take_page (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  CogMoodlePlace place = { activity->context, "content", "0" };
  g_autofree char *html = cog_moodle_dup_html (m, activity->node, "content", &place);
  xmlNode *body;

  cog_moodle_add_page (m, activity, siblings, &body);
  add_text (body, html);
}

/* A label is text between activities; its name is only the beginning of that. */
static void
take_label (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  CogMoodlePlace place = { activity->context, "intro", "0" };
  g_autofree char *html = cog_moodle_dup_html (m, activity->node, "intro", &place);
  g_autofree char *name = dup_title (activity);
  CogSection *section;
  xmlNode *body;
  xmlDoc *page;

  if (cog_course_page_is_blank (html))
    return;
  page = cog_course_page_new (&body);
  cog_made_page_add_html (body, html, NULL);
  section = cog_course_add_section (m->course, siblings, name);
  cog_course_set_page (m->course, section, activity->file, page, body);
  g_hash_table_insert (m->modules, g_strdup (activity->id), g_strdup (section->id));
}

static void
take_url (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  g_autofree char *url = cog_moodle_dup_child (activity->node, "externalurl");
  xmlNode *body;

  cog_moodle_add_page (m, activity, siblings, &body);
  if (url != NULL && g_str_has_prefix (url, "http"))
    cog_course_page_add_link (cog_made_page_add (body, "p", NULL, NULL), url, url);
  cog_report_add (m->report, &cog_finding_course_web_links, activity->file, NULL, NULL);
}

static gboolean
is_page_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm");
}

/* A file that is offered: what can be shown is shown, other documents are told of. */
static void
add_file (CogMoodle *m, const CogMoodleFile *file, xmlNode *body)
{
  g_autoptr (GBytes) bytes = cog_container_read (m->container, file->file, NULL);
  const char *name = bytes != NULL ? cog_media_get_element (bytes, file->name) : NULL;

  if (name != NULL)
    {
      g_autofree char *reference = cog_course_dup_reference (file->file);
      xmlNode *figure = cog_made_page_add (body, "figure", NULL, NULL);

      cog_xml_set (cog_made_page_add (figure, name, NULL, NULL), "src", reference);
    }
  else if (bytes != NULL && is_page_name (file->name))
    {
      gsize length;
      g_autofree char *html = cog_html_decode (bytes, NULL, &length, NULL);

      add_text (body, html);
    }
  else
    cog_report_add (m->report, &cog_finding_course_file, file->file, file->name, NULL);
}

static void
take_files (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  CogMoodlePlace place = { activity->context, "content", "0" };
  g_autoptr (GPtrArray) files = cog_moodle_list_files (m, &place);
  xmlNode *body;

  cog_moodle_add_page (m, activity, siblings, &body);
  for (guint i = 0; i < files->len; i++)
    add_file (m, g_ptr_array_index (files, i), body);
}

/* What is asked or begun in the platform: its introduction is text. */
static void
take_other (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  g_autofree char *title = dup_title (activity);
  g_autofree char *intro = cog_moodle_dup_child (activity->node, "intro");
  xmlNode *body;

  if (!g_str_equal (activity->kind, "assign"))
    cog_report_add (m->report, &cog_finding_course_activity, activity->file,
                    title != NULL ? title : "?", activity->kind);
  if (!cog_course_page_is_blank (intro))
    cog_moodle_add_page (m, activity, siblings, &body);
}

void
cog_moodle_take_activity (CogMoodle *m, CogMoodleActivity *activity, GPtrArray *siblings)
{
  static const struct
  {
    const char *kind;
    void (*take) (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings);
  } kinds[] = {
    { "book", cog_moodle_take_book },
    { "folder", take_files },
    { "glossary", cog_moodle_take_glossary },
    { "label", take_label },
    { "lesson", cog_moodle_take_lesson },
    { "page", take_page },
    { "quiz", cog_moodle_take_quiz },
    { "resource", take_files },
    { "url", take_url },
  };

  g_return_if_fail (m != NULL && activity != NULL && siblings != NULL);

  if (!activity->is_visible)
    {
      g_autofree char *title = dup_title (activity);

      cog_report_add (m->report, &cog_finding_course_hidden, activity->file,
                      title != NULL ? title : "?", NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (activity->kind, kinds[i].kind))
      {
        kinds[i].take (m, activity, siblings);
        return;
      }
  take_other (m, activity, siblings);
}
