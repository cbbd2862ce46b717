/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"

G_BEGIN_DECLS

/* The title page, from the book's credit. */
CogPdfFlow *cog_pdf_front_new_title (CogPdfComposer *composer);
/* The contents and (transfer full) their pages; NULL where there are not two lines to list. Lines
 * get the numbers of their pages later. */
CogPdfFlow *
cog_pdf_front_new_contents (CogPdfComposer *composer, GArray *entries, GPtrArray **pages);
/* offset: pages that come to be before those drawn after the first n_front ones. */
void cog_pdf_front_number_contents (CogPdfComposer *composer,
                                    CogPdfFlow *flow,
                                    const CogPdfCanvas *canvas,
                                    guint n_front,
                                    guint offset);

G_END_DECLS
