/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"

G_BEGIN_DECLS

/* Categories of notes: what people say to each other about a unit, and why it was adapted. */
#define COG_XLIFF_NOTE "note"
#define COG_XLIFF_REASON "reason"

gboolean cog_xliff_2_is_mine (const char *text, gsize n_bytes);
gboolean cog_xliff_2_read (const char *text,
                           gsize n_bytes,
                           const char *name,
                           const CogExchangeReceiver *receiver,
                           GError **error);

G_END_DECLS
