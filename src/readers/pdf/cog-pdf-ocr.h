/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"
#include "cog-progress.h"
#include "cog-reading-options.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Pages whose text is to be recognized on their pictures. */
typedef struct
{
  CogPdfFile *file;
  GPtrArray *pages;      /* (element-type CogPdfPage) (nullable elements): all of the file's */
  const GArray *numbers; /* (element-type guint): which of them; rising */
  const CogReadingOptions *options;
  const char *language; /* that the file tells (nullable) */
  CogReport *report;
} CogPdfOcr;

/* What was found takes the place of what the pages had. left: (out): gets the numbers of those that
 * are as they were, for there is no program or no data to read them, or nothing to be read; all of
 * it is reported. FALSE: it was cancelled. */
gboolean cog_pdf_ocr_read (const CogPdfOcr *ocr,
                           GArray *left,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
