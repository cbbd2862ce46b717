/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-private.h"

#include "cog-layout-document.h"
#include "cog-layout-write.h"
#include "cog-pdf-reading-findings.h"
#include "cog-xml.h"

static guint
find_chapter_level (const CogPdfReading *r, const GPtrArray *blocks)
{
  guint counts[7] = { 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_HEADING)
        counts[MIN (block->level, 6)]++;
    }
  return cog_pdf_sections_find_level (r->file->n_pages, counts);
}

static xmlNode *
add_body (CogPdfReading *r, const CogLayoutBody *body)
{
  xmlNode *node = cog_pdf_sections_add (r->sections);

  if (body->is_rtl)
    cog_xml_set (node, "dir", "rtl");
  return node;
}

/* At the foot of a page or column a note stands between two parts of a text that goes on: it is
 * read after its section. */
static void
put_notes_last (GPtrArray *blocks, guint first, guint end)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  guint to = first;

  for (guint i = first; i < end; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_NOTE)
        g_ptr_array_add (notes, block);
      else
        blocks->pdata[to++] = block;
    }
  for (guint i = 0; i < notes->len; i++)
    blocks->pdata[to++] = notes->pdata[i];
}

static void
write_sections (CogPdfReading *r, const CogLayoutDocument *document)
{
  GPtrArray *blocks = document->blocks;
  guint level = find_chapter_level (r, blocks), first = 0;

  for (guint i = 0; i <= blocks->len; i++)
    {
      const CogLayoutBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;

      if (block != NULL &&
          (i == first || block->kind != COG_LAYOUT_HEADING || level == 0 || block->level > level))
        continue;
      if (i > first)
        {
          put_notes_last (blocks, first, i);
          cog_layout_write (r->xhtml, add_body (r, &document->body), blocks, first, i,
                            &document->body, document->hyphenated);
        }
      first = i;
    }
}

/* The text as it is laid out, where no tags tell more. */
gboolean
cog_pdf_reading_write_laid_out (CogPdfReading *r, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogLayoutDocument) document = cog_layout_document_new (r->file, r->pages);

  if (document->n_contents > 0)
    cog_report_add (r->report, &cog_finding_contents_pages, r->file->name, NULL, NULL);
  g_hash_table_unref (r->xhtml->references);
  r->xhtml->references = g_hash_table_ref (document->references);
  if (!cog_pdf_reading_cut_figures (r, document->blocks, cancellable, error))
    return FALSE;
  write_sections (r, document);
  cog_pdf_xhtml_link (r->xhtml, xmlDocGetRootElement (r->xhtml->document));
  cog_pdf_report_pages (r->report, &cog_finding_formulas_in_line, document->formulas);
  cog_pdf_report_doubts (r->report, document->doubts);
  return TRUE;
}
