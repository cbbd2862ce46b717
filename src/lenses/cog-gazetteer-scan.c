/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-counterparts.h"
#include "cog-gazetteer-scan.h"
#include "cog-place-set.h"
#include "cog-source-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one scan knows of its text; found out when the first words turn up. */
typedef struct
{
  const CogGazetteerSpec *spec;
  const CogLens *lens;
  const CogLensContext *context;
  const CogLensText *text;
  CogGazetteer *gazetteer;
  const CogPhrases *phrases;
  guint behind; /* the token behind the thing that was met last; 0: none was */
  char *target; /* ISO 3166 (nullable: not looked up yet) */
  gboolean is_source_line;
  GPtrArray *findings;
} Scan;

const char *
cog_lens_find_agreed (const CogLensContext *context, const char *kind, const char *words)
{
  g_return_val_if_fail (context != NULL && kind != NULL && words != NULL, NULL);

  for (guint i = 0; context->agreements != NULL && i < context->agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (context->agreements, i);

      if (strcmp (agreement->kind, kind) == 0 && g_strcmp0 (agreement->original, words) == 0)
        return agreement->words;
    }
  return NULL;
}

static void
look_around (Scan *scan)
{
  if (scan->target != NULL)
    return;
  scan->target = cog_lens_dup_place (scan->context->target);
  scan->is_source_line = cog_source_line_is_whole (scan->text);
}

static gboolean
is_title_case (const CogLensText *text)
{
  return text->kind == COG_UNIT_TITLE || text->kind == COG_UNIT_HEADING ||
         text->kind == COG_UNIT_HEADER_CELL;
}

static gboolean
is_capital_word (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  return token->kind == COG_TOKEN_WORD && token->is_capital && token->piece < 0;
}

/* Behind an abbreviation a capital may begin a sentence: "in the U.S. The law". */
static gboolean
is_followed_by_name (const CogLensText *text, guint last)
{
  static const char *const beginnings[] = { "the",  "a",    "an",  "in",   "it",    "this",
                                            "they", "we",   "if",  "for",  "these", "but",
                                            "and",  "when", "as",  "what", "at",    "there",
                                            "he",   "she",  "his", "that", "most",  "many" };
  const CogToken *next;

  if (last + 1 >= text->tokens->len || !is_capital_word (text, last + 1))
    return FALSE;
  next = cog_lens_text_get_token (text, last + 1);
  if (!next->space_before)
    return FALSE;
  if (!next->is_start)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (strcmp (next->word, beginnings[i]) == 0)
      return FALSE;
  return strcmp (cog_lens_text_get_token (text, last)->word, ".") == 0;
}

/* "Paris Agreement", "Michael Jordan", "Bank of England": the name is part of another one. */
static gboolean
is_in_longer_name (const CogLensText *text, guint first, guint last)
{
  static const char *const of[] = { "of", "de", "du", "of the", "di" };

  if (is_title_case (text))
    return FALSE;
  if (is_followed_by_name (text, last))
    return TRUE;
  if (first == 0)
    return FALSE;
  if (is_capital_word (text, first - 1) && !cog_lens_text_get_token (text, first - 1)->is_start &&
      cog_lens_text_get_token (text, first)->space_before)
    return TRUE;
  /* "California–Los Angeles" */
  if (first > 1 && !cog_lens_text_get_token (text, first)->space_before &&
      strcmp (cog_lens_text_get_token (text, first - 1)->word, "–") == 0)
    return is_capital_word (text, first - 2);
  for (guint i = 0; first > 1 && i < G_N_ELEMENTS (of); i++)
    if (strcmp (cog_lens_text_get_token (text, first - 1)->word, of[i]) == 0)
      return is_capital_word (text, first - 2) &&
             !cog_lens_text_get_token (text, first - 2)->is_start;
  return FALSE;
}

static gboolean
is_strange (const Scan *scan, const CogGazetteerEntry *entry)
{
  if (entry->only[0] != '\0')
    return cog_place_set_has (entry->only, scan->target);
  return !cog_place_set_has (entry->home, scan->target);
}

static const CogGazetteerKind *
find_kind (const CogGazetteerSpec *spec, const char *kind)
{
  for (guint i = 0; i < spec->n_kinds; i++)
    if (strcmp (spec->kinds[i].kind, kind) == 0)
      return &spec->kinds[i];
  g_error ("A table has a kind that its lens does not know: %s", kind);
}

static char *
dup_why (const CogGazetteerKind *kind, const CogGazetteerEntry *entry, const char *words)
{
  g_autofree char *places = entry->only[0] == '\0' ? cog_place_set_dup_names (entry->home) : NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return places != NULL && kind->why != NULL
             ? g_strdup_printf (_ (kind->why), words, places)
             : g_strdup_printf (_ (kind->why_plain != NULL ? kind->why_plain : kind->why), words,
                                places != NULL ? places : "");
#pragma GCC diagnostic pop
}

static char *
dup_swap (const Scan *scan, const CogGazetteerEntry *entry, const char *words)
{
  const char *agreed = scan->spec->agreement != NULL
                           ? cog_lens_find_agreed (scan->context, scan->spec->agreement, words)
                           : NULL;
  const CogGazetteerEntry *other;
  char *counterpart;

  if (agreed != NULL)
    return g_strdup (agreed);
  if (entry->swap[0] == '\0')
    return NULL;
  counterpart = cog_counterpart_dup (entry->swap, scan->target, scan->context->target,
                                     g_str_hash (entry->id));
  if (counterpart != NULL)
    return counterpart;
  other = cog_gazetteer_find_swap (scan->gazetteer, entry, scan->target, scan->context->target);
  return other != NULL ? cog_gazetteer_dup_words (scan->gazetteer, other, scan->context->target)
                       : NULL;
}

static void
propose (const Scan *scan,
         const CogGazetteerKind *kind,
         const CogGazetteerEntry *entry,
         CogLensFinding *finding)
{
  for (guint i = 0; i < COG_GAZETTEER_N_CHOICES && kind->choices[i] != COG_CHOICE_OPEN; i++)
    {
      g_autofree char *words =
          kind->choices[i] == COG_CHOICE_SWAP ? dup_swap (scan, entry, finding->text) : NULL;

      cog_lens_finding_propose (finding, kind->choices[i], words, NULL);
    }
}

static void
add (const Scan *scan, const CogGazetteerEntry *entry, guint first, guint last)
{
  const CogGazetteerKind *kind = find_kind (scan->spec, entry->kind);
  g_autofree char *words = NULL;
  CogLensFinding *finding;
  guint sure = entry->sure;

  if (scan->spec->weigh != NULL)
    sure = scan->spec->weigh (scan->context, scan->text, entry, first, last);
  if (sure == 0)
    return;
  words = cog_lens_text_dup_words (scan->text, first, last);
  finding = cog_lens_add (scan->lens, scan->text, first, last, kind->kind, sure,
                          dup_why (kind, entry, words), scan->findings);
  finding->subject = g_strconcat (kind->kind, " ", entry->id, NULL);
  propose (scan, kind, entry, finding);
}

/* "Алматыдан Астанаға": two names beside each other where cases are endings, and no longer one. */
static gboolean
is_beside_another (const Scan *scan, guint first, guint last)
{
  guint end;

  if (!g_str_has_prefix (scan->text->language, "kk"))
    return FALSE;
  return (scan->behind > 0 && scan->behind == first) ||
         (last + 1 < scan->text->tokens->len &&
          cog_phrases_find (scan->phrases, scan->text, last + 1, &end) != NULL);
}

/* An ordinary word with a capital is part of a name: "Mesa Community College". */
static gboolean
is_capital_inside (const CogLensText *text, guint first)
{
  return is_capital_word (text, first) && !cog_lens_text_get_token (text, first)->is_start;
}

static void
meet (Scan *scan, const CogGazetteerEntry *entry, guint first, guint last)
{
  gboolean is_name = (scan->spec->flags & COG_GAZETTEER_NAMES) != 0;

  if (cog_lens_text_get_token (scan->text, first)->piece >= 0)
    return;
  look_around (scan);
  if (scan->is_source_line || !is_strange (scan, entry) ||
      ((is_name || is_capital_inside (scan->text, first)) &&
       is_in_longer_name (scan->text, first, last) && !is_beside_another (scan, first, last)) ||
      cog_source_line_has (scan->text, first))
    return;
  add (scan, entry, first, last);
}

void
cog_gazetteer_scan (const CogGazetteerSpec *spec,
                    const CogLens *lens,
                    const CogLensContext *context,
                    const CogLensText *text,
                    GPtrArray *findings)
{
  Scan scan = {
    .spec = spec, .lens = lens, .context = context, .text = text, .findings = findings
  };
  const CogPhrases *phrases;

  g_return_if_fail (spec != NULL && lens != NULL && context != NULL && text != NULL);

  scan.gazetteer = cog_gazetteer_get (spec->table, spec->flags);
  phrases = cog_gazetteer_get_phrases (scan.gazetteer, text->language);
  scan.phrases = phrases;
  if (cog_phrases_get_size (phrases) == 0 || text->tokens->len > COG_GAZETTEER_LONGEST_TEXT)
    return;
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i;
      const CogGazetteerEntry *entry = cog_phrases_find (phrases, text, i, &last);

      /* Where the words mean something else, shorter ones among them may mean something. */
      if (entry == NULL || !cog_word_rule_holds (entry->rule, text, i, last))
        continue;
      meet (&scan, entry, i, last);
      scan.behind = last + 1;
      i = last;
    }
  g_free (scan.target);
}
