/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A segment as the memory compares it: composed (NFC), in lower case, a run of white space as one
 * space, without soft hyphens and marks of direction. Accents count: they tell words apart, as
 * pêche and péché. (transfer full) */
char *cog_segment_fold (const char *text);

/* 64 bits of a text, the same on every machine and in every version: they are stored. */
guint64 cog_segment_hash (const char *text);
/* The same of several texts; next is where the hash of those before goes in. */
guint64 cog_segment_hash_more (guint64 before, const char *text);

G_END_DECLS
