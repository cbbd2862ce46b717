/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-language-choice.h"
#include "cog-language.h"

/* A translation with text; one of which only the front matter is there has none to offer. */
static gboolean
is_translation (const xmlNode *node)
{
  return cog_jats_is (node, "sub-article") &&
         cog_xml_has_word (node, "article-type", "translation") &&
         cog_xml_find_child (node, NULL, "body") != NULL;
}

static xmlNode *
find_meta (const xmlNode *article)
{
  xmlNode *front = cog_xml_find_child (article, NULL, "front");

  return front != NULL ? cog_xml_find_child (front, NULL, "article-meta") : NULL;
}

static void
move (xmlNode *node, xmlNode *parent)
{
  xmlUnlinkNode (node);
  xmlAddChild (parent, node);
}

static void
remove_children (xmlNode *parent, const char *name)
{
  for (xmlNode *n = cog_xml_first_element (parent), *next; n != NULL; n = next)
    {
      next = cog_xml_next_element (n);
      if (cog_jats_is (n, name))
        cog_xml_remove (n);
    }
}

/* The abstract of the article stays as one in another language; that in the language which is taken
 * stands in the translation's front matter, or among the translated ones. */
static void
turn_abstracts (xmlNode *meta, const xmlNode *stub, const char *original, const char *language)
{
  gboolean has_own = stub != NULL && (cog_xml_find_child (stub, NULL, "abstract") != NULL ||
                                      cog_xml_find_child (stub, NULL, "trans-abstract") != NULL);

  for (xmlNode *n = cog_xml_first_element (meta), *next; n != NULL; n = next)
    {
      g_autofree char *own = cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang");

      next = cog_xml_next_element (n);
      if (cog_jats_is (n, "abstract"))
        {
          xmlNodeSetName (n, (const xmlChar *)"trans-abstract");
          if (own == NULL && original != NULL)
            xmlNodeSetLang (n, (const xmlChar *)original);
        }
      else if (cog_jats_is (n, "trans-abstract") && own != NULL &&
               cog_language_equal (own, language))
        {
          if (has_own)
            cog_xml_remove (n);
          else
            xmlNodeSetName (n, (const xmlChar *)"abstract");
        }
    }
}

/* The title of the article is a translated one now; without a title of its own the translation has
 * the one that the article's title group gives in its language. */
static void
turn_title (xmlNode *meta, xmlNode *stub, const char *original, const char *language)
{
  xmlNode *group = cog_xml_find_child (meta, NULL, "title-group");
  xmlNode *own = stub != NULL ? cog_xml_find_child (stub, NULL, "title-group") : NULL;
  xmlNode *title = group != NULL ? cog_xml_find_child (group, NULL, "article-title") : NULL;
  xmlNode *translated;

  if (group != NULL && title != NULL && original != NULL && own != NULL)
    {
      translated = xmlNewTextChild (own, NULL, (const xmlChar *)"trans-title-group", NULL);
      xmlNodeSetLang (translated, (const xmlChar *)original);
      xmlNodeSetName (title, (const xmlChar *)"trans-title");
      move (title, translated);
    }
  for (xmlNode *n = group != NULL && own == NULL ? cog_xml_first_element (group) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *tag = cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang");

      translated = cog_jats_is (n, "trans-title-group") && g_strcmp0 (tag, language) == 0
                       ? cog_xml_find_child (n, NULL, "trans-title")
                       : NULL;
      if (translated == NULL)
        continue;
      if (title != NULL)
        cog_xml_remove (title);
      remove_children (group, "subtitle");
      xmlNodeSetName (translated, (const xmlChar *)"article-title");
      move (translated, group);
      return;
    }
}

/* What the translation says anew stands for what the article says. Rights of both hold, and both
 * have keywords in their language. */
static void
join_front (xmlNode *meta, xmlNode *stub)
{
  static const char *const anew[] = { "article-id",    "article-categories", "title-group",
                                      "contrib-group", "author-notes",       "aff" };
  xmlNode *permissions = cog_xml_find_child (meta, NULL, "permissions");

  for (guint i = 0; i < G_N_ELEMENTS (anew); i++)
    if (cog_xml_find_child (stub, NULL, anew[i]) != NULL)
      remove_children (meta, anew[i]);
  for (xmlNode *n = cog_xml_first_element (stub), *next; n != NULL; n = next)
    {
      next = cog_xml_next_element (n);
      if (cog_jats_is (n, "permissions") && permissions != NULL)
        for (xmlNode *p = cog_xml_first_element (n), *after; p != NULL; p = after)
          {
            after = cog_xml_next_element (p);
            move (p, permissions);
          }
      else
        move (n, meta);
    }
}

static void
put_abstract_first (xmlNode *meta)
{
  xmlNode *first = cog_xml_find_child (meta, NULL, "trans-abstract");
  xmlNode *abstract = cog_xml_find_child (meta, NULL, "abstract");

  if (first == NULL || abstract == NULL)
    return;
  xmlUnlinkNode (abstract);
  xmlAddPrevSibling (first, abstract);
}

/* SciELO's translations have no list of references of their own: they point to the article's. */
static void
join_back (xmlNode *article, xmlNode *translation)
{
  xmlNode *old = cog_xml_find_child (article, NULL, "back");
  xmlNode *back = cog_xml_find_child (translation, NULL, "back");

  if (old == NULL || back == NULL)
    return;
  for (xmlNode *n = cog_xml_first_element (old), *next;
       n != NULL && cog_xml_find_child (back, NULL, "ref-list") == NULL; n = next)
    {
      next = cog_xml_next_element (n);
      if (!cog_jats_is (n, "ref-list"))
        continue;
      move (n, back);
      break;
    }
}

/* The article's own text becomes one of the translations that are left out. */
static void
put_in_front (xmlNode *article, xmlNode *translation, const char *language)
{
  static const char *const parts[] = { "body", "back", "floats-group", "floats-wrap" };
  g_autofree char *original = cog_xml_dup_attribute_ns (article, COG_NS_XML, "lang");
  xmlNode *meta = find_meta (article);
  xmlNode *stub = cog_xml_find_child (translation, NULL, "front-stub");
  xmlNode *other;

  if (stub == NULL)
    stub = find_meta (translation);
  if (meta != NULL)
    {
      turn_abstracts (meta, stub, original, language);
      turn_title (meta, stub, original, language);
    }
  if (meta != NULL && stub != NULL)
    join_front (meta, stub);
  if (meta != NULL)
    put_abstract_first (meta);
  join_back (article, translation);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      xmlNode *part = cog_xml_find_child (translation, NULL, parts[i]);

      if (part == NULL)
        continue;
      remove_children (article, parts[i]);
      move (part, article);
    }
  other = xmlNewChild (article, NULL, (const xmlChar *)"sub-article", NULL);
  cog_xml_set (other, "article-type", "translation");
  if (original != NULL)
    xmlNodeSetLang (other, (const xmlChar *)original);
  xmlNodeSetLang (article, (const xmlChar *)language);
  cog_xml_remove (translation);
}

void
cog_jats_choose_language (xmlNode *article, const CogJatsContext *context)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) translations = g_ptr_array_new ();
  char *own = cog_xml_dup_attribute_ns (article, COG_NS_XML, "lang");
  guint chosen;

  /* A file that does not name its language has one all the same. */
  g_ptr_array_add (tags, own != NULL ? own : g_strdup ("und"));
  for (xmlNode *n = cog_xml_first_element (article); n != NULL; n = cog_xml_next_element (n))
    {
      char *tag = is_translation (n) ? cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang") : NULL;

      if (tag == NULL)
        continue;
      g_ptr_array_add (tags, tag);
      g_ptr_array_add (translations, n);
    }
  chosen = cog_language_choice_make (context->book, tags, 0, context->options, context->file,
                                     context->report);
  if (chosen > 0)
    put_in_front (article, g_ptr_array_index (translations, chosen - 1),
                  g_ptr_array_index (tags, chosen));
}
