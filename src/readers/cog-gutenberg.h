/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* What Project Gutenberg sets around a book is not the book: takes it out of content, from the top
 * to the line that says START, and from the line that says END; in an EPUB these stand in different
 * files. */
void cog_gutenberg_remove (xmlNode *content);

G_END_DECLS
