/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* cog_inline_check(), with what was parsed: a document whose root, a paragraph, has the content.
 * (transfer full) */
xmlDoc *cog_inline_parse (const char *xhtml, GError **error);

G_END_DECLS
