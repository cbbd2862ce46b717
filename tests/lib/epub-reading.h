/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"
#include "epub-maker.h"

G_BEGIN_DECLS

/* What these bytes are read as, by the EPUB reader and in normal form. (transfer full) (nullable)
 */
CogBook *epub_read_bytes (GBytes *bytes, CogReport *report, GError **error);
/* The same for the maker's EPUB; frees the maker. */
CogBook *epub_try_read (EpubMaker *maker, CogReport *report, GError **error);
/* The same, which must not fail. (transfer full) */
CogBook *epub_read_made (EpubMaker *maker, CogReport *report);

G_END_DECLS
