/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose.h"

/* A word processor says of each run of text anew what it is, a link is a run too: an emphasis that
 * goes on through a link comes as three, and a translator would set each of them apart. */

static gboolean
is_run (const xmlNode *node)
{
  static const char *const names[] = { "em", "strong", "u", "s", "sub", "sup" };

  if (node == NULL || node->type != XML_ELEMENT_NODE || node->properties != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (cog_xml_is (node, NULL, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_same_run (const xmlNode *a, const xmlNode *b)
{
  return is_run (a) && is_run (b) && xmlStrEqual (a->name, b->name);
}

static void
move_children (xmlNode *from, xmlNode *to)
{
  while (from->children != NULL)
    {
      xmlNode *child = from->children;

      xmlUnlinkNode (child);
      xmlAddChild (to, child);
    }
}

/* The run that all of the link is, and that is so before or behind it too, made the outermost:
 * which of two runs is around the other says nothing. (nullable): there is none */
static xmlNode *
find_run (xmlNode *link)
{
  xmlNode *outermost = link->children;

  for (xmlNode *run = outermost; is_run (run) && run->next == NULL; run = run->children)
    if (is_same_run (link->prev, run) || is_same_run (run, link->next))
      {
        g_autofree char *name = g_strdup ((const char *)run->name);
        g_autofree char *other = g_strdup ((const char *)outermost->name);

        xmlNodeSetName (run, (const xmlChar *)other);
        xmlNodeSetName (outermost, (const xmlChar *)name);
        return outermost;
      }
  return NULL;
}

/* Puts a link that is a run as a whole into the same run before or behind it; FALSE: there is none.
 */
static gboolean
join (xmlNode *link)
{
  xmlNode *run = find_run (link);
  xmlNode *before = link->prev, *after = link->next;

  if (run == NULL)
    return FALSE;
  xmlUnlinkNode (run);
  move_children (run, link);
  if (is_same_run (before, run))
    {
      xmlFreeNode (run);
      run = before;
    }
  else
    xmlAddPrevSibling (link, run);
  xmlUnlinkNode (link);
  xmlAddChild (run, link);
  if (is_same_run (run, after))
    {
      move_children (after, run);
      cog_xml_remove (after);
    }
  return TRUE;
}

void
cog_prose_join_runs (xmlNode *body)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  g_return_if_fail (body != NULL);

  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    if (cog_xml_is (n, NULL, "a"))
      g_ptr_array_add (links, n);
  /* No link goes; one that is emphasised twice is joined twice. */
  for (guint i = 0; i < links->len; i++)
    while (join (g_ptr_array_index (links, i)))
      ;
}
