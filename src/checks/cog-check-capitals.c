/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>

static const CogFindingKind small = {
  "capital-missing", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a word. */
  N_ ("The source begins with a capital letter, the translation with “%1”.")
};
static const CogFindingKind large = {
  "capital-added", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a word. */
  N_ ("The source begins with a small letter, the translation with “%1”.")
};

typedef enum
{
  NO_CASE,
  LOWER,
  UPPER,
} Case;

/* Of the first word, where it is the first thing that is said; "pH", "iPhone" and "x" have none. */
static Case
find_case (const CogCheckText *text, CogCheckWord *word)
{
  g_autoptr (GArray) words = cog_check_text_list_words (text);

  if (words->len == 0)
    return NO_CASE;
  *word = g_array_index (words, CogCheckWord, 0);
  for (guint i = 0; i < word->start; i++)
    if (!cog_check_is_opening (text->chars[i]) && !cog_check_is_invisible (text->chars[i]))
      return NO_CASE;
  if (word->end - word->start < 3 || text->is_alien[word->start])
    return NO_CASE;
  for (guint i = word->start + 1; i < word->end; i++)
    if (g_unichar_isupper (text->chars[i]))
      return NO_CASE;
  if (cog_check_text_is_in (text, word->start, "var") ||
      cog_check_text_is_in (text, word->start, "i"))
    return NO_CASE;
  if (g_unichar_islower (text->chars[word->start]))
    return LOWER;
  return g_unichar_isupper (text->chars[word->start]) ? UPPER : NO_CASE;
}

/* Where the first word of the source is a name, its capital says nothing. */
static gboolean
is_sentence (const CogCheckUnit *unit)
{
  switch (unit->kind)
    {
    case COG_UNIT_TITLE:
    case COG_UNIT_HEADING:
    case COG_UNIT_PARAGRAPH:
    case COG_UNIT_CAPTION:
    case COG_UNIT_SUMMARY:
      return TRUE;
    case COG_UNIT_ITEM:
    case COG_UNIT_TERM:
    case COG_UNIT_DESCRIPTION:
    case COG_UNIT_CELL:
    case COG_UNIT_HEADER_CELL:
    case COG_UNIT_PREFORMATTED:
    case COG_UNIT_EQUATION:
    case COG_UNIT_ALT:
    case COG_UNIT_DRAWING:
      return FALSE;
    }
  return FALSE;
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  CogCheckWord from, to;
  Case there, here;
  g_autofree char *word = NULL;
  g_autofree char *first = NULL;
  g_autofree char *turned = NULL;
  CogCheckFinding *finding;

  if (unit->source == NULL || !context->rules->has_capitals || !is_sentence (unit))
    return;
  here = find_case (unit->source, &from);
  there = find_case (unit->target, &to);
  if (here == NO_CASE || there == NO_CASE || here == there)
    return;
  word = cog_check_text_dup (unit->target, to.start, to.end);
  first = cog_check_text_dup (unit->target, to.start, to.start + 1);
  turned = there == LOWER ? g_utf8_strup (first, -1) : g_utf8_strdown (first, -1);
  finding = cog_check_add (check, there == LOWER ? &small : &large, unit, to.start, to.end, word,
                           NULL, findings);
  cog_check_finding_add_fix (finding, to.start, to.start + 1, turned);
  cog_check_set_source (finding, unit, from.start, from.end);
}

const CogCheck cog_check_capitals = {
  .id = "capitals",
  .name = N_ ("Capital Letters"),
  .about = N_ ("A text that begins with a capital letter, and its translation does not."),
  .scan = scan,
};
