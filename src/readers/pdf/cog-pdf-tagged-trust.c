/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

/* Whether a structure tree says more about the text than its look does. */

#define MOST .75 /* of the pages */

static gboolean
is_block (CogPdfType type)
{
  switch ((int)type)
    {
    case COG_PDF_TYPE_PARAGRAPH:
    case COG_PDF_TYPE_HEADING:
    case COG_PDF_TYPE_TITLE:
    case COG_PDF_TYPE_ITEM:
    case COG_PDF_TYPE_ITEM_BODY:
    case COG_PDF_TYPE_LABEL:
    case COG_PDF_TYPE_TABLE_CELL:
    case COG_PDF_TYPE_TABLE_HEADER_CELL:
    case COG_PDF_TYPE_CAPTION:
    case COG_PDF_TYPE_NOTE:
    case COG_PDF_TYPE_FIGURE:
    case COG_PDF_TYPE_FORMULA:
    case COG_PDF_TYPE_CONTENTS_ITEM:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
measure_element (CogPdfTagged *self,
                 const CogPdfElement *element,
                 gboolean is_in_block,
                 GHashTable *counted,
                 CogPdfTrust *trust)
{
  is_in_block |= is_block (element->type);
  trust->n_headings += element->type == COG_PDF_TYPE_HEADING || element->type == COG_PDF_TYPE_TITLE;
  trust->n_paragraphs += element->type == COG_PDF_TYPE_PARAGRAPH;
  trust->n_figures += element->type == COG_PDF_TYPE_FIGURE;
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfKid *kid = &g_array_index (element->kids, CogPdfKid, i);
      guint n = 0;
      const guint *words;

      if (kid->element != NULL)
        {
          measure_element (self, kid->element, is_in_block, counted, trust);
          continue;
        }
      words = cog_pdf_tagged_find_words (self, kid, &n);
      if (words == NULL || !g_hash_table_add (counted, (gpointer)words))
        continue;
      trust->n_known += n;
      trust->n_in_blocks += is_in_block ? n : 0;
    }
}

CogPdfTrust
cog_pdf_tagged_measure (CogPdfTagged *self)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
  CogPdfTrust trust = { 0 };
  guint n_marked = 0;

  g_return_val_if_fail (self != NULL, trust);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const CogPdfTaggedPage *page = g_ptr_array_index (self->pages, i);

      trust.n_pages += page != NULL;
      trust.n_left += page != NULL && page->is_left;
      for (guint k = 0; page != NULL && !page->is_left && k < page->page->words->len; k++)
        trust.n_words += !g_array_index (page->page->words, CogPdfWord, k).is_artifact;
      n_marked += page != NULL ? page->order->len : 0;
    }
  measure_element (self, self->structure->root, FALSE, counted, &trust);
  trust.n_unknown = n_marked - MIN (n_marked, trust.n_known);
  return trust;
}

gboolean
cog_pdf_trust_is_sound (const CogPdfTrust *trust, guint n_outline_entries)
{
  g_return_val_if_fail (trust != NULL, FALSE);

  if (trust->n_words == 0 || trust->n_known < trust->n_words * .9 ||
      trust->n_in_blocks < trust->n_known * .8)
    return FALSE;
  /* What most of the file is, all of it is. */
  if (trust->n_left > trust->n_pages * MOST)
    return FALSE;
  /* Word files without styles: hundreds of paragraphs, and titles that are only large. */
  if (trust->n_headings == 0 && n_outline_entries > 0)
    return FALSE;
  return trust->n_paragraphs < 60 || trust->n_headings * 100 >= trust->n_paragraphs;
}
