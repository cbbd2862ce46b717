/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind wrong_mark = {
  "mark-of-other-script", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 and %2 are marks: “,” and “،”. */
  N_ ("“%1” is a mark of another script; here it is written “%2”.")
};
static const CogFindingKind space_before = { "space-before-mark", COG_SEVERITY_INFO, FALSE,
                                             /* Translators: %1 is a mark: “,”. */
                                             N_ ("A space stands before “%1”.") };
static const CogFindingKind space_lacking = {
  "space-lacking", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a mark: “;”. */
  N_ ("Before “%1” stands a space that cannot be broken.")
};
static const CogFindingKind space_behind = { "space-lacking-behind", COG_SEVERITY_INFO, FALSE,
                                             /* Translators: %1 is a mark: “,”. */
                                             N_ ("A space is lacking behind “%1”.") };
static const CogFindingKind doubled = { "mark-double", COG_SEVERITY_INFO, FALSE,
                                        /* Translators: %1 is a mark, such as “,,”. */
                                        N_ ("“%1” stands there twice.") };
static const CogFindingKind no_opening = {
  "mark-not-opened", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a mark such as “?”, %2 one such as “¿”. */
  N_ ("A sentence with “%1” begins with “%2” in this language.")
};
static const CogFindingKind not_joined = {
  "word-not-joined", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 are words with a space between them. */
  N_ ("“%1” is written with a joiner in the place of the space.")
};

typedef struct
{
  const CogCheck *check;
  const CogCheckContext *context;
  const CogCheckUnit *unit;
  const CogCheckText *text;
  GPtrArray *findings;
} Scan;

static gunichar
at (const Scan *scan, gint64 place)
{
  return cog_check_text_at (scan->text, place);
}

static gboolean
is_digit (gunichar c)
{
  return g_unichar_isdigit (c);
}

/* Of the language's own script: a letter that is not of Latin. */
static gboolean
is_own_letter (gunichar c)
{
  return (g_unichar_isalpha (c) || g_unichar_ismark (c)) &&
         g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN &&
         g_unichar_get_script (c) != G_UNICODE_SCRIPT_GREEK;
}

/* How often the source has the same characters in a row: "a : b" is a ratio there too. */
static gboolean
source_has (const Scan *scan, const char *words)
{
  return scan->unit->source != NULL && strstr (scan->unit->source->text->plain, words) != NULL;
}

/* ── Marks of another script ─────────────────────────────────────────────────────────────────── */

static void
check_wrong (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  gunichar right = cog_mark_pairs_find (scan->context->rules->wrong, c);
  gint64 before = (gint64)i - 1;
  g_autofree char *words = NULL;

  if (right == 0)
    return;
  while (cog_check_is_closing (at (scan, before)) || cog_check_is_invisible (at (scan, before)))
    before--;
  if (!is_own_letter (at (scan, before)) || is_digit (at (scan, (gint64)i + 1)))
    return;
  /* "..." is none, and an abbreviation has a letter behind its full stop. */
  if (c == '.' &&
      (at (scan, (gint64)i + 1) == '.' || g_unichar_isalpha (at (scan, (gint64)i + 1)) ||
       g_unichar_isalpha (at (scan, (gint64)i + 2))))
    return;
  words = cog_check_dup_character (right);
  cog_check_add_fixed (scan->check, &wrong_mark, scan->unit, i, i + 1, words, scan->findings);
}

/* ── Spaces beside marks ─────────────────────────────────────────────────────────────────────── */

/* The source sets marks apart too: pieces of it were left out when it was made. */
static gboolean
source_sets_apart (const Scan *scan, gunichar c)
{
  g_autofree char *mark = cog_check_dup_character (c);
  g_autofree char *words = g_strconcat (" ", mark, NULL);

  return source_has (scan, words);
}

/* A dot that begins a word (".NET", ".5", "..."), a colon between spaces, a bracket of an equation.
 */
static gboolean
stands_alone (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  gunichar next = at (scan, (gint64)i + 1);

  if (c == '.' && (next == '.' || g_unichar_isalnum (next)))
    return TRUE;
  if ((c == ':' || c == '!') && cog_check_is_space (next))
    {
      g_autofree char *words = g_strdup_printf (" %c ", (int)c);

      return source_has (scan, words);
    }
  return next == c || c == '}' || c == ']' || (c == ',' && is_digit (next));
}

static void
check_close_up (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  guint start = i;
  g_autofree char *mark = NULL;
  CogCheckFinding *finding;

  if (cog_mark_pairs_find (scan->context->rules->close_up, c) == 0)
    return;
  while (start > 0 && (scan->text->chars[start - 1] == ' ' || scan->text->chars[start - 1] == 0xA0))
    start--;
  /* What stands behind an equation or a dash may be set apart. */
  if (start == i || start == 0 || stands_alone (scan, i) ||
      scan->text->chars[start - 1] == COG_CHECK_OBJECT || scan->text->is_alien[start - 1] ||
      cog_check_is_opening (scan->text->chars[start - 1]) || source_sets_apart (scan, c))
    return;
  mark = cog_check_dup_character (c);
  finding = cog_check_add (scan->check, &space_before, scan->unit, start, i + 1, mark, NULL,
                           scan->findings);
  finding->is_safe = TRUE;
  cog_check_finding_add_fix (finding, start, i, "");
}

static gboolean
is_unbroken (gunichar c)
{
  return c == 0xA0 || c == 0x202F || c == 0x2009;
}

/* "10:30", "?!", "https://", "(!)". */
static gboolean
needs_no_space (const Scan *scan, guint i)
{
  gunichar before = at (scan, (gint64)i - 1);
  gunichar next = at (scan, (gint64)i + 1);

  return i == 0 || before == '?' || before == '!' || before == 0x2026 || before == '.' ||
         before == '(' || before == '[' || (is_digit (before) && is_digit (next)) ||
         (scan->text->chars[i] == ':' && (next == '/' || next == '-' || g_unichar_isalpha (next)));
}

static void
check_spaced (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  gunichar space = cog_mark_pairs_find (scan->context->rules->spaced, c);
  guint start = i;
  g_autofree char *words = NULL;
  CogCheckFinding *finding;

  if (space == 0 || needs_no_space (scan, i))
    return;
  while (start > 0 && cog_check_is_space (scan->text->chars[start - 1]))
    start--;
  if (start == 0 || (i - start == 1 && is_unbroken (scan->text->chars[start])))
    return;
  words = cog_check_dup_character (space);
  finding = cog_check_add (scan->check, &space_lacking, scan->unit, start, i + 1, NULL, NULL,
                           scan->findings);
  finding->arguments[0] = cog_check_dup_character (c);
  finding->is_safe = TRUE;
  cog_check_finding_add_fix (finding, start, i, words);
}

/* "word,word"; a full stop only between a word of three and a capital: abbreviations have none. */
static void
check_behind (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  gunichar next = at (scan, (gint64)i + 1);
  CogCheckFinding *finding;

  if (!scan->context->rules->has_spaces || !g_unichar_isalpha (next) || i < 3 ||
      !g_unichar_isalpha (scan->text->chars[i - 1]) ||
      !g_unichar_isalpha (scan->text->chars[i - 2]) ||
      !g_unichar_isalpha (scan->text->chars[i - 3]) || scan->text->is_alien[i + 1])
    return;
  if (c == '.' && (!g_unichar_isupper (next) || !g_unichar_islower (scan->text->chars[i - 1]) ||
                   !g_unichar_islower (scan->text->chars[i - 2]) ||
                   !g_unichar_islower (at (scan, (gint64)i + 2))))
    return;
  if (c != ',' && c != ';' && c != '.' && c != '?' && c != 0x60C && c != 0x61B && c != 0x61F)
    return;
  finding =
      cog_check_add (scan->check, &space_behind, scan->unit, i, i + 1, NULL, NULL, scan->findings);
  finding->arguments[0] = cog_check_dup_character (c);
  finding->is_safe = TRUE;
  cog_check_finding_add_fix (finding, i + 1, i + 1, " ");
}

static void
check_doubled (const Scan *scan, guint i)
{
  gunichar c = scan->text->chars[i];
  g_autofree char *words = NULL;
  CogCheckFinding *finding;

  if ((c != ',' && c != ';' && c != ':' && c != 0x60C && c != 0x3001 && c != 0xFF0C &&
       c != 0x3002 && c != '.') ||
      at (scan, (gint64)i + 1) != c || at (scan, (gint64)i + 2) == c ||
      at (scan, (gint64)i - 1) == c)
    return;
  words = cog_check_text_dup (scan->text, i, i + 2);
  /* "::" is of programs, and what the source has is meant. */
  if (source_has (scan, words) || c == ':')
    return;
  finding =
      cog_check_add (scan->check, &doubled, scan->unit, i, i + 2, words, NULL, scan->findings);
  finding->is_safe = c != '.';
  cog_check_finding_add_fix (finding, i + 1, i + 2, "");
}

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Spanish: the mark may stand within the sentence, before the clause that asks. */
static void
check_opening (const Scan *scan)
{
  guint start = 0;
  gboolean is_opened = FALSE;
  gunichar wanted;

  for (guint i = 0; i < scan->text->length; i++)
    {
      gunichar c = scan->text->chars[i];
      gboolean is_opener = FALSE;

      for (guint k = 0; k < scan->context->rules->opening->len; k++)
        is_opener |= g_array_index (scan->context->rules->opening, CogMarkPair, k).other == c;
      is_opened = is_opened || is_opener;
      if (!ends_sentence (c) || scan->text->is_alien[i] || is_digit (at (scan, (gint64)i + 1)))
        continue;
      wanted = cog_mark_pairs_find (scan->context->rules->opening, c);
      /* "(?)" doubts and does not ask; "5!" is a factorial. */
      if (wanted != 0 && !is_opened && g_unichar_isalpha (at (scan, (gint64)i - 1)) &&
          !g_unichar_isalnum (at (scan, (gint64)i + 1)) &&
          (i < 2 || g_unichar_isalpha (at (scan, (gint64)i - 2))))
        {
          CogCheckFinding *finding = cog_check_add (scan->check, &no_opening, scan->unit, i, i + 1,
                                                    NULL, NULL, scan->findings);
          g_autofree char *mark = cog_check_dup_character (wanted);

          while (start < i && !g_unichar_isalnum (scan->text->chars[start]))
            start++;
          cog_check_finding_add_fix (finding, start, start, mark);
          finding->arguments[0] = cog_check_dup_character (c);
          finding->arguments[1] = g_steal_pointer (&mark);
        }
      start = i + 1;
      /* "¿Cuál es (a) la masa? (b) ¿el peso?": what was asked goes on. */
      is_opened = is_opened && wanted != 0 && at (scan, (gint64)i + 2) == '(';
    }
}

/* ── Words that are joined ───────────────────────────────────────────────────────────────────── */

static void
check_joined (const Scan *scan)
{
  const CogCheckRules *rules = scan->context->rules;
  g_autoptr (GArray) words = NULL;

  if (rules->joined_after == NULL && rules->joined_before == NULL)
    return;
  words = cog_check_text_list_words (scan->text);
  for (guint i = 1; i < words->len; i++)
    {
      const CogCheckWord *first = &g_array_index (words, CogCheckWord, i - 1);
      const CogCheckWord *second = &g_array_index (words, CogCheckWord, i);
      g_autofree char *a = cog_check_text_dup (scan->text, first->start, first->end);
      g_autofree char *b = cog_check_text_dup (scan->text, second->start, second->end);
      g_autofree char *both = NULL;
      CogCheckFinding *finding;

      if (second->start != first->end + 1 || scan->text->chars[first->end] != ' ')
        continue;
      if ((rules->joined_after == NULL ||
           !g_strv_contains ((const char *const *)rules->joined_after, a)) &&
          (rules->joined_before == NULL ||
           !g_strv_contains ((const char *const *)rules->joined_before, b)))
        continue;
      both = g_strconcat (a, " ", b, NULL);
      finding = cog_check_add (scan->check, &not_joined, scan->unit, first->start, second->end,
                               both, NULL, scan->findings);
      cog_check_finding_add_fix (finding, first->end, second->start, "\xE2\x80\x8C");
    }
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  const Scan it = { check, context, unit, unit->target, findings };

  if (unit->kind == COG_UNIT_PREFORMATTED)
    return;
  for (guint i = 0; i < it.text->length; i++)
    {
      if (it.text->is_alien[i] || g_unichar_isalnum (it.text->chars[i]) || it.text->chars[i] == ' ')
        continue;
      check_wrong (&it, i);
      check_close_up (&it, i);
      check_spaced (&it, i);
      check_behind (&it, i);
      check_doubled (&it, i);
    }
  check_opening (&it);
  check_joined (&it);
}

const CogCheck cog_check_punctuation = {
  .id = "punctuation",
  .name = N_ ("Punctuation"),
  .about = N_ ("Marks and the spaces beside them, by the rules of the language."),
  .scan = scan,
};
