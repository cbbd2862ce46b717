/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#define MATH(inner) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" inner "</math>"
#define NBSP "\u00A0"

static GPtrArray *
scan (const char *xhtml, const char *source, const char *target, const char *rate)
{
  CogAgreement agreement = { .kind = (char *)"rate",
                             .original = (char *)"USD",
                             .words = (char *)rate,
                             .date = (char *)"2026-11-01" };
  g_autoptr (GPtrArray) agreements = g_ptr_array_new ();
  const CogLensContext context = { .source = source, .target = target, .agreements = agreements };
  const char *const ids[] = { "money", NULL };
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  g_autoptr (CogLensText) text = NULL;

  if (rate != NULL)
    g_ptr_array_add (agreements, &agreement);
  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, source);
  cog_unit_free (unit);
  return cog_lens_scan (&context, text, ids);
}

static char *
dup_proposals (const CogLensFinding *finding)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      g_string_append_printf (
          all, "%s%s%s%s", i > 0 ? "; " : "", cog_choice_to_nick (proposal->choice),
          proposal->words != NULL ? " " : "", proposal->words != NULL ? proposal->words : "");
    }
  return g_string_free (all, FALSE);
}

static void
assert_proposals (const char *xhtml,
                  const char *source,
                  const char *target,
                  const char *rate,
                  const char *text,
                  const char *proposals)
{
  g_autoptr (GPtrArray) findings = scan (xhtml, source, target, rate);
  g_autofree char *found = NULL;

  g_test_message ("%s", xhtml);
  if (text == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (findings, 0))->text, ==, text);
  found = dup_proposals (g_ptr_array_index (findings, 0));
  g_assert_cmpstr (found, ==, proposals);
}

static void
test_rate (void)
{
  assert_proposals ("It is $149.", "en-US", "kk-KZ", "520 KZT", "$149",
                    "convert 77" NBSP "500" NBSP "₸; swap 149" NBSP "₸; rechoose; keep");
  assert_proposals ("It is $0.110 today.", "en-US", "pl-PL", "4,05 PLN", "$0.110",
                    "convert 0,45" NBSP "zł; swap 0,110" NBSP "zł; rechoose; keep");
  assert_proposals ("It is $150.", "en-US", "kk-KZ", NULL, "$150",
                    "swap 150" NBSP "₸; convert; rechoose; keep");
  assert_proposals ("It is $5 million.", "en-US", "kk-KZ", "520 KZT", "$5 million",
                    "convert 2,6" NBSP "млрд" NBSP "₸; swap 5" NBSP "млн" NBSP "₸; rechoose; keep");
  /* So much is what was counted somewhere: another currency would make it false. */
  assert_proposals ("It cost $200 billion.", "en-US", "kk-KZ", NULL, "$200 billion",
                    "keep; swap 200" NBSP "млрд" NBSP "₸; convert; rechoose");
  assert_proposals ("It is $150.", "en-US", "ar-EG", NULL, "$150",
                    "swap \u200F١٥٠" NBSP "ج.م.\u200F; convert; rechoose; keep");
}

static void
test_places (void)
{
  assert_proposals ("It is $150.", "en-US", "es-US", NULL, NULL, NULL);
  assert_proposals ("It is $150.", "en-US", "en-CA", NULL, "$150",
                    "swap $150; convert; rechoose; keep");
  assert_proposals ("It is $150.", "en-CA", "fr-CA", NULL, NULL, NULL);
  assert_proposals ("Cela coûte 20 €.", "fr-FR", "de-DE", NULL, NULL, NULL);
  assert_proposals ("Then $2^4$ and $223$ are even.", "en-US", "kk-KZ", NULL, NULL, NULL);
  assert_proposals ("He paid 5 pounds.", "en-US", "kk-KZ", NULL, NULL, NULL);
  assert_proposals ("He paid 5 pounds.", "en-GB", "kk-KZ", NULL, "5 pounds",
                    "swap 5" NBSP "₸; convert; rechoose; keep");
}

static void
test_large (void)
{
  assert_proposals ("4.5 billion years", "en-US", "pl", NULL, "4.5 billion",
                    "convert 4,5 miliarda; keep");
  assert_proposals ("4,5 milliards d’années", "fr", "pl", NULL, NULL, NULL);
  assert_proposals ("2 billions d’euros", "fr-FR", "de-DE", NULL, NULL, NULL);
  assert_proposals ("2 billions de grains", "fr-FR", "en-GB", NULL, "2 billions de",
                    "convert 2 trillion; keep");
  assert_proposals ("a crowd of 2 lakh people", "en-IN", "kk-KZ", NULL, "2 lakh",
                    "convert 200 мың; keep");
  assert_proposals ("人口有14亿。", "zh-CN", "kk-KZ", NULL, "14亿", "convert 1,4 миллиард; keep");
  assert_proposals ("他万分高兴。", "zh-CN", "kk-KZ", NULL, NULL, NULL);
}

/* Toman is ten rial; Swahili names the money first, and its thousands before their number. */
static void
test_other_sources (void)
{
  static const struct
  {
    const char *words, *language, *text, *subject;
  } cases[] = {
    { "او ۵۰ هزار تومان پرداخت.", "fa-IR", "۵۰ هزار تومان", "IRR 500000" },
    { "Alilipa shilingi 350.", "sw-KE", "shilingi 350", "KES 350" },
    { "Mshahara ni shilingi elfu tano na mia mbili.", "sw-KE", "shilingi elfu tano na mia mbili",
      "KES 5200" },
    { "Serikali ilitumia shilingi bilioni 2.", "sw-TZ", "shilingi bilioni 2", "TZS 2000000000" },
    { "Ev 2 milyon TL eder.", "tr-TR", "2 milyon TL", "TRY 2000000" },
    { "Ia membayar lima ribu rupiah.", "id-ID", "lima ribu rupiah", "IDR 5000" },
    { "Harganya Rp25.000.", "id-ID", "Rp25.000", "IDR 25000" },
    { "राम ने पचास रुपये दिए।", "hi-IN", "पचास रुपये", "INR 50" },
    { "เขาจ่ายห้าสิบบาท", "th-TH", "ห้าสิบบาท", "THB 50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = scan (cases[i].words, cases[i].language, "kk-KZ", NULL);
      const CogLensFinding *finding;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      g_assert_cmpstr (finding->text, ==, cases[i].text);
      g_assert_cmpstr (finding->subject, ==, cases[i].subject);
    }
}

static void
test_math (void)
{
  g_autoptr (GPtrArray) findings =
      scan (MATH ("<mi>p</mi><mo>=</mo><mo>$</mo><mn>1.50</mn>"), "en-US", "pl-PL", NULL);
  const CogProposal *proposal;

  g_assert_cmpuint (findings->len, ==, 1);
  proposal = cog_lens_finding_get_proposal (g_ptr_array_index (findings, 0), COG_CHOICE_SWAP);
  g_assert_cmpstr (proposal->math, ==, MATH ("<mi>p</mi><mo>=</mo><mn>1,50" NBSP "zł</mn>"));
}

static void
test_subject (void)
{
  static const struct
  {
    const char *text, *language;
  } same[] = {
    { "$5", "en-US" },         { "five dollars", "en-US" }, { "US$5.00", "en-US" },
    { "5 долларов", "ru-RU" }, { "٥ دولارات", "ar-EG" },    { "500 cents", "en-US" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GPtrArray) findings = scan (same[i].text, same[i].language, "kk-KZ", NULL);

      g_test_message ("%s", same[i].text);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (findings, 0))->subject, ==, "USD 5");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-money/rate", test_rate);
  g_test_add_func ("/lens-money/places", test_places);
  g_test_add_func ("/lens-money/other-sources", test_other_sources);
  g_test_add_func ("/lens-money/large", test_large);
  g_test_add_func ("/lens-money/math", test_math);
  g_test_add_func ("/lens-money/subject", test_subject);
  return g_test_run ();
}
