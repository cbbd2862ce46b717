/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-writer.h"

#include <qpdf/qpdf-c.h>

/* Two chapters with all that a text has: links, a note, lists, a formula, a table. */
extern const char *const pdf_file_chapters[];

/* A book with a section a chapter, each of that inner XHTML. */
CogBook *pdf_file_make_book (const char *language, const char *title, const char *const *chapters);
/* Writes it under name in the working folder, and gives the name. (transfer full) */
char *pdf_file_write (const CogBook *book, const char *name, CogPaper paper);
char *pdf_file_write_with (const CogBook *book, const char *name, const CogWriterOptions *options);
qpdf_data pdf_file_open (const char *path);
/* Everything in the file as text, without compression, to look for words in. */
char *pdf_file_dump (qpdf_data qpdf);
guint pdf_file_count (const char *text, const char *word);
