/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gazetteer-scan.h"
#include "cog-given-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Persons that everybody knows in one country, and the given names of examples ("Jade buys a
 * car"). */

/* How many names of the target's language a finding offers. */
#define N_OFFERED 3

static const CogGazetteerKind kinds[] = {
  { "person",
    /* Translators: %1$s is a person such as "LeBron James", %2$s countries. */
    N_ ("“%1$s” (known in: %2$s). Do your readers know this person? Somebody they know may serve "
        "as well; "
        "look at the numbers then, too."),
    N_ ("Do your readers know “%1$s”? Somebody they know may serve as well; look at the numbers "
        "then, too."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
};

static const CogGazetteerSpec spec = {
  .table = "people.tsv",
  .flags = COG_GAZETTEER_NAMES,
  .kinds = kinds,
  .n_kinds = G_N_ELEMENTS (kinds),
  .agreement = "name",
};

static void
propose_names (const CogLensContext *context, const CogGivenName *name, CogLensFinding *finding)
{
  const char *agreed = cog_lens_find_agreed (context, "name", finding->text);
  gboolean is_first = TRUE;

  if (agreed != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_SWAP, agreed, NULL);
  for (guint i = 0; agreed == NULL && i < N_OFFERED; i++)
    {
      g_autofree char *words =
          cog_given_name_dup_counterpart (name, context->target, i, context->agreements);

      if (words == NULL && !is_first)
        break;
      cog_lens_finding_propose (finding, COG_CHOICE_SWAP, words, NULL);
      is_first = FALSE;
    }
}

static void
add_name (const CogLens *lens,
          const CogLensContext *context,
          const CogLensText *text,
          const CogGivenName *name,
          guint first,
          guint last,
          guint sure,
          GPtrArray *findings)
{
  g_autofree char *words = cog_lens_text_dup_words (text, first, last);
  g_autofree char *folded = cog_lens_fold (name->name, -1);
  CogLensFinding *finding = cog_lens_add (
      lens, text, first, last, "given-name", sure,
      /* Translators: %s is a given name such as "Jade". */
      g_strdup_printf (_ ("“%s” may be any person. A name that is common where your readers live "
                          "brings the example nearer; it should be the same through the book."),
                       words),
      findings);

  finding->subject = g_strconcat ("name ", folded, NULL);
  propose_names (context, name, finding);
}

static gboolean
is_foreign (const CogLensContext *context, const CogGivenName *name)
{
  return !cog_given_name_is_of (name->name, context->target);
}

/* The adaptation has, where a name was agreed on, that one: so is the same person found in it. */
static void
add_agreed (const CogLens *lens,
            const CogLensContext *context,
            const CogLensText *text,
            guint at,
            GPtrArray *findings)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  for (guint i = 0; context->agreements != NULL && i < context->agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (context->agreements, i);
      g_autofree char *folded = NULL;
      g_autofree char *original = NULL;
      CogLensFinding *finding;

      if (strcmp (agreement->kind, "name") != 0 || agreement->words == NULL)
        continue;
      folded = cog_lens_fold (agreement->words, -1);
      if (strcmp (folded, token->word) != 0)
        continue;
      original = cog_lens_fold (agreement->original, -1);
      finding = cog_lens_add (lens, text, at, at, "given-name", 30,
                              /* Translators: %1$s and %2$s are names. */
                              g_strdup_printf (_ ("“%1$s” stands for “%2$s” through the book."),
                                               agreement->words, agreement->original),
                              findings);
      finding->subject = g_strconcat ("name ", original, NULL);
      return;
    }
}

/* The person found there is more than a name. */
static gboolean
is_in_person (const CogLensText *text, guint first, guint last, GPtrArray *findings, guint from)
{
  guint start, end;

  if (from == findings->len)
    return FALSE;
  cog_lens_text_get_range (text, first, last, &start, &end);
  for (guint i = from; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->kind, "person") == 0 && start < finding->end && finding->start < end)
        return TRUE;
    }
  return FALSE;
}

/* Of the adaptation, names of the source that were kept in it. from: where this lens's findings
 * begin. */
static void
scan_names (const CogLens *lens,
            const CogLensContext *context,
            const CogLensText *text,
            GPtrArray *findings,
            guint from)
{
  const char *language = text->is_source ? text->language : context->source;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i, sure = 0;
      const CogGivenName *name;

      if (!text->is_source)
        add_agreed (lens, context, text, i, findings);
      name = cog_given_name_find (text, language, i, &last, &sure);
      if (name == NULL)
        continue;
      if (is_foreign (context, name) && !is_in_person (text, i, last, findings, from))
        add_name (lens, context, text, name, i, last, sure, findings);
      i = last;
    }
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  guint from = findings->len;

  if (text->tokens->len > COG_GAZETTEER_LONGEST_TEXT)
    return;

  cog_gazetteer_scan (&spec, lens, context, text, findings);
  scan_names (lens, context, text, findings, from);
}

const CogLens cog_lens_people = {
  .id = "people",
  .name = N_ ("People"),
  .about = N_ ("Persons known in one country, and the names of people in examples"),
  .scan = scan,
};
