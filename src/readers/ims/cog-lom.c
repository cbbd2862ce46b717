/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lom.h"

#include "cog-course-credits.h"
#include "cog-evidence.h"
#include "cog-language.h"
#include "cog-vcard.h"

#include <string.h>

static gboolean
is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *)node->name, name) == 0;
}

static xmlNode *
find (const xmlNode *node, const char *name)
{
  for (xmlNode *n = node != NULL ? cog_xml_first_element (node) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (is (n, name))
      return n;
  return NULL;
}

xmlNode *
cog_lom_find (const xmlNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (is (node, "lom"))
    return (xmlNode *)node;
  for (xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (is (n, "lom"))
      return n;
    else if (is (n, "metadata"))
      {
        xmlNode *found = find (n, "lom");

        if (found != NULL)
          return found;
      }
  return NULL;
}

/* The text of an element that may hold it in several languages: the wanted one, else the first.
 * (transfer full) (nullable) */
static char *
dup_words (const xmlNode *node, const char *language)
{
  xmlNode *first = NULL;
  xmlNode *chosen = NULL;
  char *text;

  if (node == NULL)
    return NULL;
  for (xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (is (n, "string") || is (n, "langstring"))
      {
        g_autofree char *own = cog_xml_dup_attribute (n, "language");

        if (own == NULL)
          own = cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang");
        if (first == NULL)
          first = n;
        if (chosen == NULL && language != NULL && own != NULL && cog_language_equal (own, language))
          chosen = n;
      }
  text = cog_xml_dup_folded_text (chosen != NULL ? chosen : first != NULL ? first : node);
  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* value, source and value with langstring: "yes". */
static char *
dup_value (const xmlNode *node)
{
  xmlNode *value = find (node, "value");

  return dup_words (value, NULL);
}

static CogRole
find_role (const char *word)
{
  static const struct
  {
    const char *word;
    CogRole role;
  } roles[] = {
    { "author", COG_ROLE_AUTHOR },        { "content provider", COG_ROLE_AUTHOR },
    { "script writer", COG_ROLE_AUTHOR }, { "educational validator", COG_ROLE_CONTRIBUTOR },
    { "editor", COG_ROLE_EDITOR },        { "graphical designer", COG_ROLE_ILLUSTRATOR },
    { "publisher", COG_ROLE_PUBLISHER }
  };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (word, roles[i].word) == 0)
      return roles[i].role;
  return COG_ROLE_CONTRIBUTOR;
}

static void
add_person (CogCredit *credit, const char *name, CogRole role)
{
  for (guint i = 0; i < credit->agents->len; i++)
    if (g_str_equal (((CogAgent *)g_ptr_array_index (credit->agents, i))->name, name))
      return;
  if (role == COG_ROLE_PUBLISHER)
    {
      if (credit->publisher == NULL)
        credit->publisher = g_strdup (name);
      return;
    }
  g_ptr_array_add (credit->agents, cog_agent_new (name, role));
}

/* LOM 2.3: each contribution has a role and people, as vCards. IMS 1.2 calls the entity's text
 * centity > vcard. */
static void
read_people (const xmlNode *lom, CogCredit *credit)
{
  xmlNode *cycle = find (lom, "lifecycle");

  for (xmlNode *n = cycle != NULL ? cog_xml_first_element (cycle) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *role = is (n, "contribute") ? dup_value (find (n, "role")) : NULL;

      for (xmlNode *e = role != NULL ? cog_xml_first_element (n) : NULL; e != NULL;
           e = cog_xml_next_element (e))
        {
          g_autofree char *card =
              is (e, "entity") || is (e, "centity") ? cog_xml_dup_text (e) : NULL;
          g_autofree char *name = card != NULL ? cog_vcard_dup_name (card) : NULL;

          if (name != NULL)
            add_person (credit, name, find_role (role));
        }
    }
}

static void
read_keywords (const xmlNode *general, CogBook *book)
{
  for (xmlNode *n = general != NULL ? cog_xml_first_element (general) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      char *word = is (n, "keyword") ? dup_words (n, book->language) : NULL;

      if (word != NULL)
        g_ptr_array_add (book->subjects, word);
    }
}

static void
take (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static void
read_general (const xmlNode *lom, CogBook *book)
{
  xmlNode *general = find (lom, "general");
  xmlNode *language = find (general, "language");
  g_autofree char *tag = language != NULL ? cog_xml_dup_folded_text (language) : NULL;
  g_autofree char *known = tag != NULL && tag[0] != '\0' ? cog_language_canonicalise (tag) : NULL;

  if (book->language == NULL && known != NULL && cog_language_is_valid (known) &&
      !g_str_has_prefix (known, "x-"))
    book->language = g_steal_pointer (&known);
  take (&book->credit->title, dup_words (find (general, "title"), book->language));
  take (&book->description, dup_words (find (general, "description"), book->language));
  read_keywords (general, book);
}

/* "CC Attribution Share Alike - http://creativecommons.org/licenses/by-sa/4.0": the words, and the
 * address in them where it is a licence's. (transfer full) (nullable) */
static char *
dup_address (const char *words)
{
  const char *at = strstr (words, "http");
  const char *end = at;
  char *url;

  if (at == NULL || strstr (at, "creativecommons.org/") == NULL)
    return NULL;
  while (*end != '\0' && strchr (" \t\r\n\"'<>)]", *end) == NULL)
    end++;
  url = g_strndup (at, end - at);
  if (g_str_has_suffix (url, "."))
    url[strlen (url) - 1] = '\0';
  return url;
}

void
cog_lom_read (const xmlNode *lom, const char *file, CogBook *book, CogReport *report)
{
  xmlNode *rights;
  g_autofree char *words = NULL;
  g_autofree char *url = NULL;

  g_return_if_fail (lom != NULL && book != NULL);

  read_general (lom, book);
  read_people (lom, book->credit);
  /* "Copyright and other restrictions: yes" alone says nothing. */
  rights = find (lom, "rights");
  words = dup_words (find (rights, "description"), book->language);
  url = words != NULL ? dup_address (words) : NULL;
  if (words != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, "lom/rights", words, url);
}

CogCredit *
cog_lom_read_credit (const xmlNode *lom, const char *file)
{
  g_autofree char *words = NULL;
  g_autofree char *url = NULL;
  CogCredit *credit;

  g_return_val_if_fail (lom != NULL, NULL);

  words = dup_words (find (find (lom, "rights"), "description"), NULL);
  url = words != NULL ? dup_address (words) : NULL;
  credit = cog_course_credit_new (NULL, words, url, file, "lom/rights");
  read_people (lom, credit);
  if (words == NULL && credit->agents->len == 0)
    g_clear_pointer (&credit, cog_credit_free);
  else
    credit->title = dup_words (find (find (lom, "general"), "title"), NULL);
  return credit;
}
