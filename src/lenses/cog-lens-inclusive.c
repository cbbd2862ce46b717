/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"
#include "cog-gender-balance.h"
#include "cog-generic-pronoun.h"
#include "cog-lens.h"
#include "cog-source-line.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that name men, or women, where all are meant; and how many of each a section names. */

typedef struct
{
  const char *kind;
  const char *why; /* %1$s the words, %2$s what means all */
} Kind;

static const Kind kinds[] = {
  /* Translators: %1$s is a word such as "chairman", %2$s one such as "chairperson". */
  { "job", N_ ("“%1$s” names the work with the sex of who does it. Where it may be anybody, write "
               "“%2$s”; the adaptation can choose such a word, too.") },
  /* Translators: %1$s is a word such as "mankind", %2$s one such as "humankind". */
  { "mankind", N_ ("“%1$s” says men and means all. “%2$s” says what is meant; the adaptation can "
                   "choose such a word, too.") },
  /* Translators: %1$s is such as "soccer mom", %2$s such as "parents". */
  { "family", N_ ("“%1$s” gives a task to one sex. Is “%2$s” meant?") },
  /* Translators: %1$s is such as "he/she", %2$s such as "they". */
  { "pronoun", N_ ("“%1$s” stops the reader, and not every language has both. “%2$s”, or the noun "
                   "again, may do.") },
  /* Translators: %1$s is such as "les étudiants", %2$s such as "les étudiantes et étudiants". */
  { "masculine",
    N_ ("“%1$s” is masculine and means all. Where your language allows it, name both or "
        "find a word for all: “%2$s”.") },
};

static char *
dup_why (const char *kind, const char *words, const char *fair)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_ (kinds[i].why), words, fair);
#pragma GCC diagnostic pop
      }
  g_error ("A table has a kind that its lens does not know: %s", kind);
}

/* What stands there then has to be in the language of the adaptation. */
static void
propose (CogLensFinding *finding,
         const CogLensContext *context,
         const CogLensText *text,
         const char *fair)
{
  gboolean is_same = cog_language_equal (text->language, context->target);

  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, is_same ? fair : NULL, NULL);
}

static void
add (const CogLens *lens,
     const CogLensContext *context,
     const CogLensText *text,
     CogGazetteer *gazetteer,
     const CogGazetteerEntry *entry,
     guint first,
     guint last,
     GPtrArray *findings)
{
  g_autofree char *words = cog_lens_text_dup_words (text, first, last);
  const char *fair = cog_gazetteer_get_cell (gazetteer, entry, "fair");
  CogLensFinding *finding;

  finding = cog_lens_add (lens, text, first, last, entry->kind, entry->sure,
                          dup_why (entry->kind, words, fair), findings);
  finding->subject = g_strconcat ("inclusive ", entry->id, NULL);
  propose (finding, context, text, fair);
}

static void
scan_words (const CogLens *lens,
            const CogLensContext *context,
            const CogLensText *text,
            GPtrArray *findings)
{
  CogGazetteer *gazetteer = cog_gazetteer_get ("inclusive.tsv", COG_GAZETTEER_PLAIN);
  const CogPhrases *phrases = cog_gazetteer_get_phrases (gazetteer, text->language);

  if (cog_phrases_get_size (phrases) == 0)
    return;
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i;
      const CogGazetteerEntry *entry = cog_phrases_find (phrases, text, i, &last);

      if (entry == NULL)
        continue;
      if (!cog_word_rule_holds (entry->rule, text, i, last))
        continue;
      if (!cog_source_line_has (text, i) && !cog_source_line_is_whole (text))
        add (lens, context, text, gazetteer, entry, i, last, findings);
      i = last;
    }
}

static void
scan_pronouns (const CogLens *lens,
               const CogLensContext *context,
               const CogLensText *text,
               GPtrArray *findings)
{
  guint noun = 0, pronoun = 0;

  for (guint from = 0; cog_generic_pronoun_find (text, from, &noun, &pronoun); from = pronoun + 1)
    {
      g_autofree char *he = cog_lens_text_dup_words (text, pronoun, pronoun);
      g_autofree char *person = cog_lens_text_dup_words (text, noun, noun);
      CogLensFinding *finding = cog_lens_add (
          lens, text, pronoun, pronoun, "generic-he", 65,
          /* Translators: %1$s is a pronoun such as "he", %2$s a noun such as "student". */
          g_strdup_printf (_ ("“%1$s” stands for any “%2$s”. The plural, or the noun again, means "
                              "everybody."),
                           he, person),
          findings);

      finding->subject = g_strdup ("inclusive generic-he");
      propose (finding, context, text, cog_generic_pronoun_get_fair (he));
    }
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  if (text->tokens->len > COG_GAZETTEER_LONGEST_TEXT)
    return;
  scan_words (lens, context, text, findings);
  scan_pronouns (lens, context, text, findings);
}

static void
scan_section (const CogLens *lens,
              const CogLensContext *context,
              GPtrArray *texts,
              GPtrArray *findings)
{
  CogGenderBalance balance = { .first_text = NULL };
  CogLensFinding *finding;

  for (guint i = 0; i < texts->len; i++)
    cog_gender_balance_count (&balance, g_ptr_array_index (texts, i));
  if (!cog_gender_balance_is_uneven (&balance))
    return;
  finding = cog_lens_add (
      lens, balance.first_text, balance.first_token, balance.first_token, "balance", 60,
      /* Translators: numbers: words such as "he" and "his", words such as "she", names. */
      g_strdup_printf (_ ("In this section, words for men stand %1$u times and for women %2$u "
                          "times; %3$u names are of men and %4$u of women. Could some examples "
                          "change sides?"),
                       balance.n_words_men, balance.n_words_women, balance.n_names_men,
                       balance.n_names_women),
      findings);
  finding->subject = g_strconcat ("balance ", balance.first_text->section, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_RECHOOSE, NULL, NULL);
}

const CogLens cog_lens_inclusive = {
  .id = "inclusive",
  .name = N_ ("Inclusive language"),
  .about = N_ ("Words that leave out women or men, and how often a chapter names each"),
  .scan = scan,
  .scan_section = scan_section,
};
