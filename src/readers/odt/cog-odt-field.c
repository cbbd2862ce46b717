/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"
#include "cog-reader-findings.h"

#include <string.h>

/* Fields, marks that something leads to, and what leads to them (OpenDocument 1.3 part 3, 6 and
 * 7). Each kind of mark has names of its own: the id tells which. */

static char *
dup_id (const char *kind, const char *name)
{
  g_autofree char *whole = g_strconcat (kind, name, NULL);

  return cog_prose_dup_anchor (whole);
}

static void
add_mark (CogOdtLine *line, const xmlNode *node, const char *kind, const char *attribute)
{
  g_autofree char *name = cog_xml_dup_attribute_ns (node, COG_ODT_TEXT, attribute);
  g_autofree char *id = name != NULL ? dup_id (kind, name) : NULL;

  if (id != NULL && !g_hash_table_contains (line->walk->prose->ids, id))
    cog_prose_add_anchor (line->walk->prose, cog_odt_line_open (line, NULL), id);
}

static void
convert_link (CogOdtLine *line, const xmlNode *node, const char *href)
{
  const char *around = line->href;

  line->href = href != NULL ? href : around;
  cog_odt_convert_inline (line, node);
  line->href = around;
}

static void
convert_reference (CogOdtLine *line, const xmlNode *node, const char *kind)
{
  g_autofree char *name = cog_xml_dup_attribute_ns (node, COG_ODT_TEXT, "ref-name");
  g_autofree char *id = name != NULL ? dup_id (kind, name) : NULL;
  g_autofree char *href = id != NULL ? g_strconcat ("#", id, NULL) : NULL;

  convert_link (line, node, href);
}

/* "#Name", "#Table1|table", "#0.1.Words of a heading|outline". */
static char *
dup_inner_href (const char *fragment)
{
  g_autofree char *plain = g_uri_unescape_string (fragment, NULL);
  const char *name = plain != NULL ? plain : fragment;
  const char *bar = strrchr (name, '|');
  g_autofree char *front = bar != NULL ? g_strndup (name, (gsize)(bar - name)) : g_strdup (name);
  g_autofree char *kind = bar != NULL ? g_strconcat (bar + 1, ":", NULL) : g_strdup ("");
  const char *words = front;
  g_autofree char *id = NULL;

  if (g_str_equal (kind, "outline:"))
    words += strspn (words, "0123456789.");
  id = dup_id (kind, words);
  return g_strconcat ("#", id, NULL);
}

static void
convert_anchor (CogOdtLine *line, const xmlNode *node)
{
  g_autofree char *address = cog_xml_dup_attribute_ns (node, COG_NS_XLINK, "href");
  g_autofree char *href = address == NULL || address[0] == '\0' ? NULL
                          : address[0] == '#'                   ? dup_inner_href (address + 1)
                                                                : g_strdup (address);

  convert_link (line, node, href);
}

/* Text with a condition: what is hidden is so by its own word. */
static gboolean
is_hidden (const xmlNode *node)
{
  g_autofree char *hidden = cog_xml_dup_attribute_ns (node, COG_ODT_TEXT, "is-hidden");

  return cog_xml_is (node, COG_ODT_TEXT, "hidden-text") && g_strcmp0 (hidden, "true") == 0;
}

static void
convert_sequence (CogOdtLine *line, const xmlNode *node)
{
  add_mark (line, node, "seq:", "ref-name");
  cog_odt_convert_inline (line, node);
}

gboolean
cog_odt_convert_field (CogOdtLine *line, const xmlNode *node)
{
  static const struct
  {
    const char *name, *kind;
  } marks[] = { { "bookmark", "" },
                { "bookmark-start", "" },
                { "reference-mark", "ref:" },
                { "reference-mark-start", "ref:" } },
    references[] = { { "bookmark-ref", "" },
                     { "reference-ref", "ref:" },
                     { "sequence-ref", "seq:" },
                     { "note-ref", "note:" } };

  if (node->ns == NULL || strcmp ((const char *)node->ns->href, COG_ODT_TEXT) != 0)
    /* Of another vocabulary, as an extension: what it holds is not known to be text. */
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp ((const char *)node->name, marks[i].name) == 0)
      {
        add_mark (line, node, marks[i].kind, "name");
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (strcmp ((const char *)node->name, references[i].name) == 0)
      {
        convert_reference (line, node, references[i].kind);
        return TRUE;
      }
  if (strcmp ((const char *)node->name, "a") == 0)
    convert_anchor (line, node);
  else if (strcmp ((const char *)node->name, "sequence") == 0)
    convert_sequence (line, node);
  else if (strcmp ((const char *)node->name, "script") == 0)
    cog_report_add (line->walk->report, &cog_finding_script_dropped, COG_ODT_CONTENT, NULL, NULL);
  else if (is_hidden (node))
    cog_report_add (line->walk->report, &cog_finding_hidden_dropped, COG_ODT_CONTENT, NULL, NULL);
  else
    return FALSE;
  return TRUE;
}
