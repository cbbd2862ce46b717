/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory-entry.h"

G_BEGIN_DECLS

/* The pairs of a unit. source_language: the header's (nullable). has_strange: set to TRUE where
 * codes of other programs are kept as placeholders. NULL with an error where the unit is damaged.
 * (transfer full) (element-type CogMemoryEntry) */
GPtrArray *cog_tmx_unit_parse (const char *text,
                               gsize n_bytes,
                               const char *source_language,
                               gboolean *has_strange,
                               GError **error);
/* The source language of a header; NULL where it says none, or "*all*". (transfer full) */
char *cog_tmx_header_dup_language (const char *text, gsize n_bytes);

/* Seconds since 1970 as "20261122T093300Z", and back; 0: none, or not understood. */
char *cog_tmx_dup_date (gint64 date);
gint64 cog_tmx_read_date (const char *text);

G_END_DECLS
