/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-conflict.h"

#include <glib/gi18n-lib.h>

#define ISOLATED(words) "\xE2\x81\xA8" words "\xE2\x81\xA9"

const char *
cog_lens_conflict_kind_to_nick (CogLensConflictKind kind)
{
  static const char *const nicks[] = { "half-done", "beside", "differs", "agreement", "rate" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

char *
cog_lens_conflict_dup_here (const CogLensConflict *conflict)
{
  const char *text;

  g_return_val_if_fail (conflict != NULL, NULL);

  text = conflict->placed->finding->text;
  return g_strcmp0 (conflict->here, text) == 0
             ? g_strdup_printf (ISOLATED ("%s"), text)
             : g_strdup_printf (ISOLATED ("%s") " → " ISOLATED ("%s"), text, conflict->here);
}

/* NULL: in running text */
static const char *
get_part_name (CogProblemPart part)
{
  switch (part)
    {
    case COG_PART_EXERCISE:
      /* Translators: where an amount stands: in the text of an exercise. These are set in brackets:
       * "120 km/h (exercise)". */
      return C_ ("part of a problem", "exercise");
    case COG_PART_SOLUTION:
      return C_ ("part of a problem", "answer");
    case COG_PART_EXAMPLE:
      return C_ ("part of a problem", "example");
    case COG_PART_TABLE:
      return C_ ("part of a problem", "table");
    case COG_PART_CAPTION:
      return C_ ("part of a problem", "caption");
    case COG_PART_DESCRIPTION:
      return C_ ("part of a problem", "description of the picture");
    case COG_PART_DRAWING:
      return C_ ("part of a problem", "words in the drawing");
    case COG_PART_TEXT:
    default:
      return NULL;
    }
}

char *
cog_lens_conflict_dup_there (const CogLensConflict *conflict)
{
  const char *where;

  g_return_val_if_fail (conflict != NULL, NULL);

  where = conflict->section != NULL ? conflict->section : get_part_name (conflict->part);
  if (conflict->other == NULL || where == NULL)
    return g_strdup_printf (ISOLATED ("%s"), conflict->there);
  /* Translators: words of the text, and where they stand: "120 km/h (answer)". */
  return g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 (\xE2\x81\xA8%s\xE2\x81\xA9)"),
                          conflict->there, where);
}

char *
cog_lens_conflict_dup_hint (const CogLensConflict *conflict)
{
  g_autofree char *there = NULL;

  g_return_val_if_fail (conflict != NULL, NULL);

  there = cog_lens_conflict_dup_there (conflict);
  switch (conflict->kind)
    {
    case COG_LENS_CONFLICT_HALF_DONE:
      /* Translators: beside words that wait for a decision; what became of the same words, and
       * where: "120 km/h (answer)". */
      return g_strdup_printf (_ ("Was changed elsewhere: %s"), there);
    case COG_LENS_CONFLICT_BESIDE:
      /* Translators: beside an amount that waits for a decision; what became of another one in its
       * exercise: "$10 → 5 200 ₸ (exercise)". */
      return g_strdup_printf (_ ("Was changed in the same problem: %s"), there);
    case COG_LENS_CONFLICT_AGREEMENT:
      return g_strdup_printf (_ ("Agreed on for the whole book: %s"), there);
    case COG_LENS_CONFLICT_RATE:
      return g_strdup_printf (_ ("By the rate that was agreed on: %s"), there);
    case COG_LENS_CONFLICT_DIFFERS:
    default:
      /* Translators: what became of the same words elsewhere, and where: "120 km/h (answer)". */
      return g_strdup_printf (_ ("Otherwise elsewhere: %s"), there);
    }
}
