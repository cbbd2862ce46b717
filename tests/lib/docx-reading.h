/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"
#include "docx-maker.h"

G_BEGIN_DECLS

/* What the maker's document is read as, by the reader of Word documents and in normal form; frees
 * the maker. (transfer full) (nullable) */
CogBook *docx_try_read (DocxMaker *maker, CogReport *report, GError **error);
/* The text of all its sections, as XHTML. (transfer full) */
char *docx_read_content (DocxMaker *maker, CogReport *report);
/* Whether that has these words; the content is shown where it has not. */
void docx_assert_has (const char *content, const char *words);
void docx_assert_lacks (const char *content, const char *words);

G_END_DECLS
