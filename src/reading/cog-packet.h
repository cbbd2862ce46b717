/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values one after the other in bytes, for another process of this same computer: numbers in its
 * own byte order, texts with their length before them. */
void cog_pack_number (GByteArray *bytes, guint32 number);
void cog_pack_real (GByteArray *bytes, double number);
/* text: (nullable). What is not UTF-8 is made so: the receiver takes nothing else. */
void cog_pack_text (GByteArray *bytes, const char *text);

/**
 * CogUnpack:
 *
 * A place in bytes that somebody hostile may have made. Whatever is asked past their end, or is not
 * what was asked for, sets is_bad, and from then on every answer is 0 or NULL: one look at the end
 * is enough.
 */
typedef struct
{
  const guint8 *data; /* borrowed */
  gsize size, at;
  gboolean is_bad;
} CogUnpack;

guint32 cog_unpack_number (CogUnpack *unpack);
/* At most limit; else it is bad. */
guint32 cog_unpack_limited (CogUnpack *unpack, guint32 limit);
gboolean cog_unpack_boolean (CogUnpack *unpack);
double cog_unpack_real (CogUnpack *unpack); /* finite */
/* Valid UTF-8 without a NUL in it. (transfer full) (nullable) */
char *cog_unpack_dup_text (CogUnpack *unpack);
/* The same, where there must be one: never NULL. (transfer full) */
char *cog_unpack_dup_needed (CogUnpack *unpack);
/* Whether all was read and all of it was good. */
gboolean cog_unpack_is_done (const CogUnpack *unpack);

G_END_DECLS
