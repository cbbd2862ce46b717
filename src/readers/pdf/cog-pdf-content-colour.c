/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"
#include "cog-pdf-handles.h"

#include <string.h>

/* ISO 32000-1, 8.6: near enough to tell white from black and one shade from another. */

#define UNKNOWN 0x808080 /* a pattern, or a colour with a name */

static guint32
make_colour (double red, double green, double blue)
{
  return (guint32)(CLAMP (red, 0, 1) * 255 + .5) << 16 |
         (guint32)(CLAMP (green, 0, 1) * 255 + .5) << 8 | (guint32)(CLAMP (blue, 0, 1) * 255 + .5);
}

/* The numbers that stand before the operator: grey, RGB or CMYK by how many there are. */
static guint32
read_colour (const CogPdfRun *run)
{
  double n[4];

  for (guint i = 0; i < 4; i++)
    n[i] = cog_pdf_lexer_get_number (run->lexer, i);
  switch (run->lexer->operands->len)
    {
    case 1:
      return make_colour (n[0], n[0], n[0]);
    case 3:
      return make_colour (n[0], n[1], n[2]);
    case 4:
      return make_colour ((1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]),
                          (1 - n[2]) * (1 - n[3]));
    default:
      return UNKNOWN;
    }
}

/* Whether the numbers of a colour space are amounts of light or of the four inks. */
static gboolean
is_plain_space (const CogPdfRun *run)
{
  static const char *const others[] = {
    "Separation", "DeviceN", "Indexed", "Pattern", "Lab", NULL
  };
  const CogPdfOperand *operand = cog_pdf_lexer_get (run->lexer, 0);
  CogPdfHandles handles;
  g_autofree char *key = NULL;
  qpdf_oh space;
  const char *family;
  gboolean is_plain;

  if (operand == NULL || operand->type != COG_PDF_OPERAND_NAME)
    return FALSE;
  handles = cog_pdf_handles_begin (run->qpdf);
  key = g_strconcat ("/", cog_pdf_lexer_get_bytes (run->lexer, operand), NULL);
  space =
      cog_pdf_get_key (run->qpdf, cog_pdf_get_key (run->qpdf, run->resources, "/ColorSpace"), key);
  if (qpdf_oh_is_array (run->qpdf, space) && qpdf_oh_get_array_n_items (run->qpdf, space) > 0)
    space = qpdf_oh_get_array_item (run->qpdf, space, 0);
  family = cog_pdf_get_name (run->qpdf, space);
  is_plain = !g_strv_contains (others, family != NULL ? family : key + 1);
  cog_pdf_handles_end (&handles);
  return is_plain;
}

gboolean
cog_pdf_run_do_colour (CogPdfRun *run, const char *op)
{
  CogPdfState *state = &run->state;

  if (strcmp (op, "g") == 0 || strcmp (op, "rg") == 0 || strcmp (op, "k") == 0)
    state->fill = read_colour (run);
  else if (strcmp (op, "G") == 0 || strcmp (op, "RG") == 0 || strcmp (op, "K") == 0)
    state->stroke = read_colour (run);
  else if (strcmp (op, "cs") == 0)
    {
      state->is_fill_plain = is_plain_space (run);
      state->fill = state->is_fill_plain ? 0 : UNKNOWN;
    }
  else if (strcmp (op, "CS") == 0)
    {
      state->is_stroke_plain = is_plain_space (run);
      state->stroke = state->is_stroke_plain ? 0 : UNKNOWN;
    }
  else if (strcmp (op, "sc") == 0 || strcmp (op, "scn") == 0)
    state->fill = state->is_fill_plain ? read_colour (run) : UNKNOWN;
  else if (strcmp (op, "SC") == 0 || strcmp (op, "SCN") == 0)
    state->stroke = state->is_stroke_plain ? read_colour (run) : UNKNOWN;
  else
    return FALSE;
  return TRUE;
}
