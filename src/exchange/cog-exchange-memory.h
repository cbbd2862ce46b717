/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-plan.h"

G_BEGIN_DECLS

/* A translation memory (TMX) laid over a book: what is not translated, and of which each sentence
 * stands in the file word for word, would be filled; not confirmed, as nobody has seen it here. */
gboolean cog_exchange_plan_read_memory (CogExchangePlan *self,
                                        const char *path,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
