/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include <string.h>

static const xmlNode *
find_meta (const xmlNode *article)
{
  const xmlNode *front = cog_xml_find_child (article, NULL, "front");

  return front != NULL ? cog_xml_find_child (front, NULL, "article-meta") : NULL;
}

static void
add_title (CogJatsWalk *walk, const xmlNode *meta, xmlNode *body)
{
  const xmlNode *group = cog_xml_find_child (meta, NULL, "title-group");
  const xmlNode *title = group != NULL ? cog_xml_find_child (group, NULL, "article-title") : NULL;
  const xmlNode *subtitle = group != NULL ? cog_xml_find_child (group, NULL, "subtitle") : NULL;
  xmlNode *heading;

  if (title == NULL)
    return;
  heading = cog_jats_add (walk, body, "h1");
  cog_jats_convert_children (walk, title, heading);
  if (subtitle != NULL)
    {
      xmlNode *p = cog_jats_add (walk, body, "p");

      cog_jats_convert_children (walk, subtitle, p);
      cog_xml_set (p, "role", "doc-subtitle");
      cog_jats_set_type (walk, p, "subtitle");
    }
}

/* Where the article appeared, as a line under its title. */
static void
add_journal (CogJatsWalk *walk, const xmlNode *article, xmlNode *body)
{
  g_autofree char *journal = cog_jats_dup_journal (article);
  const char *address = walk->context->book->credit->source_url;
  xmlNode *p;

  if (journal == NULL)
    return;
  p = cog_jats_add (walk, body, "p");
  cog_jats_add_text (p, journal);
  if (address != NULL)
    {
      cog_jats_add_text (p, ". ");
      cog_jats_add_link (walk, p, address, address);
    }
}

static const xmlNode *
find_in_language (const xmlNode *parent, const char *name, const char *language)
{
  for (const xmlNode *n = parent != NULL ? cog_xml_first_element (parent) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *own = cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang");

      if (cog_jats_is (n, name) && g_strcmp0 (own, language) == 0)
        return n;
    }
  return NULL;
}

/* The translated title stands with the abstract in the same language, below its heading. */
static void
add_translated_title (CogJatsWalk *walk,
                      const xmlNode *meta,
                      const xmlNode *abstract,
                      xmlNode *section)
{
  g_autofree char *language = cog_xml_dup_attribute_ns (abstract, COG_NS_XML, "lang");
  const xmlNode *group = cog_xml_find_child (meta, NULL, "title-group");
  const xmlNode *translated =
      language != NULL ? find_in_language (group, "trans-title-group", language) : NULL;
  const xmlNode *title =
      translated != NULL ? cog_xml_find_child (translated, NULL, "trans-title") : NULL;
  xmlNode *line, *first;

  if (title == NULL && language != NULL)
    title = find_in_language (group, "trans-title", language);
  if (title == NULL)
    return;
  line = cog_jats_add (walk, section, "p");
  cog_jats_convert_children (walk, title, cog_jats_add (walk, line, "strong"));
  first = cog_xml_first_element (section);
  xmlUnlinkNode (line);
  if (first != NULL && first != line && first->name[0] == 'h')
    xmlAddNextSibling (first, line);
  else if (section->children != NULL)
    xmlAddPrevSibling (section->children, line);
  else
    xmlAddChild (section, line);
}

static void
add_keywords (CogJatsWalk *walk, const xmlNode *group, xmlNode *parent)
{
  const xmlNode *title = cog_xml_find_child (group, NULL, "title");
  gboolean is_first = TRUE;
  xmlNode *p = cog_jats_add (walk, parent, "p");

  cog_jats_copy_global (group, p);
  cog_jats_set_type (walk, p, "keywords");
  if (title != NULL)
    {
      cog_jats_convert_children (walk, title, cog_jats_add (walk, p, "strong"));
      cog_jats_add_text (p, " ");
    }
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL; n = cog_xml_next_element (n))
    {
      if (!cog_jats_is (n, "kwd"))
        continue;
      cog_jats_add_text (p, is_first ? "" : "; ");
      is_first = FALSE;
      cog_jats_convert_children (walk, n, p);
    }
  if (is_first)
    cog_xml_remove (p);
}

/* The words of the abstract, in a language: those of a graphical one have no words. */
static void
add_abstracts (CogJatsWalk *walk, const xmlNode *meta, xmlNode *body)
{
  for (const xmlNode *n = cog_xml_first_element (meta); n != NULL; n = cog_xml_next_element (n))
    {
      xmlNode *section;

      if (!cog_jats_is (n, "abstract") && !cog_jats_is (n, "trans-abstract"))
        continue;
      section = cog_jats_add (walk, body, "section");
      cog_jats_copy_global (n, section);
      cog_xml_set (section, "role", "doc-abstract");
      cog_jats_set_type (walk, section, "abstract");
      walk->level++;
      cog_jats_convert_children (walk, n, section);
      walk->level--;
      if (cog_jats_is (n, "trans-abstract"))
        add_translated_title (walk, meta, n, section);
    }
}

void
cog_jats_convert_front (CogJatsWalk *walk, const xmlNode *article, xmlNode *body)
{
  const xmlNode *meta = find_meta (article);

  if (meta == NULL)
    return;
  add_title (walk, meta, body);
  add_journal (walk, article, body);
  add_abstracts (walk, meta, body);
  for (const xmlNode *n = cog_xml_first_element (meta); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "kwd-group"))
      add_keywords (walk, n, body);
}

/* SciELO has the address once as it was printed and again in pieces. */
static char *
dup_affiliation (const xmlNode *aff)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *n = cog_xml_first_element (aff); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "institution") && cog_xml_has_word (n, "content-type", "original"))
      return cog_xml_dup_folded_text (n);
  for (const xmlNode *n = aff->children; n != NULL; n = n->next)
    {
      g_autofree char *part =
          n->type == XML_TEXT_NODE ? cog_xml_fold_space ((const char *)n->content)
          : n->type == XML_ELEMENT_NODE && !cog_jats_is (n, "label") ? cog_xml_dup_folded_text (n)
                                                                     : NULL;
      gboolean joins = part != NULL && part[0] != '\0' && strchr (",;.", part[0]) == NULL;

      if (part == NULL || part[0] == '\0')
        continue;
      if (text->len > 0 && joins)
        g_string_append (text, strchr (",;", text->str[text->len - 1]) != NULL ? " " : ", ");
      g_string_append (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_affiliation (const xmlNode *aff, GString *text)
{
  g_autofree char *words = dup_affiliation (aff);

  if (words[0] != '\0' && strstr (text->str, words) == NULL)
    g_string_append_printf (text, ". %s", words);
}

/* The affiliations that a person refers to, those inside, and those of all in the group. */
static char *
dup_affiliations (CogJatsWalk *walk, const xmlNode *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *n = cog_xml_first_element (person); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *ids = cog_jats_is (n, "xref") ? cog_xml_dup_attribute (n, "rid") : NULL;
      g_auto (GStrv) list = g_strsplit_set (ids != NULL ? ids : "", " \t\r\n", 20);

      if (cog_jats_is (n, "aff"))
        add_affiliation (n, text);
      for (guint i = 0; list[i] != NULL; i++)
        {
          const xmlNode *target = g_hash_table_lookup (walk->by_id, list[i]);

          if (cog_jats_is (target, "aff"))
            add_affiliation (target, text);
        }
    }
  for (const xmlNode *n = cog_xml_first_element (person->parent); text->len == 0 && n != NULL;
       n = cog_xml_next_element (n))
    if (cog_jats_is (n, "aff"))
      add_affiliation (n, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_person (CogJatsWalk *walk, const xmlNode *person, xmlNode *section)
{
  g_autofree char *name = cog_jats_dup_name (person);
  g_autofree char *affiliations = NULL;
  xmlNode *p;

  if (name == NULL)
    return;
  affiliations = dup_affiliations (walk, person);
  p = cog_jats_add (walk, section, "p");
  cog_jats_add_text (cog_jats_add (walk, p, "strong"), name);
  cog_jats_add_text (p, affiliations);
  for (const xmlNode *n = cog_xml_first_element (person); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "email"))
      {
        cog_jats_add_text (p, ". ");
        cog_jats_convert (walk, n, p);
      }
}

/* Who wrote it, where they work, and what they declare: at the end, as a reader of the text needs
 * it last. */
void
cog_jats_convert_people (CogJatsWalk *walk, const xmlNode *article, xmlNode *body)
{
  const xmlNode *meta = find_meta (article);
  xmlNode *section = cog_jats_add (walk, body, "section");

  cog_jats_set_type (walk, section, "contributors");
  for (const xmlNode *n = meta != NULL ? cog_xml_first_element (meta) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      if (cog_jats_is (n, "contrib-group"))
        for (const xmlNode *c = cog_xml_first_element (n); c != NULL; c = cog_xml_next_element (c))
          if (cog_jats_is (c, "contrib"))
            add_person (walk, c, section);
      if (cog_jats_is (n, "author-notes"))
        cog_jats_convert_children (walk, n, section);
    }
  if (cog_xml_first_element (section) == NULL)
    cog_xml_remove (section);
}
