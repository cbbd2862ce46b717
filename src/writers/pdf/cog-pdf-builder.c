/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

#include "cog-language.h"

#include <string.h>

CogPdfLevel *
cog_pdf_builder_get_level (CogPdfBuilder *builder)
{
  return &g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 1);
}

void
cog_pdf_builder_begin (CogPdfBuilder *builder, CogPdfComposer *composer, CogPdfTag *tag)
{
  CogPdfLevel level = { .language = g_intern_string (composer->style->language),
                        .is_rtl = composer->style->is_rtl,
                        .width = composer->style->text_width,
                        .tag = tag,
                        .scale = 1 };

  *builder = (CogPdfBuilder){ .composer = composer,
                              .flow = cog_pdf_flow_new (),
                              .levels = g_array_new (FALSE, FALSE, sizeof (CogPdfLevel)),
                              .anchors = g_ptr_array_new_with_free_func (g_free),
                              .labels = g_ptr_array_new () };
  level.items = builder->flow->items;
  g_array_append_val (builder->levels, level);
}

CogPdfFlow *
cog_pdf_builder_end (CogPdfBuilder *builder)
{
  g_array_unref (builder->levels);
  g_ptr_array_unref (builder->anchors);
  g_ptr_array_unref (builder->labels);
  return builder->flow;
}

void
cog_pdf_builder_add_anchor (CogPdfBuilder *builder, const char *id)
{
  if (id != NULL)
    g_ptr_array_add (builder->anchors, g_strdup (id));
}

static gboolean
is_main (const CogPdfBuilder *builder, const CogPdfLevel *level)
{
  return level->items == builder->flow->items;
}

void
cog_pdf_builder_add_item (CogPdfBuilder *builder, CogPdfItem *item)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  item->frame = level->frame;
  item->before = MAX (item->before, builder->before) + builder->pad;
  builder->before = builder->pad = 0;
  if (is_main (builder, level))
    {
      item->is_turned = level->is_turned;
      item->head = builder->head;
      item->is_page_start = builder->is_page_start;
      item->is_recto_start = builder->is_recto_start;
      builder->is_page_start = builder->is_recto_start = FALSE;
    }
  if (builder->anchors->len > 0)
    {
      item->anchors = g_steal_pointer (&builder->anchors);
      builder->anchors = g_ptr_array_new_with_free_func (g_free);
    }
  if (builder->labels->len > 0)
    {
      item->labels = g_steal_pointer (&builder->labels);
      builder->labels = g_ptr_array_new ();
    }
  g_ptr_array_add (level->items, item);
}

CogPdfSetting
cog_pdf_builder_get_setting (CogPdfBuilder *builder, CogPdfText text, CogPdfTag *tag)
{
  const CogPdfLevel *level = cog_pdf_builder_get_level (builder);

  return (CogPdfSetting){ .text = text,
                          .scale = level->scale,
                          .language = level->language,
                          .is_rtl = level->is_rtl,
                          .is_bold = level->is_bold,
                          .align = level->align,
                          .width = level->width,
                          .tag = tag };
}

void
cog_pdf_builder_attach_points (CogPdfBuilder *builder,
                               const CogPdfParagraph *paragraph,
                               guint first)
{
  GArray *points = cog_pdf_paragraph_get_points (paragraph);
  GPtrArray *items = cog_pdf_builder_get_level (builder)->items;

  for (guint i = 0; i < points->len; i++)
    {
      const CogPdfPoint *point = &g_array_index (points, CogPdfPoint, i);
      CogPdfItem *item = g_ptr_array_index (
          items, first + cog_pdf_paragraph_find_line (paragraph, point->position));
      GPtrArray **list = point->is_note ? &item->notes : &item->anchors;

      if (*list == NULL)
        *list = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (*list, g_strdup (point->id));
    }
}

gboolean
cog_pdf_builder_add_lines (CogPdfBuilder *builder,
                           CogPdfParagraph *paragraph,
                           double before,
                           double after,
                           gboolean is_glued)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  guint n, first = level->items->len;

  if (paragraph == NULL)
    return FALSE;
  g_ptr_array_add (builder->flow->paragraphs, paragraph);
  n = cog_pdf_paragraph_get_n_lines (paragraph);
  for (guint i = 0; i < n; i++)
    {
      CogPdfItem *item = cog_pdf_item_new (COG_PDF_ITEM_LINE);
      double ascent, width;

      item->paragraph = paragraph;
      item->line = i;
      item->x = level->left;
      item->width = level->width;
      cog_pdf_paragraph_get_line (paragraph, i, &item->height, &ascent, &width);
      item->before = i == 0 ? before : 0;
      item->after = i + 1 == n ? after : 0;
      /* Neither the first line of a text nor its last stands alone. */
      item->is_glued = i + 1 == n ? is_glued : i == 0 || i + 2 == n || is_glued;
      cog_pdf_builder_add_item (builder, item);
    }
  cog_pdf_builder_attach_points (builder, paragraph, first);
  if (is_main (builder, level))
    {
      builder->text_first = first;
      builder->text_end = level->items->len;
      builder->text_kind = cog_pdf_paragraph_get_text (paragraph);
    }
  return TRUE;
}

/* What a node says of the element that stands for it. */
static void
describe_tag (CogPdfBuilder *builder, CogPdfTag *tag, const CogPdfTag *parent, const xmlNode *node)
{
  const CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  const CogPdfLevel *outer =
      builder->levels->len > 1
          ? &g_array_index (builder->levels, CogPdfLevel, builder->levels->len - 2)
          : NULL;
  g_autofree char *id = node != NULL ? cog_xml_dup_attribute (node, "id") : NULL;

  if (id != NULL && g_str_has_prefix (id, COG_PDF_ADDED) && g_strcmp0 (parent->id, id) != 0)
    tag->id = g_steal_pointer (&id);
  if (outer != NULL && outer->language != level->language)
    tag->language = g_strdup (level->language);
}

void
cog_pdf_builder_name_tag (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfTag *tag = cog_pdf_builder_get_level (builder)->tag;

  if (tag != NULL && tag->parent != NULL)
    describe_tag (builder, tag, tag->parent, node);
}

CogPdfTag *
cog_pdf_builder_add_tag (CogPdfBuilder *builder, const char *type, const xmlNode *node)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfTag *tag;

  if (level->tag == NULL)
    return NULL;
  tag = cog_pdf_tags_add (builder->composer->tags, level->tag, type, 0);
  describe_tag (builder, tag, level->tag, node);
  return tag;
}

void
cog_pdf_builder_open_frame (CogPdfBuilder *builder, double tint, double bar, double indent)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfFrame *frame = g_new0 (CogPdfFrame, 1);

  frame->outer = level->frame;
  frame->left = level->left;
  frame->width = level->width;
  frame->tint = tint;
  frame->bar = bar;
  frame->is_rtl = level->is_rtl;
  frame->pad = tint < 1 ? 7 : 1;
  g_ptr_array_add (builder->flow->frames, frame);
  level->frame = frame;
  level->left += tint < 1 || !level->is_rtl ? indent : 0;
  level->width -= tint < 1 ? 2 * indent : indent;
  level->width = MAX (level->width, 20);
  level->mark_room = 0;
  builder->before = MAX (builder->before, builder->composer->style->base) + frame->pad;
}

/* Language and direction of an element: its own, or what they are around it. */
static void
apply_language (CogPdfLevel *level, const xmlNode *node)
{
  g_autofree char *language = cog_xml_dup_attribute (node, "lang");
  g_autofree char *dir = cog_xml_dup_attribute (node, "dir");

  if (language != NULL && cog_language_is_valid (language))
    {
      g_autofree char *tag = cog_language_canonicalise (language);
      if (tag != NULL && !cog_language_equal (tag, level->language))
        level->is_rtl = cog_language_is_rtl (tag);
      if (tag != NULL)
        level->language = g_intern_string (tag);
    }
  if (dir == NULL)
    return;
  if (strcmp (dir, "rtl") == 0 || strcmp (dir, "ltr") == 0)
    level->is_rtl = dir[0] == 'r';
  else if (strcmp (dir, "auto") == 0)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_text_guess_rtl (text, &level->is_rtl);
    }
}

CogPdfLevel *
cog_pdf_builder_push (CogPdfBuilder *builder, const xmlNode *node)
{
  CogPdfLevel level = *cog_pdf_builder_get_level (builder);

  level.node = node;
  level.first = level.items->len;
  level.note = NULL;
  apply_language (&level, node);
  g_array_append_val (builder->levels, level);
  return cog_pdf_builder_get_level (builder);
}

void
cog_pdf_builder_pop (CogPdfBuilder *builder)
{
  g_array_set_size (builder->levels, builder->levels->len - 1);
}
