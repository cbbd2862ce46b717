/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-file.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Tells what of a PDF is no text and no picture, and so is not in the book: scripts, actions that
 * leave the file, fields of forms, comments, attached files, sounds, films and 3D models (ISO
 * 32000-1, 12.5 to 12.7, 13). Each kind once, with how many there are and on which pages. Nothing
 * of it is run or opened. */
void cog_pdf_dropped_report (const CogPdfFile *file, CogReport *report, GCancellable *cancellable);

G_END_DECLS
