/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-thing.h"
#include "cog-gazetteer.h"
#include "cog-place-set.h"
#include "cog-word-forms.h"
#include "cog-word-table.h"

#include "cog-language.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

typedef enum
{
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_HOME,
  COLUMN_ONLY,
  COLUMN_SURE,
  COLUMN_SWAP,
  COLUMN_RULE,
  N_FACTS,
} Column;

static const char *const column_names[] = { "id", "kind", "home", "only", "sure", "swap", "rule" };

#define NON_JOINER "\342\200\214"

struct _CogGazetteer
{
  const char *name;
  const CogWordTable *table;
  CogGazetteerFlags flags;
  CogGazetteerEntry *entries; /* as many as rows of the table */
  GPtrArray *countries;       /* (element-type CogGazetteerEntry): those of CLDR */
  GHashTable *phrases;        /* base language → CogPhrases */
  GHashTable *things;         /* base language → GPtrArray of CogGazetteerThing */
};

static GMutex lock;

static char *
dup_base (const char *language)
{
  return g_ascii_strdown (language, (gssize)strcspn (language, "-_"));
}

static CogGazetteerEntry *
read_entries (const CogWordTable *table)
{
  CogGazetteerEntry *entries = g_new0 (CogGazetteerEntry, table->rows->len);

  for (guint i = 0; i < N_FACTS; i++)
    g_assert_cmpint (cog_word_table_find_column (table, column_names[i]), ==, (int)i);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      entries[i].id = cells[COLUMN_ID];
      entries[i].kind = cells[COLUMN_KIND];
      entries[i].home = cells[COLUMN_HOME];
      entries[i].only = cells[COLUMN_ONLY];
      entries[i].sure = (guint)g_ascii_strtoull (cells[COLUMN_SURE], NULL, 10);
      entries[i].swap = cells[COLUMN_SWAP];
      entries[i].rule = cog_word_rule_new (cells[COLUMN_RULE]);
      g_assert (entries[i].sure > 0 && entries[i].sure <= 100);
    }
  return entries;
}

CogGazetteer *
cog_gazetteer_get (const char *table, CogGazetteerFlags flags)
{
  static GHashTable *loaded;
  CogGazetteer *self;

  g_return_val_if_fail (table != NULL, NULL);

  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (loaded, table);
  if (self == NULL)
    {
      self = g_new0 (CogGazetteer, 1);
      self->name = g_intern_string (table);
      self->table = cog_word_table_get (table);
      self->flags = flags;
      self->entries = read_entries (self->table);
      self->countries = g_ptr_array_new ();
      self->phrases = g_hash_table_new (g_str_hash, g_str_equal);
      self->things = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (loaded, g_strdup (table), self);
    }
  g_mutex_unlock (&lock);
  return self;
}

static gboolean
is_latin_name (const CogGazetteer *self, const char *base)
{
  g_autofree char *script = NULL;

  if ((self->flags & COG_GAZETTEER_NAMES) == 0)
    return FALSE;
  script = cog_language_dup_script (base);
  return g_strcmp0 (script, "latn") == 0;
}

/* The cell of a row in a language, or what stands for it; NULL: the row has no words there. */
static const char *
get_cell (const CogGazetteer *self, guint row, const char *base)
{
  char **cells = cog_word_table_get_row (self->table, row)->cells;
  int column = cog_word_table_find_column (self->table, base);

  if ((column < N_FACTS || cells[column][0] == '\0') && is_latin_name (self, base))
    column = cog_word_table_find_column (self->table, "en");
  if (column < N_FACTS || cells[column][0] == '\0' || strcmp (cells[column], "-") == 0)
    return NULL;
  return cells[column];
}

/* With the lock held. */
static GPtrArray *
find_or_load_things (CogGazetteer *self, const char *base)
{
  GPtrArray *things = g_hash_table_lookup (self->things, base);

  if (things == NULL)
    {
      things = cog_gazetteer_things_load (self->name, base);
      g_hash_table_insert (self->things, g_strdup (base), things);
    }
  return things;
}

static GPtrArray *
get_things (CogGazetteer *self, const char *base)
{
  GPtrArray *things;

  g_mutex_lock (&lock);
  things = find_or_load_things (self, base);
  g_mutex_unlock (&lock);
  return things;
}

/* A phrase and its other forms. */
static void
add_phrase (const CogGazetteer *self,
            CogPhrases *phrases,
            const char *phrase,
            const char *base,
            const CogGazetteerEntry *entry)
{
  g_auto (GStrv) forms = NULL;

  if ((self->flags & COG_GAZETTEER_VERBS) != 0 && strcmp (entry->kind, "idiom") == 0)
    forms = cog_word_forms_dup_verbs (phrase, base);
  else if ((self->flags & COG_GAZETTEER_NUMBERS) != 0)
    forms = cog_word_forms_dup_numbers (phrase, base);
  if (forms == NULL)
    cog_phrases_add (phrases, phrase, entry);
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    cog_phrases_add (phrases, forms[i], entry);
}

/* Persian and Urdu: where a list has a zero-width non-joiner, many write a space. */
static void
add_unjoined (const CogGazetteer *self,
              CogPhrases *phrases,
              const char *phrase,
              const char *base,
              const CogGazetteerEntry *entry)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *spaced = NULL;

  if (strstr (phrase, NON_JOINER) == NULL)
    return;
  parts = g_strsplit (phrase, NON_JOINER, -1);
  spaced = g_strjoinv (" ", parts);
  add_phrase (self, phrases, spaced, base, entry);
}

static void
add_words (const CogGazetteer *self,
           CogPhrases *phrases,
           const char *cell,
           const char *base,
           const CogGazetteerEntry *entry)
{
  g_auto (GStrv) words = g_strsplit (cell, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strstrip (words[i])[0] == '\0')
        continue;
      add_phrase (self, phrases, words[i], base, entry);
      add_unjoined (self, phrases, words[i], base, entry);
    }
}

static const CogGazetteerEntry *
get_country (CogGazetteer *self, const char *code)
{
  CogGazetteerEntry *entry;

  for (guint i = 0; i < self->countries->len; i++)
    {
      entry = g_ptr_array_index (self->countries, i);
      if (strcmp (entry->id, code) == 0)
        return entry;
    }
  entry = g_new0 (CogGazetteerEntry, 1);
  entry->id = entry->home = g_intern_string (code);
  entry->kind = "country";
  entry->only = entry->swap = "";
  entry->sure = 60;
  g_ptr_array_add (self->countries, entry);
  return entry;
}

static gboolean
has_row (const CogGazetteer *self, const char *id, const char *base)
{
  int column = cog_word_table_find_column (self->table, base);

  for (guint i = 0; column >= 0 && i < self->table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (self->table, i)->cells;

      if (strcmp (cells[COLUMN_ID], id) == 0 && cells[column][0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_countries (CogGazetteer *self, CogPhrases *phrases, const char *base)
{
  const char *const *codes = (const char *const *)uloc_getISOCountries ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *locale = g_strconcat ("und_", codes[i], NULL);
      UChar name[128];
      char written[384];
      UErrorCode status = U_ZERO_ERROR;

      if (has_row (self, codes[i], base))
        continue;
      uloc_getDisplayCountry (locale, base, name, G_N_ELEMENTS (name), &status);
      /* U_USING_DEFAULT_WARNING: CLDR has no name in this language. */
      if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING)
        continue;
      u_strToUTF8 (written, sizeof written, NULL, name, -1, &status);
      if (U_SUCCESS (status) && strcmp (written, codes[i]) != 0)
        cog_phrases_add (phrases, written, get_country (self, codes[i]));
    }
}

static CogPhrases *
make_phrases (CogGazetteer *self, const char *base)
{
  CogPhrases *phrases = cog_phrases_new (base);
  GPtrArray *things = find_or_load_things (self, base);

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const char *cell = get_cell (self, i, base);

      if (cell != NULL)
        add_words (self, phrases, cell, base, &self->entries[i]);
    }
  /* Behind the table's, so that what both have is the table's. */
  for (guint i = 0; i < things->len; i++)
    {
      const CogGazetteerThing *thing = g_ptr_array_index (things, i);

      add_words (self, phrases, thing->words, base, &thing->entry);
    }
  if ((self->flags & COG_GAZETTEER_COUNTRIES) != 0)
    add_countries (self, phrases, base);
  return phrases;
}

const CogPhrases *
cog_gazetteer_get_phrases (CogGazetteer *self, const char *language)
{
  CogPhrases *phrases;
  g_autofree char *base = NULL;

  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  base = dup_base (language);
  g_mutex_lock (&lock);
  phrases = g_hash_table_lookup (self->phrases, base);
  if (phrases == NULL)
    {
      phrases = make_phrases (self, base);
      g_hash_table_insert (self->phrases, g_strdup (base), phrases);
    }
  g_mutex_unlock (&lock);
  return phrases;
}

static char *
dup_first (const char *cell)
{
  return g_strndup (cell, strcspn (cell, "|"));
}

static gboolean
is_of_table (const CogGazetteer *self, const CogGazetteerEntry *entry)
{
  return entry >= self->entries && entry < self->entries + self->table->rows->len;
}

/* In a language; NULL: it is no thing of that language. */
static char *
dup_words_of_thing (CogGazetteer *self, const CogGazetteerEntry *entry, const char *base)
{
  GPtrArray *things = get_things (self, base);

  for (guint i = 0; i < things->len; i++)
    {
      const CogGazetteerThing *thing = g_ptr_array_index (things, i);

      if (&thing->entry == entry)
        return dup_first (thing->words);
    }
  return NULL;
}

char *
cog_gazetteer_dup_words (CogGazetteer *self, const CogGazetteerEntry *entry, const char *language)
{
  g_autofree char *base = NULL;
  const char *cell;

  g_return_val_if_fail (self != NULL && entry != NULL && language != NULL, NULL);

  base = dup_base (language);
  if (!is_of_table (self, entry))
    return dup_words_of_thing (self, entry, base);
  cell = get_cell (self, (guint)(entry - self->entries), base);
  return cell != NULL ? dup_first (cell) : NULL;
}

const char *
cog_gazetteer_get_cell (CogGazetteer *self, const CogGazetteerEntry *entry, const char *column)
{
  int index;

  g_return_val_if_fail (self != NULL && entry != NULL && column != NULL, "");

  index = cog_word_table_find_column (self->table, column);
  if (index < 0 || !is_of_table (self, entry))
    return "";
  return cog_word_table_get_row (self->table, (guint)(entry - self->entries))->cells[index];
}

static gboolean
is_swap (const CogGazetteerEntry *other, const CogGazetteerEntry *entry, const char *place)
{
  return other != entry && strcmp (other->swap, entry->swap) == 0 &&
         cog_place_set_has (other->home, place) && strcmp (other->home, "*") != 0;
}

const CogGazetteerEntry *
cog_gazetteer_find_swap (CogGazetteer *self,
                         const CogGazetteerEntry *entry,
                         const char *place,
                         const char *language)
{
  g_autofree char *base = NULL;
  GPtrArray *things;

  g_return_val_if_fail (self != NULL && entry != NULL && place != NULL && language != NULL, NULL);

  if (entry->swap[0] == '\0')
    return NULL;
  base = dup_base (language);
  for (guint i = 0; i < self->table->rows->len; i++)
    if (is_swap (&self->entries[i], entry, place) && get_cell (self, i, base) != NULL)
      return &self->entries[i];
  things = get_things (self, base);
  for (guint i = 0; i < things->len; i++)
    {
      const CogGazetteerThing *thing = g_ptr_array_index (things, i);

      /* A stem is no word to be proposed. */
      if (is_swap (&thing->entry, entry, place) && strchr (thing->entry.id, '*') == NULL)
        return &thing->entry;
    }
  return NULL;
}
