/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

#include "cog-language.h"
#include "cog-markup.h"

static void
index_targets (CogFlow *self)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (self->book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *href =
              cog_xml_is (n, COG_NS_XHTML, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

          if (href != NULL && href[0] == '#')
            g_hash_table_add (self->targets, g_strdup (href + 1));
        }
    }
  /* What has a credit is found again by its name. */
  for (guint i = 0; i < self->book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (self->book->credits, i);

      if (credit->item != NULL)
        g_hash_table_add (self->targets, g_strdup (credit->item));
    }
}

static void
grid_clear (gpointer data)
{
  CogFlowGrid *grid = data;

  g_clear_pointer (&grid->grid, cog_table_free);
  g_clear_pointer (&grid->places, g_free);
}

CogFlow *
cog_flow_new (const CogBook *book, const CogFlowSink *sink, gpointer data)
{
  CogFlow *self = g_new0 (CogFlow, 1);

  g_return_val_if_fail (book != NULL && sink != NULL, NULL);

  self->book = book;
  self->sink = sink;
  self->data = data;
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->is_told = g_hash_table_new (NULL, NULL);
  self->pending = g_ptr_array_new_with_free_func (g_free);
  self->grids = g_array_new (FALSE, FALSE, sizeof (CogFlowGrid));
  g_array_set_clear_func (self->grids, grid_clear);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->frames = g_array_new (FALSE, FALSE, sizeof (CogFlowFrame));
  index_targets (self);
  cog_flow_index_notes (self);
  return self;
}

void
cog_flow_free (CogFlow *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->is_told);
  g_ptr_array_unref (self->pending);
  g_array_unref (self->grids);
  g_ptr_array_unref (self->lists);
  g_array_unref (self->frames);
  g_free (self);
}

gboolean
cog_flow_is_target (const CogFlow *self, const char *id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return id != NULL && g_hash_table_contains (self->targets, id);
}

gboolean
cog_flow_passes_over (const CogFlow *self, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  g_return_val_if_fail (self != NULL, FALSE);
  return root != NULL && cog_flow_is_emptied (self, root);
}

gboolean
cog_flow_has_media (const CogFlow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_media;
}

void
cog_flow_begin_block (CogFlow *self, CogFlowBlock *block)
{
  block->begins_item = self->opens_item && block->list != NULL;
  self->opens_item = self->opens_item && block->list == NULL;
  self->at_space = TRUE;
  self->is_pre = block->kind == COG_FLOW_CODE;
  self->sink->begin_block (self->data, block);
  for (guint i = 0; self->sink->anchor != NULL && i < self->pending->len; i++)
    self->sink->anchor (self->data, g_ptr_array_index (self->pending, i));
  g_ptr_array_set_size (self->pending, 0);
}

void
cog_flow_end_block (CogFlow *self, const CogFlowBlock *block)
{
  self->sink->end_block (self->data, block);
  self->is_pre = FALSE;
}

void
cog_flow_note_id (CogFlow *self, const xmlNode *node, gboolean is_in_block)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  if (!cog_flow_is_target (self, id))
    return;
  if (!is_in_block)
    g_ptr_array_add (self->pending, g_steal_pointer (&id));
  else if (self->sink->anchor != NULL)
    self->sink->anchor (self->data, id);
}

void
cog_flow_take_attributes (const xmlNode *node, CogFlowRun *run)
{
  g_autofree char *language = cog_xml_dup_attribute (node, "lang");
  g_autofree char *direction = cog_xml_dup_attribute (node, "dir");

  if (language != NULL && cog_language_is_valid (language))
    {
      run->language = g_intern_string (language);
      run->is_rtl = cog_language_is_rtl (language);
    }
  if (direction != NULL && (g_str_equal (direction, "rtl") || g_str_equal (direction, "ltr")))
    run->is_rtl = g_str_equal (direction, "rtl");
}

/* What a section begins with, before its first element. */
static CogFlowBlock
new_block (const CogFlow *self, const CogSection *section)
{
  CogFlowBlock block = { .kind = COG_FLOW_PARAGRAPH };
  const char *language =
      section != NULL && section->language != NULL ? section->language : self->book->language;

  block.run.language = g_intern_string (language != NULL ? language : "und");
  block.run.is_rtl = cog_language_is_rtl (block.run.language);
  return block;
}

/* A part that only groups says its name nowhere. */
static void
write_heading (CogFlow *self, const CogSection *section)
{
  CogFlowBlock block = new_block (self, section);

  block.kind = COG_FLOW_HEADING;
  block.level = self->section_level;
  cog_flow_begin_block (self, &block);
  cog_flow_write_text (self, cog_markup_get_title (self->book, section), &block.run);
  cog_flow_end_block (self, &block);
}

void
cog_flow_write_section (CogFlow *self, const CogSection *section, guint level)
{
  const xmlNode *root = cog_section_get_root (section);
  CogFlowBlock block;

  g_return_if_fail (self != NULL && section != NULL);

  if (cog_flow_passes_over (self, section))
    return;
  self->section_level = level;
  block = new_block (self, section);
  if (self->sink->begin_section != NULL)
    self->sink->begin_section (self->data, section, level);
  /* Contents lead here. */
  g_ptr_array_add (self->pending, g_strdup (section->id));
  if (cog_markup_needs_heading (section))
    write_heading (self, section);
  if (root == NULL)
    return;
  cog_flow_take_attributes (root, &block.run);
  cog_flow_walk (self, root, &block);
}

static gboolean
write_sections (CogFlow *self,
                const GPtrArray *sections,
                guint level,
                guint n_all,
                guint *n_done,
                const char *sentence,
                const CogProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      cog_progress_tell (progress, (double)(*n_done)++ / n_all, sentence);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cog_flow_write_section (self, section, level);
      if (!write_sections (self, section->children, level + 1, n_all, n_done, sentence, progress,
                           cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_flow_run (CogFlow *self,
              const char *sentence,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) all = cog_book_dup_section_list (self->book);
  guint n_done = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  return write_sections (self, self->book->sections, 1, MAX (1, all->len), &n_done, sentence,
                         progress, cancellable, error);
}

void
cog_flow_write_note (CogFlow *self, const CogFlowNote *note)
{
  CogFlowBlock block = new_block (self, NULL);
  gboolean opens_item = self->opens_item, at_space = self->at_space, is_pre = self->is_pre;

  g_return_if_fail (self != NULL && note != NULL);

  self->opens_item = FALSE;
  self->is_in_note = block.is_in_note = TRUE;
  cog_flow_take_attributes (note->node, &block.run);
  if (cog_vocabulary_is_block_node (cog_xml_first_element (note->node)))
    cog_flow_walk (self, note->node, &block);
  else
    {
      block.node = note->node;
      cog_flow_begin_block (self, &block);
      cog_flow_write_inlines (self, note->node, &block.run);
      cog_flow_end_block (self, &block);
    }
  self->is_in_note = FALSE;
  self->opens_item = opens_item;
  self->at_space = at_space;
  self->is_pre = is_pre;
}

char *
cog_flow_dup_description (const xmlNode *picture)
{
  static const char *const names[] = { "alt", "aria-label", "title" };

  g_return_val_if_fail (picture != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *words = cog_xml_dup_attribute (picture, names[i]);

      if (words != NULL)
        return words;
    }
  if (cog_xml_is (picture, COG_NS_SVG, "svg") && cog_xml_find_child (picture, NULL, "title"))
    return cog_xml_dup_folded_text (cog_xml_find_child (picture, NULL, "title"));
  return g_strdup ("");
}
