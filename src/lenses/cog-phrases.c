/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-phrase-private.h"
#include "cog-phrases.h"

#include <string.h>

/* Phrases whose first word is a stem. */
typedef struct
{
  char *stem;
  gsize length;
  GPtrArray *phrases; /* (element-type CogPhrase), longest first */
} StemList;

/* Almost every word of a text begins no phrase: a bit for the words that do, and for the first
 * bytes of the stems, says so before any table is asked. */
#define N_BITS 8192
#define N_BYTES 3
#define N_PAIRS 65536

struct _CogPhrases
{
  gboolean is_arabic;
  GHashTable *by_word;      /* first word → GPtrArray of CogPhrase, longest first */
  GHashTable *by_stem;      /* beginning of the stem → GPtrArray of StemList */
  guint8 words[N_BITS / 8]; /* by their hash */
  guint8 stems[N_BITS / 8]; /* by their beginning */
  /* Small words ("take", "on") begin many phrases, and stand in every sentence. By two words: those
   * that phrases begin with; by one: those that need no second, or not a certain one. */
  guint8 pairs[N_PAIRS / 8];
  guint8 alone[N_BITS / 8];
  guint size;
};

static void
stem_list_free (StemList *list)
{
  g_free (list->stem);
  g_ptr_array_unref (list->phrases);
  g_free (list);
}

/* Of a word's first bytes; 0: it has fewer. */
static guint
get_beginning (const char *word)
{
  guint beginning = 0;

  for (guint i = 0; i < N_BYTES; i++)
    {
      if (word[i] == '\0')
        return 0;
      beginning = beginning * 37 + (guchar)word[i];
    }
  return beginning % N_BITS;
}

static void
set_bit (guint8 *bits, guint which)
{
  bits[which % N_BITS / 8] |= (guint8)(1u << (which % 8));
}

static gboolean
has_bit (const guint8 *bits, guint which)
{
  return (bits[which % N_BITS / 8] & (1u << (which % 8))) != 0;
}

static guint
get_pair (guint first, guint second)
{
  return (first * 31 + second * 2654435761u) % N_PAIRS;
}

static void
set_pair (CogPhrases *self, const CogPhrase *phrase)
{
  const CogPhraseWord *first = &g_array_index (phrase->words, CogPhraseWord, 0);
  const CogPhraseWord *second =
      phrase->words->len > 1 ? &g_array_index (phrase->words, CogPhraseWord, 1) : NULL;
  guint pair;

  /* A sign may be a printer's or a typewriter's. */
  if (second == NULL || second->is_any || second->is_stem || strcmp (second->word, "'") == 0 ||
      strcmp (second->word, "-") == 0)
    {
      set_bit (self->alone, first->hash);
      return;
    }
  pair = get_pair (first->hash, second->hash);
  self->pairs[pair / 8] |= (guint8)(1u << (pair % 8));
}

static gboolean
has_pair (const CogPhrases *self, guint first, const CogLensText *text, guint at)
{
  guint pair;

  if (has_bit (self->alone, first))
    return TRUE;
  if (at + 1 >= text->tokens->len)
    return FALSE;
  pair = get_pair (first, cog_lens_text_get_token (text, at + 1)->hash);
  return (self->pairs[pair / 8] & (1u << (pair % 8))) != 0;
}

CogPhrases *
cog_phrases_new (const char *language)
{
  CogPhrases *self = g_new0 (CogPhrases, 1);

  /* Persian, Urdu and others in the same letters write such words apart. */
  self->is_arabic = g_ascii_strncasecmp (language, "ar", 2) == 0 && !g_ascii_isalpha (language[2]);
  self->by_word =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->by_stem = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
cog_phrases_free (CogPhrases *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->by_stem);
  g_free (self);
}

guint
cog_phrases_get_size (const CogPhrases *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->size;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const CogPhrase *first = *(const CogPhrase *const *)a;
  const CogPhrase *second = *(const CogPhrase *const *)b;

  return (int)second->words->len - (int)first->words->len;
}

static GPtrArray *
find_or_add_word (CogPhrases *self, const char *word)
{
  GPtrArray *list = g_hash_table_lookup (self->by_word, word);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_phrase_free);
      g_hash_table_insert (self->by_word, g_strdup (word), list);
    }
  return list;
}

static GPtrArray *
find_or_add_stem (CogPhrases *self, const char *stem)
{
  gpointer beginning = GUINT_TO_POINTER (get_beginning (stem));
  GPtrArray *stems = g_hash_table_lookup (self->by_stem, beginning);
  StemList *added;

  if (stems == NULL)
    {
      stems = g_ptr_array_new_with_free_func ((GDestroyNotify)stem_list_free);
      g_hash_table_insert (self->by_stem, beginning, stems);
    }
  for (guint i = 0; i < stems->len; i++)
    {
      StemList *list = g_ptr_array_index (stems, i);

      if (strcmp (list->stem, stem) == 0)
        return list->phrases;
    }
  added = g_new0 (StemList, 1);
  added->stem = g_strdup (stem);
  added->length = strlen (stem);
  added->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_phrase_free);
  g_ptr_array_add (stems, added);
  return added->phrases;
}

void
cog_phrases_add (CogPhrases *self, const char *phrase, gconstpointer entry)
{
  CogPhrase *added;
  const CogPhraseWord *word;
  GPtrArray *list;

  g_return_if_fail (self != NULL && phrase != NULL);

  added = cog_phrase_new (phrase, self->is_arabic, entry);
  if (added == NULL)
    return;
  word = &g_array_index (added->words, CogPhraseWord, 0);
  /* A stem of fewer bytes would have another beginning than the words that it stands for. */
  g_assert (!word->is_stem || strlen (word->word) >= N_BYTES);
  if (word->is_stem)
    set_bit (self->stems, get_beginning (word->word));
  else
    {
      set_bit (self->words, word->hash);
      set_pair (self, added);
    }
  list = word->is_stem ? find_or_add_stem (self, word->word) : find_or_add_word (self, word->word);
  g_ptr_array_add (list, added);
  g_ptr_array_sort (list, compare_lengths);
  self->size++;
}

static const CogPhrase *
find_in (const GPtrArray *list, const CogLensText *text, guint at)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (cog_phrase_matches (g_ptr_array_index (list, i), text, at))
      return g_ptr_array_index (list, i);
  return NULL;
}

static const CogPhrase *
find_stem (const CogPhrases *self, const char *word, const CogLensText *text, guint at)
{
  guint beginning = get_beginning (word);
  const GPtrArray *stems;
  const CogPhrase *best = NULL;

  if (!has_bit (self->stems, beginning))
    return NULL;
  stems = g_hash_table_lookup (self->by_stem, GUINT_TO_POINTER (beginning));
  for (guint i = 0; stems != NULL && i < stems->len; i++)
    {
      const StemList *list = g_ptr_array_index (stems, i);
      const CogPhrase *found;

      if (strncmp (word, list->stem, list->length) != 0)
        continue;
      found = find_in (list->phrases, text, at);
      if (found != NULL && (best == NULL || found->words->len > best->words->len))
        best = found;
    }
  return best;
}

/* hash: of the word */
static const CogPhrase *
find_word (const CogPhrases *self, const char *word, guint hash, const CogLensText *text, guint at)
{
  const CogPhrase *whole = NULL;
  const CogPhrase *stem;

  if (has_bit (self->words, hash) && has_pair (self, hash, text, at))
    whole = find_in (g_hash_table_lookup (self->by_word, word), text, at);
  stem = find_stem (self, word, text, at);
  return whole == NULL || (stem != NULL && stem->words->len > whole->words->len) ? stem : whole;
}

/* What Arabic writes onto a word: and, so, with, as, for, and the article. */
static const CogPhrase *
find_behind_prefix (const CogPhrases *self, const char *word, const CogLensText *text, guint at)
{
  static const char *const prefixes[] = {
    "وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ك", "ل",
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (word, prefixes[i]) && strlen (word) >= strlen (prefixes[i]) + 4)
      {
        const char *rest = word + strlen (prefixes[i]);
        const CogPhrase *found = find_word (self, rest, g_str_hash (rest), text, at);

        if (found != NULL)
          return found;
      }
  return NULL;
}

gconstpointer
cog_phrases_find (const CogPhrases *self, const CogLensText *text, guint at, guint *last)
{
  const CogToken *token;
  const CogPhrase *found;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  token = cog_lens_text_get_token (text, at);
  found = find_word (self, token->word, token->hash, text, at);
  if (found == NULL && self->is_arabic)
    found = find_behind_prefix (self, token->word, text, at);
  if (found == NULL)
    return NULL;
  if (last != NULL)
    *last = at + found->words->len - 1;
  return found->entry;
}

const CogPhrases *
cog_phrases_keep (GHashTable **lists, const char *language, CogPhrasesMake make)
{
  static GMutex lock;
  g_autofree char *base = NULL;
  CogPhrases *phrases;

  g_return_val_if_fail (lists != NULL && language != NULL && make != NULL, NULL);

  base = g_ascii_strdown (language, (gssize)strcspn (language, "-_"));
  g_mutex_lock (&lock);
  if (*lists == NULL)
    *lists = g_hash_table_new (g_str_hash, g_str_equal);
  phrases = g_hash_table_lookup (*lists, base);
  if (phrases == NULL)
    {
      phrases = make (base);
      g_hash_table_insert (*lists, g_strdup (base), phrases);
    }
  g_mutex_unlock (&lock);
  return phrases;
}
