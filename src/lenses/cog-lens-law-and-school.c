/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"

#include <glib/gi18n-lib.h>

/* Words of one country's law and schools: they have no translation but a counterpart. */

static const CogGazetteerKind kinds[] = {
  { "law",
    /* Translators: %1$s is a word such as "Fifth Amendment", %2$s countries. */
    N_ ("“%1$s” is a matter of law (%2$s). Keep it where the text is about that country; "
        "otherwise say how the law is where your readers live."),
    N_ ("“%1$s” belongs to the law of another country. Keep it where the text is about that "
        "country; otherwise say how the law is where your readers live."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN, COG_CHOICE_RECHOOSE } },
  { "school",
    /* Translators: %1$s is a word such as "sophomore", %2$s countries. */
    N_ ("“%1$s” is a word of schools (%2$s). What is it called, or what comes nearest, in "
        "your schools?"),
    N_ ("“%1$s” is a word of the schools of another country. What is it called, or what comes "
        "nearest, in your schools?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
};

static const CogGazetteerSpec spec = {
  .table = "law-and-school.tsv",
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

const CogLens cog_lens_law_and_school = {
  .id = "law-and-school",
  .name = N_ ("Law and school"),
  .about = N_ ("Laws, taxes, papers, years of school and examinations of another country"),
  .scan = scan,
};
