/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-qti.h"

#include "cog-course-page.h"
#include "cog-made-page.h"
#include "cog-reader-findings.h"

#include <string.h>

#define MAX_QUESTIONS 20000

typedef struct
{
  const char *file;
  CogContainer *container;
  CogReport *report;
  xmlNode *body;
  guint level;
  guint n_questions;
  GHashTable *items; /* files of items that were read: each once */
} Walk;

char *
cog_qti_dup_title (const xmlNode *root)
{
  const xmlNode *holder = root;
  char *title;

  g_return_val_if_fail (root != NULL, NULL);

  if (cog_xml_is (root, NULL, "questestinterop"))
    holder = cog_xml_first_element (root);
  title = holder != NULL ? cog_xml_dup_attribute (holder, "title") : NULL;
  if (title != NULL && g_strstrip (title)[0] == '\0')
    g_clear_pointer (&title, g_free);
  return title;
}

static void
write_question (Walk *walk, CogCourseQuestion *question)
{
  cog_course_question_write (question, walk->body, walk->level + 1);
  walk->n_questions++;
  cog_course_question_free (question);
}

static void
take_item2 (Walk *walk, const xmlNode *item, const char *file)
{
  if (walk->n_questions < MAX_QUESTIONS)
    write_question (walk, cog_qti2_read_item (item, file, walk->container, walk->report));
}

/* QTI 2, 4.3: the items of a test stand in files of their own. */
static void
take_item_file (Walk *walk, const xmlNode *reference)
{
  g_autofree char *href = cog_xml_dup_attribute (reference, "href");
  const char *file =
      href != NULL ? cog_container_resolve (walk->container, walk->file, href) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (walk->container, file, NULL) : NULL;
  g_autoptr (xmlDoc) document =
      bytes != NULL ? cog_xml_parse (bytes, file, walk->report, NULL) : NULL;

  if (document == NULL)
    {
      cog_report_add (walk->report, &cog_finding_missing_file, walk->file,
                      href != NULL ? href : "?", NULL);
      return;
    }
  if (g_hash_table_add (walk->items, g_strdup (file)))
    take_item2 (walk, xmlDocGetRootElement (document), file);
}

static gboolean
is_section (const xmlNode *node)
{
  return cog_xml_is (node, NULL, "section") || cog_qti2_is (node, "assessmentSection");
}

/* Titles of the parts of a test; platforms call the only one "root_section". */
static void
write_part_title (Walk *walk, const xmlNode *node)
{
  g_autofree char *title = is_section (node) ? cog_xml_dup_attribute (node, "title") : NULL;
  guint n_parts = 0;

  for (const xmlNode *n = cog_xml_first_element (node->parent); n != NULL;
       n = cog_xml_next_element (n))
    n_parts += is_section (n);
  if (title != NULL && n_parts > 1)
    cog_made_page_add_heading (walk->body, walk->level, title);
}

static void
take_texts (Walk *walk, const xmlNode *node)
{
  if (cog_qti2_is (node, "rubricBlock"))
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);
      g_autofree char *html = cog_course_page_escape (text);

      cog_made_page_add_html (walk->body, html, NULL);
    }
}

guint
cog_qti_write (const xmlNode *root,
               const char *file,
               CogContainer *container,
               CogReport *report,
               xmlNode *body,
               guint level)
{
  Walk walk = { file, container, report, body, level, 0, NULL };

  g_return_val_if_fail (root != NULL && file != NULL && body != NULL, 0);

  walk.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const xmlNode *n = root; n != NULL && walk.n_questions < MAX_QUESTIONS;)
    {
      gboolean is_item = TRUE;

      if (cog_xml_is (n, NULL, "item"))
        write_question (&walk, cog_qti1_read_item (n, file, report));
      else if (cog_qti2_is (n, "assessmentItem"))
        take_item2 (&walk, n, file);
      else if (cog_qti2_is (n, "assessmentItemRef"))
        take_item_file (&walk, n);
      else
        {
          is_item = FALSE;
          if (is_section (n))
            write_part_title (&walk, n);
          take_texts (&walk, n);
        }
      n = is_item ? cog_xml_skip_in (root, (xmlNode *)n) : cog_xml_next_in (root, n);
    }
  g_hash_table_unref (walk.items);
  return walk.n_questions;
}
