/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-kinds.h"

#include "cog-lens-table.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *lens, *kind, *name;
} kinds[] = {
  { "measures", "length", N_ ("Unit of length") },
  { "measures", "mass", N_ ("Unit of mass") },
  { "measures", "force", N_ ("Unit of force") },
  { "measures", "area", N_ ("Unit of area") },
  { "measures", "volume", N_ ("Unit of volume") },
  { "measures", "temperature", N_ ("Unit of temperature") },
  { "measures", "speed", N_ ("Unit of speed") },
  { "measures", "fuel", N_ ("Use of fuel") },
  { "measures", "pressure", N_ ("Unit of pressure") },
  { "measures", "energy", N_ ("Unit of energy") },
  { "measures", "torque", N_ ("Unit of torque") },
  { "measures", "power", N_ ("Unit of power") },
  { "measures", "rate", N_ ("Units of a rate") },
  { "measures", "paper", N_ ("Size of paper") },
  { "measures", "clothing", N_ ("Size of clothes or shoes") },
  { "money", "amount", N_ ("Amount of money") },
  { "money", "price", N_ ("Price") },
  { "money", "coin", N_ ("Coin") },
  { "money", "currency", N_ ("Name of a currency") },
  { "money", "large-number", N_ ("Name of a large number") },
  { "pictures", "text", N_ ("Words in a picture") },
  { "pictures", "flag", N_ ("Flag or emblem") },
  { "pictures", "map", N_ ("Map") },
  { "pictures", "money", N_ ("Money in a picture") },
  { "pictures", "gesture", N_ ("Gesture") },
  { "pictures", "people", N_ ("People in a picture") },
  { "pictures", "drawing", N_ ("Words in a drawing") },
  { "pictures", "bitmap", N_ ("Words in a picture") },
  { "numbers", "date", N_ ("Date") },
  { "numbers", "phone", N_ ("Telephone number") },
  { "numbers", "address", N_ ("Address") },
  { "numbers", "time", N_ ("Hour") },
  { "numbers", "season", N_ ("Season") },
  { "numbers", "weekend", N_ ("Days of the week") },
  { "numbers", "emergency", N_ ("Number to call in need") },
  { "numbers", "notation", N_ ("How formulas are written") },
  { "places", "city", N_ ("City") },
  { "places", "state", N_ ("State or province") },
  { "places", "region", N_ ("Region, mountains, waters") },
  { "places", "sight", N_ ("Sight") },
  { "places", "country", N_ ("Country") },
  { "places", "nationality", N_ ("People of a country") },
  { "people", "person", N_ ("Person known in a country") },
  { "people", "given-name", N_ ("Name in an example") },
  { "institutions", "institution", N_ ("Authority or organisation") },
  { "institutions", "brand", N_ ("Firm or brand") },
  { "everyday", "holiday", N_ ("Feast") },
  { "everyday", "food", N_ ("Food and drink") },
  { "everyday", "delicate", N_ ("Delicate food, drink or game") },
  { "everyday", "sport", N_ ("Sport") },
  { "everyday", "religion", N_ ("Religion") },
  { "everyday", "custom", N_ ("Custom") },
  { "everyday", "nature", N_ ("Animals, plants, weather") },
  { "law-and-school", "law", N_ ("Word of a country’s law") },
  { "law-and-school", "school", N_ ("Word of a country’s schools") },
  { "words", "direction", N_ ("Left and right on the page") },
  { "words", "language", N_ ("The original’s own language") },
  { "words", "letter", N_ ("Letter or its shape") },
  { "words", "alphabet", N_ ("Order of letters") },
  { "words", "rhyme", N_ ("Rhyme or sound") },
  { "words", "spelling", N_ ("Spelling and grammar") },
  { "words", "pun", N_ ("Play on words") },
  { "words", "mnemonic", N_ ("Aid to memory") },
  { "words", "idiom", N_ ("Idiom") },
  { "inclusive", "job", N_ ("Name of a job") },
  { "inclusive", "mankind", N_ ("Men for all") },
  { "inclusive", "family", N_ ("Task of one sex") },
  { "inclusive", "pronoun", N_ ("Pair of pronouns") },
  { "inclusive", "masculine", N_ ("Masculine for all") },
  { "inclusive", "generic-he", N_ ("“He” for anybody") },
  { "inclusive", "balance", N_ ("Women and men in a section") },
  { "links", "language-link", N_ ("Page in the language of the source") },
  { "links", "authority-link", N_ ("Another country’s authority") },
  { "links", "service-link", N_ ("Service of other countries") },
};

const char *
cog_lens_get_kind_name (const char *lens, const char *kind)
{
  const CogLens *found = cog_lens_find (lens);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].lens, lens) == 0 && g_strcmp0 (kinds[i].kind, kind) == 0)
      return _ (kinds[i].name);
  return found != NULL ? _ (found->name) : lens;
}
