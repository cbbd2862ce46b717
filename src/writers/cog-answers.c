/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-answers.h"

#include "cog-back-words.h"
#include "cog-markup.h"
#include "cog-namespaces.h"

#include <string.h>

#define SECTION_ID "cognate-answers"
#define MAX_START 60 /* characters of an exercise that stand for its number */

typedef struct
{
  CogBook *book;
  CogSection *answers; /* made when the first is met */
  const CogSection *chapter, *section;
  xmlNode *group; /* of the section that the walk is in; NULL: none yet */
  const CogSection *told_chapter;
  guint n;
} Move;

static gboolean
is_answer (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "section") &&
         (cog_xml_has_word (node, "epub:type", "answer") ||
          cog_xml_has_word (node, "class", "solution"));
}

/* FALSE: of a worked example. */
static gboolean
may_move (const xmlNode *answer)
{
  for (const xmlNode *up = answer->parent; up != NULL && up->type == XML_ELEMENT_NODE;
       up = up->parent)
    if (cog_xml_has_word (up, "class", "example"))
      return FALSE;
  return TRUE;
}

static xmlNode *
find_exercise (xmlNode *answer)
{
  for (xmlNode *up = answer->parent; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    if (cog_xml_has_word (up, "class", "exercise") ||
        cog_xml_has_word (up, "epub:type", "practice"))
      return up;
  return answer->parent;
}

static char *
ensure_id (Move *move, xmlNode *node, const char *what)
{
  char *id = cog_xml_dup_attribute (node, "id");

  if (id == NULL)
    {
      id = g_strdup_printf (SECTION_ID "-%s-%u", what, move->n);
      cog_xml_set (node, "id", id);
    }
  return id;
}

static gboolean
is_added (const CogSection *section)
{
  return section->id != NULL && g_str_has_prefix (section->id, "cognate-");
}

/* Before what the edition put at the end: credits, changes, the licence. */
static CogSection *
open_section (CogBook *book)
{
  const char *title = cog_back_get_word (book->language, "answers");
  CogSection *section = cog_section_new (SECTION_ID, title);
  guint at = book->sections->len;

  while (at > 0 && is_added (g_ptr_array_index (book->sections, at - 1)))
    at--;
  section->type = g_strdup ("answers");
  cog_xml_set (cog_xml_add (cog_section_make_content (section), "h1", title), "id",
               SECTION_ID "-title");
  g_ptr_array_insert (book->sections, (gint)at, section);
  return section;
}

static void
add_heading (Move *move, const CogSection *section, const char *name)
{
  g_autofree char *id = g_strdup_printf (SECTION_ID "-%s-%u", name, move->n);

  if (section->title != NULL && *section->title != '\0')
    cog_xml_set (cog_xml_add (move->group, name, section->title), "id", id);
}

/* The place for the answers of the section that the walk is in. */
static void
open_group (Move *move)
{
  const char *language = move->section->language;
  g_autofree char *id = g_strdup_printf (SECTION_ID "-of-%u", move->n);

  if (move->answers == NULL)
    move->answers = open_section (move->book);
  move->group = cog_xml_add (cog_section_get_root (move->answers), "section", NULL);
  cog_xml_set (move->group, "class", "answers");
  cog_xml_set (move->group, "id", id);
  cog_xml_set (move->group, "lang", language);
  if (move->told_chapter != move->chapter)
    add_heading (move, move->chapter, "h2");
  if (move->section != move->chapter)
    add_heading (move, move->section, "h3");
  move->told_chapter = move->chapter;
}

static xmlNode *
find_number (const xmlNode *exercise)
{
  for (const xmlNode *node = exercise; node != NULL; node = cog_xml_next_in (exercise, node))
    if (is_answer (node))
      return NULL;
    else if (cog_xml_is (node, COG_NS_XHTML, "span") && cog_xml_has_word (node, "class", "number"))
      return (xmlNode *)node;
  return NULL;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && node->name[1] >= '1' &&
         node->name[1] <= '6' && node->name[2] == '\0';
}

/* Its first words. */
static char *
dup_start (const xmlNode *exercise)
{
  g_autofree char *text = NULL;
  const xmlNode *node = exercise;

  while (node != NULL && !cog_xml_is (node, COG_NS_XHTML, "p"))
    node = is_answer (node) ? cog_xml_skip_in (exercise, node) : cog_xml_next_in (exercise, node);
  text = node != NULL ? cog_xml_dup_folded_text (node) : g_strdup ("");
  if (g_utf8_strlen (text, -1) > MAX_START)
    {
      char *end = g_utf8_offset_to_pointer (text, MAX_START), *space;

      *end = '\0';
      space = strrchr (text, ' ');
      if (space != NULL)
        *space = '\0';
      return g_strconcat (text, " …", NULL);
    }
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What an exercise without a number is called: its heading, or that of its box; else how it
 * begins. */
static char *
dup_name (const xmlNode *exercise)
{
  for (const xmlNode *node = exercise; node != NULL && node->type == XML_ELEMENT_NODE;
       node = node->parent)
    {
      const xmlNode *first = cog_xml_first_element (node);

      if (node != exercise && !cog_xml_is (node, COG_NS_XHTML, "aside"))
        continue;
      if (first != NULL && is_heading (first))
        return cog_xml_dup_folded_text (first);
    }
  return dup_start (exercise);
}

static gboolean
has_link (const xmlNode *node)
{
  for (const xmlNode *below = node; below != NULL; below = cog_xml_next_in (node, below))
    if (cog_xml_is (below, COG_NS_XHTML, "a"))
      return TRUE;
  return FALSE;
}

static xmlNode *
new_link (xmlDoc *doc, const char *id, const char *text)
{
  g_autofree char *href = g_strconcat ("#", id, NULL);
  xmlNode *link = xmlNewDocNode (doc, xmlDocGetRootElement (doc)->ns, (const xmlChar *)"a", NULL);

  cog_xml_set (link, "href", href);
  if (text != NULL)
    xmlAddChild (link, xmlNewDocText (doc, (const xmlChar *)text));
  return link;
}

/* The number becomes the link; an exercise without a number gets a line that says where. Returns
 * what the exercise is called. */
static char *
link_exercise (Move *move, xmlNode *exercise, xmlNode *answer, const char *answer_id)
{
  xmlNode *number = find_number (exercise), *line;
  char *name;

  if (number != NULL)
    {
      char *text = cog_xml_dup_folded_text (number);
      if (!has_link (number))
        {
          xmlNode *link = new_link (number->doc, answer_id, NULL);
          while (number->children != NULL)
            {
              xmlNode *child = number->children;
              xmlUnlinkNode (child);
              xmlAddChild (link, child);
            }
          xmlAddChild (number, link);
        }
      return text;
    }
  name = dup_name (exercise);
  line = xmlNewDocNode (answer->doc, answer->ns, (const xmlChar *)"p", NULL);
  xmlAddPrevSibling (answer, line);
  g_free (ensure_id (move, line, "line"));
  xmlAddChild (
      line, new_link (answer->doc, answer_id, cog_back_get_word (move->book->language, "answer")));
  return name;
}

/* At the start of the answer's first paragraph, or in one of its own. */
static void
link_answer (Move *move, xmlNode *answer, const char *exercise_id, const char *number)
{
  const char *text =
      number != NULL ? number : cog_markup_get_word (move->book->language, "back-to-text");
  xmlNode *first = cog_xml_first_element (answer), *link, *space;

  if (first == NULL || !cog_xml_is (first, COG_NS_XHTML, "p") || number == NULL ||
      g_utf8_strlen (number, -1) > MAX_START / 2)
    {
      xmlNode *line = xmlNewDocNode (answer->doc, answer->ns, (const xmlChar *)"p", NULL);
      if (first != NULL && number != NULL)
        xmlAddPrevSibling (first, line);
      else
        xmlAddChild (answer, line);
      g_free (ensure_id (move, line, "back"));
      first = line;
    }
  link = new_link (answer->doc, exercise_id, text);
  space = xmlNewDocText (answer->doc, (const xmlChar *)" ");
  if (first->children != NULL)
    {
      xmlAddPrevSibling (first->children, link);
      xmlAddNextSibling (link, space);
    }
  else
    {
      xmlAddChild (first, link);
      xmlFreeNode (space);
    }
}

static void
move_answer (Move *move, xmlNode *answer)
{
  xmlNode *exercise = find_exercise (answer), *copy;
  g_autofree char *answer_id = ensure_id (move, answer, "answer");
  g_autofree char *exercise_id = ensure_id (move, exercise, "exercise");
  g_autofree char *number = NULL;

  if (move->group == NULL)
    open_group (move);
  number = link_exercise (move, exercise, answer, answer_id);
  copy = xmlDocCopyNode (answer, move->group->doc, 1);
  xmlAddChild (move->group, copy);
  link_answer (move, copy, exercise_id, number);
  cog_xml_remove (answer);
  move->n++;
}

static void
move_section (Move *move, const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  move->section = section;
  move->group = NULL;
  for (xmlNode *node = root; node != NULL;)
    {
      gboolean is_one = node != root && is_answer (node);

      if (is_one && may_move (node))
        g_ptr_array_add (found, node);
      node = is_one ? cog_xml_skip_in (root, node) : cog_xml_next_in (root, node);
    }
  for (guint i = 0; i < found->len; i++)
    move_answer (move, g_ptr_array_index (found, i));
}

guint
cog_answers_move_to_end (CogBook *book)
{
  Move move = { .book = book };
  g_autoptr (GPtrArray) chapters = g_ptr_array_new ();

  g_return_val_if_fail (book != NULL, 0);

  g_ptr_array_extend (chapters, book->sections, NULL, NULL);
  for (guint i = 0; i < chapters->len; i++)
    {
      g_autoptr (GPtrArray) stack = g_ptr_array_new ();

      move.chapter = g_ptr_array_index (chapters, i);
      g_ptr_array_add (stack, (gpointer)move.chapter);
      while (stack->len > 0)
        {
          const CogSection *section = g_ptr_array_steal_index (stack, stack->len - 1);
          for (guint k = section->children->len; k-- > 0;)
            g_ptr_array_add (stack, g_ptr_array_index (section->children, k));
          move_section (&move, section);
        }
    }
  return move.n;
}
