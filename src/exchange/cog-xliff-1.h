/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"

G_BEGIN_DECLS

/* OASIS, "XLIFF Version 1.2" (2008): https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html */
#define COG_NS_XLIFF_1 "urn:oasis:names:tc:xliff:document:1.2"

/* The kind of context in which our record of a unit stands. */
#define COG_XLIFF_1_BASE "x-cognate-base"

gboolean cog_xliff_1_is_mine (const char *text, gsize n_bytes);
gboolean cog_xliff_1_read (const char *text,
                           gsize n_bytes,
                           const char *name,
                           const CogExchangeReceiver *receiver,
                           GError **error);

G_END_DECLS
