/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-walk.h"

void
cog_docx_close_lists (CogDocxFlow *flow)
{
  g_array_set_size (flow->lists, 0);
}

static CogDocxList *
get_last (CogDocxFlow *flow)
{
  return flow->lists->len > 0 ? &g_array_index (flow->lists, CogDocxList, flow->lists->len - 1)
                              : NULL;
}

/* The paragraph's own numPr, filled up from its style's; numId 0 takes it out of its list
 * (17.9.18). */
static char *
dup_number (CogDocxWalk *walk, const xmlNode *properties, guint *level)
{
  g_autofree char *style = cog_docx_dup_child_val (properties, "pStyle");
  const xmlNode *own = cog_docx_child (properties, "numPr");
  const xmlNode *inherited = cog_docx_styles_get_numbering (walk->styles, style);
  g_autofree char *id = cog_docx_dup_child_val (own, "numId");
  g_autofree char *depth = cog_docx_dup_child_val (own, "ilvl");

  if (id == NULL)
    id = cog_docx_dup_child_val (inherited, "numId");
  if (depth == NULL)
    depth = cog_docx_dup_child_val (inherited, "ilvl");
  *level = depth != NULL
               ? (guint)CLAMP (g_ascii_strtoll (depth, NULL, 10), 0, COG_DOCX_MAX_LEVEL - 1)
               : 0;
  return id != NULL && !g_str_equal (id, "0") ? g_steal_pointer (&id) : NULL;
}

static gboolean
fits (const CogDocxList *open, guint level, const CogDocxItem *item)
{
  return open->level == level && open->id == item->list &&
         cog_xml_is (open->list, NULL, item->is_ordered ? "ol" : "ul");
}

static void
open_list (CogDocxWalk *walk, CogDocxFlow *flow, guint level, const CogDocxItem *item)
{
  const CogDocxList *around = get_last (flow);
  CogDocxList made = { NULL, NULL, level, item->list };

  made.list = cog_prose_add (walk->prose, around != NULL ? around->item : flow->parent,
                             item->is_ordered ? "ol" : "ul");
  if (item->is_ordered)
    cog_xml_set (made.list, "type", item->type);
  if (item->is_ordered && item->number != 1)
    {
      g_autofree char *start = g_strdup_printf ("%u", item->number);

      cog_xml_set (made.list, "start", start);
    }
  g_array_append_val (flow->lists, made);
}

static xmlNode *
add_item (CogDocxWalk *walk, CogDocxFlow *flow, guint level, const CogDocxItem *item)
{
  while (get_last (flow) != NULL &&
         (get_last (flow)->level > level ||
          (get_last (flow)->level == level && !fits (get_last (flow), level, item))))
    g_array_set_size (flow->lists, flow->lists->len - 1);
  if (get_last (flow) == NULL || get_last (flow)->level < level)
    open_list (walk, flow, level, item);
  get_last (flow)->item = cog_prose_add (walk->prose, get_last (flow)->list, "li");
  return get_last (flow)->item;
}

/* A heading may be counted, too: what is printed before it is kept with it. */
static void
number_heading (CogDocxWalk *walk, xmlNode *heading, const char *id, guint level)
{
  g_autofree char *label = cog_docx_numbering_dup_label (walk->numbering, id, level);
  xmlNode *span;

  if (label == NULL)
    return;
  span = cog_prose_add (walk->prose, heading, "span");
  cog_xml_set (span, "class", "number");
  cog_prose_add_text (span, label);
  cog_prose_add_text (heading, " ");
}

xmlNode *
cog_docx_open_item (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *p)
{
  const xmlNode *properties = cog_docx_child (p, "pPr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "pStyle");
  guint heading = cog_docx_get_level (walk, p);
  guint level;
  g_autofree char *id = dup_number (walk, properties, &level);
  CogDocxItem item;

  if (id != NULL && cog_docx_numbering_count (walk->numbering, id, level, &item))
    {
      if (heading > 0)
        {
          xmlNode *made;

          cog_docx_close_lists (flow);
          made = cog_prose_add (walk->prose, flow->parent,
                                cog_prose_get_heading (walk->prose, heading));
          number_heading (walk, made, id, level);
          return made;
        }
      if (!item.is_plain)
        return add_item (walk, flow, level, &item);
    }
  /* More of an item, as Word's styles for it say. */
  if (heading == 0 && get_last (flow) != NULL &&
      cog_docx_styles_get_kind (walk->styles, style) == COG_DOCX_CONTINUED)
    return cog_prose_add (walk->prose, get_last (flow)->item, "p");
  return NULL;
}
