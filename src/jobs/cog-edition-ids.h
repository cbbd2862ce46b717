/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book-alignment.h"

G_BEGIN_DECLS

/* What the ids of a book's new edition are to be, so that what is the same passage has the id that
 * it has in the old one, and nothing else has: id of the new edition → that. Both in one language.
 * (transfer full) (element-type utf8 utf8) (nullable): it was cancelled */
GHashTable *cog_edition_ids_new (const CogBook *before,
                                 const CogBook *after,
                                 const CogProgress *progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
