/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-builder.h"

static void
add_note_label (CogPdfBuilder *builder, CogPdfTag *tag, const char *text, double indent)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfLabel *label = g_new0 (CogPdfLabel, 1);
  CogPdfSetting setting = cog_pdf_builder_get_setting (
      builder, COG_PDF_TEXT_NOTE, cog_pdf_tags_add (builder->composer->tags, tag, "Lbl", 0));

  setting.width = indent;
  label->x = level->is_rtl ? level->left + level->width - indent : level->left;
  label->paragraph = cog_pdf_paragraph_new_for_text (builder->composer, text, &setting);
  if (label->paragraph != NULL)
    g_ptr_array_add (builder->labels, label);
  else
    g_free (label);
  level->left += level->is_rtl ? 0 : indent;
  level->width -= indent;
}

static void
open_note (CogPdfBuilder *builder, const xmlNode *node, const char *id, const char *mark)
{
  CogPdfLevel *level = cog_pdf_builder_get_level (builder);
  CogPdfNote *note = g_new0 (CogPdfNote, 1);

  note->id = g_strdup (id);
  note->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_item_free);
  g_hash_table_replace (builder->flow->notes, note->id, note);
  g_ptr_array_add (builder->flow->note_list, note);
  level->tag = cog_pdf_builder_add_tag (builder, "Note", node);
  g_free (level->tag->id);
  level->tag->id = g_strdup (id);
  level->note = note;
  level->items = note->items;
  level->first = 0;
  level->frame = NULL;
  level->left = 0;
  level->width = builder->composer->style->text_width;
  level->text = COG_PDF_TEXT_NOTE;
  level->align = COG_PDF_ALIGN_START;
  level->scale = 1;
  level->list_depth = 0;
  level->table_depth = 3;
  cog_pdf_builder_add_anchor (builder, id);
  add_note_label (builder, level->tag, mark, builder->composer->style->base * 1.6);
}

gboolean
cog_pdf_note_open (CogPdfBuilder *builder, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const char *mark = id != NULL ? g_hash_table_lookup (builder->composer->note_labels, id) : NULL;

  if (mark == NULL || !cog_pdf_is_footnote (node) ||
      g_hash_table_contains (builder->flow->notes, id))
    return FALSE;
  open_note (builder, node, id, mark);
  return TRUE;
}

void
cog_pdf_note_close (CogPdfBuilder *builder)
{
  CogPdfNote *note = cog_pdf_builder_get_level (builder)->note;

  note->height = cog_pdf_items_measure (note->items, 0, note->items->len);
}

/* Notes that nothing on these pages calls stand at the end, as text. */
void
cog_pdf_notes_add_uncalled (CogPdfFlow *flow)
{
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < flow->items->len; i++)
    {
      const CogPdfItem *item = g_ptr_array_index (flow->items, i);
      for (guint k = 0; item->notes != NULL && k < item->notes->len; k++)
        g_hash_table_add (called, g_ptr_array_index (item->notes, k));
    }
  for (guint k = 0; k < flow->note_list->len; k++)
    {
      CogPdfNote *note = g_ptr_array_index (flow->note_list, k);
      if (g_hash_table_contains (called, note->id))
        continue;
      g_ptr_array_set_free_func (note->items, NULL);
      for (guint i = 0; i < note->items->len; i++)
        g_ptr_array_add (flow->items, g_ptr_array_index (note->items, i));
      g_ptr_array_set_size (note->items, 0);
      note->height = 0;
    }
}
