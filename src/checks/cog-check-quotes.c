/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>

#define MAX_MARKS 64

static const CogFindingKind other_style = {
  "quotes-of-other-language", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 and %2 are words within quotation marks. */
  N_ ("%1: in this language it is written %2.")
};
static const CogFindingKind not_paired = { "quote-not-paired", COG_SEVERITY_WARNING, FALSE,
                                           /* Translators: %1 is a quotation mark. */
                                           N_ ("The quotation mark %1 has no other half.") };
static const CogFindingKind mixed = {
  "quotes-mixed", COG_SEVERITY_INFO, FALSE,
  N_ ("The text has straight quotation marks beside those of the language.")
};

/* A quotation mark in a text. */
typedef struct
{
  guint at;
  gunichar mark;
} Mark;

static gboolean
is_double (gunichar c)
{
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) ||
         (c >= 0x300C && c <= 0x300F);
}

/* The inch, the second, the minute behind a number. */
static gboolean
is_measure (const CogCheckText *text, guint at)
{
  return text->chars[at] == '"' && at > 0 && g_unichar_isdigit (text->chars[at - 1]);
}

/* Double marks only: the single ones are apostrophes more often than not. */
static guint
list_marks (const CogCheckText *text, Mark marks[MAX_MARKS])
{
  guint n = 0;

  for (guint i = 0; i < text->length && n < MAX_MARKS; i++)
    if (is_double (text->chars[i]) && !text->is_alien[i] && !is_measure (text, i))
      marks[n++] = (Mark){ i, text->chars[i] };
  return n;
}

/* Whether two marks make a pair in the language. */
static gboolean
is_pair (const CogCheckRules *rules, gunichar open, gunichar close)
{
  for (guint i = 0; i < rules->quotes->len; i++)
    {
      const CogQuotePair *pair = &g_array_index (rules->quotes, CogQuotePair, i);

      if (pair->open == open && pair->close == close)
        return TRUE;
    }
  return open == '"' && close == '"' && rules->allows_straight;
}

static char *
dup_marked (const char *words, const CogQuotePair *pair)
{
  g_autofree char *open = cog_check_dup_character (pair->open);
  g_autofree char *close = cog_check_dup_character (pair->close);
  g_autofree char *space = pair->space != 0 ? cog_check_dup_character (pair->space) : g_strdup ("");

  return g_strconcat (open, space, words, space, close, NULL);
}

/* The pair that one of the marks is of already, else the language's first. */
static const CogQuotePair *
choose_pair (const CogCheckRules *rules, gunichar open, gunichar close)
{
  for (guint i = 0; i < rules->quotes->len; i++)
    {
      const CogQuotePair *pair = &g_array_index (rules->quotes, CogQuotePair, i);

      if (pair->open == open || pair->close == close)
        return pair;
    }
  return &g_array_index (rules->quotes, CogQuotePair, 0);
}

/* Both marks with what stands between them, so that one is never set without the other. */
static void
report_style (const CogCheck *check,
              const CogCheckContext *context,
              const CogCheckUnit *unit,
              const Mark *open,
              const Mark *close,
              GPtrArray *findings)
{
  const CogCheckText *text = unit->target;
  guint start = open->at + 1, end = close->at;
  g_autofree char *words = NULL;
  g_autofree char *there = cog_check_text_dup (text, open->at, close->at + 1);
  g_autofree char *right = NULL;
  CogCheckFinding *finding;

  while (start < end && cog_check_is_space (text->chars[start]))
    start++;
  while (end > start && cog_check_is_space (text->chars[end - 1]))
    end--;
  words = cog_check_text_dup (text, start, end);
  right = dup_marked (words, choose_pair (context->rules, open->mark, close->mark));
  finding =
      cog_check_add (check, &other_style, unit, open->at, close->at + 1, there, right, findings);
  cog_check_finding_add_fix (finding, open->at, close->at + 1, right);
  finding->is_safe = TRUE;
}

/* Marks stand in pairs, one after the other or one in the other: «a "b" c». */
static guint
find_partner (
    const CogCheckRules *rules, const Mark *marks, guint n, guint at, const gboolean *used)
{
  for (guint i = at + 1; i < n; i++)
    if (!used[i] && is_pair (rules, marks[at].mark, marks[i].mark))
      return i;
  return n;
}

static gboolean
is_other_pair (gunichar open, gunichar close)
{
  static const struct
  {
    gunichar open, close;
  } pairs[] = { { 0x201C, 0x201D }, { 0x201E, 0x201D }, { 0x201E, 0x201C }, { 0xAB, 0xBB },
                { 0xBB, 0xAB },     { 0x300C, 0x300D }, { 0x201D, 0x201D }, { '"', 0x201D },
                { 0x201C, '"' },    { 0x201E, '"' } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].open == open && pairs[i].close == close)
      return TRUE;
  return FALSE;
}

/* Whether the source's own marks do not pair: a quotation that goes over several paragraphs. */
static gboolean
source_is_odd (const CogCheckUnit *unit)
{
  Mark marks[MAX_MARKS];

  return unit->source != NULL && list_marks (unit->source, marks) % 2 != 0;
}

static void
report_single (const CogCheck *check,
               const CogCheckUnit *unit,
               const Mark *mark,
               GPtrArray *findings)
{
  g_autofree char *words = cog_check_dup_character (mark->mark);

  cog_check_add (check, &not_paired, unit, mark->at, mark->at + 1, words, NULL, findings);
}

static void
report_mixed (const CogCheck *check,
              const CogCheckUnit *unit,
              const Mark *marks,
              guint n,
              GPtrArray *findings)
{
  const Mark *straight = NULL;
  gboolean has_own = FALSE;

  for (guint i = 0; i < n; i++)
    if (marks[i].mark == '"')
      straight = straight == NULL ? &marks[i] : straight;
    else
      has_own = TRUE;
  if (straight != NULL && has_own)
    cog_check_add (check, &mixed, unit, straight->at, straight->at + 1, NULL, NULL, findings);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  Mark marks[MAX_MARKS];
  gboolean used[MAX_MARKS] = { FALSE };
  guint n = list_marks (unit->target, marks);
  guint n_before = findings->len;

  if (n == 0 || n == MAX_MARKS || unit->kind == COG_UNIT_PREFORMATTED ||
      context->rules->quotes->len == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint partner = used[i] ? n : find_partner (context->rules, marks, n, i, used);

      if (partner == n)
        continue;
      used[i] = used[partner] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      guint next = i + 1;

      while (next < n && used[next])
        next++;
      if (used[i])
        continue;
      if (next < n && is_other_pair (marks[i].mark, marks[next].mark))
        {
          report_style (check, context, unit, &marks[i], &marks[next], findings);
          used[next] = TRUE;
        }
      else if (n % 2 != 0 && !source_is_odd (unit))
        {
          report_single (check, unit, &marks[i], findings);
          return;
        }
    }
  if (findings->len == n_before)
    report_mixed (check, unit, marks, n, findings);
}

const CogCheck cog_check_quotes = {
  .id = "quotes",
  .name = N_ ("Quotation Marks"),
  .about = N_ ("Quotation marks of another language, or without their other half."),
  .scan = scan,
};
