/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"
#include "cog-gender-balance.h"
#include "cog-given-names.h"
#include "cog-phrases.h"
#include "cog-word-table.h"

#include <string.h>

/* Fewer say nothing about a section. */
#define ENOUGH 8
/* Names that are hardly names ("على" for "علي") are not counted; those of real persons are. */
#define LEAST_SURE 30

static CogPhrases *
make_phrases (const char *base)
{
  const CogWordTable *table = cog_word_table_get ("gendered-words.tsv");
  CogPhrases *phrases = cog_phrases_new (base);

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;
      g_auto (GStrv) words = g_strsplit (cells[2], "|", -1);

      for (guint k = 0; strcmp (cells[0], base) == 0 && words[k] != NULL; k++)
        cog_phrases_add (phrases, words[k], cells[1]);
    }
  return phrases;
}

static const CogPhrases *
get_phrases (const char *language)
{
  static GHashTable *lists;

  return cog_phrases_keep (&lists, language, make_phrases);
}

static void
note_first (CogGenderBalance *self, const CogLensText *text, guint token)
{
  if (self->first_text != NULL)
    return;
  self->first_text = text;
  self->first_token = token;
}

void
cog_gender_balance_count (CogGenderBalance *self, const CogLensText *text)
{
  const CogPhrases *phrases;

  g_return_if_fail (self != NULL && text != NULL);

  if (text->tokens->len > COG_GAZETTEER_LONGEST_TEXT)
    return;
  phrases = get_phrases (text->language);
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i, sure = 0;
      const char *gender;
      const CogGivenName *name;

      if (cog_lens_text_get_token (text, i)->piece >= 0)
        continue;
      gender = cog_phrases_find (phrases, text, i, &last);
      name = gender == NULL ? cog_given_name_find (text, text->language, i, &last, &sure) : NULL;
      if (gender != NULL)
        *(gender[0] == 'f' ? &self->n_words_women : &self->n_words_men) += 1;
      else if (name != NULL && sure >= LEAST_SURE)
        *(name->gender == 'f' ? &self->n_names_women : &self->n_names_men) += 1;
      else
        continue;
      note_first (self, text, i);
      i = last;
    }
}

gboolean
cog_gender_balance_is_uneven (const CogGenderBalance *self)
{
  guint women, men;

  g_return_val_if_fail (self != NULL, FALSE);

  women = self->n_words_women + self->n_names_women;
  men = self->n_words_men + self->n_names_men;
  return women + men >= ENOUGH && MIN (women, men) * 4 < women + men;
}
