/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-source.h"

G_BEGIN_DECLS

/* What is known of a file that was fetched from the web beyond what stands in it: its address, the
 * day, and what the server or a repository's catalogue says of its title, its makers and its
 * rights. It lies beside the file as "NAME.source.json", a credit in JSON, so that a fetched file
 * that is imported later is credited the same. */

/* (transfer full) */
char *cog_web_record_dup_path (const char *file);
gboolean cog_web_record_write (const char *file, const CogCredit *credit, GError **error);

/* Adds what the record beside the source says to a book that was read from it. Its statements are
 * evidence like any other; what the book says of itself stays, but for the title and makers of
 * formats whose own are often a file's and a login's name. Nothing where there is no record, or
 * where it is damaged: the book is whole without it. reader: the id of the one that read it. */
void cog_web_record_apply (CogBook *book, CogSource *source, const char *reader, CogReport *report);

G_END_DECLS
