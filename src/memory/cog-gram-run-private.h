/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that come one by one, one after another. */
typedef struct
{
  char *bytes; /* folded UTF-8, without ends */
  gsize size;
  gsize room;
  GArray *starts;  /* guint32, one more than there are texts */
  GArray *lengths; /* guint16: characters, at most G_MAXUINT16 */
  GArray *ids;     /* gint64 */
} CogGramTexts;

/* FALSE: there is no room (4 GB), and it was not added. */
gboolean
cog_gram_texts_add (CogGramTexts *self, gint64 id, guint length, const char *text, gsize n_bytes);
void cog_gram_texts_init (CogGramTexts *self);
void cog_gram_texts_clear (CogGramTexts *self);

/**
 * CogGramRun:
 *
 * Texts and, for each sequence of three characters, the texts that have it: their numbers in
 * ascending order, as differences of 7 bits a byte. Sequences are known by a hash of some bits; two
 * that share one are taken for the same, which costs a candidate, never a result.
 *
 * It never changes, and is one piece of memory without pointers: made in memory, or mapped from a
 * file, which costs nothing before it is used. A file may hold anything: what it says is checked
 * where it is used, and what is wrong is as if it were not there.
 */
typedef struct _CogGramRun CogGramRun;

/* What a run is for, told again by its file. */
typedef struct
{
  guint64 stamp; /* made up for each run: tells it from all others */
  gint64 after;  /* it has what has numbers over this … */
  gint64 upto;   /* … up to this */
} CogGramRunName;

/* name: what the file is to say of itself. */
CogGramRun *cog_gram_run_new (const CogGramTexts *texts, const CogGramRunName *name);
/* NULL: there is none, or it is not that one. */
CogGramRun *cog_gram_run_open (const char *path, const CogGramRunName *name);
/* Whole or not at all. */
gboolean cog_gram_run_save (const CogGramRun *self, const char *path, GError **error);
void cog_gram_run_free (CogGramRun *self);

const CogGramRunName *cog_gram_run_get_name (const CogGramRun *self);
guint cog_gram_run_get_count (const CogGramRun *self);
gsize cog_gram_run_get_size (const CogGramRun *self);
gsize cog_gram_run_get_text_size (const CogGramRun *self);
gint64 cog_gram_run_get_id (const CogGramRun *self, guint slot);
/* Characters, at most G_MAXUINT16. */
guint cog_gram_run_get_length (const CogGramRun *self, guint slot);
/* Valid UTF-8, not ended; NULL where it is damaged. */
const char *cog_gram_run_get_text (CogGramRun *self, guint slot, gsize *n_bytes);
/* The list of a hash, which may be empty. */
const guint8 *cog_gram_run_get_list (CogGramRun *self, guint32 hash, gsize *n_bytes);

/* Whether anything that was asked for was not as it was written. */
gboolean cog_gram_run_is_damaged (const CogGramRun *self);

/* Hashes of a text's sequences, in its order, repeated where they are. Its begin and its end count
 * as characters, so that every text has one. */
void cog_gram_hash (const char *text, gsize n_bytes, GArray *hashes);
/* The same without begin and end: of a part of a text. */
void cog_gram_hash_inside (const char *text, gsize n_bytes, GArray *hashes);

/* counts: a byte for each text of the run, set to how many of the text's rarest sequences it has.
 * Returns of how many. */
guint cog_gram_run_count (CogGramRun *self, GArray *hashes, guint8 *counts);

/* The sequences inside of words. (transfer full) (element-type guint32) */
GArray *cog_gram_hash_words (const char *const *words);
/* Where a word begins in a text, at a byte or after it; NULL: nowhere. Both folded. */
const char *cog_gram_find_word (const char *text, gsize n_bytes, gsize from, const char *word);
/* Adds the ids of texts that have all the words, the newest first, up to limit in all. */
void cog_gram_run_find (
    CogGramRun *run, const char *const *words, GArray *hashes, GArray *ids, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGramRun, cog_gram_run_free)

G_END_DECLS
