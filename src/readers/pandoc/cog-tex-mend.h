/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a comment begins in a line; end where there is none. */
const char *cog_tex_find_comment (const char *line, const char *end);

/* A text in which each environment that begins ends, and the other way: an end without a beginning
 * is dropped, an end that is missing is put in. mended (out): how many. (transfer full) */
char *cog_tex_balance (const char *text, guint *mended);

/* A text in which headings stand as LaTeX has them, though the book calls them by macros of its own
 * that are not there: \olsection{…}, \mychapter[…]{…}{Title}. (transfer full) */
char *cog_tex_name_headings (const char *text);

G_END_DECLS
