/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-answered-changes.h"

#include "cog-placed-finding-private.h"

#include "cog-lens-table.h"

static const struct
{
  const char *lens;
  CogChangeKind kind;
} kinds[] = {
  { "measures", COG_CHANGE_MEASURES }, { "money", COG_CHANGE_MONEY },
  { "numbers", COG_CHANGE_DATES },     { "places", COG_CHANGE_EXAMPLES },
  { "people", COG_CHANGE_EXAMPLES },   { "institutions", COG_CHANGE_EXAMPLES },
  { "everyday", COG_CHANGE_EXAMPLES }, { "law-and-school", COG_CHANGE_EXAMPLES },
};

/* "1.56 billion": a number, though the lens that finds amounts of money finds it. */
static gboolean
is_number (const CogUnit *unit,
           const CogLensAnswer *answer,
           const char *source,
           const char *language)
{
  const CogLensContext context = { source, language, NULL };
  const char *const ids[] = { answer->lens, NULL };
  g_autoptr (CogLensText) text = cog_lens_text_new (unit, TRUE, source);
  g_autoptr (GPtrArray) findings = text != NULL ? cog_lens_scan (&context, text, ids) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (finding->nth == answer->nth && g_str_equal (finding->text, answer->text))
        return g_str_equal (finding->kind, "large-number");
    }
  return FALSE;
}

/* What became of a place. -1: nothing that is counted. The same number of another unit is an
 * example that was exchanged: nothing was calculated. */
static int
find_kind (const CogUnit *unit,
           const CogLensAnswer *answer,
           const char *source,
           const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (answer->lens, kinds[i].lens))
        continue;
      if (answer->choice == COG_CHOICE_EXPLAIN)
        return COG_CHANGE_EXPLAINED;
      if (kinds[i].kind == COG_CHANGE_MEASURES && answer->choice == COG_CHOICE_SWAP)
        return COG_CHANGE_EXAMPLES;
      if (kinds[i].kind == COG_CHANGE_MONEY && is_number (unit, answer, source, language))
        return COG_CHANGE_DATES;
      return (int)kinds[i].kind;
    }
  return -1;
}

/* What is left out is known by not being there any more. */
static gboolean
is_done (const CogLensAnswer *answer, const CogLensText *target)
{
  if (!cog_choice_changes_text (answer->choice) || answer->words == NULL)
    return FALSE;
  return answer->words[0] != '\0' ? cog_lens_text_says (target, answer->words)
                                  : !cog_lens_text_says (target, answer->text);
}

gboolean
cog_answered_changes_add (GPtrArray *changes,
                          const CogUnit *unit,
                          GPtrArray *answers,
                          const char *source,
                          const char *language)
{
  g_autoptr (CogLensText) target = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (changes != NULL && unit != NULL && answers != NULL, FALSE);

  target = cog_lens_text_new (unit, FALSE, language);
  for (guint i = 0; target != NULL && i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);
      int kind;

      if (!is_done (answer, target))
        continue;
      any = TRUE;
      kind = find_kind (unit, answer, source, language);
      if (kind >= 0)
        cog_change_list_add (changes, (CogChangeKind)kind, NULL, 1);
    }
  return any;
}
