/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-readability.h"

#include "cog-language.h"
#include "cog-segmenter.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#define LEAST_WORDS 30
#define LONG 6 /* letters: Björnsson's own limit */
#define HARD 4 /* syllables */

/* ── Syllables ───────────────────────────────────────────────────────────────────────────────── */

/* Letters that carry a syllable. Those of is_single each carry one of their own, as in Russian; in
 * other languages those that touch are one. */
static const struct
{
  const char *language;
  const char *vowels;
  gboolean is_single;
} vowels[] = {
  { "ru", "аеёиоуыэюя", TRUE },
  { "uk", "аеєиіїоуюя", TRUE },
  { "kk", "аәеёиіоөуұүыэюя", TRUE },
  { "tr", "aeıioöuüâîû", TRUE },
  { "pl", "aąeęioóuy", FALSE },
  { "es", "aeiouáéíóúü", FALSE },
  { "pt", "aeiouáéíóúâêôãõà", FALSE },
  { "fr", "aeiouyàâéèêëîïôùûüœæ", FALSE },
  { "de", "aeiouyäöü", FALSE },
  { "it", "aeiouàèéìòóù", FALSE },
  { "", "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýāēīōūаеёиоуыэюя", FALSE },
};

static guint
find_vowels (const char *language)
{
  guint i = 0;

  while (vowels[i].language[0] != '\0' && !cog_language_equal (vowels[i].language, language))
    i++;
  return i;
}

/* Two strong vowels are two syllables (RAE, Ortografía §3.4.2); an accented í or ú parts, too. */
static gboolean
is_hiatus (gunichar first, gunichar second)
{
  static const char *const strong = "aeoáéóíú";
  char a[7] = { 0 }, b[7] = { 0 };

  g_unichar_to_utf8 (first, a);
  g_unichar_to_utf8 (second, b);
  return strstr (strong, a) != NULL && strstr (strong, b) != NULL;
}

/* The e at the end of an English or French word is silent, but for "-le" after a consonant. */
static gboolean
has_silent_end (const char *word, const char *language)
{
  gsize length = strlen (word);

  if (cog_language_equal (language, "fr"))
    return length > 2 && (g_str_has_suffix (word, "e") || g_str_has_suffix (word, "es"));
  if (!cog_language_equal (language, "en") || length < 3)
    return FALSE;
  if (g_str_has_suffix (word, "le"))
    return strchr ("aeiouy", word[length - 3]) != NULL;
  if (g_str_has_suffix (word, "ed"))
    return word[length - 3] != 't' && word[length - 3] != 'd';
  if (g_str_has_suffix (word, "es"))
    return strchr ("sxzcg", word[length - 3]) == NULL && !g_str_has_suffix (word, "shes") &&
           !g_str_has_suffix (word, "ches");
  return g_str_has_suffix (word, "e");
}

guint
cog_text_count_syllables (const char *word, const char *language)
{
  g_autofree char *lower = NULL;
  guint set = find_vowels (language);
  gunichar before = 0; /* the vowel that the letter touches; 0: none */
  guint n = 0;

  g_return_val_if_fail (word != NULL, 0);

  lower = g_utf8_strdown (word, -1);
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_vowel = g_utf8_strchr (vowels[set].vowels, -1, c) != NULL;

      if (is_vowel && (before == 0 || vowels[set].is_single ||
                       (cog_language_equal (language, "es") && is_hiatus (before, c))))
        n++;
      before = is_vowel ? c : 0;
    }
  if (n > 1 && has_silent_end (lower, language))
    n--;
  return MAX (n, 1);
}

/* ── Counting ────────────────────────────────────────────────────────────────────────────────── */

static void
count_word (CogTextMeasure *measure, const char *word, const char *language)
{
  guint n_letters = 0;
  guint n_syllables;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    n_letters += g_unichar_isalpha (g_utf8_get_char (at));
  if (n_letters == 0)
    return;
  n_syllables = cog_text_count_syllables (word, language);
  measure->n_words++;
  measure->n_letters += n_letters;
  measure->n_syllables += n_syllables;
  measure->n_long += n_letters > LONG;
  measure->n_hard += n_syllables >= HARD;
}

/* Opening a break iterator costs far more than counting a sentence; one is kept for each thread. */
static UBreakIterator *
get_iterator (void)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify)ubrk_close);
  UBreakIterator *iterator = g_private_get (&kept);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator == NULL)
    {
      iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
      g_private_set (&kept, U_SUCCESS (status) ? iterator : NULL);
    }
  return g_private_get (&kept);
}

static void
count_sentence (CogTextMeasure *measure,
                const char *sentence,
                UBreakIterator *breaks,
                const char *language)
{
  glong length = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (sentence, -1, NULL, &length, NULL);
  UErrorCode status = U_ZERO_ERROR;
  guint before = measure->n_words;
  int32_t start = 0;

  if (wide == NULL)
    return;
  ubrk_setText (breaks, (const UChar *)wide, (int32_t)length, &status);
  if (U_FAILURE (status))
    return;
  for (int32_t end = ubrk_next (breaks); end != UBRK_DONE; end = ubrk_next (breaks))
    {
      g_autofree char *word = g_utf16_to_utf8 (wide + start, end - start, NULL, NULL, NULL);

      if (word != NULL)
        count_word (measure, word, language);
      start = end;
    }
  if (measure->n_words == before)
    return;
  measure->n_sentences++;
  measure->n_longest = MAX (measure->n_longest, measure->n_words - before);
}

void
cog_text_measure_add (CogTextMeasure *measure, const char *text, const char *language)
{
  g_autoptr (GPtrArray) sentences = NULL;
  UBreakIterator *breaks = get_iterator ();

  g_return_if_fail (measure != NULL && text != NULL && language != NULL);

  if (breaks == NULL)
    return;
  sentences = cog_segmenter_split (text, language);
  for (guint i = 0; i < sentences->len; i++)
    count_sentence (measure, g_ptr_array_index (sentences, i), breaks, language);
}

void
cog_text_measure_join (CogTextMeasure *measure, const CogTextMeasure *other)
{
  g_return_if_fail (measure != NULL && other != NULL);

  measure->n_sentences += other->n_sentences;
  measure->n_words += other->n_words;
  measure->n_letters += other->n_letters;
  measure->n_syllables += other->n_syllables;
  measure->n_long += other->n_long;
  measure->n_hard += other->n_hard;
  measure->n_longest = MAX (measure->n_longest, other->n_longest);
}

/* ── Formulas ────────────────────────────────────────────────────────────────────────────────── */

/* constant + words × words per sentence + syllables × syllables per word: Flesch's form, with the
 * constants that were fitted to each language. */
static const struct
{
  const char *language;
  const char *name;
  const char *origin;
  gboolean is_ease;
  double constant, words, syllables;
} linear[] = {
  { "en", "Flesch–Kincaid",
    "Kincaid, Fishburne, Rogers, Chissom: Research Branch Report 8-75, 1975", FALSE, -15.59, 0.39,
    11.8 },
  { "fr", "Kandel–Moles", "Kandel, Moles: Cahiers d’études de radio-télévision 19, 1958", TRUE, 207,
    -1.015, -73.6 },
  { "es", "Fernández Huerta", "Fernández Huerta: Consigna 214, 1959", TRUE, 206.84, -1.02, -60 },
  { "de", "Amstad", "Amstad: Wie verständlich sind unsere Zeitungen?, 1978", TRUE, 180, -1, -58.5 },
  { "ru", "Oborneva", "Оборнева: Математическая модель оценки учебных текстов, 2006", TRUE, 206.835,
    -1.3, -60.1 },
  { "pt", "Martins et al.", "Martins, Ghiraldelo, Nunes, Oliveira: ICMC-USP 28, 1996", TRUE,
    248.835, -1.015, -84.6 },
  { "tr", "Ateşman", "Ateşman: Dil Dergisi 58, 1997", TRUE, 198.825, -2.61, -40.175 },
};

static gboolean
is_spaceless (const char *language)
{
  static const char *const scripts[] = { "hans", "hant", "hani", "jpan", "thai",
                                         "laoo", "khmr", "mymr", NULL };
  g_autofree char *script = cog_language_dup_script (language);

  return script != NULL && g_strv_contains (scripts, script);
}

/* Everywhere else: LIX counts letters only, and was tried on many languages. */
static void
compute_lix (const CogTextMeasure *measure, CogReadability *readability)
{
  readability->name = "LIX";
  readability->origin = "Björnsson: Läsbarhet, 1968";
  readability->is_ease = FALSE;
  readability->score =
      (double)measure->n_words / measure->n_sentences + 100.0 * measure->n_long / measure->n_words;
}

static void
compute_fog_pl (const CogTextMeasure *measure, CogReadability *readability)
{
  readability->name = "FOG-PL";
  readability->origin = "Gruszczyński, Ogrodniczuk: Jasnopis, 2015";
  readability->is_ease = FALSE;
  readability->score = 0.4 * ((double)measure->n_words / measure->n_sentences +
                              100.0 * measure->n_hard / measure->n_words);
}

static void
compute_gulpease (const CogTextMeasure *measure, CogReadability *readability)
{
  readability->name = "Gulpease";
  readability->origin = "Lucisano, Piemontese: Scuola e città 3, 1988";
  readability->is_ease = TRUE;
  readability->score =
      89 + (300.0 * measure->n_sentences - 10.0 * measure->n_letters) / measure->n_words;
}

gboolean
cog_readability_compute (const CogTextMeasure *measure,
                         const char *language,
                         CogReadability *readability)
{
  double words, syllables;

  g_return_val_if_fail (measure != NULL && language != NULL && readability != NULL, FALSE);

  if (measure->n_words < LEAST_WORDS || measure->n_sentences == 0 || is_spaceless (language))
    return FALSE;
  words = (double)measure->n_words / measure->n_sentences;
  syllables = (double)measure->n_syllables / measure->n_words;
  for (guint i = 0; i < G_N_ELEMENTS (linear); i++)
    if (cog_language_equal (linear[i].language, language))
      {
        readability->name = linear[i].name;
        readability->origin = linear[i].origin;
        readability->is_ease = linear[i].is_ease;
        readability->score =
            linear[i].constant + linear[i].words * words + linear[i].syllables * syllables;
        return TRUE;
      }
  if (cog_language_equal (language, "pl"))
    compute_fog_pl (measure, readability);
  else if (cog_language_equal (language, "it"))
    compute_gulpease (measure, readability);
  else
    compute_lix (measure, readability);
  return TRUE;
}
