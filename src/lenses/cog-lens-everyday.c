/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"

#include <glib/gi18n-lib.h>

/* What people eat, play and celebrate: known in some countries and strange in others. */

static const CogGazetteerKind kinds[] = {
  { "holiday",
    /* Translators: %1$s is a feast such as "Thanksgiving", %2$s countries. */
    N_ ("“%1$s” (known in: %2$s). Keep and explain, or replace by a feast that your readers keep?"),
    N_ ("“%1$s”: not a feast of the country where your readers live. Keep and explain, or replace "
        "by one that they keep?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "food",
    /* Translators: %1$s is food such as "peanut butter", %2$s countries. */
    N_ ("“%1$s” (eaten in: %2$s). Do your readers know it? Perhaps something from their own table "
        "does as well."),
    N_ ("“%1$s”: do your readers know it? Perhaps something from their own table does as well."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "delicate",
    NULL,
    /* Translators: %1$s is food, drink or a game such as "bacon", "wine", "poker". */
    N_ ("Some of your readers or their parents may not like to meet “%1$s” in a schoolbook. Is it "
        "needed here, or would another example serve?"),
    { COG_CHOICE_SWAP, COG_CHOICE_RECHOOSE } },
  { "sport",
    /* Translators: %1$s is a sport or its word such as "home run", %2$s countries. */
    N_ ("“%1$s” (at home in: %2$s). Do your readers know the game and its rules? Where another "
        "sport replaces it, look at the numbers, too."),
    N_ ("“%1$s”: do your readers know the game and its rules? Where another sport replaces it, "
        "look at the numbers, too."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN, COG_CHOICE_RECHOOSE } },
  { "religion",
    NULL,
    /* Translators: %1$s is a word such as "church". */
    N_ ("“%1$s”: another faith than that of most people where your readers live. Keep it where it "
        "matters; an example can use a place that all know."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "custom",
    /* Translators: %1$s is a thing such as "garage sale", %2$s countries. */
    N_ ("“%1$s” (daily life in: %2$s). Is it so where your readers live?"),
    N_ ("“%1$s”: is it part of daily life where your readers live?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN, COG_CHOICE_RECHOOSE } },
  { "nature",
    NULL,
    /* Translators: %1$s is an animal, plant or kind of weather such as "snowball". */
    N_ ("“%1$s”: have your readers seen it where they live? Perhaps the nature around them offers "
        "an example."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN, COG_CHOICE_RECHOOSE } },
};

static const CogGazetteerSpec spec = {
  .table = "everyday.tsv",
  .flags = COG_GAZETTEER_NUMBERS,
  .kinds = kinds,
  .n_kinds = G_N_ELEMENTS (kinds),
};

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  cog_gazetteer_scan (&spec, lens, context, text, findings);
}

const CogLens cog_lens_everyday = {
  .id = "everyday",
  .name = N_ ("Everyday life"),
  .about = N_ ("Food, sport, feasts, religion and customs that not all readers share"),
  .scan = scan,
};
