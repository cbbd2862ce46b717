/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-xhtml.h"

G_BEGIN_DECLS

/* Writes blocks into parent: lists are made of items that follow each other.
 * blocks: (element-type CogLayoutBlock); hyphenated: see cog_layout_pieces_new() */
void cog_layout_write (CogPdfXhtml *xhtml,
                       xmlNode *parent,
                       GPtrArray *blocks,
                       guint first,
                       guint end,
                       const CogLayoutBody *body,
                       GHashTable *hyphenated);

G_END_DECLS
