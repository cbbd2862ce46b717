/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

/* What a producer always does says nothing of the text. */

/* Whether every cell (or item) that has text has it in a P: then the P is the producer's way, and
 * no paragraph of the author's. */
static gboolean
is_always_wrapped (const CogPdfStructure *structure, CogPdfType first, CogPdfType second)
{
  guint n_wrapped = 0;

  for (guint i = 0; i < structure->all->len; i++)
    {
      const CogPdfElement *element = g_ptr_array_index (structure->all, i);

      if ((element->type != first && element->type != second) || element->kids == NULL)
        continue;
      for (guint k = 0; k < element->kids->len; k++)
        {
          const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, k);

          if (kid->element == NULL ? kid->mcid >= 0
                                   : cog_pdf_type_is_inline (kid->element->type) &&
                                         kid->element->type != COG_PDF_TYPE_LABEL)
            return FALSE;
          n_wrapped += kid->element != NULL && kid->element->type == COG_PDF_TYPE_PARAGRAPH;
        }
    }
  return n_wrapped > 0;
}

static gboolean
is_typewritten (const CogPdfTagged *self)
{
  guint n = 0, n_fixed = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const CogPdfTaggedPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; page != NULL && k < page->page->words->len; k++)
        {
          guint font = g_array_index (page->page->words, CogPdfWord, k).font;

          n++;
          n_fixed +=
              font < self->file->fonts->len && cog_pdf_file_get_font (self->file, font)->is_fixed;
        }
    }
  return n_fixed * 2 > n;
}

void
cog_pdf_tagged_learn_ways (CogPdfTagged *self)
{
  self->wraps_cells =
      is_always_wrapped (self->structure, COG_PDF_TYPE_TABLE_CELL, COG_PDF_TYPE_TABLE_HEADER_CELL);
  self->wraps_items =
      is_always_wrapped (self->structure, COG_PDF_TYPE_ITEM_BODY, COG_PDF_TYPE_ITEM_BODY);
  self->is_typewritten = is_typewritten (self);
}
