/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exe-device.h"

#include "cog-course-page.h"

#include <string.h>

/* A picture that is a field of its own. */
static char *
dup_picture (const CogExeGraph *graph, const xmlNode *field)
{
  xmlNode *resource = cog_exe_graph_get (graph, field, "imageResource");
  g_autofree char *name = cog_exe_graph_dup (graph, resource, "_storageName");
  g_autofree char *escaped = name != NULL ? g_uri_escape_string (name, NULL, TRUE) : NULL;

  return escaped != NULL ? g_strdup_printf ("<p><img src=\"resources/%s\"></p>", escaped) : NULL;
}

/* The HTML in a field of text. */
static char *
dup_field (const CogExeGraph *graph, const xmlNode *field)
{
  static const char *const keys[] = { "content_w_resourcePaths", "_encodedContent", "_content",
                                      "content" };

  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      char *html = cog_exe_graph_dup (graph, field, keys[i]);

      if (!cog_course_page_is_blank (html))
        return html;
      g_free (html);
    }
  return NULL;
}

static char *
dup_named (const CogExeGraph *graph, const xmlNode *instance, const char *key)
{
  return dup_field (graph, cog_exe_graph_get (graph, instance, key));
}

static gboolean
is_true (const CogExeGraph *graph, const xmlNode *instance, const char *key)
{
  g_autofree char *value = cog_exe_graph_dup (graph, instance, key);

  return value != NULL && (g_ascii_strcasecmp (value, "true") == 0 || g_str_equal (value, "1"));
}

static void
add_hint (const CogExeGraph *graph, const xmlNode *from, CogCourseQuestion *question)
{
  char *hint = dup_named (graph, from, "hintTextArea");

  if (hint != NULL)
    g_ptr_array_add (question->hints, hint);
}

static void
add_options (const CogExeGraph *graph, const xmlNode *from, CogCourseQuestion *question)
{
  xmlNode *list = cog_exe_graph_get (graph, from, "options");

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      xmlNode *option = cog_exe_graph_follow (graph, n);
      char *html = option != NULL ? dup_named (graph, option, "answerTextArea") : NULL;
      CogCourseChoice *choice;

      if (html == NULL)
        continue;
      choice = cog_course_question_add_choice (question, html);
      choice->is_right = is_true (graph, option, "isCorrect");
      choice->feedback = dup_named (graph, option, "feedbackTextArea");
    }
}

/* What is a question of a list: of several choices, true or false, or open (case studies). */
static CogCourseQuestion *
read_question (const CogExeGraph *graph, const xmlNode *from)
{
  CogCourseQuestion *question = cog_course_question_new (COG_COURSE_QUESTION_OPEN);
  gboolean is_truth = cog_exe_graph_is (from, "TrueFalseQuestion");

  question->prompt = dup_named (graph, from, "questionTextArea");
  add_options (graph, from, question);
  if (question->choices->len > 0)
    question->kind = COG_COURSE_QUESTION_CHOICE;
  if (is_truth)
    {
      question->kind = COG_COURSE_QUESTION_TRUE_FALSE;
      cog_course_question_add_choice (question, g_strdup ("✓"))->is_right =
          is_true (graph, from, "isCorrect");
      cog_course_question_add_choice (question, g_strdup ("✗"))->is_right =
          !is_true (graph, from, "isCorrect");
    }
  add_hint (graph, from, question);
  cog_course_question_add_feedback (question, dup_named (graph, from, "feedbackTextArea"));
  return question;
}

static gboolean
add_questions (const CogExeGraph *graph, const xmlNode *instance, CogExeDevice *device)
{
  xmlNode *list = cog_exe_graph_get (graph, instance, "questions");

  for (xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      xmlNode *from = cog_exe_graph_follow (graph, n);

      if (from != NULL && cog_xml_is (from, NULL, "instance"))
        g_ptr_array_add (device->questions, read_question (graph, from));
    }
  return device->questions->len > 0;
}

/* In a cloze, the words to fill in are underlined: each becomes a blank, and they are the answer.
 */
static void
add_cloze (const CogExeGraph *graph, const xmlNode *instance, CogExeDevice *device)
{
  xmlNode *field = cog_exe_graph_get (graph, instance, "_content");
  g_autofree char *html = dup_field (graph, field != NULL ? field : instance);
  g_autoptr (GRegex) gap =
      g_regex_new ("<u>(.*?)</u>", G_REGEX_CASELESS | G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  CogCourseQuestion *question;

  if (html == NULL)
    return;
  question = cog_course_question_new (COG_COURSE_QUESTION_TEXT);
  for (g_regex_match (gap, html, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    cog_course_question_add_choice (question, g_match_info_fetch (match, 1))->is_right = TRUE;
  question->prompt = g_regex_replace_literal (gap, html, -1, 0, "______", 0, NULL);
  cog_course_question_add_feedback (question, dup_named (graph, instance, "feedback"));
  g_ptr_array_add (device->questions, question);
}

/* Every other field of text in the object, in the order in which they were written. Objects that
 * are other iDevices or pages are not gone into. */
static void
add_texts (const CogExeGraph *graph, const xmlNode *instance, CogExeDevice *device)
{
  for (xmlNode *n = (xmlNode *)instance; n != NULL;)
    {
      gboolean is_other =
          n != instance && (cog_exe_graph_is (n, ".node.Node") || cog_exe_graph_is (n, "Idevice") ||
                            cog_exe_graph_is (n, ".package.Package"));
      gboolean is_field = !is_other && (cog_exe_graph_is (n, "Field"));
      char *html = is_field ? dup_field (graph, n) : NULL;

      if (html == NULL && is_field && cog_exe_graph_is (n, "ImageField"))
        html = dup_picture (graph, n);
      if (html != NULL &&
          !g_ptr_array_find_with_equal_func (device->texts, html, g_str_equal, NULL))
        g_ptr_array_add (device->texts, html);
      else
        g_free (html);
      n = is_other ? cog_xml_skip_in (instance, n) : cog_xml_next_in (instance, n);
    }
}

/* What is asked before the questions. */
static void
add_introduction (const CogExeGraph *graph, const xmlNode *instance, CogExeDevice *device)
{
  static const char *const keys[] = { "storyTextArea", "instructionsForLearners",
                                      "_instructionsForLearners", "activityTextArea" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      char *html = dup_named (graph, instance, keys[i]);

      if (html != NULL)
        g_ptr_array_add (device->texts, html);
    }
}

static void
add_reflection (const CogExeGraph *graph, const xmlNode *instance, CogExeDevice *device)
{
  CogCourseQuestion *question = cog_course_question_new (COG_COURSE_QUESTION_OPEN);

  question->prompt = dup_named (graph, instance, "activityTextArea");
  question->model = dup_named (graph, instance, "answerTextArea");
  g_ptr_array_add (device->questions, question);
}

/* The title of an iDevice is shown where it has an emphasis. */
static char *
dup_heading (const CogExeGraph *graph, const xmlNode *instance)
{
  g_autofree char *emphasis = cog_exe_graph_dup (graph, instance, "emphasis");

  if (emphasis == NULL || g_ascii_strtoll (emphasis, NULL, 10) <= 0)
    return NULL;
  return cog_exe_graph_dup (graph, instance, "_title");
}

void
cog_exe_device_read (const CogExeGraph *graph, xmlNode *instance, CogExePage *page)
{
  g_autofree char *type = cog_xml_dup_attribute (instance, "class");
  CogExeDevice *device;

  g_return_if_fail (graph != NULL && page != NULL);

  device = cog_exe_page_add_device (page, type != NULL ? type : "");
  device->heading = dup_heading (graph, instance);
  if (cog_exe_graph_is (instance, "ClozeIdevice"))
    {
      add_introduction (graph, instance, device);
      add_cloze (graph, instance, device);
    }
  else if (cog_exe_graph_is (instance, "ReflectionIdevice"))
    add_reflection (graph, instance, device);
  else if (add_questions (graph, instance, device))
    add_introduction (graph, instance, device);
  else
    add_texts (graph, instance, device);
  /* What it asks or plays without being text. */
  device->is_activity = device->texts->len == 0 && device->questions->len == 0;
}
