/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-markup.h"
#include "cog-output.h"
#include "cog-progress.h"
#include "cog-writer.h"

G_BEGIN_DECLS

/* Where the looks come from. */
typedef enum
{
  COG_HTML_EMBEDDED, /* in the page itself */
  COG_HTML_BESIDE,   /* book.css and web.css beside the page */
} CogHtmlStyle;

/* From the document type to the way to the text. kind: class of the body, "book", "index" or
 * "page": of the first two there is one in an edition, and it carries the whole record of rights.
 */
void cog_html_begin_page (GString *out,
                          const CogMarkup *markup,
                          const char *title,
                          const char *language,
                          const char *kind,
                          CogHtmlStyle style);
void cog_html_end_page (GString *out);
/* What web.css says besides in large print. */
void cog_html_append_large (GString *out);
/* Title and people. */
void cog_html_append_header (GString *out, const CogBook *book);
/* An address for each section. (transfer full) */
typedef char *(*CogHtmlAddress) (const CogSection *section, gpointer data);
void
cog_html_append_contents (GString *out, const CogBook *book, CogHtmlAddress address, gpointer data);
/* The whole statement of rights, below the text. */
void cog_html_append_rights (GString *out, const CogBook *book);

/* The book as a page a section, with a first page, looks and files. script: the name of one that
 * each page runs (nullable). Returns: which page each section is (element-type CogSection utf8)
 * (transfer full); NULL with an error */
GHashTable *cog_site_write (const CogBook *book,
                            const CogWriterOptions *options,
                            CogOutput *output,
                            const char *script,
                            CogReport *report,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
