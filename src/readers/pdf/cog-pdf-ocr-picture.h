/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-file.h"

G_BEGIN_DECLS

/* What a page shows, in grey, for text recognition: PGM (8 bits). resolution: (out): pixels an
 * inch. page: from 1. (transfer full) (nullable): it cannot be drawn, or is so large that no letter
 * could be read within what a picture may have of pixels. */
GBytes *cog_pdf_ocr_picture_new (const CogPdfFile *file, guint page, guint *resolution);

G_END_DECLS
