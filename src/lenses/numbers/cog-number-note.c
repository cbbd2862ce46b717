/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-given-names.h"
#include "cog-number-notes.h"
#include "cog-place-set.h"

#include "cog-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* South of the equator, where most people live there. */
#define SOUTH                                                                                      \
  "AO AR AU BI BO BR BW CD CG CL FJ GA ID KE KM LS MG MU MW MZ NA NC NZ PE PF PG PY RW SC SZ TL "  \
  "TZ"                                                                                             \
  " UY VU WS ZA ZM ZW"

/* Whether the seasons of one are the seasons of the other; near the equator there are none. */
static gboolean
has_other_seasons (const CogLensContext *context)
{
  g_autofree char *source = cog_lens_dup_place (context->source);
  g_autofree char *target = cog_lens_dup_place (context->target);

  return cog_place_set_has (SOUTH, source) != cog_place_set_has (SOUTH, target);
}

/* "Dr. Winter", "Autumn walks to school": these languages write their seasons small. */
static gboolean
is_name (const CogLensText *text, guint at)
{
  static const char *const small[] = { "en", "fr", "es", "pt", "ru", "kk", NULL };
  const CogToken *token = cog_lens_text_get_token (text, at);
  g_autofree char *base = g_strndup (text->language, strcspn (text->language, "-"));
  guint last = at, sure = 0;

  if (!token->is_capital || text->kind == COG_UNIT_HEADING || text->kind == COG_UNIT_TITLE)
    return FALSE;
  if (g_strv_contains (small, base) && !token->is_start)
    return TRUE;
  return cog_given_name_find (text, text->language, at, &last, &sure) != NULL && sure >= 50;
}

static void
find_season (const CogLens *lens,
             const CogLensContext *context,
             const CogLensText *text,
             guint at,
             guint last,
             const char *note,
             GPtrArray *findings)
{
  g_autofree char *words = cog_lens_text_dup_words (text, at, last);
  CogLensFinding *finding;

  if (!has_other_seasons (context) || is_name (text, at))
    return;
  finding = cog_lens_add (
      lens, text, at, last, "season", 60,
      /* Translators: %s is a season of the year. */
      g_strdup_printf (_ ("“%s” is at another time of the year where your readers live, or they "
                          "have other seasons."),
                       words),
      findings);
  finding->subject = g_strconcat ("season ", note, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
}

/* is_start: words about the day on which a week begins */
static void
find_days_of_week (const CogLens *lens,
                   const CogLensContext *context,
                   const CogLensText *text,
                   guint at,
                   guint last,
                   gboolean is_start,
                   GPtrArray *findings)
{
  g_autofree char *words = NULL;
  CogLensFinding *finding;

  if (is_start
          ? cog_week_get_first_day (context->source) == cog_week_get_first_day (context->target)
          : cog_week_has_western_end (context->source) ==
                cog_week_has_western_end (context->target))
    return;
  words = cog_lens_text_dup_words (text, at, last);
  finding = cog_lens_add (
      lens, text, at, last, "weekend", 60,
      /* Translators: words about the weekend, or about the day on which a week begins. */
      g_strdup_printf (_ ("“%s” is on other days where your readers live."), words), findings);
  finding->subject = g_strdup (is_start ? "week-start" : "weekend");
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
}

/* A number in ASCII digits, whatever digits the text has; NULL: none, or a longer one. (transfer
 * full) (nullable) */
static char *
dup_called (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);
  GString *number;

  if (cog_number_read_whole (text, at, 5) < 0)
    return NULL;
  number = g_string_new (NULL);
  for (const char *p = token->word; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_c (number, (char)('0' + g_unichar_digit_value (g_utf8_get_char (p))));
  return g_string_free (number, FALSE);
}

/* Whether what stands there is called: "le 15", "at 911", "911" directly behind the word; of two
 * digits only behind its article. "le 15 mars" is a day. */
static gboolean
is_called (const CogLensText *text, guint at, gboolean is_next)
{
  guint last = at;
  const char *before = is_next ? NULL : cog_number_notes_find (text, at - 1, &last);

  if (cog_number_is_month (text, at + 1))
    return FALSE;
  if (g_strcmp0 (before, "number") == 0)
    return TRUE;
  return (is_next || g_strcmp0 (before, "at") == 0) && cog_number_read_whole (text, at, 2) < 0;
}

/* The number that is called, some words behind at most and in the same sentence. 0: none. */
static guint
find_called (const CogLensText *text, guint last)
{
  enum
  {
    REACH = 7
  };

  for (guint at = last + 1; at < text->tokens->len && at <= last + REACH; at++)
    {
      const CogToken *token = cog_lens_text_get_token (text, at);

      if (token->is_start)
        return 0;
      if (token->kind == COG_TOKEN_NUMBER && token->piece < 0)
        return is_called (text, at, at == last + 1) ? at : 0;
    }
  return 0;
}

/* "call 911" */
static guint
find_emergency (const CogLens *lens,
                const CogLensContext *context,
                const CogLensText *text,
                guint at,
                guint last,
                GPtrArray *findings)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *called = NULL;
  g_autofree char *number = NULL;
  CogLensFinding *finding;
  guint where = find_called (text, last);

  called = where > 0 ? dup_called (text, where) : NULL;
  if (called == NULL)
    return at;
  source = cog_lens_dup_place (context->source);
  target = cog_lens_dup_place (context->target);
  if (!cog_emergency_number_is_one (source, called) || cog_emergency_number_is_one (target, called))
    return at;
  number = cog_lens_text_dup_words (text, where, where);
  finding = cog_lens_add (
      lens, text, where, where, "emergency", 85,
      /* Translators: %s is a telephone number such as "911". */
      g_strdup_printf (_ ("%s is who to call in need in another country. Readers must find the "
                          "number of their own."),
                       number),
      findings);
  finding->subject = g_strconcat ("emergency ", called, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, cog_emergency_number_get (target), NULL);
  return where + 1;
}

static gboolean
is_season (const char *note)
{
  static const char *const seasons[] = { "summer", "winter", "spring", "autumn", NULL };

  return g_strv_contains (seasons, note);
}

guint
cog_number_find_note (const CogLens *lens,
                      const CogLensContext *context,
                      const CogLensText *text,
                      guint at,
                      GPtrArray *findings)
{
  guint last = at;
  const char *note = cog_number_notes_find (text, at, &last);

  if (note == NULL)
    return at;
  if (strcmp (note, "call") == 0)
    return find_emergency (lens, context, text, at, last, findings);
  if (strcmp (note, "weekend") == 0 || strcmp (note, "week-start") == 0)
    find_days_of_week (lens, context, text, at, last, note[4] == '-', findings);
  else if (is_season (note))
    find_season (lens, context, text, at, last, note, findings);
  else
    return at;
  return last + 1;
}
