/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-pair-private.h"

#include <glib/gi18n-lib.h>

const CogFindingKind cog_finding_term_missing = {
  "term-missing",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 are words of the original, %2 their translations in the glossary. */
  N_ ("“%1” is not translated as in the glossary: %2."),
};

const CogFindingKind cog_finding_term_forbidden = {
  "term-forbidden",
  COG_SEVERITY_WARNING,
  FALSE,
  /* Translators: %1 are words of the translation, %2 what the glossary has for them. */
  N_ ("“%1” is not to be used, says the glossary. It has: %2."),
};

const CogFindingKind cog_finding_term_mixed = {
  "term-mixed",
  COG_SEVERITY_INFO,
  FALSE,
  /* Translators: %1 are words of the translation, %2 those that stand for the same elsewhere. */
  N_ ("“%1” is mostly “%2” in the rest of the book."),
};

void
cog_term_finding_free (CogTermFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->unit);
  g_free (finding->term);
  g_free (finding->found);
  g_free (finding->wanted);
  g_free (finding);
}

char *
cog_term_finding_dup_sentence (const CogTermFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return cog_finding_fill_sentence (_ (finding->kind->sentence),
                                    finding->found != NULL ? finding->found : finding->term,
                                    finding->wanted[0] != '\0' ? finding->wanted : "–");
}

void
cog_term_use_clear (gpointer data)
{
  CogTermUse *use = data;

  g_clear_pointer (&use->finding, cog_term_finding_free);
}

void
cog_glossary_pair_forget (CogGlossaryPair *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->uses, 0);
}

/* What is checked: a source term, or several entries with the same one (homonyms), of which any
 * will do. */
typedef struct
{
  CogGlossaryPair *pair;
  const char *unit;
  const CogText *source, *target;
  const CogTermHit *first; /* hits in the source, of one stretch */
  guint n;
  const GArray *there; /* CogTermHit in the target: whatever terms */
  GPtrArray *findings;
} Check;

static gboolean
has_entry (const Check *check, guint entry)
{
  for (guint i = 0; i < check->n; i++)
    if (check->first[i].number == entry)
      return TRUE;
  return FALSE;
}

static const CogPairTerm *
get_target (const Check *check, const CogTermHit *hit)
{
  return &g_array_index (check->pair->targets, CogPairTerm, hit->number);
}

/* Whether a longer translation of the same term has it in it, or the same words are also admitted:
 * "field strength" may be right where "strength" alone is not. */
static gboolean
is_hidden (const Check *check, const CogTermHit *hit)
{
  guint n = hit->end - hit->start;

  for (guint i = 0; i < check->there->len; i++)
    {
      const CogTermHit *other = &g_array_index (check->there, CogTermHit, i);
      const CogPairTerm *target = get_target (check, other);
      guint longer = other->end - other->start;

      if (other->start <= hit->start && other->end >= hit->end &&
          has_entry (check, target->entry) && target->term->status != COG_TERM_FORBIDDEN &&
          (longer > n || get_target (check, hit)->term->status == COG_TERM_FORBIDDEN))
        return TRUE;
    }
  return FALSE;
}

/* All that may be used. (transfer full) */
static char *
dup_wanted (const Check *check)
{
  GString *wanted = g_string_new (NULL);

  for (guint i = 0; i < check->n; i++)
    {
      const CogGlossaryEntry *entry =
          g_ptr_array_index (check->pair->entries, check->first[i].number);
      g_autofree char *list = cog_glossary_entry_dup_list (entry, check->pair->to);

      if (list[0] != '\0')
        g_string_append_printf (wanted, "%s%s", wanted->len > 0 ? "; " : "", list);
    }
  return g_string_free (wanted, FALSE);
}

static char *
dup_words (const CogText *text, guint start, guint end)
{
  return g_utf8_substring (text->plain, (glong)start, (glong)end);
}

/* there: (nullable) */
static CogTermFinding *
make_finding (const Check *check, const CogFindingKind *kind, const CogTermHit *there)
{
  CogTermFinding *finding = g_new0 (CogTermFinding, 1);
  guint entry = there != NULL ? get_target (check, there)->entry : check->first->number;

  finding->kind = kind;
  finding->entry = ((const CogGlossaryEntry *)g_ptr_array_index (check->pair->entries, entry))->id;
  finding->unit = g_strdup (check->unit);
  finding->start = check->first->start;
  finding->end = check->first->end;
  finding->term = dup_words (check->source, finding->start, finding->end);
  if (there != NULL)
    {
      finding->there = there->start;
      finding->there_end = there->end;
      finding->found = dup_words (check->target, there->start, there->end);
    }
  return finding;
}

static void
remember (const Check *check, const CogTermHit *hit)
{
  const CogPairTerm *target = get_target (check, hit);
  CogTermUse use = { target->entry, target->term, NULL };

  if (check->unit == NULL)
    return;
  use.finding = make_finding (check, &cog_finding_term_mixed, hit);
  g_array_append_val (check->pair->uses, use);
}

static void
check_term (const Check *check)
{
  g_autofree char *wanted = dup_wanted (check);
  gboolean is_there = FALSE, is_told = FALSE;

  for (guint i = 0; i < check->there->len; i++)
    {
      const CogTermHit *hit = &g_array_index (check->there, CogTermHit, i);
      const CogPairTerm *target = get_target (check, hit);
      CogTermFinding *finding;

      if (!has_entry (check, target->entry) || is_hidden (check, hit))
        continue;
      if (target->term->status != COG_TERM_FORBIDDEN)
        {
          remember (check, hit);
          is_there = TRUE;
          continue;
        }
      finding = make_finding (check, &cog_finding_term_forbidden, hit);
      finding->wanted = g_strdup (wanted);
      g_ptr_array_add (check->findings, finding);
      is_told = TRUE;
    }
  if (!is_there && !is_told && wanted[0] != '\0')
    {
      CogTermFinding *finding = make_finding (check, &cog_finding_term_missing, NULL);

      finding->wanted = g_strdup (wanted);
      g_ptr_array_add (check->findings, finding);
    }
}

/* Whether an earlier stretch was the same term. */
static gboolean
is_done (const GArray *hits, guint at)
{
  for (guint i = 0; i < at; i++)
    if (g_array_index (hits, CogTermHit, i).number == g_array_index (hits, CogTermHit, at).number)
      return TRUE;
  return FALSE;
}

GPtrArray *
cog_glossary_check_text (CogGlossaryPair *self,
                         const char *unit,
                         const CogText *source,
                         const CogText *target)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (CogTermHit));
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (CogTermHit));
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_term_finding_free);
  Check check = { self, unit, source, target, NULL, 0, there, findings };

  g_return_val_if_fail (self != NULL && source != NULL && target != NULL, findings);

  cog_term_finder_find (self->source, source->plain, COG_TERMS_LONGEST, hits);
  if (hits->len > 0)
    cog_term_finder_find (self->target, target->plain, COG_TERMS_ALL, there);
  for (guint i = 0; i < hits->len; i += check.n)
    {
      check.first = &g_array_index (hits, CogTermHit, i);
      for (check.n = 1;
           i + check.n < hits->len && check.first[check.n].start == check.first->start;)
        check.n++;
      if (!is_done (hits, i))
        check_term (&check);
    }
  return findings;
}

/* How often an entry has that translation, and in the end the most frequent one. */
typedef struct
{
  GHashTable *counts; /* CogGlossaryTerm → number */
  const CogGlossaryTerm *most;
} Tally;

static void
free_tally (gpointer data)
{
  Tally *tally = data;

  g_hash_table_unref (tally->counts);
  g_free (tally);
}

static void
count (GHashTable *tallies, const CogTermUse *use)
{
  Tally *tally = g_hash_table_lookup (tallies, GUINT_TO_POINTER (use->entry));
  guint n, most;

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->counts = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (tallies, GUINT_TO_POINTER (use->entry), tally);
    }
  n = GPOINTER_TO_UINT (g_hash_table_lookup (tally->counts, use->translation)) + 1;
  g_hash_table_insert (tally->counts, (gpointer)use->translation, GUINT_TO_POINTER (n));
  most =
      tally->most != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (tally->counts, tally->most)) : 0;
  /* Of two that are as frequent, the better one. */
  if (n > most || (n == most && use->translation->status < tally->most->status))
    tally->most = use->translation;
}

GPtrArray *
cog_glossary_pair_list_mixed (const CogGlossaryPair *self)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_term_finding_free);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (NULL, NULL, NULL, free_tally);

  g_return_val_if_fail (self != NULL, findings);

  for (guint i = 0; i < self->uses->len; i++)
    count (tallies, &g_array_index (self->uses, CogTermUse, i));
  for (guint i = 0; i < self->uses->len; i++)
    {
      const CogTermUse *use = &g_array_index (self->uses, CogTermUse, i);
      const Tally *tally = g_hash_table_lookup (tallies, GUINT_TO_POINTER (use->entry));
      CogTermFinding *finding;

      if (use->translation == tally->most)
        continue;
      finding = g_memdup2 (use->finding, sizeof *finding);
      finding->unit = g_strdup (use->finding->unit);
      finding->term = g_strdup (use->finding->term);
      finding->found = g_strdup (use->finding->found);
      finding->wanted = g_strdup (tally->most->text);
      g_ptr_array_add (findings, finding);
    }
  return findings;
}
