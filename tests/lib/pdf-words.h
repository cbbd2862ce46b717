/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The text of a file as poppler's pdftotext gives it; NULL where that is not installed.
 * (transfer full) (nullable) */
char *pdf_words_extract (const char *path);
/* The share, 0 to 1, of the words of wanted that found has as well: words of three letters and
 * more; of scripts without spaces pieces of four letters. Some that are missing are told; place
 * says of what. */
double pdf_words_compare (const char *wanted, const char *found, const char *place);
