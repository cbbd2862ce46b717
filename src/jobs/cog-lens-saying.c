/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-saying-private.h"

#include "cog-fold.h"
#include "cog-inflection.h"
#include "cog-said-amounts.h"

#include <math.h>
#include <string.h>

/* How far from the other an amount may be that is still told to stand for the same. */
#define NEAR 0.15

void
cog_lens_saying_free (CogLensSaying *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_clear_pointer (&self->amounts, g_array_unref);
  g_free (self);
}

/* ── What stands there ───────────────────────────────────────────────────────────────────────── */

static void
set_words (CogLensSaying *self, const char *words, const char *language)
{
  self->words = g_strdup (words);
  self->amounts = cog_said_amounts_read_words (words, language);
}

static void
take_answer (CogLensSaying *self, const CogSayingContext *context)
{
  const CogLensAnswer *answer = self->placed->answer;

  /* That the text says otherwise is told of where it is. */
  if (self->placed->is_lacking || answer->choice == COG_CHOICE_DROP)
    return;
  if (answer->choice == COG_CHOICE_KEEP && answer->reason == NULL)
    {
      self->kind = COG_SAYING_STAYS;
      set_words (self, self->placed->finding->text, context->source);
    }
  else if (cog_lens_answer_get_new_words (answer) != NULL)
    {
      self->kind = COG_SAYING_CHANGED;
      self->is_calculated = answer->choice == COG_CHOICE_CONVERT;
      set_words (self, answer->words, context->language);
    }
}

/* Nobody decided: the words stand as they were, or somebody translated them otherwise. */
static void
look_at_text (CogLensSaying *self, const CogSayingContext *context)
{
  const CogPlacedFinding *placed = self->placed;
  g_autoptr (CogUnit) unit = cog_project_dup_unit (context->project, placed->finding->unit, NULL);
  g_autoptr (CogLensText) target =
      unit != NULL ? cog_lens_text_new (unit, FALSE, context->language) : NULL;

  self->is_sure = placed->is_open;
  self->kind = COG_SAYING_OPEN;
  if (target == NULL || placed->end > 0)
    {
      set_words (self, placed->finding->text, context->source);
      return;
    }
  self->amounts = cog_said_amounts_read (target);
  self->is_by_hand = TRUE;
  if (!placed->is_open)
    {
      self->kind = self->amounts->len > 0 ? COG_SAYING_CHANGED : COG_SAYING_NOTHING;
      self->is_calculated = TRUE;
    }
}

CogLensSaying *
cog_lens_saying_new (const CogSayingContext *context, const CogPlacedFinding *placed)
{
  CogLensSaying *self;

  g_return_val_if_fail (context != NULL && placed != NULL, NULL);

  self = g_new0 (CogLensSaying, 1);
  self->placed = placed;
  if (placed->answer != NULL)
    take_answer (self, context);
  else
    look_at_text (self, context);
  if (self->amounts == NULL)
    self->amounts = cog_said_amounts_read_words ("", context->language);
  return self;
}

/* ── Amounts ─────────────────────────────────────────────────────────────────────────────────── */

/* Of words of a language that has no name for the unit here. */
static GArray *
read_numbers (const char *words, const char *language)
{
  g_autoptr (CogLensText) text = cog_lens_text_new_from_words (words, language);

  return text != NULL ? cog_lens_text_list_numbers (text)
                      : g_array_new (FALSE, FALSE, sizeof (double));
}

static gboolean
have_same_numbers (const char *words, const char *other, const char *language)
{
  g_autoptr (GArray) numbers = read_numbers (words, language);
  g_autoptr (GArray) others = read_numbers (other, language);

  if (numbers->len == 0 || others->len == 0)
    return TRUE;
  return numbers->len == others->len &&
         memcmp (numbers->data, others->data, numbers->len * sizeof (double)) == 0;
}

gboolean
cog_lens_amounts_same (const char *words, const char *other, const char *language)
{
  g_autoptr (GArray) amounts = cog_said_amounts_read_words (words, language);
  g_autoptr (GArray) others = cog_said_amounts_read_words (other, language);

  return amounts->len > 0 && others->len > 0 ? cog_said_amounts_agree (amounts, others, FALSE)
                                             : have_same_numbers (words, other, language);
}

/* Which of the amounts of a text stands for the other's: the only one of its kind, or one that is
 * near. NULL: nobody can tell. */
static const CogSaidAmount *
find_counterpart (GArray *amounts, GArray *others)
{
  const CogSaidAmount *other = &g_array_index (others, CogSaidAmount, 0);
  const CogSaidAmount *found = NULL;
  guint n = 0;

  for (guint i = 0; i < amounts->len; i++)
    {
      const CogSaidAmount *amount = &g_array_index (amounts, CogSaidAmount, i);

      if (strcmp (amount->kind, other->kind) != 0)
        continue;
      n++;
      if (found == NULL || fabs (amount->value - other->value) < fabs (found->value - other->value))
        found = amount;
    }
  return found != NULL &&
                 (n == 1 || fabs (found->value - other->value) <= NEAR * fabs (other->value))
             ? found
             : NULL;
}

static gboolean
agrees_by_hand (const CogLensSaying *self, const CogLensSaying *other, const char **here)
{
  const CogSaidAmount *counterpart;

  if (other->amounts->len == 0 || self->amounts->len == 0)
    return TRUE;
  for (guint i = 0; i < other->amounts->len; i++)
    for (guint k = 0; k < self->amounts->len; k++)
      if (cog_said_amount_equal (&g_array_index (self->amounts, CogSaidAmount, k),
                                 &g_array_index (other->amounts, CogSaidAmount, i)))
        return TRUE;
  counterpart = find_counterpart (self->amounts, other->amounts);
  if (counterpart != NULL)
    *here = counterpart->words;
  return counterpart == NULL;
}

gboolean
cog_lens_saying_agrees (const CogLensSaying *self,
                        const CogLensSaying *other,
                        const char *language,
                        const char **here)
{
  const char *there = NULL;

  g_return_val_if_fail (self != NULL && other != NULL && here != NULL, TRUE);

  *here = self->words;
  if (self->is_by_hand && other->is_by_hand)
    return TRUE;
  if (self->is_by_hand)
    return agrees_by_hand (self, other, here);
  if (other->is_by_hand)
    return agrees_by_hand (other, self, &there);
  if (self->kind == COG_SAYING_STAYS && other->kind == COG_SAYING_STAYS)
    return TRUE;
  /* What was kept in its old unit is no conversion. */
  if (self->amounts->len > 0 && other->amounts->len > 0)
    return cog_said_amounts_agree (self->amounts, other->amounts, self->kind != other->kind);
  return have_same_numbers (self->words, other->words, language);
}

/* ── Names ───────────────────────────────────────────────────────────────────────────────────── */

static gsize
count_letters (const gunichar *word)
{
  gsize n = 0;

  while (word[n] != 0)
    n++;
  return n;
}

/* Names change by endings that no list has: "Олжас" and "Олжастың" begin alike. */
static gboolean
begins_alike (const gunichar *word, const gunichar *other)
{
  gsize shorter = MIN (count_letters (word), count_letters (other));
  gsize n = 0;

  while (n < shorter && word[n] == other[n])
    n++;
  return n == shorter || (n >= 4 && n * 3 >= shorter * 2);
}

/* (transfer full): ends with 0 */
static gunichar *
dup_folded (const char *word)
{
  g_autoptr (CogFold) fold = cog_fold_new (FALSE);
  gsize n = 0;
  const gunichar *folded = cog_fold_text (fold, word, &n);
  gunichar *letters = g_new0 (gunichar, n + 1);

  memcpy (letters, folded, n * sizeof (gunichar));
  return letters;
}

static gboolean
is_same_word (const char *word, const char *other, const char *language)
{
  const CogInflection *inflection = cog_inflection_get (language);
  g_autofree gunichar *letters = dup_folded (word);
  g_autofree gunichar *others = dup_folded (other);

  return begins_alike (letters, others) || cog_inflection_is_same (inflection, letters, others) ||
         cog_inflection_is_same (inflection, others, letters);
}

static gboolean
has_word (char **words, const char *word, const char *language)
{
  for (; *words != NULL; words++)
    if ((*words)[0] != '\0' && is_same_word (*words, word, language))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (char **words, char **others, const char *language)
{
  for (; *others != NULL; others++)
    if ((*others)[0] != '\0' && !has_word (words, *others, language))
      return FALSE;
  return TRUE;
}

gboolean
cog_lens_names_same (const char *words, const char *other, const char *language)
{
  g_auto (GStrv) all = g_strsplit_set (words, " \t\n", -1);
  g_auto (GStrv) others = g_strsplit_set (other, " \t\n", -1);

  /* The surname alone is the same person. */
  return has_words (all, others, language) || has_words (others, all, language);
}
