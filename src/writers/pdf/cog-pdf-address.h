/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-inlines-private.h"

G_BEGIN_DECLS

/* On paper a link leads nowhere: in the pages on rights the address of each source and each item is
 * written out where its title stands first, once in the whole book (rules.md §3.3). Licences have a
 * list of their addresses: theirs are not repeated with each name. */

/* The addresses that are to be written out: of the sources, of those behind them, of the items.
 * (transfer full) (element-type utf8) */
GHashTable *cog_pdf_addresses_new (const CogBook *book);

/* A link ends: its address waits for the marks that close the title, “Rivers” (https://…). */
void cog_pdf_address_note (CogPdfInlines *inlines, const xmlNode *link);
/* Text follows: how many of its bytes are such marks, where an address waits; else 0. */
gsize cog_pdf_address_measure_marks (const CogPdfInlines *inlines, const char *text);
/* Text as it is to be written: where lines run from right to left, the "https://" of an address
 * stays with what follows, for it would stand at the wrong end. NULL: as it is. (transfer full)
 * (nullable) */
char *cog_pdf_address_dup_held (const CogPdfInlines *inlines, const char *text);
/* Writes what waits. */
void cog_pdf_address_flush (CogPdfInlines *inlines);

G_END_DECLS
