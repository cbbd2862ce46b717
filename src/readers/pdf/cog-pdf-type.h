/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-structure.h"

G_BEGIN_DECLS

/* The standard type of that name; FALSE: it is none. level: of headings. */
gboolean cog_pdf_type_lookup (const char *name, CogPdfType *type, guint *level);

/* The type of an element that a file calls by its own name: by the role map of its namespace (ISO
 * 32000-2, 14.7.4), else by the tree's (14.7.3). roles: of the tree, or null. */
CogPdfType cog_pdf_type_resolve (
    qpdf_data qpdf, qpdf_oh element, qpdf_oh roles, const char **name, guint *level);

G_END_DECLS
