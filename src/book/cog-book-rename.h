/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A copy in which elements and sections have other ids: id → its new name; those that are not in
 * it keep theirs. All that refers to them follows. (element-type utf8 utf8) (transfer full) */
CogBook *cog_book_new_renamed (const CogBook *book, GHashTable *ids);

G_END_DECLS
