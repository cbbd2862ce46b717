/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#include <string.h>

/* The lenses over lists of words: what is told, what is proposed, and what stays unsaid. */

static CogLensText *
make_text (const char *xhtml, const char *language, gboolean is_source)
{
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  CogLensText *text;

  *(is_source ? &unit->source : &unit->target) = g_strdup (xhtml);
  text = cog_lens_text_new (unit, is_source, language);
  cog_unit_free (unit);
  return text;
}

static GPtrArray *
scan (const CogLensContext *context, const char *xhtml, const char *lens)
{
  const char *const ids[] = { lens, NULL };
  g_autoptr (CogLensText) text = make_text (xhtml, context->source, TRUE);

  return cog_lens_scan (context, text, ids);
}

/* The only finding; what is hardly one is not counted. */
static CogLensFinding *
find_one (const char *xhtml, const char *source, const char *target, const char *lens)
{
  const CogLensContext context = { .source = source, .target = target };
  g_autoptr (GPtrArray) findings = scan (&context, xhtml, lens);
  CogLensFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (finding->confidence < 50)
        continue;
      g_assert_null (found);
      found = cog_lens_finding_copy (finding);
    }
  return found;
}

static void
assert_swap (const char *xhtml,
             const char *source,
             const char *target,
             const char *lens,
             const char *kind,
             const char *words)
{
  g_autoptr (CogLensFinding) finding = find_one (xhtml, source, target, lens);
  const CogProposal *swap;

  if (kind == NULL)
    {
      g_assert_null (finding);
      return;
    }
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->kind, ==, kind);
  swap = cog_lens_finding_get_proposal (finding, COG_CHOICE_SWAP);
  g_assert_nonnull (swap);
  g_assert_cmpstr (swap->words, ==, words);
  g_assert_cmpint (
      ((CogProposal *)g_ptr_array_index (finding->proposals, finding->proposals->len - 1))->choice,
      ==, COG_CHOICE_KEEP);
}

static void
test_places_of_things (void)
{
  const char *feast = "Stores close on Thanksgiving.";
  const char *bank = "The Federal Reserve sets the rate.";

  assert_swap (feast, "en-US", "kk-KZ", "everyday", "holiday", "Наурыз");
  assert_swap (feast, "en-US", "pl-PL", "everyday", "holiday", "dożynki");
  assert_swap (feast, "en-US", "en-CA", "everyday", NULL, NULL);
  assert_swap (bank, "en-US", "kk-KZ", "institutions", "institution", "Қазақстан Ұлттық Банкі");
  assert_swap (bank, "en-US", "ar-EG", "institutions", "institution", "البنك المركزي المصري");
  assert_swap (bank, "en-US", "es-US", "institutions", NULL, NULL);
  assert_swap ("She ate bacon.", "en-US", "kk-KZ", "everyday", "delicate", NULL);
  assert_swap ("She ate bacon.", "en-US", "ka-GE", "everyday", NULL, NULL);
  assert_swap ("He took the SAT score home.", "en-US", "pl-PL", "law-and-school", "school", NULL);
  assert_swap ("A bus from Denver.", "en-US", "en-US", "places", NULL, NULL);
}

/* Languages that the tables have no column for, each with a file of its own. */
static void
test_things_of_a_language (void)
{
  assert_swap ("Students prepare for the SAT.", "en-US", "fa-IR", "law-and-school", "school",
               "کنکور");
  assert_swap ("برای ناهار قرمه‌سبزی خوردیم.", "fa-IR", "kk-KZ",
               "everyday", "food", "палау");
  assert_swap ("برای ناهار قرمه سبزی خوردیم.", "fa-IR", "kk-KZ", "everyday", "food", "палау");
  /* In Arabic a letter stands for "and" before the word; in Persian this is another word. */
  assert_swap ("وتهران بزرگ است.", "fa-IR", "kk-KZ", "places", NULL, NULL);
  assert_swap ("Tulikula ugali.", "sw-KE", "ka-GE", "everyday", "food", NULL);
  assert_swap ("Tulikula ugali.", "sw-KE", "en-UG", "everyday", NULL, NULL);
  assert_swap ("เขาเรียนที่จุฬาลงกรณ์มหาวิทยาลัย", "th-TH", "kk-KZ", "institutions", "institution", NULL);
  assert_swap ("Олар бауырсақтарды жеді.", "kk-KZ", "ka-GE", "everyday", "food", NULL);
  assert_swap ("Он сдал ЕГЭ.", "ru-RU", "ar-EG", "law-and-school", "school", "الثانوية العامة");
}

/* A stem of a list must not begin other words: the moon is no priest, distance no vodka. */
static void
test_words_that_begin_so (void)
{
  assert_swap ("Księżyc krąży wokół Ziemi.", "pl-PL", "ar-EG", "everyday", NULL, NULL);
  assert_swap ("Арақашықтық 5 км.", "kk-KZ", "ar-EG", "everyday", NULL, NULL);
  assert_swap ("خورشید می‌تابد.", "fa-IR", "kk-KZ", "everyday", NULL, NULL);
  assert_swap ("این استاندارد است.", "fa-IR", "kk-KZ", "law-and-school", NULL, NULL);
  assert_swap ("Teker hızlı döner.", "tr-TR", "pl-PL", "everyday", NULL, NULL);
  assert_swap ("机动车很多。", "zh-CN", "kk-KZ", "institutions", NULL, NULL);
}

/* Names with the endings of their cases. */
static void
test_forms_of_names (void)
{
  static const struct
  {
    const char *xhtml, *language, *name;
  } cases[] = {
    { "У Пети пять яблок.", "ru-RU", "Пети" }, { "Он дал Кате книгу.", "ru-RU", "Кате" },
    { "Книгу дали Ивану.", "ru-RU", "Ивану" }, { "Айгүлде 5 алма бар.", "kk-KZ", "Айгүлде" },
    { "To jest pies Kasi.", "pl-PL", "Kasi" }, { "Daj to Tomaszowi.", "pl-PL", "Tomaszowi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogLensFinding) found =
          find_one (cases[i].xhtml, cases[i].language, "ar-EG", "people");

      g_test_message ("%s", cases[i].xhtml);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->kind, ==, "given-name");
      g_assert_cmpstr (found->text, ==, cases[i].name);
    }
}

/* What books make up, no list has; what is only a noun beside a capital, is none. */
static void
test_made_up_names (void)
{
  static const struct
  {
    const char *language, *xhtml, *kind, *words;
  } cases[] = {
    { "en-US", "Then the WipeOut Ski Company raised its price.", "brand", "WipeOut Ski Company" },
    { "en-US", "She works for Acme Widgets Inc. now.", "brand", "Acme Widgets Inc" },
    { "en-US", "He went to Maple Ridge College.", "institution", "Maple Ridge College" },
    { "en-US", "The Company was small.", NULL, NULL },
    { "en-US", "A company of soldiers came.", NULL, NULL },
    { "fr-FR", "La société Durand fabrique des vélos.", "brand", "société Durand" },
    { "fr-FR", "Le groupe A tire, une banque prête.", NULL, NULL },
    { "es-ES", "La Compañía Minera del Norte extrae cobre.", "brand", "Compañía Minera del Norte" },
    { "es-ES", "El banco presta dinero.", NULL, NULL },
    { "ar-EG", "تصنع شركة الفجر للأثاث الكراسي.", "brand", "شركة الفجر للأثاث" },
    { "ar-EG", "تنتج شركة كبيرة هذه السلعة.", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogLensFinding) finding =
          find_one (cases[i].xhtml, cases[i].language, "kk-KZ", "institutions");

      g_assert_cmpstr (finding != NULL ? finding->kind : NULL, ==, cases[i].kind);
      g_assert_cmpstr (finding != NULL ? finding->text : NULL, ==, cases[i].words);
    }
}

static void
test_why (void)
{
  g_autoptr (CogLensFinding) finding =
      find_one ("Stores close on Thanksgiving.", "en-US", "kk-KZ", "everyday");

  g_assert_nonnull (strstr (finding->why, "Thanksgiving"));
  g_assert_nonnull (strstr (finding->why, "Canada"));
  g_assert_cmpstr (finding->subject, ==, "holiday thanksgiving");
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) agreements = g_ptr_array_new ();
  CogAgreement agreement = { .kind = (char *)"name",
                             .original = (char *)"Ogden",
                             .words = (char *)"Олжас" };
  CogLensContext context = { .source = "en-US", .target = "kk-KZ", .agreements = agreements };
  const char *const ids[] = { "people", NULL };
  g_autoptr (GPtrArray) before = scan (&context, "Ogden buys a car.", "people");
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) adapted = NULL;
  g_autoptr (CogLensText) text = make_text ("Олжас көлік сатып алады.", "kk-KZ", FALSE);
  const CogLensFinding *finding = g_ptr_array_index (before, 0);

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (finding->kind, ==, "given-name");
  g_assert_nonnull (cog_lens_finding_get_proposal (finding, COG_CHOICE_SWAP)->words);
  g_ptr_array_add (agreements, &agreement);
  after = scan (&context, "Ogden buys a car.", "people");
  finding = g_ptr_array_index (after, 0);
  g_assert_cmpstr (cog_lens_finding_get_proposal (finding, COG_CHOICE_SWAP)->words, ==, "Олжас");
  g_assert_cmpstr (finding->subject, ==, "name ogden");
  adapted = cog_lens_scan (&context, text, ids);
  g_assert_cmpuint (adapted->len, ==, 1);
  finding = g_ptr_array_index (adapted, 0);
  g_assert_cmpstr (finding->subject, ==, "name ogden");
}

static void
test_names_kept (void)
{
  static const char *const texts[] = {
    "Isaac Newton was born in winter.",
    "Charles’s law holds for gases.",
    "Mark the point.",
    "<cite>Emily</cite>",
    "Brown, A. and Hill, Emily (2004). The gift. Oxford University Press.",
    "(credit: Kevin Jones/Flickr)",
    "In May 1990, it rained.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (find_one (texts[i], "en-US", "kk-KZ", "people"));
  /* The same name is common there, too. */
  g_assert_null (find_one ("Maria walks home.", "en-US", "pt-BR", "people"));
}

static void
test_both_sides (void)
{
  const CogLensContext context = { .source = "en-US", .target = "ru-RU" };
  const char *const ids[] = { "everyday", NULL };
  g_autoptr (CogLensText) text = make_text ("Это было в День благодарения.", "ru-RU", FALSE);
  g_autoptr (GPtrArray) adapted = cog_lens_scan (&context, text, ids);
  g_autoptr (CogLensFinding) source =
      find_one ("It was Thanksgiving.", "en-US", "ru-RU", "everyday");
  const CogLensFinding *target;

  g_assert_cmpuint (adapted->len, ==, 1);
  target = g_ptr_array_index (adapted, 0);
  g_assert_cmpstr (target->subject, ==, source->subject);
  g_assert_false (target->in_source);
}

static void
test_page (void)
{
  const char *left = "See the figure on the left.";

  g_assert_null (find_one (left, "en-US", "fr-FR", "words"));
  assert_swap ("That was a piece of cake.", "en-US", "fr-FR", "words", "idiom", "c’est du gâteau");
  assert_swap ("That was a piece of cake.", "en-US", "en-GB", "words", NULL, NULL);
  g_assert_null (find_one ("A U-shaped tube.", "en-US", "fr-FR", "words"));
  {
    g_autoptr (CogLensFinding) turned = find_one (left, "en-US", "ar-EG", "words");
    g_autoptr (CogLensFinding) shape = find_one ("A U-shaped tube.", "en-US", "ar-EG", "words");

    g_assert_cmpstr (turned->kind, ==, "direction");
    g_assert_cmpstr (shape->kind, ==, "letter");
  }
}

static void
test_inclusive (void)
{
  assert_swap ("The chairman spoke.", "en-US", "en-GB", "inclusive", "job", "chairperson");
  assert_swap ("The chairman spoke.", "en-US", "fr-FR", "inclusive", "job", NULL);
  assert_swap ("A student checks his work.", "en-US", "en-GB", "inclusive", "generic-he", "their");
  assert_swap ("A student checks his or her work.", "en-US", "en-GB", "inclusive", NULL, NULL);
}

static void
test_balance (void)
{
  static const char *const paragraphs[] = {
    "The force is measured.",
    "Kevin pulls the rope, and he holds it with his hands.",
    "David and Brandon push. His box moves, and he smiles.",
    "Emily watches him.",
  };
  const CogLensContext context = { .source = "en-US", .target = "fr-FR" };
  const char *const ids[] = { "inclusive", NULL };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_text_free);
  g_autoptr (GPtrArray) findings = NULL;
  const CogLensFinding *finding;

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    g_ptr_array_add (texts, make_text (paragraphs[i], "en-US", TRUE));
  findings = cog_lens_scan_section (&context, texts, ids);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->kind, ==, "balance");
  g_assert_cmpstr (finding->text, ==, "Kevin");
  g_assert_nonnull (strstr (finding->why, "5"));
  g_ptr_array_add (texts, make_text ("She and her sister Megan help Laura.", "en-US", TRUE));
  g_ptr_array_unref (g_steal_pointer (&findings));
  findings = cog_lens_scan_section (&context, texts, ids);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-words/places-of-things", test_places_of_things);
  g_test_add_func ("/lens-words/things-of-a-language", test_things_of_a_language);
  g_test_add_func ("/lens-words/made-up-names", test_made_up_names);
  g_test_add_func ("/lens-words/why", test_why);
  g_test_add_func ("/lens-words/names", test_names);
  g_test_add_func ("/lens-words/words-that-begin-so", test_words_that_begin_so);
  g_test_add_func ("/lens-words/forms-of-names", test_forms_of_names);
  g_test_add_func ("/lens-words/names-kept", test_names_kept);
  g_test_add_func ("/lens-words/both-sides", test_both_sides);
  g_test_add_func ("/lens-words/page", test_page);
  g_test_add_func ("/lens-words/inclusive", test_inclusive);
  g_test_add_func ("/lens-words/balance", test_balance);
  return g_test_run ();
}
