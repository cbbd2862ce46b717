/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>

static void
add (const CogCheck *check,
     const CogCheckUnit *unit,
     const CogTermFinding *term,
     GPtrArray *findings)
{
  const char *words = term->found != NULL ? term->found : term->term;
  CogCheckFinding *finding = cog_check_add (check, term->kind, unit, term->there, term->there_end,
                                            words, term->wanted, findings);

  cog_check_set_source (finding, unit, term->start, term->end);
}

static void
scan (const CogCheck *check,
      const CogCheckContext *context,
      const CogCheckUnit *unit,
      GPtrArray *findings)
{
  g_autoptr (GPtrArray) terms = NULL;

  if (context->terms == NULL || unit->source == NULL || unit->kind == COG_UNIT_PREFORMATTED)
    return;
  terms = cog_glossary_check_text (context->terms, NULL, unit->source->text, unit->target->text);
  for (guint i = 0; i < terms->len; i++)
    add (check, unit, g_ptr_array_index (terms, i), findings);
}

/* Two translations of one term in a book are no slip here: both are in the glossary, and which of
 * them is right depends on the place. "terms check" tells of them. */
const CogCheck cog_check_terms = {
  .id = "terms",
  .name = N_ ("Terms"),
  .about = N_ ("Words of the glossary that are translated otherwise, or as they should not be."),
  .scan = scan,
};
