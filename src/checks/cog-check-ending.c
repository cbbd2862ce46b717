/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind missing = {
  "ending-missing", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a mark such as a full stop. */
  N_ ("The source ends with “%1”, and the translation has no mark at its end.")
};
static const CogFindingKind other = {
  "ending-other", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 and %2 are marks: “?” and “.”. */
  N_ ("The source ends with “%1”, the translation with “%2”.")
};
static const CogFindingKind added = {
  "ending-added", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a mark such as a full stop. */
  N_ ("The translation ends with “%1”, and the source has no mark at its end.")
};

/* A text's last mark. */
typedef struct
{
  CogEnding ending;
  guint start, end; /* of the mark; NONE: where it would stand */
} Last;

static gboolean
is_skipped (gunichar c)
{
  return cog_check_is_space (c) || cog_check_is_closing (c) || cog_check_is_invisible (c);
}

/* The length of a mark that stands right before the end; 0: it is another. */
static guint
match_mark (const CogCheckText *text, guint end, const char *mark)
{
  guint length = (guint)g_utf8_strlen (mark, -1);
  const char *at = mark;

  if (length == 0 || length > end)
    return 0;
  for (guint i = end - length; i < end; i++, at = g_utf8_next_char (at))
    if (text->chars[i] != g_utf8_get_char (at))
      return 0;
  return length;
}

static CogEnding
classify (const CogCheckText *text, const CogCheckRules *rules, guint end, guint *length)
{
  /* "..." is no full stop. */
  static const CogEnding order[] = {
    COG_ENDING_ELLIPSIS, COG_ENDING_QUESTION,  COG_ENDING_EXCLAMATION, COG_ENDING_PERIOD,
    COG_ENDING_COLON,    COG_ENDING_SEMICOLON, COG_ENDING_COMMA,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (char **mark = rules->endings[order[i]]; mark != NULL && *mark != NULL; mark++)
      if ((*length = match_mark (text, end, *mark)) > 0)
        return order[i];
  return COG_ENDING_NONE;
}

/* "?" of another script asks as well; what it should be is said by the check of marks. */
static CogEnding
classify_foreign (gunichar c)
{
  static const struct
  {
    gunichar mark;
    CogEnding ending;
  } marks[] = {
    { '.', COG_ENDING_PERIOD },         { '?', COG_ENDING_QUESTION },
    { '!', COG_ENDING_EXCLAMATION },    { ':', COG_ENDING_COLON },
    { ';', COG_ENDING_SEMICOLON },      { ',', COG_ENDING_COMMA },
    { 0x3002, COG_ENDING_PERIOD },      { 0xFF1F, COG_ENDING_QUESTION },
    { 0xFF1A, COG_ENDING_COLON },       { 0x61F, COG_ENDING_QUESTION },
    { 0x6D4, COG_ENDING_PERIOD },       { 0x964, COG_ENDING_PERIOD },
    { 0xFF01, COG_ENDING_EXCLAMATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == c)
      return marks[i].ending;
  return COG_ENDING_NONE;
}

static Last
find_last (const CogCheckText *text, const CogCheckRules *rules)
{
  Last last = { COG_ENDING_NONE, 0, 0 };
  guint end = text->length, length = 0;

  while (end > 0 && is_skipped (text->chars[end - 1]))
    end--;
  last.start = last.end = end;
  if (end == 0)
    return last;
  if (text->chars[end - 1] == COG_CHECK_OBJECT || text->is_alien[end - 1])
    {
      last.ending = COG_ENDING_OBJECT;
      return last;
    }
  last.ending = classify (text, rules, end, &length);
  if (last.ending == COG_ENDING_NONE)
    {
      last.ending = classify_foreign (text->chars[end - 1]);
      length = last.ending != COG_ENDING_NONE;
    }
  last.start = end - length;
  return last;
}

/* The Armenian mark stands on the word that asks. */
static gboolean
asks_inside (const CogCheckText *text, const CogCheckRules *rules)
{
  char **marks = rules->endings[COG_ENDING_QUESTION];
  gunichar mark = marks != NULL && marks[0] != NULL ? g_utf8_get_char (marks[0]) : 0;

  for (guint i = 0; mark == 0x55E && i < text->length; i++)
    if (text->chars[i] == mark)
      return TRUE;
  return FALSE;
}

static gboolean
is_strong (CogEnding ending)
{
  return ending == COG_ENDING_QUESTION || ending == COG_ENDING_EXCLAMATION ||
         ending == COG_ENDING_ELLIPSIS;
}

static gboolean
is_weak (CogEnding ending)
{
  return ending == COG_ENDING_COMMA || ending == COG_ENDING_SEMICOLON;
}

/* Marks that stand for each other in one language or another. Before an equation that is set apart
 * some write a colon or a comma, and others nothing. */
static gboolean
are_alike (CogEnding a, CogEnding b)
{
  if (a == b || a == COG_ENDING_OBJECT || b == COG_ENDING_OBJECT)
    return TRUE;
  if (is_weak (a) || is_weak (b))
    return TRUE;
  if ((a == COG_ENDING_COLON && b == COG_ENDING_NONE) ||
      (a == COG_ENDING_NONE && b == COG_ENDING_COLON))
    return TRUE;
  return (a == COG_ENDING_PERIOD && b == COG_ENDING_EXCLAMATION) ||
         (a == COG_ENDING_EXCLAMATION && b == COG_ENDING_PERIOD);
}

/* "Find the force." may have become "What is the force?", and what it introduces may follow. */
static gboolean
is_turned (CogEnding source, CogEnding target)
{
  return (source == COG_ENDING_PERIOD &&
          (target == COG_ENDING_QUESTION || target == COG_ENDING_COLON)) ||
         (source == COG_ENDING_COLON && target == COG_ENDING_PERIOD) ||
         (source == COG_ENDING_QUESTION && target == COG_ENDING_COLON);
}

/* Items and cells end as they like; a paragraph that is no sentence in the source may be one. */
static gboolean
is_free (const CogCheckUnit *unit, CogEnding source, CogEnding target)
{
  switch (unit->kind)
    {
    case COG_UNIT_TITLE:
    case COG_UNIT_HEADING:
      return FALSE;
    case COG_UNIT_PARAGRAPH:
    case COG_UNIT_CAPTION:
    case COG_UNIT_SUMMARY:
      return source == COG_ENDING_NONE && !is_strong (target);
    case COG_UNIT_ITEM:
    case COG_UNIT_TERM:
    case COG_UNIT_DESCRIPTION:
    case COG_UNIT_CELL:
    case COG_UNIT_HEADER_CELL:
    case COG_UNIT_ALT:
      return source == COG_ENDING_NONE || target == COG_ENDING_NONE;
    case COG_UNIT_PREFORMATTED:
    case COG_UNIT_EQUATION:
    case COG_UNIT_DRAWING:
      return TRUE;
    }
  return TRUE;
}

/* Whether the last sentence begins as questions do; TRUE too where nobody says how they do. "What
 * is its speed?" may have become "Find its speed.", and then it does not. */
static gboolean
may_ask (const CogCheckText *text, const CogCheckRules *rules, guint end)
{
  g_autoptr (GArray) words = NULL;
  guint start = end;
  g_autofree char *first = NULL;
  g_autofree char *folded = NULL;

  if (rules->asks == NULL)
    return TRUE;
  while (start > 0 && classify_foreign (text->chars[start - 1]) != COG_ENDING_PERIOD &&
         classify_foreign (text->chars[start - 1]) != COG_ENDING_QUESTION)
    start--;
  words = cog_check_text_list_words (text);
  for (guint i = 0; i < words->len && first == NULL; i++)
    if (g_array_index (words, CogCheckWord, i).start >= start)
      first = cog_check_text_dup (text, g_array_index (words, CogCheckWord, i).start,
                                  g_array_index (words, CogCheckWord, i).end);
  folded = g_utf8_casefold (first != NULL ? first : "", -1);
  return g_strv_contains ((const char *const *)rules->asks, folded);
}

/* The language's own mark of a kind. (transfer none) */
static const char *
get_mark (const CogCheckRules *rules, CogEnding ending)
{
  char **marks = rules->endings[ending];

  return marks != NULL ? marks[0] : NULL;
}

static void
propose (const CogCheckContext *context, CogCheckFinding *finding, const Last *from, const Last *to)
{
  const char *mark = get_mark (context->rules, from->ending);
  gunichar space =
      mark != NULL ? cog_mark_pairs_find (context->rules->spaced, g_utf8_get_char (mark)) : 0;
  g_autofree char *before = space != 0 ? cog_check_dup_character (space) : g_strdup ("");
  g_autofree char *words = NULL;

  if (from->ending == COG_ENDING_NONE)
    words = g_strdup ("");
  /* A question begins with a mark too in some languages: a person has to say where. */
  else if (mark == NULL || cog_mark_pairs_find (context->rules->opening, g_utf8_get_char (mark)))
    return;
  else
    words = g_strconcat (before, mark, NULL);
  cog_check_finding_add_fix (finding, to->start, to->end, words);
}

static void
report (const CogCheck *check,
        const CogCheckContext *context,
        const CogCheckUnit *unit,
        const Last *from,
        const Last *to,
        GPtrArray *findings)
{
  g_autofree char *wanted = cog_check_text_dup (unit->source, from->start, from->end);
  g_autofree char *there = cog_check_text_dup (unit->target, to->start, to->end);
  CogCheckFinding *finding;

  if (to->ending == COG_ENDING_NONE)
    finding = cog_check_add (check, &missing, unit, to->start, to->end, wanted, NULL, findings);
  else if (from->ending == COG_ENDING_NONE)
    finding = cog_check_add (check, &added, unit, to->start, to->end, there, NULL, findings);
  else
    finding = cog_check_add (check, &other, unit, to->start, to->end, wanted, there, findings);
  if (from->ending != COG_ENDING_NONE)
    cog_check_set_source (finding, unit, from->start, from->end);
  propose (context, finding, from, to);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  Last from, to;

  if (unit->source == NULL || unit->source->length == 0 || unit->target->length == 0)
    return;
  from = find_last (unit->source, context->source_rules);
  to = find_last (unit->target, context->rules);
  if (are_alike (from.ending, to.ending) || is_turned (from.ending, to.ending) ||
      is_free (unit, from.ending, to.ending))
    return;
  if (!context->rules->has_stops || !context->source_rules->has_stops)
    return;
  if (from.ending == COG_ENDING_QUESTION &&
      (asks_inside (unit->target, context->rules) ||
       (to.ending == COG_ENDING_PERIOD && !may_ask (unit->target, context->rules, to.start))))
    return;
  report (check, context, unit, &from, &to, findings);
}

const CogCheck cog_check_ending = {
  .id = "ending",
  .name = N_ ("End of the Sentence"),
  .about = N_ ("A text that ends with another mark than its source: a question that asks no more."),
  .scan = scan,
};
