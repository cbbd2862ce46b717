/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"

#include <glib/gi18n-lib.h>

/* Authorities, newspapers, firms and brands that readers elsewhere have never heard of, or know as
 * foreign. */

static const CogGazetteerKind kinds[] = {
  { "institution",
    /* Translators: %1$s is a name such as "Federal Reserve", %2$s the countries where it is known.
     */
    N_ ("“%1$s” (%2$s). Keep it where the text is about that country, add a word of "
        "explanation, or name the one that does this work where your readers live."),
    N_ ("“%1$s” belongs to another country. Keep it where the text is about that country, add a "
        "word of explanation, or name the one that does this work where your readers live."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "brand",
    /* Translators: %1$s is a firm or brand such as "Walmart", %2$s countries. */
    N_ ("“%1$s” (a name in: %2$s). Is it known to your readers? Otherwise name "
        "one that they know, or say what kind of thing it is."),
    N_ ("“%1$s” is a brand. Is it known to your readers? Otherwise name one that they know, or say "
        "what kind of thing it is."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
};

static const CogGazetteerSpec spec = {
  .table = "institutions.tsv",
  .flags = COG_GAZETTEER_NAMES,
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

const CogLens cog_lens_institutions = {
  .id = "institutions",
  .name = N_ ("Institutions and brands"),
  .about = N_ ("Authorities, newspapers, firms and brands of another country"),
  .scan = scan,
};
