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

G_END_DECLS
