/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Drawing programs declare names for their namespaces in the document type (<!ENTITY ns_svg "…">)
 * and use them in the root's attributes. They are put in as text and the declarations taken out;
 * one that refers to another, or that is long, is left unresolved: nothing can multiply. NULL where
 * the file declares none. (transfer full) (nullable) */
GBytes *cog_drawing_expand_entities (GBytes *bytes);

G_END_DECLS
