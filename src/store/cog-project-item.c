/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-item-private.h"

#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a name: two lines of a list. A first sentence is taken whole up to there. */
#define MAX_NAME 80
/* Characters before which a full stop ends no sentence: "Fig. 4.2" */
#define MIN_SENTENCE 20

void
cog_project_item_clear (CogProjectItem *item)
{
  g_clear_pointer (&item->document, xmlFreeDoc);
  g_clear_pointer (&item->section, g_free);
}

const xmlNode *
cog_project_item_find (CogProject *self, CogProjectItem *item, const char *section, const char *id)
{
  if (section == NULL)
    return NULL;
  if (g_strcmp0 (item->section, section) != 0)
    {
      g_autofree char *text = cog_project_dup_structure (self, section, TRUE, NULL);

      cog_project_item_clear (item);
      item->section = g_strdup (section);
      item->document = text != NULL ? cog_xml_parse_own (text, -1, NULL) : NULL;
    }
  return item->document != NULL ? cog_xml_find_by_id (xmlDocGetRootElement (item->document), id)
                                : NULL;
}

/* What the edition says in a unit, as one line. (nullable) */
static char *
dup_words (CogProject *self, const char *id)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (self, id, NULL);
  const char *xhtml = unit != NULL ? unit->target : NULL;
  g_autofree char *plain = NULL;

  /* The words about a picture that was replaced are about the source's. */
  if (xhtml == NULL && unit != NULL && unit->decision != COG_DECISION_REPLACED)
    xhtml = unit->source;
  plain = xhtml != NULL ? cog_inline_to_plain (xhtml) : NULL;
  return plain != NULL ? cog_xml_fold_space (plain) : NULL;
}

/* All units in an element, with a space between them. */
static char *
dup_words_in (CogProject *self, const xmlNode *element)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *said = id != NULL ? dup_words (self, id) : NULL;

      if (said != NULL && said[0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", said);
      if (words->len > 4 * MAX_NAME)
        break;
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static char *
dup_caption (CogProject *self, const xmlNode *element)
{
  const xmlNode *caption = cog_xml_find_child (element, NULL, "figcaption");

  if (caption == NULL)
    caption = cog_xml_find_child (element, NULL, "caption");
  return caption != NULL ? dup_words_in (self, caption) : NULL;
}

static char *
dup_alternative (CogProject *self, const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *id = cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *alt = id != NULL ? g_strconcat (id, "@alt", NULL) : NULL;
      char *said = alt != NULL ? dup_words (self, alt) : NULL;

      if (said != NULL && said[0] != '\0')
        return said;
      g_free (said);
    }
  return NULL;
}

/* The credit stands beside the name: it is not said twice. */
static void
cut_credit (char *name, const char *words)
{
  char *at = words != NULL && words[0] != '\0' ? strstr (name, words) : NULL;

  if (at == NULL || at == name)
    return;
  at[0] = '\0';
  g_strchomp (name);
  if (g_str_has_suffix (name, "("))
    name[strlen (name) - 1] = '\0';
  g_strchomp (name);
}

/* The first sentence, or as many words as there is room for. */
static char *
shorten (const char *text)
{
  const char *at = text;
  const char *space = NULL;
  glong i;

  for (i = 0; i < MAX_NAME && at[0] != '\0'; i++, at = g_utf8_next_char (at))
    {
      if (at[0] != ' ')
        continue;
      if (i > MIN_SENTENCE && at[-1] == '.')
        return g_strndup (text, (gsize)(at - text - 1));
      space = at;
    }
  if (at[0] == '\0')
    return g_strdup (text);
  if (space == NULL || g_utf8_pointer_to_offset (text, space) < MIN_SENTENCE)
    space = at;
  return g_strdup_printf ("%.*s…", (int)(space - text), text);
}

static char *
dup_section_title (CogProject *self, const char *section)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT unit.target FROM unit WHERE section = ?1 AND kind IN ('heading',"
                     " 'title') AND target IS NOT NULL AND target <> '' ORDER BY position LIMIT 1",
                     "s", section);

  if (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *xhtml = cog_query_dup_text (query, 0);

      return cog_inline_to_plain (xhtml);
    }
  g_clear_pointer (&query, cog_query_free);
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT title FROM section WHERE id = ?1 AND title <> ''", "s", section);
  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

static char *
name_by_place (CogProject *self, const char *section, CogComponentKind kind)
{
  /* Translators: pieces of a book that have no name of their own; %s is the title of a chapter. */
  static const char *const words[] = {
    N_ ("Text in “%s”"),      N_ ("Picture in “%s”"),   N_ ("Table in “%s”"),
    N_ ("Quotation in “%s”"), N_ ("Recording in “%s”"), N_ ("Exercise in “%s”"),
  };
  g_autofree char *title = section != NULL ? dup_section_title (self, section) : NULL;
  g_auto (GStrv) parts = NULL;

  if (title == NULL)
    return NULL;
  parts = g_strsplit (_ (words[kind]), "%s", 2);
  return g_strjoinv (title, parts);
}

/* The unit that an element is or, of a picture, has. */
static char *
dup_unit_at (CogProject *self, const xmlNode *element)
{
  g_autofree char *id = cog_xml_dup_attribute (element, "id");
  g_autofree char *alt = id != NULL ? g_strconcat (id, "@alt", NULL) : NULL;
  g_autoptr (CogUnit) unit = id != NULL ? cog_project_dup_unit (self, id, NULL) : NULL;

  if (unit == NULL && alt != NULL)
    unit = cog_project_dup_unit (self, alt, NULL);
  return unit != NULL ? g_strdup (unit->id) : NULL;
}

char *
cog_project_item_dup_unit (CogProject *self, const xmlNode *element)
{
  char *unit = NULL;

  for (const xmlNode *n = element; n != NULL && unit == NULL; n = cog_xml_next_in (element, n))
    if (n->type == XML_ELEMENT_NODE)
      unit = dup_unit_at (self, n);
  return unit;
}

static char *
dup_picture (const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    if (cog_xml_is (n, NULL, "img"))
      return cog_xml_dup_attribute (n, "src");
  return NULL;
}

/* Number and caption, else the description, else what it says, else the title in its credit. */
static char *
dup_name (CogProject *self, const xmlNode *element, const CogComponent *component)
{
  const CogCredit *credit =
      component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;
  g_autofree char *name = dup_caption (self, element);

  if (name == NULL)
    name = dup_alternative (self, element);
  if (name == NULL && component->kind != COG_COMPONENT_FIGURE)
    name = dup_words_in (self, element);
  if (name == NULL && credit != NULL && credit->title != NULL)
    name = g_strdup (credit->title);
  if (name == NULL)
    return NULL;
  cut_credit (name, credit != NULL ? credit->words : NULL);
  return shorten (name);
}

void
cog_project_item_describe (CogProject *self,
                           const char *section,
                           const xmlNode *element,
                           CogComponent *component)
{
  char *name = element != NULL ? dup_name (self, element, component) : NULL;

  if (name == NULL)
    name = name_by_place (self, section, component->kind);
  if (name != NULL)
    {
      g_free (component->label);
      component->label = name;
    }
  if (element == NULL)
    return;
  component->unit = cog_project_item_dup_unit (self, element);
  component->picture = dup_picture (element);
}
