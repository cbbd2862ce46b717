/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "book.css": how text looks, in an EPUB and on the web. "web.css": the page around it, on the web
 * only; a reading system has its own. (transfer none): from the program itself, length in bytes. */
const char *cog_stylesheet_get (const char *name, gsize *length);

G_END_DECLS
