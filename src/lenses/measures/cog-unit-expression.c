/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-expression.h"

#include "cog-word-list.h"

#include <stdlib.h>
#include <string.h>

void
cog_unit_words_init (CogUnitWords *words, const char *language)
{
  g_return_if_fail (words != NULL && language != NULL);
  words->units = cog_word_list_get ("unit-words.tsv", language);
}

static const CogListedWord *
find_listed (const CogUnitWords *words, const CogLensText *text, guint at, guint *last)
{
  return at < text->tokens->len ? cog_phrases_find (words->units, text, at, last) : NULL;
}

/* "square", "cubic", "per": rows of the table that are no units. */
static int
get_power (const CogListedWord *listed)
{
  if (listed == NULL)
    return 1;
  if (strcmp (listed->row->cells[0], "square") == 0)
    return 2;
  return strcmp (listed->row->cells[0], "cubic") == 0 ? 3 : 1;
}

static gboolean
is_per (const CogListedWord *listed)
{
  return listed != NULL && strcmp (listed->row->cells[0], "per") == 0;
}

gboolean
cog_unit_words_is_per (const CogUnitWords *words, const CogLensText *text, guint at, guint *last)
{
  return is_per (find_listed (words, text, at, last));
}

/* "²", "^2", and a raised "2" that the flat text has right behind the letters. 1: none. */
static int
read_exponent (const CogLensText *text, guint at, guint *last)
{
  const CogToken *token;
  gboolean is_raised = cog_amount_is_sign (text, at, "^");

  *last = at;
  if (cog_amount_is_sign (text, at, "²"))
    return 2;
  if (cog_amount_is_sign (text, at, "³"))
    return 3;
  if (is_raised)
    *last = ++at;
  if (at >= text->tokens->len)
    return 1;
  token = cog_lens_text_get_token (text, at);
  if (token->kind != COG_TOKEN_NUMBER || token->space_before)
    return 1;
  if (strcmp (token->word, "2") == 0)
    return 2;
  return strcmp (token->word, "3") == 0 ? 3 : 1;
}

static int
read_power_behind (const CogUnitWords *words, const CogLensText *text, guint at, guint *last)
{
  int power;

  /* "in.²" */
  if (cog_amount_is_sign (text, at, "."))
    {
      power = read_exponent (text, at + 1, last);
      if (power > 1)
        return power;
    }
  power = read_exponent (text, at, last);
  if (power > 1)
    return power;
  power = get_power (find_listed (words, text, at, last));
  /* "5 feet square" is none. */
  if (power > 1 && strcmp (cog_lens_text_get_token (text, at)->word, "square") == 0)
    return 1;
  return power;
}

static gboolean
read_part (const CogUnitWords *words,
           const CogLensText *text,
           guint at,
           CogUnitPart *part,
           const CogListedWord **listed)
{
  guint last = at, behind;
  int power = get_power (find_listed (words, text, at, &last));

  part->first = at;
  if (power > 1)
    {
      at = last + 1;
      if (cog_amount_is_sign (text, at, "-"))
        at++;
    }
  *listed = find_listed (words, text, at, &last);
  part->base = *listed != NULL ? cog_measure_unit_find ((*listed)->row->cells[0]) : NULL;
  if (part->base == NULL)
    return FALSE;
  part->last = part->base_last = last;
  part->power = power;
  if (power == 1)
    {
      power = read_power_behind (words, text, last + 1, &behind);
      if (power > 1)
        {
          part->power = power;
          part->last = behind;
        }
    }
  part->unit = cog_measure_unit_raise (part->base, part->power);
  return TRUE;
}

/* "/", "·" and "per" between units. Only a sign joins without a word. */
static gboolean
read_joint (const CogUnitWords *words, const CogLensText *text, guint at, guint *last, int *sign)
{
  static const char *const products[] = { "·", "⋅", "∙", "-", "‑", "–" };
  guint end = at;

  *last = at;
  if (cog_amount_is_sign (text, at, "/"))
    {
      *sign = -1;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    if (cog_amount_is_sign (text, at, products[i]) &&
        !cog_lens_text_get_token (text, at)->space_before)
      {
        *sign = 1;
        return TRUE;
      }
  if (!is_per (find_listed (words, text, at, &end)))
    return FALSE;
  *last = end;
  *sign = -1;
  return TRUE;
}

/* "an hour" divides, "a foot" hardly ever does: articles do before times only. */
static gboolean
may_follow (const CogLensText *text, guint joint, const CogUnitPart *part)
{
  const char *word = cog_lens_text_get_token (text, joint)->word;

  if (strlen (word) <= 2 && g_unichar_isalpha (g_utf8_get_char (word)))
    return part->base != NULL && strcmp (part->base->kind, "time") == 0;
  return TRUE;
}

static void
read_parts (const CogUnitWords *words, const CogLensText *text, CogUnitExpression *expression)
{
  const CogListedWord *listed;
  gboolean is_below = FALSE;
  guint last;
  int sign = 1;

  while (expression->n_parts < COG_UNIT_PARTS_MAX &&
         read_joint (words, text, expression->last + 1, &last, &sign))
    {
      CogUnitPart *part = &expression->parts[expression->n_parts];
      guint joint = expression->last + 1;

      if (!read_part (words, text, last + 1, part, &listed) || !may_follow (text, joint, part))
        return;
      /* Told in words, a rate is of units that can be one. */
      if (cog_lens_text_get_token (text, joint)->kind == COG_TOKEN_WORD &&
          (part->base->part[0] == '\0' || expression->parts[0].base->part[0] == '\0'))
        return;
      is_below = is_below || sign < 0;
      if (is_below)
        part->power = -part->power;
      expression->last = part->last;
      expression->n_parts++;
    }
}

static const CogMeasureUnit *
find_whole (const CogUnitExpression *expression)
{
  if (expression->n_parts == 1)
    return expression->parts[0].unit;
  g_autofree char *id = cog_unit_expression_dup_id (expression);
  return cog_measure_unit_find (id);
}

gboolean
cog_unit_expression_read (const CogUnitWords *words,
                          const CogLensText *text,
                          guint at,
                          CogUnitExpression *expression)
{
  const CogListedWord *listed = NULL;

  g_return_val_if_fail (words != NULL && text != NULL && expression != NULL, FALSE);

  expression->n_parts = 0;
  if (!read_part (words, text, at, &expression->parts[0], &listed))
    return FALSE;
  expression->first = at;
  expression->last = expression->parts[0].last;
  expression->n_parts = 1;
  expression->mark = expression->parts[0].power > 1 ? '\0' : listed->mark;
  expression->is_word = !listed->is_sign;
  read_parts (words, text, expression);
  if (expression->n_parts > 1)
    expression->mark = '\0';
  expression->whole = find_whole (expression);
  return expression->whole != NULL || expression->n_parts > 1;
}

gboolean
cog_unit_expression_is_foreign (const CogUnitExpression *expression, const char *place)
{
  if (expression->whole != NULL)
    return cog_measure_unit_is_foreign (expression->whole, place);
  for (guint i = 0; i < expression->n_parts; i++)
    if (expression->parts[i].unit != NULL && strcmp (expression->parts[i].unit->places, "*") != 0 &&
        cog_measure_unit_is_foreign (expression->parts[i].unit, place))
      return TRUE;
  return FALSE;
}

char *
cog_unit_expression_dup_id (const CogUnitExpression *expression)
{
  GString *id = g_string_new (NULL);
  gboolean is_below = FALSE;

  for (guint i = 0; i < expression->n_parts; i++)
    {
      const CogUnitPart *part = &expression->parts[i];

      if (part->power < 0 && !is_below)
        {
          g_string_append (id, "-per");
          is_below = TRUE;
        }
      if (id->len > 0)
        g_string_append_c (id, '-');
      if (abs (part->power) > 1 && part->unit == NULL)
        g_string_append (id, abs (part->power) == 2 ? "square-" : "cubic-");
      g_string_append (id, part->unit != NULL ? part->unit->id : part->base->id);
    }
  return g_string_free (id, FALSE);
}

const char *
cog_unit_expression_get_kind (const CogUnitExpression *expression)
{
  return expression->whole != NULL ? expression->whole->kind : "rate";
}
