/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind repeated = { "word-repeated", COG_SEVERITY_WARNING, FALSE,
                                         /* Translators: %1 is a word: “the”. */
                                         N_ ("“%1” stands there twice.") };

static char *
dup_folded (const CogCheckText *text, const CogCheckWord *word)
{
  g_autofree char *plain = cog_check_text_dup (text, word->start, word->end);

  return g_utf8_casefold (plain, -1);
}

/* Only spaces between them; "had, had" and "so-so" are meant. */
static gboolean
are_next (const CogCheckText *text, const CogCheckWord *first, const CogCheckWord *second)
{
  if (first->end == second->start)
    return FALSE;
  for (guint i = first->end; i < second->start; i++)
    if (!cog_check_is_space (text->chars[i]))
      return FALSE;
  return TRUE;
}

/* The first word that is said twice, from the index on; is_any: whatever the language allows. */
static guint
find_next (const CogCheckText *text, const GArray *words, guint from, char **folded)
{
  for (guint i = MAX (from, 1); i < words->len; i++)
    {
      const CogCheckWord *first = &g_array_index (words, CogCheckWord, i - 1);
      const CogCheckWord *second = &g_array_index (words, CogCheckWord, i);
      guint length = second->end - second->start;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      if (length < 2 || length != first->end - first->start || text->is_alien[first->start] ||
          !are_next (text, first, second))
        continue;
      a = dup_folded (text, first);
      b = dup_folded (text, second);
      if (strcmp (a, b) != 0)
        continue;
      *folded = g_steal_pointer (&b);
      return i;
    }
  return 0;
}

static gboolean
is_in_source (const CogCheckUnit *unit)
{
  g_autoptr (GArray) words = NULL;
  g_autofree char *folded = NULL;

  if (unit->source == NULL)
    return FALSE;
  words = cog_check_text_list_words (unit->source);
  return find_next (unit->source, words, 1, &folded) > 0;
}

/* A name keeps its capital: "Pago Pago", "la onda de De Broglie". */
static gboolean
is_name (const CogCheckText *text, const CogCheckWord *second)
{
  return g_unichar_isupper (text->chars[second->start]);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  const CogCheckText *text = unit->target;
  g_autoptr (GArray) words = cog_check_text_list_words (text);
  g_autofree char *folded = NULL;

  if (!context->rules->has_spaces || unit->kind == COG_UNIT_PREFORMATTED)
    return;
  for (guint at = find_next (text, words, 1, &folded); at > 0;)
    {
      const CogCheckWord *first = &g_array_index (words, CogCheckWord, at - 1);
      const CogCheckWord *second = &g_array_index (words, CogCheckWord, at);

      if (!cog_check_rules_may_repeat (context->rules, folded) && !is_name (text, second) &&
          !is_in_source (unit))
        {
          CogCheckFinding *finding = cog_check_add (check, &repeated, unit, first->start,
                                                    second->end, folded, NULL, findings);

          cog_check_finding_add_fix (finding, first->end, second->end, "");
        }
      g_clear_pointer (&folded, g_free);
      at = find_next (text, words, at + 1, &folded);
    }
}

const CogCheck cog_check_repeated = {
  .id = "repeated",
  .name = N_ ("Repeated Words"),
  .about = N_ ("The same word twice in a row."),
  .scan = scan,
};
