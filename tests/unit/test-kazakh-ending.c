/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-kazakh-ending.h"

static void
test_endings (void)
{
  static const struct
  {
    const char *amount, *like, *wanted;
  } cases[] = {
    { "8 км", "5 миль", "8 км" },
    { "8 км", "5 мильден", "8 км-ден" },
    { "8 км", "5 мильдік", "8 км-лік" },
    { "8\u00A0км", "жарты мильге", "8\u00A0км-ге" },
    { "4,5 кг", "10 фунттан", "4,5 кг-нан" },
    { "4,5 кг", "10 фунтқа", "4,5 кг-ға" },
    { "4,5 кг", "10 фунтпен", "4,5 кг-мен" },
    { "180 т", "200 тоннаны", "180 т-ны" },
    { "45 миллион л", "12 миллион галлонның", "45 миллион л-дің" },
    { "120 га", "300 акрда", "120 га-да" },
    { "338\u00A0000\u00A0₸", "650 долларға", "338\u00A0000\u00A0теңгеге" },
    { "338 000 ₸", "650 доллардың", "338 000 теңгенің" },
    /* How it is said is another matter, or nobody knows. */
    { "120 км/сағ", "75 мильге", NULL },
    { "25 °C", "77 градустан", NULL },
    { "8", "5 мильден", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cog_kazakh_dup_inflected (cases[i].amount, cases[i].like);

      g_assert_cmpstr (words, ==, cases[i].wanted);
    }
}

/* What leaves words out stays so; what cannot be said becomes a prompt. */
static void
test_proposals (void)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new ();
  CogLensFinding finding = { .proposals = proposals };
  CogProposal all[] = { { COG_CHOICE_CONVERT, g_strdup ("8 км"), NULL },
                        { COG_CHOICE_CONVERT, g_strdup ("8 км/сағ"), NULL },
                        { COG_CHOICE_DROP, g_strdup (""), NULL },
                        { COG_CHOICE_KEEP, NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (proposals, &all[i]);
  cog_kazakh_inflect_proposals (&finding, "5 мильде");
  g_assert_cmpstr (all[0].words, ==, "8 км-де");
  g_assert_null (all[1].words);
  g_assert_cmpstr (all[2].words, ==, "");
  g_assert_null (all[3].words);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i].words);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kazakh-ending/endings", test_endings);
  g_test_add_func ("/kazakh-ending/proposals", test_proposals);
  return g_test_run ();
}
