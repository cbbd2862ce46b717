/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"

#include <string.h>

/* questions.xml: categories with questions; from Moodle 4.0 on with entries that have versions, of
 * which the last is asked. */
void
cog_moodle_read_questions (CogMoodle *m)
{
  xmlNode *root;

  m->question_bank = cog_moodle_parse (m, "questions.xml");
  root = m->question_bank != NULL ? xmlDocGetRootElement (m->question_bank) : NULL;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id =
          cog_xml_is (n, NULL, "question") ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id == NULL)
        continue;
      g_hash_table_insert (m->questions, g_steal_pointer (&id), n);
      for (xmlNode *up = n->parent; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
        if (cog_xml_is (up, NULL, "question_bank_entry"))
          g_hash_table_insert (m->entries, cog_xml_dup_attribute (up, "id"), n);
    }
}

typedef struct
{
  CogMoodle *m;
  const xmlNode *node;
  const xmlNode *plugin; /* plugin_qtype_X_question (nullable) */
  char *id;
  char *type;
  char *context; /* where its files are */
  CogCourseQuestion *question;
} Reading;

static char *
dup_html (Reading *r, const xmlNode *parent, const char *name, const char *area, const char *item)
{
  CogMoodlePlace place = { r->context, area, item };

  return cog_moodle_dup_html (r->m, parent, name, &place);
}

/* Files of questions belong to the category, which stands in a context of its own. */
static char *
dup_context (const xmlNode *question)
{
  for (const xmlNode *n = question; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "question_category"))
      return cog_moodle_dup_child (n, "contextid");
  return NULL;
}

static double
read_share (const xmlNode *answer)
{
  g_autofree char *text = cog_moodle_dup_child (answer, "fraction");

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

static const xmlNode *
find_plugin (const xmlNode *question)
{
  for (const xmlNode *n = cog_xml_first_element (question); n != NULL; n = cog_xml_next_element (n))
    if (g_str_has_prefix ((const char *)n->name, "plugin_qtype_"))
      return n;
  return NULL;
}

static void
add_answers (Reading *r)
{
  xmlNode *list = r->plugin != NULL ? cog_xml_find_child (r->plugin, NULL, "answers") : NULL;

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");
      const char *item = id != NULL ? id : "0";
      double share = read_share (n);
      char *html = dup_html (r, n, "answertext", "answer", item);
      CogCourseChoice *choice;

      if (html == NULL)
        continue;
      choice = cog_course_question_add_choice (r->question, html);
      choice->id = g_strdup (item);
      choice->is_right = share > 0;
      choice->share = share > 0 ? share : 0;
      choice->feedback = dup_html (r, n, "feedback", "answerfeedback", item);
    }
}

/* Of a filled in word, only what counts as right is an answer; "*" stands for all other. */
static void
add_words (Reading *r)
{
  xmlNode *records =
      r->plugin != NULL ? cog_xml_find_child (r->plugin, NULL, "numerical_records") : NULL;

  add_answers (r);
  for (guint i = r->question->choices->len; i > 0; i--)
    {
      CogCourseChoice *choice = g_ptr_array_index (r->question->choices, i - 1);

      if (g_str_equal (choice->html, "*"))
        {
          cog_course_question_add_feedback (r->question, g_steal_pointer (&choice->feedback));
          g_ptr_array_remove_index (r->question->choices, i - 1);
        }
    }
  for (xmlNode *n = records != NULL ? cog_xml_first_element (records) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *answer = cog_moodle_dup_child (n, "answer");
      g_autofree char *tolerance = cog_moodle_dup_child (n, "tolerance");

      for (guint i = 0; answer != NULL && tolerance != NULL && i < r->question->choices->len; i++)
        {
          CogCourseChoice *choice = g_ptr_array_index (r->question->choices, i);
          char *html;

          if (!g_str_equal (choice->id, answer) || g_ascii_strtod (tolerance, NULL) <= 0)
            continue;
          html = g_strdup_printf ("%s ± %s", choice->html, tolerance);
          g_free (choice->html);
          choice->html = html;
        }
    }
}

static void
add_pairs (Reading *r)
{
  xmlNode *list = r->plugin != NULL ? cog_xml_find_child (r->plugin, NULL, "matches") : NULL;

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");
      g_autofree char *left = dup_html (r, n, "questiontext", "subquestion", id != NULL ? id : "0");
      g_autofree char *words = cog_moodle_dup_child (n, "answertext");
      char *right = words != NULL ? cog_course_page_escape (words) : NULL;

      if (right == NULL)
        continue;
      /* A right half without a left one is there to mislead. */
      if (cog_course_page_is_blank (left))
        g_ptr_array_add (r->question->options, right);
      else
        cog_course_question_add_pair (r->question, g_steal_pointer (&left), right);
    }
}

/* "[[1]]": the word of that number, of those to choose from. */
static void
fill_gaps (Reading *r, const char *pattern)
{
  g_autoptr (GRegex) gap = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  char *prompt;

  if (r->question->prompt == NULL)
    return;
  for (g_regex_match (gap, r->question->prompt, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);
      guint64 number = g_ascii_strtoull (digits, NULL, 10);

      if (number > 0 && number <= r->question->choices->len)
        ((CogCourseChoice *)g_ptr_array_index (r->question->choices, number - 1))->is_right = TRUE;
    }
  prompt = g_regex_replace_literal (gap, r->question->prompt, -1, 0, "______", 0, NULL);
  g_free (r->question->prompt);
  r->question->prompt = prompt;
}

/* A cloze has its questions in a list of its own, "{#1}" in its text. */
static void
add_cloze (Reading *r)
{
  xmlNode *own = r->plugin != NULL ? cog_xml_find_child (r->plugin, NULL, "multianswer") : NULL;
  g_autofree char *sequence = own != NULL ? cog_moodle_dup_child (own, "sequence") : NULL;
  g_auto (GStrv) ids = g_strsplit (sequence != NULL ? sequence : "", ",", 200);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const xmlNode *part = g_hash_table_lookup (r->m->questions, ids[i]);
      const xmlNode *plugin = part != NULL ? find_plugin (part) : NULL;
      xmlNode *answers = plugin != NULL ? cog_xml_find_child (plugin, NULL, "answers") : NULL;

      for (xmlNode *n = answers != NULL ? cog_xml_first_element (answers) : NULL; n != NULL;
           n = cog_xml_next_element (n))
        if (read_share (n) > 0.99)
          {
            char *html = dup_html (r, n, "answertext", "answer", "0");

            if (html != NULL)
              cog_course_question_add_choice (r->question, html)->is_right = TRUE;
          }
    }
  fill_gaps (r, "\\{#([0-9]+)\\}");
  /* All of them are answers: none is one to choose from. */
  r->question->kind = COG_COURSE_QUESTION_TEXT;
}

static void
add_model (Reading *r)
{
  xmlNode *essay = r->plugin != NULL ? cog_xml_find_child (r->plugin, NULL, "essay") : NULL;

  if (essay != NULL)
    cog_course_question_add_feedback (r->question,
                                      dup_html (r, essay, "graderinfo", "graderinfo", r->id));
}

/* What the types of Moodle are; those that it does not come with are told. */
static void
read_type (Reading *r)
{
  static const struct
  {
    const char *type;
    CogCourseQuestionKind kind;
    void (*read) (Reading *r);
  } types[] = {
    { "multichoice", COG_COURSE_QUESTION_CHOICE, add_answers },
    { "calculatedmulti", COG_COURSE_QUESTION_CHOICE, add_answers },
    { "truefalse", COG_COURSE_QUESTION_TRUE_FALSE, add_answers },
    { "shortanswer", COG_COURSE_QUESTION_TEXT, add_words },
    { "numerical", COG_COURSE_QUESTION_TEXT, add_words },
    { "match", COG_COURSE_QUESTION_MATCH, add_pairs },
    { "randomsamatch", COG_COURSE_QUESTION_MATCH, add_pairs },
    { "essay", COG_COURSE_QUESTION_OPEN, add_model },
    { "description", COG_COURSE_QUESTION_NONE, NULL },
    { "gapselect", COG_COURSE_QUESTION_CHOICE, add_answers },
    { "ddwtos", COG_COURSE_QUESTION_CHOICE, add_answers },
    { "multianswer", COG_COURSE_QUESTION_CHOICE, add_cloze },
    { "ordering", COG_COURSE_QUESTION_ORDER, add_answers },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (r->type, types[i].type))
      {
        r->question->kind = types[i].kind;
        if (types[i].read != NULL)
          types[i].read (r);
        return;
      }
  add_answers (r);
  if (r->question->choices->len > 0)
    r->question->kind = COG_COURSE_QUESTION_TEXT;
  cog_report_add (r->m->report, &cog_finding_course_question, "questions.xml", r->type, NULL);
}

CogCourseQuestion *
cog_moodle_read_question (CogMoodle *m, const xmlNode *question, const char *context)
{
  Reading r = { m, question, find_plugin (question), NULL, NULL, NULL, NULL };

  r.type = cog_moodle_dup_child (question, "qtype");
  if (r.type == NULL || g_str_equal (r.type, "random"))
    {
      g_free (r.type);
      return NULL;
    }
  r.id = cog_xml_dup_attribute (question, "id");
  r.context = dup_context (question);
  if (r.context == NULL)
    r.context = g_strdup (context);
  r.question = cog_course_question_new (COG_COURSE_QUESTION_OPEN);
  r.question->prompt =
      dup_html (&r, question, "questiontext", "questiontext", r.id != NULL ? r.id : "0");
  read_type (&r);
  if (g_str_equal (r.type, "gapselect") || g_str_equal (r.type, "ddwtos"))
    fill_gaps (&r, "\\[\\[([0-9]+)\\]\\]");
  cog_course_question_add_feedback (
      r.question,
      dup_html (&r, question, "generalfeedback", "generalfeedback", r.id != NULL ? r.id : "0"));
  g_free (r.id);
  g_free (r.type);
  g_free (r.context);
  return r.question;
}
