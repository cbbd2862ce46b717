/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * CogPdfHandles:
 *
 * libqpdf keeps every object that was asked for until its handle is released. All handles that are
 * made between two points are released at once: they are numbers that count up.
 */
typedef struct
{
  qpdf_data qpdf;
  qpdf_oh first;
} CogPdfHandles;

CogPdfHandles cog_pdf_handles_begin (qpdf_data qpdf);
void cog_pdf_handles_end (const CogPdfHandles *handles);

/* A key of a dictionary or of a stream's dictionary; null where it is neither. */
qpdf_oh cog_pdf_get_key (qpdf_data qpdf, qpdf_oh object, const char *key);
/* A key that a page has from the nodes above it (ISO 32000-1, 7.7.3.4). */
qpdf_oh cog_pdf_get_inherited (qpdf_data qpdf, qpdf_oh page, const char *key);
double cog_pdf_get_number (qpdf_data qpdf, qpdf_oh object, double otherwise);
/* n numbers of an array. FALSE: it has fewer, or others than numbers. */
gboolean cog_pdf_get_numbers (qpdf_data qpdf, qpdf_oh array, double *numbers, int n);
/* A name without its slash; NULL: it is none. Valid until the next call for a name. (nullable) */
const char *cog_pdf_get_name (qpdf_data qpdf, qpdf_oh object);
/* A text string (7.9.2.2) as UTF-8; NULL: it is none, or empty. (transfer full) (nullable) */
char *cog_pdf_dup_text (qpdf_data qpdf, qpdf_oh object);

G_END_DECLS
