/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-walk.h"

/* Units of one cell, caption or figure that stand in one row. */
#define MAX_GATHERED 24

gboolean
cog_row_walk_is_picture (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "img") || cog_xml_is (node, COG_NS_SVG, "svg") ||
         cog_xml_is (node, COG_NS_XHTML, "audio") || cog_xml_is (node, COG_NS_XHTML, "video");
}

static char *
dup_serialised (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  xmlNodeDump (buffer, node->doc, (xmlNode *)node, 0, 0);
  text = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

static void
set_before (CogRowWalk *walk, CogRowPicture *picture)
{
  const char *before =
      picture->id != NULL ? g_hash_table_lookup (walk->sources, picture->id) : NULL;

  if (before != NULL && g_strcmp0 (before, picture->asset) != 0)
    picture->before = g_strdup (before);
}

static void
add_picture (CogRowWalk *walk, CogRow *row, const xmlNode *node, int cell)
{
  CogRowPicture *picture = g_new0 (CogRowPicture, 1);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *unit_id = NULL;
  CogUnit *unit;

  picture->id = cog_xml_dup_attribute (node, "id");
  picture->alt = -1;
  picture->cell = cell;
  picture->is_film = g_str_equal (node->name, "video");
  picture->is_media = picture->is_film || g_str_equal (node->name, "audio");
  picture->title = picture->is_media ? cog_xml_dup_attribute (node, "title") : NULL;
  picture->is_decorative = alt != NULL && alt[0] == '\0';
  if (g_str_equal (node->name, "svg"))
    picture->drawing = dup_serialised (node);
  else
    picture->asset = cog_xml_dup_attribute (node, "src");
  set_before (walk, picture);
  unit_id = picture->id != NULL ? g_strconcat (picture->id, "@alt", NULL) : NULL;
  unit = cog_row_walk_steal (walk, unit_id);
  if (unit != NULL)
    {
      picture->alt = (int)row->units->len;
      picture->is_decorative = FALSE;
      cog_row_walk_take (walk, row, unit);
    }
  g_ptr_array_add (row->pictures, picture);
}

void
cog_row_walk_gather (CogRowWalk *walk, CogRow *row, const xmlNode *block, int cell)
{
  const guint end = row->units->len + MAX_GATHERED;

  for (const xmlNode *n = block; n != NULL && row->units->len < end;)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      CogUnit *unit = cog_row_walk_steal (walk, id);

      if (unit != NULL)
        cog_row_walk_take (walk, row, unit);
      else if (cog_row_walk_is_picture (n))
        add_picture (walk, row, n, cell);
      n = cog_row_walk_is_picture (n) ? cog_xml_skip_in (block, n) : cog_xml_next_in (block, n);
    }
}

gboolean
cog_row_walk_is_plain_figure (const xmlNode *figure)
{
  gboolean has_picture = FALSE;

  for (const xmlNode *n = figure; n != NULL;)
    {
      if (cog_row_walk_is_picture (n))
        has_picture = TRUE;
      else if (cog_xml_is (n, COG_NS_XHTML, "table") || cog_xml_is (n, COG_NS_XHTML, "ul") ||
               cog_xml_is (n, COG_NS_XHTML, "ol") || cog_xml_is (n, COG_NS_XHTML, "dl") ||
               cog_xml_is (n, COG_NS_XHTML, "pre") || cog_xml_is (n, COG_NS_MATHML, "math"))
        return FALSE;
      n = cog_row_walk_is_picture (n) ? cog_xml_skip_in (figure, n) : cog_xml_next_in (figure, n);
    }
  return has_picture;
}

void
cog_row_walk_add_figure (CogRowWalk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  CogRow *row = cog_row_new (COG_ROW_FIGURE, id != NULL ? id : "");

  cog_row_walk_gather (walk, row, node, -1);
  cog_row_walk_add (walk, row);
}

gboolean
cog_row_walk_holds_only_pictures (const xmlNode *block, const CogUnit *unit)
{
  gboolean has_picture = FALSE;

  if (unit->kind != COG_UNIT_PARAGRAPH || unit->target != NULL)
    return FALSE;
  for (const xmlNode *n = block; n != NULL;)
    {
      if (cog_row_walk_is_picture (n))
        has_picture = TRUE;
      else if (cog_xml_is (n, COG_NS_MATHML, "math") ||
               (n->type != XML_ELEMENT_NODE && !xmlIsBlankNode (n)))
        return FALSE;
      n = cog_row_walk_is_picture (n) ? cog_xml_skip_in (block, n) : cog_xml_next_in (block, n);
    }
  return has_picture;
}

void
cog_row_walk_add_carried_pictures (CogRowWalk *walk, const xmlNode *block, CogUnit *unit)
{
  CogRow *row = cog_row_new (COG_ROW_FIGURE, unit->id);

  row->carrier = 0;
  cog_row_walk_take (walk, row, unit);
  cog_row_walk_gather (walk, row, block, -1);
  cog_row_walk_add (walk, row);
}
