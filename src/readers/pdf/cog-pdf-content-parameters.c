/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"
#include "cog-pdf-handles.h"

#include <string.h>

/* ISO 32000-1, 8.4.5: parameters of the graphics state from a dictionary. */

/* Whether what is painted from now on lets see what is below: by its alpha, a mask or a way of
 * blending (11.3.5, 11.6.4). What a dictionary does not name stays as it was. */
static void
take_transparency (CogPdfRun *run, qpdf_oh parameters)
{
  qpdf_oh alpha = cog_pdf_get_key (run->qpdf, parameters, "/ca");
  qpdf_oh mask = cog_pdf_get_key (run->qpdf, parameters, "/SMask");
  qpdf_oh blend = cog_pdf_get_key (run->qpdf, parameters, "/BM");
  const char *mode;

  if (!qpdf_oh_is_null (run->qpdf, alpha))
    run->state.is_see_through = cog_pdf_get_number (run->qpdf, alpha, 1) < 1;
  if (qpdf_oh_is_dictionary (run->qpdf, mask) || qpdf_oh_is_array (run->qpdf, blend))
    run->state.is_see_through = TRUE;
  mode = cog_pdf_get_name (run->qpdf, blend);
  if (mode != NULL && strcmp (mode, "Normal") != 0 && strcmp (mode, "Compatible") != 0)
    run->state.is_see_through = TRUE;
}

gboolean
cog_pdf_run_do_parameters (CogPdfRun *run, const char *op)
{
  const CogPdfOperand *operand = cog_pdf_lexer_get (run->lexer, 0);
  CogPdfHandles handles;
  g_autofree char *key = NULL;

  if (strcmp (op, "gs") != 0)
    return FALSE;
  if (operand == NULL || operand->type != COG_PDF_OPERAND_NAME)
    return TRUE;
  handles = cog_pdf_handles_begin (run->qpdf);
  key = g_strconcat ("/", cog_pdf_lexer_get_bytes (run->lexer, operand), NULL);
  take_transparency (
      run,
      cog_pdf_get_key (run->qpdf, cog_pdf_get_key (run->qpdf, run->resources, "/ExtGState"), key));
  cog_pdf_handles_end (&handles);
  return TRUE;
}
