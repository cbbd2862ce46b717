/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* A page of a scan, alone in a PDF of its own: the picture of it that is yet to be drawn
 * (cog-lone-page.h). All of it stands there as it does in the file, unread, which takes a hundredth
 * of the time of drawing it. */

/* page: from 1. (transfer full) (nullable): NULL where the page alone would not look as it does in
 * its file (forms, layers that are not shown), or would be no smaller than many pages are */
GBytes *cog_pdf_lone_page_new (const CogPdfFile *file, guint page);

G_END_DECLS
