/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-file.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  guint level; /* from 1 */
  guint page;  /* from 1; 0: it leads nowhere */
} CogPdfOutlineEntry;

/* The bookmarks of a document, in order; bounded, whatever it claims.
 * (transfer full) (element-type CogPdfOutlineEntry) */
GArray *cog_pdf_outline_new (const CogPdfFile *file);

G_END_DECLS
