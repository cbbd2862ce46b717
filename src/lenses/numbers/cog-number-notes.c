/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"
#include "cog-word-rule.h"
#include "cog-word-table.h"

#include "cog-date-words.h"
#include "cog-language.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *id;
  CogWordRule *rule; /* (nullable) */
} Note;

#define COLUMN_RULE 1

static void
add_month (const char *name, int month, gpointer user_data)
{
  /* A number alone is no name: "7月" is read as figures. Arabic has a month of two letters. */
  if (g_utf8_strlen (name, -1) >= 2 && strlen (name) >= 3 && !g_ascii_isdigit (name[0]))
    cog_phrases_add (user_data, name, GINT_TO_POINTER (month));
}

/* Arabic names the months of one calendar in four ways, by country (CLDR): a text of any country
 * may name two of them. */
static void
add_months (CogPhrases *months, const char *language)
{
  static const char *const arabic[] = { "ar-EG", "ar-SY", "ar-IQ", "ar-DZ", "ar-TN", "ar-MA" };

  cog_months_foreach (language, add_month, months);
  for (guint i = 0; cog_language_equal (language, "ar") && i < G_N_ELEMENTS (arabic); i++)
    cog_months_foreach (arabic[i], add_month, months);
}

/* Of calendars that a language may date by. */
static void
add_other_months (CogNumberNotes *notes, const char *language)
{
  static const char *const solar[] = { "fa", "ps", "ckb", NULL };
  static const char *const lunar[] = { "ar", "fa", "ur", "ps", "ckb", "tr", "id", "ms", NULL };
  g_autofree char *base = g_strndup (language, strcspn (language, "-_"));

  if (g_strv_contains (solar, base))
    cog_calendar_months_foreach ("persian", language, add_month, notes->persian);
  if (g_strv_contains (lunar, base))
    cog_calendar_months_foreach ("islamic", language, add_month, notes->islamic);
}

static void
add_words (CogNumberNotes *notes, const CogWordRow *row, const char *cell)
{
  g_auto (GStrv) words = g_strsplit (cell, "|", -1);
  const char *id = row->cells[0];
  Note *note;

  if (cell[0] == '\0')
    return;
  if (g_str_has_prefix (id, "hour-"))
    {
      for (guint w = 0; words[w] != NULL; w++)
        cog_phrases_add (notes->hours, words[w], GINT_TO_POINTER (atoi (id + strlen ("hour-"))));
      return;
    }
  note = g_new (Note, 1); /* kept as long as its phrases are: for good */
  *note = (Note){ id, cog_word_rule_new (row->cells[COLUMN_RULE]) };
  for (guint w = 0; words[w] != NULL; w++)
    cog_phrases_add (notes->notes, words[w], note);
}

static void
add_notes (CogNumberNotes *notes, const char *language)
{
  const CogWordTable *table = cog_word_table_get ("number-notes.tsv");

  for (guint c = COLUMN_RULE + 1; c < table->columns->len; c++)
    if (cog_language_equal (g_ptr_array_index (table->columns, c), language))
      for (guint i = 0; i < table->rows->len; i++)
        add_words (notes, cog_word_table_get_row (table, i),
                   cog_word_table_get_row (table, i)->cells[c]);
}

const CogNumberNotes *
cog_number_notes_get (const char *language)
{
  static GMutex lock;
  static GHashTable *known;
  CogNumberNotes *notes;

  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  notes = g_hash_table_lookup (known, language);
  if (notes == NULL)
    {
      notes = g_new0 (CogNumberNotes, 1);
      notes->months = cog_phrases_new (language);
      notes->notes = cog_phrases_new (language);
      notes->hours = cog_phrases_new (language);
      notes->persian = cog_phrases_new (language);
      notes->islamic = cog_phrases_new (language);
      add_months (notes->months, language);
      add_other_months (notes, language);
      add_notes (notes, language);
      g_hash_table_insert (known, g_strdup (language), notes);
    }
  g_mutex_unlock (&lock);
  return notes;
}

const char *
cog_number_notes_find (const CogLensText *text, guint at, guint *last)
{
  const Note *note;

  if (at >= text->tokens->len || cog_lens_text_get_token (text, at)->kind != COG_TOKEN_WORD)
    return NULL;
  note = cog_phrases_find (cog_number_notes_get (text->language)->notes, text, at, last);
  return note != NULL && cog_word_rule_holds (note->rule, text, at, *last) ? note->id : NULL;
}

static const CogWordRow *
find_emergency_row (const char *place)
{
  const CogWordTable *table = cog_word_table_get ("emergency-numbers.tsv");

  for (guint i = 0; i < table->rows->len; i++)
    if (strcmp (cog_word_table_get_row (table, i)->cells[0], place) == 0)
      return cog_word_table_get_row (table, i);
  return NULL;
}

const char *
cog_emergency_number_get (const char *place)
{
  const CogWordRow *row = find_emergency_row (place);

  return row != NULL ? row->cells[1] : NULL;
}

gboolean
cog_emergency_number_is_one (const char *place, const char *number)
{
  const CogWordRow *row = find_emergency_row (place);

  return row != NULL &&
         (strcmp (row->cells[1], number) == 0 || cog_word_cell_has (row->cells[2], number));
}

int
cog_number_read_whole (const CogLensText *text, guint at, guint max_digits)
{
  const CogToken *token;
  int value = 0;
  guint n = 0;

  if (at >= text->tokens->len)
    return -1;
  token = cog_lens_text_get_token (text, at);
  if (token->kind != COG_TOKEN_NUMBER)
    return -1;
  for (const char *p = token->word; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0 || ++n > max_digits)
        return -1;
      value = value * 10 + digit;
    }
  return value;
}

gboolean
cog_number_is_month (const CogLensText *text, guint at)
{
  return at < text->tokens->len && cog_lens_text_get_token (text, at)->kind == COG_TOKEN_WORD &&
         cog_phrases_find (cog_number_notes_get (text->language)->months, text, at, NULL) != NULL;
}

gboolean
cog_number_is_sign (const CogLensText *text, guint at, const char *sign)
{
  return at < text->tokens->len && strcmp (cog_lens_text_get_token (text, at)->word, sign) == 0;
}
