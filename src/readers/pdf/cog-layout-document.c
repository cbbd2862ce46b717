/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-document.h"

#include "cog-layout-heading.h"
#include "cog-layout-join.h"
#include "cog-layout-margin.h"
#include "cog-layout-parts.h"
#include "cog-pdf-formula.h"
#include "cog-pdf-outline.h"

void
cog_layout_document_free (CogLayoutDocument *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->hyphenated);
  g_array_unref (self->formulas);
  g_array_unref (self->doubts);
  g_hash_table_unref (self->references);
  g_free (self);
}

static void
take_formula (const CogPdfPage *page, CogPdfFormula *formula, GPtrArray *parts)
{
  CogLayoutBlock *block = cog_layout_block_new (COG_LAYOUT_FIGURE, page->number);

  block->box = formula->box;
  block->alt = g_steal_pointer (&formula->text);
  for (guint i = 0; i < formula->words->len; i++)
    ((CogPdfWord *)formula->words->pdata[i])->is_taken = TRUE;
  g_ptr_array_add (parts, block);
}

/* What stands in a table is left to it. */
static void
take_formulas (const CogPdfFile *file, const CogPdfPage *page, GPtrArray *parts, gboolean *in_line)
{
  g_autoptr (GPtrArray) formulas = cog_pdf_formulas_find (file, page);

  for (guint i = 0; i < formulas->len; i++)
    {
      CogPdfFormula *formula = formulas->pdata[i];

      if (formula->beside != NULL)
        {
          cog_pdf_formula_write_in_line (formula, page);
          *in_line = TRUE;
        }
      else
        take_formula (page, formula, parts);
    }
}

/* Figures and tables in a grid find their place among the lines. */
static GPtrArray *
order_page (const CogPdfFile *file,
            const CogPdfPage *page,
            const CogLayoutBody *body,
            gboolean *in_line)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GPtrArray *segments, *lines;

  cog_layout_take_ruled_tables (file, page, body->is_rtl, parts);
  cog_layout_take_open_tables (file, page, body, parts);
  take_formulas (file, page, parts, in_line);
  cog_layout_take_figures (page, parts);
  segments = cog_layout_segments_new (file, page, body->is_rtl);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (segments, cog_layout_line_new_for_block (parts->pdata[i]));
  lines = cog_layout_order (file, segments, body->is_rtl);
  cog_layout_find_drawn_bullets (page, lines);
  return lines;
}

/* Lines of all pages first: how far they stand from each other is known after all were seen. */
static GPtrArray *
make_lines (const CogPdfFile *file, const GPtrArray *pages, CogLayoutBody *body, GArray *formulas)
{
  GPtrArray *by_page = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = pages->pdata[i];
      GPtrArray *lines = NULL;

      if (page != NULL)
        {
          gboolean in_line = FALSE;

          lines = order_page (file, page, body, &in_line);
          if (in_line)
            g_array_append_val (formulas, page->number);
          for (guint k = 0; k < lines->len; k++)
            g_ptr_array_add (all, lines->pdata[k]);
        }
      g_ptr_array_add (by_page, lines);
    }
  cog_layout_measure_leading (all, body);
  return by_page;
}

CogLayoutDocument *
cog_layout_document_new (const CogPdfFile *file, GPtrArray *pages)
{
  CogLayoutDocument *self;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) outline = NULL;

  g_return_val_if_fail (file != NULL && pages != NULL, NULL);

  self = g_new0 (CogLayoutDocument, 1);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_layout_block_free);
  cog_layout_mark_furniture (pages);
  self->n_contents = cog_layout_mark_contents (pages, cog_layout_is_rtl (pages));
  cog_layout_measure (file, pages, &self->body);
  if (!self->body.is_rtl)
    cog_layout_join_initials (pages, &self->body);
  self->hyphenated = cog_layout_collect_hyphenated (pages);
  self->formulas = g_array_new (FALSE, FALSE, sizeof (guint));
  lines = make_lines (file, pages, &self->body, self->formulas);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GPtrArray) blocks = NULL;

      if (lines->pdata[i] == NULL)
        continue;
      cog_layout_find_tables (file, lines->pdata[i], &self->body);
      blocks = cog_layout_blocks_new (lines->pdata[i], &self->body);
      g_ptr_array_set_free_func (blocks, NULL);
      cog_layout_margin_place (blocks);
      for (guint k = 0; k < blocks->len; k++)
        g_ptr_array_add (self->blocks, blocks->pdata[k]);
    }
  outline = cog_pdf_outline_new (file);
  cog_layout_take_captions (self->blocks, &self->body);
  cog_layout_find_headings (self->blocks, outline, &self->body);
  self->references = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  cog_layout_drop_lone_items (self->blocks);
  cog_layout_find_notes (pages, self->blocks, &self->body, self->references);
  self->doubts = cog_layout_doubts_new (pages, self->blocks);
  cog_layout_join_blocks (self->blocks);
  return self;
}
