/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"
#include "cog-place-set.h"

#include <glib/gi18n-lib.h>

/* Places that a text takes for known because its readers live there. Places of third countries are
 * foreign to the source's readers as well: they were chosen for what they are, and are told of with
 * less weight. */

/* By how much less. */
#define OF_THIRD_COUNTRIES 25
/* Where the source says only its language, the other places where that is at home. */
#define OF_ITS_LANGUAGE 10

static guint
weigh (const CogLensContext *context,
       const CogLensText *text,
       const CogGazetteerEntry *entry,
       guint first,
       guint last)
{
  const char *others = cog_place_set_of_language (context->source);
  g_autofree char *own = cog_lens_dup_place (context->source);
  guint less = OF_THIRD_COUNTRIES;

  if (cog_place_set_has (entry->home, own))
    return entry->sure;
  for (const char *at = others; *at != '\0'; at += at[2] == '\0' ? 2 : 3)
    {
      char place[3] = { at[0], at[1], '\0' };

      if (cog_place_set_has (entry->home, place))
        less = OF_ITS_LANGUAGE;
    }
  return entry->sure > less ? entry->sure - less : 1;
}

#define WHY_PLACE                                                                                  \
  /* Translators: %1$s is a place such as "Chicago", %2$s the country that it is in. */            \
  N_ ("“%1$s” (%2$s). Keep it where the place matters; an example may as well take place "     \
      "where your readers live.")
#define CHOICES_PLACE                                                                              \
  {                                                                                                \
    COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN                                                            \
  }

static const CogGazetteerKind kinds[] = {
  { "city", WHY_PLACE, NULL, CHOICES_PLACE },
  { "state", WHY_PLACE, NULL, CHOICES_PLACE },
  { "region", WHY_PLACE, NULL, CHOICES_PLACE },
  { "sight", WHY_PLACE, NULL, CHOICES_PLACE },
  { "country",
    /* Translators: %1$s is a country as the text names it. */
    N_ ("Is the text about “%1$s”, or is it named only because the authors live there? Your "
        "readers may find their own country in its place."),
    NULL, CHOICES_PLACE },
  { "nationality",
    /* Translators: %1$s is a word such as "American". */
    N_ ("“%1$s”: the text speaks of people there. Does it hold for your readers, too, or are there "
        "figures of their own country?"),
    NULL, CHOICES_PLACE },
};

static const CogGazetteerSpec spec = {
  .table = "places.tsv",
  .flags = COG_GAZETTEER_NAMES | COG_GAZETTEER_COUNTRIES,
  .kinds = kinds,
  .n_kinds = G_N_ELEMENTS (kinds),
  .agreement = "place",
  .weigh = weigh,
};

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  cog_gazetteer_scan (&spec, lens, context, text, findings);
}

const CogLens cog_lens_places = {
  .id = "places",
  .name = N_ ("Places"),
  .about = N_ ("Countries, states, cities and sights that the text takes for known"),
  .scan = scan,
};
