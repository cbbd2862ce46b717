/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <string.h>

/* Links that call notes for which there is no tag. */

gboolean
cog_pdf_tagged_is_in_note (const xmlNode *node)
{
  for (const xmlNode *up = node->parent; up != NULL; up = up->parent)
    if (cog_xml_is (up, NULL, "aside"))
      return TRUE;
  return FALSE;
}

/* A number of one to four digits, of any script; 0: it is none. */
static guint64
read_number (const char *text)
{
  guint64 number = 0;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0 || n >= 4)
        return 0;
      number = number * 10 + (guint64)digit;
    }
  return number;
}

/* The number that an item of a list is shown with. */
static guint64
get_position (const xmlNode *item)
{
  g_autofree char *start = cog_xml_dup_attribute (item->parent, "start");
  guint64 number = start != NULL ? g_ascii_strtoull (start, NULL, 10) : 1;

  if (!cog_xml_is (item->parent, NULL, "ol"))
    return 0;
  for (const xmlNode *n = item->prev; n != NULL; n = n->prev)
    number += cog_xml_is (n, NULL, "li");
  return number;
}

/* A number, or a sign of those that call notes. */
static gboolean
is_mark (const char *text)
{
  return read_number (text) > 0 ||
         (text[0] != '\0' && g_utf8_strlen (text, -1) <= 3 &&
          strspn (text, "*") == strlen (text)) ||
         strcmp (text, "†") == 0 || strcmp (text, "‡") == 0;
}

/* The number's own look goes: each edition has one for calls. */
static void
call (xmlNode *link, xmlNode *note, const char *role)
{
  g_autofree char *id = cog_xml_dup_attribute (note, "id");
  g_autofree char *target = g_strconcat ("#", id, NULL);
  xmlNode *only = link->children;

  cog_xml_set (link, "href", target);
  cog_xml_set (link, "role", "doc-noteref");
  cog_xml_set (note, "role", role);
  if (only != NULL && only->next == NULL && cog_xml_is (only, NULL, "sup"))
    cog_xml_unwrap (only);
}

/* "2" raised, in a link that leads to the second item of a list: a note at the
 * end, for which there is no tag. */
static void
make_endnote (xmlNode *link, GHashTable *targets)
{
  xmlNode *raised = link->children;
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *text = NULL;
  xmlNode *note;
  guint64 number;

  if (raised == NULL || raised->next != NULL || !cog_xml_is (raised, NULL, "sup") || href == NULL ||
      href[0] != '#')
    return;
  text = cog_xml_dup_folded_text (raised);
  number = read_number (text);
  note = g_hash_table_lookup (targets, href + 1);
  /* A list begins where its first item does. */
  if (note != NULL && cog_xml_is (note, NULL, "ol"))
    note = cog_xml_first_element (note);
  while (note != NULL && !cog_xml_is (note, NULL, "li"))
    note = note->parent != NULL && note->parent->type == XML_ELEMENT_NODE &&
                   cog_xml_first_element (note->parent) == note
               ? note->parent
               : NULL;
  if (number == 0 || note == NULL || get_position (note) != number)
    return;
  call (link, note, "doc-endnote");
}

/* "1" behind a word, in a link that leads to an aside: a note, for which Chromium has no tag. */
static void
make_footnote (xmlNode *link, GHashTable *targets)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *text = cog_xml_dup_folded_text (link);
  xmlNode *note = href != NULL && href[0] == '#' ? g_hash_table_lookup (targets, href + 1) : NULL;
  const xmlNode *before = link->prev;
  gboolean is_attached =
      before != NULL && before->type == XML_TEXT_NODE && before->content[0] != '\0' &&
      !g_ascii_isspace (before->content[strlen ((const char *)before->content) - 1]);

  if (note != NULL && note->parent != NULL && !cog_xml_is (note, NULL, "aside"))
    note = note->parent;
  if (note == NULL || !cog_xml_is (note, NULL, "aside") || !is_mark (text) ||
      cog_pdf_tagged_is_in_note (link) ||
      !(is_attached || cog_xml_is (link->children, NULL, "sup")))
    return;
  call (link, note, "doc-footnote");
}

void
cog_pdf_tagged_make_calls (xmlNode *body)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_hash_table_insert (targets, g_steal_pointer (&id), n);
    }
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      if (cog_xml_is (n, NULL, "a") && !xmlHasProp (n, BAD_CAST "role"))
        make_endnote (n, targets);
      if (cog_xml_is (n, NULL, "a") && !xmlHasProp (n, BAD_CAST "role"))
        make_footnote (n, targets);
    }
}
