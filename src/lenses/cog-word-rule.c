/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-rule.h"

#include <string.h>

typedef enum
{
  CONDITION_NEAR,
  CONDITION_NEXT,
  CONDITION_PREVIOUS,
  CONDITION_START,
  CONDITION_LOWER,
  CONDITION_LETTER,
  CONDITION_NUMBER,
  CONDITION_CAPITAL,
} ConditionType;

typedef struct
{
  ConditionType type;
  gboolean is_negated;
  char **words; /* folded; those of stems end in "*" (nullable) */
} Condition;

struct _CogWordRule
{
  GArray *conditions; /* (element-type Condition) */
};

static void
condition_clear (gpointer data)
{
  g_strfreev (((Condition *)data)->words);
}

static char **
fold_words (const char *list)
{
  char **words = g_strsplit (list, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];

      words[i] = cog_lens_fold (word, -1);
      g_free (word);
    }
  return words;
}

static void
add_condition (CogWordRule *self, const char *written)
{
  static const char *const names[] = { "near",  "next",   "prev",   "start",
                                       "lower", "letter", "number", "capital" };
  const char *name = written[0] == '!' ? written + 1 : written;
  gsize length = strcspn (name, "=");
  Condition condition = { .is_negated = written[0] == '!' };
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      {
        condition.type = (ConditionType)i;
        is_known = TRUE;
      }
  if (!is_known)
    g_error ("No such condition of a word: %s", written);
  if (name[length] == '=')
    condition.words = fold_words (name + length + 1);
  g_array_append_val (self->conditions, condition);
}

CogWordRule *
cog_word_rule_new (const char *cell)
{
  g_auto (GStrv) parts = NULL;
  CogWordRule *self;

  g_return_val_if_fail (cell != NULL, NULL);

  if (cell[0] == '\0')
    return NULL;
  self = g_new0 (CogWordRule, 1);
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, condition_clear);
  parts = g_strsplit (cell, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      add_condition (self, parts[i]);
  return self;
}

void
cog_word_rule_free (CogWordRule *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->conditions);
  g_free (self);
}

static gboolean
is_one_of (char **words, const char *word)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length > 0 && words[i][length - 1] == '*' ? strncmp (words[i], word, length - 1) == 0
                                                    : strcmp (words[i], word) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_near (char **words, const CogLensText *text, guint first, guint last)
{
  for (guint i = 0; i < text->tokens->len; i++)
    if ((i < first || i > last) && is_one_of (words, cog_lens_text_get_token (text, i)->word))
      return TRUE;
  return FALSE;
}

static gboolean
is_single_letter (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  return token->kind == COG_TOKEN_WORD && token->piece < 0 &&
         g_utf8_strlen (text->flat + token->start, (gssize)(token->end - token->start)) == 1;
}

static gboolean
is_met (const Condition *condition, const CogLensText *text, guint first, guint last)
{
  const CogToken *token = cog_lens_text_get_token (text, first);
  gboolean has_next = last + 1 < text->tokens->len;

  switch (condition->type)
    {
    case CONDITION_NEAR:
      return is_near (condition->words, text, first, last);
    case CONDITION_NEXT:
      return has_next &&
             is_one_of (condition->words, cog_lens_text_get_token (text, last + 1)->word);
    case CONDITION_PREVIOUS:
      return first > 0 &&
             is_one_of (condition->words, cog_lens_text_get_token (text, first - 1)->word);
    case CONDITION_START:
      return token->is_start;
    case CONDITION_LOWER:
      return !token->is_capital || token->is_start;
    case CONDITION_LETTER:
      return has_next && is_single_letter (text, last + 1);
    case CONDITION_CAPITAL:
      return has_next && cog_lens_text_get_token (text, last + 1)->is_capital;
    case CONDITION_NUMBER:
      return has_next && cog_lens_text_get_token (text, last + 1)->kind == COG_TOKEN_NUMBER;
    }
  return FALSE;
}

gboolean
cog_word_rule_holds (const CogWordRule *rule, const CogLensText *text, guint first, guint last)
{
  g_return_val_if_fail (text != NULL && first <= last && last < text->tokens->len, FALSE);

  for (guint i = 0; rule != NULL && i < rule->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (rule->conditions, Condition, i);

      if (is_met (condition, text, first, last) == condition->is_negated)
        return FALSE;
    }
  return TRUE;
}
