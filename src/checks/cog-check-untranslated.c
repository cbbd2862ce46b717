/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include "cog-language-guess.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind whole = { "untranslated", COG_SEVERITY_WARNING, FALSE,
                                      N_ ("The text is the same as its source.") };
static const CogFindingKind part = { "untranslated-part", COG_SEVERITY_WARNING, FALSE,
                                     /* Translators: %1 are words of the source. */
                                     N_ ("“%1” stands here as in the source.") };

/* Names, formulas, words that are the same in both languages come in twos and threes. */
#define MIN_WORDS 3
#define MIN_RUN 6
/* A paragraph is looked through in the square of its words. */
#define MAX_WORDS 600

typedef struct
{
  const CogCheckText *text;
  GArray *words;    /* (element-type CogCheckWord) */
  GPtrArray *plain; /* (element-type utf8) */
  GArray *hashes;   /* of them (element-type guint) */
} Side;

static void
side_init (Side *side, const CogCheckText *text)
{
  side->text = text;
  side->words = cog_check_text_list_words (text);
  side->plain = g_ptr_array_new_with_free_func (g_free);
  side->hashes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < side->words->len; i++)
    {
      const CogCheckWord *word = &g_array_index (side->words, CogCheckWord, i);

      char *plain = cog_check_text_dup (text, word->start, word->end);
      guint hash = g_str_hash (plain);

      g_ptr_array_add (side->plain, plain);
      g_array_append_val (side->hashes, hash);
    }
}

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->words, g_array_unref);
  g_clear_pointer (&side->plain, g_ptr_array_unref);
  g_clear_pointer (&side->hashes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static gboolean
is_common (const Side *side, guint i)
{
  const CogCheckWord *word = &g_array_index (side->words, CogCheckWord, i);

  return !side->text->is_alien[word->start] && word->end - word->start > 1 &&
         !g_unichar_isupper (side->text->chars[word->start]) &&
         !cog_check_text_is_in (side->text, word->start, "em") &&
         !cog_check_text_is_in (side->text, word->start, "i") &&
         !cog_check_text_is_in (side->text, word->start, "cite") &&
         !cog_check_text_is_in (side->text, word->start, "q");
}

/* Words that are no names, from first on. */
static guint
count_common (const Side *side, guint first, guint n)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    count += is_common (side, i);
  return count;
}

/* Whether the dictionary knows most of the common words: "idea", "animal" are of both languages. */
static gboolean
are_of_target (const CogCheckContext *context, const Side *side, guint first, guint n)
{
  guint n_known = 0, n_common = 0;

  for (guint i = first; context->spelling != NULL && i < first + n; i++)
    if (is_common (side, i))
      {
        n_common++;
        n_known += cog_spelling_check (context->spelling, g_ptr_array_index (side->plain, i));
      }
  return n_common > 0 && n_known * 4 >= n_common * 3;
}

/* The commonest small words of either language say which one it is, where both are known. */
static gboolean
reads_as_source (const CogCheckContext *context, const char *words)
{
  double source = cog_text_measure_language (words, context->source);
  double target = cog_text_measure_language (words, context->target);

  return source < 0 || target < 0 || source > target;
}

/* "(credit: modification of work by …)", an address, a title: what names a work is left as it is.
 */
static gboolean
is_of_credit (const Side *side, guint start)
{
  static const char *const words[] = { "credit:", "modification of work", "courtesy of", "©",
                                       "CC BY",   "Creative Commons",     "ISBN",        "doi",
                                       NULL };

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = strstr (side->text->text->plain, words[i]);

      if (at != NULL && (guint)g_utf8_pointer_to_offset (side->text->text->plain, at) < start + 40)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_whole (const CogCheck *check,
             const CogCheckContext *context,
             const CogCheckUnit *unit,
             const Side *target,
             GPtrArray *findings)
{
  guint n = target->words->len;
  guint n_common = count_common (target, 0, n);

  if (strcmp (unit->source->text->plain, unit->target->text->plain) != 0)
    return FALSE;
  if (n < MIN_WORDS || n_common < MIN_WORDS || n_common * 2 < n || is_of_credit (target, 0) ||
      are_of_target (context, target, 0, n) ||
      !reads_as_source (context, unit->target->text->plain))
    return TRUE;
  cog_check_add (check, &whole, unit, 0, unit->target->length, NULL, NULL, findings);
  return TRUE;
}

/* How many words of the target the source may have too; most translations end here. */
static guint
count_shared (const Side *source, const Side *target)
{
  guint8 seen[4096] = { 0 };
  guint n = 0;

  for (guint i = 0; i < source->hashes->len; i++)
    seen[g_array_index (source->hashes, guint, i) % G_N_ELEMENTS (seen)] = 1;
  for (guint i = 0; i < target->hashes->len; i++)
    n += seen[g_array_index (target->hashes, guint, i) % G_N_ELEMENTS (seen)];
  return n;
}

/* The longest stretch of words that both have, in the target. */
static guint
find_run (const Side *source, const Side *target, guint *first)
{
  g_autofree guint *before = g_new0 (guint, target->words->len + 1);
  g_autofree guint *here = g_new0 (guint, target->words->len + 1);
  guint longest = 0;

  for (guint i = 0; i < source->words->len; i++)
    {
      guint *swap;

      for (guint k = 0; k < target->words->len; k++)
        {
          here[k + 1] = g_array_index (source->hashes, guint, i) ==
                                    g_array_index (target->hashes, guint, k) &&
                                strcmp (g_ptr_array_index (source->plain, i),
                                        g_ptr_array_index (target->plain, k)) == 0
                            ? before[k] + 1
                            : 0;
          if (here[k + 1] > longest)
            {
              longest = here[k + 1];
              *first = k + 1 - longest;
            }
        }
      swap = before;
      before = here;
      here = swap;
    }
  return longest;
}

/* In quotation marks or brackets it is said on purpose: "(system of units)". */
static gboolean
is_set_apart (const CogCheckText *text, guint start, guint end)
{
  while (start > 0 && cog_check_is_space (text->chars[start - 1]))
    start--;
  return cog_check_is_opening (cog_check_text_at (text, (gint64)start - 1)) ||
         cog_check_is_closing (cog_check_text_at (text, end));
}

static void
check_part (const CogCheck *check,
            const CogCheckContext *context,
            const CogCheckUnit *unit,
            const Side *source,
            const Side *target,
            GPtrArray *findings)
{
  guint first = 0, n;
  guint start, end;
  g_autofree char *words = NULL;

  if (target->words->len < MIN_RUN || target->words->len > MAX_WORDS ||
      source->words->len > MAX_WORDS || count_shared (source, target) < MIN_RUN)
    return;
  n = find_run (source, target, &first);
  if (n < MIN_RUN || count_common (target, first, n) * 3 < n * 2)
    return;
  start = g_array_index (target->words, CogCheckWord, first).start;
  end = g_array_index (target->words, CogCheckWord, first + n - 1).end;
  words = cog_check_text_dup (unit->target, start, end);
  if (is_set_apart (unit->target, start, end) || is_of_credit (target, start) ||
      are_of_target (context, target, first, n) || !reads_as_source (context, words))
    return;
  cog_check_add (check, &part, unit, start, end, words, NULL, findings);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  g_auto (Side) source = { NULL };
  g_auto (Side) target = { NULL };

  if (unit->source == NULL || !context->translates || unit->kind == COG_UNIT_PREFORMATTED)
    return;
  side_init (&target, unit->target);
  if (check_whole (check, context, unit, &target, findings))
    return;
  side_init (&source, unit->source);
  check_part (check, context, unit, &source, &target, findings);
}

const CogCheck cog_check_untranslated = {
  .id = "untranslated",
  .name = N_ ("Still in the Source’s Language"),
  .about = N_ ("Texts, or parts of them, that stand as in the source."),
  .scan = scan,
};
