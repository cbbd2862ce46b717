/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-pages.h"

G_BEGIN_DECLS

/* The section that is nothing but the cover's picture, which then opens the edition and is not set
 * where it stands. (transfer none) (nullable) */
const CogSection *cog_pdf_cover_find_section (const CogBook *book);
/* The cover on a page of its own, as large as the paper; pages is (transfer full). NULL where the
 * book has none. */
CogPdfFlow *cog_pdf_cover_new (CogPdfComposer *composer, GPtrArray **pages);

G_END_DECLS
