/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include <string.h>

static const xmlNode *
find_citation (const xmlNode *ref)
{
  static const char *const names[] = { "mixed-citation", "citation", "element-citation",
                                       "nlm-citation", NULL };
  const xmlNode *holder = cog_xml_find_child (ref, NULL, "citation-alternatives");

  if (holder == NULL)
    holder = ref;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const xmlNode *found = cog_xml_find_child (holder, NULL, names[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The number of a reference often stands a second time before its words. */
static void
drop_repeated_label (xmlNode *item, const char *label)
{
  xmlNode *text = item->children;
  const char *start;
  gsize length = strlen (label);

  while (text != NULL && text->type == XML_TEXT_NODE && xmlIsBlankNode (text))
    text = text->next;
  if (text == NULL || text->type != XML_TEXT_NODE || length == 0)
    return;
  start = (const char *)text->content + strspn ((const char *)text->content, " \t\r\n");
  if (!g_str_has_prefix (start, label) || !strchr (" .)\t\n", start[length]))
    return;
  {
    g_autofree char *rest = g_strdup (start + length + strspn (start + length, " .)\t\r\n"));
    g_autofree char *escaped = g_markup_escape_text (rest, -1);

    xmlNodeSetContent (text, (const xmlChar *)escaped);
  }
}

/* What a record is printed as where nobody wrote it out: authors (year). Title. Source, volume
 * (issue), pages. Publisher, place. */
static void
add_part (GString *text, const char *before, const char *part, const char *after)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, before);
  g_string_append (text, part);
  if (!g_str_has_suffix (part, after))
    g_string_append (text, after);
}

static char *
dup_people (const xmlNode *citation)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const xmlNode *n = cog_xml_next_in (citation, citation), *next; n != NULL; n = next)
    {
      g_autofree char *name = NULL;

      next = cog_xml_next_in (citation, n);
      if (!cog_jats_is (n, "name") && !cog_jats_is (n, "string-name") &&
          !cog_jats_is (n, "collab") && !cog_jats_is (n, "etal"))
        continue;
      next = cog_xml_skip_in (citation, n);
      name = cog_jats_is (n, "etal") ? g_strdup ("et al.") : cog_jats_dup_name (n);
      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_numbers (GString *text, const xmlNode *citation)
{
  g_autofree char *volume = cog_jats_dup_child_text (citation, "volume");
  g_autofree char *issue = cog_jats_dup_child_text (citation, "issue");
  g_autofree char *first = cog_jats_dup_child_text (citation, "fpage");
  g_autofree char *last = cog_jats_dup_child_text (citation, "lpage");

  if (first == NULL)
    first = cog_jats_dup_child_text (citation, "elocation-id");
  add_part (text, "", volume, "");
  if (issue != NULL)
    g_string_append_printf (text, "(%s)", issue);
  add_part (text, ", ", first, "");
  if (first != NULL && last != NULL && !g_str_equal (first, last))
    g_string_append_printf (text, "–%s", last);
}

static void
add_record (CogJatsWalk *walk, const xmlNode *citation, xmlNode *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);
  g_autofree char *people = dup_people (citation);
  g_autofree char *year = cog_jats_dup_child_text (citation, "year");
  g_autofree char *source = cog_jats_dup_child_text (citation, "source");
  g_autofree char *publisher = cog_jats_dup_child_text (citation, "publisher-name");
  g_autofree char *place = cog_jats_dup_child_text (citation, "publisher-loc");
  g_autofree char *title = cog_jats_dup_child_text (citation, "article-title");

  if (title == NULL)
    title = cog_jats_dup_child_text (citation, "chapter-title");
  add_part (text, "", people, "");
  if (year != NULL)
    g_string_append_printf (text, "%s(%s)", text->len > 0 ? " " : "", year);
  if (text->len > 0)
    g_string_append (text, ". ");
  add_part (text, "", title, ".");
  cog_jats_add_text (item, text->str);
  if (source != NULL)
    {
      cog_jats_add_text (item, " ");
      cog_jats_add_text (cog_jats_add (walk, item, "cite"), source);
    }
  add_numbers (tail, citation);
  if (tail->len > 0)
    g_string_prepend (tail, source != NULL ? ", " : " ");
  g_string_append (tail, ".");
  add_part (tail, " ", publisher, place != NULL ? "," : ".");
  add_part (tail, " ", place, ".");
  cog_jats_add_text (item, tail->str);
}

static gboolean
has_text (const xmlNode *item, const char *words)
{
  g_autofree char *text = cog_xml_dup_text (item);

  return strstr (text, words) != NULL;
}

/* DOI and the like are links, and often stand only in the record beside the words. */
static void
add_identifiers (CogJatsWalk *walk, const xmlNode *ref, xmlNode *item)
{
  for (const xmlNode *n = ref; n != NULL; n = cog_xml_next_in (ref, n))
    {
      g_autofree char *words = NULL;

      if (!cog_jats_is (n, "pub-id") && !cog_jats_is (n, "ext-link") && !cog_jats_is (n, "uri"))
        continue;
      words = cog_xml_dup_folded_text (n);
      if (words[0] == '\0' || has_text (item, words))
        continue;
      cog_jats_add_text (item, " ");
      cog_jats_convert (walk, n, item);
    }
}

static void
convert_reference (CogJatsWalk *walk, const xmlNode *ref, xmlNode *list)
{
  static const char *const without[] = { "label",
                                         "mixed-citation",
                                         "citation",
                                         "nlm-citation",
                                         "element-citation",
                                         "citation-alternatives",
                                         NULL };
  const xmlNode *citation = find_citation (ref);
  g_autofree char *label = cog_jats_dup_child_text (ref, "label");
  xmlNode *item = cog_jats_add (walk, list, "li");

  if (label == NULL && citation != NULL)
    label = cog_jats_dup_child_text (citation, "label");
  if (cog_jats_is (citation, "element-citation") || cog_jats_is (citation, "nlm-citation"))
    add_record (walk, citation, item);
  else if (citation != NULL)
    cog_jats_convert_children (walk, citation, item);
  if (label != NULL)
    drop_repeated_label (item, label);
  add_identifiers (walk, ref, item);
  cog_jats_copy_global (ref, item);
  cog_jats_set_type (walk, item, "biblioentry");
  if (label != NULL)
    {
      xmlNode *span = cog_jats_add (walk, item, "span");
      xmlNode *first = item->children;

      cog_xml_set (span, "class", "label");
      cog_jats_add_text (span, label);
      if (first != span)
        {
          xmlUnlinkNode (span);
          xmlAddPrevSibling (first, span);
        }
      xmlAddNextSibling (span, xmlNewDocText (item->doc, (const xmlChar *)" "));
    }
  cog_jats_convert_others (walk, ref, item, without);
}

void
cog_jats_convert_references (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *section = cog_jats_add (walk, parent, "section");
  xmlNode *list = NULL;

  cog_jats_copy_global (node, section);
  cog_xml_set (section, "role", "doc-bibliography");
  cog_jats_set_type (walk, section, "bibliography");
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "ref"))
      {
        if (list == NULL)
          list = cog_jats_add (walk, section, "ul");
        convert_reference (walk, n, list);
      }
    else
      {
        list = NULL;
        walk->level += cog_jats_is (n, "ref-list");
        cog_jats_convert (walk, n, section);
        walk->level -= cog_jats_is (n, "ref-list");
      }
}
