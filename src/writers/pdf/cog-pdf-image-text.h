/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-composer.h"

G_BEGIN_DECLS

/* What stands for a picture for those who do not see it: alt; the title of a drawing; the caption
 * of its figure; at last the word for a picture. NULL where it only decorates (alt=""). (transfer
 * full) (nullable) */
char *cog_pdf_dup_alt (const CogPdfComposer *composer, const xmlNode *node);
/* The size in points that the element's width and height ask for, where they do. */
void cog_pdf_apply_size (const xmlNode *node, double *width, double *height);

G_END_DECLS
