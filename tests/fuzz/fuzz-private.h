/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "fuzz-target.h"

G_BEGIN_DECLS

/* What all readers have in common: cog-reader-table.c. */
void fuzz_reader (const char *id, const guint8 *data, gsize size);
void fuzz_bids (const char *id, const guint8 *data, gsize size);
/* Of what other programs made of a book, and what is given to them: pandoc itself is not tried. */
void fuzz_pandoc_page (const char *id, const guint8 *data, gsize size);
void fuzz_latex_text (const char *id, const guint8 *data, gsize size);

/* The lower layers. */
void fuzz_container (const char *id, const guint8 *data, gsize size);
void fuzz_credit (const char *id, const guint8 *data, gsize size);
void fuzz_engine_answer (const char *id, const guint8 *data, gsize size);
void fuzz_inline (const char *id, const guint8 *data, gsize size);
void fuzz_licence (const char *id, const guint8 *data, gsize size);
void fuzz_tar (const char *id, const guint8 *data, gsize size);
void fuzz_xml (const char *id, const guint8 *data, gsize size);

/* Parts of readers, and what else comes from outside. */
void fuzz_drawing (const char *id, const guint8 *data, gsize size);
void fuzz_metafile (const char *id, const guint8 *data, gsize size);
void fuzz_pdf_content (const char *id, const guint8 *data, gsize size);
void fuzz_pdf_lexer (const char *id, const guint8 *data, gsize size);
void fuzz_picture (const char *id, const guint8 *data, gsize size);
void fuzz_project (const char *id, const guint8 *data, gsize size);
void fuzz_stream (const char *id, const guint8 *data, gsize size);
/* Glossaries: of TBX, and of tables. */
void fuzz_terms (const char *id, const guint8 *data, gsize size);
void fuzz_tmx (const char *id, const guint8 *data, gsize size);
void fuzz_tex (const char *id, const guint8 *data, gsize size);
void fuzz_oai (const char *id, const guint8 *data, gsize size);
void fuzz_web_address (const char *id, const guint8 *data, gsize size);
void fuzz_web_page (const char *id, const guint8 *data, gsize size);

/* What comes back from other translation tools. */
void fuzz_exchange (const char *id, const guint8 *data, gsize size);

/* What writers make of a book: "write-epub", "write-pdf"… */
void fuzz_writer (const char *id, const guint8 *data, gsize size);

/* Ends the program where the book is not in normal form. */
void fuzz_check_book (CogBook *book);
/* The bytes as text; what is not UTF-8 is made so. (transfer full) */
char *fuzz_dup_text (const guint8 *data, gsize size);

G_END_DECLS
