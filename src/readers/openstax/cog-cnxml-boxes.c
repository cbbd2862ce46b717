/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include <string.h>

void
cog_cnxml_convert_title (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level, 2, 6)), '\0' };

  /* A title in running text stands before it, in bold. */
  if (cog_cnxml_is (node->parent, "para") || cog_cnxml_is (node->parent, "item") ||
      cog_cnxml_is (node->parent, "list") || cog_cnxml_is (node->parent, "figure") ||
      cog_cnxml_is (node->parent, "subfigure") || cog_cnxml_is (node->parent, "equation"))
    {
      xmlNode *strong = cog_cnxml_add (
          walk, cog_cnxml_is (node->parent, "list") ? cog_cnxml_add (walk, parent, "p") : parent,
          "strong");

      cog_cnxml_convert_children (walk, node, strong);
      cog_cnxml_add_text (parent, " ");
      return;
    }
  cog_cnxml_wrap (walk, node, parent, name, NULL, NULL);
}

const char *
cog_cnxml_find_section_type (const char *class_name)
{
  static const struct
  {
    const char *class_name;
    const char *type;
  } types[] = {
    { "learning-objectives", "learning-objectives" },
    { "glossary", "glossary" },
    { "introduction", "introduction" },
    { "chapter-objectives", "learning-objectives" },
    { "review-questions", "assessment" },
    { "self-check-questions", "assessment" },
    { "practice", "practices" },
    { "practice-perfect", "practices" },
    { "conceptual-questions", "practices" },
    { "section-exercises", "practices" },
    { "review-conceptual-questions", "practices" },
    { "review-problems", "practices" },
    { "review-additional-problems", "practices" },
    { "review-challenge", "practices" },
    { "critical-thinking", "practices" },
    { "problems", "practices" },
    { "problems-exercises", "practices" },
    { "references", "bibliography" },
    { "References", "bibliography" },
    { "summary", "conclusion" },
    { "section-summary", "conclusion" },
    { "key-concepts", "conclusion" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (class_name, types[i].class_name))
      return types[i].type;
  return NULL;
}

static const char *
find_type (const xmlNode *node)
{
  g_autofree char *value = cog_xml_dup_attribute (node, "class");
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\r\n", 20) : NULL;
  const char *type = NULL;

  for (guint i = 0; words != NULL && words[i] != NULL && type == NULL; i++)
    type = cog_cnxml_find_section_type (words[i]);
  return type;
}

void
cog_cnxml_convert_section (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap_deeper (walk, node, parent, "section", NULL, find_type (node));
}

void
cog_cnxml_convert_example (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *section = cog_cnxml_add (walk, parent, "section");
  const char *label = cog_cnxml_find_label (walk, node);
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level + 1, 2, 6)), '\0' };

  cog_cnxml_copy_id (node, section);
  cog_xml_set (section, "class", "example");
  walk->level++;
  if (label != NULL)
    {
      xmlNode *heading = cog_cnxml_add (walk, section, name);

      cog_cnxml_add_number (walk, heading, label);
      if (title != NULL)
        cog_cnxml_convert_children (walk, title, heading);
    }
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (label == NULL || n != title)
      cog_cnxml_convert (walk, n, section);
  walk->level--;
}

/* A note's or rule's own label ("Theorem", "Note") is its heading where it has no title; before the
 * title, where it has both. */
static const xmlNode *
begin_box (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *box)
{
  xmlNode *label = cog_xml_find_child (node, NULL, "label");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  g_autofree char *words = label != NULL ? cog_xml_dup_folded_text (label) : NULL;
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level, 2, 6)), '\0' };
  xmlNode *heading;

  if (words == NULL || words[0] == '\0')
    return NULL;
  heading = cog_cnxml_add (walk, box, name);
  cog_cnxml_convert_children (walk, label, heading);
  if (title == NULL)
    return NULL;
  cog_cnxml_add_text (heading, ": ");
  cog_cnxml_convert_children (walk, title, heading);
  return title;
}

/* A box with a heading of its own, one level below where it stands. */
static void
wrap_box (CogCnxmlWalk *walk,
          const xmlNode *node,
          xmlNode *parent,
          const char *name,
          const char *class_name,
          const char *type)
{
  xmlNode *box = cog_cnxml_add (walk, parent, name);
  const xmlNode *taken;

  cog_cnxml_copy_id (node, box);
  cog_xml_set (box, "class", class_name);
  if (type != NULL)
    cog_cnxml_set_type (walk, box, type);
  walk->level++;
  taken = begin_box (walk, node, box);
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != taken)
      cog_cnxml_convert (walk, n, box);
  walk->level--;
}

void
cog_cnxml_convert_note (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const known[] = { "warning", "tip" };
  const char *class_name = "note";

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (cog_xml_has_word (node, "class", known[i]) || cog_xml_has_word (node, "type", known[i]))
      class_name = known[i];
  wrap_box (walk, node, parent, "aside", class_name, find_type (node));
}

void
cog_cnxml_convert_rule (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  wrap_box (walk, node, parent, "section", "theorem", NULL);
}

void
cog_cnxml_convert_proof (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap_deeper (walk, node, parent, "section",
                         cog_cnxml_is (node, "proof") ? "proof" : "statement", NULL);
}

void
cog_cnxml_convert_exercise (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap_deeper (walk, node, parent, "section", "exercise", "practice");
}

void
cog_cnxml_add_exercise_number (CogCnxmlWalk *walk, xmlNode *parent)
{
  g_autofree char *shown = walk->number != NULL ? g_strconcat (walk->number, ".", NULL) : NULL;
  xmlNode *span;

  if (shown == NULL)
    return;
  walk->number = NULL;
  span = cog_cnxml_add (walk, parent, "span");
  cog_xml_set (span, "class", "number");
  cog_cnxml_add_text (span, shown);
  cog_cnxml_add_text (parent, " ");
}

/* The number goes to the first paragraph; a question that begins with something else has it in a
 * line of its own. */
void
cog_cnxml_convert_problem (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *problem = cog_cnxml_add (walk, parent, "section");

  cog_cnxml_copy_id (node, problem);
  cog_xml_set (problem, "class", "problem");
  cog_cnxml_set_type (walk, problem, "question");
  walk->number = cog_cnxml_find_number (walk, node->parent);
  walk->level++;
  if (walk->number != NULL && !cog_cnxml_is (cog_xml_first_element (node), "para"))
    cog_cnxml_add_exercise_number (walk, cog_cnxml_add (walk, problem, "p"));
  cog_cnxml_convert_children (walk, node, problem);
  walk->level--;
  walk->number = NULL;
}

void
cog_cnxml_convert_solution (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap_deeper (walk, node, parent, "section", "solution", "answer");
}

void
cog_cnxml_convert_commentary (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap_deeper (walk, node, parent, "aside", "commentary", NULL);
}

void
cog_cnxml_convert_glossary (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *section = cog_cnxml_add (walk, parent, "section");
  xmlNode *heading = cog_cnxml_add (walk, section, "h2");
  xmlNode *list;

  cog_cnxml_set_type (walk, section, "glossary");
  cog_cnxml_add_text (heading, cog_openstax_labels_get_word (walk->context->labels, "glossary"));
  list = cog_cnxml_add (walk, section, "dl");
  cog_cnxml_convert_children (walk, node, list);
}

void
cog_cnxml_convert_definition (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *list =
      cog_cnxml_is (node->parent, "glossary") ? parent : cog_cnxml_add (walk, parent, "dl");

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_cnxml_is (n, "term"))
        {
          xmlNode *dt = cog_cnxml_add (walk, list, "dt");

          cog_cnxml_copy_id (node, dt);
          cog_cnxml_convert_children (walk, n, dt);
        }
      else if (cog_cnxml_is (n, "meaning"))
        cog_cnxml_wrap (walk, n, list, "dd", NULL, NULL);
      else
        cog_cnxml_convert (walk, n, cog_cnxml_add (walk, list, "dd"));
    }
}
