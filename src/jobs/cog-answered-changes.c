/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-answered-changes.h"

#include "cog-placed-finding-private.h"

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
                          const char *language)
{
  g_autoptr (CogLensText) target = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (changes != NULL && unit != NULL && answers != NULL, FALSE);

  target = cog_lens_text_new (unit, FALSE, language);
  for (guint i = 0; target != NULL && i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);

      if (!is_done (answer, target))
        continue;
      any = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (g_str_equal (answer->lens, kinds[k].lens))
          cog_change_list_add (changes, kinds[k].kind, NULL, 1);
    }
  return any;
}
