/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-qti.h"

#include "cog-course-findings.h"
#include "cog-course-page.h"
#include "cog-course.h"

#include <string.h>

/* QTI 2: the item's body is XHTML with interactions in it; responseDeclaration says what is right.
 */
typedef struct
{
  const xmlNode *item;
  const char *file;
  CogContainer *container;
  CogReport *report;
  CogCourseQuestion *question;
} Item;

/* QTI 3 writes the names with hyphens and a prefix. */
gboolean
cog_qti2_is (const xmlNode *node, const char *name)
{
  const char *own;

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;
  own = (const char *)node->name;
  if (!g_str_has_prefix (own, "qti-"))
    return strcmp (own, name) == 0;
  for (own += strlen ("qti-"); *own != '\0'; own++)
    {
      if (*own == '-')
        continue;
      if (g_ascii_tolower (*name) != *own)
        return FALSE;
      name++;
    }
  return *name == '\0';
}

static gboolean
is_interaction (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         (g_str_has_suffix ((const char *)node->name, "Interaction") ||
          g_str_has_suffix ((const char *)node->name, "-interaction"));
}

static char *
dup_attribute (const xmlNode *node, const char *name, const char *hyphened)
{
  char *value = cog_xml_dup_attribute (node, name);

  return value != NULL ? value : cog_xml_dup_attribute (node, hyphened);
}

/* References count from the item's file, which is not the page's. */
static void
add_reference (const Item *self, GString *html, const char *name, const char *value)
{
  const char *file = cog_container_resolve (self->container, self->file, value);
  g_autofree char *reference = file != NULL ? cog_course_dup_reference (file) : g_strdup (value);
  g_autofree char *escaped = g_markup_escape_text (reference, -1);

  g_string_append_printf (html, " %s=\"%s\"", name, escaped);
}

static void
open_element (const Item *self, GString *html, const xmlNode *node)
{
  static const char *const plain[] = { "alt",     "title", "class",   "lang", "dir",
                                       "colspan", "scope", "rowspan", "type", "display" };
  static const char *const references[] = { "src", "href", "data" };

  g_string_append_printf (html, "<%s", (const char *)node->name);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (node, plain[i]);
      g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

      if (escaped != NULL)
        g_string_append_printf (html, " %s=\"%s\"", plain[i], escaped);
    }
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (node, references[i]);

      if (value != NULL)
        add_reference (self, html, references[i], value);
    }
  g_string_append_c (html, '>');
}

/* What takes a word in running text is a blank; all other interactions stand by themselves. */
static gboolean
write_interaction (GString *html, const xmlNode *node)
{
  if (!is_interaction (node) && !cog_qti2_is (node, "gap"))
    return FALSE;
  if (cog_qti2_is (node, "gap") || cog_qti2_is (node, "textEntryInteraction") ||
      cog_qti2_is (node, "inlineChoiceInteraction"))
    g_string_append (html, "______");
  return TRUE;
}

static gboolean
is_skipped (const xmlNode *node)
{
  return cog_qti2_is (node, "prompt") || cog_qti2_is (node, "feedbackInline") ||
         cog_qti2_is (node, "feedbackBlock") || cog_qti2_is (node, "printedVariable") ||
         cog_qti2_is (node, "gapText") || cog_qti2_is (node, "gapImg");
}

static gboolean
is_void (const char *name)
{
  return strcmp (name, "img") == 0 || strcmp (name, "br") == 0 || strcmp (name, "hr") == 0 ||
         strcmp (name, "col") == 0;
}

static void
close_element (GString *html, const xmlNode *node)
{
  if (!is_void ((const char *)node->name))
    g_string_append_printf (html, "</%s>", (const char *)node->name);
}

/* An element's content as HTML, without what is asked in it. The depth is the parser's.
 * (transfer full) */
static void
add_content (const Item *self, GString *html, const xmlNode *top)
{
  for (const xmlNode *n = top->children; n != NULL; n = n->next)
    {
      if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
        {
          g_autofree char *escaped = g_markup_escape_text ((const char *)n->content, -1);

          g_string_append (html, escaped);
        }
      if (n->type != XML_ELEMENT_NODE || is_skipped (n) || write_interaction (html, n))
        continue;
      open_element (self, html, n);
      add_content (self, html, n);
      close_element (html, n);
    }
}

static char *
dup_html (const Item *self, const xmlNode *node)
{
  GString *html = g_string_new (NULL);

  add_content (self, html, node);
  return g_string_free (html, FALSE);
}

static xmlNode *
find_in (const xmlNode *top, const char *name)
{
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (cog_qti2_is (n, name))
      return (xmlNode *)n;
  return NULL;
}

/* The values of the right answer to an interaction. (transfer full) (element-type utf8) */
static GPtrArray *
list_right (const Item *self, const xmlNode *interaction)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted =
      dup_attribute (interaction, "responseIdentifier", "response-identifier");

  for (const xmlNode *n = cog_xml_first_element (self->item); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *id =
          cog_qti2_is (n, "responseDeclaration") ? cog_xml_dup_attribute (n, "identifier") : NULL;
      xmlNode *right =
          id != NULL && g_strcmp0 (id, wanted) == 0 ? find_in (n, "correctResponse") : NULL;

      for (xmlNode *v = right != NULL ? cog_xml_first_element (right) : NULL; v != NULL;
           v = cog_xml_next_element (v))
        if (cog_qti2_is (v, "value"))
          g_ptr_array_add (values, cog_xml_dup_folded_text (v));
    }
  return values;
}

/* Words that count as right beside the one that is named: mapEntry with points. */
static void
add_mapped (const Item *self, const xmlNode *interaction, GPtrArray *values)
{
  g_autofree char *wanted =
      dup_attribute (interaction, "responseIdentifier", "response-identifier");

  for (const xmlNode *n = cog_xml_first_element (self->item); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *id =
          cog_qti2_is (n, "responseDeclaration") ? cog_xml_dup_attribute (n, "identifier") : NULL;

      for (const xmlNode *m = id != NULL && g_strcmp0 (id, wanted) == 0 ? n : NULL; m != NULL;
           m = cog_xml_next_in (n, m))
        {
          g_autofree char *key =
              cog_qti2_is (m, "mapEntry") ? dup_attribute (m, "mapKey", "map-key") : NULL;
          g_autofree char *points =
              key != NULL ? dup_attribute (m, "mappedValue", "mapped-value") : NULL;

          if (points != NULL && g_ascii_strtod (points, NULL) > 0 &&
              !g_ptr_array_find_with_equal_func (values, key, g_str_equal, NULL))
            g_ptr_array_add (values, g_steal_pointer (&key));
        }
    }
}

static gboolean
has_value (GPtrArray *values, const char *id)
{
  return id != NULL && g_ptr_array_find_with_equal_func (values, id, g_str_equal, NULL);
}

static void
add_choices (Item *self, const xmlNode *interaction, GPtrArray *right)
{
  for (const xmlNode *n = interaction; n != NULL; n = cog_xml_next_in (interaction, n))
    if (cog_qti2_is (n, "simpleChoice") || cog_qti2_is (n, "inlineChoice") ||
        cog_qti2_is (n, "hottext"))
      {
        CogCourseChoice *choice =
            cog_course_question_add_choice (self->question, dup_html (self, n));
        xmlNode *feedback = find_in (n, "feedbackInline");

        choice->id = cog_xml_dup_attribute (n, "identifier");
        choice->is_right = has_value (right, choice->id);
        choice->feedback = feedback != NULL ? dup_html (self, feedback) : NULL;
      }
}

/* The choices in the order of the answer. */
static void
sort_by_answer (CogCourseQuestion *question, GPtrArray *right)
{
  for (guint i = 0, place = 0; i < right->len; i++)
    for (guint c = place; c < question->choices->len; c++)
      {
        CogCourseChoice *choice = g_ptr_array_index (question->choices, c);

        if (g_strcmp0 (choice->id, g_ptr_array_index (right, i)) != 0)
          continue;
        choice = g_ptr_array_steal_index (question->choices, c);
        choice->is_right = TRUE;
        g_ptr_array_insert (question->choices, place++, choice);
        break;
      }
}

static const xmlNode *
find_half (const xmlNode *interaction, const char *id)
{
  for (const xmlNode *n = interaction; n != NULL; n = cog_xml_next_in (interaction, n))
    {
      g_autofree char *own =
          n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "identifier") : NULL;

      if (own != NULL && g_str_equal (own, id))
        return n;
    }
  return NULL;
}

/* QTI 2, 3.2: a pair is two identifiers with a blank between. */
static void
add_pairs (Item *self, const xmlNode *interaction, GPtrArray *right)
{
  for (guint i = 0; i < right->len; i++)
    {
      g_auto (GStrv) ids = g_strsplit (g_ptr_array_index (right, i), " ", 3);
      const xmlNode *left = g_strv_length (ids) == 2 ? find_half (interaction, ids[0]) : NULL;
      const xmlNode *other = left != NULL ? find_half (interaction, ids[1]) : NULL;

      if (other != NULL)
        cog_course_question_add_pair (self->question, dup_html (self, left),
                                      dup_html (self, other));
    }
  for (const xmlNode *n = interaction; right->len == 0 && n != NULL;
       n = cog_xml_next_in (interaction, n))
    if (cog_qti2_is (n, "simpleAssociableChoice") || cog_qti2_is (n, "gapText"))
      g_ptr_array_add (self->question->options, dup_html (self, n));
}

static void
take_interaction (Item *self, const xmlNode *n)
{
  g_autoptr (GPtrArray) right = list_right (self, n);
  CogCourseQuestion *question = self->question;

  if (cog_qti2_is (n, "choiceInteraction") || cog_qti2_is (n, "inlineChoiceInteraction") ||
      cog_qti2_is (n, "hottextInteraction"))
    {
      question->kind = COG_COURSE_QUESTION_CHOICE;
      add_choices (self, n, right);
    }
  else if (cog_qti2_is (n, "orderInteraction"))
    {
      question->kind = COG_COURSE_QUESTION_ORDER;
      add_choices (self, n, right);
      sort_by_answer (question, right);
    }
  else if (cog_qti2_is (n, "matchInteraction") || cog_qti2_is (n, "associateInteraction") ||
           cog_qti2_is (n, "gapMatchInteraction"))
    {
      question->kind = COG_COURSE_QUESTION_MATCH;
      add_pairs (self, n, right);
    }
  else if (cog_qti2_is (n, "textEntryInteraction"))
    {
      question->kind = COG_COURSE_QUESTION_TEXT;
      add_mapped (self, n, right);
      for (guint i = 0; i < right->len; i++)
        cog_course_question_add_choice (question,
                                        cog_course_page_escape (g_ptr_array_index (right, i)))
            ->is_right = TRUE;
    }
  else if (!cog_qti2_is (n, "extendedTextInteraction"))
    cog_report_add (self->report, &cog_finding_course_question, self->file, (const char *)n->name,
                    NULL);
}

/* The body without its interactions, and then what they ask themselves. */
static void
read_body (Item *self, const xmlNode *body)
{
  g_autoptr (GString) prompt = g_string_new (NULL);

  add_content (self, prompt, body);
  for (const xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      xmlNode *own = is_interaction (n) ? find_in (n, "prompt") : NULL;

      if (own != NULL)
        {
          g_string_append (prompt, "<p>");
          add_content (self, prompt, own);
          g_string_append (prompt, "</p>");
        }
      /* The text around gaps and hot words is part of what is asked. */
      if (cog_qti2_is (n, "gapMatchInteraction") || cog_qti2_is (n, "hottextInteraction"))
        add_content (self, prompt, n);
      if (is_interaction (n))
        take_interaction (self, n);
    }
  self->question->prompt = g_string_free (g_steal_pointer (&prompt), FALSE);
}

CogCourseQuestion *
cog_qti2_read_item (const xmlNode *item,
                    const char *file,
                    CogContainer *container,
                    CogReport *report)
{
  Item self = { item, file, container, report, NULL };
  xmlNode *body = find_in (item, "itemBody");

  self.question = cog_course_question_new (COG_COURSE_QUESTION_OPEN);
  if (body != NULL)
    read_body (&self, body);
  for (const xmlNode *n = item; n != NULL; n = cog_xml_next_in (item, n))
    if (cog_qti2_is (n, "modalFeedback") || cog_qti2_is (n, "feedbackBlock"))
      cog_course_question_add_feedback (self.question, dup_html (&self, n));
  return self.question;
}
