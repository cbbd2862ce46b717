/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"
#include "cog-lens.h"
#include "cog-source-line.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words about words and about the page: where the page is turned, the letters are others, or the
 * language is another, they say something else, or nothing. */

typedef enum
{
  WHERE_TURNED,   /* from left to right to right to left, or back */
  WHERE_LETTERS,  /* another script */
  WHERE_LANGUAGE, /* another language */
} Where;

typedef struct
{
  const char *kind;
  Where where;
  const char *why; /* %1$s: the words */
  CogChoice choices[2];
} Kind;

static const Kind kinds[] = {
  { "direction",
    WHERE_TURNED,
    /* Translators: %1$s is such as "the figure on the left". */
    N_ ("“%1$s”: the page is turned in the adaptation, so what stood on one side stands on the "
        "other. A direction within a picture stays."),
    { COG_CHOICE_RECHOOSE } },
  { "language",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "in English". */
    N_ ("“%1$s” speaks of the language of the original. Does it hold for the language of the "
        "adaptation?"),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_EXPLAIN } },
  { "letter",
    WHERE_LETTERS,
    /* Translators: %1$s is such as "the letter" or "U-shaped". */
    N_ ("“%1$s”: readers of another script may not see this shape before them. Say what it looks "
        "like, or name a letter of theirs."),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_EXPLAIN } },
  { "alphabet",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "alphabetical order". */
    N_ ("“%1$s”: order and number of letters are others in the adaptation’s language. Check what "
        "follows from them."),
    { COG_CHOICE_RECHOOSE } },
  { "rhyme",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "rhymes with". */
    N_ ("“%1$s”: sounds do not survive translation. Find words that do the same in your language."),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_DROP } },
  { "spelling",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "is spelled". */
    N_ ("“%1$s” speaks of how words are written in the original’s language. Find an example of "
        "your own."),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_DROP } },
  { "pun",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "pun". */
    N_ ("“%1$s”: here the original plays with words. The play is lost in translation; find "
        "another, or leave it out."),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_DROP } },
  { "mnemonic",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "SOH CAH TOA". */
    N_ ("“%1$s” helps to remember by the first letters of words of the original’s language. Use "
        "the one that your pupils learn, or make one."),
    { COG_CHOICE_RECHOOSE, COG_CHOICE_DROP } },
  { "idiom",
    WHERE_LANGUAGE,
    /* Translators: %1$s is such as "a piece of cake". */
    N_ ("“%1$s” does not mean what its words say. Write what it means, or take an idiom of your "
        "own language."),
    { COG_CHOICE_SWAP, COG_CHOICE_RECHOOSE } },
};

static const Kind *
find_kind (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, nick) == 0)
      return &kinds[i];
  g_error ("A table has a kind that its lens does not know: %s", nick);
}

static gboolean
is_asked (const Kind *kind, const CogLensContext *context)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;

  switch (kind->where)
    {
    case WHERE_TURNED:
      return cog_language_is_rtl (context->source) != cog_language_is_rtl (context->target);
    case WHERE_LANGUAGE:
      return !cog_language_equal (context->source, context->target);
    case WHERE_LETTERS:
      source = cog_language_dup_script (context->source);
      target = cog_language_dup_script (context->target);
      return g_strcmp0 (source, target) != 0;
    }
  return FALSE;
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
  const Kind *kind = find_kind (entry->kind);
  g_autofree char *words = cog_lens_text_dup_words (text, first, last);
  CogLensFinding *finding;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  finding = cog_lens_add (lens, text, first, last, kind->kind, entry->sure,
                          g_strdup_printf (_ (kind->why), words), findings);
#pragma GCC diagnostic pop
  finding->subject = g_strconcat (kind->kind, " ", entry->id, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kind->choices) && kind->choices[i] != COG_CHOICE_OPEN; i++)
    {
      g_autofree char *own = kind->choices[i] == COG_CHOICE_SWAP
                                 ? cog_gazetteer_dup_words (gazetteer, entry, context->target)
                                 : NULL;

      cog_lens_finding_propose (finding, kind->choices[i], own, NULL);
    }
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  CogGazetteer *gazetteer = cog_gazetteer_get ("words.tsv", COG_GAZETTEER_VERBS);
  const CogPhrases *phrases = cog_gazetteer_get_phrases (gazetteer, text->language);

  if (cog_phrases_get_size (phrases) == 0 || text->tokens->len > COG_GAZETTEER_LONGEST_TEXT)
    return;
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i;
      const CogGazetteerEntry *entry = cog_phrases_find (phrases, text, i, &last);

      if (entry == NULL || !cog_word_rule_holds (entry->rule, text, i, last))
        continue;
      if (cog_lens_text_get_token (text, i)->piece < 0 &&
          is_asked (find_kind (entry->kind), context) && !cog_source_line_has (text, i) &&
          !cog_source_line_is_whole (text))
        add (lens, context, text, gazetteer, entry, i, last, findings);
      i = last;
    }
}

const CogLens cog_lens_words = {
  .id = "words",
  .name = N_ ("Words about words"),
  .about = N_ ("Left and right on the page, letters, rhymes, puns, idioms"),
  .scan = scan,
};
