/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-made-page.h"

#include <string.h>

/* The question of a slot: by its id up to Moodle 3, by an entry of the question bank from 4 on.
 * NULL: it is drawn by lot, or not there. */
static const xmlNode *
find_question (CogMoodle *m, const xmlNode *instance)
{
  g_autofree char *id = cog_moodle_dup_child (instance, "questionid");
  xmlNode *reference = cog_xml_find_child (instance, NULL, "question_reference");
  g_autofree char *entry =
      reference != NULL ? cog_moodle_dup_child (reference, "questionbankentryid") : NULL;

  if (id == NULL)
    id = cog_moodle_dup_child (instance, "question");
  if (entry != NULL)
    return g_hash_table_lookup (m->entries, entry);
  return id != NULL ? g_hash_table_lookup (m->questions, id) : NULL;
}

static gint64
read_number (const xmlNode *parent, const char *name)
{
  g_autofree char *text = cog_moodle_dup_child (parent, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  gint64 first = read_number (*(const xmlNode *const *)a, "slot");
  gint64 second = read_number (*(const xmlNode *const *)b, "slot");

  return (first > second) - (first < second);
}

void
cog_moodle_take_quiz (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  xmlNode *body;
  CogSection *section = cog_moodle_add_page (m, activity, siblings, &body);
  xmlNode *list = cog_xml_find_child (activity->node, NULL, "question_instances");
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();

  section->type = g_strdup ("assessment");
  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "question_instance"))
      g_ptr_array_add (slots, n);
  g_ptr_array_sort (slots, compare_slots);
  for (guint i = 0; i < slots->len; i++)
    {
      const xmlNode *node = find_question (m, g_ptr_array_index (slots, i));
      g_autoptr (CogCourseQuestion) question =
          node != NULL ? cog_moodle_read_question (m, node, activity->context) : NULL;

      if (question != NULL)
        cog_course_question_write (question, body, 3);
      else
        cog_report_add (m->report, &cog_finding_course_random_question, activity->file,
                        section->title != NULL ? section->title : "?", NULL);
    }
}

/* The kinds of a lesson's pages (mod/lesson/locallib.php). */
enum
{
  LESSON_SHORT_ANSWER = 1,
  LESSON_TRUE_FALSE = 2,
  LESSON_CHOICE = 3,
  LESSON_MATCHING = 5,
  LESSON_NUMERICAL = 8,
  LESSON_ESSAY = 10,
  LESSON_CONTENT = 20,
  LESSON_END_OF_BRANCH = 21,
  LESSON_CLUSTER = 30,
  LESSON_END_OF_CLUSTER = 31,
};

static CogCourseQuestionKind
find_kind (gint64 type)
{
  switch (type)
    {
    case LESSON_SHORT_ANSWER:
    case LESSON_NUMERICAL:
      return COG_COURSE_QUESTION_TEXT;
    case LESSON_TRUE_FALSE:
      return COG_COURSE_QUESTION_TRUE_FALSE;
    case LESSON_CHOICE:
      return COG_COURSE_QUESTION_CHOICE;
    case LESSON_MATCHING:
      return COG_COURSE_QUESTION_MATCH;
    default:
      return COG_COURSE_QUESTION_OPEN;
    }
}

/* An answer is right where it has points; in a lesson without points, where it leads on (a jump to
 * 0 asks again). */
static gboolean
is_right (const xmlNode *answer, gboolean has_points)
{
  return has_points ? read_number (answer, "score") > 0 : read_number (answer, "jumpto") != 0;
}

static gboolean
has_points (const xmlNode *answers)
{
  for (xmlNode *n = cog_xml_first_element (answers); n != NULL; n = cog_xml_next_element (n))
    if (read_number (n, "score") > 0)
      return TRUE;
  return FALSE;
}

static void
add_answers (CogMoodle *m,
             const CogMoodleActivity *activity,
             const xmlNode *answers,
             CogCourseQuestion *question)
{
  gboolean points = has_points (answers);
  guint place = 0;

  for (xmlNode *n = cog_xml_first_element (answers); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");
      CogMoodlePlace in_answer = { activity->context, "page_answers", id != NULL ? id : "0" };
      CogMoodlePlace in_response = { activity->context, "page_responses", in_answer.item };
      char *html = cog_moodle_dup_html (m, n, "answer_text", &in_answer);
      char *response = cog_moodle_dup_html (m, n, "response", &in_response);

      /* Of pairs, the first two rows are what is said to a right and to a wrong answer. */
      if (question->kind == COG_COURSE_QUESTION_MATCH && place++ >= 2 && html != NULL &&
          response != NULL)
        cog_course_question_add_pair (question, html, response);
      else if (question->kind == COG_COURSE_QUESTION_MATCH ||
               question->kind == COG_COURSE_QUESTION_OPEN || html == NULL)
        {
          cog_course_question_add_feedback (question, html);
          g_free (response);
        }
      else
        {
          CogCourseChoice *choice = cog_course_question_add_choice (question, html);

          choice->is_right = is_right (n, points);
          choice->feedback = response;
        }
    }
}

static void
take_lesson_page (CogMoodle *m,
                  const CogMoodleActivity *activity,
                  const xmlNode *page,
                  xmlNode *body)
{
  g_autofree char *id = cog_xml_dup_attribute (page, "id");
  g_autofree char *title = cog_moodle_dup_child (page, "title");
  CogMoodlePlace place = { activity->context, "page_contents", id != NULL ? id : "0" };
  gint64 type = read_number (page, "qtype");
  xmlNode *answers = cog_xml_find_child (page, NULL, "answers");
  g_autoptr (CogCourseQuestion) question = NULL;

  if (type == LESSON_END_OF_BRANCH || type == LESSON_CLUSTER || type == LESSON_END_OF_CLUSTER)
    return;
  cog_made_page_add_heading (body, 2, title);
  question = cog_course_question_new (type == LESSON_CONTENT ? COG_COURSE_QUESTION_NONE
                                                             : find_kind (type));
  question->prompt = cog_moodle_dup_html (m, page, "contents", &place);
  if (answers != NULL && type != LESSON_CONTENT)
    add_answers (m, activity, answers, question);
  cog_course_question_write (question, body, 3);
}

/* Pages name the one before and behind them; they stand in the file as they were made. */
void
cog_moodle_take_lesson (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings)
{
  xmlNode *body;
  xmlNode *list = cog_xml_find_child (activity->node, NULL, "pages");
  g_autoptr (GHashTable) by_last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  xmlNode *page;

  cog_moodle_add_page (m, activity, siblings, &body);
  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *last = cog_moodle_dup_child (n, "prevpageid");

      g_hash_table_insert (by_last, g_strdup (last != NULL ? last : "0"), n);
    }
  page = g_hash_table_lookup (by_last, "0");
  while (page != NULL && g_hash_table_add (taken, page))
    {
      g_autofree char *id = cog_xml_dup_attribute (page, "id");

      take_lesson_page (m, activity, page, body);
      page = id != NULL ? g_hash_table_lookup (by_last, id) : NULL;
    }
  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (g_hash_table_add (taken, n))
      take_lesson_page (m, activity, n, body);
}
