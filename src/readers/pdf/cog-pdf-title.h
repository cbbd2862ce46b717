/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* Whether a title in a file's metadata was meant as one: programs put a name where nobody gave one:
 * the file's, or a template's. */
gboolean cog_pdf_title_is_sound (const char *title);

/* What is set largest on the first page that has text, as a title page has its title; NULL: nothing
 * there is larger than the text of the whole. pages: (element-type CogPdfPage) (nullable elements).
 * (transfer full) (nullable) */
char *cog_pdf_title_find (GPtrArray *pages);

G_END_DECLS
