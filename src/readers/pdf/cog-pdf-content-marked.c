/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"
#include "cog-pdf-handles.h"
#include "cog-pdf-ligature.h"

#include <string.h>

/* ISO 32000-1, 14.6: marked content. */

#define MAX_MARKED 512 /* in each other */

const CogPdfMarked *
cog_pdf_run_get_marked (const CogPdfRun *run)
{
  static const CogPdfMarked none = { -1, FALSE };

  return run->marked->len > 0 ? &g_array_index (run->marked, CogPdfMarked, run->marked->len - 1)
                              : &none;
}

static void
push_marked (CogPdfRun *run, CogPdfMarked marked)
{
  if (run->marked->len < MAX_MARKED)
    g_array_append_val (run->marked, marked);
}

static qpdf_oh
find_properties (const CogPdfRun *run, const CogPdfOperand *name)
{
  g_autofree char *key = g_strconcat ("/", cog_pdf_lexer_get_bytes (run->lexer, name), NULL);

  return cog_pdf_get_key (run->qpdf, cog_pdf_get_key (run->qpdf, run->resources, "/Properties"),
                          key);
}

/* Chromium writes what each glyph stands for beside it, in UTF-16. */
static gboolean
read_ligature (const CogPdfRun *run, CogPdfLigature *ligature)
{
  const CogPdfOperand *text = cog_pdf_lexer_find_value (run->lexer, "ActualText");
  const guint8 *bytes;

  if (text == NULL || text->type != COG_PDF_OPERAND_STRING || text->length < 6)
    return FALSE;
  bytes = (const guint8 *)cog_pdf_lexer_get_bytes (run->lexer, text);
  return bytes[0] == 0xfe && bytes[1] == 0xff &&
         cog_pdf_ligature_read (bytes + 2, text->length - 2, ligature);
}

/* 14.6: an artifact is nothing of the text, whatever it stands in; a piece with an id in it is. */
void
cog_pdf_run_begin_marked (CogPdfRun *run, gboolean has_properties)
{
  const CogPdfOperand *tag = cog_pdf_lexer_get (run->lexer, 0);
  const CogPdfOperand *second = has_properties ? cog_pdf_lexer_get (run->lexer, 1) : NULL;
  const CogPdfOperand *value =
      second != NULL ? cog_pdf_lexer_find_value (run->lexer, "MCID") : NULL;
  CogPdfMarked marked = *cog_pdf_run_get_marked (run);
  double mcid = -1;

  if (tag != NULL && tag->type == COG_PDF_OPERAND_NAME &&
      strcmp (cog_pdf_lexer_get_bytes (run->lexer, tag), "Artifact") == 0)
    marked = (CogPdfMarked){ -1, TRUE, { 0 } };
  if (value != NULL && value->type == COG_PDF_OPERAND_NUMBER)
    mcid = value->number;
  else if (second != NULL && second->type == COG_PDF_OPERAND_NAME)
    {
      CogPdfHandles handles = cog_pdf_handles_begin (run->qpdf);

      mcid = cog_pdf_get_number (
          run->qpdf, cog_pdf_get_key (run->qpdf, find_properties (run, second), "/MCID"), -1);
      cog_pdf_handles_end (&handles);
    }
  if (mcid >= 0 && mcid < COG_PDF_FORM_STEP)
    marked = (CogPdfMarked){ run->form + (int)mcid, FALSE, { 0 } };
  if (second == NULL || !read_ligature (run, &marked.ligature))
    marked.ligature.n = 0;
  push_marked (run, marked);
}
