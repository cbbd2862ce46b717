/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-check-table.h"

#include <string.h>

/* What one check finds in a pair of texts. */
static GPtrArray *
scan_kind (CogUnitKind kind,
           const char *check,
           const char *source_language,
           const char *source,
           const char *target_language,
           const char *target)
{
  const char *const ids[] = { check, NULL };
  CogCheckContext context;
  CogCheckUnit unit = { .id = "u1", .kind = kind };
  GPtrArray *findings;

  cog_check_context_init (&context, source_language, target_language);
  unit.source = source != NULL ? cog_check_text_new (source, source_language) : NULL;
  unit.target = cog_check_text_new (target, target_language);
  g_assert_nonnull (unit.target);
  findings = cog_check_scan (&context, &unit, ids);
  cog_check_text_free (unit.source);
  cog_check_text_free (unit.target);
  return findings;
}

/* kind NULL: nothing is found. mended: what the first fixes of all findings make of the target;
 * NULL: not looked at. */
static void
assert_check (const char *check,
              const char *source_language,
              const char *source,
              const char *target_language,
              const char *target,
              const char *kind,
              const char *mended)
{
  g_autoptr (GPtrArray) findings =
      scan_kind (COG_UNIT_PARAGRAPH, check, source_language, source, target_language, target);
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  g_autoptr (CogText) text = NULL;
  g_autofree char *xhtml = NULL;

  g_test_message ("%s: %s", check, target);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogCheckFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_check_finding_dup_sentence (finding);

      g_test_message ("  %s: %s", finding->kind->id, sentence);
      g_assert_null (strstr (sentence, "%1"));
      if (finding->fixes != NULL)
        g_ptr_array_add (fixes, g_ptr_array_index (finding->fixes, 0));
    }
  if (kind == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpstr (((CogCheckFinding *)g_ptr_array_index (findings, 0))->kind->id, ==, kind);
  if (mended == NULL)
    return;
  text = cog_text_new_from_xhtml (target, NULL);
  cog_check_fix_apply_all (fixes, text);
  xhtml = cog_text_to_xhtml (text);
  g_assert_cmpstr (xhtml, ==, mended);
}

static void
test_spaces (void)
{
  assert_check ("spaces", "en", "A b.", "pl", "Ala  ma kota.", "space-double", "Ala ma kota.");
  assert_check ("spaces", "en", "A b.", "fr", "Il dit\u00A0 : non.", "space-double",
                "Il dit\u00A0: non.");
  assert_check ("spaces", "en", "A b.", "pl", " Ala ma <b>kota</b>. ", "space-start",
                "Ala ma <b>kota</b>.");
  assert_check ("spaces", "en", "A ", "pl", "Ala ", NULL, NULL);
  assert_check ("spaces", "en", "A b.", "pl", "Ala <code>if  (a)</code> ma kota.", NULL, NULL);
  assert_check ("spaces", "en", "A b.", "pl", "Ala\n   ma kota.", NULL, NULL);
}

static void
test_punctuation (void)
{
  assert_check ("punctuation", "en", "Why?", "fr", "Pourquoi ?", "space-lacking",
                "Pourquoi\u202F?");
  assert_check ("punctuation", "en", "Why?", "fr", "Pourquoi?", "space-lacking", "Pourquoi\u202F?");
  assert_check ("punctuation", "en", "Why?", "fr", "Pourquoi\u00A0?", NULL, NULL);
  assert_check ("punctuation", "en", "Why?", "fr-CA", "Pourquoi?", NULL, NULL);
  assert_check ("punctuation", "en", "Why?", "fr-CA", "Pourquoi\u202F?", NULL, NULL);
  assert_check ("punctuation", "en", "a", "fr", "À 10:30, voir https://a.org/?b=c, ici", NULL,
                NULL);
  assert_check ("punctuation", "en", "a", "pl", "Ala ma kota , a kot ma Alę.", "space-before-mark",
                "Ala ma kota, a kot ma Alę.");
  assert_check ("punctuation", "en", "a", "de", "Das Programm .NET läuft", NULL, NULL);
  assert_check ("punctuation", "en", "a", "pl", "Ala ma kota,a kot ma Alę.", "space-lacking-behind",
                "Ala ma kota, a kot ma Alę.");
  assert_check ("punctuation", "en", "a", "pl", "Liczba 3,5 i np.Ala, zob. też ISBN 1,2,3", NULL,
                NULL);
  assert_check ("punctuation", "en", "a", "ar", "نعم, هذا صحيح", "mark-of-other-script",
                "نعم، هذا صحيح");
  assert_check ("punctuation", "en", "a", "ar", "هل هذا صحيح?", "mark-of-other-script",
                "هل هذا صحيح؟");
  assert_check ("punctuation", "en", "a", "ar", "العدد 3,5 في Word, Excel", NULL, NULL);
  assert_check ("punctuation", "en", "a", "fa", "این کتاب ها خوب است", "word-not-joined",
                "این کتاب\u200Cها خوب است");
  assert_check ("punctuation", "en", "a", "fa", "او می رود", "word-not-joined", "او می\u200Cرود");
  assert_check ("punctuation", "en", "a", "ur", "یہ کتاب ہے.", "mark-of-other-script",
                "یہ کتاب ہے۔");
  assert_check ("punctuation", "en", "a", "zh-CN", "我喜欢书,因为它好.", "mark-of-other-script",
                "我喜欢书，因为它好。");
  assert_check ("punctuation", "en", "a", "zh-CN", "版本 2.0 有 1,000 个，见 a.b", NULL, NULL);
  assert_check ("punctuation", "en", "a", "ja", "これは本です,そうです。", "mark-of-other-script",
                "これは本です、そうです。");
  assert_check ("punctuation", "en", "a", "es", "Cómo te llamas?", "mark-not-opened",
                "¿Cómo te llamas?");
  assert_check ("punctuation", "en", "a", "es", "¿Cuánto pesa si tiene 1.000 kg?", NULL, NULL);
  assert_check ("punctuation", "en", "a", "es", "¿Cuál es (a) la masa? (b) el peso total?", NULL,
                NULL);
  assert_check ("punctuation", "en", "a", "es", "Bien. Pero, ¿cómo te llamas? ¡Dime!", NULL, NULL);
  assert_check ("punctuation", "en", "a", "am", "መጽሐፍ, ነው።", "mark-of-other-script", "መጽሐፍ፣ ነው።");
  assert_check ("punctuation", "en", "a", "hy", "Սա գիրք է:", "mark-of-other-script", "Սա գիրք է։");
  assert_check ("punctuation", "en", "a", "el", "Πώς σε λένε;", NULL, NULL);
  assert_check ("punctuation", "en", "a", "th", "สวัสดี ครับ", NULL, NULL);
}

static void
test_ending (void)
{
  assert_check ("ending", "en", "It is.", "pl", "Tak jest", "ending-missing", "Tak jest.");
  assert_check ("ending", "en", "It is!", "fr", "C’est", "ending-missing", "C’est\u202F!");
  assert_check ("ending", "en", "Is it?", "el", "Είναι;", NULL, NULL);
  assert_check ("ending", "en", "Is it?", "el", "Είναι.", "ending-other", "Είναι;");
  assert_check ("ending", "en", "Is it?", "hy", "Սա գի՞րք է։", NULL, NULL);
  assert_check ("ending", "en", "Is it?", "ar", "هل هو؟", NULL, NULL);
  assert_check ("ending", "en", "It is.", "zh", "是的。", NULL, NULL);
  assert_check ("ending", "en", "It is.", "zh", "是的", "ending-missing", "是的。");
  assert_check ("ending", "en", "It is.", "hi", "यह है।", NULL, NULL);
  assert_check ("ending", "en", "It is.", "hi", "यह है.", NULL, NULL);
  assert_check ("ending", "en", "It is.", "am", "ነው።", NULL, NULL);
  assert_check ("ending", "en", "It is.", "th", "มันคือ", NULL, NULL);
  assert_check ("ending", "en", "It is.", "my", "ဖြစ်သည်။", NULL, NULL);
  assert_check ("ending", "en", "What is it?", "pl", "Jak to jest.", "ending-other",
                "Jak to jest?");
  assert_check ("ending", "en", "What is its speed?", "pl", "To samochód. Oblicz jego prędkość.",
                NULL, NULL);
  assert_check ("ending", "en", "Find it.", "pl", "Ile to jest?", NULL, NULL);
  assert_check ("ending", "en", "We find that:", "pl", "Mamy", NULL, NULL);
  assert_check ("ending", "en", "It is “so.”", "pl", "Tak jest „tak”.", NULL, NULL);
  assert_check ("ending", "en", "And so on…", "de", "Und so weiter ...", NULL, NULL);
  assert_check ("ending", "en",
                "Find <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi>"
                "</math>.",
                "pl", "Znajdź <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>",
                NULL, NULL);
}

static void
test_ending_kinds (void)
{
  g_autoptr (GPtrArray) cell = scan_kind (COG_UNIT_CELL, "ending", "en", "Yes.", "pl", "Tak");
  g_autoptr (GPtrArray) heading =
      scan_kind (COG_UNIT_HEADING, "ending", "en", "Forces", "pl", "Siły.");

  g_assert_cmpuint (cell->len, ==, 0);
  g_assert_cmpuint (heading->len, ==, 1);
}

static void
test_quotes (void)
{
  assert_check ("quotes", "en", "The “word”", "pl", "To “słowo” jest", "quotes-of-other-language",
                "To „słowo” jest");
  assert_check ("quotes", "en", "The “word”", "fr", "Le “mot” ici", NULL, NULL);
  assert_check ("quotes", "en", "The “word”", "fr", "Le „mot“ ici", "quotes-of-other-language",
                "Le «\u00A0mot\u00A0» ici");
  assert_check ("quotes", "en", "The “word”", "de", "Das „Wort“ hier", NULL, NULL);
  assert_check ("quotes", "en", "The “word”", "de", "Das „Wort” hier", "quotes-of-other-language",
                "Das „Wort“ hier");
  assert_check ("quotes", "en", "The “word”", "sv", "Ett ”ord” här", NULL, NULL);
  assert_check ("quotes", "en", "The “word”", "ru", "Это «слово», „да“", NULL, NULL);
  assert_check ("quotes", "en", "The “word”", "ja", "「本」と『本』", NULL, NULL);
  assert_check ("quotes", "en", "The “word”", "pl", "To „słowo jest", "quote-not-paired", NULL);
  assert_check ("quotes", "en", "The “word", "pl", "To „słowo jest", NULL, NULL);
  assert_check ("quotes", "en", "a 5\" pipe", "pl", "rura 5\"", NULL, NULL);
  /* Not in the table: by CLDR. */
  assert_check ("quotes", "en", "The “word”", "is", "Þetta „orð“ hér", NULL, NULL);
}

static void
test_brackets (void)
{
  assert_check ("brackets", "en", "(a)", "pl", "To (jest tak.", "bracket-not-closed", NULL);
  assert_check ("brackets", "en", "(a)", "pl", "To jest) tak.", "bracket-not-opened", NULL);
  assert_check ("brackets", "en", "a", "pl", "a) tak, b) nie, przedział [0, 1)", NULL, NULL);
  assert_check ("brackets", "en", "(a", "pl", "To (jest", NULL, NULL);
  assert_check ("brackets", "en", "(a)", "zh", "（好）", NULL, NULL);
}

static void
test_repeated (void)
{
  assert_check ("repeated", "pl", "Dom", "en", "This is the the house.", "word-repeated",
                "This is the house.");
  assert_check ("repeated", "pl", "Dom", "en", "He had had it.", NULL, NULL);
  assert_check ("repeated", "en", "Very", "tr", "yavaş yavaş", NULL, NULL);
  assert_check ("repeated", "en", "Slowly slowly", "pl", "powoli powoli", NULL, NULL);
  assert_check ("repeated", "en", "In Pago Pago.", "de", "In Pago Pago.", NULL, NULL);
  assert_check ("repeated", "en", "a", "zh", "人人 都 都", NULL, NULL);
}

static void
test_numbers (void)
{
  assert_check ("numbers", "en", "It has 12 legs.", "pl", "Ma nogi.", "number-missing", NULL);
  assert_check ("numbers", "en", "It has 125 legs.", "pl", "Ma 152 nogi.", "number-changed",
                "Ma 125 nogi.");
  assert_check ("numbers", "en", "It has 125.", "ar-EG", "فيها 152.", "number-changed",
                "فيها 125.");
  assert_check ("numbers", "en", "It has 125.", "ar-EG", "فيها ١٥٢.", "number-changed",
                "فيها ١٢٥.");
  assert_check ("numbers", "en", "1,250.5 m", "pl", "1250,5 m", NULL, NULL);
  assert_check ("numbers", "en", "1,250,000", "fr", "1 250 000", NULL, NULL);
  assert_check ("numbers", "en", "1,250.5", "ar-EG", "١٬٢٥٠٫٥", NULL, NULL);
  assert_check ("numbers", "en", "in 1984", "fa", "در ۱۹۸۴", NULL, NULL);
  assert_check ("numbers", "en", "5 million people", "pl", "5 000 000 ludzi", NULL, NULL);
  assert_check ("numbers", "en", "2 hands", "pl", "dwóch rąk", NULL, NULL);
  assert_check ("numbers", "en", "3 houses", "ru", "трёх домов", NULL, NULL);
  assert_check ("numbers", "en", "The 20th century", "es", "El siglo XX", NULL, NULL);
  assert_check ("numbers", "en", "At 3 p.m.", "de", "Um 15 Uhr", NULL, NULL);
  assert_check ("numbers", "en", "H2O and m1 in 3D", "pl", "woda i masa w trzech wymiarach", NULL,
                NULL);
  assert_check ("numbers", "en-US", "It drives 100 miles.", "pl-PL", "Jedzie 161 km.", NULL, NULL);
  assert_check ("numbers", "en", "It weighs 3.5 kg.", "pl", "Waży 3.5 kg.", "number-notation",
                "Waży 3,5 kg.");
  assert_check ("numbers", "en", "It weighs 3.456 kg.", "de", "Es wiegt 3.456 kg.",
                "number-reads-otherwise", "Es wiegt 3,456 kg.");
  assert_check ("numbers", "en", "See Figure 3.5", "pl", "Zob. rys. 3.5", NULL, NULL);
  assert_check ("numbers", "en", "at 20.0° here", "es", "a 20,0º aquí", NULL, NULL);
  assert_check ("numbers", "en", "0 and 0", "pl", "oba wynoszą 0", NULL, NULL);
  assert_check ("numbers", "en", "It has 0.25 m.", "pl", "Ma 25 cm.", NULL, NULL);
  assert_check ("numbers", "en", "It is 5 km away.", "pl", "To jest 5 m stąd.", "unit-changed",
                NULL);
  assert_check ("numbers", "en", "4 × 10<sup>8</sup> m", "de", "4 · 10<sup>8</sup> m", NULL, NULL);
  assert_check ("numbers", "en", "4 × 10<sup>8</sup> m", "de", "4 · 10<sup>9</sup> m",
                "number-changed", "4 · 10<sup>8</sup> m");
}

static void
test_numbers_decided (void)
{
  const char *const ids[] = { "numbers", NULL };
  CogCheckContext context;
  CogCheckUnit unit = { .id = "u1", .kind = COG_UNIT_PARAGRAPH };
  g_autoptr (GPtrArray) decided = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  cog_check_context_init (&context, "en-US", "kk-KZ");
  unit.source = cog_check_text_new ("He paid $149.", "en-US");
  unit.target = cog_check_text_new ("Ол 15 000 ₸ төледі.", "kk-KZ");
  before = cog_check_scan (&context, &unit, ids);
  g_assert_cmpuint (before->len, ==, 1);
  g_ptr_array_add (decided, (gpointer) "$149");
  g_ptr_array_add (decided, (gpointer) "15 000 ₸");
  unit.decided = decided;
  after = cog_check_scan (&context, &unit, ids);
  g_assert_cmpuint (after->len, ==, 0);
  cog_check_text_free (unit.source);
  cog_check_text_free (unit.target);
}

static void
test_untranslated (void)
{
  const char *sentence = "The force that acts on the body is always the same.";

  assert_check ("untranslated", "en", sentence, "pl", sentence, "untranslated", NULL);
  assert_check ("untranslated", "en", "Isaac Newton", "pl", "Isaac Newton", NULL, NULL);
  assert_check ("untranslated", "en", "<code>for all the things do that</code>", "pl",
                "<code>for all the things do that</code>", NULL, NULL);
  assert_check ("untranslated", "en", sentence, "en-GB", sentence, NULL, NULL);
  assert_check ("untranslated", "en", "It moves. The force that acts on the body is the same.",
                "es", "Se mueve. The force that acts on the body is the same.", "untranslated-part",
                NULL);
  assert_check ("untranslated", "en", "He wrote “the force that acts on the body is one” there.",
                "es", "Escribió «the force that acts on the body is one» allí.", NULL, NULL);
}

#define NOTE(n)                                                                                    \
  "<a epub:type=\"noteref\" xmlns:epub=\"http://www.idpf.org/2007/ops\" href=\"#n" n "\">" n "</"  \
  "a>"

static void
test_codes (void)
{
  assert_check ("codes", "en", "One" NOTE ("1") " two" NOTE ("2"), "pl", "Jeden" NOTE ("1") " dwa",
                "code-missing", NULL);
  assert_check ("codes", "en", "One" NOTE ("1") " two" NOTE ("2"), "pl",
                "Jeden" NOTE ("2") " dwa" NOTE ("1"), "code-order", NULL);
  assert_check ("codes", "en", "One" NOTE ("1") " two", "pl", "Jeden" NOTE ("1") " dwa" NOTE ("1"),
                "code-doubled", NULL);
  assert_check ("codes", "en", "See <a href=\"http://a.org\">there</a>", "pl", "Zob. tam",
                "code-link-missing", NULL);
  assert_check ("codes", "en", "A <b>bold</b> word", "pl", "Tłuste słowo", "code-emphasis-missing",
                NULL);
  assert_check ("codes", "en", "A <b>bold</b> word", "pl", "<b>Tłuste</b> słowo", NULL, NULL);
}

static void
test_capitals (void)
{
  assert_check ("capitals", "en", "Forces act.", "pl", "siły działają.", "capital-missing",
                "Siły działają.");
  assert_check ("capitals", "en", "Forces act.", "ru", "“силы” действуют.", "capital-missing",
                "“Силы” действуют.");
  assert_check ("capitals", "en", "where it is", "de", "Wohin es geht", "capital-added",
                "wohin es geht");
  assert_check ("capitals", "en", "Forces act.", "ar", "القوى", NULL, NULL);
  assert_check ("capitals", "en", "Forces act.", "pl", "pH jest małe.", NULL, NULL);
}

static void
test_direction (void)
{
  assert_check ("direction", "en", "a", "ar", "لغة C++ سهلة", "direction-sign-astray",
                "لغة C++\u200E سهلة");
  assert_check ("direction", "en", "a", "ar", "لغة C++\u200E سهلة", NULL, NULL);
  assert_check ("direction", "en", "a", "he", "שפת \u2066C++\u2069 קלה", NULL, NULL);
  assert_check ("direction", "en", "a", "he", "שפת \u2066C קלה", "direction-open", "שפת C קלה");
  assert_check ("direction", "en", "a", "pl", "Ala\u200E ma kota", "direction-stray",
                "Ala ma kota");
  assert_check ("direction", "en", "a", "fa", "سلام (Hello) دنیا", NULL, NULL);
}

static void
add_pair (GPtrArray *pairs, const char *id, const char *source, const char *target)
{
  CogCheckUnit unit = { .id = id, .kind = COG_UNIT_HEADING };

  unit.source = cog_check_text_new (source, "en");
  unit.target = cog_check_text_new (target, "pl");
  g_ptr_array_add (pairs, cog_check_pair_new (&unit));
  cog_check_text_free (unit.source);
  cog_check_text_free (unit.target);
}

static GPtrArray *
scan_book (const char *check, GPtrArray *pairs)
{
  const char *const ids[] = { check, NULL };
  CogCheckContext context;

  cog_check_context_init (&context, "en", "pl");
  return cog_check_scan_book (&context, pairs, ids);
}

static void
test_length (void)
{
  const char *source = "It is one of the most remarkable laws that were ever found in all of "
                       "physics, and it is simple.";
  g_autoptr (GPtrArray) pairs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_pair_free);
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  add_pair (pairs, "short", source, "To jest prawo.");
  few = scan_book ("length", pairs);
  g_assert_cmpuint (few->len, ==, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *target =
          g_strdup_printf ("To jedno z najbardziej niezwykłych praw, jakie kiedykolwiek odkryto w "
                           "całej fizyce, a jest %.*s proste.",
                           (int)(i % 7), "bardzo");

      add_pair (pairs, "other", source, target);
    }
  findings = scan_book ("length", pairs);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((CogCheckFinding *)g_ptr_array_index (findings, 0))->unit, ==, "short");
  g_assert_cmpstr (((CogCheckFinding *)g_ptr_array_index (findings, 0))->kind->id, ==,
                   "length-short");
}

static void
test_consistency (void)
{
  g_autoptr (GPtrArray) pairs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_check_pair_free);
  g_autoptr (GPtrArray) findings = NULL;
  const CogCheckFinding *finding;

  add_pair (pairs, "u1", "Check your understanding", "Sprawdź, czy rozumiesz");
  add_pair (pairs, "u2", "Check your understanding", "Sprawdź, czy  rozumiesz");
  add_pair (pairs, "u3", "Check your understanding", "Sprawdź swoją wiedzę");
  add_pair (pairs, "u4", "Check your understanding.", "Sprawdź to.");
  add_pair (pairs, "u5", "12", "12 a");
  add_pair (pairs, "u6", "12", "12 b");
  findings = scan_book ("consistency", pairs);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->unit, ==, "u3");
  g_assert_cmpstr (((CogCheckFix *)g_ptr_array_index (finding->fixes, 0))->words, ==,
                   "Sprawdź, czy rozumiesz");
}

/* The same words twice in a unit are told apart, and stay what they are when one is gone. */
static void
test_same (void)
{
  g_autoptr (GPtrArray) findings =
      scan_kind (COG_UNIT_PARAGRAPH, "spaces", "en", "a", "pl", "a  b  c");

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (((CogCheckFinding *)g_ptr_array_index (findings, 0))->nth, ==, 0);
  g_assert_cmpuint (((CogCheckFinding *)g_ptr_array_index (findings, 1))->nth, ==, 1);
}

static void
test_spelling (void)
{
  const char *const ids[] = { "spelling", NULL };
  CogCheckContext context;
  CogCheckUnit unit = { .id = "u1", .kind = COG_UNIT_PARAGRAPH };
  g_autoptr (CogSpelling) spelling = cog_spelling_new ("en");
  g_autoptr (GPtrArray) findings = NULL;

  if (spelling == NULL)
    {
      g_test_skip ("no dictionary of English is installed");
      return;
    }
  cog_check_context_init (&context, "pl", "en");
  context.spelling = spelling;
  unit.source = cog_check_text_new ("Prawo Newtonowicza mówi", "pl");
  unit.target = cog_check_text_new (
      "The law of Newtonowicz sayz <code>fooobar</code> at www.exampel.org.", "en");
  findings = cog_check_scan (&context, &unit, ids);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((CogCheckFinding *)g_ptr_array_index (findings, 0))->text, ==, "sayz");
  cog_check_find ("spelling")->list_fixes (&context, g_ptr_array_index (findings, 0));
  g_assert_nonnull (((CogCheckFinding *)g_ptr_array_index (findings, 0))->fixes);
  cog_check_text_free (unit.source);
  cog_check_text_free (unit.target);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/spaces", test_spaces);
  g_test_add_func ("/check/punctuation", test_punctuation);
  g_test_add_func ("/check/ending", test_ending);
  g_test_add_func ("/check/ending-kinds", test_ending_kinds);
  g_test_add_func ("/check/quotes", test_quotes);
  g_test_add_func ("/check/brackets", test_brackets);
  g_test_add_func ("/check/repeated", test_repeated);
  g_test_add_func ("/check/numbers", test_numbers);
  g_test_add_func ("/check/numbers-decided", test_numbers_decided);
  g_test_add_func ("/check/untranslated", test_untranslated);
  g_test_add_func ("/check/codes", test_codes);
  g_test_add_func ("/check/capitals", test_capitals);
  g_test_add_func ("/check/direction", test_direction);
  g_test_add_func ("/check/length", test_length);
  g_test_add_func ("/check/consistency", test_consistency);
  g_test_add_func ("/check/same", test_same);
  g_test_add_func ("/check/spelling", test_spelling);
  return g_test_run ();
}
