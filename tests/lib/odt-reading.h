/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"
#include "odt-maker.h"

G_BEGIN_DECLS

/* A book from the package, by the reader of OpenDocument texts and in normal form; frees the maker.
 * options (nullable) (transfer full) (nullable) */
CogBook *
odt_try_read (OdtMaker *maker, const CogReadingOptions *options, CogReport *report, GError **error);
/* The same of bytes. */
CogBook *odt_try_read_bytes (GBytes *bytes,
                             const CogReadingOptions *options,
                             CogReport *report,
                             GError **error);
/* The text of all sections of a book, as XHTML. (transfer full) */
char *odt_dup_content (CogBook *book);
/* The same of a maker. */
char *odt_read_content (OdtMaker *maker, CogReport *report);

G_END_DECLS
