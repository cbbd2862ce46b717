/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/**
 * cog_pdf_figure_cut:
 * @page: from 1
 * @box: what is cut out of the page
 * @picture: (nullable): the picture of the file that fills it
 *
 * A photograph comes as it stands in the file, with what it says of its author; vector art as SVG
 * where that is small; the rest as PNG of 200 pixels an inch.
 *
 * Returns: (transfer full) (nullable): NULL where it cannot be drawn
 */
GBytes *cog_pdf_figure_cut (const CogPdfFile *file,
                            guint page,
                            const CogPdfBox *box,
                            const CogPdfPicture *picture);

/* A photograph as it stands in the file. (transfer full) (nullable): it is none that could be */
GBytes *cog_pdf_figure_take_jpeg (const CogPdfFile *file, const CogPdfPicture *picture);

/* How many pixels that has which _cut() draws of a page for a picture of that resolution. */
void cog_pdf_figure_measure (
    const CogPdfPage *page, const CogPdfBox *box, double resolution, guint *width, guint *height);

G_END_DECLS
