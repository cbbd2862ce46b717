/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

#include "cog-list-number.h"

static CogFlowList *
get_last (CogFlow *self)
{
  return self->lists->len > 0 ? g_ptr_array_index (self->lists, self->lists->len - 1) : NULL;
}

/* An item that begins with a list, or holds nothing, still has its mark. */
static void
write_mark (CogFlow *self)
{
  const CogFlowFrame *frame = &g_array_index (self->frames, CogFlowFrame, self->frames->len - 1);
  CogFlowBlock block = frame->now;

  block.kind = COG_FLOW_PARAGRAPH;
  block.list = get_last (self);
  cog_flow_begin_block (self, &block);
  cog_flow_end_block (self, &block);
}

static void
read_numbering (CogFlowList *list)
{
  g_autofree char *start = cog_xml_dup_attribute (list->node, "start");
  g_autofree char *type = cog_xml_dup_attribute (list->node, "type");
  g_autofree char *reversed = cog_xml_dup_attribute (list->node, "reversed");

  list->type = cog_list_number_get_type (type);
  list->step = reversed != NULL ? -1 : 1;
  list->start = start != NULL ? g_ascii_strtoll (start, NULL, 10) : 1;
  if (start == NULL && reversed != NULL)
    list->start = (gint64)xmlChildElementCount ((xmlNode *)list->node);
}

CogFlowList *
cog_flow_open_list (CogFlow *self, const xmlNode *node)
{
  CogFlowList *list = g_new0 (CogFlowList, 1);

  if (self->opens_item && get_last (self) != NULL)
    write_mark (self);
  list->node = node;
  list->id = ++self->n_lists;
  list->depth = self->lists->len + 1;
  list->is_unmarked = cog_xml_has_word (node, "class", "index");
  list->step = 1;
  if (cog_xml_is (node, COG_NS_XHTML, "ol"))
    read_numbering (list);
  list->number = list->start - list->step;
  g_ptr_array_add (self->lists, list);
  if (self->sink->begin_list != NULL)
    self->sink->begin_list (self->data, list);
  return list;
}

void
cog_flow_close_list (CogFlow *self)
{
  if (self->sink->end_list != NULL)
    self->sink->end_list (self->data, get_last (self));
  g_ptr_array_set_size (self->lists, (int)self->lists->len - 1);
}

void
cog_flow_open_item (CogFlow *self, const xmlNode *node)
{
  CogFlowList *list = get_last (self);
  g_autofree char *value = cog_xml_dup_attribute (node, "value");
  gint64 before;

  if (list == NULL)
    return;
  before = cog_xml_first_element (list->node) == node ? 0 : list->number;
  list->number += list->step;
  if (value != NULL && list->type != 0)
    list->number = g_ascii_strtoll (value, NULL, 10);
  list->leaps = list->type != 0 && list->number != before + 1;
  self->opens_item = TRUE;
  if (self->sink->begin_item != NULL)
    self->sink->begin_item (self->data, list);
}

void
cog_flow_close_item (CogFlow *self)
{
  if (get_last (self) == NULL)
    return;
  if (self->opens_item)
    write_mark (self);
  self->opens_item = FALSE;
  if (self->sink->end_item != NULL)
    self->sink->end_item (self->data, get_last (self));
}
