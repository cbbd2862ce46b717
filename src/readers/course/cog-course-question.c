/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-question.h"

#include "cog-course-page.h"
#include "cog-made-page.h"

static void
choice_free (gpointer data)
{
  CogCourseChoice *choice = data;

  g_free (choice->id);
  g_free (choice->html);
  g_free (choice->feedback);
  g_free (choice);
}

static void
pair_free (gpointer data)
{
  CogCoursePair *pair = data;

  g_free (pair->left);
  g_free (pair->right);
  g_free (pair);
}

CogCourseQuestion *
cog_course_question_new (CogCourseQuestionKind kind)
{
  CogCourseQuestion *self = g_new0 (CogCourseQuestion, 1);

  self->kind = kind;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->options = g_ptr_array_new_with_free_func (g_free);
  self->feedback = g_ptr_array_new_with_free_func (g_free);
  self->hints = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cog_course_question_free (CogCourseQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->prompt);
  g_free (self->model);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->feedback);
  g_ptr_array_unref (self->hints);
  g_free (self);
}

CogCourseChoice *
cog_course_question_add_choice (CogCourseQuestion *self, char *html)
{
  CogCourseChoice *choice;

  g_return_val_if_fail (self != NULL, NULL);

  choice = g_new0 (CogCourseChoice, 1);
  choice->html = html;
  g_ptr_array_add (self->choices, choice);
  return choice;
}

void
cog_course_question_add_pair (CogCourseQuestion *self, char *left, char *right)
{
  CogCoursePair *pair;

  g_return_if_fail (self != NULL);

  pair = g_new0 (CogCoursePair, 1);
  pair->left = left;
  pair->right = right;
  g_ptr_array_add (self->pairs, pair);
}

void
cog_course_question_add_feedback (CogCourseQuestion *self, char *html)
{
  g_return_if_fail (self != NULL);

  if (html == NULL || cog_course_page_is_blank (html) ||
      g_ptr_array_find_with_equal_func (self->feedback, html, g_str_equal, NULL))
    g_free (html);
  else
    g_ptr_array_add (self->feedback, html);
}

static const char *
get_type (CogCourseQuestionKind kind)
{
  switch (kind)
    {
    case COG_COURSE_QUESTION_CHOICE:
      return "practice multiple-choice-problem";
    case COG_COURSE_QUESTION_TRUE_FALSE:
      return "practice true-false-problem";
    case COG_COURSE_QUESTION_TEXT:
      return "practice fill-in-the-blank-problem";
    case COG_COURSE_QUESTION_MATCH:
      return "practice match-problem";
    case COG_COURSE_QUESTION_OPEN:
      return "practice open-problem";
    case COG_COURSE_QUESTION_ORDER:
    case COG_COURSE_QUESTION_NONE:
      break;
    }
  return "practice general-problem";
}

static xmlNode *
add_item (xmlNode *list, const char *name, const char *html)
{
  xmlNode *item = cog_made_page_add (list, name, NULL, NULL);

  cog_made_page_add_html (item, html, NULL);
  return item;
}

/* In an order that does not give the answer away, and is the same each time. */
static int
compare_html (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static void
write_sorted (GPtrArray *texts, xmlNode *problem)
{
  xmlNode *list = texts->len > 0 ? cog_made_page_add (problem, "ul", NULL, NULL) : NULL;
  const char *last = NULL;

  g_ptr_array_sort (texts, compare_html);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *html = g_ptr_array_index (texts, i);

      if (g_strcmp0 (html, last) != 0)
        add_item (list, "li", html);
      last = html;
    }
}

static void
write_choices (const CogCourseQuestion *self, xmlNode *problem)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  xmlNode *list;

  if (self->choices->len == 0 || self->kind == COG_COURSE_QUESTION_TEXT)
    return;
  if (self->kind == COG_COURSE_QUESTION_ORDER)
    {
      for (guint i = 0; i < self->choices->len; i++)
        g_ptr_array_add (texts, ((CogCourseChoice *)g_ptr_array_index (self->choices, i))->html);
      write_sorted (texts, problem);
      return;
    }
  list = cog_made_page_add (problem, "ol", NULL, NULL);
  cog_xml_set (list, "type", "a");
  for (guint i = 0; i < self->choices->len; i++)
    add_item (list, "li", ((CogCourseChoice *)g_ptr_array_index (self->choices, i))->html);
}

static void
write_halves (const CogCourseQuestion *self, xmlNode *problem)
{
  g_autoptr (GPtrArray) rights = g_ptr_array_new ();
  xmlNode *list = self->pairs->len > 0 ? cog_made_page_add (problem, "ul", NULL, NULL) : NULL;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const CogCoursePair *pair = g_ptr_array_index (self->pairs, i);

      add_item (list, "li", pair->left);
      g_ptr_array_add (rights, pair->right);
    }
  for (guint i = 0; i < self->options->len; i++)
    g_ptr_array_add (rights, g_ptr_array_index (self->options, i));
  write_sorted (rights, problem);
}

static void
write_pairs (const CogCourseQuestion *self, xmlNode *solution)
{
  xmlNode *table = self->pairs->len > 0 ? cog_made_page_add (solution, "table", NULL, NULL) : NULL;
  xmlNode *rows = table != NULL ? cog_made_page_add (table, "tbody", NULL, NULL) : NULL;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const CogCoursePair *pair = g_ptr_array_index (self->pairs, i);
      xmlNode *row = cog_made_page_add (rows, "tr", NULL, NULL);

      add_item (row, "td", pair->left);
      add_item (row, "td", pair->right);
    }
}

static void
write_right (const CogCourseQuestion *self, xmlNode *solution)
{
  xmlNode *list = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const CogCourseChoice *choice = g_ptr_array_index (self->choices, i);
      xmlNode *item;

      if (!choice->is_right)
        continue;
      if (list == NULL)
        list = cog_made_page_add (solution, self->kind == COG_COURSE_QUESTION_ORDER ? "ol" : "ul",
                                  NULL, NULL);
      item = add_item (list, "li", choice->html);
      if (choice->share > 0 && choice->share < 0.995)
        {
          g_autofree char *share = g_strdup_printf (" (%.0f %%)", choice->share * 100);
          xmlNode *last = cog_xml_first_element (item);

          while (last != NULL && cog_xml_next_element (last) != NULL)
            last = cog_xml_next_element (last);
          xmlAddChild (last != NULL && cog_xml_is (last, NULL, "p") ? last : item,
                       xmlNewDocText (item->doc, (const xmlChar *)share));
        }
    }
}

/* What is said to each answer, under the answer's own words. */
static void
write_feedback (const CogCourseQuestion *self, xmlNode *solution)
{
  xmlNode *list = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const CogCourseChoice *choice = g_ptr_array_index (self->choices, i);

      if (cog_course_page_is_blank (choice->feedback))
        continue;
      if (list == NULL)
        list = cog_made_page_add (solution, "dl", NULL, NULL);
      add_item (list, "dt", choice->html);
      add_item (list, "dd", choice->feedback);
    }
  for (guint i = 0; i < self->feedback->len; i++)
    add_item (solution, "aside", g_ptr_array_index (self->feedback, i));
  for (xmlNode *n = cog_xml_first_element (solution); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "aside"))
      cog_xml_set (n, "class", "commentary");
}

static gboolean
has_answer (const CogCourseQuestion *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const CogCourseChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->is_right || choice->feedback != NULL)
        return TRUE;
    }
  return self->feedback->len > 0 || self->model != NULL || self->pairs->len > 0;
}

static void
write_hints (const CogCourseQuestion *self, xmlNode *problem)
{
  for (guint i = 0; i < self->hints->len; i++)
    {
      xmlNode *hint = cog_made_page_add (problem, "aside", "tip", "help");

      cog_made_page_add_html (hint, g_ptr_array_index (self->hints, i), NULL);
    }
}

void
cog_course_question_write (const CogCourseQuestion *self, xmlNode *parent, guint level)
{
  xmlNode *exercise, *problem, *solution;

  g_return_if_fail (self != NULL && parent != NULL);

  if (self->kind == COG_COURSE_QUESTION_NONE)
    {
      xmlNode *box = cog_made_page_add (parent, "div", NULL, NULL);

      cog_made_page_add_html (box, self->prompt, NULL);
      cog_course_page_shift_headings (box, level);
      return;
    }
  exercise = cog_made_page_add (parent, "section", "exercise", get_type (self->kind));
  problem = cog_made_page_add (exercise, "section", "problem", "question");
  cog_made_page_add_html (problem, self->prompt, NULL);
  write_choices (self, problem);
  write_halves (self, problem);
  write_hints (self, problem);
  if (has_answer (self))
    {
      solution = cog_made_page_add (exercise, "section", "solution", "answer");
      write_right (self, solution);
      write_pairs (self, solution);
      cog_made_page_add_html (solution, self->model, NULL);
      write_feedback (self, solution);
    }
  cog_course_page_shift_headings (exercise, level);
}
