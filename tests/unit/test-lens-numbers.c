/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#include <string.h>

#define MATH(inner) "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" inner "</math>"

static GPtrArray *
scan (const char *xhtml, const char *source, const char *target)
{
  const CogLensContext context = { .source = source, .target = target };
  const char *const ids[] = { "numbers", NULL };
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  g_autoptr (CogLensText) text = NULL;

  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, source);
  cog_unit_free (unit);
  return cog_lens_scan (&context, text, ids);
}

/* words: what it is proposed to be; NULL: there is nothing to find that is worth a look. */
static void
assert_found (
    const char *xhtml, const char *source, const char *target, const char *found, const char *words)
{
  g_autoptr (GPtrArray) findings = scan (xhtml, source, target);
  guint n = 0;

  g_test_message ("%s → %s", xhtml, target);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);
      const CogProposal *first = g_ptr_array_index (finding->proposals, 0);

      if (finding->confidence < 50)
        continue;
      n++;
      g_assert_cmpstr (finding->text, ==, found);
      g_assert_cmpstr (first->words, ==, words);
    }
  g_assert_cmpuint (n, ==, found != NULL ? 1 : 0);
}

static void
test_dates (void)
{
  assert_found ("It was on 3/4/1999.", "en-US", "en-GB", "3/4/1999", "04/03/1999");
  assert_found ("It was on 12/25/98.", "en-US", "kk-KZ", "12/25/98", "25.12.1998");
  assert_found ("It was on 25/12/1998.", "en-GB", "en-KE", NULL, NULL);
  assert_found ("On July 4th, 1999 it began.", "en-US", "en-GB", "July 4th, 1999", "4 July 1999");
  assert_found ("Le 14 juillet 1789, ils vinrent.", "fr-FR", "th-TH", "14 juillet 1789",
                "14 กรกฎาคม 1789");
  assert_found ("El 2 de mayo de 1808.", "es-ES", "fa-IR", "2 de mayo de 1808", "۲ مهٔ ۱۸۰۸");
  assert_found ("وقع في 14 تموز 1958.", "ar-EG", "th-TH", "14 تموز 1958", "14 กรกฎาคม 1958");
  assert_found ("In May 1937 it opened.", "en-US", "th-TH", "May 1937", "พฤษภาคม 1937");
  assert_found ("Le 03.11.2012 il plut.", "fr-FR", "en-US", "03.11.2012", "11/3/2012");
  assert_found ("In the ratio 1/2/3.", "en-US", "en-GB", NULL, NULL);
  assert_found ("Version 2.4.1 is out.", "en-GB", "en-US", NULL, NULL);
  /* Translated with the sentence, in the same calendar. */
  assert_found ("On July 4, 1999 it began.", "en-US", "fr-FR", NULL, NULL);
  assert_found ("You may 3 times.", "en-US", "en-GB", NULL, NULL);
  assert_found ("On February 30, 1999.", "en-US", "th-TH", NULL, NULL);
  assert_found ("See 3/4/12345.", "en-US", "en-GB", NULL, NULL);
}

static void
test_times (void)
{
  assert_found ("At 3:30 p.m. they left.", "en-US", "kk-KZ", "3:30 p.m.", "15:30");
  assert_found ("At 12 am they left.", "en-US", "fr-FR", "12 am", "00:00");
  assert_found ("At 3:30 p.m. they left.", "en-US", "ar-EG", NULL, NULL);
  assert_found ("At 3 in the afternoon they left.", "en-US", "kk-KZ", "3 in the afternoon",
                "15:00");
  assert_found ("Take 3 in the morning.", "en-US", "kk-KZ", NULL, NULL);
  assert_found ("A las tres y media de la tarde.", "es-MX", "kk-KZ", "tres y media de la tarde",
                "15:30");
  assert_found ("A las 12 de la noche.", "es-MX", "kk-KZ", "12 de la noche", "00:00");
  assert_found ("في الساعة العاشرة إلا ربعًا صباحًا.", "ar-EG", "kk-KZ", "العاشرة إلا ربعًا صباحًا",
                "09:45");
  assert_found ("طول الحبل 3 م.", "ar-EG", "kk-KZ", NULL, NULL);
  assert_found ("Il part à 14h30 de Lyon.", "fr-FR", "en-GB", NULL, NULL);
  assert_found ("Il part à 14h30 de Lyon.", "fr-FR", "en-KE", NULL, NULL);
  assert_found ("Le village est à 3 h de marche.", "fr-FR", "en-US", NULL, NULL);
  assert_found ("I am 12 and am tall.", "en-US", "kk-KZ", NULL, NULL);
}

static void
test_notes (void)
{
  assert_found ("In summer it rains.", "en-US", "es-CL", "summer", NULL);
  assert_found ("In summer it rains.", "en-US", "kk-KZ", NULL, NULL);
  assert_found ("On the weekend they rest.", "en-US", "ar-EG", "weekend", NULL);
  assert_found ("The week begins on Sunday.", "en-US", "kk-KZ", "week begins", NULL);
  assert_found ("La semaine commence le lundi.", "fr-FR", "ar-EG", "semaine commence", NULL);
  assert_found ("The week begins on Monday.", "en-GB", "kk-KZ", NULL, NULL);
  assert_found ("Call 911 at once.", "en-US", "en-GB", "911", "999");
  assert_found ("Appelez les pompiers au 18.", "fr-FR", "en-GB", "18", "999");
  assert_found ("Appelez 15 élèves le 15 mars.", "fr-FR", "en-GB", NULL, NULL);
  assert_found ("La loi a été votée en été.", "fr-FR", "es-CL", "en été", NULL);
  assert_found ("There were 911 of them.", "en-US", "en-GB", NULL, NULL);
}

static void
test_contacts (void)
{
  assert_found ("Call (555) 123-4567 today.", "en-US", "kk-KZ", "(555) 123-4567", NULL);
  assert_found ("Call 1-800-555-0199 today.", "en-US", "kk-KZ", "1-800-555-0199", NULL);
  assert_found ("Main Street, Albany, NY 10001.", "en-US", "ar-EG", "NY 10001", NULL);
  assert_found ("Call (555) 123-4567 today.", "en-US", "en-CA", NULL, NULL);
  assert_found ("Pages 123-4567 (555) of it.", "en-US", "kk-KZ", NULL, NULL);
  assert_found ("It is OK 100 times.", "en-US", "kk-KZ", NULL, NULL);
  assert_found ("Appelez le 01 42 34 56 78.", "fr-FR", "kk-KZ", "01 42 34 56 78", NULL);
  assert_found ("Our office: +7 495 123-45-67.", "en-GB", "kk-KZ", "+7 495 123-45-67", NULL);
  assert_found ("The star is 42 34 56 78 miles away.", "en-GB", "en-KE", NULL, NULL);
}

static void
test_addresses (void)
{
  assert_found ("Écrivez au 12, rue de la Paix, 75002 Paris.", "fr-FR", "kk-KZ",
                "12, rue de la Paix, 75002 Paris", NULL);
  assert_found ("Go to 1600 Pennsylvania Ave. NW, Washington, DC 20500.", "en-US", "kk-KZ",
                "1600 Pennsylvania Ave. NW, Washington, DC 20500", NULL);
  assert_found ("Vive en Av. Insurgentes Sur 1602, Ciudad de México.", "es-MX", "kk-KZ",
                "Av. Insurgentes Sur 1602, Ciudad de México", NULL);
  assert_found ("Он живёт на ул. Ленина, д. 5, кв. 12.", "ru-RU", "ar-EG",
                "ул. Ленина, д. 5, кв. 12", NULL);
  assert_found ("يسكن في ٢٦ شارع النيل.", "ar-EG", "kk-KZ", "٢٦ شارع النيل", NULL);
  assert_found ("In 1990 Wall Street fell.", "en-US", "kk-KZ", NULL, NULL);
  assert_found ("La calle Juárez tiene 20 casas.", "es-MX", "kk-KZ", NULL, NULL);
  assert_found ("Écrivez au 12, rue de la Paix.", "fr-FR", "ar-FR", NULL, NULL);
}

/* Days and years of the text's own calendar. */
static void
test_eras (void)
{
  assert_found ("امتحان در ۱۴۰۲/۰۳/۱۵ است.", "fa-IR", "en-GB", "۱۴۰۲/۰۳/۱۵", "5 June 2023");
  assert_found ("او در ۲۲ بهمن ۱۳۵۷ آمد.", "fa-IR", "en-GB", "۲۲ بهمن ۱۳۵۷", "11 February 1979");
  assert_found ("در سال ۱۳۹۸ شمسی بود.", "fa-IR", "en-GB", "۱۳۹۸ شمسی", "2019–2020");
  assert_found ("سقطت سنة ٨٩٧ هـ.", "ar-EG", "en-GB", "٨٩٧ هـ", "1491–1492");
  assert_found ("ولد في ١٥ رمضان ١٤٤٢ هـ.", "ar-SA", "en-GB", "١٥ رمضان ١٤٤٢ هـ", "27 April 2021");
  assert_found ("ปี พ.ศ. 2565", "th-TH", "en-GB", "พ.ศ. 2565", "2022");
  assert_found ("เมื่อ 5 ธันวาคม พ.ศ. 2470", "th-TH", "en-GB", "5 ธันวาคม พ.ศ. 2470",
                "5 December 1927");
  assert_found ("ปี พ.ศ. 2565", "th-TH", "en-TH", NULL, NULL);
  assert_found ("۱۴۰۲ کتاب خرید.", "fa-IR", "en-GB", NULL, NULL);
}

static void
test_notation (void)
{
  const char *math = MATH ("<mi>sin</mi><mi>x</mi><mo>=</mo><mn>2.5</mn>");
  g_autoptr (GPtrArray) findings = scan (math, "en-US", "es-ES");
  const CogLensFinding *finding;
  const CogProposal *first;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  first = g_ptr_array_index (finding->proposals, 0);
  g_assert_cmpstr (first->math, ==, MATH ("<mi>sen</mi><mi>x</mi><mo>=</mo><mn>2,5</mn>"));
  assert_found (math, "en-US", "en-KE", NULL, NULL);
  assert_found (MATH ("<mi>x</mi><mo>=</mo><mn>2</mn>"), "en-US", "kk-KZ", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-numbers/dates", test_dates);
  g_test_add_func ("/lens-numbers/eras", test_eras);
  g_test_add_func ("/lens-numbers/addresses", test_addresses);
  g_test_add_func ("/lens-numbers/times", test_times);
  g_test_add_func ("/lens-numbers/notes", test_notes);
  g_test_add_func ("/lens-numbers/contacts", test_contacts);
  g_test_add_func ("/lens-numbers/notation", test_notation);
  return g_test_run ();
}
