/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include "cog-date-words.h"
#include "cog-language-list.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Days and years of the text's own calendar, where that is not the Gregorian: "١٤٤٢ هـ",
 * "۱۵ خرداد ۱۴۰۲", "พ.ศ. 2565". Readers elsewhere take the number for another year. */

typedef struct
{
  const char *calendar; /* ICU's name */
  int year, month, day; /* month, day 0: none is said */
  guint last;
} Found;

/* The years in which texts of that calendar date; others are amounts. */
static gboolean
is_year_of (const char *calendar, int year)
{
  if (strcmp (calendar, "buddhist") == 0)
    return year >= 1700 && year <= 2700;
  return year >= 1 && year <= 1600;
}

static const char *
get_calendar_of (const char *note)
{
  static const struct
  {
    const char *note, *calendar;
  } eras[] = { { "era-islamic", "islamic-umalqura" },
               { "era-persian", "persian" },
               { "era-buddhist", "buddhist" } };

  for (guint i = 0; note != NULL && i < G_N_ELEMENTS (eras); i++)
    if (strcmp (note, eras[i].note) == 0)
      return eras[i].calendar;
  return NULL;
}

/* The sign of an era: "هـ", "พ.ศ."; sets its last token. */
static const char *
find_era (const CogLensText *text, guint at, guint *last)
{
  guint end = at;
  const char *calendar = get_calendar_of (cog_number_notes_find (text, at, &end));

  if (calendar != NULL)
    *last = end;
  return calendar;
}

static int
find_month (const CogPhrases *months, const CogLensText *text, guint at, guint *last)
{
  if (at >= text->tokens->len || cog_lens_text_get_token (text, at)->kind != COG_TOKEN_WORD)
    return 0;
  return GPOINTER_TO_INT (cog_phrases_find (months, text, at, last));
}

/* "พ.ศ. 2565" */
static gboolean
read_era_first (const CogLensText *text, guint at, Found *found)
{
  guint last;

  found->calendar = find_era (text, at, &last);
  if (found->calendar == NULL || strcmp (found->calendar, "buddhist") != 0)
    return FALSE;
  found->year = cog_number_read_whole (text, last + 1, 4);
  found->last = last + 1;
  return is_year_of (found->calendar, found->year);
}

/* "1442 هـ", "۱۳۹۸ شمسی" */
static gboolean
read_year_first (const CogLensText *text, guint at, Found *found)
{
  found->year = cog_number_read_whole (text, at, 4);
  if (found->year < 0)
    return FALSE;
  found->calendar = find_era (text, at + 1, &found->last);
  return found->calendar != NULL && strcmp (found->calendar, "buddhist") != 0 &&
         is_year_of (found->calendar, found->year);
}

/* The year behind a month, with words such as "of the year" between, and its era. */
static gboolean
read_year (const CogLensText *text, guint at, Found *found)
{
  static const char *const joints[] = { "سنه", "عام", "لعام", "سال", "،" };
  guint last;
  const char *calendar;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (cog_number_is_sign (text, at, joints[i]))
      {
        at++;
        break;
      }
  found->year = cog_number_read_whole (text, at, 4);
  if (!is_year_of (found->calendar, found->year))
    return FALSE;
  found->last = at;
  calendar = find_era (text, at + 1, &last);
  if (calendar != NULL)
    {
      found->calendar = calendar;
      found->last = last;
    }
  return TRUE;
}

/* "۲۲ بهمن ۱۳۵۷", "١٥ رمضان ١٤٤٢ هـ" */
static gboolean
read_day (const CogLensText *text, guint at, Found *found)
{
  const CogNumberNotes *notes = cog_number_notes_get (text->language);
  guint last = at;

  found->day = cog_number_read_whole (text, at, 2);
  if (found->day < 1 || found->day > 31)
    return FALSE;
  found->calendar = "persian";
  found->month = find_month (notes->persian, text, at + 1, &last);
  if (found->month == 0)
    {
      found->calendar = "islamic-umalqura";
      found->month = find_month (notes->islamic, text, at + 1, &last);
    }
  return found->month > 0 && read_year (text, last + 1, found);
}

/* "5 ธันวาคม พ.ศ. 2470", and in Thailand also without the era. */
static gboolean
read_buddhist_day (const CogLensText *text, guint at, Found *found)
{
  guint last = at, era;

  if (!cog_language_equal (text->language, "th"))
    return FALSE;
  found->day = cog_number_read_whole (text, at, 2);
  found->month = find_month (cog_number_notes_get (text->language)->months, text, at + 1, &last);
  if (found->day < 1 || found->day > 31 || found->month == 0)
    return FALSE;
  found->calendar = "buddhist";
  if (find_era (text, last + 1, &era) != NULL)
    last = era;
  found->year = cog_number_read_whole (text, last + 1, 4);
  found->last = last + 1;
  return found->year >= 2300 && is_year_of (found->calendar, found->year);
}

/* "۱۴۰۲/۰۳/۱۵", where the Solar Hijri calendar is the official one. */
static gboolean
read_figures (const CogLensContext *context, const CogLensText *text, guint at, Found *found)
{
  g_autofree char *place = cog_lens_dup_place (context->source);
  int parts[3];

  if (strcmp (place, "IR") != 0 && strcmp (place, "AF") != 0)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      parts[i] = cog_number_read_whole (text, at + 2 * i, i == 0 ? 4 : 2);
      if (parts[i] < 1 || (i < 2 && !cog_number_is_sign (text, at + 2 * i + 1, "/") &&
                           !cog_number_is_sign (text, at + 2 * i + 1, "-")))
        return FALSE;
    }
  if (parts[0] < 1200 || parts[0] > 1500 || parts[1] > 12 || parts[2] > 31)
    return FALSE;
  *found = (Found){ "persian", parts[0], parts[1], parts[2], at + 4 };
  return TRUE;
}

/* The Gregorian year, or both that the year lies in. */
static char *
dup_years (const Found *found, const char *language)
{
  CogDay first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!cog_day_from_calendar (found->calendar, found->year, 1, 1, &first) ||
      !cog_day_from_calendar (found->calendar, found->year, 12, 29, &last) || first.year < 1)
    return NULL;
  from = cog_year_dup (first.year, language);
  to = cog_year_dup (last.year, language);
  if (from == NULL || to == NULL)
    return NULL;
  return first.year == last.year ? g_steal_pointer (&from) : g_strdup_printf ("%s–%s", from, to);
}

static void
propose (CogLensFinding *finding,
         const CogLensContext *context,
         const Found *found,
         const char *words)
{
  CogDay day;
  g_autofree char *there = NULL;
  g_autofree char *both = NULL;

  if (found->day == 0)
    there = dup_years (found, context->target);
  else if (cog_day_from_calendar (found->calendar, found->year, found->month, found->day, &day))
    there = cog_day_dup_words (&day, "gregorian", context->target);
  cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, there, NULL);
  if (there == NULL)
    return;
  both = g_strdup_printf ("%s (%s)", there, words);
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, both, NULL);
}

/* Readers who count by the same calendar keep it. */
static gboolean
is_at_home (const CogLensContext *context, const char *calendar)
{
  g_autofree char *other = cog_day_dup_other_calendar (context->target);

  return other != NULL && strcmp (calendar, "buddhist") == 0 && strcmp (other, calendar) == 0;
}

guint
cog_number_find_era (const CogLens *lens,
                     const CogLensContext *context,
                     const CogLensText *text,
                     guint at,
                     GPtrArray *findings)
{
  Found found = { .calendar = NULL };
  CogLensFinding *finding;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  /* Of most words no list need be asked. */
  if (cog_lens_text_get_token (text, at)->kind != COG_TOKEN_NUMBER &&
      !cog_language_equal (text->language, "th"))
    return at;
  if (!read_era_first (text, at, &found) && !read_year_first (text, at, &found) &&
      !read_figures (context, text, at, &found) && !read_buddhist_day (text, at, &found) &&
      !read_day (text, at, &found))
    return at;
  if (is_at_home (context, found.calendar))
    return at;
  words = cog_lens_text_dup_words (text, at, found.last);
  name = cog_calendar_dup_name (found.calendar, cog_language_get_interface ());
  finding = cog_lens_add (
      lens, text, at, found.last, "date", 80,
      /* Translators: a date or a year, and the name of a calendar. */
      g_strdup_printf (_ ("“%s” is counted by another calendar (%s) than your readers’."), words,
                       name),
      findings);
  finding->subject =
      g_strdup_printf ("date %s %d-%02d-%02d", found.calendar, found.year, found.month, found.day);
  propose (finding, context, &found, words);
  return found.last + 1;
}
