/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-table.h"

#include "cog-language.h"

#include <string.h>

extern const CogCheck cog_check_brackets;
extern const CogCheck cog_check_capitals;
extern const CogCheck cog_check_codes;
extern const CogCheck cog_check_consistency;
extern const CogCheck cog_check_direction;
extern const CogCheck cog_check_ending;
extern const CogCheck cog_check_length;
extern const CogCheck cog_check_numbers;
extern const CogCheck cog_check_punctuation;
extern const CogCheck cog_check_quotes;
extern const CogCheck cog_check_repeated;
extern const CogCheck cog_check_spaces;
extern const CogCheck cog_check_spelling;
extern const CogCheck cog_check_terms;
extern const CogCheck cog_check_untranslated;

/* clang-format off */
static const CogCheck *const checks[] = {
  &cog_check_codes,
  &cog_check_numbers,
  &cog_check_untranslated,
  &cog_check_terms,
  &cog_check_consistency,
  &cog_check_ending,
  &cog_check_punctuation,
  &cog_check_quotes,
  &cog_check_brackets,
  &cog_check_spaces,
  &cog_check_repeated,
  &cog_check_capitals,
  &cog_check_length,
  &cog_check_direction,
  &cog_check_spelling,
};
/* clang-format on */

const CogCheck *const *
cog_check_list (guint *n_checks)
{
  g_return_val_if_fail (n_checks != NULL, NULL);

  *n_checks = G_N_ELEMENTS (checks);
  return checks;
}

const CogCheck *
cog_check_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_strcmp0 (checks[i]->id, id) == 0)
      return checks[i];
  return NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CogCheckFinding *first = *(const CogCheckFinding *const *)a;
  const CogCheckFinding *second = *(const CogCheckFinding *const *)b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

static void
count_same (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      CogCheckFinding *finding = g_ptr_array_index (findings, i);

      for (guint k = 0; k < i; k++)
        {
          const CogCheckFinding *other = g_ptr_array_index (findings, k);

          finding->nth += other->kind == finding->kind && strcmp (other->text, finding->text) == 0;
        }
    }
}

GPtrArray *
cog_check_scan (const CogCheckContext *context, const CogCheckUnit *unit, const char *const *ids)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_finding_free);

  g_return_val_if_fail (context != NULL && unit != NULL && unit->target != NULL, findings);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i]->scan != NULL && (ids == NULL || g_strv_contains (ids, checks[i]->id)))
      checks[i]->scan (checks[i], context, unit, findings);
  g_ptr_array_sort (findings, compare_places);
  count_same (findings);
  return findings;
}

GPtrArray *
cog_check_scan_book (const CogCheckContext *context, GPtrArray *pairs, const char *const *ids)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_finding_free);

  g_return_val_if_fail (context != NULL && pairs != NULL, findings);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i]->scan_book != NULL && (ids == NULL || g_strv_contains (ids, checks[i]->id)))
      checks[i]->scan_book (checks[i], context, pairs, findings);
  return findings;
}

void
cog_check_context_init (CogCheckContext *context, const char *source, const char *target)
{
  g_return_if_fail (context != NULL && source != NULL && target != NULL);

  *context = (CogCheckContext){
    .source = source,
    .target = target,
    .translates = !cog_language_equal (source, target),
    .rules = cog_check_rules_get (target),
    .source_rules = cog_check_rules_get (source),
  };
}
