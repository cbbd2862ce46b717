/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * CogPdfAdvance:
 *
 * How far the characters of a font move the pen (ISO 32000-1, 9.2.4 and 9.7.4.3): enough of a font
 * to know where each piece of text begins. What the characters say is left to poppler, but for what
 * it gets wrong.
 */
typedef struct
{
  float *widths; /* by code or CID; in text space: of a font of size 1 */
  guint n_widths;
  float otherwise;
  guint n_bytes; /* of a character: 1 or 2 */
  gboolean is_vertical;
  GHashTable *ligatures; /* see cog-pdf-ligature.h (nullable) */
  GHashTable *lost;      /* codes: cog_pdf_ligatures_find_lost() (nullable) */
  gboolean is_arabic;    /* it has letters that join others */
  guint number;          /* among the fonts of the document, from 1 */
} CogPdfAdvance;

/* font: its dictionary. (transfer full) */
CogPdfAdvance *cog_pdf_advance_new (qpdf_data qpdf, qpdf_oh font);
void cog_pdf_advance_free (CogPdfAdvance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfAdvance, cog_pdf_advance_free)

G_END_DECLS
