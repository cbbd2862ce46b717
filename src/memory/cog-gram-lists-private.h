/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts of an index, one after another. */
typedef struct
{
  char *bytes; /* folded UTF-8, without ends */
  gsize size;
  gsize room;
  GArray *starts;  /* guint32, one more than there are texts */
  GArray *lengths; /* guint16: characters, at most G_MAXUINT16 */
  GArray *ids;     /* gint64; COG_GRAM_REMOVED: is no longer there */
} CogGramTexts;

#define COG_GRAM_REMOVED G_MININT64

static inline const char *
cog_gram_texts_get (const CogGramTexts *texts, guint slot, gsize *n_bytes)
{
  guint32 start = g_array_index (texts->starts, guint32, slot);

  *n_bytes = g_array_index (texts->starts, guint32, slot + 1) - start;
  return texts->bytes + start;
}

/**
 * CogGramLists:
 *
 * For each sequence of three characters, the texts of a range that have it: their numbers in
 * ascending order, as differences of 7 bits a byte. Sequences are known by a hash of some bits; two
 * that share one are taken for the same, which costs a candidate, never a result.
 */
typedef struct
{
  guint first;   /* slot of the first text */
  guint n;       /* texts */
  guint mask;    /* of the hash */
  gsize *starts; /* mask + 2 places in bytes */
  guint8 *bytes;
} CogGramLists;

CogGramLists *cog_gram_lists_new (const CogGramTexts *texts, guint first, guint n);
void cog_gram_lists_free (CogGramLists *self);
gsize cog_gram_lists_get_size (const CogGramLists *self);

/* Hashes of a text's sequences, in its order, repeated where they are: 32 bits each, to be masked.
 * Its begin and its end count as characters, so that every text has one. */
void cog_gram_hash (const char *text, gsize n_bytes, GArray *hashes);

/* counts: a byte for each text of the range, set to how many of the text's rarest sequences it has.
 * Returns of how many. */
guint cog_gram_lists_count (const CogGramLists *self, GArray *hashes, guint8 *counts);

G_END_DECLS
