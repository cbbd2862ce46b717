/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-qti.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"

#include <string.h>

/* QTI 1.2: an item's presentation asks, its resprocessing says for which answer there are points
 * and which itemfeedback is shown. */
typedef struct
{
  const xmlNode *item;
  const char *file;
  CogReport *report;
  CogCourseQuestion *question;
  GPtrArray *responses; /* (element-type xmlNode): response_lid, response_str… */
} Item;

static gboolean
is_response (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         g_str_has_prefix ((const char *)node->name, "response_") &&
         strcmp ((const char *)node->name, "response_label") != 0;
}

static void
add_material (GString *html, const xmlNode *node)
{
  g_autofree char *type = cog_xml_dup_attribute (node, "texttype");
  g_autofree char *text = cog_xml_dup_text (node);

  if (cog_xml_is (node, NULL, "matimage"))
    {
      g_autofree char *uri = cog_xml_dup_attribute (node, "uri");
      g_autofree char *escaped = g_markup_escape_text (uri != NULL ? uri : "", -1);

      if (escaped[0] != '\0')
        g_string_append_printf (html, "<img src=\"%s\">", escaped);
      return;
    }
  if (type != NULL && strstr (type, "html") != NULL)
    g_string_append (html, text);
  else
    {
      g_autofree char *plain = cog_course_page_escape (text);

      g_string_append (html, plain);
    }
}

/* The material in an element that belongs to it, and to no response in it. (transfer full) */
static char *
dup_material (const xmlNode *top)
{
  g_autoptr (GString) html = g_string_new (NULL);

  for (const xmlNode *n = top; n != NULL;)
    {
      if (n != top && (is_response (n) || cog_xml_is (n, NULL, "response_label")))
        {
          n = cog_xml_skip_in (top, (xmlNode *)n);
          continue;
        }
      if (cog_xml_is (n, NULL, "mattext") || cog_xml_is (n, NULL, "matemtext") ||
          cog_xml_is (n, NULL, "matimage"))
        add_material (html, n);
      n = cog_xml_next_in (top, n);
    }
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* qtimetadatafield: what a platform calls the kind of question. (transfer full) (nullable) */
static char *
dup_profile (const xmlNode *item)
{
  static const char *const labels[] = { "cc_profile", "question_type", "qmd_itemtype" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (const xmlNode *n = item; n != NULL; n = cog_xml_next_in (item, n))
      {
        xmlNode *label = cog_xml_is (n, NULL, "qtimetadatafield")
                             ? cog_xml_find_child (n, NULL, "fieldlabel")
                             : NULL;
        g_autofree char *name = label != NULL ? cog_xml_dup_folded_text (label) : NULL;
        xmlNode *entry = label != NULL ? cog_xml_find_child (n, NULL, "fieldentry") : NULL;

        if (g_strcmp0 (name, labels[i]) == 0 && entry != NULL)
          return cog_xml_dup_folded_text (entry);
      }
  return NULL;
}

static CogCourseChoice *
find_choice (const CogCourseQuestion *question, const char *id)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      CogCourseChoice *choice = g_ptr_array_index (question->choices, i);

      if (g_strcmp0 (choice->id, id) == 0)
        return choice;
    }
  return NULL;
}

static void
add_labels (Item *self, const xmlNode *response)
{
  for (const xmlNode *n = response; n != NULL; n = cog_xml_next_in (response, n))
    if (cog_xml_is (n, NULL, "response_label"))
      {
        CogCourseChoice *choice = cog_course_question_add_choice (self->question, dup_material (n));

        choice->id = cog_xml_dup_attribute (n, "ident");
      }
}

static gboolean
is_denied (const xmlNode *node, const xmlNode *top)
{
  for (const xmlNode *n = node->parent; n != NULL && n != top; n = n->parent)
    if (cog_xml_is (n, NULL, "not"))
      return TRUE;
  return FALSE;
}

/* The points that a condition gives; those of "unanswered" or "other" have no value of their own.
 */
static double
get_points (const xmlNode *condition)
{
  double points = 0;

  for (const xmlNode *n = cog_xml_first_element (condition); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *text = cog_xml_is (n, NULL, "setvar") ? cog_xml_dup_folded_text (n) : NULL;

      if (text != NULL)
        points = MAX (points, g_ascii_strtod (text, NULL));
    }
  return points;
}

/* What a condition asks for. (transfer container) (element-type xmlNode): varequal elements */
static GPtrArray *
list_values (const xmlNode *condition, gboolean denied)
{
  GPtrArray *values = g_ptr_array_new ();

  for (const xmlNode *n = condition; n != NULL; n = cog_xml_next_in (condition, n))
    if ((cog_xml_is (n, NULL, "varequal") || cog_xml_is (n, NULL, "varsubset") ||
         cog_xml_is (n, NULL, "varsubstring")) &&
        is_denied (n, condition) == denied)
      g_ptr_array_add (values, (gpointer)n);
  return values;
}

static void
mark_right (Item *self, const xmlNode *value)
{
  g_autofree char *id = cog_xml_dup_folded_text (value);
  CogCourseChoice *choice = find_choice (self->question, id);

  if (choice == NULL && self->question->kind == COG_COURSE_QUESTION_TEXT && id[0] != '\0')
    {
      choice = cog_course_question_add_choice (self->question, cog_course_page_escape (id));
      choice->id = g_strdup (id);
    }
  if (choice != NULL)
    choice->is_right = TRUE;
}

/* "vargte 3, varlte 4": a number in between. */
static void
mark_range (Item *self, const xmlNode *condition)
{
  const xmlNode *low = NULL, *high = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *range = NULL;

  for (const xmlNode *n = condition; n != NULL; n = cog_xml_next_in (condition, n))
    if (cog_xml_is (n, NULL, "vargte") || cog_xml_is (n, NULL, "vargt"))
      low = n;
    else if (cog_xml_is (n, NULL, "varlte") || cog_xml_is (n, NULL, "varlt"))
      high = n;
  if (low == NULL || high == NULL)
    return;
  from = cog_xml_dup_folded_text (low);
  to = cog_xml_dup_folded_text (high);
  range = g_strdup_printf ("%s – %s", from, to);
  cog_course_question_add_choice (self->question, cog_course_page_escape (range))->is_right = TRUE;
}

static char *
dup_feedback (const Item *self, const char *id)
{
  for (const xmlNode *n = cog_xml_first_element (self->item); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *own =
          cog_xml_is (n, NULL, "itemfeedback") ? cog_xml_dup_attribute (n, "ident") : NULL;

      if (own != NULL && g_strcmp0 (own, id) == 0)
        return dup_material (n);
    }
  return NULL;
}

/* Feedback to one answer is that answer's; all other is for everyone. */
static void
take_feedback (Item *self, const xmlNode *condition, GPtrArray *values)
{
  for (const xmlNode *n = cog_xml_first_element (condition); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *link =
          cog_xml_is (n, NULL, "displayfeedback") ? cog_xml_dup_attribute (n, "linkrefid") : NULL;
      g_autofree char *html = link != NULL ? dup_feedback (self, link) : NULL;
      g_autofree char *value =
          values->len == 1 ? cog_xml_dup_folded_text (g_ptr_array_index (values, 0)) : NULL;
      CogCourseChoice *choice = value != NULL ? find_choice (self->question, value) : NULL;

      if (html == NULL || cog_course_page_is_blank (html))
        continue;
      if (choice != NULL && choice->feedback == NULL)
        choice->feedback = g_steal_pointer (&html);
      else if (choice == NULL)
        cog_course_question_add_feedback (self->question, g_steal_pointer (&html));
    }
}

static void
read_conditions (Item *self)
{
  for (const xmlNode *n = self->item; n != NULL; n = cog_xml_next_in (self->item, n))
    {
      g_autoptr (GPtrArray) values = NULL;

      if (!cog_xml_is (n, NULL, "respcondition"))
        continue;
      values = list_values (n, FALSE);
      if (get_points (n) > 0)
        {
          for (guint i = 0; i < values->len; i++)
            mark_right (self, g_ptr_array_index (values, i));
          if (values->len == 0)
            mark_range (self, n);
        }
      take_feedback (self, n, values);
    }
}

/* The right half of a response that is one of several: that for which there are points. */
static const xmlNode *
find_right_label (const Item *self, const xmlNode *response)
{
  g_autofree char *own = cog_xml_dup_attribute (response, "ident");
  g_autofree char *wanted = NULL;

  for (const xmlNode *n = self->item; n != NULL && wanted == NULL;
       n = cog_xml_next_in (self->item, n))
    if (cog_xml_is (n, NULL, "respcondition") && get_points (n) > 0)
      {
        g_autoptr (GPtrArray) values = list_values (n, FALSE);

        for (guint i = 0; i < values->len && wanted == NULL; i++)
          {
            const xmlNode *value = g_ptr_array_index (values, i);
            g_autofree char *of = cog_xml_dup_attribute (value, "respident");

            if (g_strcmp0 (of, own) == 0)
              wanted = cog_xml_dup_folded_text (value);
          }
      }
  for (const xmlNode *n = response; wanted != NULL && n != NULL; n = cog_xml_next_in (response, n))
    {
      g_autofree char *id =
          cog_xml_is (n, NULL, "response_label") ? cog_xml_dup_attribute (n, "ident") : NULL;

      if (id != NULL && g_str_equal (id, wanted))
        return n;
    }
  return NULL;
}

static void
read_pairs (Item *self)
{
  for (guint i = 0; i < self->responses->len; i++)
    {
      const xmlNode *response = g_ptr_array_index (self->responses, i);
      const xmlNode *right = find_right_label (self, response);

      if (right != NULL)
        cog_course_question_add_pair (self->question, dup_material (response),
                                      dup_material (right));
      for (const xmlNode *n = response; n != NULL; n = cog_xml_next_in (response, n))
        if (n != right && cog_xml_is (n, NULL, "response_label"))
          g_ptr_array_add (self->question->options, dup_material (n));
    }
}

static CogCourseQuestionKind
find_kind (const Item *self, const char *profile)
{
  const xmlNode *first = self->responses->len > 0 ? g_ptr_array_index (self->responses, 0) : NULL;

  if (first == NULL)
    return strstr (profile, "text_only") != NULL ? COG_COURSE_QUESTION_NONE
                                                 : COG_COURSE_QUESTION_OPEN;
  if (self->responses->len > 1 && cog_xml_is (first, NULL, "response_lid"))
    return COG_COURSE_QUESTION_MATCH;
  if (strstr (profile, "true_false") != NULL)
    return COG_COURSE_QUESTION_TRUE_FALSE;
  if (strstr (profile, "essay") != NULL)
    return COG_COURSE_QUESTION_OPEN;
  return cog_xml_is (first, NULL, "response_lid") ? COG_COURSE_QUESTION_CHOICE
                                                  : COG_COURSE_QUESTION_TEXT;
}

static void
read_rest (Item *self)
{
  for (const xmlNode *n = cog_xml_first_element (self->item); n != NULL;
       n = cog_xml_next_element (n))
    {
      xmlNode *solution =
          cog_xml_is (n, NULL, "itemfeedback") ? cog_xml_find_child (n, NULL, "solution") : NULL;
      xmlNode *hint =
          cog_xml_is (n, NULL, "itemfeedback") ? cog_xml_find_child (n, NULL, "hint") : NULL;

      if (solution != NULL && self->question->model == NULL)
        self->question->model = dup_material (solution);
      if (hint != NULL)
        g_ptr_array_add (self->question->hints, dup_material (hint));
    }
}

CogCourseQuestion *
cog_qti1_read_item (const xmlNode *item, const char *file, CogReport *report)
{
  Item self = { item, file, report, NULL, g_ptr_array_new () };
  g_autofree char *profile = dup_profile (item);
  xmlNode *presentation = cog_xml_find_child (item, NULL, "presentation");

  for (const xmlNode *n = presentation; n != NULL; n = cog_xml_next_in (presentation, n))
    if (is_response (n) && !cog_xml_is (n, NULL, "response_grp"))
      g_ptr_array_add (self.responses, (gpointer)n);
  self.question = cog_course_question_new (find_kind (&self, profile != NULL ? profile : ""));
  if (presentation != NULL)
    self.question->prompt = dup_material (presentation);
  if (self.question->kind == COG_COURSE_QUESTION_MATCH)
    read_pairs (&self);
  else if (self.responses->len > 0)
    add_labels (&self, g_ptr_array_index (self.responses, 0));
  read_conditions (&self);
  read_rest (&self);
  if (self.question->kind == COG_COURSE_QUESTION_TEXT && self.question->choices->len == 0)
    self.question->kind = COG_COURSE_QUESTION_OPEN;
  g_ptr_array_unref (self.responses);
  return self.question;
}
