/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind unknown = { "spelling", COG_SEVERITY_INFO, FALSE,
                                        /* Translators: %1 is a word. */
                                        N_ ("“%1” is not in the dictionary.") };

#define N_PROPOSED 4

/* So much of a name of the source is left in its inflected forms: "Newtona", "Einsteinem". */
#define MIN_STEM 4

/* What is no text of the language: sorted, as cog_spelling_list_words() wants it. */
static GArray *
list_skipped (const CogCheckText *text)
{
  GArray *skip = g_array_new (FALSE, FALSE, sizeof (CogStretch));

  for (guint i = 0; i < text->length; i++)
    {
      CogStretch stretch = { i, i };

      while (stretch.end < text->length && text->is_alien[stretch.end])
        stretch.end++;
      if (stretch.end == i)
        continue;
      g_array_append_val (skip, stretch);
      i = stretch.end;
    }
  return skip;
}

/* How many characters two words have alike at their beginnings. */
static guint
count_alike (const char *a, const char *b)
{
  guint n = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      n++;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

/* A word of the source itself, or one of its names with another ending. */
static gboolean
is_of_source (const CogCheckUnit *unit, const GArray *words, const char *word)
{
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const CogCheckWord *at = &g_array_index (words, CogCheckWord, i);
      g_autofree char *other = cog_check_text_dup (unit->source, at->start, at->end);
      guint length = at->end - at->start;
      guint n = count_alike (word, other);

      if (n == length && other[0] != '\0' && strcmp (word, other) == 0)
        return TRUE;
      if (g_unichar_isupper (unit->source->chars[at->start]) &&
          g_unichar_isupper (g_utf8_get_char (word)) && n >= MIN_STEM && n + 2 >= length)
        return TRUE;
    }
  return FALSE;
}

/* A name that the adapter chose: it has a capital within a sentence. */
static gboolean
is_name (const CogCheckText *text, guint start)
{
  gint64 before = (gint64)start - 1;

  if (!g_unichar_isupper (text->chars[start]))
    return FALSE;
  while (cog_check_is_space (cog_check_text_at (text, before)))
    before--;
  return g_unichar_isalpha (cog_check_text_at (text, before)) ||
         cog_check_text_at (text, before) == ',';
}

/* A symbol, an abbreviation: "cos", "np." */
static gboolean
is_short_form (const CogCheckText *text, guint start, guint end)
{
  return end - start < 4 || (end - start < 6 && cog_check_text_at (text, end) == '.' &&
                             g_unichar_islower (cog_check_text_at (text, (gint64)end + 2)));
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  g_autoptr (GArray) skip = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) of_source = NULL;

  if (context->spelling == NULL || unit->kind == COG_UNIT_PREFORMATTED)
    return;
  skip = list_skipped (unit->target);
  words = cog_spelling_list_words (unit->target->text->plain, context->target, skip);
  for (guint i = 0; i < words->len; i++)
    {
      const CogStretch *at = &g_array_index (words, CogStretch, i);
      g_autofree char *word = cog_check_text_dup (unit->target, at->start, at->end);

      if (is_short_form (unit->target, at->start, at->end) || is_name (unit->target, at->start) ||
          cog_spelling_check (context->spelling, word))
        continue;
      if (of_source == NULL && unit->source != NULL)
        of_source = cog_check_text_list_words (unit->source);
      if (!is_of_source (unit, of_source, word))
        cog_check_add (check, &unknown, unit, at->start, at->end, word, NULL, findings);
    }
}

/* What a dictionary proposes takes far longer than to see that a word is not in it. */
static void
list_fixes (const CogCheckContext *context, CogCheckFinding *finding)
{
  g_autoptr (GPtrArray) words = NULL;

  if (context->spelling == NULL || finding->fixes != NULL)
    return;
  words = cog_spelling_suggest (context->spelling, finding->text, N_PROPOSED);
  for (guint i = 0; i < words->len; i++)
    cog_check_finding_add_fix (finding, finding->start, finding->end, g_ptr_array_index (words, i));
}

const CogCheck cog_check_spelling = {
  .id = "spelling",
  .name = N_ ("Spelling"),
  .about = N_ ("Words that the dictionary of your system does not know."),
  /* A textbook is full of words that no dictionary has; the editor underlines them as well. */
  .is_quiet = TRUE,
  .scan = scan,
  .list_fixes = list_fixes,
};
